"""Section 1: what the board is asked to decide, with a place for each answer."""

from maturity.judgement.view import Disclosed
from maturity.report.blocks import Block, Column, Heading, ListBlock, Table
from maturity.report.phrases import (
    dated,
    due_words,
    ended,
    item_anchor,
    item_name,
    linked,
    listed,
    prose,
    rating_cell,
    sentence,
    words,
)
from maturity.report.sections.summary import board_asks

__all__ = ["decisions"]

_COLUMNS = (
    Column("Item", 46, row_header=True),
    Column("Provisional level", 30),
    Column("Decision", 32),
    Column("Reason for change", 36),
    Column("Minute reference", 30),
)
_SUMMARY = "One row for each item, for the board to write its decision in."


def decisions(view: Disclosed) -> tuple[Block, ...]:
    """The decisions asked, the table in which the board answers, and what follows from them."""
    day = view.session.board_date
    body = view.session.board
    when = f"The {body} meets on {_day(day)}." if day else f"The {body} has no date set for this."
    return (
        Heading(1, "1 The board's decisions", "decisions", new_page=True),
        sentence(f"The board is asked to decide as follows. {when}"),
        ListBlock("letter", board_asks(view)),
        *_answers(view),
        *_implications(view),
        *_room_decisions(view),
    )


def _day(day: str) -> str:
    try:
        return dated(day)
    except ValueError:
        return day


def _answers(view: Disclosed) -> tuple[Block, ...]:
    if not view.items:
        return ()
    rows = tuple(
        (
            linked(item_name(item), item_anchor(item.id)),
            rating_cell(item),
            words("Not yet confirmed"),
            words("No reason given yet"),
            words("No reference given yet"),
        )
        for item in view.items
    )
    return (
        Table("answers", "The board's decision on each rating", _SUMMARY, _COLUMNS, rows),
        sentence("Until the board has answered, every level in this paper is provisional."),
    )


def _implications(view: Disclosed) -> tuple[Block, ...]:
    if not view.page.implications:
        return ()
    return (
        Heading(2, "Implications", "implications"),
        *prose(view.page.implications, "None recorded."),
    )


def _room_decisions(view: Disclosed) -> tuple[Block, ...]:
    said = [
        " ".join(part for part in (ended(row.text), _to(row.to), _by(row.due, row.due_on)) if part)
        for row in view.decisions
    ]
    return (
        Heading(2, "Decisions the room made", "room-decisions"),
        listed("bullet", said, "None recorded."),
    )


def _to(forum: str) -> str:
    return f"For {forum}." if forum else ""


def _by(due: str, due_on: str) -> str:
    return f"By {due_words(due, due_on)}." if due or due_on else ""
