"""The state of a session: one frozen value, and the one place where its fields are named.

The table of paths (`kinds.py`) is read off these classes, so a new field is one line here.
Dates are ISO text, ids are never positions, and nothing holds a vote of a person.
"""

from collections.abc import Mapping
from typing import Literal

from maturity.record import given
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

Reach = Literal["public", "board", "noted"]
RatedState = Literal["provisional", "not-reached", "cannot-say", "not-applicable"]


class Rating(Part):
    """What the room said of an item: a level, or one of the three states that are no level."""

    state: RatedState
    level: Line | None = None
    chosen_by: Literal["room", "chair"] = "room"


class Aim(Part):
    """The level hoped for next time, and what it takes."""

    level: Line | None = None
    text: Text | None = None


class Parked(Part):
    """An item the room did not settle: it comes back at the end."""

    parked: Flag
    because: Text | None = None


class GroupTally(Part):
    """The counts of one voice group within a round."""

    tally: Registers[Count] = given(factory=nothing)
    cannot_say: Count = 0
    abstain: Count = 0


class Round(Part):
    """One vote of the room, as counts by level id; never who voted what.

    One that was gathered before the sitting is not `revealed` until the room has come to it.
    """

    n: Count
    rule: Line = "ram-1"
    method: Literal["paper", "hands", "survey", "phone"] = "paper"
    present: Count | None = None
    tally: Registers[Count] = given(factory=nothing)
    cannot_say: Count = 0
    abstain: Count = 0
    groups: Registers[GroupTally] = given(factory=nothing)
    revealed: Flag = True


class Dissent(Part):
    """A reasoned disagreement, kept in its own words, by group or role and never by name."""

    from_: Line = given(default="someone in the room", alias="from")
    from_kind: Literal["group", "role", "none"] = "none"
    kind: Literal["dissent", "reservation", "position"] = "dissent"
    level: Line | None = None
    reason: Text | None = None
    change: Text | None = None
    reach: Reach = "board"
    answer: Text | None = None
    reply: Text | None = None
    heard: Flag = False
    status: Literal["open", "answered", "withdrawn"] = "open"


class Note(Part):
    """One line from the talk."""

    text: Text
    tag: Literal["strength", "gap", "challenge", "quote", "later"] | None = None
    private: Flag = False


class Link(Part):
    """An excerpt tied to an item; quote and mark are copied, so a lost file still cites safely."""

    excerpt: Line
    document: Line
    document_title: Line = ""
    stance: Literal["supports", "challenges", "context"] = "supports"
    shows: Text | None = None
    quote: Text = ""
    ref: Line = ""
    personal_data: Flag = False
    suggested: Flag = False
    matched: tuple[Line, ...] = ()


class Answer(Part):
    """What the room did with a challenge prompt."""

    outcome: Literal["accepted", "answered", "parked", "dismissed"]
    text: Text | None = None
    level_then: Line | None = None


class Board(Part):
    """The board's answer to an item; it never touches the provisional rating."""

    outcome: Literal["confirmed", "amended", "deferred"]
    state: Line | None = None
    level: Line | None = None
    body: Line | None = None
    on: IsoDate | None = None
    minute: Line | None = None
    note: Text | None = None
    dissent_seen: tuple[Line, ...] = ()
    rating_seen: tuple[Line, ...] = ()


class Last(Part):
    """How an item stood in the session before this one."""

    session: Line
    on: IsoDate | None = None
    state: Line | None = None
    level: Line | None = None
    outcome: Line | None = None
    aim: Aim | None = None
    dissent: tuple[Text, ...] = ()
    carry: Literal["kept", "to-confirm", "history"] = "kept"


class ItemState(Part):
    """All the room said of one pillar or criterion."""

    rating: Rating | None = None
    because: Text | None = None
    confidence: Literal["low", "medium", "high"] | None = None
    next_step: Text | None = None
    aim: Aim | None = None
    parked: Parked | None = None
    discussed: Flag | None = None
    seen: Line | None = None
    rounds: Entries[Round] = given(factory=nothing)
    dissent: Entries[Dissent] = given(factory=nothing)
    notes: Entries[Note] = given(factory=nothing)
    links: Entries[Link] = given(factory=nothing)
    answers: Registers[Answer] = given(factory=nothing)
    board: Board | None = None
    last: Last | None = None


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
    """How far an action has come, on a date. Never a maturity level."""

    status: Literal["blue", "green", "amber", "red", "grey"]
    on: IsoDate
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
