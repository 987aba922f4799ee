"""How much of a printed page some blocks fill, near enough to keep page 1 to one side.

Only a layout program knows for certain; this counts lines from the length of the words, at the
sizes and widths of our styles, and errs on the full side.
"""

from collections.abc import Iterable
from math import ceil
from typing import Final

from maturity.report.blocks import (
    TEXT_WIDTH_MM,
    Block,
    Callout,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Spans,
    Table,
)

__all__ = ["PAGE_POINTS", "points", "title_points"]

PAGE_POINTS: Final = 728
"""Height between the margins of A4, with the space after a last line, which may fall below."""

_MM_PER_POINT_OF_SIZE = 0.164
"""Width of a letter of Arial, as a share of its size: the middle of plain English text."""

_SIZES: Final = {"body": 12, "meta": 12, "lead": 14}
_INDENT_MM = 8
_LARGEST_BODY = 14
# A line of Arial is 1.15 times its size, and our styles set body text 1.15 and headings 1.05.
_BODY_LINE = 1.15 * 1.15
_HEADING_LINE = 1.15 * 1.05


def _lines(text: str, size: float, width_mm: float) -> int:
    return max(1, ceil(len(text) * size * _MM_PER_POINT_OF_SIZE / width_mm))


def _height(text: str, size: float, after: float, width_mm: float = TEXT_WIDTH_MM) -> float:
    spacing = _BODY_LINE if size <= _LARGEST_BODY else _HEADING_LINE
    return _lines(text, size, width_mm) * size * spacing + after


def _text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def _cell_text(cell: Cell) -> str:
    return _text(cell) if isinstance(cell, tuple) else cell.shown


def _table(table: Table) -> float:
    rows = (tuple(column.label for column in table.columns), *table.rows)
    caption = _height(table.caption, 11, 8)
    return caption + sum(_row(table, row) for row in rows)


def _row(table: Table, row: Iterable[Cell | str]) -> float:
    texts = (cell if isinstance(cell, str) else _cell_text(cell) for cell in row)
    lines = max(
        _lines(text, 11, column.width_mm - 2)
        for text, column in zip(texts, table.columns, strict=True)
    )
    return lines * 12.7 + 2


def _block(block: Block) -> float:
    match block:
        case Heading():
            return _height(block.text, 20, 16)
        case Paragraph():
            return _height(_text(block.spans), _SIZES[block.role], 5)
        case ListBlock():
            width = TEXT_WIDTH_MM - _INDENT_MM
            return sum(_height(_text(item), 12, 2, width) for item in block.items)
        case Callout():
            said = (f"{block.lead} {_text(block.paragraphs[0])}", *map(_text, block.paragraphs[1:]))
            return sum(_height(text, 12, 14, TEXT_WIDTH_MM - _INDENT_MM) for text in said)
        case Table():
            return _table(block)
    return 0


def points(blocks: Iterable[Block]) -> float:
    """The height of `blocks` in print, in points; nothing for figures and contents."""
    return sum(map(_block, blocks))


def title_points(title: str) -> float:
    """The height of the paper's title."""
    return _height(title, 24, 5)
