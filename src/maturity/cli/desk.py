"""What a command has at hand: this laptop, who types, the clock, and where sessions stand."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace
from datetime import date
from pathlib import Path

import click

from maturity import __version__
from maturity.cli.speech import say, warn
from maturity.frozen import dataclass
from maturity.laptop import Laptop, keep, read, settings_folder, wall_clock
from maturity.session.acts.act import Refused
from maturity.session.fs import Fs, RealFs
from maturity.session.journal import NotSaved
from maturity.session.store import Clock, Typist
from maturity.sessions import find_session, session_names, sessions_folder, sync_service
from maturity.text import clean_line
from maturity.workshop import Receipt, Workshop

__all__ = [
    "Desk",
    "by_option",
    "complete_session",
    "desk_of_this_laptop",
    "json_option",
    "receive",
    "session_argument",
    "to_the_end",
]

_SOMEBODY = "facilitator"
_LONGEST_NAME = 200
_HALF = "The disk would not go on ({why}). It is not all done: mend that, then run this again."


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command works with; tests put their own in its place."""

    laptop: Laptop
    by: str
    sessions: Path
    clock: Clock = wall_clock
    fs: Fs = field(default_factory=RealFs)

    @property
    def today(self) -> date:
        """The day on the wall."""
        return self.clock().date()

    def typed_by(self, name: str | None) -> "Desk":
        """The same desk with somebody named at it."""
        return replace(self, by=clean_line(name, cap=_LONGEST_NAME)) if name else self

    def with_laptop(self, laptop: Laptop) -> "Desk":
        """The same desk with that laptop on it."""
        return replace(self, laptop=laptop)

    @property
    def named_laptop(self) -> Laptop:
        """This laptop, with who types in this run as its typist."""
        return replace(self.laptop, typist=self.by)

    @property
    def typist(self) -> Typist:
        """Who types in this run of the program."""
        return Typist(self.by, self.laptop.device, os.urandom(4).hex(), __version__)

    def folder(self, asked: str) -> Path:
        """The folder of the session a person means. Raises `NoSession`."""
        folder = find_session(asked, self.sessions)
        warn_of_sync(folder)
        return folder

    def keep_laptop(self) -> None:
        """Put this laptop's settings on the disk, or say that they could not be."""
        try:
            keep(self.laptop)
        except OSError as problem:
            why = problem.strerror or "unknown reason"
            warn(f"This laptop's settings could not be kept ({self.laptop.folder}: {why}).")

    @contextmanager
    def opened(
        self, asked: str, *, to_read: bool = False, may_be_closed: bool = False
    ) -> Iterator[Workshop]:
        """The session a person means, opened; what its opening found is said.

        With `may_be_closed` one may be changed that was closed at the end of retention.

        Raises what `Workshop.open` raises.
        """
        folder = self.folder(asked)
        if not to_read:
            # undo looks for what this laptop did, so its name has to last
            self.keep_laptop()
        workshop = Workshop.open(
            folder,
            self.typist,
            self.clock,
            to_read=to_read,
            may_be_closed=may_be_closed,
            fs=self.fs,
        )
        for sentence in workshop.recovered:
            warn(sentence)
        try:
            yield workshop
        finally:
            close(workshop)


def close(workshop: Workshop) -> None:
    """Close a session; a snapshot that fails is said, since the journal has everything."""
    try:
        workshop.close()
    except OSError as problem:
        warn(
            f"session.toml could not be brought up to date ({problem.strerror or problem}). "
            "Everything recorded is in the journal, and nothing is lost."
        )


def warn_of_sync(folder: Path) -> None:
    """Say when a session lies where a sync service copies files behind its back."""
    if service := sync_service(folder):
        warn(
            f"This session lies in a folder of {service}. Keep it in a folder that is not "
            "synchronised while the workshop runs."
        )


def desk_of_this_laptop() -> Desk:
    """The desk of the person at this laptop, from its settings and the environment."""
    laptop, notice = read(settings_folder(os.environ))
    if notice:
        warn(notice)
    by = os.environ.get("MATURITY_BY") or laptop.typist or _SOMEBODY
    by = clean_line(by, cap=_LONGEST_NAME)
    return Desk(laptop, by, sessions_folder(os.environ, Path()))


def receive(receipt: Receipt, tell: Callable[[str], None] = say) -> None:
    """Say what came of an act, and its warnings; `tell` is `warn` where the answer is JSON."""
    tell(receipt.said)
    for warning in receipt.warnings:
        warn(warning)


def complete_session(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[str]:
    """The names of sessions that begin so."""
    names = session_names(sessions_folder(os.environ, Path()))
    return [name for name in names if name.startswith(incomplete)]


def session_argument() -> click.Argument:
    """The SESSION of a command."""
    return click.Argument(["session"], metavar="SESSION", shell_complete=complete_session)


def by_option() -> click.Option:
    """Who typed it."""
    return click.Option(["--by"], metavar="NAME", help="Who typed it.")


def json_option() -> click.Option:
    """The answer as JSON."""
    return click.Option(["--json", "as_json"], is_flag=True, help="Print JSON, for scripts.")


@contextmanager
def to_the_end() -> Iterator[None]:
    """Rewrite or delete files within this. Raises `Refused` where the disk stops half way."""
    try:
        yield
    except NotSaved:
        raise
    except OSError as problem:
        why = (problem.strerror or str(problem)).lower()
        raise Refused(_HALF.format(why=why)) from problem
