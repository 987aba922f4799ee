"""One thing, large, with nothing private: for the wall."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from maturity.tui import draw
from maturity.tui.overlays.panel import Panel

__all__ = ["Large"]


class Large(Panel[None]):
    """Lines in the middle of the screen, with space around them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("z", "put_away", show=False)]

    def __init__(self, lines: tuple[str, ...]) -> None:
        """Show these public lines."""
        super().__init__("")
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines, an empty row between them."""
        spaced = [part for text in self._lines for part in (text, "")]
        with Vertical(id="panel"):
            yield Static(draw.para(*spaced), markup=False)
