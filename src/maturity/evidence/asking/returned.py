"""A paper that came back, read in a process of its own."""

from pathlib import Path
from typing import Final

from maturity.evidence.answers.returned import Returned
from maturity.evidence.asking.client import Lines, Refusal, Wanted, read_as
from maturity.evidence.limits import LIMITS, Limits
from maturity.evidence.messages import Refused, sentence

__all__ = ["read_returned"]

_NO_PROCESS: Final = "R37"
_CANNOT_START: Final = "R43"


def read_returned(path: Path) -> Returned | Refusal:
    """What stands in a paper that came back; never raises for what the file is or holds.

    Takes as long as the file needs, a minute at most, so call it away from the screen's thread.
    """
    try:
        return read_as(path, None, LIMITS, _RETURNED)
    except Refused as refused:
        if refused.code == _NO_PROCESS:
            return Refusal(_CANNOT_START, sentence(_CANNOT_START))
        return Refusal(refused.code, refused.sentence)


def _gathered(lines: Lines) -> Returned:
    """The paper of an answer, checked. Raises `ValueError` for one that cannot be."""
    (body,) = (body for word, body in lines if word == "returned")
    return Returned.model_validate_json(body)


def _here(data: bytes, name: str, encoding: str | None, limits: Limits) -> Returned:
    """Where no process may start only plain formats come here, and a paper is none of them."""
    del data, name, encoding, limits
    raise Refused("R42")


_RETURNED = Wanted("returned", _gathered, _here)
