"""Statistics of one tally, for the annex and for sorting; never a threshold, never on the screen.

Every function takes the votes of each level, lowest level first. Levels count 1 to k in the
formulas; integers and fractions carry the sums, so that a float appears only at the end.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, combinations
from math import log2

from maturity.frozen import dataclass

__all__ = [
    "DisagreementIndex",
    "berry_mielke",
    "blair_lacy",
    "disagreement_index",
    "leik",
    "pair_agreement",
    "quartiles",
    "tastle_wierman",
    "van_der_eijk",
]


def pair_agreement(counts: Sequence[int]) -> float | None:
    """Share of pairs of people who chose the same level; None below two votes.

    S = sum n_i(n_i-1) / (n(n-1)), Fleiss 1971. Blind to distance. (3, 9, 0) gives 0.590909.
    """
    n = sum(counts)
    return sum(c * (c - 1) for c in counts) / (n * (n - 1)) if n > 1 else None


def leik(counts: Sequence[int]) -> float | None:
    """Leik's consensus, 1 - D: 1 when all agree, 0 when the room stands at the two ends.

    D = 2 * sum over j < k of min(F_j, 1-F_j) / (k-1), Leik 1966. (3, 9, 0) gives 0.75.
    """
    n, steps = sum(counts), len(counts) - 1
    if not n or steps < 1:
        return None
    off = sum(min(below, n - below) for below in accumulate(counts[:-1]))
    return (n * steps - 2 * off) / (n * steps)


def blair_lacy(counts: Sequence[int]) -> float | None:
    """Blair and Lacy's l squared: 1 when all agree, 0 when the room stands at the two ends.

    l2 = 4 * sum over j < k of (F_j - 0.5)^2 / (k-1), Blair and Lacy 2000. (3, 9, 0) gives 0.625.
    """
    n, steps = sum(counts), len(counts) - 1
    if not n or steps < 1:
        return None
    return sum((2 * below - n) ** 2 for below in accumulate(counts[:-1])) / (n * n * steps)


def berry_mielke(counts: Sequence[int]) -> float | None:
    """Berry and Mielke's index of ordinal variation: 0 when all agree; None where it has no scale.

    IOV = sum over i < j of n_i n_j (j-i) / T, T = (n^2 - [n odd])(k-1)/4, Berry and Mielke 1992.
    (3, 9, 0) gives 0.375.
    """
    n, steps = sum(counts), len(counts) - 1
    widest = (n * n - n % 2) * steps
    if widest < 1:
        return None
    apart = sum(a * b * (j - i) for (i, a), (j, b) in combinations(enumerate(counts), 2))
    return 4 * apart / widest


def tastle_wierman(counts: Sequence[int]) -> float | None:
    """Tastle and Wierman's consensus: 1 when all agree, 0 when half stand at each end.

    Cns = 1 + sum p_i * log2(1 - |i-m|/(k-1)), m the mean level, empty levels skipped, Tastle and
    Wierman 2007. m never leaves this function. (3, 9, 0) gives 0.685998.
    """
    n, steps = sum(counts), len(counts) - 1
    if not n or steps < 1:
        return None
    total = sum(level * c for level, c in enumerate(counts))
    whole = n * steps
    return 1 + sum(
        c / n * log2((whole - abs(level * n - total)) / whole)
        for level, c in enumerate(counts)
        if c
    )


def van_der_eijk(counts: Sequence[int]) -> float | None:
    """Van der Eijk's agreement A, from -1 (two ends) over 0 (spread evenly) to 1 (all agree).

    The tally is peeled into layers of equal counts, and A is their mean weighted by votes, van
    der Eijk 2001. None below three levels. (3, 9, 0) gives 0.75.
    """
    n = sum(counts)
    if not n or len(counts) < 3:  # noqa: PLR2004 - a pattern of agreement needs three levels
        return None
    left, agreed = list(counts), Fraction(0)
    while any(left):
        height = min(c for c in left if c)
        pattern = tuple(c > 0 for c in left)
        agreed += height * sum(pattern) * _layer(pattern)
        left = [c - height if c else 0 for c in left]
    return float(agreed / n)


@lru_cache(maxsize=1024)
def _layer(pattern: tuple[bool, ...]) -> Fraction:
    k, filled = len(pattern), sum(pattern)
    if filled == 1:
        return Fraction(1)
    triples = list(combinations(pattern, 3))
    near = sum(t in {(True, True, False), (False, True, True)} for t in triples)
    apart = sum(t == (True, False, True) for t in triples)
    if not near + apart:
        return Fraction(0)
    unimodal = Fraction((k - 2) * near - (k - 1) * apart, (k - 2) * (near + apart))
    return unimodal * Fraction(k - filled, k - 1)


def quartiles(counts: Sequence[int]) -> tuple[int, int] | None:
    """The levels, counted from 0, at the first and third quarter of the votes.

    Inverse of the distribution (type 1 of R), so each is a level that exists. (3, 9, 0) gives
    (0, 1).
    """
    n = sum(counts)
    if not n:
        return None
    reached = list(accumulate(counts))
    first, third = (
        next(level for level, votes in enumerate(reached) if 4 * votes >= quarter * n)
        for quarter in (1, 3)
    )
    return first, third


@dataclass(frozen=True, slots=True)
class DisagreementIndex:
    """The RAND/UCLA disagreement index on nine points; `disagree` is an index above 1."""

    p30: float
    p70: float
    ipr: float
    ipras: float
    di: float
    disagree: bool


def disagreement_index(counts: Sequence[int]) -> DisagreementIndex | None:
    """The disagreement index of the RAND/UCLA manual, 2001, with levels stretched over 1 to 9.

    DI = IPR / (2.35 + 1.5 * |5 - middle|), IPR the distance from the 30th to the 70th percentile
    (type 7 of R). A published table prints 2.5 for 2.35; only 2.35 gives its own result.
    (6, 6, 0) gives 0.747664.
    """
    n, steps = sum(counts), len(counts) - 1
    if not n or steps < 1:
        return None
    points = [1 + Fraction(8 * level, steps) for level, c in enumerate(counts) for _ in range(c)]
    p30, p70 = (_percentile(points, share) for share in (Fraction(3, 10), Fraction(7, 10)))
    ipr = p70 - p30
    ipras = Fraction(235, 100) + Fraction(3, 2) * abs(5 - (p30 + p70) / 2)
    index = ipr / ipras
    return DisagreementIndex(
        float(p30), float(p70), float(ipr), float(ipras), float(index), index > 1
    )


def _percentile(points: Sequence[Fraction], share: Fraction) -> Fraction:
    place = (len(points) - 1) * share
    below = int(place)
    above = min(below + 1, len(points) - 1)
    return points[below] + (points[above] - points[below]) * (place - below)
