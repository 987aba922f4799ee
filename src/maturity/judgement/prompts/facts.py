"""What made a challenge prompt fire: one frozen value for each prompt, and never a sentence."""

from datetime import date
from typing import Literal

from maturity.frozen import dataclass

__all__ = [
    "ActivityOnly",
    "ComplaintsOnly",
    "DoneBeforeProof",
    "Fact",
    "FamilyGap",
    "FeltByFamilies",
    "FigurePart",
    "FigureWithoutFrame",
    "LoopOpen",
    "MissingVoice",
    "NotDiscussed",
    "OneAgency",
    "OrphanAction",
    "OrphanPart",
    "OutOfDate",
    "RaisedWithoutEvidence",
    "SameEvidenceEverywhere",
    "SameLevelEverywhere",
    "SplitNotRecorded",
    "StrengthsOnly",
    "WholeCohort",
]

FigurePart = Literal["value", "period", "comparator"]
OrphanPart = Literal["owner", "due", "not on the register", "several people", "apologies"]


@dataclass(frozen=True, slots=True)
class FeltByFamilies:
    """No view of a family or young person newer than `months`; `newest` is the last, if any."""

    level: str
    newest: date | None
    months: int


@dataclass(frozen=True, slots=True)
class ActivityOnly:
    """All the evidence, `count` cards, is of these kinds, and none shows a difference."""

    kinds: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class WholeCohort:
    """The top level rests on these parts of the cohort; empty where nothing is linked."""

    cohorts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneAgency:
    """The sectors that the evidence comes from, and those that are wanted and missing."""

    sectors: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutOfDate:
    """The newest evidence, where all is stale, and the day it should not be before.

    Or the earliest refresh that was due and has passed, which alone is told where both hold.
    """

    newest: date | None
    limit: date | None
    refresh_due: date | None = None


@dataclass(frozen=True, slots=True)
class DoneBeforeProof:
    """An action called done on a day before its completion, or, without `completed`, too soon."""

    action: str
    done: date
    completed: date | None


@dataclass(frozen=True, slots=True)
class FigureWithoutFrame:
    """What a claim leaves out; `excerpt` is empty where the claim is the room's own because."""

    excerpt: str
    missing: tuple[FigurePart, ...]


@dataclass(frozen=True, slots=True)
class SplitNotRecorded:
    """The word of the latest vote, and how many people were off the level and two levels off.

    `word` is empty where the vote has none.
    """

    word: str
    counts_away: int
    two_or_more_off: int


@dataclass(frozen=True, slots=True)
class FamilyGap:
    """The family voices that saw the item lower; nothing numeric, by design."""

    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingVoice:
    """The core voices that nobody spoke for."""

    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrphanAction:
    """An action, and what keeps it from being anybody's."""

    action: str
    missing: tuple[OrphanPart, ...]


@dataclass(frozen=True, slots=True)
class LoopOpen:
    """The key lines of enquiry still open, and the actions that are Red, by id."""

    kloes: tuple[str, ...]
    red_actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotDiscussed:
    """The level that was proposed and not discussed."""

    level: str


@dataclass(frozen=True, slots=True)
class RaisedWithoutEvidence:
    """The level last time, the level now, and the day of last time where it is known."""

    before: str
    now: str
    since: date | None


@dataclass(frozen=True, slots=True)
class StrengthsOnly:
    """How many strengths stand there without one gap or challenge."""

    strengths: int


@dataclass(frozen=True, slots=True)
class ComplaintsOnly:
    """The excerpts in which families are heard, each of them through a complaint."""

    excerpts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameEvidenceEverywhere:
    """An excerpt, and on how many items it stands."""

    excerpt: str
    items: int


@dataclass(frozen=True, slots=True)
class SameLevelEverywhere:
    """The one level of every item that is rated, and how many those are."""

    level: str
    items: int


Fact = (
    FeltByFamilies
    | ActivityOnly
    | WholeCohort
    | OneAgency
    | OutOfDate
    | DoneBeforeProof
    | FigureWithoutFrame
    | SplitNotRecorded
    | FamilyGap
    | MissingVoice
    | OrphanAction
    | LoopOpen
    | NotDiscussed
    | RaisedWithoutEvidence
    | StrengthsOnly
    | ComplaintsOnly
    | SameEvidenceEverywhere
    | SameLevelEverywhere
)
"""Anything that makes a prompt fire."""
