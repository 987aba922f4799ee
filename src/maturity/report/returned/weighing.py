"""One item of a paper that came back: what it says, against its own data and the session.

A question is never guessed: it stands on the row until somebody has settled it or left the item.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.board import day_words
from maturity.judgement.view import BoardView, ItemView
from maturity.report.answers import (
    COLUMNS,
    DEFERRED,
    EMPTY,
    NOT_YET,
    PARTS,
    Part,
    level_value,
    printed_rating,
)
from maturity.report.blocks import LevelMark
from maturity.report.phrases import item_name, joined, provisional_cell
from maturity.report.returned.found import Answered, folded
from maturity.report.returned.rows import Meeting, Question, Result, Row, Settled

__all__ = ["Weighed"]

_OUTCOMES: Final[dict[str, Result]] = {
    "confirmed": "confirmed",
    "amended": "amended",
    "deferred": "deferred",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """One item, what the paper says of it, and what a person has settled of it.

    `options` has the words of each answer the board may give, by its value.
    """

    item: ItemView
    found: Answered
    meeting: Meeting
    settled: Settled
    options: Mapping[str, str]

    def row(self) -> Row:
        """The first of these that holds: no place, a doubt, no answer, nothing new, a question."""
        row = Row(self.item.id, item_name(self.item), "missing", is_left=self.settled.is_left)
        if not self._has_place:
            return self._without_place(row)
        value = self._value
        row = replace(row, reason=self.text("reason"), minute=self._minute)
        row = self._answered(row, value)
        if doubt := self._question(("tracked", "words")):
            return replace(row, result="conflict", question=doubt[0], told=doubt[1])
        if row.result in {"unreadable", "not_yet"} or self._is_kept(row, value):
            return replace(row, is_kept=row.result in _OUTCOMES)
        if doubt := self._question(("stale", "answered")):
            return replace(row, result="conflict", question=doubt[0], told=doubt[1])
        return self._with_reason(row)

    @property
    def _has_place(self) -> bool:
        """Whether the paper has a place for an answer, and not only a print of the kept one."""
        shown, board = self.found.parts["decision"].shown, self.item.board
        if shown is None or board is None or board.outcome == DEFERRED:
            return shown is not None
        return not folded(shown).startswith(board.outcome)

    def _without_place(self, row: Row) -> Row:
        board = self.item.board
        if board is None:
            return replace(row, told="The paper has no place for this answer.")
        return replace(
            row,
            result=_OUTCOMES[board.outcome],
            level=board.level.id if board.level else "",
            state=board.state,
            said=board.said,
            reason=board.note,
            minute=board.minute,
            is_kept=True,
        )

    def chosen(self, part: Part) -> str:
        """The words of a part that count: those shown, unless somebody took the data."""
        found = self.found.parts[part]
        if self.settled.words == "data" and found.data is not None:
            return self.words(part, found.data)
        return found.shown or ""

    def words(self, part: Part, data: str) -> str:
        """The words for a value in the data of the file."""
        return self.options.get(data, data) if part == "decision" else data

    def text(self, part: Part) -> str:
        """A typed text; empty where it still says that none was given."""
        typed = self.chosen(part).strip()
        return "" if folded(typed) == folded(EMPTY[part]) else typed

    @property
    def _minute(self) -> str:
        return self.text("minute") or self.meeting.minute

    @property
    def _value(self) -> str:
        """The value of the answer; empty where its words are none of those on offer."""
        said = folded(self.chosen("decision"))
        return next((value for value, words in self.options.items() if folded(words) == said), "")

    def _answered(self, row: Row, value: str) -> Row:
        """The row with its answer, and what that makes of the room's rating."""
        if not value:
            told = f'Cannot read: "{self.chosen("decision")}".'
            return replace(row, result="unreadable", told=told)
        if value == NOT_YET:
            return replace(row, result="not_yet", minute=self.text("minute"))
        row = replace(row, said=self.options[value])
        if value == DEFERRED:
            return replace(row, result="deferred")
        level = next((one.id for one in self.item.levels if level_value(one.id) == value), "")
        row = replace(row, level=level, state="" if level else value)
        rating = self.item.rating
        stands = (rating.level.id, "") if rating.level else ("", rating.state)
        is_same = rating.state != "contested" and stands == (row.level, row.state)
        return replace(row, result="confirmed" if is_same else "amended")

    @property
    def _kept_value(self) -> str:
        """The answer that the session has, as the paper would name it."""
        board = self.item.board
        if board is None:
            return NOT_YET
        if board.outcome == DEFERRED:
            return DEFERRED
        return level_value(board.level.id) if board.level else board.state

    def _is_kept(self, row: Row, value: str) -> bool:
        """Whether the paper only repeats what it was given, or what the session has."""
        board = self.item.board
        repeats = value == self.found.given
        if board is None or value != self._kept_value:
            return repeats
        same_reason = folded(row.reason) in {"", folded(board.note)}
        same_minute = folded(self.text("minute")) in {"", folded(board.minute)}
        same_day = repeats or self.meeting.on in {"", board.on}
        return same_reason and same_minute and same_day

    def _with_reason(self, row: Row) -> Row:
        """The row with the reason that an amendment and a deferral need, or the question for it."""
        board = self.item.board
        told = self.settled.reason.strip()
        if not row.reason and board is not None and self._value == self._kept_value:
            told = told or board.note
        row = replace(row, reason=row.reason or told)
        if row.result == "confirmed" or row.reason:
            return row
        what = "An amendment" if row.result == "amended" else "A deferral"
        return replace(row, question="reason", told=f"{what} needs the board's reason.")

    def _question(self, questions: tuple[Question, ...]) -> tuple[Question, str] | None:
        """The first question that is open, with its sentence."""
        for question in questions:
            if question not in self.settled.agreed and (told := _QUESTIONS[question](self)):
                return question, told
        return None

    def differs(self, part: Part) -> bool:
        """Whether the words and the data of a part are not the same."""
        found = self.found.parts[part]
        if found.shown is None or found.data is None:
            return False
        both = {folded(found.shown), folded(self.words(part, found.data))}
        return len(both) > 1 and not both <= {"", folded(EMPTY[part])}

    @property
    def is_stale(self) -> bool:
        """Whether the room's rating is no longer the one that the paper printed."""
        if self.found.rating is not None:
            return self.found.rating != printed_rating(self.item)
        return self.found.printed is not None and folded(self.found.printed) != folded(self.rating)

    @property
    def rating(self) -> str:
        """The room's rating in words, as a paper prints it now."""
        cell = provisional_cell(self.item)
        return cell.shown if isinstance(cell, LevelMark) else "".join(one.text for one in cell)

    @property
    def is_overruled(self) -> bool:
        """Whether the session has an answer that the paper did not know of, and would replace."""
        return self.item.board is not None and self.found.given != self._kept_value


def _tracked(one: Weighed) -> str:
    parts = [part for part in PARTS.values() if one.found.parts[part].is_tracked]
    if not parts:
        return ""
    said = joined([f'{COLUMNS[part].lower()} "{one.chosen(part)}"' for part in parts])
    return f"Words were both put in and struck out. With every change accepted: {said}. Take that?"


def _words(one: Weighed) -> str:
    if one.settled.words:
        return ""
    return " ".join(
        f'{COLUMNS[part]}: the paper shows "{found.shown}", its data say '
        f'"{one.words(part, found.data or "")}".'
        for part, found in one.found.parts.items()
        if one.differs(part)
    )


def _stale(one: Weighed) -> str:
    if not one.is_stale:
        return ""
    return f"The room's rating has changed since the paper was made: now {one.rating}."


def _answered(one: Weighed) -> str:
    board = one.item.board
    if board is None or not one.is_overruled:
        return ""
    return f"The session has another answer: {_said(board)}. Replace it?"


def _said(board: BoardView) -> str:
    to = f" to {board.said}" if board.outcome == "amended" else ""
    as_ = f" as {board.said}" if board.outcome == "confirmed" else ""
    day = f", {day_words(board.on)}" if board.on else ""
    why = f" ({board.note})" if board.note else ""
    return f"{board.outcome}{to}{as_}{day}{why}"


_QUESTIONS: Final[Mapping[Question, Callable[[Weighed], str]]] = {
    "tracked": _tracked,
    "words": _words,
    "stale": _stale,
    "answered": _answered,
}
