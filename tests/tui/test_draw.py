"""Visible text: never markup, nothing a terminal obeys, cells counted right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.tui import draw

HOSTILE = (
    "[/",
    "[/]",
    "[/bold]",
    "[A] ratings [/A]",
    "x [b] y",
    "[@click=app.quit]go[/]",
    "\x1b]0;taken\x07over",
    "\x1b[2Jgone",
    "a\u202eb",
    "\ud800 alone",
    "two\nlines",
    "ok \U0001f600 wide 家",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_stands_without_what_a_terminal_obeys(text: str) -> None:
    for drawn in (draw.line(text).plain, draw.para(text).plain, str(draw.cell(text))):
        assert "\x1b" not in drawn
        assert "\u202e" not in drawn
        assert "\ud800" not in drawn
    if text.startswith("["):
        assert draw.line(text).plain == text
        assert draw.line(text).spans == []


@given(st.text())
def test_a_line_and_a_cell_are_one_line_without_controls(text: str) -> None:
    for drawn in (draw.line(text).plain, str(draw.cell(text))):
        assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in drawn)


@given(st.text(), st.integers(min_value=0, max_value=40))
def test_a_cut_text_never_takes_more_cells_than_it_may(text: str, cells: int) -> None:
    assert draw.width(draw.cut(text, cells)) <= cells


def test_a_text_that_fits_is_not_cut() -> None:
    assert draw.cut("Families", 8) == "Families"
    assert draw.cut("Families told us", 11) == "Families..."


def test_a_paragraph_keeps_its_lines() -> None:
    assert draw.para("one\ntwo", ("three", "bold")).plain == "one\ntwo\nthree"


def test_words_that_matched_stand_out_where_they_stand_whole() -> None:
    drawn = draw.marked("A cart, and carts; a [cart]\x1b", ("cart", ""))
    assert drawn.plain == "A cart, and carts; a [cart]"
    assert [(span.start, span.end, span.style) for span in drawn.spans] == [
        (2, 6, "bold"),
        (22, 26, "bold"),
    ]
    assert draw.marked("A cart", ()).spans == []
