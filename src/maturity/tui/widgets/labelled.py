"""A row of a form: the label, the field, and a word of advice beside it."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from maturity.tui import draw

__all__ = ["Labelled"]


class Labelled(Horizontal):
    """One field with its label; `advise` changes the words beside it."""

    def __init__(self, label: str, field: Widget, advice: str = "") -> None:
        """A row around a field."""
        super().__init__()
        self._label = label
        self._field = field
        self._advice = Static(draw.line(advice), markup=False, classes="advice")

    def compose(self) -> ComposeResult:
        """The three beside one another."""
        yield Static(draw.line(self._label), markup=False, classes="label")
        yield self._field
        yield self._advice

    def advise(self, words: str) -> None:
        """Change the words beside the field."""
        self._advice.update(draw.line(words))
