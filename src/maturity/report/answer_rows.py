"""What a paper says of one item, as it is shown to a person before anything is recorded."""

from typing import Final, Literal, TypeAlias

from maturity.frozen import dataclass
from maturity.session.acts.board import ConfirmAct

__all__ = ["Meeting", "Question", "Result", "Row", "Settled"]

Result: TypeAlias = Literal[
    "confirmed", "amended", "deferred", "not_yet", "conflict", "unreadable", "missing"
]
Question: TypeAlias = Literal["tracked", "words", "stale", "answered", "reason"]

_WITHOUT_LEVEL: Final = {
    "not-reached": "not_reached",
    "cannot-say": "cannot_say",
    "not-applicable": "not_applicable",
}
_ANSWERS: Final = frozenset(("confirmed", "amended", "deferred"))


@dataclass(frozen=True, slots=True)
class Meeting:
    """What holds for all answers: the day (ISO), and the minute and body where none is named."""

    on: str
    minute: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person said of one item: whose words count, what is agreed to, and a reason.

    One that `is_left` is not recorded.
    """

    words: Literal["", "shown", "data"] = ""
    agreed: frozenset[Question] = frozenset()
    reason: str = ""
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What a paper says of one item.

    `level` or `state` is the answer and `said` its words. `question` is open where there is one,
    and `told` asks it, or says why nothing could be read. One that `is_kept` tells the session
    nothing new.
    """

    item: str
    title: str
    result: Result
    level: str = ""
    state: str = ""
    said: str = ""
    reason: str = ""
    minute: str = ""
    question: Question | None = None
    told: str = ""
    is_kept: bool = False
    is_left: bool = False

    @property
    def asks(self) -> bool:
        """Whether a person has to say something before it can be recorded."""
        return self.question is not None and not self.is_left

    @property
    def is_new(self) -> bool:
        """Whether it can be recorded as it stands."""
        closed = self.question is not None or self.is_kept or self.is_left
        return self.result in _ANSWERS and not closed

    def act(self, meeting: Meeting) -> ConfirmAct:
        """The act that records it."""
        flags = {name: self.state == said for said, name in _WITHOUT_LEVEL.items()}
        return ConfirmAct(
            self.item,
            self.level or None,
            on=meeting.on,
            note=self.reason or None,
            minute=self.minute or None,
            body=meeting.body or None,
            defer=self.result == "deferred",
            **flags,
        )
