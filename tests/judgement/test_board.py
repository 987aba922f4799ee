"""What the board decided, in words, and what heads a paper because of it."""

from collections.abc import Iterable

import pytest

from builders import tiny
from maturity.judgement.board import standing
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience, BoardView
from maturity.session.acts.board import ConfirmAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.page import SetAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import RateAct
from maturity.session.kinds import put
from session.acts.kept import done

DAY = "2026-04-16"
RATED = (RateAct("one", "low"), RateAct("two", "middle"))


def of_one(*acts: object, audience: Audience = Audience.BOARD) -> BoardView:
    board = disclose(done(*acts), tiny(), audience).item("one").board
    assert board is not None
    return board


def heading(*acts: object) -> tuple[str, str]:
    found = standing(disclose(done(*RATED, *acts), tiny(), Audience.BOARD))
    return found.status, found.rest


def test_an_item_the_board_has_not_answered_has_no_answer() -> None:
    assert disclose(done(*RATED), tiny(), Audience.BOARD).item("one").board is None


def test_from_and_to_are_said_in_words() -> None:
    board = of_one(*RATED, ConfirmAct("one", "high", on=DAY, note="So.", minute="6.1"))
    assert (board.before, board.said, board.minute, board.note) == ("Low", "High", "6.1", "So.")
    board = of_one(ConfirmAct("one", not_reached=True, on=DAY, note="So."))
    assert (board.before, board.said) == ("Not rated", "Not reached")
    board = of_one(*RATED, ConfirmAct("one", defer=True, on=DAY, note="June."))
    assert (board.before, board.said, board.level) == ("Low", "", None)


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        ((), False),
        ((RateAct("one", "middle"),), True),
        ((RateAct("one", clear=True),), True),
        ((RateAct("one", because="Why."),), False),
        ((RateAct("one", "middle"), RateAct("one", "low")), False),
    ],
)
def test_a_rating_that_moved_is_marked(after: Iterable[object], changed: bool) -> None:  # noqa: FBT001 one case of the table
    board = of_one(*RATED, ConfirmAct("one", "low", on=DAY), *after)
    assert board.is_changed_since is changed
    assert board.before == "Low"


def test_views_that_were_open_are_counted_for_everybody() -> None:
    acts = (*RATED, DissentAct("one", level="high", reach="noted"), ConfirmAct("one", "1", on=DAY))
    for audience in Audience:
        assert of_one(*acts, audience=audience).views == 1


def test_a_public_reader_learns_no_name_from_the_reason() -> None:
    acts = (PersonAct("Bo Fenn"), ConfirmAct("one", "low", on=DAY, note="Bo Fenn showed it."))
    assert "Fenn" not in of_one(*acts, audience=Audience.PUBLIC).note
    assert "Fenn" in of_one(*acts).note


def test_everything_is_provisional_until_an_item_is_settled() -> None:
    words = "self-assessment for support and improvement, not an inspection judgement."
    assert heading() == ("PROVISIONAL", words)
    assert heading(ConfirmAct("one", defer=True, on=DAY, note="June.")) == ("PROVISIONAL", words)


def test_all_answered_is_confirmed_by_whom_and_when() -> None:
    both = (ConfirmAct("one", "low", on=DAY), ConfirmAct("two", "middle", on=DAY))
    assert heading(*both) == ("CONFIRMED", "by the board on 16 April 2026.")
    house = SetAct("house.board", "SEND Improvement Board")
    later = ConfirmAct("two", "high", on="2026-06-04", body="Scrutiny", note="More was shown.")
    by = "by the SEND Improvement Board and Scrutiny on 16 April 2026 and 4 June 2026"
    assert heading(house, both[0], later) == ("CONFIRMED", f"{by}; 1 level amended.")


def test_what_is_left_is_counted() -> None:
    one = ConfirmAct("one", "low", on=DAY)
    rest = "by the board on 16 April 2026: 1 confirmed"
    assert heading(one) == ("CONFIRMED IN PART", f"{rest}, 1 not yet answered.")
    deferred = ConfirmAct("two", defer=True, on=DAY, note="June.")
    assert heading(one, deferred) == ("CONFIRMED IN PART", f"{rest}, 1 deferred.")


def test_a_day_that_a_file_has_wrong_is_said_as_it_stands() -> None:
    state = done(*RATED, ConfirmAct("one", "low", on=DAY))
    wrong = put(state, ("pillar", "one", "board", "on"), "2026-99-99")
    rest = standing(disclose(wrong, tiny(), Audience.BOARD)).rest
    assert rest.startswith("by the board on 2026-99-99: ")
