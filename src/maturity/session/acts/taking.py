"""What minutes and plans name, taken into the session: people to invite, and actions to follow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from maturity.evidence.messages import sentence
from maturity.evidence.model import Document, Excerpt, MinutedAction, Owner, WrittenDate
from maturity.frozen import dataclass
from maturity.session.acts.act import Change, Outcome, Refused, Scene, line, quoted, told

__all__ = [
    "NamedAction",
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


@dataclass(frozen=True, slots=True)
class NamedAction:
    """An action a document names, as the session would hold it.

    `doubts` are sentences on its owners. `is_known`: an action with these words is kept already.
    `is_marked`: its words may identify a child, so they are taken only where it is chosen alone.
    """

    number: int
    ref: str
    text: str
    owners: tuple[str, ...]
    due: str
    due_on: str
    plan: tuple[str, ...]
    last_status: str
    doubts: tuple[str, ...]
    is_known: bool
    is_marked: bool = False


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
    return bool(document.people or document.actions or any(map(_is_action, excerpts)))


def takable(scene: Scene, document: Document, excerpts: Iterable[Excerpt]) -> Takable:
    """What a document names, in its order: people as minuted, actions of minutes or of a plan."""
    return Takable(_people(scene, document), _actions(scene, document, excerpts))


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


def _actions(
    scene: Scene, document: Document, excerpts: Iterable[Excerpt]
) -> tuple[NamedAction, ...]:
    kept = {_key(action.text) for action in scene.state.actions.values()}
    excerpts = tuple(excerpts)
    marked = {one.ref for one in excerpts if "personal_data" in one.flags}
    rows = filter(_is_action, excerpts)
    minuted = [_minuted(scene, at, one, kept) for at, one in enumerate(document.actions, 1)]
    planned = [_planned(at, one, kept) for at, one in enumerate(rows, len(minuted) + 1)]
    return tuple(replace(one, is_marked=one.ref in marked) for one in (*minuted, *planned))


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _minuted(scene: Scene, number: int, action: MinutedAction, kept: set[str]) -> NamedAction:
    owners: list[str] = []
    doubts: list[str] = []
    for owner in action.owners:
        name, doubt = _owner(scene, owner)
        owners.append(name)
        doubts += [doubt] if doubt else []
    due, due_on = _due(action.due)
    return NamedAction(
        number,
        ref=action.ref,
        text=action.task,
        owners=tuple(owners) or tuple(filter(None, (action.owners_as_written,))),
        due=due,
        due_on=due_on,
        plan=(),
        last_status="",
        doubts=tuple(doubts),
        is_known=_key(action.task) in kept,
    )


def _owner(scene: Scene, owner: Owner) -> tuple[str, str]:
    """The owner as kept, and what is to be said; who is not certain stays as written."""
    words = owner.as_written
    if owner.result == "ambiguous":
        names = ", ".join(owner.candidates)
        return words, sentence("W17", initials=words, n=len(owner.candidates), people=names)
    if owner.result == "unknown":
        here = [
            one.name for one in scene.state.people.values() if words in (one.initials, one.name)
        ]
        if len(here) == 1:
            return here[0], ""
        if here:
            return words, sentence("W17", initials=words, n=len(here), people=", ".join(here))
        return words, sentence("W18", initials=words)
    said = sentence("W19", initials=words) if owner.is_absent else ""
    return owner.person or words, said


def _due(written: WrittenDate | None) -> tuple[str, str]:
    """The words, and the day they named when they were written: "two weeks" began then."""
    if written is None:
        return "", ""
    return written.raw, written.end.isoformat() if written.end else ""


def _is_action(excerpt: Excerpt) -> bool:
    """Whether an excerpt is the row of a plan: it has a lead, or statuses, beside its words."""
    return bool(excerpt.cells and excerpt.status_history and excerpt.text)


def _planned(number: int, excerpt: Excerpt, kept: set[str]) -> NamedAction:
    text = _task(excerpt)
    leads = excerpt.leads
    refs = [f"{ref.plan} {ref.number}" for ref in excerpt.plan_refs]
    latest = next((point for point in reversed(excerpt.status_history) if point.status), None)
    status = f"{latest.status}, {latest.as_written or 'no date'}" if latest else ""
    return NamedAction(
        number,
        ref=excerpt.ref,
        text=text,
        owners=leads.names if leads and leads.named == "named" else (),
        due="",
        due_on="",
        plan=tuple(refs or filter(None, ((excerpt.number or "").rstrip("."),))),
        last_status=status,
        doubts=(),
        is_known=_key(text) in kept,
    )


def _task(excerpt: Excerpt) -> str:
    """The words of the action: its own column, else the first that says more than its group."""
    group = excerpt.heading_path[-1:]
    named = [cell.value for cell in excerpt.cells if cell.header.casefold().startswith("action")]
    others = [cell.value for cell in excerpt.cells if (cell.value,) != group]
    return next((value for value in (*named, *others) if value.strip()), excerpt.text)


def take_outcome(scene: Scene, act: TakeAct) -> Outcome:
    """Add what was chosen and is not there yet, in one step that undo takes back whole.

    Raises `Refused` for a number that is not in the list, and where there is nothing to take.
    """
    found = takable(scene, act.document, act.excerpts)
    if act.what == "people":
        return _people_taken(_chosen(found.people, act))
    rows = _chosen(found.actions, act)
    covered = [row for row in rows if row.is_marked and not act.only and not row.is_known]
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
    rows = tuple(rows)
    new = [row for row in rows if not row.is_known]
    changes = tuple(Change("add", ("actions",), _action(row)) for row in new)
    said = f"{_counted(len(new), 'action', 'actions')} taken."
    return Outcome(
        changes,
        f"{said}{_there_already(len(rows) - len(new))}",
        tuple(dict.fromkeys(doubt for row in new for doubt in row.doubts)),
        records="action",
    )


def _action(row: NamedAction) -> dict[str, object]:
    fields: dict[str, object] = {
        "text": quoted(row.text),
        "owners": list(row.owners),
        "due": row.due,
        "due_on": row.due_on,
        "plan": list(row.plan),
    }
    return {name: value for name, value in fields.items() if value}


def _there_already(count: int) -> str:
    return f" {count} {'was' if count == 1 else 'were'} there already." if count else ""


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def takable_documents(
    shelf: Iterable[tuple[Document, tuple[Excerpt, ...]]],
) -> Iterator[tuple[Document, tuple[Excerpt, ...]]]:
    """Those of some documents that name people or actions."""
    return (pair for pair in shelf if _has_takable(*pair))
