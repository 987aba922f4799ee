"""Words side by side, on as many rows as they need; a click tells which one was meant."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from maturity.frozen import dataclass
from maturity.tui import draw
from maturity.tui.widgets.box import Unscrolled

__all__ = ["Flow", "Spot", "spread"]


@dataclass(frozen=True, slots=True)
class Spot:
    """One of the words and where it stands: cells `start` to `end` of a row."""

    value: str
    text: str
    row: int
    start: int

    @property
    def end(self) -> int:
        """The first cell after it."""
        return self.start + draw.width(self.text)


def spread(words: Sequence[tuple[str, str]], width: int, gap: int) -> tuple[Spot, ...]:
    """Values with their words, each where it stands in rows of `width` cells.

    A word wider than a row stands on a row of its own.
    """
    spots: list[Spot] = []
    row = at = 0
    for value, text in words:
        long = draw.width(text)
        if at and at + long > width:
            row, at = row + 1, 0
        spots.append(Spot(value, text, row, at))
        at += long + gap
    return tuple(spots)


class Flow(Unscrolled, Widget):
    """Words side by side, drawn again whenever they are given."""

    GAP = 2

    class Picked(Message):
        """A word was clicked."""

        def __init__(self, flow: "Flow", value: str) -> None:
            """The value of the word in that flow."""
            super().__init__()
            self.flow = flow
            self.value = value

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 Textual's word
        """A flow without words."""
        super().__init__(id=id, classes=classes)
        self._words: tuple[tuple[str, str], ...] = ()

    def gap_in(self, width: int) -> int:
        """The cells between two words where a row has `width` of them."""
        del width
        return self.GAP

    def words(self, words: Sequence[tuple[str, str]]) -> None:
        """Show these values with their words."""
        kept = tuple(words)
        if kept == self._words:
            self.refresh()
            return
        rows = self._rows
        self._words = kept
        self.refresh(layout=self._rows != rows)

    def style_of(self, value: str) -> str:
        """The style in which a word is drawn; what it says never hangs on it."""
        del value
        return ""

    @property
    def _rows(self) -> int:
        spots = self._spots(self.size.width or 1)
        return spots[-1].row + 1 if spots else 0

    def _spots(self, width: int) -> tuple[Spot, ...]:
        return spread(self._words, width, self.gap_in(width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words need in so many cells."""
        del container, viewport
        spots = self._spots(width)
        return spots[-1].row + 1 if spots else 0

    def render(self) -> Content:
        """The words, row by row."""
        parts: list[draw.Part] = []
        row = at = 0
        for spot in self._spots(self.size.width):
            if spot.row != row:
                parts.append(Content("\n"))
                row, at = spot.row, 0
            parts += [" " * (spot.start - at), (spot.text, self.style_of(spot.value))]
            at = spot.end
        return draw.line(*parts)

    def on_click(self, event: events.Click) -> None:
        """Tell which word was clicked."""
        event.stop()
        for spot in self._spots(self.size.width):
            if spot.row == event.y and spot.start <= event.x < spot.end:
                self.post_message(self.Picked(self, spot.value))
