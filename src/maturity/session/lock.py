"""Advice to this laptop that a session is open; correctness never depends on it."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.frozen import dataclass

if TYPE_CHECKING:
    from filelock import FileLock

__all__ = ["AlreadyOpen", "Lock", "take_lock"]


class AlreadyOpen(OSError):
    """Another window of this laptop holds the session."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A held lock and the file that says who holds it."""

    held: "FileLock"
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

    from filelock import FileLock, Timeout  # noqa: PLC0415 see above

    held = FileLock(folder / ".lock", mode=0o600)
    details = folder / ".lock.json"
    try:
        held.acquire(timeout=wait_seconds)
    except Timeout:
        raise AlreadyOpen(_who(details)) from None
    facts = {"host": socket.gethostname(), "process": os.getpid(), "person": person, "since": since}
    try:
        details.write_text(json.dumps(facts), encoding="utf-8")
    except OSError:
        held.release()
        raise
    return Lock(held, details)


def _who(details: Path) -> str:
    try:
        facts = json.loads(details.read_text(encoding="utf-8"))
        since, person = str(facts["since"])[11:16], str(facts["person"])
    except (OSError, ValueError, KeyError, TypeError):
        return "Already open in another window."
    return f"Already open in another window since {since} ({person})."
