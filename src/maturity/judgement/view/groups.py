"""How voice groups voted, as an audience may see it: counts for few, words for more."""

from maturity.frozen import dataclass
from maturity.judgement.view.audience import Withheld

__all__ = ["GapNumbers", "GapRow", "GapView", "GroupCounts"]


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """The counts of one voice group within a round, lowest level first."""

    voice: str
    who: str
    counts: tuple[int, ...]
    cannot_say: int
    abstain: int


@dataclass(frozen=True, slots=True)
class GapRow:
    """Round `n` of an item: the votes of the group and of everyone else, lowest level first."""

    item: str
    n: int
    group: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GapNumbers:
    """What stands behind a finding: how often who rated lower, in words, and each item's votes."""

    said: str
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """The finding that a voice group tended to rate lower than the rest of the room, or higher.

    It speaks of the criteria of `pillar`, or of all rated pillars where that is empty. `kept_back`
    is set, for the facilitator alone, where nobody else is told of it.
    """

    pillar: str
    voice: str
    who: str
    is_lower: bool
    said: str
    numbers: GapNumbers | Withheld
    kept_back: Withheld | None = None
