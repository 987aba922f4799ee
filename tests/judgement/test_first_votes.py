"""Which items people differ on most, told before any count is shown."""

from judgement.prompted import Entry, a_state
from judgement.timed import five_pillars, votes
from maturity.judgement.disclosure import disclose
from maturity.judgement.first_votes import widest
from maturity.judgement.view import Audience


def _gathered(item: str, *counts: int) -> Entry:
    """Votes of a survey, which nobody in the room has seen."""
    at, new = votes(item, *counts)
    assert isinstance(new, dict)
    return at, {**new, "method": "survey", "revealed": False}


def test_votes_that_wait_to_be_revealed_count_for_the_order_and_stay_unseen() -> None:
    state = a_state(_gathered("one", 1, 10, 1), _gathered("two", 6, 0, 6), votes("three", 6, 6, 0))
    assert widest(state, five_pillars()) == ("two", "three", "one")
    room = disclose(state, five_pillars(), Audience.ROOM)
    assert [item.latest is None for item in room.items] == [True, True, False, True, True]


def test_they_count_before_the_room_has_met_too() -> None:
    state = a_state(_gathered("one", 1, 10, 1), _gathered("two", 6, 0, 6))
    assert widest(state, five_pillars()) == ("two", "one")


def test_the_word_goes_before_the_figure() -> None:
    apart = a_state(votes("one", 3, 0, 9), votes("two", 4, 4, 4))
    assert widest(apart, five_pillars()) == ("two", "one")
    nearer = a_state(votes("one", 1, 10, 1), votes("two", 3, 9, 0))
    assert widest(nearer, five_pillars()) == ("one", "two")


def test_of_equals_the_first_in_the_framework_stands_first() -> None:
    alike = a_state(votes("three", 6, 6, 0), votes("two", 6, 6, 0), votes("one", 1, 0, 0))
    assert widest(alike, five_pillars()) == ("two", "three", "one")


def test_without_votes_there_is_no_order() -> None:
    assert widest(a_state(), five_pillars()) == ()
