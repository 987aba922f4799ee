"""The read-back at the end of the day."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import TINY
from maturity.judgement.view import Audience
from maturity.session.acts.ratings import ParkAct, RateAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from tui.screen_rows import WIDE, drive, press, screen_rows, screen_text
from tui.sessions import SIZES, a_session, after_another


@SIZES
def test_the_summary_reads_back_and_a_level_is_recorded_in_place(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        text = screen_text(app)
        assert "1 First 2 Middle high" in text
        assert "Named leads in every team." in text
        assert 'Someone from a family would say Low. "Not where we live." No answer yet.' in text
        assert "1 of 2 rated" in text
        await press(app, pilot, "3", "enter")
        assert workshop.view(Audience.ROOM).item("one").rating.said == "Middle"
        await press(app, pilot, "o", "s", "space", "a", "3")
        assert not workshop.view(Audience.ROOM).item("two").is_rated
        await press(app, pilot, "enter")
        assert workshop.view(Audience.ROOM).item("two").rating.said == "High"
        await press(app, pilot, "w", '"We saw it.', "tab", "enter")
        assert workshop.view(Audience.ROOM).item("two").rating.because == "We saw it."
        assert "every row is finished" in screen_text(app)
        await press(app, pilot, "b")
        assert "Read aloud, the lowest level first." in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY, size=size)


@SIZES
def test_the_summary_begins_with_what_is_parked_and_cuts_no_because(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    because = "Named leads in every team. " + "Challenge is heard and answered. " * 4
    workshop.do(RateAct("one", because=because))
    workshop.do(ParkAct("two", because="Waiting for the figures."))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "Read aloud, parked first, then the widest split first." in screen_text(app)
        rows = [row for row in screen_rows(app) if "parked  " in row or "2 Middle  " in row]
        assert ["parked" in row for row in rows] == [True, False]
        await press(app, pilot, "down")
        assert because.strip() in screen_text(app)
        assert "First things: 2 Middle, with high confidence; the room was" in screen_text(app)
        assert "..." not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY, size=size)


@SIZES
def test_the_summary_says_what_changed_since_last_time(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = after_another(tmp_path)
    workshop.do(RateAct("one", "middle"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        text = screen_text(app)
        assert ("Last time" in text) == (size == WIDE)
        # the row is read out whole at any width
        assert "First things: 2 Middle; since last time: up from Low" in text
        await press(app, pilot, "down")
        assert "Second things: not yet; since last time: new" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY, size=size)


@SIZES
def test_leaving_the_dissent_step_for_the_summary_keeps_the_program_up(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "d", "o", "s")
        assert "Read aloud" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.ROOM, size=size)


@SIZES
def test_a_long_label_leaves_room_for_the_row_and_is_read_out_whole_below(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    label = "Partners plan, buy and look after support together and can show that it works"
    long = TINY.replace(b'label = "Middle"', f'label = "{label}"'.encode())
    assert long != TINY
    monkeypatch.setattr("builders.TINY", long)
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot)
        row = next(row for row in screen_rows(app) if row.lstrip().startswith(">"))
        assert "2 Partners plan, buy..." in row
        assert "high" in row
        assert f"First things: 2 {label}" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY, size=size)


def test_what_is_parked_is_not_called_finished(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.do(ParkAct("two", because="Waiting for the figures."))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "space")
        assert "1 row is parked, all else finished" in screen_text(app)
        assert "every row is finished" not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY)
