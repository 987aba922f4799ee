"""What the board decided of a rating: confirmed, amended or deferred, worked out from its level."""

from typing import Any, Final

from maturity.frozen import dataclass
from maturity.session.acts.act import (
    NOTHING_DIFFERENT,
    Outcome,
    Refused,
    Scene,
    item_state,
    level_id,
    line,
    prose,
    rated_path,
    register,
    told,
)
from maturity.session.acts.when import iso_date
from maturity.session.kinds import Path, plain
from maturity.session.state import Board, ItemState

__all__ = ["ConfirmAct", "confirm_outcome"]


@dataclass(frozen=True, slots=True)
class ConfirmAct:
    """Record what the board decided of a rating; the rating itself stays as the room left it."""

    item: str = told("the item answered", positional=True)
    level: str | None = told(
        "the level the board decided on: id, label, or number from 1 (lowest)",
        positional=True,
        must=False,
    )
    on: str | None = told("the day the board met")
    note: str | None = told("its reason; an amendment and a deferral need one")
    minute: str | None = told("where its minutes say so")
    body: str | None = told("who decided, where that is not the board itself")
    defer: bool = told("put off, to be decided later", default=False)
    not_reached: bool = told("even the lowest level is not reached", default=False)
    cannot_say: bool = told("cannot say yet", default=False)
    not_applicable: bool = told("does not apply here", default=False)
    clear: bool = told("take the answer back: not yet confirmed", default=False)


_STATES: Final = {
    "not-reached": "not reached",
    "cannot-say": "cannot say yet",
    "not-applicable": "not applicable",
}
_ASK_DAY: Final = "Say the day the board met: --on 2026-04-16."
_ASK_ANSWER: Final = (
    "Say what the board decided: a level, --defer, --not-reached, --cannot-say or --not-applicable."
)
_ASK_WHY: Final = {
    "amended": "An amendment needs the board's reason: --note TEXT.",
    "deferred": "A deferral needs the board's reason: --note TEXT.",
}
_RECORDS: Final = {"confirmed": "confirm", "amended": "amend", "deferred": "defer"}


def confirm_outcome(scene: Scene, act: ConfirmAct) -> Outcome:
    """Record the board's answer, change what goes with it, or take it back."""
    path = rated_path(scene, act.item)
    at = (*path, "board")
    title = scene.framework.item(path[1]).title
    kept = item_state(scene, path)
    answers = _answers(scene, act, path)
    if act.clear:
        changes = register(scene, at, None)
        said = f"{title}: not yet confirmed." if changes else NOTHING_DIFFERENT
        return Outcome(changes, said, records="confirm")
    if answers is None and kept.board is None:
        raise Refused(_ASK_ANSWER)
    new = _detailed(scene, act, kept.board, answers is not None)
    new = new | (_decided(scene, path, kept, answers) if answers else _stands(kept.board))
    if new["outcome"] in _ASK_WHY and not new.get("note"):
        raise Refused(_ASK_WHY[new["outcome"]])
    if not new.get("on"):
        raise Refused(_ASK_DAY)
    changes = register(scene, at, {name: value for name, value in new.items() if value})
    said = f"{title}: {_said(scene, new, kept)}." if changes else NOTHING_DIFFERENT
    return Outcome(changes, said, records=_RECORDS[new["outcome"]])


def _answers(scene: Scene, act: ConfirmAct, path: Path) -> dict[str, str] | None:
    """What the board said: a level, a state without one, or that it is put off; None for nothing.

    Raises `Refused` for more than one, and for what the item cannot be.
    """
    given = {
        "deferred": act.defer,
        "not-reached": act.not_reached,
        "cannot-say": act.cannot_say,
        "not-applicable": act.not_applicable,
    }
    named = [name for name, asked in given.items() if asked]
    if len(named) + (act.level is not None) + act.clear > 1:
        raise Refused("Choose one answer: a level, or one of the others.")
    if act.level is not None:
        return {"level": level_id(scene, path, act.level)}
    if named == ["not-applicable"] and not scene.framework.item(path[1]).may_not_apply:
        raise Refused("This framework does not allow 'not applicable' for this item.")
    return {"state": named[0]} if named else None


def _detailed(
    scene: Scene,
    act: ConfirmAct,
    before: Board | None,
    is_new: bool,  # noqa: FBT001 one fact of two
) -> dict[str, Any]:
    """The day, reason, minute and body; a new answer keeps no reason that was for another."""
    given = {
        "on": iso_date(scene, act.on),
        "note": prose(act.note),
        "minute": line(act.minute),
        "body": line(act.body),
    }
    if before is None:
        return given
    stays = {name: getattr(before, name) for name in given if not (is_new and name == "note")}
    return {name: stays.get(name) if value is None else value for name, value in given.items()}


def _decided(scene: Scene, path: Path, kept: ItemState, answer: dict[str, str]) -> dict[str, Any]:
    """The outcome of an answer, and what the board had before it: the rating and the open views.

    A rating that is contested stands in no state, so that any level is an amendment of it.
    """
    rating = kept.rating
    stands = {"state": rating.state, "level": rating.level} if rating else {}
    asked = {"state": answer.get("state", "provisional"), "level": answer.get("level")}
    outcome = "confirmed" if stands == asked else "amended"
    if answer.get("state") == "deferred":
        outcome, answer = "deferred", {}
    heads = scene.heads.get((*path, "rating"), ())
    return answer | {
        "outcome": outcome,
        "dissent_seen": [name for name, one in kept.dissent.items() if one.status == "open"],
        "rating_seen": [head.id for head in heads],
        "seen": plain(rating) if rating else None,
    }


def _stands(board: Board | None) -> dict[str, Any]:
    """What an answer said and had before it, left as it is."""
    names = ("outcome", "state", "level", "dissent_seen", "rating_seen", "seen")
    return {name: plain(getattr(board, name)) for name in names}


def _said(scene: Scene, new: dict[str, Any], kept: ItemState) -> str:
    to = _level_words(scene, new.get("level"), new.get("state"))
    if new["outcome"] == "deferred":
        return "deferred by the board"
    if new["outcome"] == "confirmed":
        return f"confirmed as {to}"
    rating = kept.rating
    before = _level_words(scene, rating.level, rating.state) if rating else "not rated"
    return f"amended from {before} to {to}; the room's rating stays as it was"


def _level_words(scene: Scene, level: str | None, state: str | None) -> str:
    return scene.framework.level_label(level) if level else _STATES.get(state or "", "no level")
