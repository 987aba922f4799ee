"""Every screen but the Room by keys alone, on a small and on a large terminal."""

import asyncio
from pathlib import Path

import pytest
from rich.segment import Segments
from textual.pilot import Pilot
from textual.widgets import Static

from builders import Ticking, a_typist, a_workshop
from maturity.laptop import Laptop
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.notes import NoteAct
from maturity.tui.app import MaturityApp
from maturity.tui.frames.base import BaseScreen
from maturity.tui.places import OPENED, SESSION, Place
from maturity.tui.widgets.rows import Rows
from tui.screen_rows import WIDE, drive, press, screen_rows, screen_text
from tui.sessions import SIZES, a_session, at


@SIZES
def test_every_screen_has_its_name_the_standing_and_the_saved_time_in_row_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION):
            await at(app, pilot, place)
            rows = screen_rows(app)
            assert place.named.upper() in rows[0]
            assert "PROVISIONAL" in rows[0]
            assert "Saved " in rows[0]
            assert rows[-1].endswith("? help")
            assert any(row.strip().startswith("now: ") for row in rows)
            assert all(len(row) <= size[0] for row in rows)

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.RULES, size=size)


def test_a_window_too_small_says_so_and_that_the_work_is_saved(tmp_path: Path) -> None:
    words = "Please make this window larger (80 by 24 is enough). Your work is saved."

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION):
            await at(app, pilot, place)
            assert words in screen_text(app)

    workshop = a_session(tmp_path)
    drive(tmp_path, look, workshop=workshop, place=Place.RULES, size=(50, 12))


def test_the_row_in_hand_is_marked_by_more_than_its_colour(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        marked = [row for row in screen_rows(app) if row.lstrip().startswith("> ")]
        assert ["First" in row for row in marked] == [True]
        await press(app, pilot, "down")
        marked = [row for row in screen_rows(app) if row.lstrip().startswith("> ")]
        assert ["Second" in row for row in marked] == [True]

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.SUMMARY)


def test_undo_and_redo_say_what_they_did(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        before = workshop.state
        await press(app, pilot, "u")
        assert workshop.state != before
        await press(app, pilot, "U")
        assert workshop.state == before
        await press(app, pilot, "U")
        assert "There is nothing to redo." in screen_text(app)
        await press(app, pilot, "exclamation_mark")
        assert "WHAT IS WRONG" in screen_text(app)
        await press(app, pilot, "escape", "escape")
        assert "There is nothing to redo." not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.RULES)


def test_letters_are_text_in_a_field_and_escape_leaves_it(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        before = workshop.state
        await press(app, pilot, "n", "u", "o", "d", "question_mark", "escape")
        assert workshop.state == before
        assert isinstance(app.screen.focused, Rows)
        await press(app, pilot, "question_mark")
        assert "HELP: CLOSE" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE)


def test_a_command_that_cannot_be_done_says_why(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)

    async def look(app: MaturityApp, _pilot: Pilot[int]) -> None:
        assert [notice.message for notice in app._notifications] == [
            "Nobody is on the register yet. i pastes names; n adds one."
        ]

    drive(tmp_path, look, "j", workshop=workshop, place=Place.ROLL)


def test_the_palette_goes_to_an_item_and_to_a_screen(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "colon", '"go to second', "enter")
        assert app.sitting is not None
        assert app.sitting.item.id == "two"
        await press(app, pilot, "ctrl+p", '"open close', "enter")
        assert "CLOSE" in screen_rows(app)[0]

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.SUMMARY)


def test_a_fault_shows_one_sentence_and_nothing_that_was_typed(tmp_path: Path) -> None:
    shown: list[str] = []

    async def look(app: MaturityApp, _pilot: Pilot[int]) -> None:
        app._handle_exception(ZeroDivisionError("typed-canary"))
        for drawn in app._exit_renderables:
            assert isinstance(drawn, Segments)
            shown.extend(segment.text for segment in drawn.segments)

    with pytest.raises(ZeroDivisionError):
        drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.RULES)
    said = " ".join("".join(shown).split())
    assert said.endswith("Everything that was saved is safe: open the session again to go on.")
    assert "typed-canary" not in said


def test_the_palette_runs_what_it_finds(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "colon", '"apologies', "enter")
        (_, bo) = app.sitting.view.people if app.sitting else (None, None)
        assert bo is not None
        assert bo.state == "apologies"

    drive(tmp_path, look, "down", workshop=a_session(tmp_path), place=Place.ROLL)


def test_no_digit_lights_or_records_a_level_outside_a_level_field(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    before = workshop.state

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION - {Place.ROOM, Place.BOARD}):
            await at(app, pilot, place)
            await press(app, pilot, *"0123")
            assert workshop.state == before

    drive(tmp_path, look, workshop=workshop, place=Place.RULES)


def test_nothing_private_is_in_any_widget_until_it_is_asked_for(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.do(NoteAct("one", "private-canary", private=True))
    workshop.do(DissentAct("one", from_="A teacher", reason="noted-canary", reach="noted"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION):
            await at(app, pilot, place)
            await press(app, pilot, "z")
            for screen in app.screen_stack:
                for widget in screen.walk_children():
                    held = f"{getattr(widget, 'content', '')} {getattr(widget, 'value', '')}"
                    held += str(widget.render()) if isinstance(widget, Static) else ""
                    assert "canary" not in held
            assert "canary" not in screen_text(app)
            await press(app, pilot, "escape")

    drive(tmp_path, look, workshop=workshop, place=Place.RULES)


@SIZES
def test_a_notice_covers_neither_what_to_do_now_nor_the_keys(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        before = screen_rows(app)
        app.notify("Said", markup=False)
        app.notify("Said again", markup=False)
        await press(app, pilot)
        rows = screen_rows(app)
        assert rows[-2:] == before[-2:]
        assert sum("Said" in row for row in rows) == 2
        assert len([row for row, was in zip(rows, before, strict=True) if row != was]) == 2

    workshop = a_session(tmp_path)
    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY, size=size, notices=True)


def test_escape_out_of_a_text_that_nobody_changed_changes_nothing(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    before = len(workshop.history("two"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "w", "escape")
        assert isinstance(app.screen, BaseScreen)
        assert len(workshop.history("two")) == before
        assert not screen_text(app).count("! ")

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY)


def test_a_session_that_the_program_begins_in_goes_on_to_every_screen_and_home(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        laptop = Laptop(tmp_path / "settings", "4fa1c2")
        app = MaturityApp(laptop, tmp_path, a_typist("aa07be41"), Ticking(), a_workshop(tmp_path))
        async with app.run_test(size=WIDE) as pilot:
            for letter, place in OPENED:
                await press(app, pilot, "o", letter)
                assert f" {place.named.upper()} " in f"{screen_rows(app)[0]} "

    asyncio.run(run())
