"""What the room says of an item: a level chosen by people, or why there is none yet."""

from typing import Literal

from maturity.frozen import dataclass
from maturity.session.acts.act import (
    NOTHING_DIFFERENT,
    Change,
    Outcome,
    Refused,
    Scene,
    item_path,
    item_state,
    level_id,
    prose,
    rated_path,
    register,
    registers,
    told,
)
from maturity.session.kinds import Path, plain

__all__ = ["ParkAct", "RateAct", "SeenAct", "park_outcome", "rate_outcome", "seen_outcome"]


@dataclass(frozen=True, slots=True)
class RateAct:
    """Record the provisional rating that the room chose, or change what goes with it."""

    item: str = told("the item rated", positional=True)
    level: str | None = told(
        "the level the room chose: id, label, or number from 1 (lowest)",
        positional=True,
        must=False,
    )
    because: str | None = told("why, in the room's words; the first sentence stands on page 1")
    confidence: Literal["low", "medium", "high"] | None = told("trust in the evidence behind it")
    aim: str | None = told("the level hoped for next time")
    aim_text: str | None = told("what it takes to get there")
    not_reached: bool = told("even the lowest level is not reached", default=False)
    cannot_say: str | None = told("cannot say yet: what would settle it, who, and by when")
    not_applicable: str | None = told("does not apply here, and why (where the framework allows)")
    chosen_by: Literal["room", "chair"] | None = told("who chose the level")
    clear: bool = told("take the rating back", default=False)


def rate_outcome(scene: Scene, act: RateAct) -> Outcome:
    """Set the rating, or change only the fields that were given."""
    path = rated_path(scene, act.item)
    title = scene.framework.item(path[1]).title
    if act.clear:
        changes = register(scene, (*path, "rating"), None)
        return Outcome(
            changes, f"{title}: the rating is cleared." if changes else NOTHING_DIFFERENT
        )
    changes, said = _state_changes(scene, act, path)
    changes += registers(scene, path, {"because": _because(act), "confidence": act.confidence})
    changes += _aim(scene, act, path)
    if not changes:
        return Outcome((), NOTHING_DIFFERENT)
    if not said:
        named = " and ".join(change.at[-1].replace("_", " ") for change in changes)
        said = f"the {named} {'is' if len(changes) == 1 else 'are'} kept"
    return Outcome(changes, f"{title}: {said}.")


def _because(act: RateAct) -> str | None:
    return prose(act.because if act.not_applicable is None else act.not_applicable)


def _state_changes(scene: Scene, act: RateAct, path: Path) -> tuple[tuple[Change, ...], str]:
    asked = [act.level is not None, act.not_reached, act.cannot_say is not None]
    if sum((*asked, act.not_applicable is not None)) > 1:
        raise Refused("Choose one: a level, not reached, cannot say yet, or not applicable.")
    rating, said = _rating(scene, act, path)
    if rating is None:
        return (), ""
    before = item_state(scene, path).rating
    chosen = act.chosen_by or (before.chosen_by if before else "room")
    changes = register(scene, (*path, "rating"), rating | {"chosen_by": chosen})
    if sum((*asked, act.not_applicable is not None)):
        changes += register(scene, (*path, "next_step"), prose(act.cannot_say))
    return changes, said


def _rating(scene: Scene, act: RateAct, path: Path) -> tuple[dict[str, str] | None, str]:
    """The rating asked for and how to say it; nothing where the act names none."""
    if act.level is not None:
        level = level_id(scene, path, act.level)
        label = scene.framework.level_label(level)
        return {"state": "provisional", "level": level}, f"{label} (provisional)"
    if act.not_reached:
        return {"state": "not-reached"}, "not reached"
    if act.cannot_say is not None:
        _need(act.cannot_say, "What would settle it, who will find out, and by when?")
        return {"state": "cannot-say"}, "cannot say yet; the next step is kept"
    if act.not_applicable is not None:
        if not scene.framework.item(path[1]).may_not_apply:
            raise Refused("This framework does not allow 'not applicable' for this item.")
        _need(act.not_applicable, "Say why it does not apply.")
        return {"state": "not-applicable"}, "not applicable"
    before = item_state(scene, path).rating if act.chosen_by else None
    return (plain(before), f"chosen by the {act.chosen_by}") if before else (None, "")


def _need(text: str, question: str) -> None:
    if not prose(text):
        raise Refused(question)


def _aim(scene: Scene, act: RateAct, path: Path) -> tuple[Change, ...]:
    if act.aim is None and act.aim_text is None:
        return ()
    before = item_state(scene, path).aim
    level = before.level if before else None
    text = before.text if before else None
    if act.aim is not None:
        level = level_id(scene, path, act.aim) if act.aim else None
    if act.aim_text is not None:
        text = prose(act.aim_text)
    aim = {name: value for name, value in (("level", level), ("text", text)) if value}
    return register(scene, (*path, "aim"), aim or None)


@dataclass(frozen=True, slots=True)
class ParkAct:
    """Set an item aside as not settled; it comes back at the end."""

    item: str = told("the item", positional=True)
    because: str | None = told("what stands in the way")
    undiscussed: bool = told("its level is proposed, not discussed", default=False)
    clear: bool = told("take it back: settled, and discussed", default=False)


def park_outcome(scene: Scene, act: ParkAct) -> Outcome:
    """Park an item, mark its level as not discussed, or take either back."""
    path = rated_path(scene, act.item)
    title = scene.framework.item(path[1]).title
    if act.clear:
        changes = register(scene, (*path, "parked"), None)
        changes += register(scene, (*path, "discussed"), None)
        return Outcome(changes, f"{title} is no longer parked." if changes else NOTHING_DIFFERENT)
    if act.undiscussed:
        changes = register(scene, (*path, "discussed"), new=False)
        return Outcome(
            changes, f"{title}: proposed, not discussed." if changes else NOTHING_DIFFERENT
        )
    parked: dict[str, object] = {"parked": True}
    if because := prose(act.because):
        parked["because"] = because
    changes = register(scene, (*path, "parked"), parked)
    return Outcome(
        changes, f"{title} is parked; it comes back at the end." if changes else NOTHING_DIFFERENT
    )


@dataclass(frozen=True, slots=True)
class SeenAct:
    """Keep the level the room saw on a criterion used as a lens; never rolled up."""

    item: str = told("the criterion", positional=True)
    level: str = told("the level seen there; leave empty to clear", positional=True)


def seen_outcome(scene: Scene, act: SeenAct) -> Outcome:
    """Set or clear the level seen on a lens."""
    path = item_path(scene, act.item)
    item = scene.framework.item(path[1])
    if path[0] != "criterion" or any(rated.id == item.id for rated in scene.framework.items):
        raise Refused(f'"{item.title}" is rated itself. Use: maturity rate SESSION ITEM LEVEL')
    level = level_id(scene, path, act.level) if act.level else None
    changes = register(scene, (*path, "seen"), level)
    label = scene.framework.level_label(level) if level else "cleared"
    return Outcome(changes, f"{item.title}: seen as {label}." if changes else NOTHING_DIFFERENT)
