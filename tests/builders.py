"""What tests build on: a tiny framework, a clock that ticks, and a session in a folder."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from maturity.framework import Framework, parse
from maturity.session.acts.act import Scene
from maturity.session.fs import Fs
from maturity.session.state import SessionState
from maturity.session.store import Typist
from maturity.workshop import NewSession, Workshop

TINY = b"""
[framework]
format = 1
id = "tiny"
title = "A tiny framework"
version = "1.0"
origin = "own"
notice = "Our own wording, for tests."
rate = "pillars"
levels = ["low", "middle", "high"]

[level.low]
label = "Low"
[level.middle]
label = "Middle"
[level.high]
label = "High"

[voice]
families = { label = "Families", core = true, families = true, wider = "Someone from a family" }
health = { label = "Health" }
council = { label = "Council" }
watchers = { label = "Watchers", votes = false }

[pillar.one]
title = "First things"
code = "1"
short = "First"
question = "How well do we do the first things?"
level.low = "Now and then."
level.middle = "Mostly."
level.high = "Always."
may_not_apply = true

[pillar.two]
title = "Second things"
code = "2"
question = "How well do we do the second things?"
level.low = "Now and then."
level.middle = "Mostly."
level.high = "Always."

[criterion.lens]
pillar = "one"
title = "A lens"
code = "1.1"
question = "What is seen through it?"
level.low = "Little."
level.middle = "Something."
level.high = "A lot."
"""


class Ticking:
    """A clock that moves ten seconds at each look."""

    def __init__(self, step: int = 10) -> None:
        """Start at nine on the day of the workshop."""
        self.now = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)
        self.step = timedelta(seconds=step)

    def __call__(self) -> datetime:
        """The next moment."""
        self.now += self.step
        return self.now


def a_typist(opening: str = "9d07be41", name: str = "Ash", device: str = "4fa1c2") -> Typist:
    """Someone who types; give each opening of one session its own eight digits."""
    return Typist(name, device, opening, "0.1.0")


def tiny() -> Framework:
    """Two pillars, one lens, three levels: low, middle, high; four voice groups."""
    return parse(TINY, "tiny.toml")


def a_scene(state: SessionState | None = None) -> Scene:
    """What an act may know, on the morning of the workshop."""
    return Scene(state or SessionState(), tiny(), datetime(2026, 3, 23, 9, 30))  # noqa: DTZ001 the clock on the wall


def a_workshop(
    tmp_path: Path, *, fs: Fs | None = None, clock: Ticking | None = None, folder: str = "northmere"
) -> Workshop:
    """An open, empty session of the tiny framework; the caller closes it."""
    return Workshop.create(
        tmp_path / folder,
        NewSession("Northmere", "Northmere", "b3a10f", period="spring 2026", date="2026-03-23"),
        a_typist(),
        clock or Ticking(),
        framework=TINY,
        file="tiny.toml",
        fs=fs,
    )


def reopened(
    workshop: Workshop,
    opening: str = "aaaaaaaa",
    *,
    fs: Fs | None = None,
    clock: Ticking | None = None,
    to_read: bool = False,
) -> Workshop:
    """The same session opened again from the disk, by another run of the program."""
    return Workshop.open(
        workshop.folder,
        a_typist(opening),
        clock or Ticking(),
        to_read=to_read,
        wait_seconds=0,
        fs=fs,
    )
