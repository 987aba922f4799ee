"""Keys typed faster than they are handled: each one meets the screen the one before it left."""

from collections import deque

from textual import events
from textual.app import App
from textual.message import Message

__all__ = ["Handled", "KeysInOrder"]

_LONGEST_SECONDS = 0.3


class Handled(Message):
    """Follows a key up from the widget it was given to, and arrives once it is dealt with."""


class KeysInOrder(App[int]):
    """An application that gives a key to whatever has the focus once the last key is done.

    By itself the framework aims all keys that wait at the widget in focus now: typed quickly,
    "n" and a line of text would run the letters of the line as commands.
    """

    def __init__(self) -> None:
        """No key is in hand."""
        super().__init__()
        self._in_hand = False
        self._waiting: deque[events.Key] = deque()

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back while another one is in hand."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._in_hand:
            if not self._waiting:
                # a widget that goes away with a key in hand never says that it is done
                self.set_timer(_LONGEST_SECONDS, self._go_on)
            self._waiting.append(event)
            return
        target = self.focused or self.screen
        self._in_hand = True
        await super().on_event(event)
        self._in_hand = target.post_message(Handled())

    async def on_handled(self) -> None:
        """Take the next key."""
        await self._go_on()

    async def _go_on(self) -> None:
        self._in_hand = False
        if self._waiting:
            await self.on_event(self._waiting.popleft())
