"""A file of answers to counts: read, matched to the framework, counted."""

from dataclasses import replace
from pathlib import Path

from maturity.evidence.asking.client import Refusal
from maturity.evidence.asking.table import ReadTable, read_table
from maturity.framework import Framework
from maturity.frozen import dataclass
from maturity.survey.answers import folded
from maturity.survey.columns import Columns, from_toml
from maturity.survey.counting import NO_ANSWER, counted, fits
from maturity.survey.counts import Survey
from maturity.survey.fault import SurveyFault
from maturity.survey.guessing import guessed
from maturity.text import clean_line
from maturity.tomlfile import TomlFault, file_bytes

__all__ = ["Gathered", "gather", "remembered_columns"]

_DO_NOT_FIT = "The columns remembered do not fit this file, so they were looked for anew."
_DAMAGED = "The columns remembered in {file} could not be read, so they were looked for anew."


@dataclass(frozen=True, slots=True)
class Gathered:
    """A survey counted, the columns it was read by, and what is to be told of the file.

    `unread` are the headers of the columns that were left alone.
    """

    survey: Survey
    columns: Columns
    notices: tuple[str, ...]
    unread: tuple[str, ...]


def gather(
    file: Path, framework: Framework, *, given: Columns | None, remembered: Columns | None
) -> Gathered | Refusal:
    """The counts of the answers in a file; nothing that tells who answered outlives the call.

    The columns are those `given`, else those `remembered` where they fit, else guessed from the
    headers. A `Refusal` is a file that cannot be read; raises `SurveyFault` for one that can be,
    and cannot be counted.
    """
    table = read_table(file)
    if isinstance(table, Refusal):
        return table
    table = _from_its_headers(table)
    if not any(cell.strip() for row in table.rows[1:] for cell in row):
        raise SurveyFault(NO_ANSWER)
    if given is not None:
        return _counted(table, given, framework)
    if remembered is not None and fits(table.rows, remembered):
        return _counted(table, remembered, framework)
    told = () if remembered is None else (_DO_NOT_FIT,)
    return _counted(table, guessed(table.rows, framework), framework, told)


def remembered_columns(file: Path, framework: Framework) -> tuple[Columns | None, str]:
    """The columns kept in a file of this laptop, if any, and what to say of a damaged one."""
    try:
        return from_toml(file_bytes(file), str(file), framework), ""
    except FileNotFoundError:
        return None, ""
    except (OSError, TomlFault):
        return None, _DAMAGED.format(file=file)


def _from_its_headers(table: ReadTable) -> ReadTable:
    """The table from its first row that holds anything."""
    held = (at for at, row in enumerate(table.rows) if any(cell.strip() for cell in row))
    first = next(held, 0)
    return replace(table, rows=table.rows[first:], numbers=table.numbers[first:])


def _counted(
    table: ReadTable, columns: Columns, framework: Framework, notices: tuple[str, ...] = ()
) -> Gathered:
    survey = counted(table.rows, table.numbers, columns, framework)
    notices = (*table.notices, *notices, *survey.said)
    return Gathered(survey, columns, notices, _unread(table, columns))


def _unread(table: ReadTable, columns: Columns) -> tuple[str, ...]:
    headers = [clean_line(header) for header in table.rows[0]]
    read = {*columns.items.values(), *columns.comments.values(), *columns.who, columns.voice}
    # a map names a header in its own way where the file has it in no other
    loosely = {folded(header) for header in read.difference(headers)}
    return tuple(one for one in headers if one not in read and folded(one) not in loosely)
