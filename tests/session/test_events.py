"""Journal lines: the printed example, the chain, and what damage looks like."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.session.events import (
    FIRST,
    Event,
    canonical,
    chained,
    encode,
    line_of,
    parse,
)

EXAMPLE = (Path(__file__).parents[1] / "data" / "journal-example.jsonl").read_bytes()


def an_event(number: int = 1, **changes: object) -> Event:
    event = Event(
        id=f"9d07be41.{number}",
        n=number,
        t="2026-03-23T09:30:12Z",
        by="Ash",
        dev="4fa1c2",
        act="rate",
        op="set",
        at=("pillar", "families", "because"),
        new="text",
    )
    return replace(event, **changes)  # type: ignore[arg-type]  # a builder for tests


def test_the_printed_example_reads_and_writes_to_the_same_bytes() -> None:
    parsed = parse(EXAMPLE)
    assert parsed.problems == ()
    assert [event.op for event in parsed.events] == ["open", "add", "set"]
    assert b"".join(encode(event) for event in parsed.events) == EXAMPLE


def test_the_chain_of_the_example_is_worked_out_anew() -> None:
    before = FIRST
    for event in parse(EXAMPLE).events:
        again = chained(replace(event, p="", h=""), before)
        assert (again.p, again.h) == (event.p, event.h)
        before = again.h


@given(st.binary(max_size=400))
def test_no_bytes_raise(raw: bytes) -> None:
    parse(raw)


@given(st.integers(0, len(EXAMPLE) - 1), st.integers(0, 255))
def test_a_changed_byte_is_reported_or_harmless(position: int, value: int) -> None:
    raw = bytearray(EXAMPLE)
    raw[position] = value
    parsed = parse(bytes(raw))
    if bytes(raw) == EXAMPLE:
        return
    originals = {event.id: event for event in parse(EXAMPLE).events}
    assert parsed.problems or all(originals.get(e.id) == e for e in parsed.events)


def test_a_cut_last_line_is_torn_and_the_rest_stands() -> None:
    parsed = parse(EXAMPLE[:-20])
    assert len(parsed.events) == 2
    assert [problem.torn for problem in parsed.problems] == [True]


def test_an_action_without_its_last_line_is_left_out_whole() -> None:
    first = chained(an_event(1, grp="9d07be41.1"), FIRST)
    second = chained(an_event(2, grp="9d07be41.1"), first.h)
    parsed = parse(encode(first) + encode(second))
    assert parsed.events == ()
    assert [problem.torn for problem in parsed.problems] == [True]
    whole = chained(replace(second, end=True), first.h)
    assert len(parse(encode(first) + encode(whole)).events) == 2


def test_a_line_taken_out_of_the_middle_is_noticed() -> None:
    lines = EXAMPLE.splitlines(keepends=True)
    parsed = parse(lines[0] + lines[2])
    assert [problem.what for problem in parsed.problems] == ["a line before it is missing"]


def test_a_line_separator_inside_text_is_no_line_end() -> None:
    event = chained(an_event(new="one\u2028two"), FIRST)
    (read,) = parse(encode(event)).events
    assert read.new == "one\ntwo"


def test_deep_nesting_and_doubled_names_are_reported() -> None:
    deep = b'{"v":1,"new":' + b"[" * 5000 + b"]" * 5000 + b"}\n"
    doubled = b'{"v":1,"v":1}\n'
    assert len(parse(deep + doubled).problems) == 2


def test_what_a_stranger_wrote_is_cleaned_before_anybody_sees_it() -> None:
    hostile = "\x1b[31mred\u202e"
    event = chained(
        an_event(by=hostile, new={"text": hostile, hostile: [hostile]}, old=hostile, room=hostile),
        FIRST,
    )
    (read,) = parse(encode(event)).events
    assert (read.by, read.old, read.room) == ("[31mred",) * 3
    assert read.new == {"text": "[31mred", "[31mred": ["[31mred"]}


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "9d07be41.\u00b2"},
        {"id": "9d07be41.0"},
        {"id": "9d07be41"},
        {"id": "9d07be41." + "1" * 5000},
        {"id": "a.b.1"},
        {"t": "yesterday"},
        {"t": "2026-02-30T09:00:00Z"},
        {"t": "2026-03-23T09:00:00"},
        {"n": 0},
        {"n": 2**53},
        {"n": True},
        {"op": "sing"},
        {"of": 5},
        {"sees": (1, 2)},
        {"at": (1, 2)},
    ],
)
def test_a_line_with_a_part_that_cannot_be_is_a_problem_and_no_event(
    changes: dict[str, object],
) -> None:
    line = canonical_line(changes)
    parsed = parse(line)
    assert parsed.events == ()
    assert len(parsed.problems) == 1
    assert not parsed.problems[0].torn


def canonical_line(changes: dict[str, object]) -> bytes:
    """A line whose check value is right, whatever stands in it."""
    table = json.loads(encode(chained(an_event(), FIRST)))
    table |= {
        name: list(value) if isinstance(value, tuple) else value for name, value in changes.items()
    }
    del table["h"]
    h = hashlib.sha256(FIRST.encode() + canonical(table)).hexdigest()[:16]
    return canonical(table | {"h": h}) + b"\n"


def test_a_power_cut_leaves_nuls_and_they_are_torn() -> None:
    for tail in (b"\x00" * 30, b"\x00" * 30 + b'"}\n', b'{"v":1' + b"\x00" * 8 + b"\n"):
        parsed = parse(EXAMPLE + tail)
        assert len(parsed.events) == 3
        assert [problem.torn for problem in parsed.problems] == [True]


def test_a_long_line_of_a_newer_program_in_an_unfinished_action_raises_nothing() -> None:
    event = chained(an_event(grp="9d07be41.1", new="x" * 100_000), FIRST)
    parsed = parse(line_of(event) + b"\n")
    assert [problem.torn for problem in parsed.problems] == [True]
