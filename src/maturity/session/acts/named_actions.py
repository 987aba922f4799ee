"""The actions that minutes or a plan name, as a session would hold them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from maturity.evidence.messages import sentence
from maturity.evidence.model import Document, Excerpt, MinutedAction, Owner, WrittenDate
from maturity.frozen import dataclass
from maturity.session.acts.act import Scene, quoted
from maturity.session.acts.plan_statuses import (
    PlanStatus,
    day_of_plan,
    differing,
    plan_statuses,
    statuses_to_add,
)
from maturity.session.state import Action, Delivery

__all__ = ["NamedAction", "is_action", "named_actions"]

_MOST_SAID = 6


@dataclass(frozen=True, slots=True)
class NamedAction:
    """An action a document names, as the session would hold it.

    `doubts` are sentences on its owners and statuses. `known_as` is the id of the action that is
    kept already, empty for a new one; `fresh` are the statuses that it lacks. `is_marked`: its
    words may identify a child, so they are taken only where it is chosen alone. `excerpt` is the
    row of the plan that it stands in.
    """

    number: int
    ref: str
    text: str
    owners: tuple[str, ...] = ()
    due: str = ""
    due_on: str = ""
    plan: tuple[str, ...] = ()
    statuses: tuple[PlanStatus, ...] = ()
    fresh: tuple[PlanStatus, ...] = ()
    doubts: tuple[str, ...] = ()
    known_as: str = ""
    is_marked: bool = False
    excerpt: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the session has this action."""
        return bool(self.known_as)

    @property
    def is_there(self) -> bool:
        """Whether taking it would change nothing."""
        return self.is_known and not self.fresh

    @property
    def history(self) -> str:
        """Its statuses in words, oldest first: "Dec-19 Amber, Apr-21 Green"."""
        said = [one.said for one in self.statuses]
        early = "earlier ones, " if len(said) > _MOST_SAID else ""
        return f"{early}{', '.join(said[-_MOST_SAID:])}"

    @property
    def standing(self) -> str:
        """What the session has of it already: "there already", and what is new since."""
        if not self.is_known:
            return ""
        if not self.fresh:
            return "there already"
        new = len(self.fresh)
        return f"there already, {new} new status{'es' if new > 1 else ''}"

    def fields(self) -> dict[str, object]:
        """What the session would hold of a new action."""
        statuses = [
            {"id": f"{self.excerpt}.{number}"} | one.fields
            for number, one in enumerate(self.fresh, 1)
        ]
        kept: dict[str, object] = {
            "text": quoted(self.text),
            "owners": list(self.owners),
            "due": self.due,
            "due_on": self.due_on,
            "plan": list(self.plan),
            "statuses": statuses,
        }
        return {name: value for name, value in kept.items() if value}


def named_actions(
    scene: Scene, document: Document, excerpts: Iterable[Excerpt]
) -> tuple[NamedAction, ...]:
    """The actions of a document in its order: those minuted, then the rows of a plan."""
    excerpts = tuple(excerpts)
    marked = {one.ref for one in excerpts if "personal_data" in one.flags}
    kept = {_key(action.text): entry for entry, action in scene.state.actions.items()}
    minuted = [_minuted(scene, at, one, kept) for at, one in enumerate(document.actions, 1)]
    day = day_of_plan(scene, document)
    rows = filter(is_action, excerpts)
    planned = [_planned(at, one, day) for at, one in enumerate(rows, len(minuted) + 1)]
    found = (*minuted, *_with_kept(planned, scene.state.actions, kept))
    return tuple(replace(one, is_marked=one.ref in marked) for one in found)


def is_action(excerpt: Excerpt) -> bool:
    """Whether an excerpt is the row of a plan: it has statuses beside its words."""
    return bool(excerpt.cells and excerpt.status_history and excerpt.text)


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _minuted(
    scene: Scene, number: int, action: MinutedAction, kept: Mapping[str, str]
) -> NamedAction:
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
        doubts=tuple(doubts),
        known_as=kept.get(_key(action.task), ""),
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


def _planned(number: int, excerpt: Excerpt, day: str) -> NamedAction:
    leads = excerpt.leads
    refs = [f"{ref.plan} {ref.number}" for ref in excerpt.plan_refs]
    statuses = plan_statuses(excerpt, day)
    undated = sum(not one.on for one in statuses)
    return NamedAction(
        number,
        ref=excerpt.ref,
        text=_task(excerpt),
        owners=leads.names if leads and leads.named == "named" else (),
        plan=tuple(refs or filter(None, ((excerpt.number or "").rstrip("."),))),
        statuses=statuses,
        doubts=(_UNDATED,) if undated else (),
        excerpt=excerpt.id,
    )


_UNDATED = (
    "Some statuses have no date, so they are not taken. If the whole plan speaks of one day, give "
    "the document that date first."
)


def _task(excerpt: Excerpt) -> str:
    """The words of the action: its own column, else the first that says more than its group."""
    group = excerpt.heading_path[-1:]
    named = [cell.value for cell in excerpt.cells if cell.header.casefold().startswith("action")]
    others = [cell.value for cell in excerpt.cells if (cell.value,) != group]
    return next((value for value in (*named, *others) if value.strip()), excerpt.text)


def _with_kept(
    rows: Sequence[NamedAction], actions: Mapping[str, Action], kept: Mapping[str, str]
) -> list[NamedAction]:
    """The rows with what the session has of them: by their words, else a few words changed."""
    same = {row.number: kept[_key(row.text)] for row in rows if _key(row.text) in kept}
    free = {entry: one for entry, one in actions.items() if entry not in same.values()}
    found: list[NamedAction] = []
    for row in rows:
        entry = same.get(row.number) or _reworded(row, free)
        free.pop(entry, None)
        found.append(_beside(replace(row, known_as=entry), actions.get(entry)))
    return found


def _reworded(row: NamedAction, free: Mapping[str, Action]) -> str:
    """The kept action of the same number in the plan whose words are nearly these."""
    numbered = {entry: one.text for entry, one in free.items() if row.plan and one.plan == row.plan}
    if not numbered:
        return ""
    # compares texts, which a plan that is taken for the first time does not need
    from maturity.evidence.alike import nearest_text  # noqa: PLC0415 see above

    return nearest_text(row.text, numbered) or ""


def _beside(row: NamedAction, action: Action | None) -> NamedAction:
    """The row with the statuses that the kept action lacks, and where the two differ."""
    kept = action.statuses if action else {}
    others = tuple(_differs(row, *pair) for pair in differing(row.statuses, kept))
    return replace(row, fresh=statuses_to_add(row.statuses, kept), doubts=(*row.doubts, *others))


def _differs(row: NamedAction, said: PlanStatus, kept: Delivery) -> str:
    return (
        f"{row.ref[:1].upper()}{row.ref[1:]}: {said.as_written or said.on} is kept as "
        f"{kept.status.capitalize()} and the plan now says {said.status.capitalize()}. "
        "What is kept stays."
    )
