"""The cells of one table, read from a file in a process of its own."""

import json
from collections.abc import Iterable
from dataclasses import field
from pathlib import Path

from maturity.evidence.asking.client import Lines, Refusal, Wanted, read_as
from maturity.evidence.limits import LIMITS, Limits
from maturity.evidence.messages import Refused, sentence
from maturity.frozen import dataclass
from maturity.text import clean_line, inspect

__all__ = ["ReadTable", "read_table"]

_LONGEST_NAME = 40
_LONGEST_NOTICE = 20_000


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The cells of a table, as rows with their numbers in the file; they may name people.

    `notices` are the sentences to tell about the file.
    """

    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    numbers: tuple[int, ...]
    notices: tuple[str, ...] = ()


def read_table(path: Path, *, encoding: str | None = None) -> ReadTable | Refusal:
    """The first table of one file; never raises for what the file is or holds.

    `encoding` overrides what the bytes seem to be. Takes as long as the file needs, a minute at
    most.
    """
    try:
        return read_as(path, encoding, LIMITS, _TABLE)
    except Refused as refused:
        return Refusal(refused.code, refused.sentence)


def _gathered(lines: Lines) -> ReadTable:
    """The table of an answer, checked. Raises `ValueError` for one that cannot be."""
    ((encoding, told),) = (json.loads(body) for word, body in lines if word == "table")
    rows = [json.loads(body) for word, body in lines if word == "row"]
    if not all(type(number) is int and isinstance(cells, list) for number, cells in rows):
        raise ValueError("The reading process gave a row without a number.")
    if not isinstance(told, list) or not all(isinstance(said, str) for said in told):
        raise ValueError("The reading process told something that is no sentence.")
    return _table(rows, encoding, told)


def _here(data: bytes, name: str, encoding: str | None, limits: Limits) -> ReadTable:
    # Loaded only here: everywhere else the readers stay out of the program's own process.
    from maturity.evidence.child.reading import table_in  # noqa: PLC0415 - see above

    grid, used, told = table_in(data, name, encoding=encoding, limits=limits)
    rows = zip(grid.numbers, grid.rows, strict=True)
    return _table([(number, [cell.text for cell in row]) for number, row in rows], used, told)


def _table(
    rows: Iterable[tuple[int, list[str]]], encoding: str | None, told: Iterable[str]
) -> ReadTable:
    numbered = tuple(rows)
    is_usual = encoding in {None, "utf-8"}
    said = sentence("W22", encoding=clean_line(encoding or "", cap=_LONGEST_NAME))
    return ReadTable(
        tuple(tuple(inspect(cell).text for cell in cells) for _, cells in numbered),
        tuple(number for number, _ in numbered),
        (*(() if is_usual else (said,)), *(clean_line(one, cap=_LONGEST_NOTICE) for one in told)),
    )


_TABLE = Wanted("table", _gathered, _here)
