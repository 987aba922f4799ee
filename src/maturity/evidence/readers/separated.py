"""Text that is a table: cells between tabs, semicolons or commas."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from maturity.evidence.blocks import Block, Grid, GridCell

__all__ = ["grid_of", "rows_of", "separator"]

_SAMPLE = 20
_TABS = 3
_SAID = re.compile(r"\s*\"?sep=(.)\"?[ \t]*(?:\r\n?|\n|$)", re.IGNORECASE)
_EVEN = 0.9
_SPACED = 0.1


def separator(text: str) -> str | None:
    """What stands between the cells of `text`, or None where it is no table.

    A `sep=` line settles it. Otherwise three lines with three tabs make a table, and a comma or
    semicolon makes one where nearly every row has as many cells and prose does not follow it:
    in prose a comma has a space behind it.
    """
    if (said := _SAID.match(text)) is not None:
        return said.group(1)
    if sum(line.count("\t") >= _TABS for line in text.splitlines()) >= _TABS:
        return "\t"
    evenness = {mark: _evenness(text, mark) for mark in "\t;,"}
    best = max(evenness, key=lambda mark: evenness[mark])
    return best if evenness[best] else None


def grid_of(text: str) -> Grid:
    """The cells of a text that is known to be a table.

    A long question with commas in it is no prose here: what stands between cells is settled by a
    `sep=` line, else it is the mark that gives the first rows most often the same number of
    cells, several of them. Without any such mark each line is one cell.
    """
    if (said := _SAID.match(text)) is not None:
        return _grid(text, said.group(1))
    return _grid(text, max(",;\t", key=lambda mark: _agreement(text, mark)))


def _agreement(text: str, mark: str) -> tuple[int, int]:
    """How many of the first rows have the commonest number of cells, and that number."""
    widths = [len(row) for row in islice(_records(text, mark), _SAMPLE) if any(map(str.strip, row))]
    several = Counter(width for width in widths if width > 1)
    width, agreeing = max(several.items(), key=lambda pair: pair[::-1], default=(0, 0))
    return agreeing, width


def rows_of(text: str, mark: str) -> Block:
    """The table block of `text`; a row's number counts blank rows, as a spreadsheet would."""
    return Block("table", "", "row 1", grid=_grid(text, mark))


def _grid(text: str, mark: str) -> Grid:
    said = _SAID.match(text)
    body = text[said.end() :] if said else text
    first = 2 if said else 1
    rows = tuple(tuple(GridCell(cell) for cell in row) for row in _records(body, mark))
    return Grid(rows, "row {}", tuple(range(first, first + len(rows))))


def _evenness(text: str, mark: str) -> float:
    """How many cells a row has, where nearly all of the first rows agree on it; else 0."""
    if text.count(f"{mark} ") > max(1, _SPACED * text.count(mark)) and mark != "\t":
        return 0
    widths = [len(row) for row in islice(_records(text, mark), _SAMPLE) if any(map(str.strip, row))]
    if len(widths) <= 1:
        return 0
    width, agreeing = Counter(widths).most_common(1)[0]
    return width if width > 1 and agreeing >= _EVEN * len(widths) else 0


def _records(text: str, mark: str) -> list[list[str]]:
    csv.field_size_limit(len(text) + 1)
    lines = io.StringIO(text.replace("\0", ""), newline="")
    if mark == "\t" and _is_unbalanced(text):
        # Tabs come from a paste, where a quotation mark opens nothing.
        return list(csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE))
    return list(csv.reader(lines, delimiter=mark))


def _is_unbalanced(text: str) -> bool:
    return text.count('"') % 2 == 1
