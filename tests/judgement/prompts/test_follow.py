"""Prompts on actions, enquiries and risks: what fires each, what just misses, what is unknown."""

from datetime import date

import pytest

from judgement.prompted import (
    NO_RISKS,
    Entry,
    action,
    fact,
    kloe,
    link,
    person,
    rated,
    status,
)
from maturity.judgement.prompts.facts import DoneBeforeProof, Fact, LoopOpen, OrphanAction

EARLY = date(2021, 4, 1)
GREEN = status("green", "2021-04-01", "Apr 21: on track. Dec 2021: completed.")
ROW = link("a", "LAIP 3.11: forms redrawn. Completed 1 May 2021", ref="row 4")
HERE = person(1, "health", initials="BF", role="Lead for waits", organisation="Northmere ICB")

FIRES: list[tuple[str, tuple[Entry, ...], Fact]] = [
    ("done-before-proof", (action(), GREEN), DoneBeforeProof("ac.a", EARLY, date(2021, 12, 1))),
    (
        "done-before-proof",
        (action(plan=["LAIP 3.11"]), status("blue", "2021-04-01"), ROW),
        DoneBeforeProof("ac.a", EARLY, date(2021, 5, 1)),
    ),
    (
        "done-before-proof",
        (
            action(),
            status("amber", "2020-01-01"),
            status("green", "2021-04-01"),
            status("green", "2021-12-01", "Dec 2021: completed"),
        ),
        DoneBeforeProof("ac.a", EARLY, date(2021, 12, 1)),
    ),
    (
        "done-before-proof",
        (action(), status("green", "2021-04-01"), rated("low")),
        DoneBeforeProof("ac.a", EARLY, None),
    ),
    ("orphan-action", (action(owners=[], due=None),), OrphanAction("ac.a", ("owner", "due"))),
    ("orphan-action", (action(due=None),), OrphanAction("ac.a", ("due",))),
    (
        "orphan-action",
        (HERE, action(owners=["Sal Rowan"])),
        OrphanAction("ac.a", ("not on the register",)),
    ),
    (
        "orphan-action",
        (HERE, person(2, None, initials="bf"), action(owners=["BF"])),
        OrphanAction("ac.a", ("several people",)),
    ),
    (
        "orphan-action",
        (person(1, "health", "apologies"), action(owners=["Bo Fenn 1"])),
        OrphanAction("ac.a", ("apologies",)),
    ),
    ("loop-open", (kloe(), rated("high")), LoopOpen(("kk.a",), ())),
    ("loop-open", (kloe(), rated("low")), LoopOpen(("kk.a",), ())),
    (
        "loop-open",
        (kloe(), rated(), action(), status("red", "2026-03-01")),
        LoopOpen(("kk.a",), ("ac.a",)),
    ),
    ("loop-open", (NO_RISKS, rated("high")), LoopOpen((), ())),
    ("loop-open", (NO_RISKS, kloe(item="two")), LoopOpen(("kk.a",), ())),
]


@pytest.mark.parametrize(("prompt", "entries", "why"), FIRES)
def test_it_fires_and_says_why(prompt: str, entries: tuple[Entry, ...], why: Fact) -> None:
    assert fact(prompt, *entries) == why


MISSES: list[tuple[str, tuple[Entry, ...]]] = [
    ("done-before-proof", (action(), status("green", "2021-12-01", "Dec 2021: completed"))),
    ("done-before-proof", (action(), status("amber", "2021-04-01", "Dec 2021: completed"))),
    ("done-before-proof", (action(), GREEN, status("amber", "2021-05-01"))),
    ("done-before-proof", (action(item="two"), GREEN, rated("low"))),
    ("done-before-proof", (action(plan=["LAIP 3.1"]), status("blue", "2021-04-01"), ROW)),
    ("orphan-action", ()),
    ("orphan-action", (action(owners=[], item="two"),)),
    ("orphan-action", (HERE, action(owners=["bf", "Bo Fenn 1", "Bo", "Lead for waits"]))),
    ("orphan-action", (HERE, action(owners=["Northmere ICB", "Health", "council", "Board"]))),
    ("orphan-action", (HERE, action(owners=["Data group"], forum="Data group"))),
    ("loop-open", (kloe(), rated())),
    ("loop-open", (kloe(closed="2026-03-01", finding="x"), rated("high"))),
    ("loop-open", (kloe(item="two"), rated("high"))),
    ("loop-open", (NO_RISKS, rated())),
]


@pytest.mark.parametrize(("prompt", "entries"), MISSES)
def test_it_just_misses(prompt: str, entries: tuple[Entry, ...]) -> None:
    assert fact(prompt, *entries) is None


UNKNOWN: list[tuple[str, tuple[Entry, ...]]] = [
    ("done-before-proof", (action(), status("green", "2021-12-15", "Dec 2021: completed"))),
    ("done-before-proof", (action(), status("green", "2021-04-01", "Completed 23/12"))),
    ("done-before-proof", (action(), status("green", "2021-04-01"), rated())),
    ("orphan-action", (action(owners=["Sal Rowan"], due="TBC"),)),
]


@pytest.mark.parametrize(("prompt", "entries"), UNKNOWN)
def test_what_nobody_knows_never_makes_it_fire(prompt: str, entries: tuple[Entry, ...]) -> None:
    assert fact(prompt, *entries) is None


def test_the_words_of_this_area_own_actions_too() -> None:
    house: Entry = (("settings", "house.board"), "SEND Improvement Board")
    owned = action(owners=["SEND improvement board"])
    assert fact("orphan-action", HERE, owned) is not None
    assert fact("orphan-action", HERE, owned, house) is None
