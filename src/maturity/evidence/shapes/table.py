"""Tables of every format: which row is the header, what fills down, one piece a row."""

import re
from collections.abc import Sequence
from dataclasses import field, replace

from maturity.evidence.blocks import Block, Grid, GridCell, Piece
from maturity.evidence.messages import notice
from maturity.evidence.model import Cell, Flag, Notice, SectionStatus, StatusPoint
from maturity.evidence.shapes.columns import Columns, columns_of, is_date_row, is_header, same_words
from maturity.evidence.shapes.leads import leads_of
from maturity.evidence.shapes.rag import (
    dated_notes,
    legend_of,
    oldest_first,
    point_of,
    status_of_text,
)
from maturity.frozen import dataclass

__all__ = ["Tables"]

_AS_ABOVE = re.compile(r"(?:as|see)\s+above|ditto|[\"“”〃]", re.IGNORECASE)
_OVERALL = re.compile(r"\s*overall\b.*\bstatus\b", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)(?=[\s.:)]|$)")
_LETTER = re.compile(r"([A-Za-z]|\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5})[.)](?=\s)")
_LONGEST_PLACE = 120

Row = tuple[int, tuple[GridCell, ...]]
"""The number of a row in its source, and its cells."""


@dataclass(slots=True)
class _State:
    """What holds for the row in hand: the columns, the group, the title, the values above."""

    columns: Columns | None = None
    place: str | None = None
    group: tuple[str, ...] = ()
    above: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Here:
    """Where a row stands: what it is cited as, the headings above it, the table it is in."""

    ref: str
    path: tuple[str, ...]
    block: Block


@dataclass(slots=True)
class Tables:
    """The tables of one document, and what belongs to the document rather than to a row."""

    warnings: list[Notice] = field(default_factory=list)
    section_statuses: list[SectionStatus] = field(default_factory=list)

    def rows(self, block: Block, path: tuple[str, ...]) -> tuple[Piece, ...]:
        """One piece for each row of a table block that stands under the headings of `path`."""
        grid = block.grid
        if grid is None:
            return ()
        rows = _filled(grid)
        return tuple(self._pieces(rows, grid, block, path)) or _as_words(rows, grid, path)

    def _pieces(
        self, rows: Sequence[Row], grid: Grid, block: Block, path: tuple[str, ...]
    ) -> list[Piece]:
        state = _State()
        found: list[Piece] = []
        at = 0
        while at < len(rows):
            number, cells = rows[at]
            taken = self._take_header(rows, at, state)
            if taken:
                at += taken
                continue
            here = _Here(grid.place.format(number), path, block)
            if state.columns is None or _is_title(cells):
                found.append(self._title(rows, at, here, state))
            else:
                found.append(self._row(cells, here, state.columns, state))
            at += 1
        return found

    @staticmethod
    def _take_header(rows: Sequence[Row], at: int, state: _State) -> int:
        """How many rows from `at` are header: none, one, or two where dates stand below it."""
        cells = rows[at][1]
        below = rows[at + 1][1] if at + 1 < len(rows) else ()
        if state.columns is None:
            if len(rows) - at == 1 or not is_header(cells):
                return 0
        elif not same_words(cells, state.columns.header_cells):
            return 0
        dates = below if is_date_row(cells, below) else None
        if state.columns is None or dates is not None:
            taken = 1 + (dates is not None)
            body = [row for _, row in rows[at + taken :]]
            state.columns = columns_of(cells, dates, body)
        state.above.clear()
        state.group = ()
        return 1 + (dates is not None)

    def _title(self, rows: Sequence[Row], at: int, here: _Here, state: _State) -> Piece:
        """A row that heads what stands below it, kept as words and as a place."""
        cells = rows[at][1]
        texts = [cell.text.strip() for cell in cells if cell.text.strip() and not cell.is_covered]
        overall = next((i for i, cell in enumerate(cells) if _OVERALL.match(cell.text)), None)
        if overall is not None:
            path = (*here.path, _place(texts[0]))
            self._section_status(rows, at, overall, replace(here, path=path))
        if overall is not None or state.place is None or state.columns is not None:
            state.place = _place(texts[0]) if overall != 0 else state.place
        state.above.clear()
        state.group = ()
        return Piece("paragraph", " | ".join(texts), here.ref, here.path, page=here.block.page)

    def _section_status(self, rows: Sequence[Row], at: int, column: int, here: _Here) -> None:
        """The status under "Overall status", which belongs to the section and to no row."""
        header, legend = legend_of(rows[at][1][column].text.strip())
        beside = rows[at][1][column + 1 : column + 2]
        below = [row[column] for _, row in rows[at + 1 : at + 2] if column < len(row)]
        for cell in (*beside, *below):
            if not cell.is_covered and (cell.fill or status_of_text(cell.text)[0]):
                point, told = point_of(
                    cell, ref=here.ref, column=header, as_written=None, legend=legend
                )
                if point is not None and point.status is not None:
                    self.warnings.extend(told)
                    self.section_statuses.append(
                        SectionStatus(heading_path=here.path, ref=here.ref, point=point)
                    )
                    return

    def _row(
        self, cells: Sequence[GridCell], here: _Here, columns: Columns, state: _State
    ) -> Piece:
        flags: set[Flag] = set(here.block.flags)
        self._fill_down(cells, columns, state, flags)
        if any(cell.is_formula for cell in cells):
            flags.add("formula")
        kept: list[Cell] = []
        points: list[StatusPoint] = []
        for at, cell in enumerate(cells[: columns.width]):
            if at in columns.statuses:
                point = self._point(cell, at, columns, here.ref)
                points.extend(() if point is None else (point,))
            made = self._cell(cell, (at, columns.names[at]), here.ref, state, flags)
            kept.extend(() if made is None else (made,))
        lead = next((at for at in columns.leads if at < len(cells)), None)
        first = next((c.value for c in kept[len(state.group) :] if c.value), "")
        return Piece(
            shape="table_row",
            text=_words(cells, columns),
            ref=here.ref,
            heading_path=(*here.path, *filter(None, (state.place, *state.group))),
            number=_number(state.group, first),
            page=here.block.page,
            context=here.block.context,
            flags=tuple(sorted(flags)),
            cells=tuple(kept),
            leads=None if lead is None else leads_of(cells[lead].text),
            status_history=oldest_first(points),
            dated_notes=tuple(
                note
                for at, cell in enumerate(cells)
                if at not in columns.statuses
                for note in dated_notes(cell.text)
            ),
        )

    @staticmethod
    def _fill_down(
        cells: Sequence[GridCell], columns: Columns, state: _State, flags: set[Flag]
    ) -> None:
        own = tuple(cell.text.strip() for cell in cells[: columns.grouping])
        if any(own):
            first = next(at for at, value in enumerate(own) if value)
            group = (*state.group[:first], *own[first:])
            if group != state.group:
                state.above.clear()
            state.group = group
        elif state.group:
            flags.add("filled_down")

    def _point(self, cell: GridCell, at: int, columns: Columns, ref: str) -> StatusPoint | None:
        point, told = point_of(
            cell,
            ref=ref,
            column=columns.said(at),
            as_written=columns.dates[at],
            legend=columns.legends[at],
        )
        self.warnings.extend(told)
        return point

    def _cell(
        self, cell: GridCell, column: tuple[int, str], ref: str, state: _State, flags: set[Flag]
    ) -> Cell | None:
        at, name = column
        value = cell.text.strip() or "".join(state.group[at : at + 1])
        if not value:
            return None
        above = None
        if _AS_ABOVE.fullmatch(value.rstrip(". ")):
            above = state.above.get(at)
            if above is None:
                self.warnings.append(_nothing_above(ref, value))
            else:
                flags.add("as_above")
        else:
            state.above[at] = value
        return Cell(header=name, value=value, above=above)


def _as_words(rows: Sequence[Row], grid: Grid, path: tuple[str, ...]) -> tuple[Piece, ...]:
    """The rows as plain words, where all of them read as headers: no row of a table is lost."""
    return tuple(
        Piece(
            "paragraph", " | ".join(filter(None, (cell.text.strip() for cell in cells))), ref, path
        )
        for ref, cells in ((grid.place.format(number), cells) for number, cells in rows)
    )


def _nothing_above(ref: str, words: str) -> Notice:
    said = ref[:1].upper() + ref[1:]
    return notice("W13", ref=said, words=words)


def _filled(grid: Grid) -> list[Row]:
    """The rows that hold anything, all as wide as the widest."""
    width = max((len(row) for row in grid.rows), default=0)
    empty = GridCell("")
    return [
        (number, (*row, *(empty,) * (width - len(row))))
        for number, row in zip(grid.numbers, grid.rows, strict=True)
        if any(cell.text.strip() or cell.fill for cell in row)
        and any(cell.text.strip() for cell in row)
    ]


def _is_title(cells: Sequence[GridCell]) -> bool:
    """A row of three columns or more with words in one cell alone, the first or all merged."""
    own = [at for at, cell in enumerate(cells) if cell.text.strip() and not cell.is_covered]
    return len(cells) > 2 and own == [0]  # noqa: PLR2004 - in two columns a lone cell is a value


def _place(title: str) -> str:
    """A title as a place to cite: whole where it is short, else up to its colon."""
    if len(title) <= _LONGEST_PLACE:
        return title
    head, colon, _ = title.partition(":")
    return head if colon and len(head) <= _LONGEST_PLACE else f"{title[:_LONGEST_PLACE]}…"


def _words(cells: Sequence[GridCell], columns: Columns) -> str:
    """The row as one line of words; a status stands behind the date it was given at."""
    said = []
    for at, cell in enumerate(cells):
        value = cell.text.strip()
        if (
            value
            and at >= columns.grouping
            and not (cell.is_covered and at and cells[at - 1].text == cell.text)
        ):
            date = columns.dates[at] if at < columns.width else None
            said.append(f"{date}: {value}" if date else value)
    return " | ".join(said)


def _number(group: Sequence[str], first: str) -> str | None:
    """The number as printed, from the group and the row: "1.1 A."; none without a letter."""
    letter = _LETTER.match(first)
    if letter is None:
        return None
    above = next((m.group(1) for m in map(_NUMBER.match, reversed(group)) if m), None)
    return f"{above} {letter.group(0)}" if above else letter.group(0)
