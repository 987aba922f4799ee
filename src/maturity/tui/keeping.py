"""Words typed are kept without being asked: soon after the last key, and at every move."""

from collections.abc import Callable
from typing import Protocol

__all__ = ["Keeper", "Later"]

SOON = 0.8
"""Seconds after the last key when a text is committed."""

STEADY = 5.0
"""Seconds of steady typing after which it is committed all the same."""


class _Stopped(Protocol):
    def stop(self) -> None: ...


Later = Callable[[float, Callable[[], None]], _Stopped]
"""Runs a job after so many seconds, unless it is stopped before."""


class Keeper:
    """Holds one job at a time: to commit what is in the field that has the focus."""

    def __init__(self, later: Later) -> None:
        """Nothing waits yet; `later` is the only clock."""
        self._later = later
        self._job: Callable[[], object] | None = None
        self._timers: dict[float, _Stopped] = {}

    @property
    def waits(self) -> bool:
        """Whether something typed is not committed yet."""
        return self._job is not None

    def soon(self, job: Callable[[], object]) -> None:
        """Do the job a moment after the last call, and now and then during steady typing."""
        self._job = job
        if SOON in self._timers:
            self._timers.pop(SOON).stop()
        self._timers[SOON] = self._later(SOON, self.now)
        if STEADY not in self._timers:
            self._timers[STEADY] = self._later(STEADY, self.now)

    def now(self) -> None:
        """Do the job that waits, if one does."""
        job, self._job = self._job, None
        for timer in self._timers.values():
            timer.stop()
        self._timers.clear()
        if job is not None:
            job()
