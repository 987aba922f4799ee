"""What a new session takes over from the one before it: levels, aims and unanswered views.

Everything is read through the gate as the board would read it, and no name of anybody on the
earlier register comes along: the new register could not tell that it is one.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from maturity.framework import Framework
from maturity.framework.moves import Move, moves_between
from maturity.frozen import dataclass
from maturity.judgement.board import day_words
from maturity.judgement.disclosure import disclose
from maturity.judgement.names import names_pattern, without_names
from maturity.judgement.view import AimView, Audience, DissentView, ItemView, LevelView
from maturity.session.acts.act import Change, Refused
from maturity.session.state import SessionState

__all__ = ["Carried", "carry"]

_SETTLED: Final = frozenset({"confirmed", "amended"})
_PARKED: Final = "parked"
_STATES: Final = {name: name for name in ("not-reached", "cannot-say", "not-applicable", _PARKED)}
"""What an item may have been without a level, and still had an answer."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a new session begins with of an earlier one, recorded together, and a sentence on it."""

    changes: tuple[Change, ...]
    said: str


def carry(
    earlier: SessionState, before: Framework, framework: Framework, *, day: str = ""
) -> Carried:
    """What a session rated against `framework` takes over from `earlier`, rated against `before`.

    `day` is the new session's, ISO, or "" where it has none yet. Raises `Refused` where nothing
    was rated in the earlier one, or its own day is later than that.
    """
    _refuse_later(earlier, day)
    view = disclose(earlier, before, Audience.BOARD)
    pattern = names_pattern(person.name for person in earlier.people.values())
    items = tuple(item for item in view.items if _has_stood(item))
    if not items:
        raise Refused(
            f'Nothing was rated in "{view.session.title}", so there is no last time to set beside '
            "the new session. Name another one, or leave it out."
        )
    if pattern is not None:
        items = without_names(items, pattern)
    by_id = {(item.kind, item.id): item for item in items}
    lasts: dict[tuple[str, str], dict[str, Any]] = {}
    taken: set[tuple[str, str]] = set()
    for move in moves_between(before, framework):
        were = [by_id[move.kind, name] for name in move.old_ids if (move.kind, name) in by_id]
        if were:
            lasts[move.kind, move.new_id] = _last(earlier, move, were)
            taken.update((item.kind, item.id) for item in were)
    left = [item.short for item in items if (item.kind, item.id) not in taken]
    changes = (
        Change("set", ("session", "previous"), earlier.session.id),
        *(Change("set", (*path, "last"), last) for path, last in lasts.items()),
    )
    said = _said(earlier, tuple(lasts.values()), left)
    if day and earlier.session.date == day:
        said += " Both are on the same day: give the new one another date if that is a slip."
    return Carried(changes, said)


def _refuse_later(earlier: SessionState, day: str) -> None:
    """Refuse a last time that is later: what a file has for a day, and is none, cannot tell."""
    was = earlier.session.date or ""
    try:
        is_later = date.fromisoformat(was) > date.fromisoformat(day)
    except ValueError:
        return
    if is_later:
        raise Refused(
            f'"{earlier.session.title}" is on {day_words(was)}, later than the new session '
            f"({day_words(day)}), so it cannot be last time. Name an earlier one, or mend the date."
        )


def _has_stood(item: ItemView) -> bool:
    is_answered = item.is_rated or item.board is not None
    return is_answered or item.rating.aim is not None or any(_unanswered(item))


def _unanswered(item: ItemView) -> Iterator[DissentView]:
    return (view for view in item.dissents if view.status == "open")


def _last(earlier: SessionState, move: Move, were: Sequence[ItemView]) -> dict[str, Any]:
    """How an item stood; of several that became one, each by its name, and none compared."""
    common = {
        "session": earlier.session.id,
        "on": earlier.session.date,
        "carry": move.carries,
        "dissent": [_dissent(view) for item in were for view in _unanswered(item)],
    }
    if len(were) > 1:
        texts = [f"{item.short}: {_aim_text(aim)}" for item in were if (aim := item.rating.aim)]
        said = "; ".join(f"{item.short}: {_word(item)}" for item in were)
        return _filled({**common, "said": said, "aim": _filled({"text": "\n".join(texts)})})
    (item,) = were
    level, state, _ = _stood(item)
    is_kept = move.carries == "kept"
    return _filled(
        {
            **common,
            "state": "provisional" if level is not None else _STATES.get(state, ""),
            "level": move.levels[level.id] if level is not None and is_kept else "",
            # what else there is than a level has words of its own on every face
            "said": _word(item) if level is not None or not (is_kept or state == _PARKED) else "",
            "outcome": item.board.outcome if item.board is not None else "",
            "aim": _aim(item.rating.aim, move) if item.rating.aim else {},
        }
    )


def _filled(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if value}


def _stood(item: ItemView) -> tuple[LevelView | None, str, str]:
    """Level, state and words: the board's where it settled the item, else the room's."""
    board, rating = item.board, item.rating
    if board is not None and board.outcome in _SETTLED:
        return board.level, board.state, board.said
    if item.parked is not None:
        return None, _PARKED, ""
    return rating.level, rating.state, rating.said


def _word(item: ItemView) -> str:
    """A level or state as anybody may read it: that it was not settled is not for everyone."""
    _, state, said = _stood(item)
    return "No level" if state == _PARKED else said


def _aim(aim: AimView, move: Move) -> dict[str, Any]:
    """The aim; its level as a word before its text where that is no level of today's."""
    if move.carries != "kept":
        return _filled({"text": _aim_text(aim)})
    return _filled({"level": move.levels[aim.level.id] if aim.level else "", "text": aim.text})


def _aim_text(aim: AimView) -> str:
    return ": ".join(part for part in (aim.level.label if aim.level else "", aim.text) if part)


def _dissent(view: DissentView) -> dict[str, Any]:
    if view.withheld is not None:
        return {"reach": "noted"}
    return _filled(
        {
            "from": view.who,
            "from_kind": view.who_kind,
            "level": view.level.label if view.level else "",
            "reason": view.reason,
            "change": view.change,
            "reach": view.reach,
        }
    )


_COUNTED: Final = {
    "kept": ("{} can be compared", "{} can be compared"),
    "to-confirm": ("{} was reworded since", "{} were reworded since"),
    "history": ("{} cannot be compared", "{} cannot be compared"),
}


def _said(earlier: SessionState, lasts: Sequence[Mapping[str, Any]], left: Sequence[str]) -> str:
    """Which session it was, how many of its items stand beside the new ones, and which do not."""
    info = earlier.session
    when = f" ({day_words(info.date)})" if info.date else ""
    parts = [
        words[number > 1].format(number)
        for carried, words in _COUNTED.items()
        if (number := sum(one["carry"] == carried for one in lasts))
    ]
    said = f"Last time was {info.title}{when}: "
    if not parts:
        return f"{said}none of what was rated then is in this framework, so every item is new."
    rated = "1 item was rated" if len(lasts) == 1 else f"{len(lasts)} items were rated"
    said += f"{rated}; {', '.join(parts)}."
    return said + (f" Not in this framework: {', '.join(left)}." if left else "")
