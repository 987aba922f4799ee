"""Key lines of enquiry: the question, who looks into it, and what came of it."""

from maturity.frozen import dataclass
from maturity.session.acts.act import (
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
from maturity.session.acts.when import iso_date

__all__ = ["KloeAct", "kloe_outcome"]


@dataclass(frozen=True, slots=True)
class KloeAct:
    """Add a key line of enquiry, or close one with what was found."""

    text: str | None = told("the question", positional=True)
    item: str | None = told("the item it belongs to")
    plan: tuple[str, ...] = told('plan reference, such as "LAIP 4.30"', default=())
    forum: str | None = told("the group that will look into it")
    finding: str | None = told("what was found")
    learning: str | None = told("what was learned")
    impact: str | None = told("what changed because of it")
    closed: str | None = told("the day it was closed")
    id: str | None = told("change this one")
    remove: bool = told("take this one out; undo brings it back", default=False)


def _has_finding(scene: Scene, entry: str | None) -> bool:
    """Whether the enquiry with this id, if there is one, says already what was found."""
    if entry is None:
        return False
    key = find_entry(scene, (("kloes",),), entry, "key line of enquiry")[-1]
    return scene.state.kloes[key].finding is not None


def kloe_outcome(scene: Scene, act: KloeAct) -> Outcome:
    """Add a key line of enquiry, or change, close or remove one."""
    text = prose(act.text)
    if act.id is None and not act.remove and not text:
        raise Refused("A key line of enquiry needs its question.")
    closed = iso_date(scene, act.closed)
    if closed and not prose(act.finding) and not _has_finding(scene, act.id):
        raise Refused("A key line of enquiry is closed with a finding: --finding TEXT.")
    given = {
        "text": text,
        "item": item_path(scene, act.item)[1] if act.item else act.item,
        "plan": tuple(line(ref) or "" for ref in act.plan) or None,
        "forum": line(act.forum),
        "finding": prose(act.finding),
        "learning": prose(act.learning),
        "impact": prose(act.impact),
        "closed": closed,
    }
    said = "The key line of enquiry is kept."
    return entry_outcome(
        scene,
        "key line of enquiry",
        (("kloes",),),
        given,
        entry=act.id,
        remove=act.remove,
        says=said,
    )
