"""How far a room agrees on one item: one word from a rule that a room can check by counting."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement import measures

__all__ = ["RULE", "Agreement", "AgreementWord", "describe", "ends", "word_of"]

RULE: Final = "ram-1"
"""The word rule in force. A change of rule is a new name beside this one, never a new meaning."""

FEWEST_FOR_A_WORD: Final = 3
SMALL_ROOM_BELOW: Final = 8


class AgreementWord(StrEnum):
    """The one word a room is told; the values are those of the JSON output."""

    TOGETHER = "together"
    MIXED = "mixed"
    SPLIT = "split"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the votes of one round say.

    Levels are numbered from 1, lowest first. `median_low` and `median_high` differ when the room's
    middle falls between two levels; both are None without votes. `mode` holds every level with
    the most votes. `two_or_more_off` counts the people two levels or more outside the medians;
    None under three votes. The statistics below `two_or_more_off` are for the annex and for
    sorting only; None where they are not defined.
    """

    counts: tuple[int, ...]
    n: int
    median_low: int | None
    median_high: int | None
    mode: tuple[int, ...]
    word: AgreementWord
    small_room: bool
    two_or_more_off: int | None
    van_der_eijk: float | None
    pair_agreement: float | None
    tastle_wierman: float | None
    leik: float | None
    blair_lacy: float | None


def describe(counts: Sequence[int]) -> Agreement:
    """The word and the figures for votes by level, lowest level first, under rule `RULE`.

    Abstentions and "cannot say" stay outside `counts`. (3, 9, 0) is "together", medians 2 and 2.
    Raises ValueError for a negative count.
    """
    return _described(tuple(counts))


# one view of a session asks for the same counts several times, and the figures take longest of all
@lru_cache(maxsize=1024)
def _described(counts: tuple[int, ...]) -> Agreement:
    n = _votes(counts)
    medians = _medians(counts, n) if n else None
    low, high = (level + 1 for level in medians) if medians else (None, None)
    most = max(counts, default=0)
    return Agreement(
        counts=counts,
        n=n,
        median_low=low,
        median_high=high,
        mode=tuple(level for level, c in enumerate(counts, 1) if c == most) if n else (),
        word=_ram_1(counts),
        small_room=n < SMALL_ROOM_BELOW,
        two_or_more_off=_far(counts, *medians) if medians and n >= FEWEST_FOR_A_WORD else None,
        van_der_eijk=measures.van_der_eijk(counts),
        pair_agreement=measures.pair_agreement(counts),
        tastle_wierman=measures.tastle_wierman(counts),
        leik=measures.leik(counts),
        blair_lacy=measures.blair_lacy(counts),
    )


def word_of(counts: Sequence[int], rule: str) -> AgreementWord | None:
    """The word under the rule a round was kept with; None for a rule this version does not know.

    Raises ValueError for a negative count.
    """
    _votes(counts)
    rule_for = _RULES.get(rule)
    return rule_for(counts) if rule_for else None


def _votes(counts: Sequence[int]) -> int:
    if any(c < 0 for c in counts):
        raise ValueError("A level cannot have fewer than no votes.")
    return sum(counts)


def _medians(counts: Sequence[int], n: int) -> tuple[int, int]:
    return _level_of_vote(counts, (n + 1) // 2), _level_of_vote(counts, n // 2 + 1)


def _level_of_vote(counts: Sequence[int], vote: int) -> int:
    for level, c in enumerate(counts):
        vote -= c
        if vote <= 0:
            return level
    raise ValueError("There are fewer votes than that.")


def _far(counts: Sequence[int], low: int, high: int) -> int:
    return sum(c for level, c in enumerate(counts) if level <= low - 2 or level >= high + 2)


def ends(levels: int) -> tuple[range, range]:
    """The levels, counted from 0, that are the low end and the high end of so many levels.

    They are the lowest and the highest quarter of the scale: of three levels the first and the
    last, of five the first two and the last two.
    """
    reach = (levels - 1) // 4
    return range(reach + 1), range(levels - 1 - reach, levels)


def _ram_1(counts: Sequence[int]) -> AgreementWord:
    n, steps = sum(counts), len(counts) - 1
    if n < FEWEST_FOR_A_WORD:
        return AgreementWord.TOO_FEW
    low_end, high_end = (sum(counts[level] for level in end) for end in ends(steps + 1))
    if steps and min(low_end, high_end) >= max(2, (n + 1) // 3):
        return AgreementWord.SPLIT
    low, high = _medians(counts, n)
    off = n - counts[low]
    if low == high and off <= (n - 2) // 3 and _far(counts, low, high) <= 1:
        return AgreementWord.TOGETHER
    return AgreementWord.MIXED


_RULES: Final[Mapping[str, Callable[[Sequence[int]], AgreementWord]]] = MappingProxyType(
    {RULE: _ram_1}
)
