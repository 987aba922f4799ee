"""Export: the papers of a session."""

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.papers import Asked, Made, make
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.tui.rows.papers import PAPERS
from maturity.workshop import Workshop
from tui.screen_rows import drive, press, press_until, screen_text
from tui.sessions import SIZES, a_session


@SIZES
def test_a_paper_is_made_and_its_place_is_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "No overall sentence was written for page 1." in screen_text(app)
        await press(app, pilot, "enter", "down", "down", "enter")
        names = sorted(path.name for path in (workshop.folder / "exports").iterdir())
        assert names == [
            "northmere-spring-2026-board-paper-provisional.docx",
            "northmere-spring-2026-public-edition-provisional.docx",
        ]
        assert "made: northmere-spring-2026-public-edition-provisional.docx" in screen_text(app)
        assert "k shows where it is kept" in screen_text(app)
        assert len(app.laptop.papers) == 2
        await press(app, pilot, *("down", "enter") * 3, "down", "down", "enter")
        made = {path.suffix for path in (workshop.folder / "exports").iterdir()}
        assert made == {".docx", ".html", ".txt"}

    drive(tmp_path, look, workshop=workshop, place=Place.EXPORT, size=size)


@SIZES
def test_prepare_leads_to_the_pack_that_is_sent_before(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "E")
        assert "Nobody is told where to come" in screen_text(app)
        await press(app, pilot, "space")
        assert "No start time is set. On this line, enter: say it here." in screen_text(app)
        assert "maturity set" not in screen_text(app)
        assert "enter makes the paper" not in screen_text(app)
        assert "enter mends the line in hand where it says so" in screen_text(app)
        await press(app, pilot, "shift+tab")
        assert "enter makes the paper" in screen_text(app)
        await press(app, pilot, "enter")
        name = "northmere-spring-2026-pre-reading-pack-before-the-session.docx"
        assert [path.name for path in (workshop.folder / "exports").iterdir()] == [name]
        assert f"made: {name}" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


@SIZES
def test_where_to_come_is_typed_at_the_notice_that_asks_for_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "E", "space")
        assert "enter: say it here." in screen_text(app)
        await press(app, pilot, "enter", "tab", '"at half past nine', "tab", '"The library')
        await press(app, pilot, "enter", "enter")
        kept = workshop.state.settings
        assert (kept["starts"], kept["place"]) == ("at half past nine", "The library")
        assert "joining" not in kept
        assert workshop.state.session.date == "2026-03-23"
        assert "Nobody is told where to come" not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


@SIZES
def test_a_folder_that_takes_no_paper_is_told_and_another_asked_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    (workshop.folder / "exports").write_text("a file where the folder would be", "utf-8")
    elsewhere = tmp_path / "elsewhere"

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter")
        # its lines break where the path of the folder makes them break
        asked = " ".join(str(one.content) for one in app.screen.query(Static))
        assert "the paper could not be written" in asked
        assert "with -o" not in asked
        assert "Choose another place." in asked
        await press(app, pilot, "escape")
        assert "no paper was made; enter tries again" in screen_text(app)
        await press(app, pilot, "enter", f'"{elsewhere}', "enter")
        names = [path.name for path in elsewhere.iterdir()]
        assert names == ["northmere-spring-2026-board-paper-provisional.docx"]
        assert f"elsewhere/ made: {names[0]}" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.EXPORT, size=size)


def test_who_moves_along_the_papers_has_the_last_alone_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Asked] = []
    go_on = Event()

    def slowly(workshop: Workshop, asked: Asked) -> Made:
        looked.append(asked)
        go_on.wait(timeout=30)
        return make(workshop, asked)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        monkeypatch.setattr("maturity.tui.screens.export.make", slowly)
        for _ in range(4):
            await pilot.press("down")
        go_on.set()
        await press(app, pilot)
        assert looked == [PAPERS[1].asked, PAPERS[4].asked]
        assert "highlight-report" in screen_text(app)

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.EXPORT)


@SIZES
def test_a_notice_of_words_that_may_identify_a_child_settles_them_on_its_line(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    document, excerpt = typed_card("My son waited for a year.", "Notes p1")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    workshop.link("one", excerpt.id)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "tab")
        await press_until(app, pilot, "space", "> May identify a child:")
        assert "Notes p1. On this line, enter: redact or keep." in screen_text(app)
        assert "--privacy" not in screen_text(app)
        # the line in hand is written out below, so no bar takes a row from the list
        assert not app.screen.query_one("#notices").show_horizontal_scrollbar
        await press(app, pilot, "enter", '"redact', "enter", "enter")
        privacy = workshop.state.excerpts[excerpt.id].privacy
        assert privacy is not None
        assert privacy.choice == "redact"
        assert "enter: redact or keep" not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.EXPORT, size=size)
