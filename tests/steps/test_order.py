"""Where the room goes next: along an item, and then to the item that needs it."""

import pytest

from builders import tiny
from judgement.prompted import Entry, a_state
from judgement.timed import four_criteria, votes
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience, ItemView
from maturity.steps import Onward, onward


def _after(item: str, key: str, *entries: Entry, pillars: bool = False) -> Onward | None:
    framework = tiny() if pillars else four_criteria()
    view = disclose(a_state(*entries), framework, Audience.ROOM)
    return onward(view, view.item(item), key)


def _vote(item: str, *counts: int) -> Entry:
    return votes(item, *counts, kind="criterion")


def _rated(item: str, kind: str = "criterion") -> tuple[Entry, ...]:
    return (
        ((kind, item, "rating"), {"state": "provisional", "level": "low"}),
        ((kind, item, "because"), "Named leads."),
        ((kind, item, "aim"), {"level": "high"}),
        ((kind, item, "notes", "nn.a"), {"text": "Said."}),
    )


def test_pillars_follow_each_other_as_the_framework_has_them() -> None:
    assert _after("one", "r", pillars=True) == Onward("one", "v")
    done = (*_rated("one", "pillar"), votes("one", 0, 9, 0), votes("two", 6, 0, 6))
    assert _after("one", "s", *done, pillars=True) == Onward("two", "r")
    assert _after("one", "v", *done, pillars=True) == Onward("one", "d")
    assert _after("two", "s", pillars=True) is None


def test_a_pillar_of_criteria_is_voted_on_before_anything_is_talked_about() -> None:
    assert _after("lens", "r") == Onward("lens", "v")
    voted = _after("lens", "v", _vote("lens", 0, 9, 0))
    assert voted == Onward("b", "r", "to the next vote, talk follows: {}")
    assert _after("lens", "v") == voted


def test_the_talk_begins_with_the_hottest_once_the_votes_are_in() -> None:
    cast = (_vote("lens", 6, 0, 6), _vote("b", 0, 9, 0))
    why = "to the talk of the hottest here: {}"
    assert _after("b", "v", *cast) == Onward("lens", "t", why)
    cool = (_vote("lens", 0, 9, 0), _vote("b", 6, 0, 6))
    assert _after("b", "v", *cool) == Onward("b", "t", why)


def test_who_comes_back_to_an_item_stays_with_it() -> None:
    cast = (_vote("lens", 6, 0, 6), _vote("b", 0, 9, 0))
    assert _after("b", "r", *cast) == Onward("b", "t")
    noted: Entry = (("criterion", "b", "notes", "nn.a"), {"text": "Said."})
    assert _after("b", "v", *cast, noted) == Onward("b", "a")


def test_after_one_the_hottest_of_those_left_and_then_the_next_pillar() -> None:
    cast = (_vote("lens", 6, 0, 6), _vote("b", 0, 9, 0))
    why = "to the talk of the hottest here: {}"
    assert _after("lens", "s", *cast, *_rated("lens")) == Onward("b", "t", why)
    settled = (*cast, *_rated("lens"), *_rated("b"))
    assert _after("lens", "s", *settled) == Onward("c", "r")
    gathered = (*settled, _vote("c", 0, 9, 0), _vote("d", 6, 0, 6))
    assert _after("b", "s", *gathered) == Onward("d", "t", why)
    assert _after("b", "s", *settled, *_rated("c"), *_rated("d")) is None


def test_the_next_vote_passes_over_what_is_settled() -> None:
    assert _after("lens", "v", *_rated("b")) == Onward("lens", "t")


def _parked(item: str, kind: str = "pillar") -> Entry:
    return ((kind, item, "parked"), {"parked": True, "because": "No figures."})


def test_what_is_parked_comes_back_after_the_last_item_and_once() -> None:
    back = Onward("one", "t", "back to what is parked: {}")
    cast = (votes("one", 0, 9, 0), votes("two", 6, 0, 6), *_rated("two", "pillar"))
    assert _after("two", "s", *cast, _parked("one"), pillars=True) == back
    assert _after("one", "s", *cast, *_rated("one", "pillar"), _parked("one"), pillars=True) is None


def test_what_is_parked_is_passed_by_while_an_item_waits() -> None:
    cast = (votes("one", 0, 9, 0), *_rated("one", "pillar"), _parked("one"))
    assert _after("one", "s", *cast, pillars=True) == Onward("two", "r")


def test_a_parked_criterion_comes_back_too() -> None:
    rated = (*_rated("lens"), *_rated("b"), *_rated("d"))
    back = Onward("c", "t", "back to what is parked: {}")
    assert _after("d", "s", *rated, _parked("c", "criterion")) == back


def test_the_way_on_is_found_by_ids_and_not_by_comparing_all_that_is_known_of_each_item(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: object, __: object) -> bool:
        raise AssertionError("of thousands of items each would be compared with each")

    done = (*_rated("lens"), _vote("lens", 0, 9, 0))
    expected = _after("lens", "s", *done)
    monkeypatch.setattr(ItemView, "__eq__", refuse)
    assert _after("lens", "s", *done) == expected is not None
