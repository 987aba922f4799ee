"""One workshop of seven pillars by keys in a terminal, and again by plain commands."""

import os
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the terminal is driven as Linux has it", allow_module_level=True)

from whole_workshop import MOST_KEYSTROKES, PILLARS, by_commands, by_terminal, keystrokes, told

try:
    for end in os.openpty():
        os.close(end)
except OSError:
    pytest.skip("this machine gives no terminals", allow_module_level=True)


@pytest.fixture(autouse=True)
def _own_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    # set by the workshop, taken back after the test
    for name in ("MATURITY_HOME", "MATURITY_SESSIONS"):
        monkeypatch.setenv(name, "")


def test_the_screen_and_the_commands_make_the_same_session(tmp_path: Path) -> None:
    by_commands(tmp_path / "commands")
    typed = told()
    by_terminal(tmp_path / "terminal")
    assert told() == typed


def test_a_pillar_that_is_voted_on_once_takes_thirty_keys_beside_the_prose() -> None:
    once = [pillar for pillar in PILLARS if len(pillar.rounds) == 1]
    assert any(pillar.dissent and len(pillar.shows) == 2 for pillar in once)
    assert max(map(keystrokes, once)) <= MOST_KEYSTROKES
