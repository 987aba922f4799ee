"""Every screen without colours, and in a terminal that cannot draw lines: the same cells."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot

from maturity.tui import draw
from maturity.tui.app import MaturityApp
from maturity.tui.drawable import ASCII, Drawable, drawable
from maturity.tui.places import SESSION, Place
from tui.screen_rows import NARROW, WIDE, drive, press, screen_rows
from tui.sessions import a_session

BLACK = Color(0, 0, 0)


_CHANGED = re.compile(r"changed \d+ \w+ \d{4} \d\d:\d\d")


def every_screen(
    folder: Path, size: tuple[int, int], line_filter: Drawable | None = None
) -> dict[str, list[str]]:
    """The rows of every screen, and of every step of the Room, over one and the same session."""
    found: dict[str, list[str]] = {}

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        app.drawable = line_filter

        async def at(place: Place) -> None:
            app.go_to(place)
            await press(app, pilot)
            # Home says when a file was changed, by the only clock that a file system has
            found[place] = [_CHANGED.sub("changed then", row) for row in screen_rows(app)]

        for place in sorted(SESSION - {Place.ROOM}):
            await at(place)
        await at(Place.ROOM)
        for step in "evtads":
            await press(app, pilot, step, "escape")
            found[step] = screen_rows(app)
        await at(Place.HOME)
        await at(Place.NEW)

    drive(folder, look, workshop=a_session(folder), place=Place.RULES, size=size)
    return found


def test_without_colours_every_row_is_the_same_letter_for_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = every_screen(tmp_path / "one" / "northmere", WIDE)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = every_screen(tmp_path / "two" / "northmere", WIDE)
    assert len(coloured) == len(SESSION) + len("evtads") + 2
    assert plain == coloured


def test_a_terminal_without_lines_gets_letters_in_the_same_cells(tmp_path: Path) -> None:
    drawn = every_screen(tmp_path / "one" / "northmere", NARROW)
    letters = every_screen(tmp_path / "two" / "northmere", NARROW, Drawable(["ascii"]))
    assert not all(row.isascii() for rows in drawn.values() for row in rows)
    for name, rows in letters.items():
        assert all(row.isascii() for row in rows), name
        assert [draw.width(row) for row in rows] == [draw.width(row) for row in drawn[name]]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_any_text_keeps_its_cells(text: str) -> None:
    (shown,) = Drawable(["ascii"]).apply([Segment(text)], BLACK)
    assert shown.text.isascii()
    assert draw.width(shown.text) == draw.width(text)


def test_letters_that_the_terminal_has_stay() -> None:
    (shown,) = Drawable(["latin-1"]).apply([Segment("Café │ Ωmega")], BLACK)
    assert shown.text == "Café | ?mega"
    (shown,) = Drawable().apply([Segment("┌─ Ωmega •")], BLACK)
    assert shown.text == "+- Ωmega *"


@pytest.mark.parametrize(
    ("encodings", "environment", "stands_in"),
    [
        (("utf-8", "utf-8"), {}, False),
        (("utf-8", "cp-nobody-knows"), {}, False),
        (("utf-8", "latin-1"), {}, True),
        (("ascii",), {}, True),
        (("utf-8",), {ASCII: "1"}, True),
        (("utf-8",), {ASCII: "0"}, False),
    ],
)
def test_letters_stand_in_where_the_terminal_or_the_person_asks(
    encodings: tuple[str, ...], environment: dict[str, str], *, stands_in: bool
) -> None:
    assert (drawable(encodings, environment) is not None) is stands_in
