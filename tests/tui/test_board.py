"""The Board screen by keys alone: what is lit, what is recorded, and what never changes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import a_workshop
from maturity.judgement.view import Audience, BoardView
from maturity.session.acts.board import ConfirmAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.page import SetAct
from maturity.session.acts.ratings import RateAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.workshop import Workshop
from tui.screen_rows import NARROW, WIDE, drive, press, screen_rows, screen_text

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
DAY = "2026-04-16"


def a_session(tmp_path: Path) -> Workshop:
    workshop = a_workshop(tmp_path)
    workshop.do(SetAct("board_date", DAY))
    workshop.do(SetAct("house.board", "SEND Improvement Board"))
    workshop.do(RateAct("one", "middle", because="Named leads."))
    workshop.do(RateAct("two", cannot_say="Ask the data group by May."))
    workshop.do(DissentAct("one", from_="Families", level="low", reason="Not where we live."))
    return workshop


def answer(workshop: Workshop, item: str = "one") -> BoardView | None:
    return workshop.view(Audience.ROOM).item(item).board


def walked(
    tmp_path: Path,
    *keys: str,
    look: Callable[[Workshop, str, list[str]], None],
    size: tuple[int, int] = WIDE,
    before: tuple[object, ...] = (),
    notices: bool = False,
) -> None:
    """Press keys on the Board screen, and look at the session, the text and the rows."""
    workshop = a_session(tmp_path)
    for act in before:
        workshop.do(act)

    async def stand(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *keys)
        look(workshop, screen_text(app), screen_rows(app))

    drive(tmp_path, stand, workshop=workshop, place=Place.BOARD, size=size, notices=notices)


@SIZES
def test_the_rows_stand_beside_the_views_that_are_open(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def look(_workshop: Workshop, text: str, rows: list[str]) -> None:
        assert "BOARD" in rows[0]
        assert "SEND Improvement Board, 16 April 2026. 0 of 2 answered" in rows[1]
        assert any(
            ">  1 First" in row and "2 Middle" in row and "not yet confirmed" in row for row in rows
        )
        assert "A different view: Someone from a family would say Low." in text
        assert "now: enter lights the room's answer, 1-3 another; enter records it" in text

    walked(tmp_path, look=look, size=size)


@SIZES
def test_enter_lights_the_rooms_level_and_enter_again_confirms_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def lit(workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert "2 Middle ?" in text
        assert "enter confirms 2 Middle" in text
        assert answer(workshop) is None

    def kept(workshop: Workshop, text: str, rows: list[str]) -> None:
        board = answer(workshop)
        assert board is not None
        assert (board.outcome, board.on, board.views) == ("confirmed", DAY, 1)
        assert "1 of 2 answered: 1 confirmed" in rows[1]
        assert "CONFIRMED IN PART" in rows[0]
        assert "space next of 1 unanswered" in text

    (tmp_path / "a").mkdir()
    walked(tmp_path / "a", "enter", look=lit, size=size)
    walked(tmp_path, "enter", "enter", look=kept, size=size)


def test_escape_and_another_row_put_the_light_out(tmp_path: Path) -> None:
    def look(workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert "?" not in text.partition("now:")[0]
        assert answer(workshop) is None

    for at, keys in enumerate((("3", "escape"), ("3", "down"), ("3", "full_stop"), ("9",))):
        folder = tmp_path / str(at)
        folder.mkdir()
        walked(folder, *keys, look=look)


def test_another_level_needs_its_reason_before_it_is_kept(tmp_path: Path) -> None:
    def asked(workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert "First: 3 High" in text
        assert "An amendment needs the board's reason" in text
        assert answer(workshop) is None

    def kept(workshop: Workshop, text: str, _rows: list[str]) -> None:
        board = answer(workshop)
        assert board is not None
        assert (board.said, board.note, board.minute) == ("High", "Charter agreed.", "6.2")
        assert workshop.view(Audience.ROOM).item("one").rating.said == "Middle"
        assert "amended: 3 High" in text
        assert "Reason: Charter agreed." in text

    (tmp_path / "a").mkdir()
    walked(tmp_path / "a", "3", "enter", *["enter"] * 4, look=asked)
    reason = ('"Charter agreed.', "enter", '"6.2', *["enter"] * 3)
    walked(tmp_path, "3", "enter", *["enter"] * 4, *reason, look=kept)


def test_a_day_that_is_none_is_said_and_no_word_is_lost(tmp_path: Path) -> None:
    def look(workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert "is not a day" in text
        assert "Charter agreed." in text
        assert answer(workshop) is None

    keys = ('"Charter agreed.', "enter", "enter", '" or so', "enter", "enter")
    walked(tmp_path, "3", "enter", *keys, look=look)


@pytest.mark.parametrize(
    ("letter", "outcome", "state"),
    [("d", "deferred", ""), ("n", "amended", "not-reached"), ("a", "amended", "not-applicable")],
)
def test_zero_offers_what_is_no_level(
    tmp_path: Path, letter: str, outcome: str, state: str
) -> None:
    def look(workshop: Workshop, _text: str, _rows: list[str]) -> None:
        board = answer(workshop)
        assert board is not None
        assert (board.outcome, board.state, board.note) == (outcome, state, "Data in June.")

    walked(tmp_path, "0", letter, "enter", '"Data in June.', *["enter"] * 4, look=look)


def test_an_answer_that_is_no_level_is_confirmed_like_any_other(tmp_path: Path) -> None:
    def look(workshop: Workshop, _text: str, _rows: list[str]) -> None:
        board = answer(workshop, "two")
        assert board is not None
        assert (board.outcome, board.state) == ("confirmed", "cannot-say")

    walked(tmp_path, "down", "enter", "enter", look=look)


def test_where_the_room_gave_nothing_enter_says_what_to_do(tmp_path: Path) -> None:
    def look(workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert "The room gave no level here." in text
        assert answer(workshop) is None

    walked(tmp_path, "enter", look=look, before=(RateAct("one", clear=True),), notices=True)


CONFIRMED = ConfirmAct("one", "middle", on=DAY, minute="6.1")


def test_an_answer_is_changed_taken_back_and_undone(tmp_path: Path) -> None:
    def changed(workshop: Workshop, _text: str, _rows: list[str]) -> None:
        board = answer(workshop)
        assert board is not None
        assert (board.outcome, board.note, board.minute) == ("confirmed", "As read.", "6.1")

    def gone(workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert answer(workshop) is None
        assert "0 of 2 answered" in text

    for name, keys, look in (
        ("w", ("w", '"As read.', *["enter"] * 4), changed),
        ("t", ("0", "t"), gone),
        ("u", ("u",), gone),
    ):
        (tmp_path / name).mkdir()
        walked(tmp_path / name, *keys, look=look, before=(CONFIRMED,))


def test_a_rating_that_moved_is_marked(tmp_path: Path) -> None:
    def look(_workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert "confirmed; changed since !" in text
        assert "The board saw Middle; the rating has changed since." in text

    walked(tmp_path, look=look, before=(CONFIRMED, RateAct("one", "low")))


def test_space_goes_to_the_next_that_is_unanswered(tmp_path: Path) -> None:
    def moved(_workshop: Workshop, _text: str, rows: list[str]) -> None:
        assert any(">  2 Second" in row for row in rows)

    def done(_workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert "Every other row is answered." in text

    (tmp_path / "a").mkdir()
    walked(tmp_path / "a", "space", look=moved, before=(CONFIRMED,))
    walked(tmp_path, "space", "space", look=done, before=(CONFIRMED,), notices=True)


def test_a_view_that_was_only_noted_keeps_its_words(tmp_path: Path) -> None:
    noted = DissentAct("two", level="low", reason="secret-canary", reach="noted")

    def look(_workshop: Workshop, text: str, _rows: list[str]) -> None:
        assert "A different view was noted." in text
        assert "secret-canary" not in text

    walked(tmp_path, "down", look=look, before=(noted,))
