"""Section 1: what the board is asked to decide, with a place for each answer."""

from maturity.judgement.board import Standing, standing
from maturity.judgement.view import BoardView, Disclosed
from maturity.report.blocks import Block, Cell, Column, Heading, ListBlock, Table
from maturity.report.phrases import (
    day_said,
    decision_said,
    item_anchor,
    item_name,
    linked,
    listed,
    plain,
    prose,
    provisional_cell,
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
    when = (
        f"The {body} meets on {day_said(day)}." if day else f"The {body} has no date set for this."
    )
    return (
        Heading(1, "1 The board's decisions", "decisions", new_page=True),
        sentence(f"The board is asked to decide as follows. {when}"),
        ListBlock("letter", board_asks(view)),
        *_answers(view),
        *_implications(view),
        *_room_decisions(view),
    )


def _answers(view: Disclosed) -> tuple[Block, ...]:
    if not view.items:
        return ()
    rows = tuple(
        (
            linked(item_name(item), item_anchor(item.id)),
            provisional_cell(item),
            *_answer(item.board),
        )
        for item in view.items
    )
    stands = standing(view)
    return (
        Table("answers", "The board's decision on each rating", _SUMMARY, _COLUMNS, rows),
        *(sentence(said) for said in _still_open(stands)),
    )


def _answer(board: BoardView | None) -> tuple[Cell, ...]:
    """What the board decided, why, and where its minutes say so."""
    if board is None:
        return (
            words("Not yet confirmed"),
            words("No reason given yet"),
            words("No reference given yet"),
        )
    since = ". The rating has changed since" if board.is_changed_since else ""
    as_ = f" as {board.said}" if since and board.outcome == "confirmed" else ""
    to = f" to {board.said}" if board.outcome == "amended" else as_
    return (
        words(f"{board.outcome.capitalize()}{to}{since}"),
        plain(board.note, "None given"),
        plain(board.minute, "None given"),
    )


def _still_open(stands: Standing) -> tuple[str, ...]:
    if not stands.counts:
        return ("Until the board has answered, every level in this paper is provisional.",)
    said = (f"The board has answered: {stands.counts}. Annex D records each answer.",)
    if not stands.left:
        return said
    return (*said, "A level that it has not settled is still provisional.")


def _implications(view: Disclosed) -> tuple[Block, ...]:
    if not view.page.implications:
        return ()
    return (
        Heading(2, "Implications", "implications"),
        *prose(view.page.implications, "None recorded."),
    )


def _room_decisions(view: Disclosed) -> tuple[Block, ...]:
    return (
        Heading(2, "Decisions the room made", "room-decisions"),
        listed("bullet", map(decision_said, view.decisions), "None recorded."),
    )
