"""Fields that people type and paste into; every text passes the gate on its way in."""

from typing import Any

from textual import events
from textual.widgets import Input

from maturity.text import Cleaning, inspect
from maturity.tui.messages import Gated
from maturity.tui.widgets.typed import Typed

__all__ = ["Field"]


def _as_one_line(raw: str) -> tuple[str, str]:
    """A pasted text as one line, and what to tell about it."""
    found = inspect(raw)
    lines = [line for line in found.text.split("\n") if line.strip()]
    joined = " ".join(line.strip() for line in lines) if len(lines) > 1 else "".join(lines)
    told = [f"Pasted {len(lines)} lines as one."] if len(lines) > 1 else []
    return joined.replace("\t", " "), " ".join([*told, *_taken_out(found)])


def _taken_out(found: Cleaning) -> list[str]:
    return [found.notice] if found.notice else []


class Field(Typed, Input):
    """A field of one line. `enter` hands its text over; Escape leaves it."""

    def __init__(self, value: str = "", *, hint: str = "", **rest: Any) -> None:
        """A field that holds `value`; `hint` stands in it while it is empty."""
        super().__init__(
            inspect(value).text, placeholder=hint, compact=True, select_on_focus=False, **rest
        )

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text, notice = _as_one_line(event.text)
        if text:
            self.replace(text, *self.selection)
        if notice:
            self.post_message(Gated(notice))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in place of another, cleaned first."""
        super().replace(inspect(text).text, start, end)

    def insert(self, text: str, index: int) -> None:
        """Put a text in, cleaned first."""
        super().insert(inspect(text).text, index)
