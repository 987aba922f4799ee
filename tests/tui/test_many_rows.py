"""Lists longer than what is drawn of them at a time: each says so, and keys reach every row."""

import tomllib
from pathlib import Path

import pytest
import tomli_w
from textual.pilot import Pilot

from builders import TINY, Ticking, a_typist
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.people import PersonAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.tui.widgets.rows import Rows
from maturity.workshop import NewSession, Workshop
from tui.screen_rows import NARROW, drive, press, screen_rows, screen_text
from tui.sessions import SIZES, a_session

EVERY = 201
REST = "the rest: up, down, home, end"


def many_items(tmp_path: Path, name: str = "Thing") -> Workshop:
    """A session on 201 pillars of this name, each with its number behind it."""
    written = tomllib.loads(TINY.decode())
    written["pillar"] = {
        f"p{at}": {**written["pillar"]["two"], "title": f"{name} {at}", "code": str(at)}
        for at in range(1, EVERY + 1)
    }
    del written["criterion"]
    return Workshop.create(
        tmp_path / "many",
        NewSession("Northmere", "Northmere", "b3a10f", date="2026-03-23"),
        a_typist(),
        Ticking(),
        framework=tomli_w.dumps(written).encode(),
        file="many.toml",
    )


def in_hand(app: MaturityApp) -> str:
    """The row with the mark, as it is drawn."""
    return next(row for row in screen_rows(app) if row.lstrip().startswith("> "))


@pytest.mark.parametrize("place", [Place.PREPARE, Place.BOARD, Place.SUMMARY])
def test_every_item_is_reached_on_a_screen_of_items(tmp_path: Path, place: Place) -> None:
    workshop = many_items(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert f"Rows 1 to 200 of 201; {REST}" in screen_text(app)
        assert app.sitting is not None
        for keys in (("end",), ("home", "colon", *"thing", "space", *"201", "enter")):
            await press(app, pilot, *keys)
            assert "201 Thing 201" in in_hand(app)
            assert app.sitting.item.id == "p201"
            assert f"Rows 201 to 201 of 201; {REST}" in screen_text(app)
        await press(app, pilot, "comma")
        assert "200 Thing 200" in in_hand(app)
        for key in ("full_stop", "up", "space"):
            await press(app, pilot, key)
        assert "201 Thing 201" in in_hand(app)
        # the row in hand stays the one in hand where the screen is opened anew
        app.go_to(Place.CLOSE)
        await press(app, pilot)
        app.go_to(place)
        await press(app, pilot)
        assert app.sitting.item.id == "p201"
        assert "201 Thing 201" in in_hand(app)

    drive(tmp_path, look, workshop=workshop, place=place, size=NARROW)
    workshop.close()


def test_everybody_on_a_long_register_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.tui.widgets.rows._MOST", 1)
    workshop = a_session(tmp_path)
    for name in ("Cal Moor", "Dee Hart"):
        workshop.do(PersonAct(name, present=True))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "Ash Reed" in in_hand(app)
        assert f"Rows 1 to 1 of 4; {REST}" in screen_text(app)
        await press(app, pilot, "j", "j")
        assert "Cal Moor" in in_hand(app)
        await press(app, pilot, "home", "slash", *"bo", "enter")
        assert "Bo Fenn" in in_hand(app)
        await press(app, pilot, "space")
        assert "Cal Moor" in in_hand(app)
        await press(app, pilot, "space")
        assert "Dee Hart" in in_hand(app)

    drive(tmp_path, look, workshop=workshop, place=Place.ROLL, size=NARROW)


def test_every_line_of_a_long_list_of_close_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.tui.widgets.rows._MOST", 1)
    workshop = a_session(tmp_path)
    workshop.do(ActionAct("Ring every family", item="two"))
    workshop.do(ActionAct("Write to schools", item="two"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert f"Rows 1 to 1 of 3; {REST}" in screen_text(app)
        await press(app, pilot, "space", "space")
        assert "Write to" in in_hand(app)
        await press(app, pilot, "n", '"Call again', "enter", "escape")
        assert "Call again" in in_hand(app)
        assert f"Rows 4 to 4 of 4; {REST}" in screen_text(app)
        await press(app, pilot, *["right"] * 6)
        assert f"Rows 1 to 1 of 4; {REST}" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE, size=NARROW)


def test_every_notice_of_a_paper_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.tui.widgets.rows._MOST", 1)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        notices = app.screen.query_one("#notices", Rows)
        assert f"Rows 1 to 1 of {notices.count}; {REST}" in screen_text(app)
        await press(app, pilot, "space", *["space"] * (notices.count - 1))
        assert notices.at == notices.count - 1 > 0
        assert f"Rows {notices.count} to {notices.count} of {notices.count};" in screen_text(app)
        await press(app, pilot, "space")
        assert notices.at == 0

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.EXPORT, size=NARROW)


def test_every_fact_is_reached_and_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.tui.widgets.rows._MOST", 1)
    workshop = a_session(tmp_path)
    workshop.add_account("two", "Nobody rang us.")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "F", "home")
        assert f"Rows 1 to 1 of 3; {REST}" in screen_text(app)
        await press(app, pilot, "space", "space", "space", "enter")
        assert "Facts of 3 rows" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=NARROW)


def test_every_session_of_home_is_reached_and_the_practice_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.tui.widgets.rows._MOST", 1)
    a_session(tmp_path).close()

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert f"Rows 1 to 1 of 2; {REST}" in screen_text(app)
        await press(app, pilot, "end")
        assert "Practice (made-up area)" in in_hand(app)

    drive(tmp_path, look, size=NARROW)


@SIZES
def test_a_long_name_pushes_no_figure_of_its_row_out(tmp_path: Path, size: tuple[int, int]) -> None:
    workshop = many_items(tmp_path, name="Waiting for an answer, and who is told of it, place")

    async def look(app: MaturityApp, _: Pilot[int]) -> None:
        assert "supports chall. family outcome newest" in screen_text(app)
        assert app.screen.query_one(Rows).max_scroll_x == 0

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)
    workshop.close()
