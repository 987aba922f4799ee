"""What a challenge prompt may look at: one item, its evidence, and what lies around it."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from maturity.framework import Framework, Item
from maturity.frozen import dataclass
from maturity.session.kinds import take
from maturity.session.state import Action, Facts, ItemState, Kloe, Link, SessionState
from maturity.session.voters import group_label, known_groups

__all__ = [
    "Around",
    "Card",
    "PromptContext",
    "Said",
    "as_quoted",
    "cards_of",
    "context_of",
    "day_of",
    "facts_of",
]

_FEWEST_SHARED: Final = 4

T = TypeVar("T", Action, Kloe)

Said = Callable[[str, str], str]
"""The words to show of linked evidence, from the id of its excerpt and the words it quotes."""


def as_quoted(_excerpt: str, quote: str) -> str:
    """The words that a link quotes."""
    return quote


class Around:
    """What the views of all items read beyond their own item, gathered once for one state.

    Looked up for each item by itself it would walk the whole session as often as there are items.
    The state is frozen, so what is worked out when the first of them asks holds for all. Prompts
    look at what is quoted, whatever is `said` of it.
    """

    def __init__(self, framework: Framework, state: SessionState, said: Said = as_quoted) -> None:
        """Hold a state; nothing is worked out yet."""
        self.said = said
        self.framework = framework
        self.state = state

    def actions_of(self, item: str) -> tuple[tuple[str, Action], ...]:
        """The actions that name an item, with their ids."""
        return tuple(self._actions.get(item, ()))

    def kloes_of(self, item: str) -> tuple[tuple[str, Kloe], ...]:
        """The key lines of enquiry that name an item, with their ids."""
        return tuple(self._kloes.get(item, ()))

    @cached_property
    def _actions(self) -> Mapping[str, list[tuple[str, Action]]]:
        return _by_item(self.state.actions)

    @cached_property
    def _kloes(self) -> Mapping[str, list[tuple[str, Kloe]]]:
        return _by_item(self.state.kloes)

    @cached_property
    def open_kloes(self) -> tuple[str, ...]:
        """Ids of every key line of enquiry that is open, of whatever item."""
        return tuple(entry for entry, kloe in self.state.kloes.items() if kloe.closed is None)

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """How many of the items to rate are rated at each level, where any is."""
        framework = self.framework
        items = (take(self.state, (framework.kind_of(one.id), one.id)) for one in framework.items)
        ratings = (kept.rating for kept in items if isinstance(kept, ItemState))
        return Counter(rating.level for rating in ratings if rating and rating.level)

    @cached_property
    def shared(self) -> Mapping[str, int]:
        """The excerpts that stand on four items or more, and on how many."""
        everywhere = (*self.state.pillar.values(), *self.state.criterion.values())
        stands = Counter(
            excerpt
            for kept in everywhere
            for excerpt in {link.excerpt for link in kept.links.values()}
        )
        return {excerpt: items for excerpt, items in stands.items() if items >= _FEWEST_SHARED}

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Everything on record that may own an action and is not a person's name."""
        state, wording = self.state, self.framework.wording
        named = [text for one in state.people.values() for text in (one.role, one.organisation)]
        named += [forum for forums in self._forums for forum in forums]
        named += [wording.board, wording.board_short, wording.forum, wording.forum_short]
        named += [wording.operations_group, wording.operations_group_short]
        named += [str(word) for key, word in state.settings.items() if key.startswith("house.")]
        for group in known_groups(state, self.framework):
            named += [group, group_label(self.framework, group)]
        return frozenset(text.casefold() for text in named if text)

    @cached_property
    def _forums(self) -> tuple[frozenset[str], frozenset[str]]:
        actions, kloes = self.state.actions.values(), self.state.kloes.values()
        return (
            frozenset(action.forum for action in actions if action.forum),
            frozenset(kloe.forum for kloe in kloes if kloe.forum),
        )

    @cached_property
    def of_others(self) -> tuple[object, ...]:
        """All that the view of an item may read of other items, and of entries not its own.

        Equal ones give equal views, where the item and its entries, the people, the documents and
        the settings are the same.
        """
        prompts = self.framework.prompts
        return (
            self._forums,
            self.open_kloes if self.state.session.no_risks else (),
            self.levels if prompts["same-level-everywhere"].on else {},
            self.shared if prompts["same-evidence-everywhere"].on else {},
        )

    def own(self, item: str) -> tuple[object, ...]:
        """The values of the state that are an item's own: what is kept of it, and what names it."""
        kept = take(self.state, (self.framework.kind_of(item), item))
        lenses = (self.state.criterion.get(lens.id) for lens in self.framework.criteria_of(item))
        actions, kloes = self.actions_of(item), self.kloes_of(item)
        return (kept, *lenses, *(part for entry in (*actions, *kloes) for part in entry))


def _by_item(entries: Mapping[str, T]) -> Mapping[str, list[tuple[str, T]]]:
    found: dict[str, list[tuple[str, T]]] = {}
    for name, entry in entries.items():
        if entry.item is not None:
            found.setdefault(entry.item, []).append((name, entry))
    return found


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
    around: Around
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
        return self.around.actions_of(self.item.id)

    @property
    def kloes(self) -> tuple[tuple[str, Kloe], ...]:
        """The key lines of enquiry that name the item, with their ids."""
        return self.around.kloes_of(self.item.id)


def context_of(around: Around, item: Item) -> PromptContext:
    """What the prompts of one rated item look at."""
    framework, state = around.framework, around.state
    found = take(state, (framework.kind_of(item.id), item.id))
    kept = found if isinstance(found, ItemState) else ItemState()
    day = day_of(state.session.date)
    return PromptContext(framework, state, around, item, day, kept, cards_of(state, kept))


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
