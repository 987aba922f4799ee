"""The page of a new session."""

from pathlib import Path

from textual.pilot import Pilot

from builders import TINY
from maturity.tui.app import MaturityApp
from tui.screen_rows import drive, press, press_until, screen_rows, screen_text
from tui.sessions import SIZES


@SIZES
def test_a_new_session_needs_an_area_and_a_framework(tmp_path: Path, size: tuple[int, int]) -> None:
    frameworks = tmp_path / "frameworks"
    frameworks.mkdir()
    (frameworks / "tiny.toml").write_bytes(TINY)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "ctrl+enter")
        assert "Type the area first" in screen_text(app)
        await press(app, pilot, '"Northmere', "tab", '"spring 2026', "tab", '"23 March 2026')
        assert "Monday 23 March 2026" in screen_text(app)
        await press(app, pilot, "ctrl+enter")
        assert "Choose a framework" in screen_text(app)
        await press(app, pilot, "tab", "down")
        await press_until(app, pilot, "down", "(*) A tiny framework")
        assert "2 items, 77 minutes each" in screen_text(app)
        await press(app, pilot, "escape", "enter")
        assert "PREPARE" in screen_text(app)
        assert app.sitting is not None
        session = app.sitting.view.session
        assert (session.title, session.date) == ("Northmere, spring 2026", "2026-03-23")

    drive(tmp_path / "sessions", look, "n", size=size)


@SIZES
def test_the_key_that_makes_a_session_is_one_that_every_terminal_sends(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    frameworks = tmp_path / "frameworks"
    frameworks.mkdir()
    (frameworks / "tiny.toml").write_bytes(TINY)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert screen_rows(app)[-1].startswith("ctrl+s make the session")
        assert "ctrl+enter" not in screen_text(app)
        await press(app, pilot, '"Northmere', "tab", "tab", "tab", "home")
        await press_until(app, pilot, "down", "(*) A tiny framework")
        await press(app, pilot, "ctrl+s")
        assert app.sitting is not None
        assert app.sitting.view.session.title == "Northmere"

    drive(tmp_path / "sessions", look, "n", size=size)
