"""Run a command line against a folder of sessions that no other test has."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from builders import TINY, Ticking, a_workshop
from maturity.cli.desk import Desk
from maturity.cli.start import run
from maturity.laptop import Laptop
from maturity.session.fs import Fs, RealFs


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


@dataclass
class Bench:
    """A laptop with an empty session called northmere, on which commands are run."""

    sessions: Path
    capture: pytest.CaptureFixture[str]
    clock: Ticking = field(default_factory=Ticking)
    fs: Fs = field(default_factory=RealFs)

    def __call__(self, *words: str) -> Ran:
        """Run one command line."""
        self.capture.readouterr()
        status = run(words, self.desk)
        return Ran(status, *self.capture.readouterr())

    @property
    def desk(self) -> Desk:
        """What a command works with."""
        laptop = Laptop(self.sessions.parent / "settings", "4fa1c2")
        return Desk(laptop, "Ash", self.sessions, self.clock, self.fs)

    def status(self) -> Any:
        """The session as `status --json` tells it."""
        return json.loads(self("status", "northmere", "--json").out)

    def item(self, name: str = "one") -> Any:
        """One item of it."""
        return next(item for item in self.status()["items"] if item["id"] == name)


@pytest.fixture
def maturity(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Bench:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MATURITY_HOME", str(tmp_path / "settings"))
    monkeypatch.setenv("MATURITY_SESSIONS", str(tmp_path / "sessions"))
    (tmp_path / "sessions").mkdir()
    (tmp_path / "tiny.toml").write_bytes(TINY)
    a_workshop(tmp_path / "sessions").close()
    return Bench(tmp_path / "sessions", capsys)
