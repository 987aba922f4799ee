"""What is loaded before it is needed: in quiet moments, a part at a time, and never under a key."""

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from maturity.tui.ahead import PARTS, PAUSE, Ahead
from maturity.tui.panes.pane import Pane
from tui.rooms import Seen, a_room, walk

SMALL = ("colorsys", "this_is_not_reached")


class Clock:
    """Keeps what is to be done later, until a test lets the time pass."""

    def __init__(self) -> None:
        """Nothing is to be done yet."""
        self.jobs: list[Callable[[], None]] = []

    def __call__(self, seconds: float, job: Callable[[], None]) -> "Clock":
        assert seconds == PAUSE
        self.jobs.append(job)
        return self

    def stop(self) -> None:
        """Nothing of a test is stopped."""

    def pass_by(self) -> None:
        self.jobs.pop(0)()


@pytest.fixture(autouse=True)
def _unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)


def test_a_quiet_moment_loads_one_part() -> None:
    clock = Clock()
    Ahead(clock, lambda: 0, SMALL).begin()
    assert "colorsys" not in sys.modules
    clock.pass_by()
    assert "colorsys" in sys.modules
    assert len(clock.jobs) == 1


def test_while_keys_are_pressed_nothing_is_loaded() -> None:
    clock, keys = Clock(), iter(range(10))
    Ahead(clock, lambda: next(keys), SMALL).begin()
    for _ in range(3):
        clock.pass_by()
    assert "colorsys" not in sys.modules
    assert len(clock.jobs) == 1


def test_after_the_last_part_it_rests() -> None:
    clock = Clock()
    Ahead(clock, lambda: 0, ("colorsys",)).begin()
    clock.pass_by()
    assert clock.jobs == []


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_there_to_be_loaded(part: str) -> None:
    assert find_spec(part) is not None


def test_the_room_loads_ahead_and_counts_its_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []

    def begin(self: Ahead) -> None:
        counts.append(self._keys())

    monkeypatch.setattr(Ahead, "begin", begin)

    async def look(seen: Seen) -> None:
        counts.append(seen.screen.program.keys_pressed)

    walk(a_room(tmp_path), look, "v", "t")
    assert counts == [0, 2]


def test_a_job_is_done_in_its_turn() -> None:
    clock, done = Clock(), list[str]()
    Ahead(clock, lambda: 0, ("colorsys", lambda: done.append("job"))).begin()
    clock.pass_by()
    assert not done
    clock.pass_by()
    assert done == ["job"]


def test_a_pane_that_is_made_ahead_is_put_away_until_its_step_is_shown(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        before = seen.text
        for key in "revtads":
            seen.screen._make(key)
        await seen.pilot.pause()
        assert seen.text == before
        assert len(seen.screen.query(Pane)) == 7
        for key in "dsv":
            await seen.pilot.press(key)
            shown = [pane.KEY for pane in seen.screen.query(Pane) if pane.display]
            assert shown == [key]

    walk(a_room(tmp_path, voters=12), look)


def test_a_step_may_be_asked_for_while_its_pane_is_being_made(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        seen.screen._make("d")
        await seen.pilot.press("d")
        assert "Does anyone want a different view recorded?" in seen.text

    walk(a_room(tmp_path, voters=12), look)
