"""The name a person probably meant."""

from collections.abc import Iterable
from itertools import pairwise

__all__ = ["nearest", "one_of"]

_FURTHEST = 2


def nearest(written: str, names: Iterable[str]) -> str | None:
    """The one name at most two typing slips from `written`, or None where none or several are.

    Two slips in a word of four letters are another word, so short words get fewer.
    """
    allowed = min(_FURTHEST, (len(written) - 1) // 2)
    found = sorted(
        (_slips(written.casefold(), name.casefold()), name)
        for name in names
        if abs(len(name) - len(written)) <= allowed
    )
    if not found or found[0][0] > allowed:
        return None
    tied = any(one[0] == other[0] for one, other in pairwise(found[:2]))
    return None if tied else found[0][1]


def _slips(one: str, other: str) -> int:
    # Optimal string alignment: a letter too many, too few or wrong, or two neighbours swapped.
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, against in enumerate(other, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def one_of(names: Iterable[str], *, most: int = 12) -> str:
    """The names as a list to choose from, in a sentence; only the first `most` of them."""
    listed = list(names)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more
