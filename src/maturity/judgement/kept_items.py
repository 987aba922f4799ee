"""Item views given again while the parts of the state that they rest on are the same values.

A vote changes one item; the views of the others need not be made again while a room waits. The
state is frozen and a change makes anew only what lies on its way, so identity tells what changed.
"""

from collections.abc import Callable, Iterator
from typing import Final

from maturity.framework import Framework
from maturity.judgement.view import ItemView
from maturity.session.state import ItemState, SessionState

__all__ = ["KeptItems"]

_OF_ONE_ITEM: Final = frozenset({"rounds", "notes", "dissent"})
"""What no item's view reads of another item; the rest of an item may show on every one."""

_BY_ITEM: Final = frozenset({"pillar", "criterion"})
_WHOLE: Final = tuple(name for name in SessionState.model_fields if name not in _BY_ITEM)
_SHARED: Final = tuple(name for name in ItemState.model_fields if name not in _OF_ONE_ITEM)


class KeptItems:
    """The item views of one audience, for one after the other of the states of a session."""

    def __init__(self) -> None:
        """No view is made yet."""
        self._shared: tuple[object, ...] = ()
        self._made: dict[str, tuple[object, ItemView]] = {}

    def turn_to(self, state: SessionState, framework: Framework) -> None:
        """Give views of this state from now on; forget all where a part they share is another."""
        shared = (framework, *_shared(state))
        if not _are_same(shared, self._shared):
            self._made.clear()
        self._shared = shared

    def view(self, item: str, kept: object, make: Callable[[], ItemView]) -> ItemView:
        """The view of an item: as it was made from this very value, or else made now."""
        before = self._made.get(item)
        if before is not None and before[0] is kept:
            return before[1]
        made = make()
        self._made[item] = (kept, made)
        return made


def _shared(state: SessionState) -> Iterator[object]:
    for name in _WHOLE:
        yield getattr(state, name)
    for items in (state.pillar, state.criterion):
        for name, kept in items.items():
            yield name
            for part in _SHARED:
                yield getattr(kept, part)


def _are_same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(
        one is other for one, other in zip(some, others, strict=True)
    )
