"""Who will do what by when, and how far it has come."""

from typing import Literal

from maturity.frozen import dataclass
from maturity.session.acts.act import (
    Change,
    Outcome,
    Refused,
    Scene,
    entry_outcome,
    find_entry,
    item_path,
    line,
    prose,
    told,
)
from maturity.session.acts.when import due_fields, iso_date

__all__ = ["ActionAct", "DeliveryAct", "action_outcome", "delivery_outcome"]


@dataclass(frozen=True, slots=True)
class ActionAct:
    """Add an action: who will do what by when."""

    text: str | None = told("what will be done", positional=True)
    owner: tuple[str, ...] = told("who will do it: initials, role or name", default=())
    due: str | None = told('by when, as people say it: "two weeks", "6 April"')
    item: str | None = told("the item it came from")
    plan: tuple[str, ...] = told('plan reference, such as "LAIP 3.11"', default=())
    forum: str | None = told("the group that will follow it")
    agreed: bool | None = told("the board agreed it")
    id: str | None = told("change this one")
    remove: bool = told("take this one out; undo brings it back", default=False)


def action_outcome(scene: Scene, act: ActionAct) -> Outcome:
    """Add an action, or change or remove one. A missing owner or date is said, never refused."""
    text = prose(act.text)
    if act.id is None and not act.remove and not text:
        raise Refused("An action needs a line of text.")
    owners = tuple(name for name in (line(owner) for owner in act.owner) if name)
    given = {
        "text": text,
        "owners": owners or None,
        "item": item_path(scene, act.item)[1] if act.item else act.item,
        "plan": tuple(line(ref) or "" for ref in act.plan) or None,
        "forum": line(act.forum),
        "agreed": act.agreed,
    } | due_fields(scene, act.due)
    outcome = entry_outcome(
        scene,
        "action",
        (("actions",),),
        given,
        entry=act.id,
        remove=act.remove,
        says="The action is kept.",
    )
    missing = []
    if act.id is None and not owners:
        missing.append("It has no owner yet.")
    if act.id is None and act.due is None:
        missing.append("It has no date yet.")
    return Outcome(outcome.changes, outcome.said, tuple(missing))


@dataclass(frozen=True, slots=True)
class DeliveryAct:
    """Say how far an action has come on a date. A delivery status is never a maturity level."""

    id: str = told("the action", positional=True)
    status: Literal["blue", "green", "amber", "red", "grey"] = told(
        "its delivery status", positional=True
    )
    on: str | None = told("the date of that status; today when left out")
    note: str | None = told("a line beside it")


def delivery_outcome(scene: Scene, act: DeliveryAct) -> Outcome:
    """Add a dated delivery status to an action."""
    path = find_entry(scene, (("actions",),), act.id, "action")
    new = {"status": act.status, "on": iso_date(scene, act.on) or scene.now.date().isoformat()}
    if note := prose(act.note):
        new["note"] = note
    change = Change("add", (*path, "statuses"), new)
    return Outcome((change,), f"The action is {act.status.capitalize()} on {new['on']}.")
