"""Close: the lists of the day, line by line."""

from pathlib import Path

from textual.pilot import Pilot

from maturity.judgement.view import Audience
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import ParkAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.tui.widgets.rows import Rows
from tui.screen_rows import drive, press, screen_rows, screen_text
from tui.sessions import SIZES, a_session


@SIZES
def test_close_takes_a_line_for_each_list(tmp_path: Path, size: tuple[int, int]) -> None:
    workshop = a_session(tmp_path)
    workshop.do(ParkAct("two", because="No data yet."))
    workshop.do(NoteAct("one", "Ask about transport.", tag="later"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "n", '"finish the charter @AR two weeks >LAIP 3.11')
        assert "enter keeps: finish the charter | AR (Ash Reed) | Mon 6 April 2026" in (
            screen_text(app)
        )
        await press(app, pilot, "enter", "escape")
        view = workshop.view(Audience.ROOM)
        found = next(one for one in view.actions if one.text == "finish the charter")
        assert (found.owners, found.plan, found.item) == (("AR",), ("LAIP 3.11",), "one")
        await press(app, pilot, "right", "n", '"How old are the late cases?', "enter", "escape")
        assert workshop.view(Audience.ROOM).kloes[0].text == "How old are the late cases?"
        await press(app, pilot, "right")
        assert "None (the room was asked)" in screen_text(app)
        assert "enter records that there are none" in screen_text(app)
        await press(app, pilot, "n", '"None.', "enter", "escape")
        assert workshop.view(Audience.ROOM).risks == ()
        assert workshop.view(Audience.ROOM).session.no_risks
        await press(app, pilot, "right", "n", '"Share the dashboard', "enter", "escape")
        assert workshop.view(Audience.ROOM).decisions[0].text == "Share the dashboard"
        await press(app, pilot, "delete", "y")
        assert workshop.view(Audience.ROOM).decisions == ()
        await press(app, pilot, "u", "right")
        assert workshop.view(Audience.ROOM).decisions[0].text == "Share the dashboard"
        assert "No data yet." in screen_text(app)
        assert "Ask about transport." in screen_text(app)
        await press(app, pilot, "w", "enter", '"Steadier than before.', "escape")
        assert workshop.view(Audience.ROOM).page.story == "Steadier than before."
        await press(app, pilot, "down", "enter", '"Kinder.\nNot quicker.', "tab", "enter")
        assert workshop.view(Audience.ROOM).page.families == ("Kinder.", "Not quicker.")
        assert "2 of 7" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE, size=size)


def test_an_action_is_changed_without_losing_the_day_it_was_due(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    before = workshop.view(Audience.ROOM).actions[0]

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", '" with schools', *["enter"] * 4)
        (after,) = workshop.view(Audience.ROOM).actions
        assert after.text == "Share the table with schools"
        assert (after.due_on, after.owners) == (before.due_on, before.owners)

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE)


@SIZES
def test_a_row_of_close_stands_in_full_under_the_table(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    long = "Write to every family that asked in the spring, and say what became of their question"
    workshop.do(ActionAct(long, owner=("AR",), due="two weeks", plan=("LAIP 3.11",), item="two"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        app.screen.query_one(Rows).move_cursor(row=1)
        await press(app, pilot)
        assert f"Action: {long}" in screen_text(app)
        assert "Plan: LAIP 3.11" in screen_text(app)
        await press(app, pilot, "d")
        assert app.sitting is not None
        assert (app.sitting.item.id, app.sitting.step) == ("two", "d")
        assert "space goes back to Close" in screen_text(app) or "enter on a group" in screen_text(
            app
        )
        await press(app, pilot, "escape", "escape")
        assert " CLOSE " in screen_rows(app)[0]

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE, size=size)


def test_what_is_parked_for_later_is_added_and_taken_off_in_close(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.do(ParkAct("two", because="Waiting for the figures."))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "n", '"Ask about trains.', "enter", "escape")
        (note,) = workshop.view(Audience.ROOM).item("one").notes
        assert (note.text, note.tag) == ("Ask about trains.", "later")
        app.screen.query_one(Rows).point_at("two")
        await press(app, pilot, "delete", "y")
        assert workshop.view(Audience.ROOM).item("two").parked is None
        app.screen.query_one(Rows).point_at(f"one {note.id}")
        await press(app, pilot, "delete", "y")
        assert workshop.view(Audience.ROOM).item("one").notes == ()

    drive(tmp_path, look, *["right"] * 4, workshop=workshop, place=Place.CLOSE)


def test_the_panel_for_words_says_what_its_keys_do(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "w", "enter")
        assert "escape keeps it enter begins a new line" in screen_text(app)
        await press(app, pilot, '"One.', "enter", '"Two.', "escape")
        assert workshop.view(Audience.ROOM).page.story == "One.\nTwo."

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE)


def test_the_line_that_says_what_to_do_speaks_of_the_field_while_it_is_typed_in(
    tmp_path: Path,
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "n", '"none', "enter")
        assert "Risks 0" in screen_text(app)
        assert "escape leaves the field" in screen_text(app)
        assert "right goes to the next list" not in screen_text(app)
        await press(app, pilot, "escape")
        assert "right goes to the next list" in screen_text(app)

    drive(tmp_path, look, *["right"] * 2, workshop=workshop, place=Place.CLOSE)
