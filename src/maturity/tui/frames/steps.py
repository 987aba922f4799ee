"""A screen of steps as its panes see it: what is in hand, and what they may ask of it."""

from abc import abstractmethod
from collections.abc import Callable

from maturity.tui.frames.session import SessionScreen
from maturity.tui.keeping import Keeper

__all__ = ["StepsScreen"]


class StepsScreen(SessionScreen):
    """The screen around the panes of the loop."""

    keeper: Keeper

    @property
    @abstractmethod
    def voters_here(self) -> int | None:
        """How many vote at this moment; None where nobody is on the register."""

    @abstractmethod
    def keep_soon(self, job: Callable[[], object]) -> None:
        """Commit what is being typed a moment after the last key; row 1 says so meanwhile."""

    @abstractmethod
    def rest(self) -> None:
        """Put the focus where every letter is a key."""

    @abstractmethod
    def draw_time(self) -> None:
        """Draw the line of time, and what to do now."""
