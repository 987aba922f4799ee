"""How a Word file looks, asked of a process of its own: a template is somebody else's file."""

from dataclasses import replace
from pathlib import Path

from maturity.evidence.answers.look import Look
from maturity.evidence.asking.client import Lines, Wanted, read_as
from maturity.evidence.limits import LIMITS, MB, Limits
from maturity.evidence.messages import Refused

__all__ = ["LOOK_LIMITS", "read_look"]

LOOK_LIMITS = replace(
    LIMITS,
    file_bytes=20 * MB,
    member_bytes=16 * MB,
    unpacked_bytes=96 * MB,
    wall_seconds=30.0,
    # nobody needs a larger template, so none is offered a way round the limit
    is_large=True,
)
"""What a template may cost: far less than a document of evidence."""


def read_look(path: Path) -> Look:
    """How the Word file at `path` looks, read in a process of its own.

    Raises `Refused` for one with macros or embedded objects, a locked or damaged one, and a file
    of any other kind. Takes a quarter of a second, half a minute at most.
    """
    return read_as(path, None, LOOK_LIMITS, _LOOK)


def _gathered(lines: Lines) -> Look:
    """The look of an answer, checked. Raises `ValueError` for one that cannot be."""
    (look,) = (Look.model_validate_json(body) for word, body in lines if word == "look")
    return look


def _here(_data: bytes, _name: str, _encoding: str | None, _limits: Limits) -> Look:
    raise Refused("R47")


_LOOK = Wanted("look", _gathered, _here)
