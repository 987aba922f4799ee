"""Faults as a person reads them, and what goes into the log when none of them fits."""

import os

from maturity.framework import NotKnown
from maturity.laptop import log_fault, wall_clock
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
_HELD = "Close it there first. To read it meanwhile: maturity status, or enter on it in maturity."
_CHECK = "Nothing was half done: check its name and its folder, then try again."
_CANNOT_READ = 3


class Unread(Exception):
    """One document or more could not be read, and that has been said."""

    status = _CANNOT_READ


def said_of(error: Exception) -> str:
    """What is wrong and what to do, for an error that has words for it; empty for any other."""
    if isinstance(error, _SPEAK_FOR_THEMSELVES):
        return f"{error} {_HELD}" if isinstance(error, AlreadyOpen) else str(error)
    if isinstance(error, UnicodeEncodeError):
        return "A name in this command holds letters that no file name can have. Type it again."
    if isinstance(error, OSError):
        if error.errno is None:
            return str(error)
        why = error.strerror or "unknown reason"
        if error.filename is None:
            return f"The disk would not go on ({why}). Mend that, then try again."
        return f"{error.filename} could not be read or written ({why}). {_CHECK}"
    return ""


def unexpected(error: Exception) -> str:
    """Log where an error came from, and return the one line that names the log file."""
    log = log_fault(error, os.environ, wall_clock())
    where = f"details for the developers are in {log}" if log else "no log could be written"
    return f"Something went wrong; what was recorded before is safe ({where})."
