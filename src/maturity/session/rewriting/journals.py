"""Journals made anew with other values in their lines; ids, numbers and order stay.

An opening that was written in several parts becomes one file, under the name of the last part:
where parts differ the last one counts, so that no state in between loses a line.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from maturity.frozen import dataclass
from maturity.session.chain import line_up, part_of
from maturity.session.events import FIRST, Event, Parsed, chained, line_of, parse
from maturity.session.kinds import BadValue, kind_of
from maturity.session.rewriting.folder import Files, Step
from maturity.session.rewriting.walking import Change, rewritten
from maturity.session.unfinished import unfinished

__all__ = ["NewJournals", "Transform", "new_journals", "texts_changed"]

Transform = Callable[[Event], Event]
"""Gives the line that is to stand in the place of another; the same line where nothing differs."""


@dataclass(frozen=True, slots=True)
class NewJournals:
    """The lines of all journals as they shall be, the ids of those that differ, and the steps.

    `before` are the lines as they are.
    """

    before: tuple[Event, ...]
    events: tuple[Event, ...]
    changed: frozenset[str]
    steps: tuple[Step, ...]


def new_journals(
    files: Files, transform: Transform, is_cut_off: Callable[[bytes], bool]
) -> NewJournals:
    """The journals with each line transformed; those where nothing differs are left as they are.

    `is_cut_off` says whether bytes of a line that was never acknowledged have to go. A copy of
    every such line stands in recovered/. Where anything goes, the lines that tell of an opening
    lose the check value of all that stood there by then.
    """
    parsed = {name: parse(raw) for name, raw in files.within("journal").items()}
    row = line_up(parsed)
    new = {event.id: transform(event) for event in row.events}
    changed = frozenset(event.id for event in row.events if new[event.id] is not event)
    if changed or unfinished(row.events):
        # whoever has all the rest could try names, or counts, until the value fits
        transform = _also_unchecked(transform)
        new = {event.id: transform(event) for event in row.events}
    openings: dict[str, dict[str, Parsed]] = {}
    for name, one in parsed.items():
        for event in one.events:
            openings.setdefault(event.opening, {})[name] = one
    steps: list[Step] = []
    for opening, parts in openings.items():
        if any(_has_to_go(one, transform, is_cut_off) for one in parts.values()):
            lines = [new[event.id] for event in row.events if event.opening == opening]
            steps += _steps(files.folder, parts, _rechained(lines))
    without_lines = {name for name, one in parsed.items() if not one.events}
    steps += [
        Step(files.folder / name, None)
        for name in sorted(without_lines)
        if any(is_cut_off(problem.raw) for problem in parsed[name].problems)
    ]
    return NewJournals(row.events, tuple(new.values()), changed, tuple(steps))


def _also_unchecked(transform: Transform) -> Transform:
    def both(event: Event) -> Event:
        if event.op != "open" or "snapshot" not in event.details:
            return transform(event)
        kept = {name: value for name, value in event.details.items() if name != "snapshot"}
        return replace(event, details=MappingProxyType(kept))

    return both


def _has_to_go(parsed: Parsed, transform: Transform, is_cut_off: Callable[[bytes], bool]) -> bool:
    return any(transform(event) is not event for event in parsed.events) or any(
        is_cut_off(problem.raw) for problem in parsed.problems
    )


def _rechained(events: Iterable[Event]) -> bytes:
    lines: list[bytes] = []
    before = FIRST
    for event in sorted(events, key=lambda one: one.s):
        linked = chained(event, before)
        before = linked.h
        lines.append(line_of(linked) + b"\n")
    return b"".join(lines)


def _steps(folder: Path, parts: Mapping[str, Parsed], content: bytes) -> list[Step]:
    *earlier, last = sorted(parts, key=part_of)
    return [Step(folder / last, content), *(Step(folder / name, None) for name in earlier)]


def texts_changed(change: Change) -> Transform:
    """What changes the texts in the values of a line: before it and after it."""

    def transform(event: Event) -> Event:
        at, hint = _of(event)
        if hint is None:
            return event
        old, new = (rewritten(hint, value, change, at) for value in (event.old, event.new))
        same = (old, new) == (event.old, event.new)
        return event if same else replace(event, old=old, new=new)

    return transform


def _of(event: Event) -> tuple[tuple[str, ...], Any]:
    """The path of the values in a line, and their type; None for a line without any."""
    named = {"add": event.id, "retract": event.of, "restore": event.of}
    kind_at = event.at[:-1] if event.op == "import" else event.at
    try:
        hint = kind_of(kind_at).value
    except BadValue:
        return event.at, None
    at = (*event.at, named[event.op]) if event.op in named else event.at
    return tuple(str(part) for part in at), hint
