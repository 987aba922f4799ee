"""Texts side by side where there is room for them, else under one another; never cut."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from maturity.frozen import dataclass
from maturity.tui import draw
from maturity.tui.widgets.box import Unscrolled

__all__ = ["Column", "Columns", "Row"]

_GAP = 3
_LEAST = 24


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and the paragraphs under it; `last` is one that stands out."""

    heading: str
    paragraphs: tuple[str, ...]
    last: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Columns beside each other, under a title of their own where there is one."""

    columns: tuple[Column, ...]
    title: str = ""


class Columns(Unscrolled, Widget):
    """Rows of columns. A column narrower than a long word, or than 24 cells, is never made."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's word
        """Nothing to read yet."""
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._lines: tuple[int, list[Content]] = (0, [])

    def show(self, rows: Sequence[Row]) -> None:
        """Draw these rows."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._lines = (0, [])
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the texts take in so many cells."""
        del container, viewport
        return len(self._drawn(width))

    def render(self) -> Content:
        """The texts."""
        return Content("\n").join(self._drawn(self.size.width))

    def _drawn(self, width: int) -> list[Content]:
        if self._lines[0] != width and width > 0:
            self._lines = (width, [line for row in self._rows for line in _row(row, width)])
        return self._lines[1]


def _row(row: Row, width: int) -> list[Content]:
    title = draw.line((row.title, "bold $secondary")).wrap(width) if row.title else []
    return [*title, *_fitted(row.columns, width)]


def _fitted(columns: tuple[Column, ...], width: int) -> list[Content]:
    count = max(1, len(columns))
    each = (width - _GAP * (count - 1)) // count
    if each < max(_LEAST, *map(_longest, columns)) and count > 1:
        return [line for column in columns for line in (*_wrapped(column, width), Content())]
    beside = zip_longest(*(_wrapped(column, each) for column in columns), fillvalue=Content())
    gap = " " * _GAP
    return [draw.line(*_joined(cells, each, gap)) for cells in beside]


def _joined(cells: tuple[Content, ...], each: int, gap: str) -> list[draw.Part]:
    *before, last = cells
    parts: list[draw.Part] = []
    for cell in before:
        parts += [cell, " " * (each - cell.cell_length), gap]
    return [*parts, last]


def _wrapped(column: Column, width: int) -> list[Content]:
    heading = draw.line((column.heading, "bold $primary")).wrap(width) if column.heading else []
    texts = [draw.para(text) for text in column.paragraphs]
    if column.last:
        texts.append(draw.para((column.last, "bold")))
    return [*heading, *(line for text in texts for line in text.wrap(width))]


def _longest(column: Column) -> int:
    words = (
        word for text in (column.heading, *column.paragraphs, column.last) for word in text.split()
    )
    return max((draw.width(word) for word in words), default=0)
