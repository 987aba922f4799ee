"""Events in, state out: the next state of a session is a fold of what was recorded.

Every register keeps its heads: the events that no later event has seen. Two heads with different
values are contested; the register is then left out of the state until people choose.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from maturity.frozen import dataclass
from maturity.session.events import Event
from maturity.session.kinds import (
    BadValue,
    Fresh,
    Path,
    copied,
    is_collection,
    kind_of,
    plain,
    put,
    take,
    validated,
)
from maturity.session.state import Pin, SessionState

__all__ = ["EMPTY", "Folded", "Head", "fold"]


@dataclass(frozen=True, slots=True)
class Head:
    """An event that set a register and that no later event of that register has seen."""

    id: str
    t: str
    by: str
    value: Any = None
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """A state, and what is needed to fold further events into it.

    `marks` are the heads of each register; `removed` the entries taken out, by id, with their
    last value; `contested` the registers whose heads differ; `refused` the ids of events that
    no session can hold, with the reason.
    """

    state: SessionState = field(default_factory=SessionState)
    marks: Mapping[Path, tuple[Head, ...]] = field(default_factory=lambda: MappingProxyType({}))
    removed: Mapping[str, tuple[Path, Any]] = field(default_factory=lambda: MappingProxyType({}))
    contested: Mapping[Path, tuple[Head, ...]] = field(default_factory=lambda: MappingProxyType({}))
    refused: tuple[tuple[str, str], ...] = ()
    n: int = 0
    at: str = ""


EMPTY = Folded()


@dataclass(slots=True)
class _Work:
    """The state on its way; lives only inside one call of `fold`."""

    state: SessionState
    marks: dict[Path, tuple[Head, ...]]
    removed: dict[str, tuple[Path, Any]]
    contested: dict[Path, tuple[Head, ...]]
    refused: list[tuple[str, str]]
    fresh: Fresh

    def put(self, at: Path, value: Any) -> None:
        self.state = put(self.state, at, value, self.fresh)


def fold(events: Iterable[Event], base: Folded = EMPTY) -> Folded:
    """`base` with `events` folded in, in their order (number, then opening), each id once.

    Never raises: an event that no session can hold is listed in `refused` and changes nothing.
    """
    work = _Work(
        base.state,
        copied(base.marks),
        copied(base.removed),
        copied(base.contested),
        [*base.refused],
        Fresh(),
    )
    n, at, known = base.n, base.at, set[str]()
    for event in sorted(events, key=lambda event: event.order):
        if event.id in known:
            continue
        known.add(event.id)
        try:
            _STEPS[event.op](work, event)
        except BadValue as problem:
            work.refused.append((event.id, str(problem)))
        n, at = max(n, event.n), max(at, event.t)
    return Folded(
        work.state,
        MappingProxyType(work.marks),
        MappingProxyType(work.removed),
        MappingProxyType(work.contested),
        tuple(work.refused),
        n,
        at,
    )


def _open(work: _Work, event: Event) -> None:
    fingerprint = event.details.get("framework")
    if isinstance(fingerprint, str) and not work.state.framework.fingerprint:
        try:
            pin = Pin(
                id=str(event.details.get("framework_id", "")),
                version=str(event.details.get("framework_version", "")),
                fingerprint=fingerprint,
            )
        except ValueError as error:
            raise BadValue("the framework it names cannot be one") from error
        work.state = work.state.model_copy(update={"framework": pin})


def _set(work: _Work, event: Event) -> None:
    _need_shape(event.at, "register")
    _need_entries(work, event.at)
    _mark(work, event, validated(event.at, event.new))


def _need_shape(at: Path, shape: str) -> None:
    if kind_of(at).shape != shape:
        raise BadValue(f"{'/'.join(at)} does not take such a change.")


def _need_entries(work: _Work, at: Path) -> None:
    """Refuse a change inside an entry that is not there: taken out, or its line was lost."""
    for length in range(1, len(at) - 1):
        if is_collection(at[:length]) and take(work.state, at[: length + 1]) is None:
            raise BadValue(f"{'/'.join(at[: length + 1])} is not there to be changed.")


def _mark(work: _Work, event: Event, value: Any) -> None:
    unseen = [head for head in work.marks.get(event.at, ()) if head.id not in event.sees]
    heads = (*unseen, Head(event.id, event.t, event.by, plain(value), event.room))
    work.marks[event.at] = heads
    if any(head.value != heads[-1].value for head in unseen):
        work.contested[event.at] = heads
        value = None
    else:
        work.contested.pop(event.at, None)
    work.put(event.at, value)


def _add(work: _Work, event: Event) -> None:
    _need_shape(event.at, "entry")
    _need_entries(work, (*event.at, event.id))
    work.put((*event.at, event.id), validated(event.at, event.new))


def _import(work: _Work, event: Event) -> None:
    _need_shape(event.at[:-1], "entry")
    work.put(event.at, validated(event.at[:-1], event.new))


def _retract(work: _Work, event: Event) -> None:
    _need_shape(event.at, "entry")
    path = (*event.at, str(event.of))
    entry = take(work.state, path)
    if entry is not None:
        work.removed[str(event.of)] = (path, entry)
        work.put(path, None)


def _restore(work: _Work, event: Event) -> None:
    _need_shape(event.at, "entry")
    _need_entries(work, (*event.at, str(event.of)))
    path, entry = work.removed.pop(str(event.of), ((*event.at, str(event.of)), None))
    if entry is None:
        entry = validated(event.at, event.new)
    work.put(path, entry)


def _erase(_work: _Work, _event: Event) -> None:
    """An erase line tells what was taken out of other lines; it changes no state itself."""


_STEPS = {
    "open": _open,
    "set": _set,
    "add": _add,
    "import": _import,
    "retract": _retract,
    "restore": _restore,
    "erase": _erase,
}
