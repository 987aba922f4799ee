"""`demo`, `run` and home: what is copied, and which screen is opened with what."""

import gc
import sys
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cli.conftest import Bench
from maturity.cli import main


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the screen was asked to open, in the place of the screen."""
    calls: list[tuple[Any, ...]] = []
    screen = ModuleType("maturity.tui")

    def run_room(folder: Path, laptop: Any) -> int:
        calls.append(("room", folder, laptop))
        return 0

    def run_home(laptop: Any, sessions: Path) -> int:
        calls.append(("home", sessions, laptop))
        return 0

    def run_practice(laptop: Any, sessions: Path) -> int:
        calls.append(("practice", sessions, laptop))
        return 0

    screen.__dict__.update(run_room=run_room, run_home=run_home, run_practice=run_practice)
    monkeypatch.setitem(sys.modules, "maturity.tui", screen)
    monkeypatch.setattr("maturity.cli.open._need_terminal", lambda: None)
    return calls


def test_a_command_collects_nothing_and_a_walk_of_hours_does(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    collects: list[bool] = []

    def look(*_: object) -> tuple[str, ...]:
        collects.append(gc.isenabled())
        return ()

    walked = ModuleType("maturity.cli.plain")
    walked.__dict__.update(walk=look)
    monkeypatch.setitem(sys.modules, "maturity.cli.plain", walked)
    monkeypatch.setenv("MATURITY_HOME", str(maturity.sessions / "settings"))
    monkeypatch.setattr("maturity.cli.status.status_lines", look)
    maturity("demo", "--no-open")
    for words in (("run", "--plain"), ("status",)):
        assert main([*words, str(maturity.sessions / "demo")]) == 0
        assert gc.isenabled()
    assert collects == [True, False]


def test_the_sample_is_copied_and_its_place_printed(maturity: Bench) -> None:
    ran = maturity("demo", "--no-open")
    assert (ran.status, ran.out, ran.err) == (0, f"{maturity.sessions / 'demo'}\n", "")
    assert "6 of 7 rated" in maturity("status", "demo").out


def test_a_copy_that_is_there_is_kept_and_that_is_said(maturity: Bench) -> None:
    maturity("demo", "--no-open")
    maturity("note", "demo", "families", "A line of my own.")
    ran = maturity("demo", "--no-open")
    assert ran.status == 0
    assert ran.err.startswith("The copy that is there already is used: ")
    assert "A line of my own." in maturity("status", "demo").out


def test_demo_opens_the_room_on_the_copy(maturity: Bench, opened: list[tuple[Any, ...]]) -> None:
    assert maturity("demo", "--dir", "practice").status == 0
    ((what, folder, laptop),) = opened
    assert (what, folder) == ("room", Path.cwd() / "practice")
    assert laptop.recent == (str(folder),)


def test_something_else_in_the_place_of_the_copy_is_left_alone(maturity: Bench) -> None:
    Path("letters").mkdir()
    Path("letters/one.txt").touch()
    ran = maturity("demo", "--no-open", "--dir", "letters")
    assert (ran.status, ran.err.splitlines()[0]) == (1, "letters holds something else.")


def test_run_opens_the_room_for_the_person_named(
    maturity: Bench, opened: list[tuple[Any, ...]]
) -> None:
    assert maturity("run", "northmere", "--by", "Bo").status == 0
    ((what, folder, laptop),) = opened
    assert (what, folder.name, laptop.typist) == ("room", "northmere", "Bo")
    assert maturity("run", "ghost").status == 1


def test_without_a_terminal_it_says_what_works_instead(maturity: Bench) -> None:
    for words in ((), ("run", "northmere"), ("demo",)):
        ran = maturity(*words)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith("The screen needs a terminal window.\n")
    assert maturity("status", "demo").status == 0


def test_no_command_opens_home(maturity: Bench, opened: list[tuple[Any, ...]]) -> None:
    assert maturity().status == 0
    ((what, sessions, _),) = opened
    assert (what, sessions) == ("home", maturity.sessions)


def test_a_practice_opens_on_the_screen_and_copies_nothing(
    maturity: Bench, opened: list[tuple[Any, ...]]
) -> None:
    assert maturity("demo", "--practice").status == 0
    ((what, folder, _laptop),) = opened
    assert (what, folder) == ("practice", maturity.sessions)
    assert not (maturity.sessions / "demo").exists()


def test_a_practice_can_be_walked_line_by_line_and_is_thrown_away(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.stdin", StringIO("y\nq\n"))
    ran = maturity("demo", "--practice", "--plain")
    assert ran.status == 0
    assert ran.out.startswith("PRACTICE - NOT KEPT. ")
    assert "Does everybody who comes to Northmere Hall find a welcome" in ran.out
    assert ran.out.endswith("The practice is thrown away.\n")
    assert "is kept" not in ran.out
    assert not list(tmp_path.glob("maturity-practice-*"))


@pytest.mark.parametrize("words", [("--practice", "--no-open"), ("--plain",)])
def test_a_practice_is_kept_nowhere(maturity: Bench, words: tuple[str, ...]) -> None:
    assert maturity("demo", *words).status == 1
