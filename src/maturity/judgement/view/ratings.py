"""Levels, ratings and votes, as an audience may see them."""

from maturity.frozen import dataclass
from maturity.judgement.view.audience import Withheld
from maturity.judgement.view.groups import GroupCounts

__all__ = ["AimView", "LevelView", "RatingView", "RoundView"]


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level and its place: `position` counts from 1, the lowest, to `of`."""

    id: str
    label: str
    position: int
    of: int


@dataclass(frozen=True, slots=True)
class AimView:
    """The level hoped for next time, and what it takes."""

    level: LevelView | None
    text: str


@dataclass(frozen=True, slots=True)
class RatingView:
    """A rating in full. `state` is one of the states in `commands.md`, `said` its words."""

    state: str
    said: str
    level: LevelView | None
    because: str
    confidence: str
    next_step: str
    aim: AimView | None
    chosen_by: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """One vote of the room.

    `counts` has one number a level, lowest first, or says why it is withheld. `word` is the
    agreement word, empty where the rule gives none. `said` and `word_said` are the sentences
    the room reads. `groups` is the facilitator's: nobody else learns even whose counts were typed.
    """

    id: str
    n: int
    method: str
    present: int | None
    counts: tuple[int, ...] | Withheld
    cannot_say: int
    abstain: int
    word: str
    is_small_room: bool
    said: str
    word_said: str
    groups: tuple[GroupCounts, ...] = ()
