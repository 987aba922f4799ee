"""How long, on the page of a new session: the usual forms by a letter, any other length typed."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import TINY
from maturity.tui.app import MaturityApp
from tui.screen_rows import NARROW, WIDE, drive, press, press_until, screen_text


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_form_is_chosen_by_its_letter_and_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    frameworks = tmp_path / "frameworks"
    frameworks.mkdir()
    (frameworks / "tiny.toml").write_bytes(TINY)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, '"Northmere', *["tab"] * 4, "home")
        await press_until(app, pilot, "down", "(*) A tiny framework")
        assert "a *half day, 210 min b online, 90 min c online, 60 min" in screen_text(app)
        await press(app, pilot, "tab", "b")
        assert "b *online, 90 min" in screen_text(app)
        assert "2 items, 35 minutes each, in a sitting of 90 minutes." in screen_text(app)
        await press(app, pilot, "ctrl+s")
        assert app.sitting is not None
        state = app.sitting.workshop.state
        assert state.session.minutes == 90
        assert (state.agenda.opening_minutes, state.agenda.break_minutes) == (10, 0)

    drive(tmp_path / "sessions", look, "n", size=size)
