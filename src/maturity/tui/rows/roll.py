"""The register in words: who stands where, and names as an invitation lists them."""

from collections import Counter
from collections.abc import Iterable

from maturity.evidence.shapes.people import ends_in_organisation
from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed, PersonView, VoiceView
from maturity.session.acts.people import PersonAct
from maturity.text import clean_line

__all__ = [
    "Named",
    "gap_of",
    "named_people",
    "preview",
    "register_sentence",
    "state_of",
    "warnings_of",
]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody on a list of names; `group` is a voice group's id, empty where none was named."""

    name: str
    role: str = ""
    organisation: str = ""
    group: str = ""

    @property
    def act(self) -> PersonAct:
        """The act that puts them on the register, as invited."""
        return PersonAct(
            self.name,
            role=self.role or None,
            organisation=self.organisation or None,
            group=self.group or None,
            present=False,
        )


def named_people(typed: str, voices: Iterable[VoiceView]) -> tuple[Named, ...]:
    """The people of a pasted list, one a line: "name, role, organisation", and a group anywhere.

    A part that is a voice group by its name is the group; what is left stands in the order role,
    organisation. One part alone is an organisation where it reads like one, or where others of
    the list are of it. Raises `TextTooLong`.
    """
    groups = {_key(text): voice.id for voice in voices for text in (voice.label, voice.id)}
    lines = [parts for line in typed.splitlines() if (parts := _parts(line))]
    last = Counter(parts[-1].casefold() for parts in lines if len(parts) > 1)
    known = frozenset(one for one, times in last.items() if times > 1)
    return tuple(_named(parts, groups, known) for parts in lines)


def _key(text: str) -> str:
    """One name of a group, whether it is written for one person or for many."""
    return text.casefold().replace("-", " ").removesuffix("s")


def _parts(line: str) -> list[str]:
    return [part for part in map(clean_line, line.replace("\t", ",").split(",")) if part]


def _named(parts: list[str], groups: dict[str, str], known: frozenset[str]) -> Named:
    name, *said = parts
    group = next((groups[_key(part)] for part in said if _key(part) in groups), "")
    rest = [part for part in said if not group or groups.get(_key(part)) != group]
    # "Head, Inclusion, Northmere Council": commas stand inside roles, never inside organisations
    if len(rest) > 1 or (rest and ends_in_organisation(rest, known)):
        return Named(name, ", ".join(rest[:-1]), rest[-1], group)
    return Named(name, "".join(rest), "", group)


def preview(people: tuple[Named, ...], known: Iterable[str]) -> str:
    """What adding these people would do, in one sentence."""
    there = {name.casefold() for name in known}
    again = sum(person.name.casefold() in there for person in people)
    without = sum(not person.group for person in people)
    said = [_count(len(people), "person", "people")]
    if without:
        said.append(f"{without} without a group")
    if again:
        said.append(f"{again} on the register already")
    return ", ".join(said)


def _count(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


_STATES = {"present": "here", "apologies": "apologies", "invited": "not yet"}


def state_of(person: PersonView) -> str:
    """Where somebody stands: "here", "late, 09:40", "left 12:10", "here, observes"."""
    said = _STATES[person.state]
    if person.state == "present":
        if person.left:
            said = f"left {person.left}"
        elif person.arrived:
            said = f"late, {person.arrived}"
    return f"{said}, observes" if person.observer else said


def gap_of(person: PersonView) -> bool:
    """Whether a row lacks something: if they came, or, of those who did, whom they speak for."""
    return person.state == "invited" or (person.state == "present" and not person.group)


def _votes(view: Disclosed) -> tuple[PersonView, ...]:
    voting = {voice.id: voice.votes for voice in view.voices}
    return tuple(
        person
        for person in view.people
        if person.state == "present"
        and not person.left
        and not person.observer
        and voting.get(person.group, True)
    )


def register_sentence(view: Disclosed) -> str:
    """The register in two or three sentences, for row 2."""
    people = view.people
    if not people:
        return "Nobody on the register yet."
    here = [person for person in people if person.state == "present" and not person.left]
    late = sum(bool(person.arrived) for person in here)
    apologies = sum(person.state == "apologies" for person in people)
    waiting = sum(person.state == "invited" for person in people)
    counts = [f"{len(here)} here" + (f" ({late} came late)" if late else "")]
    counts += [f"{n} {word}" for n, word in ((apologies, "apologies"), (waiting, "not yet")) if n]
    voters = _votes(view)
    observers = sum(person.observer for person in here)
    who = [_count(len(voters), "voter", "voters")]
    who += [_count(observers, "observer", "observers")] if observers else []
    families = {voice.id for voice in view.voices if voice.families}
    family = sum(person.group in families for person in voters)
    said = f"{len(people)} invited: {', '.join(counts)}. {', '.join(who)}."
    if family:
        said += f" Families' voices are {family} of {len(voters)}."
    return said


def warnings_of(view: Disclosed) -> tuple[str, ...]:
    """The core voices that nobody here speaks for."""
    if not view.people:
        return ()
    there = {person.group for person in view.people if person.state == "present"}
    return tuple(
        f"nobody yet from {voice.label} (a core voice)"
        for voice in view.voices
        if voice.core and voice.id not in there
    )
