"""Last time in sentences, the same on the screen, in a command and on paper."""

from typing import Final

from maturity.judgement.board import day_words
from maturity.judgement.triage import is_moved
from maturity.judgement.view import AimView, ItemView, LastDissentView, LastView

__all__ = ["aim_words", "last_lines", "last_sentence", "moved_words", "unanswered_lines"]

_CHANGED: Final = " The words have changed since, so the two cannot be compared."


def last_lines(item: ItemView) -> tuple[str, ...]:
    """Where an item stood last time, and the aim set then; nothing where there was no last time."""
    if item.last is None:
        return ()
    aim = aim_words(item.last.aim)
    return (last_sentence(item.last), *((f"Aim set then: {aim}",) if aim else ()))


def last_sentence(last: LastView) -> str:
    """The level or state, what the board said of it, and whether it can be compared."""
    day = f" ({day_words(last.on)})" if last.on else ""
    board = f", {last.outcome} by the board" if last.outcome else ""
    return f"Last time{day}: {last.said}{board}.{'' if last.is_comparable else _CHANGED}"


def aim_words(aim: AimView | None) -> str:
    """The level hoped for and what it takes, on one line; empty where none was recorded."""
    if aim is None:
        return ""
    level = aim.level.label if aim.level else ""
    return ": ".join(part for part in (level, " ".join(aim.text.split())) if part)


def moved_words(item: ItemView) -> str:
    """Asks what changed where a level is another than last time's without a because; else empty."""
    if item.last is None or not is_moved(item):
        return ""
    return f"It was {item.last.said} last time: what changed?"


def unanswered_lines(item: ItemView) -> tuple[str, ...]:
    """The different views that had no answer last time, each in a line."""
    return tuple(map(_unanswered, item.last.views)) if item.last else ()


def _unanswered(view: LastDissentView) -> str:
    if view.withheld is not None:
        reason = view.withheld.reason
        return f"Unanswered last time: {reason[:1].lower()}{reason[1:]}"
    holds = f" ({view.level})" if view.level else ""
    reason = " ".join(view.reason.split()) or "no reason was written."
    change = f" What would change it: {' '.join(view.change.split())}" if view.change else ""
    return f"Unanswered last time, {view.who}{holds}: {reason}{change}"
