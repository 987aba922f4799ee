"""The seven steps of an item side by side, each with its key and what it holds."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from maturity.judgement.view import ItemView
from maturity.steps import Step
from maturity.tui import draw
from maturity.tui.widgets.flow import Flow

__all__ = ["StepStrip", "held_by"]

_WIDE = 100


class StepStrip(Flow, can_focus=True):
    """The steps; the one in hand stands in brackets. Focus rests here, so every key works."""

    HELP = "The seven steps of this item. Take them in any order; space goes to the next."

    class Entered(Message):
        """`enter` was pressed: go into the step."""

    def __init__(self) -> None:
        """A strip that shows nothing yet."""
        super().__init__(id="steps")
        self._current = ""

    def show(
        self,
        steps: Sequence[Step],
        item: ItemView,
        current: str,
        *,
        extra: str = "",
        waits: bool = False,
    ) -> None:
        """Draw the steps of an item; `extra` is how many things the last one holds beside its own.

        With `waits` a different view on it was typed and is not kept.
        """
        self._current = current
        wide = self.app.size.width >= _WIDE
        words = [
            (step.key, _named(step, held, current, wide=wide))
            for step, held in held_by(steps, item, extra, waits=waits)
        ]
        self.words(words)

    def gap_in(self, width: int) -> int:
        """Two cells, or one where all steps fit in a row only so."""
        # asked at each drawing: when the steps are first named the strip has no width yet
        long = sum(draw.width(word) for _, word in self._words)
        gaps = len(self._words) - 1
        return 1 if long + gaps <= width < long + 2 * gaps else 2

    def on_key(self, event: events.Key) -> None:
        """`enter` goes into the step; every other key is the screen's."""
        if event.key == "enter":
            event.stop()
            self.post_message(self.Entered())

    def style_of(self, value: str) -> str:
        """The step in hand is bold."""
        return "bold $accent" if value == self._current else ""


def held_by(
    steps: Sequence[Step], item: ItemView, extra: str, *, waits: bool = False
) -> list[tuple[Step, str]]:
    """What each step holds; the last one counts `extra` to what it holds of its own.

    `!` stands at Dissent where a view waits to be kept.
    """
    held = [(step, "!" if waits and step.key == "d" else step.holds(item)) for step in steps]
    if held and extra:
        step, own = held[-1]
        held[-1] = (step, str(int(extra) + int(own)) if own.isdecimal() else extra)
    return held


def _named(step: Step, held: str, current: str, *, wide: bool) -> str:
    is_current = step.key == current
    # where there is no room for seven words the step in hand has its own: the rest are letters
    if wide or is_current:
        said = " ".join(word for word in (step.key, step.name, held) if word)
        return f"[{said}]" if is_current else said
    return f"{step.key}{held}"
