"""References to the lines of a plan, such as "LAIP 3.11/3.14/3.16", as people write them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from maturity.frozen import dataclass

__all__ = ["PLANS", "PlanRef", "find_plan_refs"]

PLANS: Final = ("LAIP", "APP", "PAP", "WSoA")
"""The plans every framework knows; it may name more as its sources."""

# One character for one, so that every place in the plain text is the same place in the raw one.
_PLAIN: Final = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\n"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2044\u2215"), "/"),
}
# "LAIP 2025" names an edition, "12/03/2026" is a date and "3.5%" a share: none is a line.
_NUMBER = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{1,3})*[A-Za-z]?(?!\w|\.[0-9]|(?:/[0-9]{1,2})?/[0-9]{4}|%)", re.ASCII
)
_UP_TO = re.compile(r"-| - | to ")
_ANOTHER = re.compile(r" ?(?:/|,|;|&|\band\b)(?: and\b)? ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlanRef:
    """A line of a plan, or a range of lines; numbers are text, so 4.30 is never 4.3.

    `to` is the last line of a range, which is never expanded. `raw` is the whole reference as
    typed, with the lines named beside this one.
    """

    plan: str
    number: str
    to: str | None
    raw: str


def find_plan_refs(text: str, plans: Sequence[str] = PLANS) -> tuple[PlanRef, ...]:
    """Every plan line named in a text, in order; `plan` is spelled as in `plans`. Never raises.

    "Section 23" and "Section I" are the law's, never a plan's, whatever `plans` says.
    """
    names = {name.casefold(): name for name in plans if _is_plan(name)}
    if not names:
        return ()
    plain = text.translate(_PLAIN)
    found: list[PlanRef] = []
    for head in _heads(tuple(sorted(names, key=len, reverse=True))).finditer(plain):
        written, plan = head["plan"], names[head["plan"].casefold()]
        lines, end = _lines(plain, head.end())
        # "the app 3 families use" names no plan.
        if written in {plan, plan.upper()} or any("." in number for number, _ in lines):
            raw = text[head.start() : end]
            found.extend(PlanRef(plan, number, to, raw) for number, to in lines)
    return tuple(found)


def _is_plan(name: str) -> bool:
    return bool(name.strip()) and name.strip().casefold() != "section"


@lru_cache(maxsize=32)
def _heads(names: tuple[str, ...]) -> re.Pattern[str]:
    any_name = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!\w)(?P<plan>{any_name}):? ?(?=[0-9])", re.IGNORECASE)


def _lines(plain: str, start: int) -> tuple[list[tuple[str, str | None]], int]:
    lines: list[tuple[str, str | None]] = []
    at = end = start
    while number := _NUMBER.match(plain, at):
        # After "LAIP 3.11" the 45 of ", 45 children" is not a line.
        if lines and ("." in lines[0][0]) != ("." in number[0]):
            break
        to, end = _last(plain, number)
        lines.append((number[0], to))
        another = _ANOTHER.match(plain, end)
        if not another:
            break
        at = another.end()
    return lines, end


def _last(plain: str, number: re.Match[str]) -> tuple[str | None, int]:
    joint = _UP_TO.match(plain, number.end())
    last = _NUMBER.match(plain, joint.end()) if joint else None
    if not joint or not last:
        return None, number.end()
    alike = ("." in last[0]) == ("." in number[0])
    # "3.11-16" is how people shorten 3.11-3.16; "3.11 to 16" may run on into "16 families".
    if alike or joint[0] == "-":
        return last[0], last.end()
    return None, number.end()
