"""What stands beside an excerpt in its document, which helps to tell what it is about."""

from collections.abc import Sequence

from maturity.evidence.model import Excerpt

__all__ = ["ALONE", "REACH", "Beside", "beside"]

REACH = 3
"""How many excerpts on either side are looked at: those farther off told no more."""

Beside = tuple[tuple[int, Excerpt], ...]
"""The excerpts beside one under the same headings, with how many steps off each stands."""

ALONE: Beside = ()
"""What stands beside an excerpt that is on its own."""


def beside(excerpts: Sequence[Excerpt], at: int) -> Beside:
    """What stands beside the excerpt at a place among those of its document; nearest first."""
    path = excerpts[at].heading_path
    found = []
    for step in (-1, 1):
        for steps in range(1, REACH + 1):
            place = at + step * steps
            if not 0 <= place < len(excerpts) or excerpts[place].heading_path != path:
                break
            found.append((steps, excerpts[place]))
    return tuple(sorted(found, key=lambda one: one[0]))
