"""The pages of a PDF as words in their places: the one door to the library that opens PDFs."""

import math
import re
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused
from maturity.evidence.readers.pdf_filled import Filled, filled_in

__all__ = ["Page", "Segment", "opened_pdf"]

_LINE_ENDS = frozenset((0x0A, 0x0D))
_SPACES = frozenset((0x20, 0x09, 0xA0))
# The library gives the first where it takes a hyphen at the end of a line for a break of a word.
_HYPHENS = frozenset((0x02, 0xAD, 0xFFFE))
_UNREADABLE = frozenset((0x00, 0xFFFF))
_TORN = re.compile(r"[^\W\d_]{2}[-\u2010]$")
_WIDE_GAP = 1.0
_SMALLEST = 0.5
_JUMP = 0.5
_FEW_LETTERS = 20
# A dot of a list may have no name; words without one are noise.
_MOST_UNNAMED = 0.2
_IMAGES_WITHIN = 3
_PROPERTIES = ("Title", "CreationDate", "ModDate")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand side by side on a page, without a wide gap between them.

    Places are in points from the lower left, `bottom` that of the line the letters stand on;
    `size` is the height of the type. `is_broken` says that a word goes on in the next line and a
    hyphen was taken from its end.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page, counted from 1; a picture has an image and hardly a letter.

    On a garbled one the file does not say which letters its shapes are. `filled` is what people
    wrote upon it.
    """

    number: int
    segments: tuple[Segment, ...]
    is_picture: bool
    is_garbled: bool = False
    filled: tuple[Filled, ...] = ()


Box = tuple[float, float, float, float]
"""The left, lower, right and upper edge of a letter."""


@dataclass(slots=True)
class _Open:
    """A segment while its letters come in."""

    size: float
    base: float | None = None
    letters: list[str] = field(default_factory=list)
    left: float = math.inf
    right: float = -math.inf
    bottom: float = math.inf
    top: float = -math.inf

    def add(self, letter: str, box: Box) -> None:
        left, bottom, right, top = box
        self.letters.append(letter)
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)

    def is_left_by(self, box: Box) -> bool:
        """Whether the next letter stands too far off to belong to these words."""
        if not self.letters:
            return False
        left, bottom, _, top = box
        middle = (bottom + top) / 2
        return (
            left - self.right > _WIDE_GAP * self.size
            or left < self.right - 2 * self.size
            or not self.bottom - _JUMP * self.size <= middle <= self.top + _JUMP * self.size
        )

    def closed(self, *, is_broken: bool = False) -> Iterator[Segment]:
        text = "".join(self.letters).strip()
        if _TORN.search(text):
            text, is_broken = text[:-1], True
        if text:
            base = self.bottom if self.base is None else self.base
            yield Segment(text, self.left, self.right, base, self.top, self.size, is_broken)


def opened_pdf(
    data: bytes, password: str | None, limits: Limits
) -> tuple[tuple[Page, ...], dict[str, str], bool]:
    """The pages of a PDF, its properties as written, and whether a form in it stays closed.

    Raises `Refused` (R20, R21, R24, R41).
    """
    try:
        with pypdfium2.PdfDocument(data, password) as document:
            count = len(document)
            if count > limits.pages:
                or_large = "" if limits.is_large else ", or use --allow-large"
                raise Refused("R24", n=f"{count:,}", limit=f"{limits.pages:,}", or_large=or_large)
            if not count:
                raise Refused("R21")
            has_form = raw.FPDF_GetFormType(document)
            if has_form == raw.FORMTYPE_ACRO_FORM:
                document.init_forms()
            pages = tuple(_page(document, at) for at in range(count))
            said = {name: document.get_metadata_value(name) for name in _PROPERTIES}
    except pypdfium2.PdfiumError as fault:
        raise _refused(fault, password) from fault
    return pages, said, has_form not in {raw.FORMTYPE_NONE, raw.FORMTYPE_ACRO_FORM}


def _refused(fault: pypdfium2.PdfiumError, password: str | None) -> Refused:
    if fault.err_code == raw.FPDF_ERR_PASSWORD:
        return Refused("R41" if password else "R20")
    return Refused("R20" if fault.err_code == raw.FPDF_ERR_SECURITY else "R21")


def _page(document: pypdfium2.PdfDocument, at: int) -> Page:
    page, number = document[at], at + 1
    text = page.get_textpage()
    try:
        filled = tuple(filled_in(document, page))
        segments = tuple(_segments(_Letters(text, page.get_rotation(), *page.get_size())))
        if _is_garbled(text):
            return Page(number, (), is_picture=False, is_garbled=True, filled=filled)
        letters = sum(len(segment.text) for segment in segments)
        is_picture = letters < _FEW_LETTERS and any(
            page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], _IMAGES_WITHIN)
        )
    finally:
        text.close()
        page.close()
    return Page(number, segments, is_picture, filled=filled)


def _is_garbled(text: pypdfium2.PdfTextPage) -> bool:
    """Whether the file does not say which letters its shapes are, for too many of them to guess."""
    count = text.count_chars()
    unnamed = sum(raw.FPDFText_HasUnicodeMapError(text, at) == 1 for at in range(count))
    return unnamed > count * _MOST_UNNAMED


@dataclass(slots=True)
class _Letters:
    """The letters of a page where they are seen: a page may be kept lying on its side.

    `turn` is how far it is turned clockwise to be read; `width` and `height` are as it is read.
    """

    text: pypdfium2.PdfTextPage
    turn: int
    width: float
    height: float
    _box: raw.FS_RECTF = field(default_factory=raw.FS_RECTF)

    def code(self, at: int) -> int:
        return raw.FPDFText_GetUnicode(self.text, at)

    def box(self, at: int) -> Box | None:
        box = self._box
        if not raw.FPDFText_GetLooseCharBox(self.text, at, box):
            return None
        if not self.turn:
            return box.left, box.bottom, box.right, box.top
        (x1, y1), (x2, y2) = self._seen(box.left, box.bottom), self._seen(box.right, box.top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def base(self, at: int) -> float:
        """The height of the line that a letter stands on; below it, faces of type differ."""
        across, up = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(self.text, at, across, up)
        return self._seen(across.value, up.value)[1]

    def size(self, at: int) -> float:
        """The height of a letter's type on the page; the file may scale it on its way there."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, at, matrix)
        size = raw.FPDFText_GetFontSize(self.text, at) * math.hypot(matrix.c, matrix.d)
        # a size below nothing turns letters round, and one of nothing would be divided by
        return max(round(abs(size) * 2) / 2, _SMALLEST)

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        turned = {
            90: (y, self.height - x),
            180: (self.width - x, self.height - y),
            270: (self.width - y, x),
        }
        return turned.get(self.turn, (x, y))


def _segments(letters: _Letters) -> Iterator[Segment]:
    """The words of a page in the order of the file."""
    now = _Open(0.0)
    is_word = False
    for at in range(letters.text.count_chars()):
        code = letters.code(at)
        if code in _HYPHENS or code in _LINE_ENDS:
            yield from now.closed(is_broken=code in _HYPHENS)
            now, is_word = _Open(now.size), False
        elif code in _SPACES:
            now.letters.append(" ")
            is_word = False
        elif code not in _UNREADABLE and (box := letters.box(at)) is not None:
            if now.is_left_by(box):
                yield from now.closed()
                now, is_word = _Open(now.size), False
            if now.base is None:
                now.base = letters.base(at)
            if not is_word:
                now.size = max(now.size if now.right > 0 else 0.0, letters.size(at))
            now.add(chr(code), box)
            is_word = True
    yield from now.closed()
