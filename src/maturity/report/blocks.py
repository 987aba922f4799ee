"""What a paper is made of, before any file format is chosen.

A paper is a tuple of blocks; each writer turns the same blocks into one format. Every block is
checked when it is made, so that a writer never meets an empty heading or a ragged table.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

__all__ = [
    "TEXT_WIDTH_MM",
    "Audience",
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
    "Paper",
    "Paragraph",
    "Reference",
    "Role",
    "Span",
    "Spans",
    "Table",
    "spans_of",
]

TEXT_WIDTH_MM = 174
"""Room for text between the margins of an A4 page; no table is wider."""

Role: TypeAlias = Literal["body", "lead", "meta"]
ListKind: TypeAlias = Literal["bullet", "number", "letter"]
CalloutKind: TypeAlias = Literal["banner", "decision", "dissent", "notice", "evidence"]
Audience: TypeAlias = Literal["board", "public"]

_ANCHOR = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ADDRESS = re.compile(r"(https://|mailto:)[^\s<>\"]+")
_MOST_LEVELS = 7


class BadBlock(ValueError):
    """A block breaks a rule of papers: a fault of the content, never of what people typed."""


def _require(holds: bool, fault: str) -> None:  # noqa: FBT001 - the condition is the whole point
    if not holds:
        raise BadBlock(fault)


def _is_words(text: str) -> bool:
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
        _require(bool(self.text), "a span has no text")
        known = self.link is None or self.is_outside or _ANCHOR.fullmatch(self.link)
        _require(bool(known), f"{self.link!r} is neither an anchor nor an https or mailto address")

    @property
    def is_outside(self) -> bool:
        """Whether the link leaves the paper."""
        return self.link is not None and _ADDRESS.fullmatch(self.link) is not None


Spans: TypeAlias = tuple[Span, ...]


def _require_words(spans: Spans, where: str) -> None:
    _require(any(_is_words(span.text) for span in spans), f"{where} has no words")


def _require_anchor(anchor: str) -> None:
    _require(bool(_ANCHOR.fullmatch(anchor)), f"{anchor!r} cannot be an anchor")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that is listed in the contents when its level is shallow enough."""

    level: int
    text: str
    anchor: str
    new_page: bool = False

    def __post_init__(self) -> None:
        """Refuse an empty heading and a level outside 1 to 4."""
        _require(self.level in range(1, 5), f"heading level {self.level} is not 1 to 4")
        _require(_is_words(self.text), "a heading is empty")
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
        _require(bool(self.items), "a list has no items")
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
        _require(_is_words(self.lead), "a callout has no lead")
        _require(bool(self.paragraphs), "a callout has no paragraphs")
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
        _require(_is_words(self.label), "a column has no label")
        _require(self.width_mm > 0, f"column {self.label!r} has no width")


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
        _require(_is_words(self.word), "a level has no word")
        _require(self.of in range(2, _MOST_LEVELS + 1), f"a scale of {self.of} levels")
        _require(self.position in range(self.of + 1), f"{self.word!r} is off its scale")
        _require(self.fill_index in range(self.of), f"{self.word!r} has no fill")

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
        _require(_is_words(self.key) and _is_words(self.label), "a control has no key or label")
        values = [value for value, _ in self.options]
        _require(len(set(values)) == len(values), f"{self.key!r} offers a value twice")
        _require(not (self.kind == "text" and values), f"{self.key!r} is a text with options")
        _require(self.kind == "text" or self.value in values, f"{self.key!r} offers no such value")
        _require(_is_words(self.shown), f"{self.key!r} shows no words")

    @property
    def shown(self) -> str:
        """The words a reader sees for the value held."""
        return dict(self.options).get(self.value, self.value)


Cell: TypeAlias = Spans | LevelMark | Control


def _require_cell(cell: Cell, where: str) -> None:
    if isinstance(cell, tuple):
        _require_words(cell, where)


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
        _require(_is_words(self.caption), f"table {self.anchor!r} has no caption")
        _require(_is_words(self.summary), f"table {self.anchor!r} has no summary")
        _require(len(self.columns) > 1, f"table {self.anchor!r} has fewer than two columns")
        _require(bool(self.rows), f"table {self.anchor!r} has no rows")
        width = sum(column.width_mm for column in self.columns)
        _require(width <= TEXT_WIDTH_MM, f"table {self.anchor!r} is {width:g} mm wide")
        _require(
            not any(column.row_header for column in self.columns[1:]),
            f"table {self.anchor!r} names its rows in a later column",
        )
        for row in self.rows:
            _require(len(row) == len(self.columns), f"table {self.anchor!r} has a ragged row")
            for column, cell in zip(self.columns, row, strict=True):
                _require_cell(cell, f"a cell of {column.label!r} in table {self.anchor!r}")


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts to be drawn; the same numbers stand in the table that `table_anchor` names.

    `series` pairs a name with one count for each category.
    """

    anchor: str
    caption: str
    alt: str
    table_anchor: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]

    def __post_init__(self) -> None:
        """Refuse a figure without words for those who cannot see it, or with ragged series."""
        _require_anchor(self.anchor)
        _require_anchor(self.table_anchor)
        _require(_is_words(self.caption), f"figure {self.anchor!r} has no caption")
        _require(_is_words(self.alt), f"figure {self.anchor!r} has no words in place of it")
        _require(bool(self.categories and self.series), f"figure {self.anchor!r} shows nothing")
        for name, counts in self.series:
            _require(len(counts) == len(self.categories), f"series {name!r} is ragged")


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the paper's headings, down to level `depth`."""

    depth: int = 2

    def __post_init__(self) -> None:
        """Refuse a depth at which nothing would be listed."""
        _require(self.depth in range(1, 5), f"contents of depth {self.depth}")


Block: TypeAlias = Heading | Paragraph | ListBlock | Callout | Table | Figure | Contents


@dataclass(frozen=True, slots=True)
class Reference:
    """Which session, framework text and moment a paper was made from, for reading it back."""

    session: str
    fingerprint: str
    body: str
    n: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: its blocks, and the words that stand on every page and in its properties.

    `as_of` carries its own time zone and is the only time a writer knows. `reference` is None
    for the public, who need no way back to the session.
    """

    kind: str
    audience: Audience
    title: str
    short_title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    language: str
    marking: str
    status: str
    version: str
    as_of: datetime
    reference: Reference | None
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        """Refuse two blocks of one anchor, a link to none, and an end without words."""
        for name in ("title", "short_title", "subject", "author", "language", "status", "version"):
            _require(_is_words(getattr(self, name)), f"the paper has no {name.replace('_', ' ')}")
        _require(self.as_of.tzinfo is not None, "the paper's time has no zone")
        _require(bool(self.blocks), "the paper has no blocks")
        _require(not isinstance(self.blocks[-1], Table), "the paper ends with a table")
        _require_outline(self.blocks)
        anchors = _anchors(self.blocks)
        _require(len(set(anchors)) == len(anchors), f"an anchor is used twice: {_twice(anchors)}")
        missing = sorted(_targets(self.blocks) - set(anchors))
        _require(not missing, f"links lead nowhere: {', '.join(missing)}")


def _require_outline(blocks: tuple[Block, ...]) -> None:
    """Refuse a skipped level of heading, and contents that would list nothing."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    for block in blocks:
        listed = not isinstance(block, Contents) or min(levels, default=5) <= block.depth
        _require(listed, "the contents would list nothing")
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            _require(block.level <= above + 1, f"heading {block.text!r} skips a level")
            above = block.level


def _anchors(blocks: tuple[Block, ...]) -> list[str]:
    return [block.anchor for block in blocks if isinstance(block, Heading | Table | Figure)]


def _twice(anchors: list[str]) -> str:
    return ", ".join(sorted({anchor for anchor in anchors if anchors.count(anchor) > 1}))


def _targets(blocks: tuple[Block, ...]) -> set[str]:
    cells = [cell for block in blocks if isinstance(block, Table) for cell in _cells(block)]
    spans = (*spans_of(blocks), *(span for cell in cells for span in cell))
    inside = {span.link for span in spans if span.link and not span.is_outside}
    return inside | {block.table_anchor for block in blocks if isinstance(block, Figure)}


def _cells(table: Table) -> list[Spans]:
    return [cell for row in table.rows for cell in row if isinstance(cell, tuple)]


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
