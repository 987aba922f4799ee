from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from accessibility.papers import board_paper, words

from maturity.report.blocks import (
    BadBlock,
    Column,
    Contents,
    Figure,
    Heading,
    Paragraph,
    Span,
    Table,
)
from maturity.report.paper import Reference

_COLUMNS = (Column("Item", 60, row_header=True), Column("Level", 60))
_TABLE = Table("t", "Caption", "Summary", _COLUMNS, ((words("Leadership"), words("Emerging")),))
_FIGURE = Figure("f", "Drawn", "Bars.", "t", "Caption", ("Leadership",), (("Emerging", (1,)),), 2)
_END = Paragraph(words("The end."))
_BAD: dict[str, Callable[[], object]] = {
    "a paper without a title": lambda: replace(board_paper(1), title=""),
    "a paper without blocks": lambda: replace(board_paper(1), blocks=()),
    "a time without a zone": lambda: replace(board_paper(1), as_of=datetime(2026, 3, 1)),  # noqa: DTZ001 that is what is refused
    "questions with no way back": lambda: replace(board_paper(1), reference=None),
    "a table at the end": lambda: replace(board_paper(1), blocks=(Heading(1, "x", "x"), _TABLE)),
    "an anchor twice": lambda: replace(
        board_paper(1), blocks=(Heading(1, "x", "x"), Heading(2, "y", "x"))
    ),
    "a skipped level": lambda: replace(
        board_paper(1), blocks=(Heading(1, "x", "x"), Heading(3, "y", "y"))
    ),
    "a first heading of level 2": lambda: replace(board_paper(1), blocks=(Heading(2, "x", "x"),)),
    "a link to nothing": lambda: replace(
        board_paper(1), blocks=(Paragraph((Span("x", link="nowhere"),)),)
    ),
    "a figure before other words": lambda: replace(board_paper(1), blocks=(_FIGURE, _END, _TABLE)),
    "a figure before another table": lambda: replace(
        board_paper(1), blocks=(_FIGURE, replace(_TABLE, caption="Other"), _END)
    ),
    "a figure at the end": lambda: replace(board_paper(1), blocks=(_TABLE, _FIGURE)),
    "contents without headings": lambda: replace(board_paper(1), blocks=(Contents(),)),
}


@pytest.mark.parametrize("name", _BAD)
def test_a_paper_that_breaks_a_rule_is_never_made(name: str) -> None:
    with pytest.raises(BadBlock):
        _BAD[name]()


def test_a_figure_stands_before_its_table() -> None:
    assert replace(board_paper(1), blocks=(_FIGURE, _TABLE, _END)).blocks[0] is _FIGURE


def test_a_paper_keeps_the_way_back_to_its_session() -> None:
    assert board_paper(1).reference == Reference(
        "northmere-2026", "f" * 64, "c41d0e7f5a2b9913", 412
    )
