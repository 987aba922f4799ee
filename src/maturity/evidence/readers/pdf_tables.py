"""Words side by side as the rows of a table, whose cells may run over several lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from maturity.evidence.readers.pdf_pages import Segment

__all__ = ["Row", "rows_of"]

_CELLS = " | "
_CELL_GAP = 2.5
_TIGHT = 1.5
_EVEN = 1.1
_NEAR = 1.8
_NARROW = 0.6
_FEW = 0.15
_LEAST_ROWS = 2

Words = Sequence[Segment]
"""The words on one height, from left to right."""

IsMark = Callable[[str], bool]
"""Tells the number or dot before a point of a list, which is no cell of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text, or one row of a table with all the lines of its cells."""

    text: str
    words: tuple[Segment, ...]
    is_of_table: bool = False


def rows_of(lines: Sequence[Words], is_mark: IsMark) -> Iterator[Row]:
    """Lines from the top down, those of one row of a table made one."""
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at, is_mark)
        table = lines[at:end]
        if sum(_has_cells(line, is_mark) for line in table) >= _LEAST_ROWS:
            yield from _table(table)
        else:
            end = at + 1
            yield _line(lines[at], is_mark)
        at = end


def _line(words: Words, is_mark: IsMark) -> Row:
    text = words[0].text
    for before, after in pairwise(words):
        text += f"{_CELLS if _is_gap(before, after, is_mark) else ' '}{after.text}"
    return Row(text, tuple(words), is_of_table=_CELLS in text)


def _is_gap(before: Segment, after: Segment, is_mark: IsMark) -> bool:
    return after.left - before.right > _CELL_GAP * after.size and not is_mark(before.text)


def _has_cells(words: Words, is_mark: IsMark) -> bool:
    return any(_is_gap(before, after, is_mark) for before, after in pairwise(words))


def _end_of_table(lines: Sequence[Words], start: int, is_mark: IsMark) -> int:
    """Where the table that begins at `start` ends.

    Below a row, words that stand apart at all are cells too, and so is a narrow line close to it.
    """
    if not _has_cells(lines[start], is_mark):
        return start
    end = start + 1
    while end < len(lines):
        table = [word for line in lines[start:end] for word in line]
        width = max(word.right for word in table) - min(word.left for word in table)
        now, before = lines[end], lines[end - 1]
        is_near = _pitch(before, now) <= _NEAR * now[0].size
        is_narrow = now[-1].right - now[0].left < _NARROW * width
        is_apart = len(now) > 1 and not is_mark(now[0].text)
        if not (is_near and (is_apart or is_narrow)) and not _has_cells(now, is_mark):
            break
        end += 1
    return end


def _pitch(above: Words, below: Words) -> float:
    return above[0].bottom - below[0].bottom


def _table(lines: Sequence[Words]) -> Iterator[Row]:
    """The rows of a table.

    Between rows there is more room than between the lines of a cell; where there is not, a row
    begins with a line that has words in the first column.
    """
    gutters = _gutters(lines)
    pitches = [_pitch(above, below) for above, below in pairwise(lines)]
    usual = min(*pitches, _TIGHT * lines[0][0].size) * _EVEN
    is_tight = [pitch <= usual for pitch in pitches]
    rows: list[list[Segment]] = [list(lines[0])]
    for line, tight in zip(lines[1:], is_tight, strict=True):
        is_new = _column(line[0], gutters) == 0 if all(is_tight) else not tight
        if is_new:
            rows.append(list(line))
        else:
            rows[-1].extend(line)
    for row in rows:
        cells: dict[int, list[str]] = {}
        for word in row:
            cells.setdefault(_column(word, gutters), []).append(word.text)
        text = _CELLS.join(" ".join(cells[at]) for at in sorted(cells))
        yield Row(text, tuple(row), is_of_table=True)


def _gutters(lines: Sequence[Words]) -> list[float]:
    """The places that hardly any words of the table reach over."""
    words = [word for line in lines for word in line]
    edges = sorted({edge for word in words for edge in (word.left, word.right)})
    most = _FEW * len(lines)
    return [
        (left + right) / 2
        for left, right in pairwise(edges)
        if sum(word.left < (left + right) / 2 < word.right for word in words) <= most
    ]


def _column(word: Segment, gutters: Sequence[float]) -> int:
    return sum(gutter < word.left for gutter in gutters)
