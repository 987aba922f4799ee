"""Undo and redo: read off the record, and themselves recorded as inverse changes."""

from collections.abc import Container, Iterable, Sequence
from datetime import datetime

from maturity.frozen import dataclass
from maturity.session.acts.act import Change, Refused
from maturity.session.events import Event
from maturity.session.fold import Folded

__all__ = ["Stacks", "Step", "inverse", "stacks"]

_TYPING_SECONDS = 60
_NEVER = frozenset({"open", "import", "erase"})
_MADE_BY = frozenset({"new", "carry", "close"})
"""What making and closing a session record, which is not taken back step by step."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: the lines of an action, or of steady typing in one box."""

    events: tuple[Event, ...]

    @property
    def action(self) -> str:
        """The id by which the record names this step."""
        return self.events[-1].action


@dataclass(frozen=True, slots=True)
class Stacks:
    """What this laptop can undo and redo, the next one last."""

    undo: tuple[Step, ...]
    redo: tuple[Step, ...]


def stacks(events: Iterable[Event], device: str) -> Stacks:
    """Read the record of one laptop, in its own order: typed actions, undos of them, redos."""
    undo: list[Step] = []
    redo: list[Step] = []
    # journals are named by the clock, which may have run backwards between two of them
    own = sorted((event for event in events if event.dev == device), key=lambda one: one.order)
    for action in _actions(own):
        via = action[0].via[0] if action[0].via else ""
        if via == "undo" and undo:
            undo.pop()
            redo.append(Step(action))
        elif via == "redo" and redo:
            redo.pop()
            undo.append(Step(action))
        elif action[0].op not in _NEVER and action[0].act not in _MADE_BY:
            redo.clear()
            if undo and _is_typing(undo[-1], action):
                undo[-1] = Step((*undo[-1].events, *action))
            else:
                undo.append(Step(action))
    return Stacks(tuple(undo), tuple(redo))


def _actions(events: Iterable[Event]) -> list[tuple[Event, ...]]:
    actions: dict[str, list[Event]] = {}
    for event in events:
        actions.setdefault(event.action, []).append(event)
    return [tuple(lines) for lines in actions.values()]


def _is_typing(before: Step, action: Sequence[Event]) -> bool:
    """Whether an action carries on the typing of the step before: same box, person, minute."""
    last, first = before.events[-1], action[0]
    if len(action) != 1 or len({event.at for event in (*before.events, first)}) != 1:
        return False
    is_text = isinstance(first.new, str) and isinstance(last.new, str)
    if not is_text or first.op != "set" or first.via or last.via or first.by != last.by:
        return False
    apart = datetime.fromisoformat(first.t) - datetime.fromisoformat(last.t)
    return 0 <= apart.total_seconds() < _TYPING_SECONDS


def inverse(step: Step, folded: Folded, own: Container[str]) -> tuple[Change, ...]:
    """The changes that take a step back, last line first; `own` are the ids of this laptop.

    Raises `Refused` when another laptop changed the same thing since.
    """
    changes: dict[tuple[str, ...], Change] = {}
    for event in reversed(step.events):
        if event.op == "set":
            _refuse_if_changed(event, folded, own)
        change = _inverse_of(event)
        changes[(change.op if change.op == "set" else event.id, *change.at)] = change
    return tuple(changes.values())


def _refuse_if_changed(event: Event, folded: Folded, own: Container[str]) -> None:
    for head in folded.marks.get(event.at, ()):
        if head.id not in own:
            what = event.at[-1].replace("_", " ").capitalize()
            raise Refused(
                f"{what} of {event.at[-2]} was changed again at {head.t[11:16]} ({head.by}), "
                "so your earlier change stays."
            )


def _inverse_of(event: Event) -> Change:
    if event.op == "add":
        return Change("retract", event.at, of=event.id)
    if event.op == "retract":
        return Change("restore", event.at, new=event.old, of=event.of)
    if event.op == "restore":
        return Change("retract", event.at, of=event.of)
    return Change("set", event.at, new=event.old)
