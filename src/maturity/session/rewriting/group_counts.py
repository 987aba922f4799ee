"""The counts of voice groups, taken out of a session wherever they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from maturity.session.events import Event
from maturity.session.fold import Folded
from maturity.session.state import ItemState, SessionState

__all__ = ["has_groups", "may_hold_groups", "without_groups", "without_groups_in"]

_GROUPS_OF_ROUND = 6
"""Parts in the path of one group's counts: kind, item, rounds, round, groups, group."""


def may_hold_groups(raw: bytes) -> bool:
    """Whether the bytes of a line or of a file may hold counts of a group."""
    return b"groups" in raw


def without_groups(event: Event) -> Event:
    """The line without counts of any group; the same line where it has none."""
    at = event.at
    if at[2:3] != ("rounds",):
        return event
    if len(at) == _GROUPS_OF_ROUND and at[4] == "groups":
        has_any = event.old is not None or event.new is not None
        return replace(event, old=None, new=None) if has_any else event
    old, new = _stripped(event.old), _stripped(event.new)
    return event if (old, new) == (event.old, event.new) else replace(event, old=old, new=new)


def _stripped(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {name: inner for name, inner in value.items() if name != "groups"}


def has_groups(states: Iterable[ItemState]) -> bool:
    """Whether any round of these items has counts of a group."""
    return any(kept.groups for item in states for kept in item.rounds.values())


def without_groups_in(folded: Folded) -> Folded:
    """The same session without counts of any group."""
    state = folded.state
    contested = {at: heads for at, heads in folded.contested.items() if at[4:5] != ("groups",)}
    new: SessionState = state.model_copy(
        update={"pillar": _items(state.pillar), "criterion": _items(state.criterion)}
    )
    return replace(folded, state=new, contested=MappingProxyType(contested))


def _items(items: Mapping[str, ItemState]) -> Mapping[str, ItemState]:
    return MappingProxyType({name: _item(item) for name, item in items.items()})


def _item(item: ItemState) -> ItemState:
    if not has_groups([item]):
        return item
    nothing: Mapping[str, Any] = MappingProxyType({})
    rounds = {name: one.model_copy(update={"groups": nothing}) for name, one in item.rounds.items()}
    return item.model_copy(update={"rounds": MappingProxyType(rounds)})
