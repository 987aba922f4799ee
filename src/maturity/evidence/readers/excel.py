"""Excel workbooks: each sheet as one table of what Excel shows, with its colours and comments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from maturity.evidence.blocks import Block, Grid, GridCell, Reading
from maturity.evidence.limits import Limits
from maturity.evidence.messages import notice
from maturity.evidence.model import Notice
from maturity.evidence.readers.excel_parts import Sheet, Workbook, opened_workbook, present_cells
from maturity.evidence.readers.excel_shown import shown
from maturity.evidence.readers.guard import opened
from maturity.evidence.readers.package import Package, local, property_dates
from maturity.evidence.readers.runs import runs
from maturity.evidence.readers.sniff import Sniffed
from maturity.frozen import dataclass

if TYPE_CHECKING:
    from openpyxl import _Cell

__all__ = ["read"]

VERSION = 1

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.12"
_EMPTY = GridCell("")
_MOST_PLACES = 1_000_000
_PICTURES = re.compile(r"xl/(?:media|embeddings|charts/chart|diagrams/data)", re.IGNORECASE)
_THREADED = re.compile(r"\s*\[Threaded comment\].*?\bComment:\s*", re.DOTALL)
_REFERENCES = re.compile(
    r"(?:(?:action|plan|item|laip|wsoa|section)\s+)?(?:ref(?:erence)?s?|no|num|number|id|#)\.?"
    r"|laip|wsoa|pap|app",
    re.IGNORECASE,
)
_FILLED_IN = re.compile(r"&(?:\[\w+\]|[A-Za-z])")
_ONE_DECIMAL = re.compile(r"\d{1,3}\.[1-9]")

Place = tuple[int, int]
"""The number of a row and of a column, from 1."""


@dataclass(slots=True)
class _Sheet:
    """One sheet on its way to blocks: its cells by place, and what is to be told of it."""

    source: Sheet
    cells: dict[Place, GridCell] = field(default_factory=dict)
    comments: list[Block] = field(default_factory=list)
    told: list[Notice] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.source.sheet.title

    def own_rows(self) -> list[int]:
        """The numbers of the rows that hold words of their own."""
        found = {row for (row, _), cell in self.cells.items() if cell.text and not cell.is_covered}
        return sorted(found)

    def columns(self) -> list[int]:
        """The numbers of the columns that hold words."""
        return sorted({column for (_, column), cell in self.cells.items() if cell.text})


def read(data: bytes, kind: Sniffed, limits: Limits) -> Reading:
    """The sheets of a workbook, hidden ones too; formulas give the value last saved."""
    del kind  # every reader is asked alike; this one opens the bytes themselves
    with opened(data, limits) as zipped:
        package = Package(zipped, limits)
        book = opened_workbook(package, limits)
        sheets = [_sheet(source, book) for source in book.sheets]
        has_macros = any(
            one.kind == "vbaProject" for one in package.related(package.main()).values()
        )
        pictures = sum(bool(_PICTURES.match(name)) for name in zipped.namelist())
        return Reading(
            reader="excel",
            version=VERSION,
            media=_MACROS if has_macros else _EXCEL,
            blocks=tuple(block for sheet in sheets for block in _blocks(sheet)),
            page_texts=tuple(dict.fromkeys(words for one in sheets for words in _page_texts(one))),
            title=_title(package, sheets),
            dates=tuple(property_dates(package)),
            warnings=(
                *_told(book, sheets, pictures, has_macros=has_macros),
                *(one for sheet in sheets for one in sheet.told),
            ),
            skipped=(("pictures and embedded files", pictures),),
        )


def _sheet(source: Sheet, book: Workbook) -> _Sheet:
    made = _Sheet(source)
    headings: dict[int, str] = {}
    for cell in present_cells(source.sheet):
        place = (cell.row, cell.column)
        text = shown(cell.value, cell.number_format).strip()
        fill = book.palette.fill(cell)
        if text or fill:
            is_formula = bool(source.formulas) and cell.coordinate in source.formulas
            made.cells[place] = GridCell(text, fill, is_formula=is_formula)
        if cell.comment is not None:
            made.comments.extend(_comment(cell, text, made.title))
        if isinstance(cell.value, str):
            headings[cell.column] = text
        elif _may_have_lost_a_nought(cell, headings.get(cell.column, "")):
            ref = f"{made.title}!{cell.coordinate}"
            made.told.append(notice("W11", cell=ref, value=text))
    _fill_merges(made)
    return made


def _may_have_lost_a_nought(cell: "_Cell", heading: str) -> bool:
    """Whether a number under "Ref" may have been typed as 4.30: Excel keeps 4.3 of it."""
    return (
        isinstance(cell.value, float)
        and bool(_REFERENCES.fullmatch(heading))
        and cell.number_format == "General"
        and bool(_ONE_DECIMAL.fullmatch(shown(cell.value, "General")))
    )


def _comment(cell: "_Cell", text: str, title: str) -> Iterator[Block]:
    said = cell.comment
    words = _THREADED.sub("", said.text, count=1) if said else ""
    author = f"{said.author}:" if said and said.author else ""
    words = words.strip()
    # Excel begins a comment with its author's name, which is no part of what is said.
    words = words.removeprefix(author).strip() if author else words
    if words:
        ref = f"comment at {title}!{cell.coordinate}"
        yield Block("comment", words, ref, context=text or None)


def _fill_merges(made: _Sheet) -> None:
    """The value and colour of a merge over every place it covers."""
    for merge in sorted(
        made.source.sheet.merged_cells.ranges, key=lambda one: (one.min_row, one.min_col)
    ):
        first = made.cells.get((merge.min_row, merge.min_col))
        if first is None:
            continue
        covered = GridCell(first.text, first.fill, is_covered=True)
        for row in range(merge.min_row, merge.max_row + 1):
            for column in range(merge.min_col, merge.max_col + 1):
                made.cells[row, column] = covered
        span = merge.max_col - merge.min_col + 1
        made.cells[merge.min_row, merge.min_col] = GridCell(
            first.text, first.fill, span=span, is_formula=first.is_formula
        )


def _blocks(made: _Sheet) -> Iterator[Block]:
    """The heading of a sheet, its rows, comments and text boxes; nothing for an empty sheet."""
    rows, columns = made.own_rows(), made.columns()
    boxes = made.source.boxes
    if rows or made.comments or boxes:
        yield Block("heading", made.title, made.title, level=1)
    if rows and len(rows) * len(columns) > _MOST_PLACES:
        # Cells strewn this far apart are no table, and one of them would not fit in memory.
        yield from _strewn(made)
    elif rows:
        place = f"{made.title.replace('{', '{{').replace('}', '}}')}!"
        first, last = _letters(columns[0]), _letters(columns[-1])
        grid = Grid(
            rows=tuple(
                tuple(made.cells.get((row, column), _EMPTY) for column in columns) for row in rows
            ),
            place=f"{place}{first}{{0}}:{last}{{0}}",
            numbers=tuple(rows),
            knows_merges=True,
        )
        ref = f"{made.title}!{first}{rows[0]}:{last}{rows[-1]}"
        yield Block("table", "", ref, grid=grid)
    yield from made.comments
    for row, column, words in boxes:
        yield Block("text_box", words, f"text box at {made.title}!{_letters(column)}{row}")


def _strewn(made: _Sheet) -> Iterator[Block]:
    for (row, column), cell in sorted(made.cells.items(), key=lambda pair: pair[0]):
        if cell.text and not cell.is_covered:
            yield Block("paragraph", cell.text, f"{made.title}!{_letters(column)}{row}")


def _letters(column: int) -> str:
    """The letters of a column: 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, at = divmod(column - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters


def _title(package: Package, sheets: Sequence[_Sheet]) -> str | None:
    """The title among the file's properties, else what stands alone at the head of a sheet."""
    root = package.first("", "core-properties")
    for one in root if root is not None else ():
        if local(one) == "title" and one.text and one.text.strip():
            return one.text.strip()
    for made in sheets:
        for row in made.own_rows()[:1]:
            own = [
                cell.text
                for (at, _), cell in made.cells.items()
                if at == row and cell.text and not cell.is_covered
            ]
            return own[0] if len(own) == 1 else None
    return None


def _page_texts(made: _Sheet) -> Iterator[str]:
    """What is printed at the head and foot of each page, without the numbers Excel fills in."""
    for edge in (made.source.sheet.oddHeader, made.source.sheet.oddFooter):
        for said in (edge.left.text, edge.center.text, edge.right.text):
            if words := _FILLED_IN.sub("", said or "").strip():
                yield words


def _told(
    book: Workbook, sheets: Sequence[_Sheet], pictures: int, *, has_macros: bool
) -> Iterator[Notice]:
    if pictures:
        one = "1 picture or embedded file was"
        said = one if pictures == 1 else f"{pictures} pictures and embedded files were"
        yield notice("W05", pictures=said)
    if left := book.count.uncalculated:
        said = "1 formula has" if left == 1 else f"{left:,} formulas have"
        yield notice("W07", formulas=said)
    if has_macros:
        yield notice("W08")
    if hidden := [said for made in sheets for said in _hidden(made)]:
        yield notice("W09", names=", ".join(hidden))
    if ranges := book.count.conditional:
        yield notice("W10", ranges="1 range" if ranges == 1 else f"{ranges:,} ranges")


def _hidden(made: _Sheet) -> Iterator[str]:
    """What of a sheet Excel does not show although it holds words, in words."""
    sheet, title = made.source.sheet, made.title
    rows, columns = made.own_rows(), made.columns()
    if sheet.sheet_state != "visible" and rows:
        yield f"sheet {title}"
    hidden_rows = [row for row in rows if _is_hidden(sheet.row_dimensions.get(row))]
    for first, last in runs(hidden_rows):
        yield f"{title} row {first}" if first == last else f"{title} rows {first}-{last}"
    spans = [
        (one.min or 0, one.max or 0) for one in sheet.column_dimensions.values() if _is_hidden(one)
    ]
    hidden_columns = [
        column for column in columns if any(low <= column <= high for low, high in spans)
    ]
    for first, last in runs(hidden_columns):
        said = _letters(first) if first == last else f"{_letters(first)}-{_letters(last)}"
        yield f"{title} column{'' if first == last else 's'} {said}"


def _is_hidden(dimension: object) -> bool:
    return bool(getattr(dimension, "hidden", False))
