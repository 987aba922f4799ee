"""What is kept of a survey: counts, and nothing that belongs to a person."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from maturity.frozen import dataclass

__all__ = ["Counts", "ItemCounts", "Survey"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers counted: `tally` by level id, lowest first, and those that are no level."""

    tally: Mapping[str, int]
    cannot_say: int = 0
    abstain: int = 0

    @property
    def votes(self) -> int:
        """How many chose a level."""
        return sum(self.tally.values())


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """What a survey says of one item: its counts, those of each voice group, its comments."""

    item: str
    counts: Counts
    groups: Mapping[str, Counts] = field(default_factory=lambda: MappingProxyType({}))
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey counted: nothing in it belongs to a person.

    `people` answered and were counted; `said` tells what was left out, in sentences.
    """

    items: tuple[ItemCounts, ...]
    people: int
    said: tuple[str, ...] = ()
