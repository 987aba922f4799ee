"""First votes on Prepare: the file of a survey, shown before it is kept, and never who voted."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import a_workshop
from maturity.judgement.view import Audience
from maturity.session.acts.votes import VoteAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.tui.widgets.field import Field
from tui.screen_rows import NARROW, drive, press, press_until, screen_text
from tui.sessions import SIZES

HEADER = "E-mail,Name,Group,How well do we do the first things?,Second things,Colour"
ROWS = (
    "isla@x.org,Isla Reed,Families,Low,Low",
    "bo@x.org,Bo Fenn,Health,Middle,",
    "cal@x.org,Cal Moor,Families,Low,Middle",
)


def a_survey(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "survey.csv"
    path.write_text("\n".join((HEADER, *rows)), "utf-8")
    return path


@SIZES
def test_a_survey_is_shown_column_by_column_and_kept_as_counts_that_wait(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_workshop(tmp_path / "sessions")
    path = a_survey(tmp_path, *ROWS)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "v", f'"{path}', "enter", "enter")
        await press_until(app, pilot, "down", "3 people answered:")
        text = screen_text(app)
        assert 'First things: column "How well do we do the first things?"' in text
        assert 'Voice group: column "Group"' in text
        assert 'Read to drop second answers, and not kept: "E-mail", "Name"' in text
        assert 'Not read: "Colour"' in text
        assert "Isla" not in text
        assert "Low" not in text
        assert not workshop.state.pillar
        await press(app, pilot, "enter")
        assert "Kept: first votes of 3 people on 2 items" in screen_text(app)
        assert "Counted with the rest of the room" in screen_text(app)
        waiting = [item.waiting for item in workshop.view(Audience.ROOM).items]
        assert waiting == [3, 2]
        kept = (tmp_path / "sessions" / "settings" / "surveys").iterdir()
        assert "How well do we do the first things?" in next(kept).read_text("utf-8")

    drive(
        tmp_path / "sessions",
        look,
        workshop=workshop,
        place=Place.PREPARE,
        size=size,
        notices=True,
    )


def test_an_item_that_was_voted_on_is_not_offered(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path / "sessions")
    workshop.do(VoteAct("one", (1, 2, 3)))
    path = a_survey(tmp_path, *ROWS)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "v", f'"{path}', "enter", "enter")
        await press_until(app, pilot, "down", "3 people answered:")
        text = " ".join(screen_text(app).split())
        assert "First things: not kept, a vote is recorded already (undo it first)" in text
        assert "Second things: 2 votes" in text
        await press(app, pilot, "enter")
        assert "Kept: first votes of 3 people on 1 item" in screen_text(app)
        assert [item.waiting for item in workshop.view(Audience.ROOM).items] == [0, 2]

    drive(tmp_path / "sessions", look, workshop=workshop, place=Place.PREPARE)


def test_escape_keeps_nothing_and_the_file_need_not_be_typed_again(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path / "sessions")
    path = a_survey(tmp_path, *ROWS)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "v", f'"{path}', "enter", "enter")
        await press_until(app, pilot, "down", "3 people answered:")
        await press(app, pilot, "escape")
        assert not workshop.state.pillar
        await press(app, pilot, "v")
        assert app.screen.query_one("#file", Field).value == str(path)
        await press(app, pilot, "escape")

    drive(tmp_path / "sessions", look, workshop=workshop, place=Place.PREPARE)


@pytest.mark.parametrize(
    ("rows", "columns", "said"),
    [
        ((), None, "survey.csv: There is no answer below the headers of this file. Nothing was"),
        (("a@x.org,A,Families,Perhaps,",), None, 'give it with "Columns"'),
        (("a@x.org,A,Families,Low,",), None, "Only one person answered"),
        (ROWS, "ghost.toml", "ghost.toml: No such file or directory. Nothing was recorded."),
        (ROWS, "voice = 3", "map.toml:1:"),
    ],
)
def test_what_cannot_be_counted_is_said_and_the_screen_goes_on(
    tmp_path: Path, rows: tuple[str, ...], columns: str | None, said: str
) -> None:
    workshop = a_workshop(tmp_path / "sessions")
    before = workshop.state
    path = a_survey(tmp_path, *rows)
    named = tmp_path / "ghost.toml"
    if columns and not columns.endswith(".toml"):
        named = tmp_path / "map.toml"
        named.write_text(columns, "utf-8")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "v", f'"{path}', "enter")
        await press(app, pilot, *([f'"{named}'] if columns else []), "enter", "enter")
        assert said in screen_text(app)
        assert workshop.state == before
        await press(app, pilot, "o", "r")
        assert "ROOM" in screen_text(app)

    drive(tmp_path / "sessions", look, workshop=workshop, place=Place.PREPARE, size=NARROW)
