"""What every reader hands on: a document as a row of blocks, before excerpts are made of it."""

from collections.abc import Iterable
from dataclasses import field
from typing import Literal, NamedTuple

from maturity.evidence.model import (
    Cell,
    DatedNote,
    DocumentDate,
    Flag,
    Leads,
    Notice,
    Shape,
    StatusPoint,
)
from maturity.frozen import dataclass

__all__ = ["Block", "Grid", "GridCell", "Piece", "Reading", "opening_in_bold"]


class GridCell(NamedTuple):
    """One cell of a table; a workbook has half a million, so it is the lightest value there is.

    `fill` is the colour behind it as six hex digits. `is_covered` says that the cell belongs to a
    merge and repeats the value of the merge; `span` is set on the first cell of a wide one.
    """

    text: str
    fill: str | None = None
    is_covered: bool = False
    span: int = 1
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as rows of cells; row `n` of it is cited as `place.format(n)`.

    `knows_merges` is false where a merge has left only empty cells behind: tabs, CSV, paste.
    `numbers` are the rows' numbers in their source, first row first.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    place: str
    numbers: tuple[int, ...]
    knows_merges: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document in reading order: a heading, a piece of text or a table.

    `level` counts headings from 1. `lead` is what a bullet or paragraph says in bold before
    anything else.
    """

    shape: Shape | Literal["heading", "table"]
    text: str
    ref: str
    level: int = 0
    number: str | None = None
    page: int | None = None
    is_page_exact: bool = False
    context: str | None = None
    lead: str | None = None
    flags: tuple[Flag, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """What becomes one excerpt: a block in its place, or one row of a table."""

    shape: Shape
    text: str
    ref: str
    heading_path: tuple[str, ...] = ()
    number: str | None = None
    page: int | None = None
    is_page_exact: bool = False
    context: str | None = None
    lead: str | None = None
    flags: tuple[Flag, ...] = ()
    cells: tuple[Cell, ...] = ()
    leads: Leads | None = None
    status_history: tuple[StatusPoint, ...] = ()
    dated_notes: tuple[DatedNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader found in one document; `skipped` are reasons in words and their counts."""

    reader: str
    version: int
    media: str
    blocks: tuple[Block, ...]
    title: str | None = None
    encoding: str | None = None
    dates: tuple[DocumentDate, ...] = ()
    warnings: tuple[Notice, ...] = ()
    skipped: tuple[tuple[str, int], ...] = field(default=())
    page_texts: tuple[str, ...] = ()


def opening_in_bold(said: Iterable[tuple[str, bool]]) -> str | None:
    """The words a block opens with in bold; `said` are its parts and whether each is bold."""
    opening: list[str] = []
    for text, is_bold in said:
        if text.strip() and not is_bold:
            break
        opening.append(text)
    return "".join(opening).strip() or None
