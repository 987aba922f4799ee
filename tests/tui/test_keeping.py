"""Words typed are committed soon, at every move, and not twice."""

from collections.abc import Callable
from functools import partial

from maturity.tui.keeping import Keeper


class Clock:
    """Timers that go off when the test says so."""

    def __init__(self) -> None:
        """No timer runs."""
        self.jobs: list[tuple[float, Callable[[], None]]] = []

    def __call__(self, seconds: float, job: Callable[[], None]) -> "Clock.Timer":
        self.jobs.append((seconds, job))
        return self.Timer(self, (seconds, job))

    def go_off(self, seconds: float) -> None:
        job = next(job for due, job in self.jobs if due == seconds)
        job()

    class Timer:
        """One of them."""

        def __init__(self, clock: "Clock", entry: tuple[float, Callable[[], None]]) -> None:
            """A timer of that clock."""
            self.clock, self.entry = clock, entry

        def stop(self) -> None:
            if self.entry in self.clock.jobs:
                self.clock.jobs.remove(self.entry)


def test_a_text_is_committed_after_the_last_key_once() -> None:
    clock, kept = Clock(), list[str]()
    keeper = Keeper(clock)
    keeper.soon(lambda: kept.append("a"))
    keeper.soon(lambda: kept.append("ab"))
    clock.go_off(0.8)
    assert kept == ["ab"]
    keeper.now()
    assert kept == ["ab"]
    assert clock.jobs == []


def test_steady_typing_is_committed_now_and_then() -> None:
    clock, kept = Clock(), list[str]()
    keeper = Keeper(clock)
    for letters in range(1, 9):
        keeper.soon(partial(kept.append, "x" * letters))
    assert sorted(seconds for seconds, _ in clock.jobs) == [0.8, 5.0]
    clock.go_off(5.0)
    assert kept == ["x" * 8]


def test_a_move_commits_at_once() -> None:
    clock, kept = Clock(), list[str]()
    keeper = Keeper(clock)
    keeper.soon(lambda: kept.append("half"))
    keeper.now()
    assert kept == ["half"]
    assert clock.jobs == []
