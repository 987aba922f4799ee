"""What this laptop remembers: who types, how the screen looks, which papers it wrote.

One TOML file, made when there is something to keep. The faces read it and pass it in; nothing
below them knows of it.
"""

import errno
import hashlib
import os
import re
import tomllib
import traceback
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from maturity.frozen import dataclass
from maturity.text import TextTooLong, clean_line, slug

__all__ = [
    "Laptop",
    "Place",
    "keep",
    "log_fault",
    "new_device",
    "put",
    "read",
    "settings_folder",
    "wall_clock",
]

_FILE = "laptop.toml"
_LONGEST = 1_000_000
_MOST_RECENT = 20
_DEVICE = re.compile(r"[0-9a-f]{6}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session was left: an item by its id, and a step by its key."""

    item: str = ""
    step: str = ""


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Laptop:
    """The settings of this laptop, kept in `folder`.

    `device` is 6 hex digits. `recent` are session folders, newest first; `papers` the SHA-256 of
    each paper written here, by its path; `places` where each session was left, by session id.
    """

    folder: Path
    device: str
    typist: str = ""
    theme: str = ""
    recent: tuple[str, ...] = ()
    papers: Mapping[str, str] = field(default_factory=_nothing)
    places: Mapping[str, Place] = field(default_factory=_nothing)

    def opened(self, session: Path) -> "Laptop":
        """The same laptop with `session` as the newest of its recent ones."""
        path = str(session.absolute())
        others = (one for one in self.recent if one != path)
        return replace(self, recent=(path, *others)[:_MOST_RECENT])

    def wrote(self, paper: Path, sha256: str) -> "Laptop":
        """The same laptop, which wrote the bytes with that hash to `paper`."""
        papers = {**self.papers, str(paper.absolute()): sha256}
        return replace(self, papers=MappingProxyType(papers))

    def left(self, session_id: str, place: Place) -> "Laptop":
        """The same laptop, which will open that session at `place`."""
        return replace(self, places=MappingProxyType({**self.places, session_id: place}))

    def survey_columns(self, session_id: str) -> Path:
        """The file that says which column of a session's survey holds what; it may not be there."""
        return self.folder / "surveys" / f"{slug(session_id)}.toml"


def unkept_file(folder: Path, session_id: str) -> Path:
    """The file in a laptop's `folder` that has the views typed in a session and not kept yet."""
    # the id of a session may come from a file that somebody else wrote
    name = hashlib.sha256(session_id.encode()).hexdigest()[:16]
    return folder / "unkept" / f"{name}.toml"


def wall_clock() -> datetime:
    """The time on this laptop, with its zone; everything below the faces is handed it."""
    return datetime.now().astimezone()


def settings_folder(environ: Mapping[str, str]) -> Path:
    """Where the settings stand: MATURITY_HOME, else the folder this system keeps settings in."""
    if home := environ.get("MATURITY_HOME"):
        return Path(home)
    # half of what `--version` would cost
    from platformdirs import user_config_path  # noqa: PLC0415 see above

    return user_config_path("maturity", appauthor=False)


def _log_folder(environ: Mapping[str, str]) -> Path:
    if home := environ.get("MATURITY_HOME"):
        return Path(home)
    # needed once in a blue moon
    from platformdirs import user_log_path  # noqa: PLC0415 see above

    return user_log_path("maturity", appauthor=False)


def log_fault(error: Exception, environ: Mapping[str, str], at: datetime) -> Path | None:
    """Log where an error came from, and return the log file; None where none can be written.

    The log has the kind of error and the lines of code, never its message, which may hold words
    that somebody typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{at.isoformat(timespec='seconds')} {type(error).__qualname__}"]
    lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    try:
        folder = _log_folder(environ)
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "maturity.log"
        with log.open("a", encoding="utf-8") as writer:
            writer.write("\n".join(lines) + "\n")
    except OSError:
        return None
    return log


def new_device() -> str:
    """A name for a laptop that has none yet: 6 hex digits."""
    return os.urandom(3).hex()


def read(folder: Path, device: Callable[[], str] = new_device) -> tuple[Laptop, str]:
    """The settings kept in `folder`, and one sentence where they could not be read.

    Never raises and makes no file; `device` names a laptop that has no name yet.
    """
    try:
        raw = _bytes(folder / _FILE)
    except FileNotFoundError:
        return Laptop(folder, device()), ""
    except OSError as problem:
        return Laptop(folder, device()), _unread(folder, problem.strerror or "cannot be opened")
    try:
        if len(raw) > _LONGEST:
            return Laptop(folder, device()), _unread(folder, "it is too large")
        return _from_tables(folder, tomllib.loads(raw.decode("utf-8")), device), ""
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Laptop(folder, device()), _unread(folder, "it is damaged")


def _bytes(file: Path) -> bytes:
    """One byte too many of a file that is too large; a pipe or a device may have no end."""
    if file.exists() and not file.is_file():
        raise OSError(errno.EINVAL, "it is no ordinary file")
    with file.open("rb") as opened:
        return opened.read(_LONGEST + 1)


def _unread(folder: Path, why: str) -> str:
    return (
        f"This laptop's settings could not be read ({folder / _FILE}: {why}); the usual are used."
    )


def _from_tables(folder: Path, table: Mapping[str, Any], device: Callable[[], str]) -> Laptop:
    named = table.get("device", "")
    papers = {path: sha for path, sha in table.get("papers", {}).items() if _SHA256.fullmatch(sha)}
    places = {
        session: Place(_line(place.get("item")), _line(place.get("step")))
        for session, place in table.get("places", {}).items()
    }
    return Laptop(
        folder,
        named if _DEVICE.fullmatch(named) else device(),
        typist=_line(table.get("typist")),
        theme=_line(table.get("theme")),
        recent=tuple(_line(path) for path in table.get("recent", []))[:_MOST_RECENT],
        papers=MappingProxyType(papers),
        places=MappingProxyType(places),
    )


def _line(raw: Any) -> str:
    try:
        return clean_line(raw) if isinstance(raw, str) else ""
    except TextTooLong:
        return ""


def keep(laptop: Laptop) -> None:
    """Put the settings on the disk in one step, readable by this person alone.

    Does nothing where they are there already. Raises `OSError`; the old settings then stand.
    """
    # the commands that only read never write settings
    import tomli_w  # noqa: PLC0415 see above

    table = {
        "device": laptop.device,
        "typist": laptop.typist,
        "theme": laptop.theme,
        "recent": list(laptop.recent),
        "papers": dict(laptop.papers),
        "places": {
            session: {"item": place.item, "step": place.step}
            for session, place in laptop.places.items()
        },
    }
    put(laptop.folder / _FILE, tomli_w.dumps(table).encode())


def put(target: Path, content: bytes) -> None:
    """Put a file of this laptop on the disk in one step, readable by this person alone.

    Does nothing where it is there already. Raises `OSError`; the old file then stands.
    """
    if target.is_file() and target.read_bytes() == content:
        return
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}-{os.urandom(4).hex()}")
    try:
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "wb") as writer:
            writer.write(content)
            writer.flush()
            os.fsync(writer.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
