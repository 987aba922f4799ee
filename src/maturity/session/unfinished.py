"""What was begun and cut off: words being taken out of the record, and its closing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from maturity.session.events import Event

__all__ = [
    "FINISH",
    "LINKED_ONLY",
    "is_finish",
    "is_of_linked",
    "said_of",
    "unfinished",
    "without_rewritten",
]

FINISH = "finish"
"""The first word of `via` in the line that says what was begun is done."""

LINKED_ONLY = "linked_only"
"""The name, in the line that says a closing was begun, of whether only linked excerpts stay."""

_SAID = {
    "close": "Closing this session was begun at {at} ({by}) and cut off. It is not all done. "
    "Run it again: maturity close SESSION{linked}",
    "erase": "Taking words out was begun at {at} ({by}) and cut off. They may still stand in some "
    "files. Run it again with the same words: maturity erase SESSION",
}


def unfinished(events: Iterable[Event]) -> tuple[Event, ...]:
    """The first line of every rewriting that no later line calls finished, oldest first."""
    begun: dict[str, Event] = {}
    finished: set[str] = set()
    for event in events:
        if event.op != "erase":
            continue
        if is_finish(event):
            finished.update(event.via[1:])
        else:
            begun.setdefault(event.action, event)
    left = (event for action, event in begun.items() if action not in finished)
    return tuple(sorted(left, key=lambda event: event.order))


def is_finish(event: Event) -> bool:
    """Whether a line only says that what was begun is done."""
    return event.op == "erase" and event.via[:1] == (FINISH,)


def said_of(event: Event) -> str:
    """What the next opening says of it."""
    at = event.t.replace("T", " ").removesuffix("Z")[:16]
    said = _SAID["close" if event.act == "close" else "erase"]
    linked = " --linked-only" if is_of_linked(event) else ""
    return said.format(at=f"{at} UTC", by=event.by, linked=linked)


def is_of_linked(event: Event) -> bool:
    """Whether it was begun to keep linked excerpts alone."""
    return isinstance(event.new, Mapping) and event.new.get(LINKED_ONLY) is True


def without_rewritten(given_up: Sequence[Event], kept: Iterable[Event]) -> tuple[Event, ...]:
    """Of lines that a later part took the place of, those that were never acknowledged.

    The others stand in the record: made anew, for words to be taken out of a line before them or
    of themselves, and their first writing was not taken away before the machine stopped.
    """
    kept = tuple(kept)
    named = {name for event in kept if event.op == "erase" for name in (event.of or "").split()}
    if not named:
        return tuple(given_up)
    bodies = {event.id: replace(event, p="", h="") for event in kept}
    return tuple(
        event
        for event in given_up
        if event.id not in named and replace(event, p="", h="") != bodies.get(event.id)
    )
