"""What every panel over a screen shares: a title, and Escape puts it away."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from maturity.tui import draw
from maturity.tui.small_window import TOO_SMALL, SmallWindow

__all__ = ["Panel", "TextPanel"]

_T = TypeVar("_T")


class Panel(ModalScreen[_T | None], SmallWindow[_T | None], Generic[_T]):
    """A panel with a title; it gives a value, or None where it was put away.

    In a window too small to show it, nothing of it can be done but to put it away.
    """

    CSS_PATH = "panel.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "put_away", show=False)]

    def __init__(self, title: str) -> None:
        """A panel with this title."""
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The title over the body."""
        yield Static(draw.para(TOO_SMALL), id="small", markup=False)
        with Vertical(id="panel"):
            yield Static(draw.line((self._title, "bold $accent")), markup=False, id="title")
            yield from self.body()

    def body(self) -> ComposeResult:
        """What stands under the title."""
        yield from ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what would act on what nobody can see."""
        if self.is_too_small and action != "put_away":
            return False
        return super().check_action(action, parameters)

    def action_put_away(self) -> None:
        """Put the panel away."""
        self.dismiss(None)


class TextPanel(Panel[None]):
    """A panel of text, scrolled with the arrow keys."""

    def __init__(self, title: str, *lines: draw.Part) -> None:
        """A panel with these lines."""
        super().__init__(title)
        self._lines = lines

    def body(self) -> ComposeResult:
        """The lines, and how to put the panel away."""
        with VerticalScroll(id="text"):
            yield Static(draw.para(*self._lines), markup=False)
        yield Static(draw.line("escape puts this away"), markup=False, classes="keys")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#text").focus()
