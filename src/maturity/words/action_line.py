"""A whole action in one typed line: `share waits table @RN two weeks >LAIP 3.11`."""

import re
from collections.abc import Callable
from datetime import date

from maturity.frozen import dataclass

__all__ = ["ActionLine", "read_action"]

_OWNER = re.compile(r"(?:^|\s)@(?P<owner>\"[^\"]+\"|[^\s@>]+)")
_PLAN = re.compile(r"(?:^|\s)>(?P<plan>[^@>]+)$")
_LONGEST_DUE = 5
_OF_ANOTHER = {"next", "last", "every"}
"""Words before a date that make another day of it, which nobody could read."""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What was understood in the line; whatever was not stays in `text`."""

    text: str
    owners: tuple[str, ...] = ()
    due: str = ""
    due_on: date | None = None
    plan: str = ""


def read_action(typed: str, due: Callable[[str], date | None]) -> ActionLine:
    """Read owners (@), a plan reference (>) and, in the last words, a date that `due` knows.

    Where the word before a date makes another day of it, as in "next term", nothing is read as
    one. Never raises, and every word typed is in one of the parts.
    """
    rest = typed.strip()
    plan = ""
    if found := _PLAN.search(rest):
        plan, rest = found["plan"].strip(), rest[: found.start()].strip()
    owners = tuple(match["owner"].strip('"') for match in _OWNER.finditer(rest))
    rest = " ".join(_OWNER.sub(" ", rest).split())
    words = rest.split(" ")
    for count in range(min(_LONGEST_DUE, len(words) - 1), 0, -1):
        said = " ".join(words[-count:])
        day = due(said)
        if day is not None and words[-count - 1].casefold() in _OF_ANOTHER:
            break
        if day is not None:
            return ActionLine(" ".join(words[:-count]), owners, said, day, plan)
    return ActionLine(rest, owners, "", None, plan)
