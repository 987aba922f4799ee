"""A whole action typed in one line, understood piece by piece.

`share waits table @RN two weeks >LAIP 3.11`: who after `@`, the plan's line after `>`, by when as
the last words. Whatever is not understood stays in the text.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from maturity.frozen import dataclass
from maturity.judgement.view import PersonView
from maturity.session.acts.actions import ActionAct
from maturity.text import clean_line
from maturity.words.dates import due_date
from maturity.words.references import PLANS, find_plan_refs

__all__ = ["Understood", "owners_said", "understand"]

_OWNER = re.compile(r"(?<!\S)@([\w.'/-]+)[,;:]*(?!\S)")
_PLAN = re.compile(r"(?<!\S)>\s*(.+)$")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a line; `day` is the day that the words of `due` name."""

    text: str
    owners: tuple[str, ...] = ()
    due: str = ""
    day: date | None = None
    plan: tuple[str, ...] = ()

    def act(self, item: str) -> ActionAct:
        """The action, for an item."""
        return ActionAct(
            self.text, owner=self.owners, due=self.due or None, item=item or None, plan=self.plan
        )


def understand(typed: str, today: date, landmarks: Mapping[str, date]) -> Understood:
    """Read one line. Raises `TextTooLong`."""
    whole, plan = _taken_plan(clean_line(typed))
    owners = tuple(_OWNER.findall(whole))
    rest = clean_line(_OWNER.sub(" ", whole))
    text, due, day = _taken_due(rest, today, landmarks)
    return Understood(text, owners, due, day, plan)


def _taken_plan(text: str) -> tuple[str, tuple[str, ...]]:
    found = _PLAN.search(text)
    if found is None:
        return text, ()
    refs = find_plan_refs(found[1], PLANS)
    raw = tuple(dict.fromkeys(ref.raw for ref in refs))
    if not raw:
        return text, ()
    rest = found[1]
    for reference in raw:
        rest = rest.replace(reference, " ", 1)
    return clean_line(f"{text[: found.start()]} {rest}"), raw


def _taken_due(
    text: str, today: date, landmarks: Mapping[str, date]
) -> tuple[str, str, date | None]:
    """The longest run of last words that names a day, apart from the text before it."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        due = " ".join(words[-count:])
        day = due_date(due, today, landmarks)
        if day is not None:
            return " ".join(words[:-count]), due, day
    return text, "", None


def owners_said(owners: Iterable[str], people: Iterable[PersonView]) -> tuple[str, ...]:
    """Each owner with whoever on the register is meant; of two with the same initials, both."""
    people = tuple(people)
    return tuple(_owner_said(owner, people) for owner in owners)


def _owner_said(owner: str, people: tuple[PersonView, ...]) -> str:
    wanted = owner.casefold()
    found = [
        person
        for person in people
        if wanted in {person.initials.casefold(), person.name.casefold()}
    ]
    if not found:
        return f"{owner} (not on the register)"
    if len(found) > 1:
        return f"{owner} (two or more: {', '.join(person.name for person in found)})"
    person = found[0]
    absent = "" if person.state == "present" else ", not here"
    return f"{owner} ({person.name}{absent})"
