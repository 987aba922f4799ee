"""What a paper says of one item, as it is shown to a person before anything is recorded."""

from typing import Final, Literal, TypeAlias

from maturity.frozen import dataclass
from maturity.session.acts.board import ConfirmAct

__all__ = ["Meeting", "Question", "Result", "Row", "Settled", "Whose"]

Result: TypeAlias = Literal[
    "confirmed", "amended", "deferred", "not_yet", "conflict", "unreadable", "missing"
]
Question: TypeAlias = Literal["tracked", "words", "stale", "answered", "reason"]
Whose: TypeAlias = Literal["shown", "data"]

_WITHOUT_LEVEL: Final = {
    "not-reached": "not_reached",
    "cannot-say": "cannot_say",
    "not-applicable": "not_applicable",
}
_TOLD: Final = {
    "not_yet": "not yet confirmed",
    "conflict": "has to be asked",
    "unreadable": "not read",
    "missing": "not there",
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

    words: Whose | None = None
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

    @property
    def answer(self) -> str:
        """The answer in words: "amended to Developing"."""
        joins = {"confirmed": "confirmed as", "amended": "amended to"}
        if self.result in joins:
            return f"{joins[self.result]} {self.said}"
        return _TOLD.get(self.result, self.result)

    @property
    def told_in_full(self) -> str:
        """All there is to know of it, in a line."""
        if self.result == "conflict":
            return f"{self.answer}. {self.told}"
        kept = "; the session has that already" if self.is_kept else ""
        reason = f"Reason: {' '.join(self.reason.split())}" if self.reason else ""
        minute = f"Minute {self.minute}" if self.minute else ""
        parts = (f"{self.answer}{kept}", reason, minute, self.told)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

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
