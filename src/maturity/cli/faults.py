"""Faults as a person reads them, and what goes into the log when none of them fits."""

import os
import traceback
from pathlib import Path

from maturity.framework import NotKnown
from maturity.laptop import wall_clock
from maturity.session.acts.act import Refused
from maturity.session.lock import AlreadyOpen
from maturity.session.opening import NoSession
from maturity.text import TextTooLong
from maturity.tomlfile import TomlFault

__all__ = ["Unread", "said_of", "unexpected"]

_SPEAK_FOR_THEMSELVES = (
    Refused,
    TextTooLong,
    NotKnown,
    NoSession,
    AlreadyOpen,
    TomlFault,
)
_CANNOT_READ = 3


class Unread(Exception):
    """One document or more could not be read, and that has been said."""

    status = _CANNOT_READ


def said_of(error: Exception) -> str:
    """What is wrong and what to do, for an error that has words for it; empty for any other."""
    if isinstance(error, _SPEAK_FOR_THEMSELVES):
        return str(error)
    if isinstance(error, UnicodeEncodeError):
        return "A name in this command holds letters that no file name can have. Type it again."
    if isinstance(error, OSError):
        if error.errno is None:
            return str(error)
        why = error.strerror or "unknown reason"
        if error.filename is None:
            return f"The disk would not go on ({why}). Mend that, then try again."
        return f"{error.filename} could not be read or written ({why}). Nothing was half done."
    return ""


def _log_folder() -> Path:
    if home := os.environ.get("MATURITY_HOME"):
        return Path(home)
    # needed once in a blue moon
    from platformdirs import user_log_path  # noqa: PLC0415 see above

    return user_log_path("maturity", appauthor=False)


def unexpected(error: Exception) -> str:
    """Log where an error came from, and return the one line that names the log file.

    The log has the kind of error and the lines of code, never its message, which may hold words
    that somebody typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{wall_clock().isoformat(timespec='seconds')} {type(error).__qualname__}"]
    lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    try:
        folder = _log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "maturity.log"
        with log.open("a", encoding="utf-8") as writer:
            writer.write("\n".join(lines) + "\n")
    except OSError:
        where = "no log could be written"
    else:
        where = f"details for the developers are in {log}"
    return f"Something went wrong; what was recorded before is safe ({where})."
