"""Who is in the room, and who votes: read off the register at one moment."""

import re
from datetime import datetime

from maturity.framework import Framework
from maturity.session.state import Person, SessionState
from maturity.words.names import Names

__all__ = [
    "group_label",
    "in_group",
    "is_here",
    "is_part_of_a_name",
    "is_voter",
    "known_groups",
    "names_somebody",
    "voters",
]


def is_here(person: Person, at: datetime) -> bool:
    """Whether someone is present and has arrived and not left by the clock on the wall."""
    if person.state != "present":
        return False
    moment = at.isoformat(timespec="seconds")
    arrived = person.arrived is None or person.arrived <= moment
    return arrived and (person.left is None or person.left > moment)


def is_voter(person: Person, framework: Framework, at: datetime) -> bool:
    """Whether someone here does not observe and belongs to a group that votes."""
    voice = framework.voices.get(person.group or "")
    votes = voice is None or voice.votes
    return votes and not person.observer and is_here(person, at)


def voters(state: SessionState, framework: Framework, at: datetime) -> tuple[Person, ...]:
    """The people who vote at this moment, in the order of the register."""
    return tuple(person for person in state.people.values() if is_voter(person, framework, at))


def in_group(state: SessionState, group: str, at: datetime) -> tuple[Person, ...]:
    """The people of one voice group who are here at this moment."""
    people = state.people.values()
    return tuple(person for person in people if person.group == group and is_here(person, at))


def names_somebody(state: SessionState, text: str) -> bool:
    """Whether a text holds the whole name of anybody on the register."""
    return Names(person.name for person in state.people.values()).search(text)


def is_part_of_a_name(state: SessionState, text: str) -> bool:
    """Whether a text is nothing but words of one name on the register: "Ann", "Reed"."""
    words = _words(text)
    return bool(words) and any(words <= _words(person.name) for person in state.people.values())


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def known_groups(state: SessionState, framework: Framework) -> tuple[str, ...]:
    """Ids of the voice groups of the framework, then those named in the session alone."""
    named = {person.group: None for person in state.people.values() if person.group}
    return tuple(dict.fromkeys((*framework.voices, *named)))


def group_label(framework: Framework, group: str) -> str:
    """A voice group in the framework's words; one named in the session speaks for itself."""
    voice = framework.voices.get(group)
    return voice.label if voice else group
