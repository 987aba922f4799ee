"""Minutes: who was there, what was decided, who is to do what, and when they meet again."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence

from maturity.evidence.blocks import Piece
from maturity.evidence.model import (
    DocumentDate,
    MinutedAction,
    MinutedDecision,
    MinutedPerson,
    Notice,
    WrittenDate,
)
from maturity.evidence.shapes.agenda import Entry, entries_of
from maturity.evidence.shapes.leads import is_lead_header
from maturity.evidence.shapes.mentions import dates_in, written_date
from maturity.evidence.shapes.people import OWNER, Presence, opens_with_name, owners_of, people_of
from maturity.frozen import dataclass
from maturity.words.dates import due_date

__all__ = ["Minutes", "minutes_of"]

_DASH = re.compile(r"\s*[-\u2013\u2014:]+\s*")
_MEETING = re.compile(r"(?:date of meeting|meeting(?: date| held)?|held on|date)\b", re.IGNORECASE)
_DUE = re.compile(
    r"\b(?:within (?:the next )?[\w-]+ (?:day|week|month)s?"
    r"|(?:by|before|no later than) [^.;,]{3,40}"
    r"|ahead of [^.;,]{3,60}|(?:in|at|for) (?:the )?next [^.;,]{2,40}?(?:cycle|meeting|board))",
    re.IGNORECASE,
)
_OPEN_DUE = re.compile(r"(?:within|ahead of|in|at|for)\b", re.IGNORECASE)
_TASK_HEADER = re.compile(r"\b(?:actions?|tasks?|what)\b", re.IGNORECASE)
_DUE_HEADER = re.compile(r"\b(?:due|deadline|by when|when|date|timescale)\b", re.IGNORECASE)
_NOBODY = frozenset(("none", "none received", "no apologies", "no apologies received"))
_LONGEST_OWNER = 60
_FIRST_PIECES = 8


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a document minutes; all empty for a document that is no minutes.

    `near` is the day that dates without a year are read beside.
    """

    near: dt.date | None
    dates: tuple[DocumentDate, ...]
    people: tuple[MinutedPerson, ...]
    actions: tuple[MinutedAction, ...]
    decisions: tuple[MinutedDecision, ...]
    warnings: tuple[Notice, ...]


def minutes_of(
    title: str, pieces: Sequence[Piece], published: Sequence[DocumentDate] = ()
) -> Minutes:
    """The people, decisions, actions and dates of minutes, by their headings and labels."""
    entries = tuple(entries_of(pieces))
    people = people_of([line for entry in entries for line in _attending(entry)])
    met = _meeting_date(title, pieces)
    near = next((day for date in (met, *(d.date for d in published)) if (day := _day(date))), None)
    actions: list[MinutedAction] = []
    warnings: list[Notice] = []
    for entry in entries:
        if entry.part == "actions":
            action, told = _action(entry, people, near)
            actions.append(action)
            warnings.extend(told)
    return Minutes(
        near=near,
        dates=tuple(_dates(met, entries, near, is_meeting=_is_meeting(title, pieces, entries))),
        people=people,
        actions=tuple(actions),
        decisions=tuple(
            MinutedDecision(text=entry.text, agenda_item=entry.item, ref=entry.ref)
            for entry in entries
            if entry.part == "decisions"
        ),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _day(date: WrittenDate | None) -> dt.date | None:
    return date.start if date is not None else None


def _attending(entry: Entry) -> Iterator[tuple[str, str, Presence]]:
    """The lines of an entry that name people; a paragraph counts where it opens with a name."""
    if entry.part not in ("present", "apologies"):
        return
    presence: Presence = "present" if entry.part == "present" else "apologies"
    if entry.text.strip(" .").casefold() in _NOBODY:
        return
    for line in re.split(r"[;\n]", entry.text):
        if line.strip() and (entry.is_listed or opens_with_name(line)):
            yield line.strip(), entry.ref, presence


def _action(
    entry: Entry, people: Sequence[MinutedPerson], near: dt.date | None
) -> tuple[MinutedAction, tuple[Notice, ...]]:
    said, task, due = _in_columns(entry) if entry.cells else (*_owner_and_task(entry), None)
    owners, told = owners_of(said, people) if said else ((), ())
    action = MinutedAction(
        owners=owners,
        owners_as_written=said,
        task=task,
        due=written_date(due, near) if due else _due(task, near),
        agenda_item=entry.item,
        ref=entry.ref,
    )
    return action, told


def _in_columns(entry: Entry) -> tuple[str | None, str, str | None]:
    """The owner, task and due date of a row in a table of actions, by the columns' headings."""

    def under(header: Callable[[str], object]) -> str | None:
        return next((cell.value for cell in entry.cells if header(cell.header)), None)

    return (
        under(is_lead_header),
        under(_TASK_HEADER.search) or entry.text,
        under(_DUE_HEADER.search),
    )


def _owner_and_task(entry: Entry) -> tuple[str | None, str]:
    """The owner in bold at the start or before a dash, and the rest; or no owner."""
    lead = (entry.lead or "").strip()
    if lead and len(lead) <= _LONGEST_OWNER and entry.text.startswith(lead):
        rest = entry.text[len(lead) :]
        dash = _DASH.match(rest)
        if dash is not None or lead.endswith((":", "-")):
            return lead.rstrip(" :-"), rest[dash.end() :].strip() if dash else rest.strip()
    if (found := OWNER.match(entry.text)) is not None:
        return found["owners"].strip(), found["task"].strip()
    return None, entry.text


def _due(task: str, near: dt.date | None) -> WrittenDate | None:
    """When a task is due as written, and the day that is where the meeting's day tells."""
    for found in _DUE.finditer(task):
        raw = found.group().strip()
        day = due_date(raw, near) if near else None
        if day is not None:
            return WrittenDate(raw=raw, start=day, end=day, precision="day", inferred=True)
        if _OPEN_DUE.match(raw):
            return WrittenDate(raw=raw, precision="words")
    return None


def _meeting_date(title: str, pieces: Sequence[Piece]) -> WrittenDate | None:
    """The day of the meeting: from the title, then a heading, then a line that says so."""
    if (first := _first_day(title)) is not None:
        return first
    headings = dict.fromkeys(h for piece in pieces for h in piece.heading_path)
    for words in (*headings, *_said_of_meeting(pieces)):
        if (found := _first_day(words)) is not None:
            return found
    return None


def _said_of_meeting(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(p.text for p in pieces[:_FIRST_PIECES] if _MEETING.match(p.text))


def _first_day(words: str) -> WrittenDate | None:
    return next((date for date in dates_in(words) if date.precision == "day"), None)


def _is_meeting(title: str, pieces: Sequence[Piece], entries: Sequence[Entry]) -> bool:
    attended = any(entry.part in ("present", "apologies", "next") for entry in entries)
    return attended or "minutes" in title.casefold() or bool(_said_of_meeting(pieces))


def _dates(
    met: WrittenDate | None,
    entries: Sequence[Entry],
    near: dt.date | None,
    *,
    is_meeting: bool,
) -> Iterator[DocumentDate]:
    if met is not None:
        yield DocumentDate(kind="meeting" if is_meeting else "text", date=met)
    for entry in entries:
        if entry.part == "next":
            for date in dates_in(entry.text, near):
                yield DocumentDate(kind="next_meeting", date=date)
