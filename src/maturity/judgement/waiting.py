"""Votes gathered before the sitting: unseen by the room until it comes to them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from maturity.judgement.rounds import FEWEST_SHOWN
from maturity.judgement.view import Audience, Disclosed
from maturity.session.kinds import Path, put
from maturity.session.state import ItemState, Round, SessionState

__all__ = ["revealed_to", "with_waiting"]

_READERS: Final = frozenset({Audience.BOARD, Audience.PUBLIC})


def revealed_to(state: SessionState, audience: Audience) -> SessionState:
    """The session without the rounds that this audience is not to see yet.

    The facilitator waits with the room, whose screen may show what the facilitator's does. A
    paper's readers wait only until the room has met: a paper of that day or later must tell of
    votes that the room found no time for, and one written before must not tell the room.
    """
    for path, _ in _unseen(state, audience):
        state = put(state, path, None)
    return state


def with_waiting(view: Disclosed, state: SessionState) -> Disclosed:
    """The view with how many votes wait on each item, where it does not show their rounds.

    In public not where they are so few that no number of theirs is printed later either.
    """
    fewest = FEWEST_SHOWN if view.audience is Audience.PUBLIC else 1
    counted = ((path, sum(kept.tally.values())) for path, kept in _unseen(state, view.audience))
    votes = {path[1]: number for path, number in counted if number >= fewest}
    items = tuple(
        replace(item, waiting=votes[item.id]) if item.id in votes else item for item in view.items
    )
    return replace(view, items=items) if votes else view


def _unseen(state: SessionState, audience: Audience) -> tuple[tuple[Path, Round], ...]:
    waiting = tuple(_waiting(state))
    return () if waiting and audience in _READERS and _has_met(state) else waiting


def _waiting(state: SessionState) -> Iterator[tuple[Path, Round]]:
    for kind, items in (("pillar", state.pillar), ("criterion", state.criterion)):
        for name, item in items.items():
            for entry, kept in item.rounds.items():
                if not kept.revealed:
                    yield (kind, name, "rounds", entry), kept


def _has_met(state: SessionState) -> bool:
    """Whether the room has dealt with any item: nothing else is done by nobody but the room."""
    return any(
        _is_dealt_with(item) for items in (state.pillar, state.criterion) for item in items.values()
    )


def _is_dealt_with(item: ItemState) -> bool:
    if item.rating is not None or item.parked is not None:
        return True
    return any(kept.revealed for kept in item.rounds.values())
