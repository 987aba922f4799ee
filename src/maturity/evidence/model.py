"""Documents and excerpts: what is kept of a paper, read-only once it is in.

Every string passes `maturity.text` as the value is made, so a line from the reading process or
from a stranger's session folder holds nothing that a terminal would obey.
"""

import datetime as dt
import hashlib
import json
import re
import unicodedata
from typing import Annotated, Any, Literal, Self

from maturity.records import After, Before, Bounds, Record
from maturity.text import clean, clean_line

__all__ = [
    "CITED_CAP",
    "Cell",
    "Counts",
    "DatedNote",
    "DeliveryStatus",
    "Document",
    "DocumentDate",
    "Excerpt",
    "Flag",
    "Leads",
    "MinutedAction",
    "MinutedDecision",
    "MinutedPerson",
    "Notice",
    "Owner",
    "Part",
    "PlanMention",
    "SectionStatus",
    "Shape",
    "Skipped",
    "StatusPoint",
    "WrittenDate",
    "excerpt_id",
]

CITED_CAP = 16 * 1024 * 1024
"""Characters one text of a document may hold; a table row is never cut, however long it is."""


def _text(raw: str) -> str:
    return clean(raw, cap=CITED_CAP)


def _line(raw: str) -> str:
    return clean_line(raw, cap=CITED_CAP)


def _day(raw: Any) -> Any:
    """A day as the file has it; what is no such day is left for pydantic to refuse."""
    return dt.date.fromisoformat(raw) if isinstance(raw, str) and _DAY.fullmatch(raw) else raw


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Text = Annotated[str, After(_text)]
Line = Annotated[str, After(_line)]
Day = Annotated[dt.date, Before(_day)]
DocumentId = Annotated[str, Bounds(pattern=r"^[0-9a-f]{64}$")]
ExcerptId = Annotated[str, Bounds(pattern=r"^[0-9a-f]{12}(?:[0-9a-f]{4})?$")]

Shape = Literal[
    "paragraph",
    "bullet",
    "table_row",
    "text_box",
    "comment",
    "footnote",
    "endnote",
    "page_block",
]
Flag = Literal[
    "as_above",
    "filled_down",
    "formula",
    "hidden_near",
    "normalised",
    "personal_data",
    "quote",
    "tracked",
]
DeliveryStatus = Literal["Blue", "Green", "Amber", "Red", "Grey"]


class Part(Record):
    """A frozen value that comes from or goes to an evidence file."""

    @classmethod
    def model_validate_json(cls, line: str | bytes) -> Self:
        """The part in a line of a file or of an answer.

        Raises `ValueError` for bytes that are no JSON, and `pydantic.ValidationError`, which is
        one, for what is no such part.
        """
        try:
            table = json.loads(line if isinstance(line, str) else str(line, "utf-8"))
        except RecursionError as fault:
            raise ValueError("The line holds lists within lists without end.") from fault
        return cls.model_validate(table)

    def model_dump_json(self) -> str:
        """The line of a file that holds it: every field, in order."""
        return _as_line(self)


def _plain(value: Part | dt.date) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else vars(value)


_as_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode


class WrittenDate(Part):
    """A date as somebody wrote it, and the days it may mean; no days where it cannot be told.

    `inferred` says that a part of it, such as the year, was not written.
    """

    raw: Line
    start: Day | None = None
    end: Day | None = None
    precision: Line | None = None
    inferred: bool = False
    source: Literal["text", "property", "typed"] = "text"
    note: Line | None = None


class PlanMention(Part):
    """A reference into a plan. Numbers are text: 4.30 is not 4.3."""

    plan: Line
    number: Line
    to: Line | None = None
    raw: Line


class Cell(Part):
    """One cell of a table row under its header; `above` is what "as above" points at."""

    header: Line
    value: Text
    above: Text | None = None


class StatusPoint(Part):
    """A delivery status at one date, as a plan shows it; never a maturity level."""

    as_written: Line | None = None
    date: WrittenDate | None = None
    raw: Line
    status: DeliveryStatus | None = None
    source: Literal["text", "colour", "both"] = "text"
    legend: Text | None = None
    note: Text | None = None


class Leads(Part):
    """Who leads an action: as typed, and the names apart.

    `named` tells "no lead" (N/A) from one still to come (TBC) and from an empty cell.
    """

    as_written: Text
    names: tuple[Line, ...] = ()
    named: Literal["named", "none", "to_be_confirmed", "empty"] = "named"


class DatedNote(Part):
    """What a cell of a plan notes under a date ("Feb 2021: agreed")."""

    date: WrittenDate
    text: Text


class Excerpt(Part):
    """One citable piece of a document: a paragraph, a bullet, a table row, a note.

    `ref` is shown to people in its own words ("para 142", "row 7"); it counts the blocks of the
    source, also those not kept. `raw` is the text before cleaning changed it, else None. `context`
    is what a note hangs on or a nested bullet stands under. What stands before and after follows
    from the order in the file.
    """

    id: ExcerptId
    shape: Shape
    heading_path: tuple[Line, ...] = ()
    ref: Line
    page: int | None = None
    page_exact: bool = False
    number: Line | None = None
    text: Text
    raw: Text | None = None
    context: Text | None = None
    cells: tuple[Cell, ...] = ()
    leads: Leads | None = None
    status_history: tuple[StatusPoint, ...] = ()
    dated_notes: tuple[DatedNote, ...] = ()
    plan_refs: tuple[PlanMention, ...] = ()
    dates: tuple[WrittenDate, ...] = ()
    flags: tuple[Flag, ...] = ()


class Skipped(Part):
    """How many pieces of a document were left out, and why, in words."""

    reason: Line
    count: int


class Counts(Part):
    """What came of a document."""

    excerpts: int
    skipped: tuple[Skipped, ...] = ()


class Notice(Part):
    """Something the person should know about a document that was read."""

    code: Annotated[str, Bounds(pattern=r"^W[0-9]{2}$")]
    sentence: Line


class DocumentDate(Part):
    """A date of the whole document: of the meeting, when it was published or changed."""

    kind: Literal["meeting", "next_meeting", "published", "updated", "property", "text"]
    label: Line | None = None
    date: WrittenDate


class SectionStatus(Part):
    """A status that belongs to a section of a plan and not to one of its rows."""

    heading_path: tuple[Line, ...] = ()
    ref: Line
    point: StatusPoint


class MinutedPerson(Part):
    """Somebody named in the attendance or the apologies of minutes; the whole line is kept."""

    line: Line
    name: Line
    role: Line | None = None
    organisation: Line | None = None
    title: Line | None = None
    initials: tuple[Line, ...] = ()
    presence: Literal["present", "apologies"]
    is_chair: bool = False
    takes_minutes: bool = False
    ref: Line


class Owner(Part):
    """Who an action of minutes belongs to: the words, and the person where that is certain.

    `ambiguous` has two or more `candidates`, and none was picked; `everyone` is kept as words.
    """

    as_written: Line
    result: Literal["resolved", "ambiguous", "unknown", "everyone"]
    person: Line | None = None
    candidates: tuple[Line, ...] = ()
    is_absent: bool = False


class MinutedAction(Part):
    """An action that minutes record: its owners, the task, and when it is due as written."""

    owners: tuple[Owner, ...] = ()
    owners_as_written: Line | None = None
    task: Text
    due: WrittenDate | None = None
    agenda_item: Line | None = None
    ref: Line


class MinutedDecision(Part):
    """A decision that minutes record."""

    text: Text
    agenda_item: Line | None = None
    ref: Line


class Document(Part):
    """What is known of one document; `id` is the SHA-256 of its bytes.

    Nothing here depends on the laptop, the time or the person: two laptops that read the same
    bytes make the same line. `page_texts` are headers and footers, each once. `explicit_none`
    names the headings under which the document itself says "None".
    """

    id: DocumentId
    title: Line
    media: Line
    size: int
    reader: Line
    reader_version: int
    encoding: Line | None = None
    dates: tuple[DocumentDate, ...] = ()
    warnings: tuple[Notice, ...] = ()
    counts: Counts
    people: tuple[MinutedPerson, ...] = ()
    actions: tuple[MinutedAction, ...] = ()
    decisions: tuple[MinutedDecision, ...] = ()
    section_statuses: tuple[SectionStatus, ...] = ()
    page_texts: tuple[Text, ...] = ()
    explicit_none: tuple[Line, ...] = ()


def excerpt_id(document_id: str, ref: str, text: str, *, digits: int = 12) -> str:
    """The name of an excerpt: the same document, place and words give the same name.

    `digits` is 16 where two excerpts of a document would share twelve.
    """
    words = " ".join(unicodedata.normalize("NFKC", text).split()).casefold()
    whole = f"{document_id}\n{ref}\n{words}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:digits]
