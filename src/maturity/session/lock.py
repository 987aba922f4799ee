"""Advice to this laptop that a session is open; correctness never depends on it."""

import json
import os
import sys
from pathlib import Path
from typing import Protocol

from maturity.frozen import dataclass

__all__ = ["AlreadyOpen", "Lock", "said_holder", "take_lock"]


class AlreadyOpen(OSError):
    """Another window of this laptop holds the session."""


class Held(Protocol):
    """A locked file."""

    def release(self, force: bool = ...) -> None:  # noqa: FBT001 filelock's own signature
        """Unlock it."""


@dataclass(frozen=True, slots=True)
class _Descriptor:
    """A file that was free to lock, by its open descriptor."""

    number: int

    def release(self, force: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 as above
        """Close the file, which unlocks it."""
        os.close(self.number)


@dataclass(frozen=True, slots=True)
class Lock:
    """A held lock and the file that says who holds it."""

    held: Held
    details: Path

    def release(self) -> None:
        """Let another window have the session."""
        try:
            self.details.unlink(missing_ok=True)
        finally:
            self.held.release()


def take_lock(folder: Path, person: str, since: str, *, wait_seconds: float) -> Lock:
    """Hold the session in `folder`.

    The details stand in a file beside the lock, since a locked file may not be readable.
    Raises `AlreadyOpen` with who has had it since when, and `OSError` for a folder that takes
    no files.
    """
    # a session that is only read takes no lock, and must not pay for these
    import socket  # noqa: PLC0415 see above

    details = folder / ".lock.json"
    held = _at_once(folder / ".lock") or _in_time(folder / ".lock", details, wait_seconds)
    facts = {"host": socket.gethostname(), "process": os.getpid(), "person": person, "since": since}
    try:
        details.write_text(json.dumps(facts), encoding="utf-8")
    except OSError:
        held.release()
        raise
    return Lock(held, details)


def said_holder(folder: Path) -> str:
    """Which other window has the session in `folder` open, in a sentence; empty where none has.

    Makes no file. Raises `OSError` for a lock that cannot be tried.
    """
    path, details = folder / ".lock", folder / ".lock.json"
    if not path.exists():
        return ""
    try:
        held = _at_once(path) or _in_time(path, details, 0)
    except AlreadyOpen as holder:
        return str(holder)
    held.release()
    return ""


def _at_once(path: Path) -> Held | None:
    """The lock, where the system has the usual kind and nobody holds it; None is not a no."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 not on every system

    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        return None
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(number)
        return None
    return _Descriptor(number)


def _in_time(path: Path, details: Path, wait_seconds: float) -> Held:
    """The lock, waited for, by the library that knows every system. Raises `AlreadyOpen`."""
    # it takes as long to load as opening the journals, and hardly a start needs it
    from filelock import FileLock, Timeout  # noqa: PLC0415 see above

    held = FileLock(path, mode=0o600)
    try:
        held.acquire(timeout=wait_seconds)
    except Timeout:
        raise AlreadyOpen(_who(details)) from None
    return held


def _who(details: Path) -> str:
    try:
        facts = json.loads(details.read_text(encoding="utf-8"))
        since, person = str(facts["since"])[11:16], str(facts["person"])
    except (OSError, ValueError, KeyError, TypeError):
        return "Already open in another window."
    return f"Already open in another window since {since} ({person})."
