"""Rows of tables among the evidence, said in sentences for people who do not have the table."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from maturity.evidence.model import Cell, Document, Excerpt, StatusPoint, WrittenDate
from maturity.evidence.shapes.leads import is_lead_header
from maturity.evidence.shapes.rag import meaning_of, status_of_text
from maturity.words.calendar import MONTHS, said_date

__all__ = ["row_said", "rows_said"]

_BETWEEN: Final = " | "
_MARK = re.compile(r"(?:[A-Za-z]|[0-9]{1,3}(?:\.[0-9]{1,3})*|[ivxIVX]{1,5})[.)]\s+")
_TELLING = 3
"""Words that a cell of a row needs to say something by itself."""


def row_said(row: Excerpt) -> str:
    """What a row says: of a plan the action, its number there and its latest status.

    Any other row says each value under its heading. Nobody who leads anything is named.
    """
    cells = [(cell.header, cell.above or cell.value) for cell in row.cells if _is_told(cell, row)]
    if not cells:
        return _first_telling(row.text.split(_BETWEEN))
    if not (row.status_history or row.number):
        return "; ".join(f"{header}: {value}" if header else value for header, value in cells)
    action = _first_telling(value for _, value in cells)
    text = _MARK.sub("", action, count=1) if _MARK.match(action) else action
    return " ".join((f"“{text}”", *_of_plan(row)))


def rows_said(
    documents: Iterable[tuple[Document, tuple[Excerpt, ...]]], *, is_whole: bool = True
) -> Callable[[str, str], str] | None:
    """How the gate is to word linked evidence: a row in sentences, anything else as it is quoted.

    Of a row whose file is lost the first words that tell anything are left. None where every file
    is there and none has a row.
    """
    rows = {
        excerpt.id: excerpt
        for _, excerpts in documents
        for excerpt in excerpts
        if excerpt.shape == "table_row"
    }
    if is_whole and not rows:
        return None

    def said(excerpt: str, quote: str) -> str:
        if row := rows.get(excerpt):
            return row_said(row)
        return quote if is_whole or _BETWEEN not in quote else _first_telling(quote.split(_BETWEEN))

    return said


def _is_told(cell: Cell, row: Excerpt) -> bool:
    """Whether a cell says what the row is about: no group, no lead and no status of a day."""
    is_lead = is_lead_header(cell.header) or (row.leads and cell.value == row.leads.as_written)
    is_status = status_of_text(cell.value)[0] or any(
        point.raw == cell.value and cell.header.endswith(point.as_written or cell.header)
        for point in row.status_history
    )
    return not (cell.value in row.heading_path or is_lead or is_status)


def _first_telling(texts: Iterable[str]) -> str:
    """The first of `texts` with some words in it, else the first."""
    found = [" ".join(text.split()) for text in texts]
    return next((one for one in found if len(one.split()) >= _TELLING), found[0])


def _of_plan(row: Excerpt) -> Iterator[str]:
    number = row.number or next((mention.raw for mention in row.plan_refs), "")
    if number:
        yield f"Number in the plan: {number.rstrip('.')}."
    latest = next((one for one in reversed(row.status_history) if one.status), None)
    if latest is not None:
        on = f", {_when(latest.date)}" if latest.date else ""
        yield f"Latest status: {_status(latest)}{on}."


def _status(point: StatusPoint) -> str:
    """A status as the plan's own key explains it, with its colour; the colour alone without."""
    colour = (point.status or "").lower()
    meaning = meaning_of(point.status, point.legend) if point.status else ""
    return f"{meaning[:1].lower()}{meaning[1:]} ({colour})" if meaning else colour


def _when(written: WrittenDate) -> str:
    if written.start is None:
        return written.raw
    if written.precision == "day":
        return said_date(written.start)
    if written.precision == "month":
        return f"{MONTHS[written.start.month - 1]} {written.start.year}"
    return written.raw
