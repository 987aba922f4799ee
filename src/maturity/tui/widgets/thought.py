"""A field for one thought that may run over several rows; `enter` hands it over."""

from textual import events
from textual.message import Message

from maturity.tui.widgets.area import Area

__all__ = ["Thought"]


class Thought(Area):
    """An area in which `enter` hands the words over; pasted line ends stay."""

    class Given(Message):
        """The words are to be kept."""

        def __init__(self, thought: "Thought") -> None:
            """The field they were typed in."""
            super().__init__()
            self.thought = thought

        @property
        def control(self) -> "Thought":
            """The field they were typed in."""
            return self.thought

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Given(self))
        elif event.key == "tab":
            return
        else:
            await super()._on_key(event)
