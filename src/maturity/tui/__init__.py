"""The screen program: home, and the workshop on the screen."""

import locale
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from maturity import __version__
from maturity.laptop import Laptop, wall_clock
from maturity.session.store import Typist
from maturity.tui.app import MaturityApp
from maturity.tui.drawable import drawable
from maturity.workshop import Workshop

__all__ = ["run_home", "run_practice", "run_room"]

_FAULT = 70


def _typist(laptop: Laptop) -> Typist:
    return Typist(laptop.typist, laptop.device, os.urandom(4).hex(), __version__)


def run_home(laptop: Laptop, sessions: Path, clock: Callable[[], datetime] = wall_clock) -> int:
    """Show the sessions in a folder and work in them until the person quits; gives the status."""
    return _run(MaturityApp(laptop, sessions, _typist(laptop), clock))


def run_practice(laptop: Laptop, sessions: Path, clock: Callable[[], datetime] = wall_clock) -> int:
    """Practise, and be home when that is over; gives the status."""
    app = MaturityApp(laptop, sessions, _typist(laptop), clock)
    app.begins_with_practice = True
    return _run(app)


def run_room(folder: Path, laptop: Laptop, clock: Callable[[], datetime] = wall_clock) -> int:
    """Work in one session from where it was last left; gives the exit status.

    Raises `NoSession`, `AlreadyOpen` and `OSError` where it cannot be opened.
    """
    typist = _typist(laptop)
    workshop = Workshop.open(folder, typist, clock)
    return _run(MaturityApp(laptop, folder.parent, typist, clock, workshop))


def _encodings() -> tuple[str, ...]:
    """Of the stream the screen is drawn into, and of the terminal by the person's own setting."""
    stream = sys.__stderr__.encoding if sys.__stderr__ is not None else "utf-8"
    # a Windows console takes every letter, whatever its code page
    return (stream,) if os.name == "nt" else (stream, locale.getencoding())


def _run(app: MaturityApp) -> int:
    app.drawable = drawable(_encodings(), os.environ)
    try:
        app.run()
    finally:
        app.end_sitting()
    return _FAULT if app.return_code else 0
