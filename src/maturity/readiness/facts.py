"""What is measured of a laptop and of a session before a workshop."""

from datetime import date, datetime
from pathlib import Path

from maturity.frozen import dataclass

__all__ = ["Folder", "LaptopFacts", "Reading", "SessionFacts", "Terminal"]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was tried out; `fault` says why it takes no file, empty where it does.

    `is_there` is false for one that would still be made. `free_bytes` is None where the disk
    does not tell.
    """

    path: Path
    is_there: bool
    fault: str = ""
    free_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A small document of one kind that was read; `code` is of its refusal, else empty."""

    kind: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where the command was typed; columns, rows and the rest say nothing where `is_one` is false.

    `name` is what TERM says. `lacking` is an encoding in use that has no lines, empty where all
    have them. `colours` is how many the terminal says it shows.
    """

    is_one: bool
    columns: int = 0
    rows: int = 0
    name: str = ""
    lacking: str = ""
    colours: int = 16
    is_without_colour: bool = False


@dataclass(frozen=True, slots=True)
class LaptopFacts:
    """A laptop as it was found.

    `service` is the sync service that copies `kept_in`, the folder of the session that was named,
    else the sessions folder. `paper_fault` says why no Word paper could be made. `missing` has the
    libraries that are not installed, each with what needs it. `installed` is the day on which the
    program came to this laptop, by the laptop's own clock.
    """

    program: str
    python: str
    missing: tuple[str, ...]
    sessions: Folder
    own: Folder
    kept_in: Path
    service: str
    paper_fault: str
    readings: tuple[Reading, ...]
    terminal: Terminal
    now: datetime
    installed: date


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session as it was found.

    `fault` says why it does not open at all; nothing below it is known then. `read_only` says why
    it cannot be changed, `is_closed` whether that is so for good, `held` which other window has it
    open, and `found` what an opening would say. `lost` tells of evidence files; `time` says what
    fits into the sitting. `held_on` and `keep_until` are None where no day is set. `is_placed` is
    true where people are told a place, or how to join. `bare` counts the items, out of `items`,
    that nothing is linked to; `unasked` has the voice groups which the framework calls for and
    nobody on the register belongs to.
    """

    today: date
    fault: str = ""
    folder: Folder | None = None
    title: str = ""
    framework: str = ""
    read_only: str = ""
    is_closed: bool = False
    held: str = ""
    found: tuple[str, ...] = ()
    documents: int = 0
    lost: tuple[str, ...] = ()
    time: str = ""
    fits: bool = True
    held_on: date | None = None
    starts: str = ""
    is_placed: bool = False
    people: int = 0
    unasked: tuple[str, ...] = ()
    items: int = 0
    bare: int = 0
    keep_until: date | None = None
