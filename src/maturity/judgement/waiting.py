"""Votes gathered before the sitting: unseen by the room until it comes to them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from maturity.judgement.view import Audience, Disclosed
from maturity.session.kinds import Path, put
from maturity.session.state import Round, SessionState

__all__ = ["revealed_to", "with_waiting"]

_READERS: Final = frozenset({Audience.BOARD, Audience.PUBLIC})


def revealed_to(state: SessionState, audience: Audience) -> SessionState:
    """The session without the rounds that wait to be revealed; a paper's readers wait for none.

    The facilitator waits with the room, whose screen may show what the facilitator's does.
    """
    if audience in _READERS:
        return state
    for path, _ in _waiting(state):
        state = put(state, path, None)
    return state


def with_waiting(view: Disclosed, state: SessionState) -> Disclosed:
    """The view with how many votes wait on each item, where it does not show their rounds."""
    if view.audience in _READERS:
        return view
    votes = {path[1]: sum(kept.tally.values()) for path, kept in _waiting(state)}
    items = tuple(
        replace(item, waiting=votes[item.id]) if item.id in votes else item for item in view.items
    )
    return replace(view, items=items) if votes else view


def _waiting(state: SessionState) -> Iterator[tuple[Path, Round]]:
    for kind, items in (("pillar", state.pillar), ("criterion", state.criterion)):
        for name, item in items.items():
            for entry, kept in item.rounds.items():
                if not kept.revealed:
                    yield (kind, name, "rounds", entry), kept
