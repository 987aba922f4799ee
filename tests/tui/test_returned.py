"""A returned paper on the Board screen, by keys alone: shown, asked about, recorded once."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import pytest
from textual.pilot import Pilot

import answered_papers
from answered_papers import answered
from builders import a_workshop
from maturity.evidence.answers.returned import Returned
from maturity.evidence.asking.client import Refusal
from maturity.evidence.limits import LIMITS
from maturity.evidence.readers.word_returned import read
from maturity.papers import Asked, make
from maturity.report.formats import FORMATS
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.page import SetAct
from maturity.session.acts.ratings import RateAct
from maturity.session.state import Board
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.workshop import Workshop
from tui.screen_rows import NARROW, drive, press, screen_rows, screen_text
from tui.sessions import SIZES

VALUES = {"Low": "low", "Middle": "middle", "High": "high", "Deferred": "deferred"}
BOTH = {
    "one": {"decision": "Middle", "minute": "6.1"},
    "two": {"decision": "High", "reason": "The charter is agreed."},
}

Walk = Callable[[MaturityApp, Pilot[int]], Awaitable[None]]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process: a process of its own for each test would take most of its time."""

    def read_here(path: Path) -> Returned | Refusal:
        if not path.is_file():
            return Refusal("R01", "There is no file of this name.")
        return read(path.read_bytes(), path.name, LIMITS)

    monkeypatch.setattr("maturity.evidence.asking.returned.read_returned", read_here)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = a_workshop(tmp_path)
    for act in (
        SetAct("board_date", "2026-04-16"),
        RateAct("one", "middle", because="Named leads."),
        RateAct("two", "low", because="Rarely."),
        ActionAct("Finish the charter", owner=("AR",), due="two weeks"),
    ):
        workshop.do(act)
    return workshop


def sent(workshop: Workshop) -> bytes:
    return FORMATS["docx"].make(make(workshop, Asked()).paper)


def back(tmp_path: Path, raw: bytes) -> tuple[str, ...]:
    """The keys that read a paper."""
    (tmp_path / "back.docx").write_bytes(raw)
    return ("i", f'"{tmp_path / "back.docx"}', *["enter"] * 4)


def board(workshop: Workshop, item: str = "one") -> Board | None:
    return workshop.state.pillar[item].board


def walked(
    tmp_path: Path,
    workshop: Workshop,
    walk: Walk,
    size: tuple[int, int] = NARROW,
    *,
    notices: bool = False,
) -> None:
    drive(tmp_path, walk, workshop=workshop, place=Place.BOARD, size=size, notices=notices)


def test_what_nobody_can_see_in_a_small_window_is_not_recorded(
    tmp_path: Path, workshop: Workshop
) -> None:
    keys = back(tmp_path, answered(sent(workshop), BOTH, VALUES))

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *keys)
        await pilot.resize_terminal(20, 5)
        await press(app, pilot, "x", "enter")
        assert "Please make" in screen_text(app)
        assert "RETURNED PAPER" not in screen_text(app)
        assert board(workshop) is None
        await pilot.resize_terminal(*NARROW)
        await press(app, pilot, "enter")

    walked(tmp_path, workshop, walk)
    first = board(workshop)
    assert (first and first.outcome) == "confirmed"


@SIZES
def test_all_that_was_found_is_shown_and_enter_records_it_once(
    tmp_path: Path, workshop: Workshop, size: tuple[int, int]
) -> None:
    keys = back(tmp_path, answered(sent(workshop), BOTH, VALUES))
    events = len(workshop.history())

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *keys)
        text = screen_text(app)
        assert "RETURNED PAPER: back.docx 2 to record. Nothing is recorded yet." in text
        assert "+ First confirmed as Middle" in text
        assert "First things: confirmed as Middle. Minute 6.1." in text
        assert max(map(len, screen_rows(app))) <= size[0]
        assert len(workshop.history()) == events
        await press(app, pilot, "enter")
        assert "2 of 2 answered: 1 confirmed, 1 amended" in screen_text(app)

    walked(tmp_path, workshop, walk, size)
    first, second = board(workshop), board(workshop, "two")
    assert (first and first.on, first and first.minute) == ("2026-04-16", "6.1")
    assert (second and second.outcome, second and second.note) == (
        "amended",
        "The charter is agreed.",
    )
    assert len({event.grp for event in workshop.history()[events:]}) == 1


def test_escape_records_nothing(tmp_path: Path, workshop: Workshop) -> None:
    keys = back(tmp_path, answered(sent(workshop), BOTH, VALUES))

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *keys, "escape")
        assert "0 of 2 answered" in screen_text(app)

    walked(tmp_path, workshop, walk)
    assert board(workshop) is None


ASKED: Mapping[str, tuple[tuple[str, ...], str | None]] = {
    "shown for all": (("a", "enter"), "middle"),
    "data": (("d", "enter"), None),
    "left and taken in again": (("x", "x", "s", "enter"), "middle"),
}


@pytest.mark.parametrize("name", ASKED)
def test_words_that_differ_from_the_data_are_settled_by_a_key(
    tmp_path: Path, workshop: Workshop, name: str
) -> None:
    keys, level = ASKED[name]
    raw = answered(sent(workshop), {"one": {"decision": "Middle"}}, VALUES, keeps_data=True)

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *back(tmp_path, raw), "enter")
        text = screen_text(app)
        assert "? First Middle ?" in text
        assert 'the paper shows "Middle", its data say "Not yet confirmed"' in text
        assert "enter, space: next of 1 question" in text
        await press(app, pilot, *keys)
        assert "RETURNED PAPER" not in screen_text(app)

    walked(tmp_path, workshop, walk)
    kept = board(workshop)
    assert (kept.level if kept else None) == level


def test_a_reason_is_typed_where_one_is_needed(tmp_path: Path, workshop: Workshop) -> None:
    raw = answered(sent(workshop), {"two": {"decision": "Deferred"}}, VALUES)

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *back(tmp_path, raw))
        assert "A deferral needs the board's reason." in screen_text(app)
        await press(
            app, pilot, "y", "s", "w", "escape", "w", "enter", "w", '"Waits for June.', "enter"
        )
        await press(app, pilot, "w", "enter")

    walked(tmp_path, workshop, walk)
    kept = board(workshop, "two")
    assert kept is not None
    assert (kept.outcome, kept.note) == ("deferred", "Waits for June.")


def test_a_settled_question_is_followed_by_the_next(tmp_path: Path, workshop: Workshop) -> None:
    shown = {"one": {"decision": "Middle"}, "two": {"decision": "High"}}
    raw = answered(sent(workshop), shown, VALUES, keeps_data=True)

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *back(tmp_path, raw), "a")
        assert "An amendment needs the board's reason." in screen_text(app)
        await press(app, pilot, "w", '"New figures.', "enter", "enter")

    walked(tmp_path, workshop, walk)
    kept = board(workshop, "two")
    assert kept is not None
    assert (kept.level, kept.note) == ("high", "New figures.")


def test_every_question_is_reached_where_only_some_rows_are_drawn(
    tmp_path: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.tui.widgets.rows._MOST", 1)
    shown = {"one": {"decision": "Middle"}, "two": {"decision": "High"}}
    raw = answered(sent(workshop), shown, VALUES, keeps_data=True)

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *back(tmp_path, raw))
        for keys, place in ((), 1), (("space",), 2), (("space",), 1), (("down",), 2):
            await press(app, pilot, *keys)
            said = f"Rows {place} to {place} of 2; the rest: up, down, home, end"
            assert said in screen_text(app)

    walked(tmp_path, workshop, walk)


def test_a_rating_changed_since_is_agreed_to_with_a_key(tmp_path: Path, workshop: Workshop) -> None:
    raw = answered(sent(workshop), {"one": {"decision": "Middle"}}, VALUES)
    workshop.do(RateAct("one", "high"))

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *back(tmp_path, raw))
        assert "has changed since the paper was made: now High" in screen_text(app)
        await press(app, pilot, "y", "w", '"As it was.', "enter", "enter")

    walked(tmp_path, workshop, walk)
    kept = board(workshop)
    assert kept is not None
    assert (kept.outcome, kept.level) == ("amended", "middle")


def test_remarks_are_kept_where_they_are_taken(tmp_path: Path, workshop: Workshop) -> None:
    (action,) = workshop.state.actions
    raw = answered_papers.ticked(sent(workshop), action)
    raw = answered_papers.with_comment(
        raw, "What is not known of a piece of evidence is said, and lowers nothing.", "Is that so?"
    )

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *back(tmp_path, raw), "down", "down")
        assert "agreed action: Finish" in screen_text(app)
        assert "0 of 2 remarks taken" in screen_text(app)
        await press(app, pilot, "y", "x", "y", "down", "y", "escape", "y", '"9', "enter")
        assert "1 of 2 remarks taken" in screen_text(app)
        await press(app, pilot, "y", '"second', "enter")
        assert "2 of 2 remarks taken" in screen_text(app)
        await press(app, pilot, "x", "y", '"2', "enter", "enter")

    walked(tmp_path, workshop, walk)
    assert workshop.state.actions[action].agreed
    (note,) = workshop.state.pillar["two"].notes.values()
    assert note.text.endswith(": Is that so?")


def test_a_paper_that_cannot_be_read_says_why(tmp_path: Path, workshop: Workshop) -> None:
    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "i", "escape", "i", *["enter"] * 4)
        assert "BOARD" in screen_rows(app)[0]
        await press(app, pilot, "i", '"nowhere.docx', *["enter"] * 4)
        assert "nowhere.docx: There is no file of this name." in screen_text(app)

    walked(tmp_path, workshop, walk, (120, 40))


def test_a_day_that_is_none_is_asked_again_and_no_word_is_lost(
    tmp_path: Path, workshop: Workshop
) -> None:
    keys = back(tmp_path, answered(sent(workshop), BOTH, VALUES))

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        clear = ["end", *["backspace"] * 10]
        await press(app, pilot, *keys[:2], "enter", *clear, "enter", "enter", "enter")
        assert "Say the day the board met." in screen_text(app)
        await press(app, pilot, "enter", '"16 April 2026', "enter", "enter", "enter", "enter")

    walked(tmp_path, workshop, walk)
    kept = board(workshop)
    assert kept is not None
    assert kept.on == "2026-04-16"


def test_what_cannot_be_recorded_comes_back_with_why(tmp_path: Path, workshop: Workshop) -> None:
    said = {"one": {"decision": "Middle", "reason": "x" * 20_001}}
    raw = answered(sent(workshop), said, VALUES)

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *back(tmp_path, raw), "enter")
        assert "This text is 20,001 characters long" in screen_text(app)
        await press(app, pilot, "x", "enter")

    walked(tmp_path, workshop, walk)
    assert board(workshop) is None


def test_a_session_that_is_only_read_takes_no_paper(tmp_path: Path, workshop: Workshop) -> None:
    workshop.close()
    locked = Workshop.open(workshop.folder, workshop._store.typist, workshop._clock, to_read=True)
    locked._store.read_only = "Another laptop has it."

    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "i")
        assert "The Word file" not in screen_text(app)

    walked(tmp_path, locked, walk)


def test_the_help_has_the_line_to_type_instead(tmp_path: Path, workshop: Workshop) -> None:
    async def walk(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "question_mark")
        said = "maturity confirm northmere --from board-paper.docx --on 2026-04-16"
        assert f"in a terminal: {said}" in screen_text(app)

    walked(tmp_path, workshop, walk, (120, 40))
