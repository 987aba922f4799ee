"""Where people look for evidence they are told that some of it is lost."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import reopened
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.workshop import Workshop
from tui.screen_rows import NARROW, drive, press, screen_text
from tui.sessions import a_session

LOST = "1 evidence file is missing or changed ("


def without_its_file(tmp_path: Path, raw: bytes | None) -> Workshop:
    workshop = a_session(tmp_path)
    workshop.close()
    (file,) = (workshop.folder / "evidence").iterdir()
    if raw is None:
        file.unlink()
    else:
        file.write_bytes(raw)
    return reopened(workshop)


@pytest.mark.parametrize("place", [Place.ROOM, Place.PREPARE])
def test_a_missing_file_is_told(tmp_path: Path, place: Place) -> None:
    async def look(app: MaturityApp, _pilot: Pilot[int]) -> None:
        assert LOST in screen_text(app)
        assert "add the document again to search it" in screen_text(app)

    workshop = without_its_file(tmp_path, None)
    drive(tmp_path, look, workshop=workshop, place=place, size=NARROW)


def test_a_changed_file_is_told_once_it_was_read(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot)
        assert LOST in screen_text(app)

    workshop = without_its_file(tmp_path, b"{}")
    assert workshop.evidence_notices == ()
    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=NARROW)


def test_nothing_is_said_where_all_is_there(tmp_path: Path) -> None:
    async def look(app: MaturityApp, _pilot: Pilot[int]) -> None:
        assert "evidence file" not in screen_text(app)

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.ROOM)
