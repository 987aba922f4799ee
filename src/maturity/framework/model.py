"""The records of a framework file, one class for each kind of block; every key of format 1.

Ids come from the headings (`[pillar.leadership]`) and are put into each record when it is read.
Defaults are filled here and nowhere else.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, Literal

from maturity.framework.values import (
    LIST_CAP,
    Code,
    Date,
    Flag,
    Id,
    Ids,
    Line,
    Lines,
    ReadOnly,
    Short,
    Statements,
    Text,
    Word,
    nothing,
)
from maturity.records import Bounds, Record, given

__all__ = [
    "BUILT_IN_PROMPTS",
    "PROMPT_CODES",
    "Agenda",
    "Criterion",
    "EvidenceRules",
    "Group",
    "Item",
    "Level",
    "Meta",
    "Part",
    "Pillar",
    "Practice",
    "Prompt",
    "ReportWords",
    "Retired",
    "RollUp",
    "Source",
    "Tag",
    "Term",
    "Voice",
    "Wording",
]

BUILT_IN_PROMPTS: Final[Mapping[str, bool]] = MappingProxyType(
    {
        "felt-by-families": True,
        "activity-only": True,
        "whole-cohort": True,
        "one-agency": True,
        "out-of-date": True,
        "done-before-proof": True,
        "figure-without-frame": True,
        "split-not-recorded": True,
        "family-gap": True,
        "missing-voice": True,
        "orphan-action": True,
        "loop-open": True,
        "same-level-everywhere": False,
        "same-evidence-everywhere": False,
        "raised-without-evidence": False,
        "strengths-only": False,
        "not-discussed": False,
        "complaints-only": False,
    }
)
"""The challenge prompts a framework may name, and whether each is on where the file is silent."""

PROMPT_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        name: f"CH{number:02}"
        for number, name in enumerate((name for name, on in BUILT_IN_PROMPTS.items() if on), 1)
    }
)
"""The short code of each prompt that is on where the file is silent; the others have none."""

RollUp = Literal["judgement", "none", "lowest", "ladder"]


class Part(Record):
    """What every record of a framework is: frozen, and closed to names it does not know."""


class Meta(Part):
    """`[framework]`: which framework this is, and how it is used."""

    format: Annotated[int, Bounds(strict=True, ge=1)]
    id: Id
    title: Line
    version: Line
    levels: Ids
    rate: Literal["pillars", "criteria"] = "criteria"
    roll_up: RollUp = "judgement"
    status: Literal["draft", "consultation", "final", "withdrawn"] = "draft"
    origin: Literal["official", "local", "own"] = "local"
    notice: Text | None = None
    licence: Line | None = None
    publisher: Line | None = None
    language: Line = "en-GB"
    effective: Date | None = None
    review: Date | None = None
    allow: Lines = ()


class Level(Part):
    """`[level.ID]`: one maturity level."""

    id: Id
    label: Line
    meaning: Text | None = None
    statements: Literal["all", "any"] = "all"
    was: Ids = ()
    meaning_unchanged: Flag = False


class Item(Part):
    """What a pillar and a criterion have in common; either may be what is rated."""

    id: Id
    title: Line
    question: Line | None = None
    level: ReadOnly[Statements] = given(factory=nothing)
    levels: Ids = ()
    short: Short | None = None
    code: Code | None = None
    guidance: Text | None = None
    families: Text | None = None
    impact: Text | None = None
    evidence: Lines = ()
    challenge: Lines = ()
    refs: Lines = ()
    tags: Ids = ()
    improve: ReadOnly[Text] = given(factory=nothing)
    minutes: Annotated[int, Bounds(strict=True, ge=1, le=240)] | None = None
    may_not_apply: Flag = False
    was: Ids = ()
    meaning_unchanged: Flag = False
    allow: Lines = ()


class Pillar(Item):
    """`[pillar.ID]`: a group of criteria, rated itself where `rate = "pillars"`."""

    intro: Text | None = None


class Practice(Part):
    """`[[criterion.ID.practice]]`: one rung, the lowest level that needs it."""

    level: Id
    text: Text
    title: Line | None = None
    checks: Lines = ()
    evidence: Lines = ()
    refs: Lines = ()


class Criterion(Item):
    """`[criterion.ID]`: a part of a pillar; a lens where pillars are rated."""

    pillar: Id | None = None
    group: Id | None = None
    practice: Annotated[tuple[Practice, ...], Bounds(max_length=LIST_CAP)] = ()


class Group(Part):
    """`[group.ID]`: a middle tier between pillar and criterion."""

    id: Id
    title: Line
    intro: Text | None = None


class Source(Part):
    """`[source.ID]`: what the refs point to. `url` is printed, never opened."""

    id: Id
    title: Line
    edition: Line | None = None
    url: Line | None = None


class Voice(Part):
    """`[voice.ID]`: a group that may be in the room. `sector` falls back to the id."""

    id: Id
    label: Line
    core: Flag = False
    votes: Flag = True
    families: Flag = False
    sector: Id = ""
    wider: Line | None = None


class Tag(Part):
    """`[tag.ID]`: a word that items may carry."""

    id: Id
    label: Line


_Minutes = Annotated[int, Bounds(strict=True, ge=0, le=600)]


class Agenda(Part):
    """`[agenda]`: the sitting in minutes; `item_minutes` None means an equal share."""

    minutes: Annotated[int, Bounds(strict=True, ge=30, le=600)] = 210
    break_after: Ids = ()
    opening_minutes: _Minutes = 30
    closing_minutes: _Minutes = 25
    break_minutes: _Minutes = 15
    item_minutes: Annotated[int, Bounds(strict=True, ge=1, le=240)] | None = None


class EvidenceRules(Part):
    """`[evidence]`: 0 months means evidence is never stale."""

    stale_after_months: Annotated[int, Bounds(strict=True, ge=0, le=120)] = 12


class Prompt(Part):
    """`[prompt.ID]`: a built-in challenge prompt. `say` None means its built-in words."""

    id: Id
    on: Flag = True
    say: Line | None = None
    need: Ids = ("health", "education")


class ReportWords(Part):
    """`[report]`: first words of the paper, and the word for "not reached"."""

    opening: Text | None = None
    not_rated: Line = "Not reached"


class Wording(Part):
    """`[wording]`: what this area calls its bodies and papers; each may have a short form."""

    board: Word = "board"
    board_short: Word | None = None
    forum: Word = "forum"
    forum_short: Word | None = None
    operations_group: Word = "operations group"
    operations_group_short: Word | None = None
    plan: Word = "plan"
    plan_short: Word | None = None
    self_evaluation: Word = "self-evaluation"
    self_evaluation_short: Word | None = None
    pillar: Word = "pillar"
    pillars: Word = "pillars"
    criterion: Word = "criterion"
    criteria: Word = "criteria"


class Term(Part):
    """One line of `[glossary]`: long form, other spellings, meaning in a sentence."""

    long: Line | None = None
    also: Lines = ()
    say: Text | None = None


class Retired(Part):
    """`[retired.ID]`: an item of an earlier version that has gone."""

    id: Id
    since: Line
    reason: Line
