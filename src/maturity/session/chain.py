"""The journals of a session put in a row: parts of one opening together, doubled lines once.

Each line names the check value of the line before it. A part that could not be written is never
written to again, so a line of it that was never acknowledged can stand beside the one that took
its place in a later part: the later part is what was acknowledged.
"""

from collections.abc import Iterable, Mapping

from maturity.frozen import dataclass
from maturity.session.events import FIRST, Event, Parsed

__all__ = ["Row", "line_up", "part_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """What the journals say together.

    `covered` is the last line of each opening's unbroken run. `broken` are openings with a line
    that follows on nothing here. `abandoned` pairs a file with lines that were given up in it.
    """

    events: tuple[Event, ...]
    covered: Mapping[str, int]
    broken: tuple[str, ...]
    abandoned: tuple[tuple[str, tuple[Event, ...]], ...]


def line_up(journals: Mapping[str, Parsed]) -> Row:
    """Put the lines of all journals, by file name, in a row. Never raises."""
    openings: dict[str, dict[str, tuple[Event, str]]] = {}
    for file in sorted(journals, key=part_of):
        for event in journals[file].events:
            openings.setdefault(event.opening, {}).setdefault(event.h, (event, file))
    events: list[Event] = []
    covered: dict[str, int] = {}
    broken: list[str] = []
    given_up: dict[str, list[Event]] = {}
    for opening, lines in openings.items():
        kept = _without_abandoned(lines.values())
        for h, (event, file) in lines.items():
            if h not in kept:
                given_up.setdefault(file, []).append(event)
        events += kept.values()
        covered[opening] = _run(kept.values())
        if any(event.s > covered[opening] for event in kept.values()):
            broken.append(opening)
    abandoned = tuple((file, tuple(cut)) for file, cut in given_up.items())
    return Row(tuple(events), covered, tuple(broken), abandoned)


def part_of(file: str) -> tuple[int, str]:
    """Where a journal stands among the parts of its opening."""
    number = file.removesuffix(".jsonl").rpartition("-")[2]
    return (int(number) if number.isdecimal() and len(number) < 10 else 0, file)  # noqa: PLR2004 digits of a part


def _without_abandoned(lines: Iterable[tuple[Event, str]]) -> dict[str, Event]:
    """Lines by check value, without those that a later part took the place of."""
    follower: dict[str, tuple[Event, str]] = {}
    gone: set[str] = set()
    lines = tuple(lines)
    for event, file in lines:
        before = follower.get(event.p)
        if before is not None and before[1] != file:
            gone.add(before[0].h)
        follower[event.p] = (event, file)
    for event, _ in lines:
        if event.p in gone:
            gone.add(event.h)
    return {event.h: event for event, _ in lines if event.h not in gone}


def _run(events: Iterable[Event]) -> int:
    """The last line up to which each one follows on another, from the first."""
    reached, last = {FIRST}, 0
    for event in sorted(events, key=lambda event: event.s):
        if event.p not in reached or event.s > last + 1:
            break
        reached.add(event.h)
        last = event.s
    return last
