"""Keys typed faster than they are handled: each one meets the screen the one before it left."""

from collections import deque

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

__all__ = ["Handled", "KeysInOrder"]

_LOOK_SECONDS = 0.05
_LONGEST_SECONDS = 3.0


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
        self._in_hand: MessagePump | None = None
        self._looks = 0
        self._waiting: deque[events.Key] = deque()

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back while another one is in hand."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._in_hand is not None:
            if not self._waiting:
                self._looks = 0
                self.set_timer(_LOOK_SECONDS, self._look)
            self._waiting.append(event)
            return
        target = self.focused or self.screen
        self._in_hand = target
        await super().on_event(event)
        if not target.post_message(Handled()):
            await self._go_on()

    async def on_handled(self) -> None:
        """Take the next key."""
        await self._go_on()

    async def _look(self) -> None:
        """Go on where the widget with the key has gone away: it never says that it is done.

        One that is only slow is waited for, since a disk may take its time; but not for ever.
        """
        if self._in_hand is None or not self._waiting:
            return
        self._looks += 1
        is_gone = not (self._in_hand.is_running and self._in_hand.is_attached)
        if is_gone or self._looks * _LOOK_SECONDS > _LONGEST_SECONDS:
            await self._go_on()
        else:
            self.set_timer(_LOOK_SECONDS, self._look)

    async def _go_on(self) -> None:
        self._in_hand = None
        if self._waiting:
            await self.on_event(self._waiting.popleft())
