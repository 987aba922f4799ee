"""What a paper is made of, before any file format is chosen.

A paper is a tuple of blocks; each writer turns the same blocks into one format. Every block is
checked when it is made, so that a writer never meets an empty heading or a ragged table.
"""

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

from maturity.frozen import dataclass

__all__ = [
    "MOST_BARS",
    "TEXT_WIDTH_MM",
    "BadBlock",
    "Block",
    "Callout",
    "CalloutKind",
    "Cell",
    "Column",
    "Contents",
    "Control",
    "Figure",
    "Heading",
    "LevelMark",
    "ListBlock",
    "ListKind",
    "Paragraph",
    "Role",
    "Span",
    "Spans",
    "Table",
    "is_words",
    "require",
    "spans_of",
]

TEXT_WIDTH_MM = 174
"""Room for text between the margins of an A4 page; no table is wider."""

MOST_BARS = 20
"""Categories that a figure may show; more of them cannot be read on a page."""

Role: TypeAlias = Literal["body", "lead", "meta"]
ListKind: TypeAlias = Literal["bullet", "number", "letter"]
CalloutKind: TypeAlias = Literal["banner", "decision", "dissent", "notice", "evidence"]

_ANCHOR = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ADDRESS = re.compile(r"(https://|mailto:)[^\s<>\"]+")
_MOST_LEVELS = 7
_LONGEST_ALT = 500
_MOST_SERIES = 25  # a letter each in the workbook, after the names


class BadBlock(ValueError):
    """A block breaks a rule of papers: a fault of the content, never of what people typed."""


def require(holds: bool, fault: str) -> None:  # noqa: FBT001 - the condition is the whole point
    """Raise `BadBlock` with the fault unless the rule holds."""
    if not holds:
        raise BadBlock(fault)


def is_words(text: str) -> bool:
    """Whether there is something to read in `text`."""
    return bool(text.strip())


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text within a paragraph.

    `link` is the anchor of a block in the same paper, or an https or mailto address.
    """

    text: str
    strong: bool = False
    link: str | None = None

    def __post_init__(self) -> None:
        """Refuse a span without text and a link that leads nowhere a paper may lead."""
        require(bool(self.text), "a span has no text")
        if self.link is not None and not (self.is_outside or _ANCHOR.fullmatch(self.link)):
            raise BadBlock(f"{self.link!r} is neither an anchor nor an https or mailto address")

    @property
    def is_outside(self) -> bool:
        """Whether the link leaves the paper."""
        return self.link is not None and _ADDRESS.fullmatch(self.link) is not None


Spans: TypeAlias = tuple[Span, ...]


def _has_words(spans: Spans) -> bool:
    return any(is_words(span.text) for span in spans)


def _require_words(spans: Spans, where: str) -> None:
    if not _has_words(spans):
        raise BadBlock(f"{where} has no words")


def _require_anchor(anchor: str) -> None:
    require(bool(_ANCHOR.fullmatch(anchor)), f"{anchor!r} cannot be an anchor")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that is listed in the contents when its level is shallow enough."""

    level: int
    text: str
    anchor: str
    new_page: bool = False

    def __post_init__(self) -> None:
        """Refuse an empty heading and a level outside 1 to 4."""
        require(self.level in range(1, 5), f"heading level {self.level} is not 1 to 4")
        require(is_words(self.text), "a heading is empty")
        _require_anchor(self.anchor)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in sentences."""

    spans: Spans
    role: Role = "body"

    def __post_init__(self) -> None:
        """Refuse a paragraph without words."""
        _require_words(self.spans, "a paragraph")


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with the format's own numbering; each list starts again at its first mark."""

    kind: ListKind
    items: tuple[Spans, ...]

    def __post_init__(self) -> None:
        """Refuse an empty list and an item without words."""
        require(bool(self.items), "a list has no items")
        for item in self.items:
            _require_words(item, "an item of a list")


@dataclass(frozen=True, slots=True)
class Callout:
    """Paragraphs set apart from the text; `lead` opens the first of them in strong words."""

    kind: CalloutKind
    lead: str
    paragraphs: tuple[Spans, ...]

    def __post_init__(self) -> None:
        """Refuse a callout that lacks a lead or a paragraph."""
        require(is_words(self.lead), "a callout has no lead")
        require(bool(self.paragraphs), "a callout has no paragraphs")
        for paragraph in self.paragraphs:
            _require_words(paragraph, "a paragraph of a callout")


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

    A text has no options and holds its words as the value.
    """

    key: str
    label: str
    kind: Literal["choice", "text", "tick"]
    options: tuple[tuple[str, str], ...]
    value: str

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
    """A table with one header row, at least one row and at least two columns, no cell empty."""

    anchor: str
    caption: str
    summary: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        """Refuse a table without caption, summary or rows, a ragged one and an empty cell."""
        _require_anchor(self.anchor)
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
                if isinstance(cell, tuple) and not _has_words(cell):
                    where = f"a cell of {column.label!r} in table {self.anchor!r}"
                    raise BadBlock(f"{where} has no words")


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts to be drawn; the same numbers stand in the table straight after.

    `alt` has the words in place of it, and `table` the caption of that table. `series` pairs a
    name with one count for each category; the first of them are the `levels` of a scale.
    """

    anchor: str
    caption: str
    alt: str
    table_anchor: str
    table: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    levels: int

    def __post_init__(self) -> None:
        """Refuse a figure without words for those who cannot see it, too large, or ragged."""
        _require_anchor(self.anchor)
        _require_anchor(self.table_anchor)
        require(is_words(self.caption), f"figure {self.anchor!r} has no caption")
        require(is_words(self.alt), f"figure {self.anchor!r} has no words in place of it")
        require(is_words(self.table), f"figure {self.anchor!r} names no table")
        require(len(self.told) <= _LONGEST_ALT, f"figure {self.anchor!r} has too many words")
        require(bool(self.categories and self.series), f"figure {self.anchor!r} shows nothing")
        require(len(self.categories) <= MOST_BARS, f"figure {self.anchor!r} has too many bars")
        require(len(self.series) <= _MOST_SERIES, f"figure {self.anchor!r} has too many series")
        for name, counts in self.series:
            require(len(counts) == len(self.categories), f"series {name!r} is ragged")

    @property
    def where(self) -> str:
        """Where its numbers can be read."""
        return f'The numbers are in the table "{self.table}".'

    @property
    def told(self) -> str:
        """All that is said in place of it."""
        return f"{self.alt} {self.where}"


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the paper's headings, down to level `depth`."""

    depth: int = 2

    def __post_init__(self) -> None:
        """Refuse a depth at which nothing would be listed."""
        require(self.depth in range(1, 5), f"contents of depth {self.depth}")


Block: TypeAlias = Heading | Paragraph | ListBlock | Callout | Table | Figure | Contents


def spans_of(blocks: Iterable[Block]) -> list[Span]:
    """Every span that stands outside a table, in the order they are read."""
    return [span for block in blocks for group in _groups(block) for span in group]


def _groups(block: Block) -> tuple[Spans, ...]:
    """Every group of spans that a block other than a table holds."""
    if isinstance(block, Paragraph):
        return (block.spans,)
    if isinstance(block, ListBlock):
        return block.items
    if isinstance(block, Callout):
        return block.paragraphs
    return ()
