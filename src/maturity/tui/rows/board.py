"""The rows of the Board screen in words: the room's rating, and what the board said of it."""

from dataclasses import replace
from datetime import date

from maturity.judgement.board import day_words, standing
from maturity.judgement.view import BoardView, Disclosed, ItemView
from maturity.tui.rows.readback import level_of, views_of

__all__ = ["answered_line", "board_day", "cells_of", "said_of", "whole_of"]

_SINCE = "; changed since !"


def said_of(board: BoardView | None) -> str:
    """The board's answer in a cell: "amended: 2 Developing", or that there is none."""
    if board is None:
        return "not yet confirmed"
    since = _SINCE if board.is_changed_since else ""
    if board.outcome != "amended":
        return f"{board.outcome}{since}"
    to = f"{board.level.position} {board.level.label}" if board.level else board.said.lower()
    return f"amended: {to}{since}"


def cells_of(item: ItemView, place: int) -> tuple[str, str, str, str, str]:
    """A row: item, provisional rating, the board's answer, its reason, and its minute."""
    board = item.board
    note, minute = (board.note, board.minute) if board else ("", "")
    return (f"{place} {item.short}", level_of(item), said_of(board), note or "-", minute or "-")


def whole_of(item: ItemView) -> tuple[str, ...]:
    """The row in hand written out, and every different view on it that is still open."""
    board = item.board
    decided = said_of(board).removesuffix(_SINCE)
    lines = [f"{item.title}. The room: {level_of(item)}. The board: {decided}."]
    if board is not None:
        when = day_words(board.on)
        minute = f"minute {board.minute}" if board.minute else ""
        about = ", ".join(part for part in (board.body, when, minute) if part)
        lines[0] += f" {about}." if about else ""
        if board.note:
            lines.append(f"Reason: {board.note}")
        if board.is_changed_since:
            lines.append(f"The board saw {board.before}; the rating has changed since.")
    views = tuple(view for view in item.dissents if view.status == "open")
    return (*lines, *views_of(replace(item, dissents=views)))


def board_day(view: Disclosed, today: date) -> str:
    """The day the board met, as ISO text: of an answer kept, as it was planned, or today."""
    given = [item.board.on for item in view.items if item.board is not None and item.board.on]
    if given:
        return max(given)
    try:
        return date.fromisoformat(view.session.board_date).isoformat()
    except ValueError:
        return today.isoformat()


def answered_line(view: Disclosed, today: date) -> str:
    """Who answers on which day, and how far they have come."""
    answered = sum(item.board is not None for item in view.items)
    counts = standing(view).counts
    day = day_words(board_day(view, today))
    so_far = f"{answered} of {len(view.items)} answered"
    name = view.session.board
    return f"{name[:1].upper()}{name[1:]}, {day}. {so_far}{f': {counts}' if counts else ''}"
