"""Numbers that follow one another, told as their first and last."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

__all__ = ["runs"]


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each stretch of rising numbers without a gap."""
    found = list(numbers)
    starts = [at for at in range(len(found)) if at == 0 or found[at] != found[at - 1] + 1]
    for start, end in pairwise([*starts, len(found)]):
        yield found[start], found[end - 1]
