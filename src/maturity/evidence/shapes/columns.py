"""The columns of a table: their names, dates and keys, and which hold groups, leads, statuses."""

from collections.abc import Sequence

from maturity.evidence.blocks import GridCell
from maturity.evidence.shapes.leads import is_lead_header
from maturity.evidence.shapes.mentions import written_date
from maturity.evidence.shapes.rag import (
    is_status_header,
    legend_of,
    status_of_colour,
    status_of_text,
)
from maturity.frozen import dataclass

__all__ = ["Columns", "columns_of", "is_date_row", "is_header", "same_words"]

_LONGEST_NAME = 60
_LONGEST_STATUS = 20
_MOSTLY = 0.6
_NEARLY_ALL = 0.8
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of each column, first column first.

    `dates` are the dates of status columns as written. The first `grouping` columns name groups
    of rows and fill down.
    """

    header_cells: tuple[GridCell, ...]
    names: tuple[str, ...]
    dates: tuple[str | None, ...]
    legends: tuple[str | None, ...]
    grouping: int
    statuses: frozenset[int]
    leads: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.names)

    def said(self, at: int) -> str:
        """A column as a person would name it: by its date, its heading, or its number."""
        return self.dates[at] or self.names[at] or f"column {at + 1}"


def is_header(cells: Sequence[GridCell]) -> bool:
    """Whether a row reads as headings: most columns filled, with short words, no two alike."""
    own = [cell for cell in cells if not cell.is_covered]
    texts = [cell.text.strip() for cell in own if cell.text.strip()]
    spanned = sum(cell.is_covered for cell in cells)
    short = sum(len(text) <= _LONGEST_NAME for text in texts)
    return (
        len(texts) > 1
        and len(texts) + spanned >= len(cells) * _MOSTLY
        and short >= len(texts) * _MOSTLY
        and len({text.casefold() for text in texts}) == len(texts)
        and sum(any(map(str.isalpha, text)) for text in texts) >= len(texts) * _MOSTLY
        and not any(status_of_text(text)[0] for text in texts)
    )


def is_date_row(header: Sequence[GridCell], below: Sequence[GridCell]) -> bool:
    """Whether the row below a header holds nothing but dates, all under one wide heading."""
    filled = [
        at
        for at, cell in enumerate(below)
        if cell.text.strip() and not _continues(header, below, at)
    ]
    if len(filled) < 2 or len({_spanning(header, at) for at in filled}) != 1:  # noqa: PLR2004 - one date is a value
        return False
    return all(_is_date(below[at].text) for at in filled)


def same_words(cells: Sequence[GridCell], header: Sequence[GridCell]) -> bool:
    """Whether a row says the header over again."""
    return len(cells) == len(header) and all(
        _folded(cell) == _folded(one) for cell, one in zip(cells, header, strict=True)
    )


def columns_of(
    header: Sequence[GridCell],
    dates: Sequence[GridCell] | None,
    body: Sequence[Sequence[GridCell]],
) -> Columns:
    """The columns under `header` and, where there is one, the row of dates below it."""
    said = [legend_of(cell.text.strip()) for cell in header]
    under = [_spanning(header, at) for at in range(len(header))]
    written: list[str | None] = [None] * len(header)
    for at, cell in enumerate(dates or ()):
        if cell.text.strip() and not _continues(header, dates or (), at):
            written[at] = cell.text.strip()
    for at, cell in enumerate(header):
        if not dates and not cell.is_covered and _is_date(cell.text):
            written[at] = cell.text.strip()
    names = tuple(
        f"{said[under[at]][0]} / {date}" if date and dates else said[at][0]
        for at, date in enumerate(written)
    )
    legends = tuple(said[under[at]][1] if written[at] else said[at][1] for at in range(len(said)))
    rows = [row for row in body if not same_words(row, header)]
    return Columns(
        header_cells=tuple(header),
        names=names,
        dates=tuple(written),
        legends=legends,
        grouping=_grouping(rows, len(header)),
        statuses=frozenset(
            at for at in range(len(header)) if _holds_statuses(rows, at, names[at], written[at])
        ),
        leads=tuple(at for at, name in enumerate(names) if is_lead_header(name)),
    )


def _folded(cell: GridCell) -> str:
    return " ".join(cell.text.split()).casefold()


def _continues(header: Sequence[GridCell], below: Sequence[GridCell], at: int) -> bool:
    """Whether a cell only carries a heading down that is merged over both rows."""
    return below[at].is_covered and _folded(below[at]) == _folded(header[at])


def _spanning(header: Sequence[GridCell], at: int) -> int:
    """The column whose heading stands over column `at`: its own, or the last one to its left."""
    while at and (not header[at].text.strip() or header[at].is_covered):
        at -= 1
    return at


def _is_date(text: str) -> bool:
    found = written_date(text.strip(), month_year=True)
    return found.start is not None and len(text.strip()) <= _LONGEST_STATUS


def _own(row: Sequence[GridCell], at: int) -> str:
    if at >= len(row) or row[at].is_covered:
        return ""
    return row[at].text.strip()


def _grouping(rows: Sequence[Sequence[GridCell]], width: int) -> int:
    """How many leading columns stand left of the first that nearly every row fills."""
    for at in range(width):
        filled = sum(bool(_own(row, at)) for row in rows)
        if filled >= len(rows) * _NEARLY_ALL:
            return at
    return 0


def _holds_statuses(
    rows: Sequence[Sequence[GridCell]], at: int, name: str, date: str | None
) -> bool:
    cells = [row[at] for row in rows if at < len(row) and (row[at].text.strip() or row[at].fill)]
    if not cells:
        return False
    sure = sum(
        bool(status_of_text(cell.text)[0])
        or (not cell.text.strip() and status_of_colour(cell.fill) is not None)
        for cell in cells
    )
    if is_status_header(name):
        short = sum(len(cell.text.strip()) <= _LONGEST_STATUS for cell in cells)
        return short >= len(cells) / 2 and (bool(date) or sure >= len(cells) / 2)
    return len(cells) > 1 and sure >= len(cells) * _SURE
