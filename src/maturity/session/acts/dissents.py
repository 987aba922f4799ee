"""A different view, kept in its own words, by group or role and never by name."""

from collections.abc import Mapping
from typing import Any, Literal

from maturity.frozen import dataclass
from maturity.session.acts.act import (
    Outcome,
    Refused,
    Scene,
    entry_outcome,
    find_entry,
    level_id,
    line,
    prose,
    rated_path,
    told,
)
from maturity.session.acts.notes import everywhere
from maturity.session.kinds import Path, plain, take
from maturity.session.state import Dissent, Person
from maturity.session.voters import (
    group_label,
    in_group,
    is_part_of_a_name,
    known_groups,
    names_somebody,
)

__all__ = [
    "REACHES",
    "SOMEONE",
    "STANDS",
    "WITHDRAWN",
    "DissentAct",
    "dissent_outcome",
    "read_back_words",
    "small_group_warning",
]

REACHES = {
    "public": "in any paper",
    "board": "in the board's paper only",
    "noted": "only noted: that a different view exists",
}
"""Where a different view may stand, in the words of the ground rules."""

STANDS = {
    "public": "It will stand in any paper.",
    "board": "It will stand in the board's paper only.",
    "noted": "It will only be noted that a different view exists.",
}
"""The same, as it is said of one view."""

SOMEONE = "someone in the room"
"""Whose view it is where neither a group nor a role is named."""

WITHDRAWN = "Its words are in no paper, and a mark stays. The session's journal still holds them."
"""What withdrawing a view does, and what it does not do."""

_FEW = 4
_NEVER_BY_NAME = "A different view is kept by group or role, never by name."
_TEXTS = ("reason", "change", "answer", "reply")
_READ_BACK = ("from", "level", "reason", "change", "reach")


@dataclass(frozen=True, slots=True)
class DissentAct:
    """Keep a disagreement in its own words, at any time, unprompted."""

    item: str | None = told("the item it is about", positional=True)
    from_: str | None = told("whose view: a voice group or a role, never a name")
    from_kind: Literal["group", "role", "none"] | None = told("what kind of label that is")
    kind: Literal["dissent", "reservation", "position"] | None = told("how strong it is")
    level: str | None = told("the level held instead")
    reason: str | None = told("why, in their words")
    change: str | None = told("what would change it")
    reach: Literal["public", "board", "noted"] | None = told(
        "where it may stand: any paper; the board's only (the usual); only that it exists"
    )
    answer: str | None = told("the room's one-line answer")
    reply: str | None = told("their one line to that answer")
    heard: bool | None = told("they feel heard")
    withdraw: bool = told("they take it back: the words go, a mark stays", default=False)
    id: str | None = told("change this one")
    remove: bool = told("take this one out; undo brings it back", default=False)


def dissent_outcome(scene: Scene, act: DissentAct) -> Outcome:
    """Add a dissent, or answer, change, withdraw or remove one."""
    where, title = _where(scene, act)
    before = None if act.id is None else _before(scene, where, act)
    given: dict[str, Any] = {
        "from": line(act.from_),
        "from_kind": act.from_kind,
        "kind": act.kind,
        "level": level_id(scene, where[0][:2], act.level) if act.level else act.level,
        "reason": prose(act.reason),
        "change": prose(act.change),
        "reach": act.reach,
        "answer": prose(act.answer),
        "reply": prose(act.reply),
        "heard": act.heard,
    }
    if act.withdraw:
        if act.id is None:
            raise Refused("Say which view is withdrawn: --id ID --withdraw.")
        given |= dict.fromkeys(_TEXTS, "") | {"status": "withdrawn"}
    elif act.answer is not None:
        given["status"] = "answered" if given["answer"] else "open"
    warnings = _settle_from(scene, given, is_new=act.id is None)
    outcome = entry_outcome(
        scene,
        "dissent",
        where,
        given,
        entry=act.id,
        remove=act.remove,
        says=_kept(scene, given, title),
    )
    said = (_deed(act) or _changed(scene, given, before)) if outcome.changes else ""
    return Outcome(outcome.changes, said or outcome.said, warnings)


def _deed(act: DissentAct) -> str:
    """What was done with a view that was kept before; empty where its own words changed."""
    if act.withdraw:
        return f"Withdrawn. {WITHDRAWN}"
    if act.answer:
        return "The room's answer is kept."
    if act.reply:
        return "Their line to the answer is kept."
    return "Kept: they feel heard." if act.heard else ""


def _before(scene: Scene, where: tuple[Path, ...], act: DissentAct) -> Dissent:
    """The view that is changed, as it stood; refused where a withdrawn one would speak again."""
    kept: Dissent = take(scene.state, find_entry(scene, where, act.id or "", "dissent"))
    if kept.status == "withdrawn" and not (act.withdraw or act.remove):
        raise Refused("That view was withdrawn. If it is held again, record it as a new one.")
    return kept


def _changed(scene: Scene, given: Mapping[str, Any], before: Dissent | None) -> str:
    """A view whose own words or reach changed, read back whole; empty where none of them did."""
    if before is None or all(given[name] is None for name in _READ_BACK):
        return ""
    whole = dict.fromkeys(_READ_BACK) | plain(before)
    whole |= {name: given[name] for name in _READ_BACK if given[name] is not None}
    return f"The different view is changed. {_read_back(scene, whole)}"


def _kept(scene: Scene, given: Mapping[str, Any], title: str) -> str:
    """The view read back as it is kept, and where it will stand."""
    return f"A different view on {title} is kept. {_read_back(scene, given)}"


def _read_back(scene: Scene, given: Mapping[str, Any]) -> str:
    level = scene.framework.level_label(given["level"]) if given["level"] else ""
    who = given["from"] or SOMEONE
    words = read_back_words(who, level, given["reason"] or "", given["change"] or "")
    stands = STANDS[given["reach"] or "board"]
    return " ".join((*words, stands))


def read_back_words(who: str, level: str, reason: str, change: str) -> tuple[str, ...]:
    """A view as it is read back to whoever gave it: who, the level held, why, what would change it.

    `level` is a label, or empty; so may be the other words.
    """
    holds = f"{who[:1].upper()}{who[1:]} would say {level or 'something else'}."
    quoted = (f'"{reason}"',) if reason else ()
    change_said = (f'What would change it: "{change}"',) if change else ()
    return (holds, *quoted, *change_said)


def _where(scene: Scene, act: DissentAct) -> tuple[tuple[Path, ...], str]:
    """The collections the entry may stand in, the one for this act first; and the item's title."""
    if act.id is not None:
        places = everywhere(scene, "dissent")
        held = [place for place in places if any(_fits(scene, place, act.id))]
        where = tuple(dict.fromkeys((*held, *places)))
        if not where:
            raise Refused("No dissent is kept yet.")
        return where, scene.framework.item(where[0][1]).title
    if act.item is None:
        raise Refused("Say which item the different view is about.")
    if not (act.from_ or act.level or act.reason or act.change or act.reach == "noted"):
        raise Refused("A different view needs a level, a reason, or whose it is.")
    path = rated_path(scene, act.item)
    return ((*path, "dissent"),), scene.framework.item(path[1]).title


def _fits(scene: Scene, place: Path, entry: str) -> list[str]:
    return [key for key in take(scene.state, place) if key.startswith(entry)]


def _settle_from(scene: Scene, given: dict[str, Any], *, is_new: bool) -> tuple[str, ...]:
    """Say whose view it is in the framework's words, and warn where that points at a person."""
    who = given["from"]
    if not who or who.casefold() == SOMEONE:
        if is_new or who is not None:
            given |= {"from": SOMEONE, "from_kind": "none"}
        return ()
    people = scene.state.people.values()
    if names_somebody(scene.state, who):
        raise Refused(_NEVER_BY_NAME)
    for group in known_groups(scene.state, scene.framework):
        label = group_label(scene.framework, group)
        if who.casefold() in {group.casefold(), label.casefold()}:
            given |= {"from": label, "from_kind": given["from_kind"] or "group"}
            return _warned(len(in_group(scene.state, group, scene.now)))
    given["from_kind"] = given["from_kind"] or "role"
    if is_part_of_a_name(scene.state, who) and not any(_has_role(one, who) for one in people):
        raise Refused(_NEVER_BY_NAME)
    return _warned(sum(_has_role(person, who) for person in people))


def _has_role(person: Person, who: str) -> bool:
    return (person.role or "").casefold() == who.casefold()


def small_group_warning(present: int) -> str | None:
    """The warning before a view is recorded for a group with so few people here, or None."""
    if not 1 <= present <= _FEW:
        return None
    people = "Only one person is" if present == 1 else f"Only {present} people here are"
    return f"{people} in this group, so their view could be recognised. Record it as a wider group?"


def _warned(present: int) -> tuple[str, ...]:
    warning = small_group_warning(present)
    return (warning,) if warning else ()
