"""Attendance: who was invited, who came, who sent apologies, who left."""

from maturity.frozen import dataclass
from maturity.session.acts.act import Change, Outcome, Refused, Scene, line, registers, told
from maturity.session.acts.when import clock_time
from maturity.session.kinds import Path, plain
from maturity.session.voters import group_label, known_groups

__all__ = ["PersonAct", "person_outcome"]


@dataclass(frozen=True, slots=True)
class PersonAct:
    """Put someone on the register, or change what it says of them."""

    name: str = told("the name; the same name again changes the entry", positional=True)
    role: str | None = told("what they do")
    organisation: str | None = told("where they work, or whom they represent")
    group: str | None = told("their voice group, by id or name")
    initials: str | None = told("initials, where the usual ones will not do")
    present: bool | None = told("they are here")
    apologies: bool | None = told("they sent apologies")
    deputy_for: str | None = told("the person they stand in for")
    arrived: str | None = told("time of a late arrival, such as 09:40")
    left: str | None = told("time they left, such as 12:10")
    observer: bool | None = told("they listen and do not vote")
    remove: bool = told("take them off the register", default=False)


def person_outcome(scene: Scene, act: PersonAct) -> Outcome:
    """Add a person, or change the fields that were given."""
    name = line(act.name)
    if not name:
        raise Refused("A person needs a name.")
    known = {person.name.casefold(): key for key, person in scene.state.people.items()}
    key = known.get(name.casefold())
    if act.remove:
        if key is None:
            raise Refused(f'Nobody called "{name}" is on the register.')
        return Outcome((Change("retract", ("people",), of=key),), f"{name} is off the register.")
    given = {
        "role": line(act.role),
        "organisation": line(act.organisation),
        "group": _group(scene, act.group),
        "initials": line(act.initials),
        "state": _attendance(act, is_new=key is None),
        "deputy_for": line(act.deputy_for),
        "arrived": _moment(scene, act.arrived),
        "left": _moment(scene, act.left),
        "observer": act.observer,
    }
    said = f"{name}: {_said(scene, given)}."
    warnings = _of_group(scene, _group(scene, act.group))
    if key is None:
        fields = {field: plain(value) for field, value in given.items() if value not in (None, "")}
        fields = {"name": name, "initials": initials(name)} | fields
        return Outcome((Change("add", ("people",), fields),), said, warnings)
    path: Path = ("people", key)
    changes = registers(scene, path, given)
    return Outcome(changes, said if changes else f"{name}: nothing was different.", warnings)


def initials(name: str) -> str:
    """First letters of the given name and of each half of the family name: "AC", "ACJ"."""
    words = [word for word in name.split() if word.casefold().strip(".") not in _TITLES]
    if not words:
        return ""
    halves = words[-1].split("-") if len(words) > 1 else []
    return "".join(part[0].upper() for part in (words[0], *halves) if part)


_FEWEST_LETTERS = 3
"""As many of a voice group's name stand for it, where no other begins so."""
_TITLES = frozenset({"councillor", "cllr", "dr", "mr", "mrs", "ms", "miss", "professor", "prof"})


def _attendance(act: PersonAct, *, is_new: bool) -> str | None:
    if act.apologies:
        return "apologies"
    if act.present or act.arrived is not None or is_new:
        return "present" if act.present is not False else "invited"
    return None if act.present is None else "invited"


def _group(scene: Scene, asked: str | None) -> str | None:
    if asked is None:
        return None
    wanted = line(asked) or ""
    known = known_groups(scene.state, scene.framework)
    labels = {group: group_label(scene.framework, group).casefold() for group in known}
    for group, label in labels.items():
        if wanted.casefold() in {group.casefold(), label}:
            return group
    # thirty people are placed while the room looks on: "parent" is no new group of its own
    begun = [group for group, label in labels.items() if label.startswith(wanted.casefold())]
    return begun[0] if len(begun) == 1 and len(wanted) >= _FEWEST_LETTERS else wanted


def _of_group(scene: Scene, group: str | None) -> tuple[str, ...]:
    """A group may be named in the session, but a slip of the hand names one too."""
    known = known_groups(scene.state, scene.framework)
    if not group or group in known:
        return ()
    named = ", ".join(group_label(scene.framework, one) for one in known)
    return (f'"{group}" is a new voice group. Groups so far: {named or "none"}.',)


def _moment(scene: Scene, asked: str | None) -> str | None:
    """A time of day as people type it, on the day of the sitting."""
    if asked is None:
        return None
    if not asked.strip():
        return ""
    hours, minutes = clock_time(asked)
    moment = scene.now.replace(hour=hours, minute=minutes, second=0, microsecond=0)
    return moment.isoformat(timespec="seconds")


def _said(scene: Scene, given: dict[str, str | bool | None]) -> str:
    words = {"present": "here", "apologies": "apologies", "invited": "invited"}
    parts = []
    if given["group"]:
        parts.append(group_label(scene.framework, str(given["group"])))
    if given["state"]:
        parts.append(words[str(given["state"])])
    if given["observer"]:
        parts.append("observes")
    moments = [(name, given[name]) for name in ("arrived", "left")]
    parts += [f"{name} {str(moment)[11:16]}" for name, moment in moments if moment]
    return ", ".join(parts) or "on the register"
