"""What minutes and plans name, taken into the session: people to invite, and actions to follow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from maturity.evidence.model import Document, Excerpt
from maturity.frozen import dataclass
from maturity.session.acts.act import Change, Outcome, Refused, Scene, line, told
from maturity.session.acts.named_actions import NamedAction, is_action, named_actions

__all__ = [
    "NamedPerson",
    "Takable",
    "TakeAct",
    "takable",
    "takable_documents",
    "take_outcome",
]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody a document names, as the register would hold them; `is_known`: it does already."""

    number: int
    name: str
    role: str
    organisation: str
    initials: str
    is_known: bool


_Row = TypeVar("_Row", NamedPerson, NamedAction)


@dataclass(frozen=True, slots=True)
class Takable:
    """The people and the actions of one document, each numbered from 1."""

    people: tuple[NamedPerson, ...]
    actions: tuple[NamedAction, ...]


@dataclass(frozen=True, slots=True)
class TakeAct:
    """Take the people or the actions of a document into the session, all or some by number."""

    document: Document
    excerpts: tuple[Excerpt, ...]
    what: Literal["people", "actions"] = told(
        "what to take: people are put on the register as invited", positional=True
    )
    only: tuple[int, ...] = told("only this one, by its number in the list", default=())


def _has_takable(document: Document, excerpts: Iterable[Excerpt]) -> bool:
    """Whether a document names people or actions."""
    return bool(document.people or document.actions or any(map(is_action, excerpts)))


def takable(scene: Scene, document: Document, excerpts: Iterable[Excerpt]) -> Takable:
    """What a document names, in its order: people as minuted, actions of minutes or of a plan."""
    return Takable(_people(scene, document), named_actions(scene, document, excerpts))


def _people(scene: Scene, document: Document) -> tuple[NamedPerson, ...]:
    there = {person.name.casefold() for person in scene.state.people.values()}
    return tuple(
        NamedPerson(
            number,
            name=one.name,
            role=one.role or "",
            organisation=one.organisation or "",
            initials=next(iter(one.initials), ""),
            is_known=one.name.casefold() in there,
        )
        for number, one in enumerate(document.people, 1)
    )


def take_outcome(scene: Scene, act: TakeAct) -> Outcome:
    """Add what was chosen and is not there yet, in one step that undo takes back whole.

    Raises `Refused` for a number that is not in the list, and where there is nothing to take.
    """
    found = takable(scene, act.document, act.excerpts)
    if act.what == "people":
        return _people_taken(_chosen(found.people, act))
    rows = _chosen(found.actions, act)
    covered = [row for row in rows if row.is_marked and not act.only and not row.is_there]
    left = (_left(covered),) if covered else ()
    outcome = _actions_taken(row for row in rows if row not in covered)
    return replace(outcome, warnings=(*outcome.warnings, *left))


def _left(rows: Sequence[NamedAction]) -> str:
    numbers = ", ".join(str(row.number) for row in rows)
    return f"Left out, as they may identify a child: {numbers}. Read each, and take it alone."


def _chosen(rows: Sequence[_Row], act: TakeAct) -> tuple[_Row, ...]:
    if not rows:
        raise Refused(f'"{act.document.title}" names no {act.what}.')
    wrong = [number for number in act.only if not 1 <= number <= len(rows)]
    if wrong:
        raise Refused(f"There is no number {wrong[0]} in its list of {act.what}: 1 to {len(rows)}.")
    return tuple(row for row in rows if not act.only or row.number in act.only)


def _people_taken(rows: Iterable[NamedPerson]) -> Outcome:
    rows = tuple(rows)
    # minutes may name somebody twice
    new = {row.name.casefold(): row for row in reversed(rows) if not row.is_known}
    changes = tuple(Change("add", ("people",), _person(row)) for row in reversed(new.values()))
    said = f"{_counted(len(changes), 'person', 'people')} put on the register, as invited."
    return Outcome(changes, f"{said}{_there_already(len(rows) - len(changes))}", records="person")


def _person(row: NamedPerson) -> dict[str, str]:
    fields = {
        "name": line(row.name) or "",
        "initials": row.initials,
        "role": line(row.role) or "",
        "organisation": line(row.organisation) or "",
        "state": "invited",
    }
    return {name: value for name, value in fields.items() if value}


def _actions_taken(rows: Iterable[NamedAction]) -> Outcome:
    """Actions with their statuses; an action that is kept gets those it lacks."""
    rows = tuple(rows)
    new = [row for row in rows if not row.is_known]
    later = [row for row in rows if row.is_known and row.fresh]
    changes = (
        *(Change("add", ("actions",), row.fields()) for row in new),
        *(
            Change("add", ("actions", row.known_as, "statuses"), one.fields)
            for row in later
            for one in row.fresh
        ),
    )
    told_once = dict.fromkeys(doubt for row in rows if not row.is_there for doubt in row.doubts)
    return Outcome(changes, _said_taken(rows, new, later), tuple(told_once), records="action")


def _said_taken(
    rows: Sequence[NamedAction], new: Sequence[NamedAction], later: Sequence[NamedAction]
) -> str:
    said = _counted(len(new), "action", "actions")
    with_them = sum(len(row.fresh) for row in new)
    beside = f", with {_statuses(with_them)}" if with_them else ""
    added = sum(len(row.fresh) for row in later)
    more = f" {_statuses(added)} added to {'it' if len(rows) == 1 else 'them'}." if added else ""
    return f"{said} taken{beside}.{_there_already(len(rows) - len(new))}{more}"


def _statuses(count: int) -> str:
    return _counted(count, "delivery status", "delivery statuses")


def _there_already(count: int) -> str:
    return f" {count} {'was' if count == 1 else 'were'} there already." if count else ""


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def takable_documents(
    shelf: Iterable[tuple[Document, tuple[Excerpt, ...]]],
) -> Iterator[tuple[Document, tuple[Excerpt, ...]]]:
    """Those of some documents that name people or actions."""
    return (pair for pair in shelf if _has_takable(*pair))
