"""Home: the sessions of a folder, and how they are opened."""

from pathlib import Path

from textual.pilot import Pilot

from maturity.tui.app import MaturityApp
from maturity.tui.screens.home import HomeScreen
from maturity.tui.widgets.rows import Rows
from tui.screen_rows import WIDE, drive, press, screen_rows, screen_text
from tui.sessions import SIZES, a_session


@SIZES
def test_home_lists_sessions_and_the_ones_it_cannot_read(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    a_session(tmp_path).close()
    (tmp_path / "broken" / "journal").mkdir(parents=True)
    (tmp_path / "broken" / "session.toml").write_text("x = [")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        text = screen_text(app)
        assert "Northmere" in text
        assert "1 rated" in text
        assert "broken" in text
        assert "! Its session.toml is damaged" in text
        app.screen.query_one(Rows).point_at("broken")
        await press(app, pilot)
        assert "In a terminal: maturity doctor broken" in screen_text(app)
        app.screen.query_one(Rows).point_at("northmere")
        await press(app, pilot)
        if size == WIDE:
            assert "Workshop on 23 March 2026" in screen_text(app)
        assert "2026-03-23" not in screen_text(app)
        await press(app, pilot, "enter")
        assert app.sitting is not None
        assert app.sitting.view.session.title == "Northmere"

    drive(tmp_path, look, size=size)


@SIZES
def test_home_says_that_a_session_was_closed(tmp_path: Path, size: tuple[int, int]) -> None:
    a_session(tmp_path).close()
    file = tmp_path / "northmere" / "session.toml"
    closed = '[session]\nclosed = "2028-04-01 by Ash: 1 of 3 excerpts kept"\n'
    file.write_text(file.read_text().replace("[session]\n", closed, 1))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        del pilot
        text = screen_text(app)
        assert "1 rated, closed: to read only" in text
        assert "Closed 2028-04-01 by Ash: 1 of 3 excerpts kept" in text

    drive(tmp_path, look, size=size)


def test_home_opens_a_session_where_it_was_left(tmp_path: Path) -> None:
    a_session(tmp_path).close()

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "SUMMARY" in screen_text(app)
        await press(app, pilot, "down", "o", "h")
        assert isinstance(app.screen, HomeScreen)
        await press(app, pilot, "enter")
        assert "SUMMARY" in screen_text(app)
        assert app.sitting is not None
        assert app.sitting.item.id == "two"

    drive(tmp_path, look, "enter", "o", "s")


def test_home_says_who_has_a_session_open_and_offers_to_read_it(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "Already open in another window" in screen_text(app)
        await press(app, pilot, "y")
        assert "Read only" in screen_rows(app)[0]
        await press(app, pilot, "o", "l", "j")
        assert "! " in screen_text(app)

    drive(tmp_path, look, "enter")
    workshop.close()
