"""Decisions, and risks or escalations; "none" counts only when the room was asked."""

from typing import Any

from maturity.frozen import dataclass
from maturity.session.acts.act import (
    Change,
    Outcome,
    Refused,
    Scene,
    entry_outcome,
    item_path,
    line,
    prose,
    register,
    told,
)
from maturity.session.acts.when import due_fields

__all__ = ["DecisionAct", "RiskAct", "decision_outcome", "risk_outcome"]


@dataclass(frozen=True, slots=True)
class DecisionAct:
    """Keep a decision of the room."""

    text: str | None = told("the decision", positional=True)
    item: str | None = told("the item it belongs to")
    to: str | None = told("the forum it goes to")
    due: str | None = told("by when, as people say it")
    id: str | None = told("change this one")
    remove: bool = told("take this one out; undo brings it back", default=False)


@dataclass(frozen=True, slots=True)
class RiskAct:
    """Keep a risk or an escalation, or record that the room was asked and there is none."""

    text: str | None = told("the risk, or what is escalated", positional=True)
    item: str | None = told("the item it belongs to")
    to: str | None = told("the forum it goes to")
    due: str | None = told("by when, as people say it")
    none: bool = told("the room was asked, and there is none", default=False)
    id: str | None = told("change this one")
    remove: bool = told("take this one out; undo brings it back", default=False)


def _given(scene: Scene, act: DecisionAct | RiskAct) -> dict[str, Any]:
    return {
        "text": prose(act.text),
        "item": item_path(scene, act.item)[1] if act.item else act.item,
        "to": line(act.to),
    } | due_fields(scene, act.due)


def decision_outcome(scene: Scene, act: DecisionAct) -> Outcome:
    """Add a decision, or change or remove one."""
    given = _given(scene, act)
    if act.id is None and not act.remove and not given["text"]:
        raise Refused("A decision needs its words.")
    return entry_outcome(
        scene,
        "decision",
        (("decisions",),),
        given,
        entry=act.id,
        remove=act.remove,
        says="The decision is kept.",
    )


def risk_outcome(scene: Scene, act: RiskAct) -> Outcome:
    """Add a risk, change or remove one, or record that there is none."""
    if act.none:
        if act != RiskAct(None, none=True):
            raise Refused("None, and a risk: give one of the two, each on its own.")
        if scene.state.risks:
            raise Refused("Risks are recorded. Remove them before recording that there is none.")
        changes = register(scene, ("session", "no_risks"), new=True)
        return Outcome(changes, "Risks: none (the room was asked).")
    given = _given(scene, act)
    if act.id is None and not act.remove and not given["text"]:
        raise Refused("A risk needs its words; --none records that there is none.")
    outcome = entry_outcome(
        scene,
        "risk",
        (("risks",),),
        given,
        entry=act.id,
        remove=act.remove,
        says="The risk is kept.",
    )
    if act.id is None and scene.state.session.no_risks:
        no_longer = Change("set", ("session", "no_risks"))
        return Outcome((*outcome.changes, no_longer), outcome.said)
    return outcome
