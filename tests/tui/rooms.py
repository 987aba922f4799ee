"""The Room in a test: a session, keys pressed one after another, and what stands on the screen."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from builders import Ticking, a_typist, a_workshop
from maturity.judgement.view import Audience, ItemView
from maturity.laptop import Laptop
from maturity.session.acts.people import PersonAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.tui.screens.room import RoomScreen
from maturity.workshop import Workshop
from tui.screen_rows import NARROW, WIDE, screen_rows, screen_text

__all__ = [
    "NARROW",
    "WIDE",
    "Seen",
    "a_room",
    "everything_drawn",
    "press",
    "press_at_once",
    "type_at_once",
    "walk",
]

_ADDRESS = re.compile(r"0x[0-9a-f]+")

_NAMED = {
    " ": "space",
    ",": "comma",
    ".": "full_stop",
    "/": "slash",
    "@": "at",
    ">": "greater_than_sign",
    "'": "apostrophe",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "=": "equals_sign",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "?": "question_mark",
    "!": "exclamation_mark",
}
_SENT = {"enter": "\r", "tab": "\t", "space": " "}


def a_room(tmp_path: Path, voters: int = 0, folder: str = "northmere") -> Workshop:
    """An open session with so many voters in the room."""
    workshop = a_workshop(tmp_path, folder=folder)
    groups = ("families", "health", "council")
    for number in range(voters):
        workshop.do(PersonAct(f"Person {number}", group=groups[number % len(groups)]))
    return workshop


class Seen:
    """The Room as it stands: its rows as text, and the session behind it."""

    def __init__(self, app: MaturityApp, pilot: Pilot[int], workshop: Workshop) -> None:
        """What a test looks at."""
        self.app = app
        self.pilot = pilot
        self.workshop = workshop

    @property
    def screen(self) -> RoomScreen:
        """The Room."""
        screen = self.app.screen
        assert isinstance(screen, RoomScreen)
        return screen

    @property
    def rows(self) -> list[str]:
        """The rows of the screen."""
        return screen_rows(self.app)

    @property
    def text(self) -> str:
        """The whole screen, its wrapping undone."""
        return screen_text(self.app)

    def item(self, item: str = "one") -> ItemView:
        """An item as the facilitator may see it."""
        return self.workshop.view(Audience.FACILITATOR).item(item)


def everything_drawn(widget: Widget) -> str:
    """All the words that any widget under this one holds or would draw, without addresses."""
    held: list[str] = []
    for one in [widget, *widget.walk_children(Widget)]:
        held += [str(getattr(one, name, "")) for name in ("value", "text", "content", "tooltip")]
        held += [str(one.render()) if not one.children else "", repr(one)]
        held += [str(option.prompt) for option in getattr(one, "options", ())]
        held += [repr(value) for value in vars(one).values() if type(value) in {str, tuple}]
    return _ADDRESS.sub("", "\n".join(held))


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys; one that begins with " is typed letter by letter, as fast as it can be."""
    for key in keys:
        if key.startswith('"'):
            await type_at_once(pilot, key[1:])
        else:
            await pilot.press(key)


async def type_at_once(pilot: Pilot[int], text: str) -> None:
    """Type a text without waiting between its letters, and then for the screen to be still."""
    press_at_once(pilot, f'"{text}')
    await pilot.pause()
    await pilot.pause()


def press_at_once(pilot: Pilot[int], *keys: str) -> None:
    """Send keys faster than any of them is handled; one that begins with " is typed by letters."""
    for key in keys:
        for letter in key[1:] if key.startswith('"') else (key,):
            is_letter = len(letter) == 1
            sent = letter if is_letter else _SENT.get(letter)
            typed = events.Key(_NAMED.get(letter, letter), sent)
            typed.set_sender(pilot.app)
            pilot.app.post_message(typed)


def walk(
    workshop: Workshop,
    look: Callable[[Seen], Awaitable[None]],
    *keys: str,
    size: tuple[int, int] = WIDE,
) -> None:
    """Open the Room of a session, press keys, and look; the session is closed afterwards."""

    async def run() -> None:
        folder = workshop.folder.parent
        clock = Ticking()
        clock.now = datetime(2026, 3, 23, 9, 30, tzinfo=UTC)
        app = MaturityApp(Laptop(folder, "4fa1c2"), folder, a_typist(), clock, None)
        async with app.run_test(size=size) as pilot:
            app.begin(workshop, Place.ROOM)
            await pilot.pause()
            await press(pilot, *keys)
            # a panel is a worker that waits for the person, so only threads are waited for
            if threads := [worker for worker in app.workers if worker._thread_worker]:
                await app.workers.wait_for_complete(threads)
            await pilot.pause()
            await look(Seen(app, pilot, workshop))

    asyncio.run(run())
