"""Keys typed faster than they are handled: each one meets the screen the one before it left."""

from collections import deque
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

__all__ = ["COMMAND", "Handled", "KeysInOrder", "Met"]

COMMAND = "default"
"""The group of workers that carry out a command; keys wait for these, and for no others."""

_ROUNDS = 2
_LOOK_SECONDS = 0.01
_LONGEST_SECONDS = 3.0

_Typed = events.Key | events.Paste


class Handled(Message):
    """Follows a key up from the widget it was given to, and arrives once it is dealt with.

    It is sent again behind what the widget said because of the key ("submitted"), and behind what
    was said because of that: `rounds` is how many times it is still to come.
    """

    def __init__(self, rounds: int) -> None:
        """It comes so many times more."""
        super().__init__()
        self.rounds = rounds


class Met(Message):
    """Follows a screen that has come up, and arrives once that screen has its focus."""

    def __init__(self, screen: Screen[Any]) -> None:
        """It is this screen that has come up."""
        super().__init__()
        self.screen = screen


class KeysInOrder(App[int]):
    """An application that gives a key to whatever has the focus once the last key is done.

    By itself the framework aims all keys that wait at the widget in focus now: typed quickly,
    "n" and a line of text would run the letters of the line as commands. A key is done when the
    widget it went to has handled it, the command it began has ended or asks something, and the
    screen that this brought up has its focus. What is pasted waits its turn among the keys.
    """

    def __init__(self) -> None:
        """No key is in hand."""
        super().__init__()
        self.keys_pressed = 0
        self._in_hand: MessagePump | None = None
        self._mark: Handled | None = None
        self._meeting: Screen[Any] | None = None
        self._met: Screen[Any] | None = None
        self._waiting: deque[_Typed] = deque()
        self._looks = 0
        self._is_looking = False
        self._asking: dict[Worker[Any], Screen[Any] | str] = {}

    async def on_event(self, event: events.Event) -> None:
        """Hold what is typed back while something typed before it is in hand."""
        if not isinstance(event, _Typed) or event.is_forwarded:
            await super().on_event(event)
            return
        self.keys_pressed += 1
        if self._waiting or not self._is_free:
            self._wait(event)
        else:
            await self._give(event)

    async def push_screen_wait(self, screen: Screen[Any] | str, *, mode: str | None = None) -> Any:
        """Ask something, and give the answer; keys go to what asks. For workers alone."""
        worker = get_current_worker()
        self._asking[worker] = screen
        try:
            return await super().push_screen_wait(screen, mode=mode)
        finally:
            del self._asking[worker]

    def _wait(self, event: _Typed) -> None:
        self._waiting.append(event)
        self._look_soon()

    async def _give(self, event: _Typed) -> None:
        self._looks = 0
        self._in_hand = target = self.focused or self.screen
        await super().on_event(event)
        self._follow(target, _ROUNDS)

    def _follow(self, target: MessagePump, rounds: int) -> None:
        self._mark = Handled(rounds)
        if not target.post_message(self._mark):
            self._in_hand = None

    async def on_handled(self, event: Handled) -> None:
        """Give the next key where nothing stands in its way."""
        if event is not self._mark:
            return
        if event.rounds and self._in_hand is not None:
            self._follow(self._in_hand, event.rounds - 1)
        else:
            self._in_hand = None
        await self._go_on()

    async def on_met(self, event: Met) -> None:
        """Keys may go to this screen."""
        self._met = event.screen
        await self._go_on()

    async def _go_on(self) -> None:
        if self._waiting and self._is_free:
            await self._give(self._waiting.popleft())

    @property
    def _is_free(self) -> bool:
        if self._in_hand is not None or any(map(self._is_on_its_way, self.workers)):
            return False
        if self.screen is self._met:
            return True
        if self.screen is not self._meeting:
            self._meeting = self.screen
            self.screen.post_message(Met(self.screen))
        return False

    def _is_on_its_way(self, worker: Worker[Any]) -> bool:
        asks = self._asking.get(worker) in self.screen_stack
        return worker.group == COMMAND and not worker.is_finished and not asks

    def _look_soon(self) -> None:
        if self._waiting and not self._is_looking:
            self._is_looking = True
            self.set_timer(_LOOK_SECONDS, self._look)

    async def _look(self) -> None:
        """Go on where a widget with a key has gone away: it never says that it is done.

        What is only slow is waited for, since a disk may take its time; but not for ever.
        """
        self._is_looking = False
        self._looks += 1
        held = self._in_hand
        if held is not None and not (held.is_running and held.is_attached):
            self._in_hand = None
        if self._waiting and self._looks * _LOOK_SECONDS > _LONGEST_SECONDS:
            await self._give(self._waiting.popleft())
        else:
            await self._go_on()
        self._look_soon()
