"""How a test of the screens waits: until nothing is left to do, and no longer."""

import asyncio
from typing import Any

import pytest
from textual import app, pilot
from textual._context import active_app
from textual._wait import SLEEP_GRANULARITY, wait_for_idle

_LONGEST_SECONDS = 60
_QUIET_ROUNDS = 2
_MOST_RINGS = 5


def _has_threads(program: app.App[Any]) -> bool:
    return any(worker._thread_worker and not worker.is_finished for worker in program.workers)


def _draws(program: app.App[Any]) -> bool:
    """Draw what waits for the next of sixty moments a second, as a pause of the pilot does."""
    screens: list[Any] = [screen for screen in program.screen_stack if screen.is_running]
    waits = [screen for screen in screens if screen._update_timer._active.is_set()]
    for screen in waits:
        screen._on_timer_update()
    return bool(waits)


def _is_about_to_ring(timer: Any) -> bool:
    is_short = timer._interval <= SLEEP_GRANULARITY and timer.name != "screen_update"
    return is_short and timer._active.is_set() and not (timer._task is None or timer._task.done())


async def until_quiet(min_sleep: float = SLEEP_GRANULARITY, max_sleep: float = 1) -> None:
    """Wait until no message is left, all is drawn, and no timer of 20 ms or less is to ring.

    The framework's own wait looks at the processor instead, and sleeps for 20 ms whenever it looks:
    half of the time of these tests went by asleep, and a busy machine woke them too early. Only
    what happens in a thread is still waited for in that way.
    """
    loop: Any = asyncio.get_running_loop()
    program = active_app.get()
    end, quiet, rung = loop.time() + _LONGEST_SECONDS, 0, 0
    while quiet < _QUIET_ROUNDS:
        await asyncio.sleep(0)
        pumps = (program, *program.screen_stack)
        if loop._ready or _draws(program):
            quiet = 0
        elif _has_threads(program):
            await wait_for_idle(min_sleep, max_sleep)
            return
        elif rung < _MOST_RINGS and any(_is_about_to_ring(t) for p in pumps for t in p._timers):
            await asyncio.sleep(SLEEP_GRANULARITY / 2)
            quiet, rung = 0, rung + 1
        else:
            quiet += 1
        if loop.time() > end:
            pytest.fail("the screen never came to rest")


@pytest.fixture(autouse=True)
def _waits_until_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "wait_for_idle", until_quiet)
    monkeypatch.setattr(pilot, "wait_for_idle", until_quiet)
