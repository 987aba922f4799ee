from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility.papers import words
from hypothesis import given
from hypothesis import strategies as st

from maturity.report.blocks import (
    BadBlock,
    Callout,
    Column,
    Contents,
    Control,
    Figure,
    Heading,
    LevelMark,
    ListBlock,
    Paragraph,
    Span,
    Table,
    spans_of,
)

_TWO = (Column("Item", 60, row_header=True), Column("Level", 60))
_ROW = (words("Leadership"), words("Emerging"))
_TABLE = Table("t", "Caption", "Summary", _TWO, (_ROW,))
_CHOICES = (("a", "First"), ("b", "Second"))
_BAD: dict[str, Callable[[], object]] = {
    "an empty span": lambda: Span(""),
    "a link to a file": lambda: Span("x", link="file:///etc/passwd"),
    "a link without a lock": lambda: Span("x", link="http://northmere.example"),
    "a link of two lines": lambda: Span("x", link="https://northmere.example\n/x"),
    "a heading of level 0": lambda: Heading(0, "x", "x"),
    "a heading of level 5": lambda: Heading(5, "x", "x"),
    "an empty heading": lambda: Heading(1, " ", "x"),
    "a typed anchor": lambda: Heading(1, "x", "What we Found!"),
    "an empty paragraph": lambda: Paragraph((Span(" "),)),
    "a paragraph of nothing": lambda: Paragraph(()),
    "an empty list": lambda: ListBlock("bullet", ()),
    "an empty item": lambda: ListBlock("bullet", (words("x"), ())),
    "a callout without a lead": lambda: Callout("notice", "", (words("x"),)),
    "a callout without words": lambda: Callout("notice", "x", ()),
    "a column without a label": lambda: Column("", 10),
    "a column without width": lambda: Column("x", 0),
    "a level off its scale": lambda: LevelMark("x", 4, 3),
    "a scale of one": lambda: LevelMark("x", 1, 1),
    "a scale of eight": lambda: LevelMark("x", 1, 8),
    "a level without a fill": lambda: LevelMark("x", 1, 3, 3),
    "a choice that is not offered": lambda: Control("k", "l", "choice", _CHOICES, "c"),
    "a value twice": lambda: Control("k", "l", "choice", (*_CHOICES, ("a", "Third")), "a"),
    "a text with options": lambda: Control("k", "l", "text", _CHOICES, "a"),
    "a text of nothing": lambda: Control("k", "l", "text", (), ""),
    "a control without a label": lambda: Control("k", "", "text", (), "x"),
    "a table of one column": lambda: replace(_TABLE, columns=_TWO[:1], rows=((words("x"),),)),
    "a table without rows": lambda: replace(_TABLE, rows=()),
    "a ragged row": lambda: replace(_TABLE, rows=(_ROW, _ROW[:1])),
    "an empty cell": lambda: replace(_TABLE, rows=((words("x"), words(" ")),)),
    "a table without a caption": lambda: replace(_TABLE, caption=""),
    "a table without a summary": lambda: replace(_TABLE, summary=" "),
    "a table that is too wide": lambda: replace(_TABLE, columns=(_TWO[0], Column("x", 130))),
    "rows named late": lambda: replace(_TABLE, columns=(_TWO[1], _TWO[0])),
    "a figure of nothing": lambda: Figure("f", "c", "a", "t", "T", (), (), 2),
    "a ragged figure": lambda: Figure("f", "c", "a", "t", "T", ("x", "y"), (("s", (1,)),), 2),
    "a figure without a table": lambda: Figure("f", "c", "a", "t", "", ("x",), (("s", (1,)),), 2),
    "a figure of too many words": lambda: Figure(
        "f", "c", "a" * 500, "t", "T", ("x",), (("s", (1,)),), 2
    ),
    "a figure of too many bars": lambda: Figure(
        "f", "c", "a", "t", "T", ("x",) * 21, (("s", (1,) * 21),), 2
    ),
    "a figure of too many series": lambda: Figure(
        "f", "c", "a", "t", "T", ("x",), (("s", (1,)),) * 26, 2
    ),
    "a figure without words": lambda: Figure("f", "c", "", "t", "T", ("x",), (("s", (1,)),), 2),
    "contents of nothing": lambda: Contents(0),
}


@pytest.mark.parametrize("name", _BAD)
def test_a_block_that_breaks_a_rule_is_never_made(name: str) -> None:
    with pytest.raises(BadBlock):
        _BAD[name]()


@given(st.integers(2, 7), st.data())
def test_a_level_shows_its_word_and_one_dot_for_each_level(of: int, data: st.DataObject) -> None:
    position = data.draw(st.integers(1, of))
    shown = LevelMark("Developing", position, of, position - 1).shown
    assert shown.startswith("Developing ")
    assert (shown.count("●"), shown.count("○")) == (position, of - position)


def test_what_is_no_level_shows_no_dots() -> None:
    assert LevelMark("Cannot say yet", 0, 3).shown == "Cannot say yet"


def test_a_control_shows_the_words_of_its_value() -> None:
    assert Control("k", "l", "choice", _CHOICES, "b").shown == "Second"
    assert Control("k", "l", "text", (), "No reason given yet").shown == "No reason given yet"


def test_words_are_listed_as_they_are_read_without_those_in_tables() -> None:
    blocks = (
        Heading(1, "x", "x"),
        Paragraph((Span("one"), Span("two"))),
        _TABLE,
        Callout("notice", "Lead.", (words("three"),)),
        ListBlock("bullet", (words("four"),)),
    )
    assert [span.text for span in spans_of(blocks)] == ["one", "two", "three", "four"]
