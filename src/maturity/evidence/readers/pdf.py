"""PDF files: paragraphs under headings on exact pages, from nothing but words and their places."""

import re
from collections.abc import Iterator, Mapping, Sequence

from maturity.evidence.blocks import Block, Reading
from maturity.evidence.limits import Limits
from maturity.evidence.mentions import written_date
from maturity.evidence.messages import Refused, notice
from maturity.evidence.model import DocumentDate, Notice
from maturity.evidence.readers.pdf_layout import (
    Paragraph,
    lines_of,
    paragraphs_of,
    without_running,
)
from maturity.evidence.readers.runs import runs
from maturity.evidence.sniff import Sniffed

__all__ = ["read"]

VERSION = 1

_DATES = {"CreationDate": "created", "ModDate": "modified"}
_OF_A_FILE = re.compile(r"^Microsoft \w+ - |\.(?:docx?|pdf|xlsx?|pptx?|odt|indd)$", re.IGNORECASE)
_WRITTEN = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")


def read(data: bytes, kind: Sniffed, limits: Limits) -> Reading:
    """The text of a PDF; a page that is a picture is left out and said. Raises `Refused`."""
    try:
        # The library is a part of this program that some laptops will not install.
        from maturity.evidence.readers.pdf_pages import opened_pdf  # noqa: PLC0415 - see above
    except (ImportError, OSError) as fault:
        raise Refused("R23") from fault
    pages, said = opened_pdf(data, kind.password, limits)
    pictures = [page.number for page in pages if page.is_picture]
    if len(pictures) == len(pages):
        raise Refused("R22", pages=_all(len(pages)))
    kept, running = without_running([lines_of(page) for page in pages])
    paragraphs = paragraphs_of([line for page in kept for line in page])
    return Reading(
        reader="pdf",
        version=VERSION,
        media="application/pdf",
        blocks=tuple(_blocks(paragraphs)),
        title=_title(said["Title"].strip()),
        dates=tuple(_dates(said)),
        warnings=tuple(_told(pictures, len(pages))),
        skipped=(("pages that are pictures", len(pictures)),),
        page_texts=running,
    )


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    page, at = 0, 0
    for one in paragraphs:
        page, at = one.page, at + 1 if one.page == page else 1
        text = f"{one.number} {one.text}" if one.level and one.number else one.text
        yield Block(
            shape="heading" if one.level else "bullet" if one.is_listed else "paragraph",
            text=text,
            ref=f"page {page}, para {at}",
            level=one.level,
            number=one.number,
            page=page,
            is_page_exact=True,
        )


def _title(said: str) -> str | None:
    """The title among the properties, where it is one and not the name of a file."""
    return None if not re.search(r"\w\w", said) or _OF_A_FILE.search(said) else said


def _dates(said: Mapping[str, str]) -> Iterator[DocumentDate]:
    for name, label in _DATES.items():
        if found := _WRITTEN.match(said[name]):
            date = written_date("-".join(found.groups()), source="property")
            yield DocumentDate(kind="property", label=label, date=date)


def _told(pictures: Sequence[int], count: int) -> Iterator[Notice]:
    if pictures:
        is_one = len(pictures) == 1
        said = "is a picture and was" if is_one else "are pictures and were"
        yield notice(
            "W01",
            pictures=f"{len(pictures)} of {count} pages {said}",
            pages=f"{'page' if is_one else 'pages'} {_listed(pictures)}",
        )


def _all(count: int) -> str:
    return "The one page is a picture" if count == 1 else f"All {count:,} pages are pictures"


def _listed(numbers: Sequence[int]) -> str:
    """Numbers as people list them: "2-4, 7"."""
    return ", ".join(
        f"{first}" if first == last else f"{first}-{last}" for first, last in runs(numbers)
    )
