"""What stands around the items: the session, its framework and the words people typed."""

from collections.abc import Mapping

from maturity.frozen import dataclass
from maturity.judgement.view.ratings import LevelView

__all__ = ["FrameworkView", "PageView", "SessionView"]


@dataclass(frozen=True, slots=True)
class PageView:
    """The words that only people can write."""

    story: str
    families: tuple[str, ...]
    difference: tuple[str, ...]
    asks: tuple[str, ...]
    bring: tuple[str, ...]
    for_families: str
    implications: str


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """The framework as a reader meets it; `standing` says whose words its levels are.

    `not_reached` is what it calls a rating below its lowest level.
    """

    id: str
    title: str
    version: str
    fingerprint: str
    standing: str
    notice: str
    language: str
    rate: str
    levels: tuple[LevelView, ...]
    meanings: Mapping[str, str]
    pillars: tuple[tuple[str, str], ...]
    stale_after_months: int
    glossary: Mapping[str, str]
    not_reached: str = "Not reached"


@dataclass(frozen=True, slots=True)
class SessionView:
    """What the session is, and the house words that the paper uses."""

    id: str
    title: str
    area: str
    period: str
    date: str
    minutes: int
    place: str
    marking: str
    board: str
    forum: str
    board_date: str
    no_risks: bool
    voting: str = "paper"
