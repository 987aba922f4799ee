"""The program as its screens see it: what this laptop keeps, and the way to another screen."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from textual.filter import LineFilter

from maturity.laptop import Laptop
from maturity.session.store import Typist
from maturity.tui.keys_in_order import KeysInOrder
from maturity.tui.places import Place
from maturity.workshop import Workshop

__all__ = ["Clock", "Program"]

Clock = Callable[[], datetime]
"""The time now, with its zone."""


class Program(KeysInOrder):
    """What a screen may know of the program around it, and ask of it."""

    laptop: Laptop
    sessions: Path
    typist: Typist
    clock: Clock
    drawable: LineFilter | None = None
    """What stands in for lines where the terminal cannot draw them."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line passes on its way to the terminal."""
        filters = super().get_line_filters()
        return filters if self.drawable is None else (*filters, self.drawable)

    @abstractmethod
    def begin(
        self, workshop: Workshop, place: Place | None = None, *, to_read: bool = False
    ) -> None:
        """Go into a session, to `place` or to where it was last left."""

    @abstractmethod
    def go_to(self, place: Place) -> None:
        """Show another screen; whatever was private hides."""

    @abstractmethod
    def practise(self, room: Sequence[str] = ()) -> None:
        """Begin a practice; `room` has the voice group of each voter here, if anybody is.

        The session in hand waits. Raises `OSError`.
        """

    @abstractmethod
    def end_practice(self) -> None:
        """Throw the practice away, and go back to the session that waits, or home."""

    @abstractmethod
    def snapshot_soon(self) -> None:
        """Bring the readable file of the session up to date once nothing happens for a while."""
