"""Words in their places to paragraphs in reading order: columns, lines, running heads, hyphens."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from maturity.evidence.readers.pdf_pages import Page, Segment
from maturity.evidence.readers.pdf_tables import rows_of

__all__ = ["Line", "Paragraph", "lines_of", "paragraphs_of", "without_running"]

# A number of two figures may stand so close that no space is seen: "10.Ask the forum".
_MARK = re.compile(
    r"(?:[•◦▪‣●○·\u2013\uf0b7\uf0a7-]|\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)])"
    r"(?=\s|$)|\d{1,3}[.)](?=[A-Z][a-z])"
)
_SAME_LINE = 0.5
_SAME_PLACE = 4
_EDGE = 3
_LARGER = 1.15
_LONGEST_HEADING = 200
_FULL = 0.6
_LEAST_LINES = 4
_CROSSING = 0.25
_BESIDE = 0.4
_SHORT = 0.75
_LOOSE = 1.15
_ALIKE = 0.5
_ENDS = (".", "!", "?", ":", ";")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column; `right_edge` is where the column ends.

    `is_row` says that it is a row of a table, whose cells may have several lines.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    right_edge: float
    is_row: bool = False
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; `level` counts headings from 1 and is 0 for text.

    `number` is the mark before a point of a list as printed, none for a dot.
    """

    text: str
    page: int
    level: int = 0
    number: str | None = None
    is_listed: bool = False


def lines_of(page: Page) -> tuple[Line, ...]:
    """The lines of a page in the order they are read: down a column, then down the next."""
    rows = _rows(page.segments)
    gutter = _gutter(page.segments)
    if gutter is None:
        return tuple(_column(rows, page.number))
    found: list[Line] = []
    band: list[Segment] = []
    for segment in sorted(page.segments, key=lambda one: -one.bottom):
        if segment.left < gutter < segment.right:
            found.extend(_beside(band, gutter, page.number))
            found.extend(_column(_rows([segment]), page.number))
            band = []
        else:
            band.append(segment)
    found.extend(_beside(band, gutter, page.number))
    return tuple(found)


def without_running(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The lines that are text, and the heads and feet that more than half of the pages repeat.

    They are known by their words, whatever number is in them, and their place on the page.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_place(line) for line in _outermost(page)})
    running = {place for place, count in seen.items() if count > 1 and count > len(pages) / 2}
    kept = [[line for line in page if _place(line) not in running] for page in pages]
    said: dict[tuple[str, int], str] = {}
    for line in (line for page in pages for line in page if _place(line) in running):
        said.setdefault(_place(line), line.text)
    return kept, tuple(dict.fromkeys(said.values()))


def _outermost(page: Sequence[Line]) -> Iterator[Line]:
    """The lines nearest the head and the foot of a page."""
    lines = sorted(page, key=lambda line: line.bottom)
    yield from lines[:_EDGE]
    yield from lines[-_EDGE:]


def paragraphs_of(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of all pages, each on the page it begins on."""
    if not lines:
        return ()
    body = _body_size(lines)
    pitch = _pitch(lines)
    levels = _levels(lines, body)
    known = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    groups: list[list[Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_paragraph(group, levels, known) for group in groups)


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments on one height side by side, from the top of the page down."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: (-one.bottom, one.left)):
        last = rows[-1][0] if rows else None
        if last and abs(last.bottom - segment.bottom) <= _SAME_LINE * min(last.size, segment.size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _column(rows: Sequence[Sequence[Segment]], page: int) -> Iterator[Line]:
    edge = max((segment.right for row in rows for segment in row), default=0.0)
    for row in rows_of(rows, lambda text: _MARK.fullmatch(text) is not None):
        last = row.words[-1]
        yield Line(
            text=row.text,
            page=page,
            left=min(word.left for word in row.words),
            right=last.right,
            bottom=last.bottom if row.is_of_table else row.words[0].bottom,
            size=max(word.size for word in row.words),
            right_edge=edge,
            is_row=row.is_of_table,
            is_broken=last.is_broken and not row.is_of_table,
        )


def _beside(band: Sequence[Segment], gutter: float, page: int) -> Iterator[Line]:
    for side in (
        [one for one in band if one.right <= gutter],
        [one for one in band if one.left >= gutter],
    ):
        yield from _column(_rows(side), page)


def _gutter(segments: Sequence[Segment]) -> float | None:
    """Where two columns of running text part, or None: a table's cells are too short for one."""
    if not segments:
        return None
    left = min(one.left for one in segments)
    right = max(one.right for one in segments)
    places = [left + (right - left) * step / 40 for step in range(12, 29)]
    best = min(places, key=lambda x: (_crossing(segments, x), abs(x - (left + right) / 2)))
    sides = ([s for s in segments if s.right <= best], [s for s in segments if s.left >= best])
    if _crossing(segments, best) > _CROSSING * len(segments) or not all(map(_is_column, sides)):
        return None
    one, two = sides
    top = min(max(s.top for s in one), max(s.top for s in two))
    bottom = max(min(s.bottom for s in one), min(s.bottom for s in two))
    height = max(s.top for s in segments) - min(s.bottom for s in segments)
    return best if top - bottom > _BESIDE * height else None


def _crossing(segments: Sequence[Segment], x: float) -> int:
    return sum(one.left < x < one.right for one in segments)


def _is_column(side: Sequence[Segment]) -> bool:
    """Whether most lines fill the width of their side, as running text does."""
    if len(side) < _LEAST_LINES:
        return False
    width = max(one.right for one in side) - min(one.left for one in side)
    return sum(one.right - one.left > _FULL * width for one in side) > len(side) / 2


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text).casefold(), round(line.bottom / _SAME_PLACE)


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _levels(lines: Sequence[Line], body: float) -> dict[float, int]:
    """Which level a size of type is a heading of: the largest is the first."""
    larger = sorted({line.size for line in lines if line.size > body * _LARGER}, reverse=True)
    return {size: min(at, 9) for at, size in enumerate(larger, 1)}


def _pitch(lines: Sequence[Line]) -> float:
    """How far apart the lines of one paragraph usually are, in heights of their type."""
    steps = Counter(
        round((before.bottom - line.bottom) / line.size, 1)
        for before, line in pairwise(lines)
        if before.page == line.page
        and before.size == line.size
        and before.bottom > line.bottom
        and not (before.is_row or line.is_row)
    )
    return min(steps.most_common(3), key=lambda step: step[0])[0] if steps else 1.2


def _goes_on(before: Line, line: Line, pitch: float) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if before.is_row or line.is_row or _MARK.match(line.text):
        return False
    if abs(before.size - line.size) > _ALIKE:
        return False
    if before.page != line.page or line.bottom > before.bottom:
        return before.is_broken or _runs_over(before, line)
    if (before.bottom - line.bottom) / line.size > pitch * _LOOSE:
        return False
    width = before.right_edge - before.left
    is_short = before.right - before.left < _SHORT * width
    return before.is_broken or not (is_short and before.text.endswith(_ENDS))


def _runs_over(before: Line, line: Line) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    return line.text[:1].islower() and not before.text.endswith(_ENDS)


def _paragraph(group: Sequence[Line], levels: dict[float, int], known: Counter[str]) -> Paragraph:
    text = group[0].text
    for before, line in pairwise(group):
        text = _mended(text, line.text, known) if before.is_broken else f"{text} {line.text}"
    if group[-1].is_broken:
        text += "-"
    mark = _MARK.match(text)
    # A whole sentence in larger type leads a page in, and heads nothing.
    is_heading = len(text) <= _LONGEST_HEADING and not text.endswith(".")
    return Paragraph(
        text=text[mark.end() :].strip() if mark else text,
        page=group[0].page,
        level=levels.get(group[0].size, 0) if is_heading else 0,
        number=mark.group() if mark and mark.group()[-1] in ".)" else None,
        is_listed=mark is not None,
    )


def _mended(text: str, rest: str, known: Counter[str]) -> str:
    """A word broken at the end of a line: whole where the document has it whole, else hyphened."""
    ends, begins = re.search(r"[^\W\d_]+$", text), _WORD.match(rest)
    whole = f"{ends.group()}{begins.group()}".casefold() if ends and begins else ""
    return f"{text}{rest}" if whole in known else f"{text}-{rest}"
