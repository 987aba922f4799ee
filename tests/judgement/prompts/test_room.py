"""Prompts on votes, voices and notes: what fires each, what just misses, and what is unknown."""

import pytest

from judgement.prompted import (
    ONE,
    Entry,
    a_dissent,
    a_framework,
    a_round,
    fact,
    note,
    person,
    rated,
)
from maturity.judgement.prompts.facts import (
    Fact,
    FamilyGap,
    MissingVoice,
    NotDiscussed,
    SameLevelEverywhere,
    SplitNotRecorded,
    StrengthsOnly,
)

TOGETHER = a_round(1, 10, 1)
LOWER = a_round(4, 4, 4, families=(3, 0, 0))
SAME = tuple(rated("high", item) for item in ("one", "two"))
PROPOSED: Entry = ((*ONE, "discussed"), False)

FIRES: list[tuple[str, tuple[Entry, ...], Fact]] = [
    ("split-not-recorded", (a_round(4, 4, 4),), SplitNotRecorded("split", 0, 0)),
    ("split-not-recorded", (a_round(3, 6, 3), rated()), SplitNotRecorded("mixed", 6, 0)),
    ("split-not-recorded", (TOGETHER, rated("high")), SplitNotRecorded("together", 11, 0)),
    ("split-not-recorded", (a_round(10, 1, 1),), SplitNotRecorded("together", 0, 1)),
    (
        "split-not-recorded",
        (a_round(4, 4, 4), a_dissent(status="withdrawn")),
        SplitNotRecorded("split", 0, 0),
    ),
    (
        "split-not-recorded",
        (a_round(1, 10, 1, rule="ram-9"), rated("low")),
        SplitNotRecorded("", 11, 0),
    ),
    ("family-gap", (LOWER,), FamilyGap(("families",))),
    ("family-gap", (LOWER, a_round(0, 12, 0, n=2)), FamilyGap(("families",))),
    (
        "missing-voice",
        (rated(), person(1, "health"), person(2, "families", "apologies")),
        MissingVoice(("families",)),
    ),
    ("missing-voice", (rated(), person(1, "health")), MissingVoice(("families",))),
    (
        "missing-voice",
        (rated(), person(1, "health"), person(2, None, observer=True)),
        MissingVoice(("families",)),
    ),
    ("not-discussed", (rated(), PROPOSED), NotDiscussed("middle")),
    ("strengths-only", (note("a", "strength"), note("b", "strength")), StrengthsOnly(2)),
    (
        "strengths-only",
        (note("a", "strength"), note("b", "strength"), note("c", "gap", private=True)),
        StrengthsOnly(2),
    ),
]


@pytest.mark.parametrize(("prompt", "entries", "why"), FIRES)
def test_it_fires_and_says_why(prompt: str, entries: tuple[Entry, ...], why: Fact) -> None:
    assert fact(prompt, *entries) == why


MISSES: list[tuple[str, tuple[Entry, ...]]] = [
    ("split-not-recorded", ()),
    ("split-not-recorded", (TOGETHER, rated("middle"))),
    ("split-not-recorded", (a_round(4, 4, 4), a_dissent())),
    ("split-not-recorded", (a_round(4, 4, 4), a_round(1, 10, 1, n=2))),
    ("family-gap", (a_round(4, 4, 4, families=(0, 0, 3)),)),
    ("family-gap", (a_round(8, 7, 7, families=(2, 1, 0)),)),
    ("family-gap", (a_round(6, 6, 0, families=(3, 1, 0)),)),
    ("family-gap", (LOWER, a_round(0, 12, 0, n=2, families=(0, 3, 0)))),
    ("family-gap", (a_round(4, 4, 4, health=(3, 0, 0)),)),
    ("family-gap", (a_round(3, 0, 0, families=(3, 0, 0)),)),
    ("missing-voice", (rated(), person(1, "health"), person(2, "families"))),
    ("missing-voice", (person(1, "health"),)),
    ("not-discussed", (rated(),)),
    ("not-discussed", (PROPOSED,)),
    ("strengths-only", (note("a", "strength"), note("b", "strength"), note("c", "gap"))),
    ("strengths-only", (note("a", "strength"), note("b", "quote"))),
    ("strengths-only", (note("a", "strength"), note("b", "strength", private=True))),
    ("same-level-everywhere", SAME),
]


@pytest.mark.parametrize(("prompt", "entries"), MISSES)
def test_it_just_misses(prompt: str, entries: tuple[Entry, ...]) -> None:
    assert fact(prompt, *entries) is None


UNKNOWN: list[tuple[str, tuple[Entry, ...]]] = [
    ("split-not-recorded", (a_round(4, 4, 4, rule="ram-9"),)),
    ("family-gap", (a_round(4, 4, 4),)),
    ("family-gap", (a_round(1, 1, 1, families=(3, 0, 0)),)),
    ("missing-voice", (rated(),)),
    ("missing-voice", (rated(), person(1, "families", "invited"))),
    ("missing-voice", (rated(), person(1, "health"), person(2, None))),
    ("not-discussed", (((*ONE, "rating"), {"state": "cannot-say"}), PROPOSED)),
]


@pytest.mark.parametrize(("prompt", "entries"), UNKNOWN)
def test_what_nobody_knows_never_makes_it_fire(prompt: str, entries: tuple[Entry, ...]) -> None:
    assert fact(prompt, *entries) is None


def test_a_difference_of_families_counts_from_its_threshold_on() -> None:
    # 27 more lower than higher of 57 pairs, 0.4737; 19 of 40, 0.475
    assert fact("family-gap", a_round(8, 7, 7, families=(2, 1, 0))) is None
    assert fact("family-gap", a_round(4, 3, 7, families=(1, 3, 0))) is not None


def test_five_items_at_one_level_are_flat_and_four_are_not() -> None:
    pillars = [
        f'[pillar.p{n}]\ntitle = "Pillar {n}"\nquestion = "How well?"\n'
        'level.low = "A."\nlevel.middle = "B."\nlevel.high = "C."'
        for n in (3, 4, 5, 6)
    ]
    framework = a_framework(*pillars)
    names = ("one", "two", "p3", "p4", "p5")
    flat = [rated("high", name) for name in names]
    assert fact("same-level-everywhere", *flat, framework=framework) == SameLevelEverywhere(
        "high", 5
    )
    assert fact("same-level-everywhere", *flat[:4], framework=framework) is None
    uneven = [*flat, rated("low", "p6")]
    assert fact("same-level-everywhere", *uneven, framework=framework) is None
