"""Tables of Word files as grids: merged cells filled, nested tables as rows of their own."""

from collections.abc import Iterator, Sequence
from typing import Protocol, Self

from lxml import etree

from maturity.evidence.blocks import Block, Grid, GridCell
from maturity.evidence.readers.package import child, local
from maturity.evidence.readers.word_parts import value
from maturity.evidence.readers.word_text import Story
from maturity.frozen import dataclass

__all__ = ["Stretch", "table_blocks", "within"]

_WIDEST = 200
_HEX = frozenset("0123456789ABCDEF")
_IN_A_CELL = frozenset(("paragraph", "bullet", "heading", "text_box"))
_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


class Stretch(Protocol):
    """The stretch of a document a table stands in, as far as its cells need to know it."""

    story: Story
    has_pages: bool
    blocks: list[Block]
    embedded: int

    def inner(self, place: str) -> Self:
        """A walk within this one, which counts its own paragraphs."""

    def walk(self, container: etree._Element) -> None:
        """Gather the blocks of everything that stands in `container`."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell as it stands in the file; `goes_on` says that it continues the one above."""

    text: str
    fill: str | None
    span: int
    goes_on: bool
    is_tracked: bool


def table_blocks(table: etree._Element, walk: Stretch, place: str) -> Iterator[Block]:
    """The table as one block, and after it what hangs on its cells; a box of one cell as text."""
    rows = [row for row in within(table, "tr") if child(row, "trPr", "del") is None]
    deleted = [
        mark for row in within(table, "tr") if (mark := child(row, "trPr", "del")) is not None
    ]
    walk.story.authors.update(value(mark, "author") or "" for mark in deleted)
    only = _only_cell(rows)
    if only is not None:
        inner = walk.inner(f"{place}, ")
        inner.walk(only)
        walk.embedded += inner.embedded
        yield from inner.blocks
        return
    after: list[Block] = []
    read = [_row(row, walk, f"{place} row {number}", after) for number, row in enumerate(rows, 1)]
    grid = Grid(
        rows=_filled(read),
        place=f"{place} row {{}}",
        numbers=tuple(range(1, len(read) + 1)),
        knows_merges=True,
    )
    page = walk.story.page if walk.has_pages else None
    is_tracked = bool(deleted) or any(cell.is_tracked for row in read for cell in row)
    yield Block("table", "", place, page=page, flags=("tracked",) if is_tracked else (), grid=grid)
    yield from after


def within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also inside content controls."""
    for one in element:
        found = local(one)
        if found == name:
            yield one
        elif found in _THROUGH:
            yield from within(one, name)


def _only_cell(rows: Sequence[etree._Element]) -> etree._Element | None:
    cells = [cell for row in rows for cell in within(row, "tc")]
    return cells[0] if len(cells) == 1 else None


def _row(row: etree._Element, walk: Stretch, place: str, after: list[Block]) -> list[_Cell]:
    skipped = int(_number(value(child(row, "trPr", "gridBefore"))) or 0)
    found = [_Cell("", None, min(skipped, _WIDEST), goes_on=False, is_tracked=False)] * bool(
        skipped
    )
    for cell in within(row, "tc"):
        found.append(_cell(cell, walk, place, after))
    return found


def _cell(cell: etree._Element, walk: Stretch, place: str, after: list[Block]) -> _Cell:
    inner = walk.inner(f"{place}, inner ")
    inner.walk(cell)
    walk.embedded += inner.embedded
    words = [block for block in inner.blocks if block.shape in _IN_A_CELL]
    after.extend(_beneath(inner.blocks, place))
    properties = child(cell, "tcPr")
    merge = child(properties, "vMerge")
    fill = (value(child(properties, "shd"), "fill") or "").upper()
    return _Cell(
        text="\n".join(_line(block) for block in words),
        fill=fill if len(fill) == len("RRGGBB") and set(fill) <= _HEX else None,
        span=max(1, min(int(_number(value(child(properties, "gridSpan"))) or 1), _WIDEST)),
        goes_on=merge is not None and value(merge) != "restart",
        is_tracked=any("tracked" in block.flags for block in words),
    )


def _beneath(blocks: Sequence[Block], place: str) -> Iterator[Block]:
    """What stands in a cell and is no text of it: tables within, notes and comments."""
    row = place.rpartition(" ")[2]
    for block in blocks:
        if block.shape == "table":
            yield Block(
                "table",
                "",
                block.ref,
                page=block.page,
                context=f"table in row {row}",
                grid=block.grid,
            )
        elif block.shape not in _IN_A_CELL:
            yield block


def _line(block: Block) -> str:
    is_numbered = block.number and block.shape == "bullet"
    return f"{block.number} {block.text}" if is_numbered else block.text


def _number(said: str | None) -> str | None:
    return said if said is not None and said.isdecimal() and len(said) < 6 else None  # noqa: PLR2004 - a width no table has


def _filled(rows: Sequence[Sequence[_Cell]]) -> tuple[tuple[GridCell, ...], ...]:
    """Each cell over all the columns and rows it covers."""
    above: list[GridCell] = []
    found: list[tuple[GridCell, ...]] = []
    for row in rows:
        cells: list[GridCell] = []
        for cell in row:
            at = len(cells)
            if cell.goes_on and at < len(above):
                cells.extend(
                    GridCell(one.text, one.fill, is_covered=True)
                    for one in above[at : at + cell.span]
                )
                continue
            cells.append(GridCell(cell.text, cell.fill, span=cell.span))
            cells.extend([GridCell(cell.text, cell.fill, is_covered=True)] * (cell.span - 1))
        found.append(tuple(cells))
        above = cells
    return tuple(found)
