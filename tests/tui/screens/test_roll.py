"""The roll call, one key a person."""

from pathlib import Path

from textual.pilot import Pilot

from builders import a_workshop
from maturity.judgement.view import Audience
from maturity.session.acts.people import PersonAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from tui.screen_rows import NARROW, drive, press, screen_rows, screen_text
from tui.sessions import SIZES, a_session


@SIZES
def test_the_roll_is_called_one_key_a_person(tmp_path: Path, size: tuple[int, int]) -> None:
    workshop = a_workshop(tmp_path)
    pasted = '"Ash Reed, SENCO, Elm School\nBo Fenn, Families\n\nCal Moor, Head of Team, Health'

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "nobody yet" not in screen_text(app)
        await press(app, pilot, "i", pasted)
        assert "3 people, 1 without a group" in screen_text(app)
        assert "Voice groups: Families, " in screen_text(app)
        await press(app, pilot, "tab", "enter")
        people = {person.name: person for person in workshop.view(Audience.ROOM).people}
        assert people["Ash Reed"].role == "SENCO"
        assert people["Cal Moor"].group == "health"
        assert "3 invited: 0 here, 3 not yet" in screen_text(app)
        assert "! nobody yet from Families (a core voice)" in screen_text(app)
        await press(app, pilot, "j", "j", "A", "home", "O")
        states = [(one.state, one.observer) for one in workshop.view(Audience.ROOM).people]
        assert states == [("present", True), ("present", False), ("apologies", False)]
        assert "here, observes" in screen_text(app)
        assert "1 without a voice group; enter on the row names it" in screen_text(app)
        await press(app, pilot, "home", "down", "J")
        assert "left 09:" in screen_text(app)
        await press(app, pilot, "u")
        assert workshop.view(Audience.ROOM).people[1].left == ""

    drive(tmp_path, look, workshop=workshop, place=Place.ROLL, size=size)


def test_one_who_comes_once_it_has_begun_is_late(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "space", "j")
        assert "late, 09:" in screen_text(app)

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.ROLL)


def test_who_sent_apologies_needs_no_voice_group(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.do(PersonAct("Cal Moor", apologies=True))
    workshop.do(PersonAct("Bo Fenn", present=True))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "no group yet" not in screen_text(app)
        assert "everyone is placed" in screen_text(app)
        await press(app, pilot, "space")
        assert "Practise first" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.ROLL)


def test_whose_row_is_changed_is_said_in_a_small_window_too(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "home", "enter", "tab", "tab", "tab")
        assert any(row.strip() == "Ash Reed" for row in screen_rows(app))
        assert "enter in the last field keeps it" in screen_text(app)

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.ROLL, size=NARROW)
