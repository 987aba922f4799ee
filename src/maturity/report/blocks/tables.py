"""Tables, and what may stand in their cells: words, a level, or a place for an answer."""

from typing import Literal, TypeAlias

from maturity.frozen import dataclass
from maturity.report.blocks.spans import (
    BadBlock,
    Spans,
    has_words,
    is_words,
    require,
    require_anchor,
)

__all__ = ["TEXT_WIDTH_MM", "Cell", "Column", "Control", "LevelMark", "Table"]

TEXT_WIDTH_MM = 174
"""Room for text between the margins of an A4 page; no table is wider."""

_MOST_LEVELS = 7


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; at most the first names its row."""

    label: str
    width_mm: float
    row_header: bool = False

    def __post_init__(self) -> None:
        """Refuse a column without a label or width."""
        require(is_words(self.label), "a column has no label")
        require(self.width_mm > 0, f"column {self.label!r} has no width")


@dataclass(frozen=True, slots=True)
class LevelMark:
    """A level in words, with its place on the scale for dots and a fill.

    `position` counts from 1, the lowest level, of `of` levels. It is 0 where there is a word and
    no place: not reached, cannot say yet, not applicable, not rated.
    """

    word: str
    position: int
    of: int
    fill_index: int = 0

    def __post_init__(self) -> None:
        """Refuse a mark without a word, or off its own scale."""
        require(is_words(self.word), "a level has no word")
        require(self.of in range(2, _MOST_LEVELS + 1), f"a scale of {self.of} levels")
        require(self.position in range(self.of + 1), f"{self.word!r} is off its scale")
        require(self.fill_index in range(self.of), f"{self.word!r} has no fill")

    @property
    def shown(self) -> str:
        """The word, then one filled dot for each level reached and an open one for the rest."""
        if not self.position:
            return self.word
        return f"{self.word} {'●' * self.position}{'○' * (self.of - self.position)}"


@dataclass(frozen=True, slots=True)
class Control:
    """A place where the board may answer; `options` pair a stored value with its words.

    A text has no options and holds its words as the value. One that `has_room` may be written by
    hand on paper, in several lines.
    """

    key: str
    label: str
    kind: Literal["choice", "text", "tick"]
    options: tuple[tuple[str, str], ...]
    value: str
    has_room: bool = False

    def __post_init__(self) -> None:
        """Refuse a control without a name, or holding a value that it does not offer."""
        require(is_words(self.key) and is_words(self.label), "a control has no key or label")
        values = [value for value, _ in self.options]
        require(len(set(values)) == len(values), f"{self.key!r} offers a value twice")
        require(not (self.kind == "text" and values), f"{self.key!r} is a text with options")
        require(self.kind == "text" or self.value in values, f"{self.key!r} offers no such value")
        require(is_words(self.shown), f"{self.key!r} shows no words")

    @property
    def shown(self) -> str:
        """The words a reader sees for the value held."""
        return dict(self.options).get(self.value, self.value)


Cell: TypeAlias = Spans | LevelMark | Control


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, at least one row and at least two columns, no cell empty.

    One that `is_whole` is not parted by the end of a page, if it fits on one.
    """

    anchor: str
    caption: str
    summary: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_whole: bool = False

    def __post_init__(self) -> None:
        """Refuse a table without caption, summary or rows, a ragged one and an empty cell."""
        require_anchor(self.anchor)
        require(is_words(self.caption), f"table {self.anchor!r} has no caption")
        require(is_words(self.summary), f"table {self.anchor!r} has no summary")
        require(len(self.columns) > 1, f"table {self.anchor!r} has fewer than two columns")
        require(bool(self.rows), f"table {self.anchor!r} has no rows")
        width = sum(column.width_mm for column in self.columns)
        require(width <= TEXT_WIDTH_MM, f"table {self.anchor!r} is {width:g} mm wide")
        require(
            not any(column.row_header for column in self.columns[1:]),
            f"table {self.anchor!r} names its rows in a later column",
        )
        for row in self.rows:
            require(len(row) == len(self.columns), f"table {self.anchor!r} has a ragged row")
            for column, cell in zip(self.columns, row, strict=True):
                if isinstance(cell, tuple) and not has_words(cell):
                    where = f"a cell of {column.label!r} in table {self.anchor!r}"
                    raise BadBlock(f"{where} has no words")
