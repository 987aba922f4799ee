"""The page of a new session."""

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from builders import TINY, a_workshop
from maturity.framework.catalogue import catalogue
from maturity.session.acts.ratings import RateAct
from maturity.tui.app import MaturityApp
from maturity.tui.new_session import as_last_time, before_words
from maturity.tui.rows.heads import heads
from tui.screen_rows import NARROW, drive, press, press_until, screen_rows, screen_text
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
        assert "Type the area first" not in screen_text(app)
        await press(app, pilot, "ctrl+enter")
        assert "Choose a framework" in screen_text(app)
        await press(app, pilot, "tab", "tab", "down")
        await press_until(app, pilot, "down", "(*) A tiny framework")
        assert "Choose a framework" not in screen_text(app)
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
        await press(app, pilot, '"Northmere', *["tab"] * 4, "home")
        await press_until(app, pilot, "down", "(*) A tiny framework")
        await press(app, pilot, "ctrl+s")
        assert app.sitting is not None
        assert app.sitting.view.session.title == "Northmere"

    drive(tmp_path / "sessions", look, "n", size=size)


@SIZES
def test_a_session_may_come_after_one_that_is_here(tmp_path: Path, size: tuple[int, int]) -> None:
    folder = _with_a_session_before(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, '"northmere')
        assert "such as Northmere" in screen_text(app)
        await press(app, pilot, "tab", '"autumn 2026', "tab", "tab", "n", "o")
        await press_until(app, pilot, "right", "1 rated, 23 March 2026")
        assert "(*) A tiny framework" in screen_text(app)
        await press(app, pilot, "ctrl+s")
        (said,) = [notice.message for notice in app._notifications]
        assert said.startswith("Made: northmere, autumn 2026. Last time was Northmere (23 March")
        assert app.sitting is not None
        assert [item.since for item in app.sitting.view.items] == ["Was Low", "New"]

    drive(folder, look, "n", size=size, notices=True)


def _with_a_session_before(tmp_path: Path) -> Path:
    frameworks = tmp_path / "frameworks"
    frameworks.mkdir()
    (frameworks / "tiny.toml").write_bytes(TINY)
    before = a_workshop(tmp_path / "sessions")
    before.do(RateAct("one", "low"))
    before.close()
    return tmp_path / "sessions"


def test_a_last_time_that_is_not_there_is_said_and_the_field_is_in_hand(tmp_path: Path) -> None:
    folder = _with_a_session_before(tmp_path)
    (folder / "empty").mkdir()

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, '"Northmere', "tab", "tab", "tab", '"ghost', "tab")
        await press_until(app, pilot, "down", "(*) A tiny framework")
        await press(app, pilot, "ctrl+s")
        assert 'There is no session called "ghost"' in screen_text(app)
        assert app.focused is not None
        assert app.focused.id == "last"
        assert {one.name for one in folder.iterdir()} == {"empty", "northmere"}
        await press(app, pilot, *["backspace"] * 5, "ctrl+s")
        assert app.sitting is not None
        assert app.sitting.view.items[0].since == ""

    drive(folder, look, "n", size=NARROW)


def test_a_last_time_that_is_later_than_the_new_session_makes_none(tmp_path: Path) -> None:
    folder = _with_a_session_before(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        typed = ('"Northmere', "tab", "tab", '"1 March 2026', "tab", '"northmere', "tab")
        await press(app, pilot, *typed, "ctrl+s")
        assert "is on 23 March 2026, later than the new" in " ".join(screen_text(app).split())
        assert app.focused is not None
        assert app.focused.id == "last"
        assert [one.name for one in folder.iterdir()] == ["northmere"]

    drive(folder, look, "n", size=NARROW)


def test_of_two_sessions_with_one_name_a_folder_is_asked_for(tmp_path: Path) -> None:
    folder = _with_a_session_before(tmp_path)
    (one,) = heads(folder)
    both = (one, replace(one, folder=folder / "again"))
    assert before_words("northmere", "", both) == "1 rated, 23 March 2026"
    assert before_words("Northmere ", "", both[1:] * 2) == "several: name its folder"
    assert before_words("elsewhere", "", both) == "right takes a name offered here"
    assert before_words("", "Elsewhere", both) == "the session before, if any"


def test_the_framework_of_last_time_is_chosen_where_one_session_is_named(tmp_path: Path) -> None:
    folder = _with_a_session_before(tmp_path)
    (one,) = heads(folder)
    entries = tuple(catalogue((tmp_path / "frameworks",)))
    assert as_last_time("Northmere", (one,), entries) == 0
    assert as_last_time("", (one,), entries) is None
    assert as_last_time("Northmere", (one, one), entries) is None
    assert as_last_time("Northmere", (replace(one, framework="gone 1.0"),), entries) is None
