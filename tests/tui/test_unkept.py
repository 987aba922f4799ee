"""A different view that was typed and not kept waits for whoever comes back, and is never lost."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import HOSTILE, a_workshop
from maturity.judgement.view import Audience
from maturity.session.acts.people import PersonAct
from maturity.text import inspect
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.tui.unkept import hold, waiting
from maturity.tui.voices import DissentDraft
from tui.screen_rows import NARROW, WIDE, drive, press, screen_rows, screen_text

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


def test_a_draft_comes_back_as_it_was_and_none_leaves_no_file(tmp_path: Path) -> None:
    draft = DissentDraft("9d.1", "group:health", "", "low", "Not here.", "A visit.", "noted")
    draft.kept = ("Not", "")
    hold(tmp_path, "northmere-b3a10f", {"one": draft})
    assert waiting(tmp_path, "northmere-b3a10f") == ({"one": draft}, "")
    assert waiting(tmp_path, "another") == ({}, "")
    (file,) = (tmp_path / "unkept").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    hold(tmp_path, "northmere-b3a10f", {})
    assert not list((tmp_path / "unkept").iterdir())


@pytest.mark.parametrize("session", ["../../elsewhere", "a/b", "\x00", "x" * 5000])
def test_the_id_of_a_session_never_names_the_file(tmp_path: Path, session: str) -> None:
    hold(tmp_path / "home", session, {"one": DissentDraft(reason="No.")})
    assert [path.parent for path in tmp_path.rglob("*.toml")] == [tmp_path / "home" / "unkept"]


@pytest.mark.parametrize("text", [one for one in HOSTILE if "\ud800" not in one])
def test_what_anybody_typed_is_clean_when_it_comes_back(tmp_path: Path, text: str) -> None:
    hold(tmp_path, "northmere", {"one": DissentDraft(reason=text)})
    drafts, problem = waiting(tmp_path, "northmere")
    assert (drafts["one"].reason, problem) == (inspect(text).text, "")


@pytest.mark.parametrize("raw", ["x = [", "one = 3", "[one]\nkept = []", "[one]\nwho = 'x'"])
def test_a_damaged_file_is_told_and_opens_all_the_same(tmp_path: Path, raw: str) -> None:
    hold(tmp_path, "northmere", {"one": DissentDraft(reason="No.")})
    (file,) = (tmp_path / "unkept").iterdir()
    file.write_text(raw)
    drafts, problem = waiting(tmp_path, "northmere")
    assert drafts == {}
    assert "could not be read again" in problem


@SIZES
def test_words_left_unkept_are_named_everywhere_and_read_back_on_return(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(PersonAct("Ira Holt", group="health"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "d", "down", "enter", "1", "enter", '"Not here.')
        await press(app, pilot, "escape", "o", "s")
        assert "1 different view is typed and not kept: d there" in screen_text(app)
        (kept,) = workshop.view(Audience.FACILITATOR).item("one").dissents
        assert (kept.who, kept.reason) == ("Health", "")
        await press(app, pilot, "o", "h", "enter")
        assert "A different view on First was typed and not kept." in screen_text(app)
        await press(app, pilot, "o", "r")
        assert any("!" in row for row in screen_rows(app) if "v" in row and "d" in row)
        await press(app, pilot, "d", "escape", "space")
        assert "READ THIS ALOUD" in screen_text(app)
        assert '"Not here."' in screen_text(app)
        await press(app, pilot, "w", "a", "enter", "escape")
        assert app.sitting is not None
        (kept,) = app.sitting.workshop.view(Audience.FACILITATOR).item("one").dissents
        assert (kept.who, kept.who_kind) == ("someone in the room", "none")
        assert (kept.reason, kept.reach) == ("Not here.", "public")
        assert not list((tmp_path / "settings" / "unkept").iterdir())

    drive(tmp_path, look, workshop=workshop, place=Place.ROOM, size=size, notices=True)


def test_words_are_thrown_away_only_after_asking(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "d", "down", "enter", "1", "enter", '"Not here.', "enter")
        await press(app, pilot, "escape", "escape")
        assert "words wait that are not kept: space reads them back" in screen_text(app)
        await press(app, pilot, "space", "delete", "n")
        assert '"Not here."' in screen_text(app)
        await press(app, pilot, "delete", "y")
        assert app.sitting is not None
        assert not app.sitting.unkept
        (kept,) = workshop.view(Audience.FACILITATOR).item("one").dissents
        assert kept.reason == ""

    drive(tmp_path, look, workshop=workshop, place=Place.ROOM)


@pytest.mark.parametrize("place", [Place.RULES, Place.ROLL, Place.PREPARE, Place.EXPORT])
def test_a_view_is_asked_for_on_any_screen_and_the_room_comes_back_to_it(
    tmp_path: Path, place: Place
) -> None:
    workshop = a_workshop(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "enter", "1", "enter", '"No.', "enter", "enter")
        await press(app, pilot, '"A visit.', "enter", "enter")
        assert f"space goes back to {place.named}" in screen_text(app)
        await press(app, pilot, "space")
        assert f" {place.named.upper()} " in screen_rows(app)[0]
        (kept,) = workshop.view(Audience.FACILITATOR).item("one").dissents
        assert (kept.reason, kept.change) == ("No.", "A visit.")

    drive(tmp_path, look, "d", workshop=workshop, place=place)
