"""How a test of the screens waits: until nothing is left to do, and no longer."""

import asyncio
from typing import Any

import pytest
from textual import app, pilot
from textual._context import active_app
from textual._wait import SLEEP_GRANULARITY, wait_for_idle

_LONGEST_SECONDS = 60
_QUIET_ROUNDS = 2


def _has_threads() -> bool:
    return any(
        worker._thread_worker and not worker.is_finished for worker in active_app.get().workers
    )


def _next_timer(loop: Any) -> float:
    whens: list[float] = [one.when() for one in loop._scheduled if not one.cancelled()]
    return min(whens, default=0)


async def until_quiet(min_sleep: float = SLEEP_GRANULARITY, max_sleep: float = 1) -> None:
    """Wait until no message is left, and no timer that rings in the next 20 ms.

    The framework's own wait looks at the processor instead, and sleeps for 20 ms whenever it looks:
    half of the time of these tests went by asleep, and a busy machine woke them too early. Only
    what happens in a thread is still waited for in that way.
    """
    loop: Any = asyncio.get_running_loop()
    began, quiet = loop.time(), 0
    while quiet < _QUIET_ROUNDS:
        await asyncio.sleep(0)
        rings, now = _next_timer(loop), loop.time()
        if loop._ready:
            quiet = 0
        elif _has_threads():
            await wait_for_idle(min_sleep, max_sleep)
            return
        elif now < rings < began + SLEEP_GRANULARITY:
            await asyncio.sleep(rings - now)
            quiet = 0
        else:
            quiet += 1
        if now > began + _LONGEST_SECONDS:
            pytest.fail("the screen never came to rest")


@pytest.fixture(autouse=True)
def _waits_until_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "wait_for_idle", until_quiet)
    monkeypatch.setattr(pilot, "wait_for_idle", until_quiet)
