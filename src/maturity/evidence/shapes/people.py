"""The people of minutes: a line of the attendance taken apart, and initials looked up."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from maturity.evidence.messages import notice
from maturity.evidence.model import MinutedPerson, Notice, Owner

__all__ = ["OWNER", "Presence", "ends_in_organisation", "opens_with_name", "owners_of", "people_of"]

_ONE = r"(?:[A-Z]{2,4}\b|(?:[Tt]he )?(?:[\w-]+ )?[Cc]hair \([A-Z]{2,4}\))"
OWNER = re.compile(
    rf"(?P<owners>{_ONE}(?:\s*(?:/|,|&|\band\b)\s*{_ONE})*|(?:All|ALL)(?: [\w\u2019'-]+){{0,4}}?)"
    r"(?:\s*[-\u2013\u2014:]+\s*|\s+(?:to|will)\s+)(?P<task>.+)",
    re.DOTALL,
)
"""An action that says whose it is before it says what is to be done."""

_TITLES = re.compile(
    r"(?:Councillor|Cllr|Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Rev|Revd|Sir|Dame)\.?\s+",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\s*\((?:minutes?|minute[- ]taker|notes)\)", re.IGNORECASE)
_CHAIR = re.compile(r"(?<!co-)(?<!co )(?<!vice-)(?<!vice )(?<!deputy )\bchair\b", re.IGNORECASE)
_ORGANISATION = re.compile(r"\b(?:Council|NHS|ICB|Trust|School|Academy|Forum|DfE|College)s?\b")
_ROLE = re.compile(
    r"\b(?:lead|chair|ceo|chief|director|manager|officer|head|headteacher|advis[eo]r|nurse|"
    r"member|representative|consultant|coordinator|co-ordinator)\b",
    re.IGNORECASE,
)
_ROLE_IN_BRACKETS = re.compile(r"\s*\((?P<role>[^()]+)\)\s*$")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_CHAIR_BY_NAME = re.compile(
    r"(?:the )?(?:[\w-]+ )?chair(?: \((?P<initials>[A-Z]{2,4})\))?", re.IGNORECASE
)
_APART = re.compile(r"\s*(?:/|,|;|&|\band\b)\s*")
_FIRST_PART = re.compile(r"[^,(]*?(?=\s+[-\u2013\u2014]\s|[,(]|$)")
_NAME = re.compile(r"[A-Z][\w.'\u2019-]*(?:\s+(?:[A-Z][\w.'\u2019-]*|de|van|von|der|bin|al)){1,4}")
_DASH = re.compile(r"\s+[-\u2013\u2014]\s+")
_LONGEST_LINE = 250

Presence = Literal["present", "apologies"]


def people_of(lines: Sequence[tuple[str, str, Presence]]) -> tuple[MinutedPerson, ...]:
    """The people named in lines of (words, ref, presence); a line too long to name one is left."""
    kept = [line for line in lines if line[0].strip() and len(line[0]) <= _LONGEST_LINE]
    lasts = Counter(_parts(words)[-1].casefold() for words, _, _ in kept if "," in words)
    known = frozenset(last for last, times in lasts.items() if times > 1)
    return tuple(_person(words, ref, presence, known) for words, ref, presence in kept)


def opens_with_name(line: str) -> bool:
    """Whether a line begins as people are named, and not as a sentence does."""
    first = _FIRST_PART.match(line.strip())
    return first is not None and bool(_NAME.fullmatch(first.group().strip()))


def _person(words: str, ref: str, presence: Presence, known: frozenset[str]) -> MinutedPerson:
    name, *rest = _parts(_MINUTES.sub("", words))
    title = _TITLES.match(name)
    bare = name[title.end() :] if title else name
    bare, *after_dash = _DASH.split(bare, maxsplit=1)
    rest = [*after_dash, *rest]
    said: tuple[str, ...] = ()
    if (in_brackets := _ROLE_IN_BRACKETS.search(bare)) is not None:
        bare = bare[: in_brackets.start()]
        if _INITIALS.fullmatch(in_brackets["role"]):
            said = (in_brackets["role"],)
        else:
            rest = [in_brackets["role"], *rest]
    organisation = rest.pop() if rest and ends_in_organisation(rest, known) else None
    role = ", ".join(rest) or None
    return MinutedPerson(
        line=words,
        name=bare,
        role=role,
        organisation=organisation,
        title=title.group().strip() if title else None,
        initials=tuple(dict.fromkeys((*said, *_initials(bare)))),
        presence=presence,
        is_chair=bool(role and _CHAIR.search(role)),
        takes_minutes=bool(_MINUTES.search(words)),
        ref=ref,
    )


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.strip().rstrip(".").split(",")]


def ends_in_organisation(rest: Sequence[str], known: frozenset[str]) -> bool:
    """Whether the last of the parts after a name is an organisation and no role.

    `known` holds organisations that others of the same list are of, casefolded.
    """
    last = rest[-1]
    if last.casefold() not in known and not _ORGANISATION.search(last):
        return False
    return len(rest) > 1 or not _ROLE.search(last)


def _initials(name: str) -> tuple[str, ...]:
    """Of the first and last name; for a double-barrelled name with one half and with both."""
    words = [word for word in name.split() if word[:1].isalpha()]
    if len(words) < 2:  # noqa: PLR2004 - one name alone has no initials
        return ()
    given, family = words[0][0], [half[0] for half in words[-1].split("-") if half]
    every = {
        given + family[0]: None,
        given + "".join(family): None,
        "".join(word[0] for word in words): None,
    }
    return tuple(letters.upper() for letters in every)


def owners_of(
    words: str, people: Iterable[MinutedPerson]
) -> tuple[tuple[Owner, ...], tuple[Notice, ...]]:
    """The owners of an action and what is to be told; who is not certain is never picked.

    Looked up in the attendance, then in the apologies. Where minutes name nobody, nothing is
    told of owners who cannot be found.
    """
    known = tuple(people)
    owners = tuple(_owner(part, known) for part in _APART.split(words.strip()) if part)
    told = [note for owner in owners for note in _told(owner, known)]
    return owners, tuple(told)


def _owner(part: str, people: tuple[MinutedPerson, ...]) -> Owner:
    if part.casefold().split()[0] in {"all", "everyone"}:
        return Owner(as_written=part, result="everyone")
    present = [person for person in people if person.presence == "present"]
    absent = [person for person in people if person.presence == "apologies"]
    for group, is_absent in ((present, False), (absent, True)):
        found = [person for person in group if _is_meant(part, person)]
        if len(found) == 1:
            return Owner(
                as_written=part, result="resolved", person=found[0].name, is_absent=is_absent
            )
        if found:
            names = tuple(person.name for person in found)
            return Owner(as_written=part, result="ambiguous", candidates=names)
    return _chair_and_initials(part, present)


def _is_meant(part: str, person: MinutedPerson) -> bool:
    if _INITIALS.fullmatch(part):
        return part in person.initials
    if (chair := _CHAIR_BY_NAME.fullmatch(part)) is not None:
        initials = chair["initials"]
        return person.is_chair and (initials is None or initials in person.initials)
    return part.casefold() == person.name.casefold()


def _chair_and_initials(part: str, present: Sequence[MinutedPerson]) -> Owner:
    """A role and initials that do not agree name two people at most, and neither is picked."""
    chair = _CHAIR_BY_NAME.fullmatch(part)
    initials = chair["initials"] if chair else None
    either = [p.name for p in present if initials and (p.is_chair or initials in p.initials)]
    if either:
        return Owner(as_written=part, result="ambiguous", candidates=tuple(either))
    return Owner(as_written=part, result="unknown")


def _told(owner: Owner, people: tuple[MinutedPerson, ...]) -> Iterable[Notice]:
    words = owner.as_written
    if owner.result == "ambiguous":
        names = ", ".join(owner.candidates)
        yield notice("W17", initials=words, n=len(owner.candidates), people=names)
    elif owner.result == "unknown" and people:
        yield notice("W18", initials=words)
    elif owner.is_absent:
        yield notice("W19", initials=words)
