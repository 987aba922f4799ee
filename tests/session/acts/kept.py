"""An act done on a state without a disk, as the store would do it."""

from itertools import count

from builders import a_scene
from maturity.session.acts.act import Change, Outcome
from maturity.session.acts.table import spec_of
from maturity.session.events import Event
from maturity.session.fold import Folded, fold
from maturity.session.state import SessionState

_NUMBERS = count(1)


def outcome(act: object, state: SessionState | None = None) -> Outcome:
    """What an act comes to."""
    return spec_of(act).outcome(a_scene(state), act)


def kept(act: object, state: SessionState | None = None) -> SessionState:
    """The state after an act."""
    changes = outcome(act, state).changes
    folded = fold(map(_event, changes), Folded(state or SessionState()))
    assert not folded.refused
    return folded.state


def done(*acts: object) -> SessionState:
    """The state after several acts."""
    state = SessionState()
    for act in acts:
        state = kept(act, state)
    return state


def _event(change: Change) -> Event:
    number = next(_NUMBERS)
    return Event(
        id=f"9d07be41.{number}",
        n=number,
        t="2026-03-23T09:30:00Z",
        by="Ash",
        dev="4fa1c2",
        act="test",
        op=change.op,
        at=change.at,
        new=change.new,
        of=change.of,
    )
