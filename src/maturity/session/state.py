"""The state of a session: one frozen value, and the one place where its fields are named.

The table of paths (`kinds.py`) is read off these classes, so a new field is one line here.
Dates are ISO text, ids are never positions, and nothing holds a vote of a person.
"""

from collections.abc import Mapping
from typing import Literal

from maturity.records import given
from maturity.session.item_state import (
    Aim,
    Answer,
    Board,
    Dissent,
    GroupTally,
    ItemState,
    Last,
    Link,
    Note,
    Parked,
    Rating,
    Round,
)
from maturity.session.parts import (
    Branch,
    Count,
    Entries,
    Flag,
    Group,
    IsoDate,
    IsoTime,
    Line,
    Part,
    Registers,
    Text,
    Whole,
    nothing,
)

__all__ = [
    "Action",
    "Agenda",
    "Aim",
    "Answer",
    "Board",
    "Decision",
    "Delivery",
    "Dissent",
    "Document",
    "Facts",
    "GroupTally",
    "ItemState",
    "Kloe",
    "Last",
    "Link",
    "Note",
    "Page",
    "Parked",
    "Person",
    "Pin",
    "Privacy",
    "Rating",
    "Risk",
    "Round",
    "SessionInfo",
    "SessionState",
]


class SessionInfo(Part):
    """What the session is."""

    id: Line = ""
    title: Line = ""
    area: Line = ""
    period: Line | None = None
    date: IsoDate | None = None
    minutes: Count | None = None
    previous: Line | None = None
    no_risks: Flag = False
    closed: Line | None = None
    gap_words: Mapping[str, Text] | None = None


class Pin(Part):
    """The framework the session is rated against, named by the `open` lines of its journals."""

    id: Line = ""
    version: Line = ""
    fingerprint: Line = ""


class Agenda(Part):
    """Timing of the sitting where it differs from the framework's own."""

    started: IsoTime | None = None
    minutes: Count | None = None
    opening_minutes: Count | None = None
    closing_minutes: Count | None = None
    break_minutes: Count | None = None
    break_after: tuple[Line, ...] | None = None
    item_minutes: Count | None = None


class Page(Part):
    """The words that only people can write."""

    story: Text | None = None
    families: tuple[Text, ...] = ()
    difference: tuple[Text, ...] = ()
    asks: tuple[Text, ...] = ()
    bring: tuple[Text, ...] = ()
    for_families: Text | None = None
    implications: Text | None = None


class Person(Part):
    """One name on the register."""

    name: Line
    initials: Line | None = None
    role: Line | None = None
    organisation: Line | None = None
    group: Line | None = None
    state: Literal["invited", "present", "apologies"] = "invited"
    deputy_for: Line | None = None
    arrived: IsoTime | None = None
    left: IsoTime | None = None
    observer: Flag = False


class Delivery(Part):
    """How far an action has come, on a date. Never a maturity level.

    Taken from a plan, `on` is the first day of what the plan calls the date (`as_written`), and
    `means` what its own key says of the word.
    """

    status: Literal["blue", "green", "amber", "red", "grey"]
    on: IsoDate
    as_written: Line | None = None
    means: Text | None = None
    note: Text | None = None


class Action(Part):
    """Who will do what by when; a missing owner or date is shown as missing."""

    text: Text
    owners: tuple[Line, ...] = ()
    due: Line | None = None
    due_on: IsoDate | None = None
    item: Line | None = None
    plan: tuple[Line, ...] = ()
    forum: Line | None = None
    agreed: Flag = False
    statuses: Entries[Delivery] = given(factory=nothing)


class Kloe(Part):
    """A key line of enquiry, and what came of it."""

    text: Text
    item: Line | None = None
    plan: tuple[Line, ...] = ()
    forum: Line | None = None
    finding: Text | None = None
    learning: Text | None = None
    impact: Text | None = None
    closed: IsoDate | None = None


class Decision(Part):
    """A decision of the room or the board."""

    text: Text
    item: Line | None = None
    to: Line | None = None
    due: Line | None = None
    due_on: IsoDate | None = None


class Risk(Decision):
    """A risk or an escalation: to whom, by when."""


class Privacy(Part):
    """What was decided about a mark of personal data."""

    choice: Literal["redact", "keep"]
    because: Text | None = None


class Facts(Part):
    """What people say of a document or an excerpt; an excerpt inherits its document's."""

    kind: (
        Literal[
            "activity",
            "process",
            "output",
            "outcome",
            "family-experience",
            "young-voice",
            "external-view",
            "data",
        ]
        | None
    ) = None
    date: IsoDate | None = None
    period: Line | None = None
    cohort: Literal["whole", "subset", "pilot", "unknown"] | None = None
    cohort_note: Line | None = None
    voice: Line | None = None
    agency: Line | None = None
    owner: Line | None = None
    approved: IsoDate | None = None
    refresh_due: IsoDate | None = None
    privacy: Privacy | None = None


class Document(Facts):
    """A document that was read; its excerpts stand in a file of their own."""

    sha256: Line
    title: Line
    file: Line = ""
    file_sha256: Line = ""
    media: Line = ""
    size: Whole = 0
    reader: Line = ""
    counts: Mapping[str, Whole] = given(factory=nothing)
    warnings: tuple[Text, ...] = ()
    replaced_by: Line | None = None


class SessionState(Part):
    """Everything the journals and the snapshot of one session say."""

    session: Group[SessionInfo] = SessionInfo()
    framework: Pin = Pin()
    agenda: Group[Agenda] = Agenda()
    settings: Registers[bool | Line] = given(factory=nothing)
    page: Group[Page] = Page()
    people: Entries[Person] = given(factory=nothing)
    pillar: Branch[ItemState] = given(factory=nothing)
    criterion: Branch[ItemState] = given(factory=nothing)
    actions: Entries[Action] = given(factory=nothing)
    kloes: Entries[Kloe] = given(factory=nothing)
    decisions: Entries[Decision] = given(factory=nothing)
    risks: Entries[Risk] = given(factory=nothing)
    documents: Entries[Document] = given(factory=nothing)
    excerpts: Branch[Facts] = given(factory=nothing)
