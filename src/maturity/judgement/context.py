"""What a challenge prompt may look at: one item, its evidence, and the day of the sitting."""

from datetime import date

from maturity.framework import Framework, Item
from maturity.frozen import dataclass
from maturity.session.kinds import take
from maturity.session.state import Action, Facts, ItemState, Kloe, Link, SessionState

__all__ = ["Card", "PromptContext", "cards_of", "context_of", "day_of", "facts_of"]


@dataclass(frozen=True, slots=True)
class Card:
    """Linked evidence: the link, and the facts that hold for its excerpt."""

    link: Link
    facts: Facts

    @property
    def day(self) -> date | None:
        """The date of the evidence, where it is known."""
        return day_of(self.facts.date)

    @property
    def text(self) -> str:
        """The words quoted, and what the room says they show."""
        return f"{self.link.quote}\n{self.link.shows or ''}".strip()


@dataclass(frozen=True, slots=True)
class PromptContext:
    """All that a prompt is computed from; `day` is the sitting's date, None while it has none."""

    framework: Framework
    state: SessionState
    item: Item
    day: date | None
    kept: ItemState
    cards: tuple[Card, ...]

    @property
    def level(self) -> str | None:
        """The level the room rated the item at, if the framework has it."""
        rating = self.kept.rating
        known = self.framework.level_ids
        return rating.level if rating and rating.level in known else None

    @property
    def is_lowest(self) -> bool:
        """Whether the item is rated at the framework's first level."""
        return self.level == self.framework.level_ids[0]

    @property
    def is_top(self) -> bool:
        """Whether the item is rated at the framework's last level."""
        return self.level == self.framework.level_ids[-1]

    @property
    def actions(self) -> tuple[tuple[str, Action], ...]:
        """The actions that name the item, with their ids."""
        every = self.state.actions.items()
        return tuple((name, action) for name, action in every if action.item == self.item.id)

    @property
    def kloes(self) -> tuple[tuple[str, Kloe], ...]:
        """The key lines of enquiry that name the item, with their ids."""
        every = self.state.kloes.items()
        return tuple((name, kloe) for name, kloe in every if kloe.item == self.item.id)


def context_of(framework: Framework, state: SessionState, item: Item) -> PromptContext:
    """What the prompts of one rated item look at."""
    found = take(state, (framework.kind_of(item.id), item.id))
    kept = found if isinstance(found, ItemState) else ItemState()
    day = day_of(state.session.date)
    return PromptContext(framework, state, item, day, kept, cards_of(state, kept))


def cards_of(state: SessionState, kept: ItemState) -> tuple[Card, ...]:
    """The linked evidence of one item, in the order in which it was linked."""
    return tuple(
        Card(link, facts_of(state, link.document, link.excerpt)) for link in kept.links.values()
    )


def facts_of(state: SessionState, document: str, excerpt: str) -> Facts:
    """The facts that hold for an excerpt: its own, and its document's where it has none."""
    own = state.excerpts.get(excerpt) or Facts()
    whole: Facts = state.documents.get(document) or Facts()
    values = {
        name: getattr(own, name) if getattr(own, name) is not None else getattr(whole, name)
        for name in Facts.model_fields
    }
    return Facts.model_construct(**values)


def day_of(raw: str | None) -> date | None:
    """ISO text as a day; None where there is none, or where no calendar has it."""
    try:
        return date.fromisoformat(raw) if raw else None
    except ValueError:
        return None
