"""What the program loads, and when: the first screen waits for nothing that it does not show."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.content import Content

from builders import a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.tui.frames.session import SessionScreen
from maturity.tui.widgets.rail import Rail
from maturity.workshop import Workshop
from tui.rooms import Seen, a_room, press, walk

LATER = (
    "calendar",
    "filelock",
    "pydantic",
    "textual.widgets._data_table",
    "textual.widgets._text_area",
    "maturity.evidence.model",
    "maturity.evidence.shelf",
    "maturity.framework.catalogue",
    "maturity.framework.checking",
    "maturity.framework.faults",
    "maturity.report",
    "maturity.session.acts.ratings",
    "maturity.session.acts.table",
    "maturity.session.acts.votes",
    "maturity.steps.asking",
    "maturity.tomlfile.explaining",
    "maturity.tomlfile.positions",
    "maturity.tomlfile.validation",
    "maturity.tui.dialogs",
    "maturity.tui.overlays.palette",
    "maturity.tui.panes.vote",
    "maturity.tui.screens.home",
    "maturity.tui.screens.prepare",
    "maturity.tui.widgets.field",
    "maturity.words.dates",
)
"""What the first step of the Room does without: each costs as much as several of our modules."""

NEVER_FOR_PREPARE = (
    "docx",
    "lxml",
    "openpyxl",
    "pydantic",
    "pydantic_core",
    "rapidfuzz",
    "snowballstemmer",
)
"""What Prepare does without: each costs megabytes that the laptop keeps to the end."""

SCREEN = """
import asyncio, sys
from pathlib import Path
from maturity.laptop import Laptop, wall_clock
from maturity.session.store import Typist
from maturity.tui.app import MaturityApp
from maturity.workshop import Workshop

async def look(folder):
    typist = Typist("facilitator", "4fa1c2", "0badcafe", "0.1.0")
    workshop = Workshop.open(folder, typist, wall_clock)
    laptop = Laptop(folder.parent / "settings", "4fa1c2")
    app = MaturityApp(laptop, folder.parent, typist, wall_clock, workshop)
    async with app.run_test(size=(120, 40)) as pilot:
        for key in sys.argv[2].split():
            await pilot.press(key)
            await pilot.pause()
        print(type(app.screen).__name__)
        print(*[name for name in sys.argv[3:] if name in sys.modules])
    app.end_sitting()

asyncio.run(look(Path(sys.argv[1])))
"""


def loaded(workshop: Workshop, keys: str, names: Sequence[str]) -> list[str]:
    """The screen that these keys lead to, and which of these modules it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", SCREEN, str(workshop.folder), keys, *names],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_the_room_is_drawn_before_anything_else_is_loaded(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.close()
    assert loaded(workshop, "", LATER) == ["RoomScreen"]


def test_prepare_shows_and_finds_evidence_without_what_reads_papers_and_odd_files(
    tmp_path: Path,
) -> None:
    workshop = a_workshop(tmp_path)
    document, excerpt = typed_card("The second visit was to a lighthouse at low tide.", "Notes p1")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    workshop.close()
    keys = "o p slash l i g h t enter"
    assert loaded(workshop, keys, NEVER_FOR_PREPARE) == ["PrepareScreen"]


def test_suggesting_evidence_loads_nothing_that_only_a_mistyped_word_needs() -> None:
    script = "import sys, maturity.evidence.search.suggest\nprint('rapidfuzz' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_starting_the_screen_loads_no_reader_or_writer_of_papers() -> None:
    script = (
        "import sys, maturity.tui\n"
        "import maturity.tui.screens.prepare, maturity.tui.screens.room\n"
        "import maturity.tui.screens.export\n"
        "print(*[name for name in ('docx', 'lxml', 'openpyxl', 'click') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_a_screen_is_drawn_once_as_it_comes_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    of_the_screen = SessionScreen.refresh_view

    def refresh_view(self: SessionScreen) -> None:
        drawn.append(self.PLACE.value)
        of_the_screen(self)

    monkeypatch.setattr(SessionScreen, "refresh_view", refresh_view)

    async def look(seen: Seen) -> None:
        assert "now: read aloud" in seen.text
        assert drawn == ["room"]

    walk(a_room(tmp_path, voters=6), look)


def test_a_reveal_is_laid_out_once_and_leaves_the_rail_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    of_the_rail = Rail.render

    def render(self: Rail) -> Content:
        drawn.append("rail")
        return of_the_rail(self)

    monkeypatch.setattr(Rail, "render", render)

    async def look(seen: Seen) -> None:
        def laid_out(_: object) -> None:
            drawn.append("layout")

        seen.screen.screen_layout_refresh_signal.subscribe(seen.screen, laid_out)
        drawn.clear()
        await press(seen.pilot, "enter")
        await seen.pilot.pause()
        assert "The room" in seen.text
        assert drawn == ["layout"]

    walk(a_room(tmp_path, voters=6), look, "v", '"1 4 1')
