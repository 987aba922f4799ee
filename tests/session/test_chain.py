"""Journals in a row: parts together, doubles once, abandoned lines apart."""

from dataclasses import replace

from maturity.session.chain import line_up
from maturity.session.events import FIRST, Event, Parsed, chained
from session.test_events import an_event


def a_chain(*texts: str, before: str = FIRST, start: int = 1) -> tuple[Event, ...]:
    events = []
    for number, text in enumerate(texts, start):
        events.append(chained(an_event(number, new=text), before))
        before = events[-1].h
    return tuple(events)


def parsed(*events: Event) -> Parsed:
    return Parsed(events, ())


def name(part: int) -> str:
    return f"20260323T093012-4fa1c2-9d07be41-{part}.jsonl"


def test_lines_written_again_in_a_later_part_count_once() -> None:
    events = a_chain("a", "b", "c")
    row = line_up({name(2): parsed(*events[1:]), name(1): parsed(*events[:2])})
    assert row.events == events
    assert dict(row.covered) == {"9d07be41": 3}
    assert (row.broken, row.abandoned) == ((), ())


def test_lines_that_a_later_part_took_the_place_of_are_apart() -> None:
    kept = a_chain("a")
    lost = a_chain("b", "c", before=kept[0].h, start=2)
    instead = a_chain("d", before=kept[0].h, start=2)
    row = line_up({name(1): parsed(*kept, *lost), name(4): parsed(*instead)})
    assert row.events == (*kept, *instead)
    assert row.abandoned == ((name(1), lost),)
    assert row.covered["9d07be41"] == 2


def test_the_tenth_part_follows_the_ninth() -> None:
    kept = a_chain("a")
    ninth = a_chain("b", before=kept[0].h, start=2)
    tenth = a_chain("c", before=kept[0].h, start=2)
    row = line_up({name(10): parsed(*tenth), name(9): parsed(*ninth), name(1): parsed(*kept)})
    assert row.events == (*kept, *tenth)


def test_a_missing_first_line_breaks_the_run() -> None:
    events = a_chain("a", "b", "c")
    row = line_up({name(1): parsed(*events[1:])})
    assert row.broken == ("9d07be41",)
    assert row.covered["9d07be41"] == 0


def test_a_line_missing_in_the_middle_ends_the_run() -> None:
    events = a_chain("a", "b", "c")
    row = line_up({name(1): parsed(events[0], events[2])})
    assert (row.broken, row.covered["9d07be41"]) == (("9d07be41",), 1)


def test_a_cut_off_end_is_a_shorter_run_and_no_break() -> None:
    row = line_up({name(1): parsed(*a_chain("a", "b", "c")[:2])})
    assert (row.broken, row.covered["9d07be41"]) == ((), 2)


def test_two_openings_stand_side_by_side() -> None:
    mine = a_chain("a")
    other = chained(replace(an_event(1, new="x"), id="aaaaaaaa.1"), FIRST)
    row = line_up({name(1): parsed(*mine), "other.jsonl": parsed(other)})
    assert row.events == (other, *mine)
    assert row.covered == {"9d07be41": 1, "aaaaaaaa": 1}
