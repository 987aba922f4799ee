"""Item views given again while the parts of the state that they rest on are the same values.

A vote or a rating changes one item; the views of the others need not be made again while a room
waits. The state is frozen and a change makes anew only what lies on its way, so identity tells
what changed.
"""

from collections.abc import Callable
from typing import Final

from maturity.judgement.context import Around
from maturity.judgement.view import ItemView
from maturity.session.state import SessionState

__all__ = ["KeptItems"]

_BY_ITEM: Final = frozenset({"pillar", "criterion", "actions", "kloes"})
"""What an item has its own part of; of the parts of others `Around` knows what may show on it."""

_WHOLE: Final = tuple(name for name in SessionState.model_fields if name not in _BY_ITEM)


class KeptItems:
    """The item views of one audience, for one after the other of the states of a session."""

    def __init__(self) -> None:
        """No view is made yet."""
        self._whole: tuple[object, ...] = ()
        self._of_others: tuple[object, ...] = ()
        self._made: dict[str, tuple[tuple[object, ...], ItemView]] = {}

    def turn_to(self, around: Around) -> None:
        """Give views of this state from now on; forget all where a part they share is another."""
        whole = (around.framework, *(getattr(around.state, name) for name in _WHOLE))
        if not _are_same(whole, self._whole) or around.of_others != self._of_others:
            self._made.clear()
        self._whole, self._of_others = whole, around.of_others

    def view(self, item: str, own: tuple[object, ...], make: Callable[[], ItemView]) -> ItemView:
        """The view of an item: as it was made from these very values, or else made now."""
        before = self._made.get(item)
        if before is not None and _are_same(before[0], own):
            return before[1]
        made = make()
        self._made[item] = (own, made)
        return made


def _are_same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(
        one is other for one, other in zip(some, others, strict=True)
    )
