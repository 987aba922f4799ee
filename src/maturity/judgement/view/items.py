"""A rated item and what hangs on it, as an audience may see them."""

from collections.abc import Mapping
from typing import Literal

from maturity.frozen import dataclass
from maturity.judgement.view.audience import Withheld
from maturity.judgement.view.board import BoardView
from maturity.judgement.view.last import LastView
from maturity.judgement.view.prompts import PromptView
from maturity.judgement.view.ratings import LevelView, RatingView, RoundView
from maturity.judgement.view.suggestion import Suggestion
from maturity.session.state import Facts

__all__ = ["DissentView", "ItemView", "LensView", "LinkView", "Mark", "NoteView"]


@dataclass(frozen=True, slots=True)
class DissentView:
    """A different view as this audience may read it.

    `withheld` is set where only its existence may be told; every other text is then empty.
    """

    id: str
    who: str
    who_kind: str
    kind: str
    level: LevelView | None
    reason: str
    change: str
    reach: str
    answer: str
    reply: str
    heard: bool
    status: str
    withheld: Withheld | None = None


Mark = Literal["none", "open", "redact", "keep"]


@dataclass(frozen=True, slots=True)
class LinkView:
    """Evidence on an item: the words quoted, where they stand, and the facts that hold for them.

    `mark` says whether the words may identify a child, and what was decided; where they are
    covered for this audience, `quote` says so instead.
    """

    id: str
    excerpt: str
    document: str
    document_title: str
    ref: str
    stance: str
    shows: str
    quote: str
    facts: Facts
    mark: Mark = "none"


@dataclass(frozen=True, slots=True)
class NoteView:
    """One line from the talk."""

    id: str
    tag: str
    text: str
    private: bool


@dataclass(frozen=True, slots=True)
class LensView:
    """A criterion that helps the room think about a rated pillar; `seen` is never rolled up.

    `texts` has the statements of each level of the item, by level id, lowest first.
    """

    id: str
    code: str
    title: str
    question: str
    seen: LevelView | None
    texts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ItemView:
    """All that may be seen of one rated item.

    `pillar` is its pillar's id, empty for a pillar itself; `median` the levels the latest vote
    lies between, one of them where they agree. `waiting` is how many votes were gathered before
    the sitting and are not revealed yet; `rounds` has none of them.
    `suggested` is the confidence that evidence and agreement suggest, on the screen only. `rating`
    is the room's whatever the board decided; `board` is its answer, if it gave one. `last` is how
    it stood in the session before, and `since` what changed, empty where there was no session.
    """

    id: str
    kind: str
    code: str
    title: str
    short: str
    pillar: str
    question: str
    guidance: str
    families: str
    evidence_hints: tuple[str, ...]
    levels: tuple[LevelView, ...]
    texts: Mapping[str, tuple[str, ...]]
    may_not_apply: bool
    rating: RatingView
    parked: str | None
    discussed: bool
    rounds: tuple[RoundView, ...]
    median: tuple[LevelView, ...]
    dissents: tuple[DissentView, ...]
    links: tuple[LinkView, ...]
    notes: tuple[NoteView, ...]
    lenses: tuple[LensView, ...]
    prompts: tuple[PromptView, ...] = ()
    waiting: int = 0
    suggested: Suggestion | None = None
    board: BoardView | None = None
    last: LastView | None = None
    since: str = ""

    @property
    def latest(self) -> RoundView | None:
        """The round that counts, if there was a vote."""
        return self.rounds[-1] if self.rounds else None

    @property
    def is_off_median(self) -> bool:
        """Whether its level lies outside the levels that the latest vote lies between."""
        level, places = self.rating.level, [one.position for one in self.median]
        if level is None or not places:
            return False
        return not min(places) <= level.position <= max(places)

    @property
    def is_rated(self) -> bool:
        """Whether the room has said anything that stands as its answer."""
        return self.rating.state != "unrated"
