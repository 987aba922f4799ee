"""Lines of readiness: their order, their sum, and what scripts get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.readiness.line import Line, State, ordered, summed_up

READY = Line("a", State.READY, "Well.")
LOOK = Line("b", State.LOOK, "Perhaps.", "Look.")
BROKEN = Line("c", State.WILL_NOT_WORK, "No.", "Mend it.")


@given(st.lists(st.sampled_from([READY, LOOK, BROKEN])))
def test_what_would_stop_the_day_comes_first_and_nothing_is_lost(lines: list[Line]) -> None:
    said = ordered(lines)
    states = [line.state for line in said]
    assert states == sorted(states, key=list(State).index)
    assert sorted(lines, key=str) == sorted(said, key=str)


def test_lines_of_one_state_keep_their_order() -> None:
    first, second = Line("1", State.LOOK, ""), Line("2", State.LOOK, "")
    assert ordered([READY, first, second, BROKEN]) == (BROKEN, first, second, READY)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([READY], "Ready for the workshop."),
        ([READY, LOOK], "Ready, with 1 thing to look at."),
        ([LOOK, LOOK], "Ready, with 2 things to look at."),
        ([BROKEN], "Not ready: 1 thing will not work."),
        ([BROKEN, LOOK, BROKEN], "Not ready: 2 things will not work, and 1 thing to look at."),
    ],
)
def test_all_of_it_is_one_sentence(lines: list[Line], said: str) -> None:
    assert summed_up(lines) == said


def test_scripts_get_four_keys_and_plain_words() -> None:
    row = BROKEN.as_json()
    assert row == {"what": "c", "state": "will not work", "says": "No.", "mend": "Mend it."}
