"""Section 1: what the board is asked to decide, with a place for each answer."""

from maturity.judgement.board import Standing, standing
from maturity.judgement.view import BoardView, Disclosed, ItemView
from maturity.report.answers import (
    ANSWERS_ANCHOR,
    ANSWERS_CAPTION,
    COLUMNS,
    DEFERRED,
    EMPTY,
    NOT_YET,
    Part,
    choices,
    printed_rating,
)
from maturity.report.blocks import Block, Cell, Column, Control, Heading, ListBlock, Table
from maturity.report.phrases import (
    day_said,
    decision_said,
    item_anchor,
    item_name,
    item_short,
    linked,
    listed,
    plain,
    prose,
    provisional_cell,
    sentence,
    words,
)
from maturity.report.sections.summary import board_asks

__all__ = ["asked", "decisions"]

# A pillar has a short name, which leaves each answer a line; a criterion has its whole title.
_WIDTHS = {"pillars": (32.5, 30, 33, 37, 41.5), "criteria": (46, 30, 32, 36, 30)}
_HOW = (
    "Each rating below takes one decision: its own level confirms it, another level amends it, or "
    "it is deferred. An amendment and a deferral need a reason."
)
_SUMMARY = "One row for each item, for the board to write its decision in."


def decisions(view: Disclosed) -> tuple[Block, ...]:
    """The decisions asked, the table in which the board answers, and what follows from them."""
    return (
        Heading(1, "1 The board's decisions", "decisions", new_page=True),
        sentence(f"The board is asked to decide as follows.{_meets(view)}"),
        ListBlock("letter", board_asks(view)),
        *_answers(view),
        *_implications(view),
        *_room_decisions(view),
    )


def _meets(view: Disclosed) -> str:
    """When the board meets; nothing once it has answered, whose day its answers have."""
    day, body = view.session.board_date, view.session.board
    if standing(view).counts:
        return ""
    when = f"meets on {day_said(day)}" if day else "has no date set for this"
    return f" The {body} {when}."


def _answers(view: Disclosed) -> tuple[Block, ...]:
    if not view.items:
        return ()
    rows = tuple(
        (
            linked(item_short(item), item_anchor(item.id)),
            provisional_cell(item),
            *_answer(item, view.framework.not_reached),
        )
        for item in view.items
    )
    stands, widths = standing(view), _WIDTHS[view.framework.rate]
    columns = tuple(
        Column(label, width, row_header=part == "item")
        for (part, label), width in zip(COLUMNS.items(), widths, strict=True)
    )
    return (
        *((sentence(_HOW),) if asked(view) else ()),
        Table(ANSWERS_ANCHOR, ANSWERS_CAPTION, _SUMMARY, columns, rows),
        *(sentence(said) for said in _still_open(stands)),
    )


def asked(view: Disclosed) -> tuple[tuple[str, str], ...]:
    """Each item that the board has not settled, with the rating printed: the paper asks of it."""
    return tuple((item.id, printed_rating(item)) for item in view.items if _is_open(item.board))


def _is_open(board: BoardView | None) -> bool:
    return board is None or board.outcome == DEFERRED


def _controls(item: ItemView, not_reached: str) -> tuple[Cell, ...]:
    """A place for each answer; an item that was put off has its reason in it."""
    name, board = item_name(item), item.board
    reason, minute = (board.note, board.minute) if board else ("", "")
    return (
        Control(
            f"confirm.{item.id}",
            f"Board's decision on {name}",
            "choice",
            choices(item, not_reached),
            DEFERRED if board else NOT_YET,
        ),
        Control(
            f"reason.{item.id}", f"Reason for change: {name}", "text", (), _typed(reason, "reason")
        ),
        Control(
            f"minute.{item.id}", f"Minute reference: {name}", "text", (), _typed(minute, "minute")
        ),
    )


def _typed(text: str, part: Part) -> str:
    return " ".join(text.split()) or EMPTY[part]


def _answer(item: ItemView, not_reached: str) -> tuple[Cell, ...]:
    """What the board decided, why, and where its minutes say so; or a place to say it."""
    board = item.board
    if board is None or _is_open(board):
        return _controls(item, not_reached)
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
