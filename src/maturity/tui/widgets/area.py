"""A field of several lines; loaded apart, since the editor behind it is large."""

from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from maturity.text import inspect
from maturity.tui.messages import Gated
from maturity.tui.widgets.typed import Typed

__all__ = ["Area"]


class Area(Typed, TextArea):
    """A field of several lines, for one thought; `ctrl+enter` or Escape hands it over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.run('any.leave')", show=False)
    ]

    def __init__(self, text: str = "", **rest: Any) -> None:
        """An area that holds `text`."""
        super().__init__(inspect(text).text, soft_wrap=True, compact=True, **rest)

    async def _on_paste(self, event: events.Paste) -> None:
        found = inspect(event.text)
        event.stop()
        event.prevent_default()
        if result := self._replace_via_keyboard(found.text, *self.selection):
            self.move_cursor(result.end_location)
        if found.notice:
            self.post_message(Gated(found.notice))
