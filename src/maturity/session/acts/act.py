"""The one shape of an operation: a frozen typed input, and a pure function to changes.

An act's fields carry their own help, so the command line, the palette and the key help all say
the same. `None` means "not given"; an empty text clears what stands there.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from maturity.framework import Framework, NotKnown
from maturity.frozen import dataclass
from maturity.session.fold import Head
from maturity.session.kinds import BadValue, Path, plain, take, validated
from maturity.session.state import ItemState, SessionState
from maturity.text import CAP, clean, clean_line, inspect

__all__ = [
    "NOTHING_DIFFERENT",
    "ActSpec",
    "Change",
    "Outcome",
    "Refused",
    "Scene",
    "entry_outcome",
    "find_entry",
    "item_path",
    "item_state",
    "level_id",
    "line",
    "prose",
    "quoted",
    "rated_path",
    "register",
    "registers",
    "told",
]

NOTHING_DIFFERENT: Final = "Nothing was different."
"""What is said of an act that changes nothing."""


class Refused(ValueError):
    """The act cannot be done as asked; the sentence says why and what to do instead."""

    def __init__(self, sentence: str) -> None:
        """Say the sentence; what it repeats of the typed words is cleaned first."""
        super().__init__(inspect(sentence).text)


@dataclass(frozen=True, slots=True)
class Scene:
    """All that an act may know: the session, its framework, and the clock on the wall.

    `heads` has the events that last set each register.
    """

    state: SessionState
    framework: Framework
    now: datetime
    heads: Mapping[Path, tuple[Head, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Change:
    """One change to be recorded; the store adds who, when, and the value before."""

    op: str
    at: Path
    new: Any = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act comes to: its changes, one sentence saying so, and warnings beside it.

    `records` is the word the journal keeps for it, where that is another than its row's.
    """

    changes: tuple[Change, ...]
    said: str
    warnings: tuple[str, ...] = ()
    records: str = ""


@dataclass(frozen=True, slots=True)
class ActSpec:
    """A row of the act table: one operation as every face of the program offers it.

    `records` is the word the journal keeps for it; `example` the arguments after the session.
    """

    name: str
    title: str
    help: str
    example: str
    act: type
    outcome: Callable[[Scene, Any], Outcome]
    records: str


def told(
    help_sentence: str, default: Any = None, *, positional: bool = False, must: bool = True
) -> Any:
    """A field of an act with the sentence that explains it; optional unless positional.

    `must` says otherwise: a positional field with `must=False` may be left out.
    """
    facts = {"help": help_sentence, "positional": positional}
    if positional and default is None and must:
        return field(metadata=facts)
    return field(default=default, metadata=facts)


def line(raw: str | None) -> str | None:
    """One cleaned line; an empty one is kept empty, which clears."""
    return None if raw is None else clean_line(raw)


def prose(raw: str | None) -> str | None:
    """Cleaned text of any number of lines; an empty one is kept empty, which clears."""
    return None if raw is None else clean(raw)


def quoted(words: str) -> str:
    """The words of an excerpt as a session holds them; a row of a table may be longer than that."""
    return words if len(words) <= CAP else f"{words[: CAP - 1]}\N{HORIZONTAL ELLIPSIS}"


def item_path(scene: Scene, asked: str) -> Path:
    """The path of any pillar or criterion, by id, unique beginning or printed code.

    Raises `Refused` when the framework has no such item.
    """
    try:
        item = scene.framework.find_item(asked)
    except NotKnown as unknown:
        raise Refused(str(unknown)) from unknown
    return (scene.framework.kind_of(item.id), item.id)


def rated_path(scene: Scene, asked: str) -> Path:
    """The path of an item that this framework rates; raises `Refused` for any other."""
    path = item_path(scene, asked)
    rated = {item.id for item in scene.framework.items}
    may_judge = path[0] == "pillar" and scene.framework.meta.roll_up == "judgement"
    if path[1] in rated or may_judge:
        return path
    raise Refused(
        f'"{scene.framework.item(path[1]).title}" is not rated on its own in this framework. '
        "Use: maturity seen SESSION CRITERION LEVEL"
    )


def level_id(scene: Scene, path: Path, asked: str) -> str:
    """The id of a level of an item, by id, label or number from 1; raises `Refused`."""
    item = scene.framework.item(path[1])
    try:
        level = scene.framework.find_level(asked)
    except NotKnown as unknown:
        raise Refused(str(unknown)) from unknown
    if level.id not in scene.framework.levels_of(item):
        raise Refused(f"{item.title} has no level {level.label}.")
    return level.id


def item_state(scene: Scene, path: Path) -> ItemState:
    """What is recorded of an item so far."""
    found = take(scene.state, path)
    return found if isinstance(found, ItemState) else ItemState()


def register(scene: Scene, at: Path, new: Any) -> tuple[Change, ...]:
    """The change that sets a register, or nothing where it holds that value already."""
    new = None if new in ("", (), []) else plain(new)
    stands = take(scene.state, at)
    is_same = stands in (None, ()) if new is None else plain(stands) == _settled(at, new)
    return () if is_same else (Change("set", at, new),)


def _settled(at: Path, new: Any) -> Any:
    """A value as a session would hold it; one that it cannot hold is refused when recorded."""
    try:
        return plain(validated(at, new))
    except BadValue:
        return new


def registers(scene: Scene, under: Path, given: Mapping[str, Any]) -> tuple[Change, ...]:
    """The changes for every given value (not None) under one path."""
    changes: tuple[Change, ...] = ()
    for name, value in given.items():
        if value is not None:
            changes += register(scene, (*under, name), value)
    return changes


def find_entry(scene: Scene, collections: tuple[Path, ...], entry: str, noun: str) -> Path:
    """The path of an entry by its id or a unique beginning of it.

    Raises `Refused` when none or several fit.
    """
    found = [
        (*at, name)
        for at in collections
        for name in (take(scene.state, at) or {})
        if entry and name.startswith(entry)
    ]
    exact = [path for path in found if path[-1] == entry]
    if len(exact or found) == 1:
        return (exact or found)[0]
    problem = "No" if not found else "More than one"
    raise Refused(f'{problem} {noun} has the id "{entry}". maturity status SESSION lists them.')


def entry_outcome(
    scene: Scene,
    noun: str,
    where: tuple[Path, ...],
    given: Mapping[str, Any],
    *,
    entry: str | None,
    remove: bool,
    says: str,
) -> Outcome:
    """Add an entry, change the given fields of one, or take one out.

    `where` lists the collections an existing entry may stand in; a new one goes into the first.
    """
    if entry is None:
        if remove:
            raise Refused(f"Say which {noun} to remove: --id ID --remove.")
        fields = {name: plain(value) for name, value in given.items() if value not in (None, "")}
        return Outcome((Change("add", where[0], fields),), says)
    path = find_entry(scene, where, entry, noun)
    if remove:
        change = Change("retract", path[:-1], of=path[-1])
        return Outcome((change,), f"Removed the {noun}. Undo brings it back.")
    changes = registers(scene, path, given)
    return Outcome(changes, f"Changed the {noun}." if changes else NOTHING_DIFFERENT)
