"""People and actions of minutes, seen on a panel of Prepare and then taken, one key each."""

from pathlib import Path

from textual.pilot import Pilot

from evidence.papers import minutes_html, rag_plan, read, wordpress
from maturity.evidence.asking.client import ReadDocument
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from tui.screen_rows import NARROW, drive, press, screen_text
from tui.sessions import SIZES, a_session

STORY = """<h1>Minutes of 27 January 2026</h1><h2>Present</h2><ul><li>Ash Birch, Officer</li></ul>
<h2>1. Plans</h2><p>Actions:</p>
<ul><li>Ash Birch - Ring the mother of child A, whose son waits.</li></ul>"""


@SIZES
def test_people_and_actions_are_taken_with_one_key_each(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    workshop.add_document(ReadDocument(*read(wordpress(minutes_html())), "minutes.html", ()))
    people, actions = len(workshop.state.people), len(workshop.state.actions)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "N")
        text = screen_text(app)
        assert "p puts 30 of 30 people on the register" in text
        assert "a takes 7 of 7 actions" in text
        assert '"AB" could be' in text
        await press(app, pilot, "p")
        assert len(workshop.state.people) == people + 30
        assert "p puts 0 of 30 people on the register, 30 on the register already" in (
            screen_text(app)
        )
        await press(app, pilot, "a", "escape")
        assert len(workshop.state.actions) == actions + 7
        await press(app, pilot, "u")
        assert len(workshop.state.actions) == actions

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


def test_one_row_is_taken_with_enter_and_another_paper_is_a_key_away(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.add_document(ReadDocument(*read(rag_plan()), "plan.tsv", ()))
    workshop.add_document(ReadDocument(*read(STORY), "minutes.html", ()))
    people, actions = len(workshop.state.people), len(workshop.state.actions)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "N")
        assert "may identify a child: hidden" in screen_text(app)
        assert "son waits" not in screen_text(app)
        await press(app, pilot, "enter")
        assert len(workshop.state.people) == people + 1
        await press(app, pilot, "right", "down", "enter", "enter", "escape")
        assert len(workshop.state.actions) == actions + 2
        await press(app, pilot, "h", "N")
        assert "son waits" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=NARROW)


def test_where_no_paper_names_anybody_that_is_said(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "N")
        assert "No document names people or actions." in screen_text(app)

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.PREPARE, notices=True)


def test_an_import_of_minutes_names_the_key_that_takes_from_them(tmp_path: Path) -> None:
    (tmp_path / "minutes.html").write_text(STORY, "utf-8")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "i", f'"{tmp_path / "minutes.html"}', *["enter"] * 4)
        assert "N shows them, and takes them" in screen_text(app)

    workshop = a_session(tmp_path)
    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, notices=True)


@SIZES
def test_the_statuses_of_a_plan_are_seen_and_taken_with_its_actions(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    workshop.add_document(ReadDocument(*read(rag_plan()), "plan.txt", ()))
    before = dict(workshop.state.actions)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "N")
        text = screen_text(app)
        assert "a takes 10 of 10 actions, 40 new delivery statuses" in text
        assert "Dec-23 Green" in text
        await press(app, pilot, "a")
        taken = [one for name, one in workshop.state.actions.items() if name not in before]
        assert sum(len(one.statuses) for one in taken) == 40
        assert "a takes 0 of 10 actions" in screen_text(app)
        await press(app, pilot, "escape", "u")
        assert dict(workshop.state.actions) == before

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)
