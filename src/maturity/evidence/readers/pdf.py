"""PDF files: paragraphs under headings on exact pages, from nothing but words and their places."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from maturity.evidence.blocks import Block, Reading
from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused, notice
from maturity.evidence.model import DocumentDate, Notice
from maturity.evidence.readers.runs import runs
from maturity.evidence.readers.sniff import Sniffed
from maturity.evidence.shapes.mentions import written_date

if TYPE_CHECKING:
    from maturity.evidence.readers.pdf_layout import Paragraph
    from maturity.evidence.readers.pdf_pages import Page

__all__ = ["read"]

VERSION = 1

_DATES = {"CreationDate": "created", "ModDate": "modified"}
_OF_A_FILE = re.compile(r"^Microsoft \w+ - |\.(?:docx?|pdf|xlsx?|pptx?|odt|indd)$", re.IGNORECASE)
_WRITTEN = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")


def read(data: bytes, kind: Sniffed, limits: Limits) -> Reading:
    """The text of a PDF; a page that is a picture is left out and said. Raises `Refused`."""
    try:
        # The library is a part of this program that some laptops will not install, and the
        # layout of a page cannot be told without it.
        from maturity.evidence.readers.pdf_layout import (  # noqa: PLC0415 - see above
            lines_of,
            paragraphs_of,
            without_running,
        )
        from maturity.evidence.readers.pdf_pages import opened_pdf  # noqa: PLC0415 - see above
    except (ImportError, OSError) as fault:
        raise Refused("R23") from fault
    pages, said, is_closed = opened_pdf(data, kind.password, limits)
    pictures = [page.number for page in pages if page.is_picture]
    garbled = [page.number for page in pages if page.is_garbled]
    has_filled = any(page.filled for page in pages)
    if len(pictures) == len(pages) and not has_filled:
        raise Refused("R22", pages=_all(len(pages)))
    if garbled and len(pictures) + len(garbled) == len(pages) and not has_filled:
        raise Refused("R48")
    kept, running = without_running([lines_of(page) for page in pages])
    paragraphs = paragraphs_of([line for page in kept for line in page])
    return Reading(
        reader="pdf",
        version=VERSION,
        media="application/pdf",
        blocks=tuple(_blocks(paragraphs, pages)),
        title=_title(said["Title"].strip()),
        dates=tuple(_dates(said)),
        warnings=(
            *_pictures(pictures, len(pages)),
            *_garbled(garbled, len(pages)),
            *_fields(pages),
            *((notice("W30"),) if is_closed else ()),
        ),
        skipped=(
            ("pages that are pictures", len(pictures)),
            ("pages without letters that can be told", len(garbled)),
        ),
        page_texts=running,
    )


def _blocks(paragraphs: Sequence["Paragraph"], pages: Sequence["Page"]) -> Iterator[Block]:
    """The paragraphs of each page, and behind them what people wrote upon it."""
    by_page: dict[int, list[Paragraph]] = {}
    for one in paragraphs:
        by_page.setdefault(one.page, []).append(one)
    for page in pages:
        for at, one in enumerate(by_page.get(page.number, ()), 1):
            text = f"{one.number} {one.text}" if one.level and one.number else one.text
            yield Block(
                shape="heading" if one.level else "bullet" if one.is_listed else "paragraph",
                text=text,
                ref=f"page {page.number}, para {at}",
                level=one.level,
                number=one.number,
                page=page.number,
                is_page_exact=True,
            )
        for at, filled in enumerate(page.filled, 1):
            yield Block(
                shape="comment" if filled.kind == "note" else "paragraph",
                text=filled.text,
                ref=f"page {page.number}, {filled.kind} {at}",
                page=page.number,
                is_page_exact=True,
                context=filled.asks or None,
            )


def _title(said: str) -> str | None:
    """The title among the properties, where it is one and not the name of a file."""
    return None if not re.search(r"\w\w", said) or _OF_A_FILE.search(said) else said


def _dates(said: Mapping[str, str]) -> Iterator[DocumentDate]:
    for name, label in _DATES.items():
        if found := _WRITTEN.match(said[name]):
            date = written_date("-".join(found.groups()), source="property")
            yield DocumentDate(kind="property", label=label, date=date)


def _pictures(pictures: Sequence[int], count: int) -> Iterator[Notice]:
    if pictures:
        said = "is a picture and was" if len(pictures) == 1 else "are pictures and were"
        of = f"{len(pictures)} of {count} pages {said}"
        yield notice("W01", pictures=of, pages=_pages(pictures))


def _garbled(garbled: Sequence[int], count: int) -> Iterator[Notice]:
    if garbled:
        of = f"{len(garbled)} of {count} pages {'was' if len(garbled) == 1 else 'were'}"
        yield notice("W28", garbled=of, pages=_pages(garbled))


def _fields(pages: Sequence["Page"]) -> Iterator[Notice]:
    filled = sum(one.kind == "field" for page in pages for one in page.filled)
    if filled:
        yield notice("W29", fields="1 field" if filled == 1 else f"{filled} fields")


def _pages(numbers: Sequence[int]) -> str:
    return f"{'page' if len(numbers) == 1 else 'pages'} {_listed(numbers)}"


def _all(count: int) -> str:
    return "The one page is a picture" if count == 1 else f"All {count:,} pages are pictures"


def _listed(numbers: Sequence[int]) -> str:
    """Numbers as people list them: "2-4, 7"."""
    return ", ".join(
        f"{first}" if first == last else f"{first}-{last}" for first, last in runs(numbers)
    )
