"""The panels over a screen: the palette and the help."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import tiny
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience
from maturity.session.state import SessionState
from maturity.tui.app import MaturityApp
from maturity.tui.overlays.palette import item_entries
from tui.rooms import Seen, a_room, press, walk
from tui.screen_rows import drive, screen_rows
from tui.screen_rows import press as drive_press


def test_the_palette_says_that_nothing_holds_the_letters(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Nothing here holds these letters." in seen.text
        await press(seen.pilot, "enter", "backspace", "backspace")
        assert "Nothing here holds" not in seen.text
        assert "Find a command" in seen.text

    walk(a_room(tmp_path), look, "ctrl+p", '"fizq')


def test_the_palette_says_how_many_more_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.tui.overlays.palette._MOST", 1)

    async def look(seen: Seen) -> None:
        assert "The first 1 of 2; type more letters to narrow it." in seen.text
        await press(seen.pilot, '"second')
        assert "The first 1" not in seen.text
        assert "2 Second things" in seen.text

    walk(a_room(tmp_path), look, "g")


def test_help_keeps_the_keys_and_what_they_do_apart(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await drive_press(app, pilot, "f1")
        assert any("ctrl+s ctrl+enter  Make the session" in row for row in screen_rows(app))

    drive(tmp_path, look, "n", size=(80, 24))


def test_an_item_is_found_by_the_short_name_that_the_screen_gives_it() -> None:
    view = disclose(SessionState(), tiny(), Audience.ROOM)
    words = dict(item_entries(view))
    assert words["one"] == "1 First: First things"
    assert words["two"] == "2 Second things"
