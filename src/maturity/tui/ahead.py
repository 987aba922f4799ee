"""Makes ready what the first keys would wait for, piece by piece, when nobody types."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from maturity.tui.keeping import Later

__all__ = ["PARTS", "PAUSE", "Ahead", "Part"]

Part = str | Callable[[], object]
"""A module to load, or a job to do."""

PAUSE: Final = 0.4
"""Seconds without a key before the next part is made ready, which takes some hundredths of one."""

PARTS: Final[tuple[Part, ...]] = (
    "maturity.session.acts.ratings",
    "maturity.session.acts.votes",
    "maturity.evidence.model",
    "maturity.session.acts.evidence",
    "maturity.session.acts.table",
    "maturity.tui.panes.vote",
    "maturity.tui.panes.agree",
    "maturity.tui.panes.evidence",
    "maturity.tui.panes.dissent",
    "maturity.tui.panes.talk",
    "maturity.tui.panes.next_steps",
    "maturity.tui.dialogs",
    "maturity.tui.overlays.read_back",
)
"""What the first vote of a sitting needs, the steps, what they ask; a part brings its own needs."""


class Ahead:
    """Goes through the parts once, a part at each quiet moment."""

    def __init__(
        self, later: Later, keys: Callable[[], int], parts: Sequence[Part] = PARTS
    ) -> None:
        """`keys` tells how many keys were pressed so far, and `later` is the only clock."""
        self._later = later
        self._keys = keys
        self._parts = list(parts)
        self._seen = 0

    def begin(self) -> None:
        """Make the first part ready once nobody has pressed a key for a moment."""
        self._seen = self._keys()
        self._later(PAUSE, self._look)

    def _look(self) -> None:
        if self._keys() == self._seen:
            part = self._parts.pop(0)
            import_module(part) if isinstance(part, str) else part()
        if self._parts:
            self.begin()
