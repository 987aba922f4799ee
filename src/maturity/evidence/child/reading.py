"""The bytes of one file to a document and its excerpts, in the process it is called in."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module

from maturity.evidence import chunk, privacy
from maturity.evidence.blocks import Grid, Piece, Reading
from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused, notice
from maturity.evidence.model import Counts, Document, Excerpt, Notice, Skipped
from maturity.evidence.readers.sniff import Sniffed, sniff
from maturity.evidence.shapes import minutes
from maturity.evidence.shapes.table import Tables
from maturity.text import inspect

__all__ = ["READER_NAMES", "read_bytes", "table_in"]

_LONGEST_TITLE = 120
_COVERED_TITLE = "Its title may identify a child"
_CUT_SHORT = ("...", "…")
_VIEW_FULL = "view the full minutes"

Reader = Callable[[bytes, Sniffed, Limits], Reading]

READER_NAMES = {
    "word": "maturity.evidence.readers.word",
    "excel": "maturity.evidence.readers.excel",
    "pdf": "maturity.evidence.readers.pdf",
    "html": "maturity.evidence.readers.html",
    "wpjson": "maturity.evidence.readers.wpjson",
    "text": "maturity.evidence.readers.text",
}
"""Which module reads which kind; a reader and its library are loaded for their own kind only."""


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    password: str | None = None,
    limits: Limits,
) -> tuple[Document, tuple[Excerpt, ...]]:
    """The document that `data` holds; `name` only helps to say what is wrong with it.

    `password` opens a PDF that asks for one. The same bytes and encoding give the same document
    and excerpts. Raises `Refused`.
    """
    kind = replace(sniff(data, name, encoding), password=password)
    reader: Reader = import_module(READER_NAMES[kind.kind]).read
    return _document(data, reader(data, kind, limits), limits)


_TOLD_OF_A_TABLE = frozenset(("W03", "W04", "W07", "W09"))
"""What changes which rows are there: tracked changes, hidden ones, formulas without a value."""


def table_in(
    data: bytes, name: str, *, encoding: str | None = None, limits: Limits
) -> tuple[Grid, str | None, tuple[str, ...]]:
    """The first table in `data`, cell by cell, the encoding it was read in, and what is to be told.

    A text is taken for a table even where its commas look like prose. Raises `Refused`.
    """
    kind = sniff(data, name, encoding)
    if kind.kind == "text":
        from maturity.evidence.readers.separated import grid_of  # noqa: PLC0415 - as READER_NAMES

        return grid_of(kind.text), kind.encoding, ()
    reader: Reader = import_module(READER_NAMES[kind.kind]).read
    reading = reader(data, kind, limits)
    grid = next((block.grid for block in reading.blocks if block.grid is not None), None)
    if grid is None:
        raise Refused("R40")
    told = (one.sentence for one in reading.warnings if one.code in _TOLD_OF_A_TABLE)
    return grid, reading.encoding, tuple(told)


def _document(
    data: bytes, reading: Reading, limits: Limits
) -> tuple[Document, tuple[Excerpt, ...]]:
    digest = hashlib.sha256(data).hexdigest()
    tables = Tables()
    pieces = chunk.pieces_of(reading.blocks, tables.rows)
    title = _title(reading, pieces)
    minuted = minutes.minutes_of(title, pieces, reading.dates)
    mentioned = chunk.Mentioned(near=minuted.near)
    excerpts = privacy.marked(chunk.excerpts_of(digest, pieces, mentioned, limits))
    if not excerpts:
        raise Refused("R33")
    warnings = (
        *reading.warnings,
        *tables.warnings,
        *minuted.warnings,
        *_text_notices(reading, pieces),
        *_impossible_dates(excerpts),
        *privacy.notices(excerpts),
    )
    document = Document(
        id=digest,
        title=_COVERED_TITLE if privacy.signs_in(title) else title,
        media=reading.media,
        size=len(data),
        reader=reading.reader,
        reader_version=reading.version,
        encoding=reading.encoding,
        dates=(*minuted.dates, *reading.dates),
        warnings=tuple(dict.fromkeys(warnings)),
        counts=Counts(
            excerpts=len(excerpts),
            skipped=tuple(Skipped(reason=why, count=n) for why, n in reading.skipped if n),
        ),
        people=minuted.people,
        actions=minuted.actions,
        decisions=minuted.decisions,
        section_statuses=tuple(tables.section_statuses),
        page_texts=reading.page_texts,
        explicit_none=_explicit_none(pieces),
    )
    return document, excerpts


def _title(reading: Reading, pieces: Sequence[Piece]) -> str:
    """The title the document gives itself, else its first heading, else its first words."""
    heading = next(
        (b.text for b in reading.blocks if b.shape == "heading" and b.level == 1 and b.text), None
    )
    first = next((p.heading_path[0] if p.heading_path else p.text for p in pieces), "")
    words = inspect(reading.title or heading or first).text.split()
    title = ""
    for word in words:
        if title and len(title) + len(word) >= _LONGEST_TITLE:
            return f"{title} …"
        title = f"{title} {word}".strip()[:_LONGEST_TITLE]
    return title


def _text_notices(reading: Reading, pieces: Sequence[Piece]) -> Iterator[Notice]:
    if reading.encoding not in (None, "utf-8"):
        yield notice("W22", encoding=reading.encoding)
    cleanings = [inspect(piece.text) for piece in pieces]
    if invisible := sum(cleaning.invisible for cleaning in cleanings):
        yield notice("W23", characters=_were(invisible, "invisible or direction-changing"))
    if controls := sum(cleaning.controls for cleaning in cleanings):
        yield notice("W24", characters=_were(controls, "control"))
    last = pieces[-1].text.rstrip().casefold() if pieces else ""
    if last.endswith(_CUT_SHORT) or _VIEW_FULL in last:
        yield notice("W12")


def _impossible_dates(excerpts: Sequence[Excerpt]) -> Iterator[Notice]:
    for excerpt in excerpts:
        for date in excerpt.dates:
            if date.precision == "impossible":
                yield notice("W20", raw=date.raw)


def _explicit_none(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The headings under which the document itself says that there is nothing."""
    said = (
        piece.heading_path[-1]
        for piece in pieces
        if piece.heading_path and piece.text.strip().rstrip(".").casefold() == "none"
    )
    return tuple(dict.fromkeys(said))


def _were(count: int, kind: str) -> str:
    return f"{count} {kind} {'character was' if count == 1 else 'characters were'}"
