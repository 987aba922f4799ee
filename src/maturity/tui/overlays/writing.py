"""A text of several lines on a panel of its own."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button, Static

from maturity.tui import draw
from maturity.tui.overlays.panel import Panel
from maturity.tui.widgets.area import Area

__all__ = ["Writing"]


class Writing(Panel[str]):
    """Gives the text; Escape keeps it too, as in every field of the Room."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+enter", "keep", show=False)]

    def __init__(self, title: str, text: str, advice: str) -> None:
        """A panel that starts from a text."""
        super().__init__(title)
        self._text = text
        self._advice = advice

    def body(self) -> ComposeResult:
        """The advice, the area, and the button."""
        yield Static(draw.para(self._advice), markup=False)
        yield Area(self._text)
        yield Button(draw.line("Keep it"), compact=True)
        keys = "escape keeps it   enter begins a new line   u takes it back after"
        yield Static(draw.line(keys), markup=False, classes="keys")

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        area = self.query_one(Area)
        area.focus()
        area.move_cursor(area.document.end)

    @on(Button.Pressed)
    def action_keep(self) -> None:
        """Hand the text over."""
        self.dismiss(self.query_one(Area).text)

    def action_put_away(self) -> None:
        """Hand the text over: no word is lost by a slip."""
        self.action_keep()
