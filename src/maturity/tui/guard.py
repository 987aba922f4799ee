"""What went wrong, as a sentence for the person at the keyboard."""

import os

from maturity.framework import FrameworkFault, NotKnown
from maturity.laptop import log_fault, wall_clock
from maturity.session.acts.act import Refused
from maturity.session.journal import NotSaved
from maturity.session.lock import AlreadyOpen
from maturity.session.opening import NoSession
from maturity.text import TextTooLong

__all__ = ["UNKNOWN", "is_known", "sentence_of"]

UNKNOWN = "Something went wrong; all that was saved is safe."
"""Said where nothing better is known."""

_SPEAKS = (Refused, TextTooLong, NotKnown, NoSession, AlreadyOpen)


def is_known(problem: Exception) -> bool:
    """Whether the sentence says all there is to say, so that no log is needed."""
    return isinstance(problem, (*_SPEAKS, FrameworkFault, OSError))


def sentence_of(problem: Exception) -> str:
    """What went wrong, and what is safe; what nobody foresaw goes into the log, which is named."""
    if isinstance(problem, _SPEAKS):
        return str(problem)
    if isinstance(problem, FrameworkFault):
        first = problem.messages[0]
        return f"{first.file}:{first.line}:{first.column}: {first.what} {first.mend}"
    if isinstance(problem, NotSaved):
        return f"NOT SAVED - {problem}"
    if isinstance(problem, OSError):
        return f"{problem} Your session is untouched."
    log = log_fault(problem, os.environ, wall_clock())
    return f"{UNKNOWN} For the developers: {log}" if log else UNKNOWN
