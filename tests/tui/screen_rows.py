"""The screens in a test: the program over a folder, keys pressed, the rows as plain text."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import ModalScreen

from builders import Ticking, a_typist
from maturity.laptop import Laptop
from maturity.tui.app import MaturityApp
from maturity.tui.frames.base import BaseScreen
from maturity.tui.places import Place
from maturity.workshop import Workshop

__all__ = [
    "NARROW",
    "WIDE",
    "Look",
    "drive",
    "press",
    "press_until",
    "screen_rows",
    "screen_text",
]

NARROW, WIDE = (80, 24), (120, 40)

Look = Callable[[MaturityApp, Pilot[int]], Awaitable[None]]
"""What a test does once the screen stands."""


def screen_rows(app: MaturityApp) -> list[str]:
    """The rows of the screen as plain text."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def screen_text(app: MaturityApp) -> str:
    """The whole screen in one line, its wrapping undone."""
    return " ".join(" ".join(screen_rows(app)).split())


async def _settle(app: MaturityApp, pilot: Pilot[int]) -> None:
    """Wait until the screen that was asked for stands, and every thread has answered."""
    for _ in range(100):
        await pilot.pause()
        if isinstance(app.screen, BaseScreen | ModalScreen) and any(screen_rows(app)):
            break
    # a dialog is a worker that waits for the person, so only threads are waited for
    threads = [worker for worker in app.workers if worker._thread_worker]
    if threads:
        await app.workers.wait_for_complete(threads)
    await pilot.pause()


async def press(app: MaturityApp, pilot: Pilot[int], *keys: str) -> None:
    """Press keys; one that begins with " is pasted, as it stands, into what has the focus."""
    await _settle(app, pilot)
    for key in keys:
        if key.startswith('"'):
            app.screen.post_message(events.Paste(key[1:]))
            await pilot.pause()
        else:
            await pilot.press(key)
        await _settle(app, pilot)


async def press_until(app: MaturityApp, pilot: Pilot[int], key: str, said: str) -> None:
    """Press a key until the screen says this; it fails where fifty presses do not bring it."""
    for _ in range(50):
        if said in screen_text(app):
            return
        await press(app, pilot, key)
    pytest.fail(f"{key} did not bring {said!r}: {screen_text(app)}")


def drive(
    folder: Path,
    look: Look,
    *keys: str,
    workshop: Workshop | None = None,
    place: Place = Place.HOME,
    size: tuple[int, int] = WIDE,
    notices: bool = False,
) -> None:
    """Open the program over a folder, or a session at a place, press keys, and look.

    With `notices` what is said for five seconds is drawn too.
    """

    async def run() -> None:
        laptop = Laptop(folder / "settings", "4fa1c2")
        app = MaturityApp(laptop, folder, a_typist("aa07be41"), Ticking(), None)
        async with app.run_test(size=size, notifications=notices) as pilot:
            if workshop is not None:
                app.begin(workshop, place)
            await press(app, pilot, *keys)
            await look(app, pilot)
        app.end_sitting()

    asyncio.run(run())
