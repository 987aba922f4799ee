"""What the room said of one item: its part of the state, and where its fields are named."""

from typing import Literal

from maturity.records import given
from maturity.session.parts import (
    Count,
    Entries,
    Flag,
    IsoDate,
    Line,
    Part,
    Registers,
    Text,
    nothing,
)

__all__ = [
    "Aim",
    "Answer",
    "Board",
    "Dissent",
    "GroupTally",
    "ItemState",
    "Last",
    "LastDissent",
    "Link",
    "Note",
    "Parked",
    "Rating",
    "Round",
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
    """The board's answer to an item; it never touches the provisional rating.

    `seen` is that rating as it stood then, `rating_seen` the events that had set it.
    """

    outcome: Literal["confirmed", "amended", "deferred"]
    state: Line | None = None
    level: Line | None = None
    body: Line | None = None
    on: IsoDate | None = None
    minute: Line | None = None
    note: Text | None = None
    dissent_seen: tuple[Line, ...] = ()
    rating_seen: tuple[Line, ...] = ()
    seen: Rating | None = None


class LastDissent(Part):
    """A view that had no answer last time. One that was only noted keeps its reach alone.

    Who it is from is the label that the board read; its level is in words.
    """

    from_: Line = given(default="", alias="from")
    from_kind: Literal["group", "role", "none"] = "none"
    level: Line | None = None
    reason: Text | None = None
    change: Text | None = None
    reach: Reach = "board"


class Last(Part):
    """How an item stood in the session before this one.

    The board's answer goes before the rating, and `outcome` says what it was. `state` is that of a
    rating, or `parked`. Only what is `kept` may be compared: `level` is one of this framework's
    then; `said` is the word for it as it was.
    """

    session: Line
    on: IsoDate | None = None
    state: Line | None = None
    level: Line | None = None
    said: Line | None = None
    outcome: Line | None = None
    aim: Aim | None = None
    dissent: tuple[LastDissent, ...] = ()
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
