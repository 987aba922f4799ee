"""Folding events into a state: order, doubles, heads, and lines that no session can hold."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_change
from maturity.session.events import Event
from maturity.session.fold import EMPTY, Folded, fold
from maturity.session.kinds import take

BECAUSE = ("pillar", "one", "because")
NOTES = ("pillar", "one", "notes")


def an_event(number: int, at: tuple[str, ...], new: object = None, **more: object) -> Event:
    event = Event(
        id=f"9d07be41.{number}",
        n=number,
        t=f"2026-03-23T09:{number % 60:02}:00Z",
        by="Ash",
        dev="4fa1c2",
        act="test",
        op="set",
        at=at,
        new=new,
    )
    return replace(event, **more)  # type: ignore[arg-type]  # a builder for tests


def seen(events: list[Event]) -> list[Event]:
    """The same events, each of which has seen all before it."""
    ids = tuple(event.id for event in events)
    return [replace(event, sees=ids[:place]) for place, event in enumerate(events)]


@given(st.lists(a_change(), max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    changes: list[tuple[tuple[str, ...], object]], chance: random.Random
) -> None:
    events = seen([an_event(number, *change) for number, change in enumerate(changes, 1)])
    shuffled = [*events, *events[:3]]
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(events)


@given(st.lists(a_change(), max_size=10), st.integers(0, 10))
def test_folding_in_two_goes_is_folding_in_one(
    changes: list[tuple[tuple[str, ...], object]], cut: int
) -> None:
    events = seen([an_event(number, *change) for number, change in enumerate(changes, 1)])
    assert fold(events[cut:], fold(events[:cut])) == fold(events)


NOTE = "9d07be41.1"
ON_A_NOTE: tuple[dict[str, object], ...] = (
    {"at": NOTES, "new": {"text": "more"}, "op": "add"},
    {"at": (*NOTES, NOTE, "tag"), "new": "gap"},
    {"at": (*NOTES, NOTE, "tag"), "new": None},
    {"at": NOTES, "op": "retract", "of": NOTE},
    {"at": NOTES, "op": "restore", "of": NOTE, "new": {"text": "from the line"}},
    {"at": BECAUSE, "new": "said"},
    {"at": BECAUSE, "new": None},
    {"at": ("excerpts", "e1", "date"), "new": "2026-01-01"},
    {"at": ("excerpts", "e1", "date"), "new": None},
)


@given(st.lists(st.sampled_from(ON_A_NOTE), max_size=12))
def test_a_fold_changes_nothing_of_what_was_folded_before_it(
    steps: list[dict[str, Any]],
) -> None:
    first = an_event(1, NOTES, {"text": "kept"}, op="add")
    later = (an_event(number, **step) for number, step in enumerate(steps, 2))
    events = seen([first, *later])
    one_by_one = [fold(events[:1])]
    for event in events[1:]:
        one_by_one.append(fold([event], one_by_one[-1]))
    assert one_by_one == [fold(events[:many]) for many in range(1, len(events) + 1)]


def test_the_tenth_change_comes_after_the_ninth() -> None:
    events = seen([an_event(9, BECAUSE, "ninth"), an_event(10, BECAUSE, "tenth")])
    assert take(fold(reversed(events)).state, BECAUSE) == "tenth"


def test_two_changes_that_have_not_seen_each_other_are_contested() -> None:
    one = an_event(1, BECAUSE, "mine")
    other = an_event(1, BECAUSE, "yours", id="aaaaaaaa.1", dev="bbbbbb", by="Bo")
    folded = fold([one, other])
    assert take(folded.state, BECAUSE) is None
    assert [head.value for head in folded.contested[BECAUSE]] == ["mine", "yours"]
    chosen = an_event(3, BECAUSE, "ours", sees=(one.id, other.id))
    settled = fold([chosen], folded)
    assert take(settled.state, BECAUSE) == "ours"
    assert not settled.contested


def test_a_losing_value_that_was_only_passing_is_still_contested() -> None:
    first = an_event(1, BECAUSE, "a")
    second = an_event(2, BECAUSE, "b", sees=(first.id,))
    back = an_event(3, BECAUSE, "c", sees=(second.id,))
    other = an_event(2, BECAUSE, "b", id="aaaaaaaa.1", sees=(first.id,))
    assert BECAUSE in fold([first, second, back, other]).contested


def test_two_who_say_the_same_are_not_contested() -> None:
    folded = fold([an_event(1, BECAUSE, "x"), an_event(1, BECAUSE, "x", id="aaaaaaaa.1")])
    assert not folded.contested
    assert len(folded.marks[BECAUSE]) == 2


def test_an_entry_taken_out_comes_back_as_it_was() -> None:
    added = an_event(1, NOTES, {"text": "kept"}, op="add")
    changed = an_event(2, (*NOTES, added.id, "tag"), "gap")
    gone = an_event(3, NOTES, op="retract", of=added.id)
    back = an_event(4, NOTES, op="restore", of=added.id)
    before = fold([added, changed])
    assert fold([added, changed, gone]).state == fold([]).state
    assert fold([added, changed, gone, back]).state == before.state


@pytest.mark.parametrize(
    "event",
    [
        an_event(2, (*NOTES, "9d07be41.1", "tag"), "gap"),
        an_event(2, ("actions", "9d07be41.1", "statuses"), {"status": "red"}, op="add"),
        an_event(2, ("people", "9d07be41.1", "name"), "Bo"),
        an_event(2, NOTES, {"text": "x"}),
        an_event(2, BECAUSE, "x", op="add"),
        an_event(2, BECAUSE, "x", op="import"),
        an_event(2, ("session",), op="retract", of="title"),
        an_event(2, ("session",), {"title": "x"}, op="restore", of="title"),
        an_event(2, ("nobody",), "x"),
        an_event(2, (), "x"),
        an_event(2, (), "x", op="import"),
        an_event(2, BECAUSE, 5),
        an_event(2, ("session", "minutes"), 10**30),
        an_event(2, (), op="open", details={"framework": "a", "framework_id": "x" * 30_000}),
    ],
)
def test_a_line_that_no_session_can_hold_is_told_and_changes_nothing(event: Event) -> None:
    folded = fold([event])
    assert folded.state == EMPTY.state
    assert [name for name, _ in folded.refused] == [event.id]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)
NAMES = st.sampled_from(("pillar", "one", "notes", "people", "1.1", "x", "session", "title"))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("open", "set", "add", "retract", "restore", "import", "erase")),
            st.lists(NAMES, max_size=5),
            JSON,
            st.none() | NAMES,
        ),
        max_size=6,
    )
)
def test_nothing_folded_ever_raises(
    lines: list[tuple[str, list[str], object, str | None]],
) -> None:
    events = [
        an_event(number, tuple(at), new, op=op, of=of)
        for number, (op, at, new, of) in enumerate(lines, 1)
    ]
    assert isinstance(fold(events), Folded)


def test_the_framework_is_the_one_the_first_run_named() -> None:
    first = an_event(1, (), op="open", details={"framework": "f1", "framework_id": "tiny"})
    later = an_event(2, (), op="open", details={"framework": "f2"})
    assert fold([later, first]).state.framework.fingerprint == "f1"
