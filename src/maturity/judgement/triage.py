"""What needs talking about: flags on an item, and how hot it is, for the order of the talk."""

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.agreement import AgreementWord
from maturity.judgement.view import ItemView, RoundView, Withheld

__all__ = [
    "UNVOTED_HEAT",
    "Flag",
    "Triage",
    "heat_of",
    "hottest_first",
    "is_moved",
    "is_settled",
    "triage",
]

UNVOTED_HEAT: Final = 3
"""What an item counts for before its first votes are in."""

_HEAT: Final[Mapping[str, int]] = MappingProxyType(
    {
        AgreementWord.SPLIT: 6,
        AgreementWord.MIXED: 3,
        AgreementWord.TOGETHER: 1,
        AgreementWord.TOO_FEW: 1,
    }
)
_EACH_FLAG: Final = 2
_A_THIRD: Final = 3
_FAR: Final = 2


class Flag(StrEnum):
    """One reason to talk about an item."""

    SPLIT = "split"
    MIXED = "mixed"
    FAR_VOICE = "far-voice"
    GROUP_GAP = "group-gap"
    ABSTAINED = "abstained"
    UNEVIDENCED = "unevidenced"
    ALL_TOP = "all-top"
    MOVED = "moved"


_WORDS: Final = frozenset({Flag.SPLIT, Flag.MIXED})


@dataclass(frozen=True, slots=True)
class Triage:
    """An item's flags and its heat: that of the word, and two more for each other flag."""

    item: str
    flags: tuple[Flag, ...]
    heat: int


@dataclass(frozen=True, slots=True)
class _Case:
    item: ItemView
    latest: RoundView
    counts: tuple[int, ...]
    has_gap: bool


def _far_voice(case: _Case) -> bool:
    """Read off the middle that the view has: the figures behind the word cost more than they say.

    Every item of a large session is looked at whenever the Room is drawn.
    """
    places = [level.position for level in case.item.median]
    if not places or case.latest.word == AgreementWord.TOO_FEW:
        return False
    low, high = min(places) - _FAR, max(places) + _FAR
    return any(votes and not low < at < high for at, votes in enumerate(case.counts, 1))


def _abstained(case: _Case) -> bool:
    latest = case.latest
    here = latest.present or sum(case.counts) + latest.cannot_say + latest.abstain
    return latest.abstain > 0 and latest.abstain * _A_THIRD >= here


def _unevidenced(case: _Case) -> bool:
    """A challenge counts as answered by the because: a link has no answer of its own."""
    item = case.item
    is_challenged = any(link.stance == "challenges" for link in item.links)
    carries = item.links and (item.rating.because or not is_challenged)
    return case.latest.word == AgreementWord.TOGETHER and not carries


def _all_top(case: _Case) -> bool:
    is_together = case.latest.word == AgreementWord.TOGETHER
    return is_together and sum(case.counts[:-1]) == 0 < sum(case.counts)


_CHECKS: Final[tuple[tuple[Flag, Callable[[_Case], bool]], ...]] = (
    (Flag.SPLIT, lambda case: case.latest.word == AgreementWord.SPLIT),
    (Flag.MIXED, lambda case: case.latest.word == AgreementWord.MIXED),
    (Flag.FAR_VOICE, _far_voice),
    (Flag.GROUP_GAP, lambda case: case.has_gap),
    (Flag.ABSTAINED, _abstained),
    (Flag.UNEVIDENCED, _unevidenced),
    (Flag.ALL_TOP, _all_top),
)


def is_moved(item: ItemView) -> bool:
    """Whether its level is another than last time's, and nobody has said why."""
    last, level = item.last, item.rating.level
    if last is None or last.level is None or level is None:
        return False
    return last.level.id != level.id and not item.rating.because


def heat_of(word: str) -> int:
    """The heat of the word of a vote, without any flag beside it."""
    return _HEAT.get(word, UNVOTED_HEAT)


def triage(item: ItemView, *, has_gap: bool = False) -> Triage:
    """Flags and heat of an item, by its latest vote and last time's level.

    `has_gap` says that a group gap was found over the scope the item belongs to. Without a vote,
    or with one whose rule is not known here, no flag is of the vote and the heat begins with
    `UNVOTED_HEAT`.
    """
    latest = item.latest
    moved = (Flag.MOVED,) if is_moved(item) else ()
    if latest is None or not latest.word:
        return Triage(item.id, moved, UNVOTED_HEAT + _EACH_FLAG * len(moved))
    counts = () if isinstance(latest.counts, Withheld) else latest.counts
    case = _Case(item, latest, counts, has_gap)
    flags = (*(flag for flag, holds in _CHECKS if holds(case)), *moved)
    others = sum(flag not in _WORDS for flag in flags)
    return Triage(item.id, flags, _HEAT[latest.word] + _EACH_FLAG * others)


def hottest_first(items: Iterable[ItemView], *, in_gap: Collection[str] = ()) -> tuple[Triage, ...]:
    """The triage of each item, hottest first; of equals the one given first stands first.

    `in_gap` has the ids of the items over which a group gap was found.
    """
    found = (triage(item, has_gap=item.id in in_gap) for item in items)
    return tuple(sorted(found, key=lambda one: -one.heat))


def is_settled(item: ItemView) -> bool:
    """Whether the room is through with an item for now: answered, parked, or left undiscussed."""
    return item.is_rated or item.parked is not None or not item.discussed
