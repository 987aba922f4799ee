"""`confirm --from PAPER.docx`: the board's answers read back, shown, asked about, and recorded."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from maturity.cli.desk import Desk, receive
from maturity.cli.faults import Unread
from maturity.cli.speech import counted, is_attended, say, say_json, warn
from maturity.evidence.answers.returned import Returned
from maturity.evidence.asking.client import Refusal
from maturity.evidence.asking.returned import read_returned
from maturity.frozen import dataclass
from maturity.judgement.view import Audience
from maturity.report.returned.paper import CAN_BE_TYPED, ReturnedPaper, returned_paper
from maturity.report.returned.remarks import Remark
from maturity.report.returned.rows import Meeting, Question, Row
from maturity.session.acts.act import Refused, item_path, line
from maturity.session.acts.returned import NOTHING_NEW
from maturity.session.acts.when import iso_date
from maturity.text import inspect
from maturity.workshop import Workshop

__all__ = ["Wished", "take_returned"]

_NAME_ITEM: Final = "Name an item to keep it as a private note"
_ASK_DAY: Final = "Say the day the board met: --on 2026-04-16."
_HOW: Final[dict[Question, str]] = {
    "words": "Which counts: s what is shown, a what is shown for all, d the data, enter neither? ",
    "tracked": "y takes it, enter leaves it: ",
    "stale": "Does the board's answer still stand? y takes it, enter leaves it: ",
    "answered": "y replaces it, enter leaves it: ",
    "reason": "Its reason, or enter to leave it: ",
}


@dataclass(frozen=True, slots=True)
class Wished:
    """What is asked for: the paper, what holds for all its answers, and how it is to be told."""

    file: Path
    on: str | None
    minute: str | None
    body: str | None
    is_sure: bool = False
    as_json: bool = False


def take_returned(desk: Desk, session: str, wished: Wished) -> None:
    """Read a paper that came back, show what it says, ask what is open, and record the answers.

    Raises `Refused` for what is not this session's and for questions that nobody can be asked,
    and `Unread` for a file that cannot be read, which is said first.
    """
    with desk.opened(session) as workshop:
        meeting = _meeting(workshop, wished)
        returned = _read(wished.file)
        found = returned_paper(workshop.view(Audience.BOARD), returned, meeting)
        if wished.as_json:
            say_json([_as_json(row) for row in found.rows])
            for remark in found.remarks:
                warn(remark.said)
        else:
            for told in _told(found):
                say(told)
        if wished.as_json or wished.is_sure or not is_attended():
            _record_unasked(workshop, found, wished)
        else:
            _record_asked(workshop, found)


def _meeting(workshop: Workshop, wished: Wished) -> Meeting:
    on = iso_date(workshop.scene, wished.on)
    if not on:
        raise Refused(_ASK_DAY)
    return Meeting(on, line(wished.minute) or "", line(wished.body) or "")


def _read(file: Path) -> Returned:
    returned = read_returned(file)
    if isinstance(returned, Refusal):
        warn(f"{file}: {returned.sentence} {CAN_BE_TYPED}")
        raise Unread
    return returned


def _told(found: ReturnedPaper) -> Iterator[str]:
    """The whole list: every item, then what else stands in the paper."""
    yield "The board's answers in this paper:"
    for number, row in enumerate(found.rows, 1):
        yield f"  {number}. {row.title}: {row.told_in_full}"
    if found.remarks:
        yield "Also in this paper, and kept only where you take it:"
        yield from (f"  {remark.said}" for remark in found.remarks)


def _record_unasked(workshop: Workshop, found: ReturnedPaper, wished: Wished) -> None:
    open_ = [row for row in found.rows if row.asks]
    if open_ and wished.is_sure:
        raise Refused(
            f"Nothing was recorded: {_listed(open_)}. Run it in a terminal without --yes to "
            "answer, or type the answers one by one."
        )
    if wished.is_sure:
        _record(workshop, found, warn if wished.as_json else say)
    elif open_:
        warn(f"Nothing is recorded yet: {_listed(open_)}. In a terminal it is asked.")
    elif not any(row.is_new for row in found.rows):
        warn(NOTHING_NEW)
    else:
        warn("Nothing is recorded yet. Add --yes to record it.")


def _listed(rows: Sequence[Row]) -> str:
    titles = "; ".join(row.title for row in rows)
    return f"{counted(len(rows), 'item has a question', 'items have a question')} ({titles})"


def _record(workshop: Workshop, found: ReturnedPaper, tell: Callable[[str], None] = say) -> None:
    receive(workshop.do(found.act()), tell)
    for row in found.rows:
        if row.result in {"unreadable", "missing"}:
            warn(f"{row.title}: {row.told}")


def _record_asked(workshop: Workshop, found: ReturnedPaper) -> None:
    """Ask for each row and remark, then once for all of them."""
    found = _asked(found)
    for place, remark in enumerate(found.remarks):
        found = _remark_asked(workshop, found, place, remark)
    new = sum(row.is_new for row in found.rows)
    if not new and not found.taken:
        say(NOTHING_NEW)
        return
    what = counted(new, "answer")
    if found.taken:
        what = f"{what} and {counted(len(found.taken), 'remark')}"
    if _answer(f"Record {what}? y records, enter records nothing: ") == "y":
        _record(workshop, found)
    else:
        say("Nothing was recorded.")


def _asked(found: ReturnedPaper) -> ReturnedPaper:
    """The paper once every question has its answer."""
    while row := next((one for one in found.rows if one.asks), None):
        found = _row_asked(found, row)
    return found


def _row_asked(found: ReturnedPaper, row: Row) -> ReturnedPaper:
    question = row.question
    if question is None:
        return found
    say(f"{row.title}: {row.told}")
    said = _answer(_HOW[question])
    if question == "words":
        return _whose(found, row, said)
    if question == "reason":
        return found.give_reason(row, said) if said else found.leave(row)
    return found.agree(row) if said == "y" else found.leave(row)


def _whose(found: ReturnedPaper, row: Row, said: str) -> ReturnedPaper:
    if said == "a":
        return found.take_words([one for one in found.rows if one.question == "words"], "shown")
    if said in {"s", "d"}:
        return found.take_words([row], "shown" if said == "s" else "data")
    return found.leave(row)


def _remark_asked(
    workshop: Workshop, found: ReturnedPaper, place: int, remark: Remark
) -> ReturnedPaper:
    say(remark.said)
    if remark.action:
        said = _answer("y keeps that the board agreed this action, enter leaves it: ")
        return found.take(place) if said == "y" else found
    of = workshop.framework.item(remark.item).title if remark.item else ""
    how = f"y keeps it as a private note on {of}, or name another item" if of else _NAME_ITEM
    said = _answer(f"{how}; enter leaves it: ")
    if not said:
        return found
    try:
        item = remark.item if of and said == "y" else item_path(workshop.scene, said)[1]
    except Refused as unknown:
        warn(str(unknown))
        return _remark_asked(workshop, found, place, remark)
    return found.take(place, item)


def _answer(question: str) -> str:
    """What is typed, on one line; nothing where the input has ended."""
    say(question)
    return inspect(sys.stdin.readline()).text.strip()


def _as_json(row: Row) -> dict[str, Any]:
    return {
        "item": row.item,
        "result": row.result,
        "state": row.state or None,
        "level": row.level or None,
        "reason": row.reason or None,
        "minute": row.minute or None,
        "told": row.told or None,
    }
