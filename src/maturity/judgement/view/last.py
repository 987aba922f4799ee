"""How an item stood in the session before this one, as an audience may see it."""

from maturity.frozen import dataclass
from maturity.judgement.view.audience import Withheld
from maturity.judgement.view.ratings import AimView, LevelView

__all__ = ["LastDissentView", "LastView"]


@dataclass(frozen=True, slots=True)
class LastDissentView:
    """A view that had no answer last time, its level in words.

    `withheld` is set where only its existence may be told; every text is then empty.
    """

    who: str
    level: str
    reason: str
    change: str
    reach: str
    withheld: Withheld | None = None


@dataclass(frozen=True, slots=True)
class LastView:
    """How an item stood last time; `said` is its level or its state in words.

    `session` is the facilitator's. There is a `level` only where `carry` is "kept": a level of
    other words or another scale is not one of today's. `outcome` is the board's, empty without.
    """

    session: str
    on: str
    state: str
    level: LevelView | None
    said: str
    outcome: str
    aim: AimView | None
    views: tuple[LastDissentView, ...]
    carry: str

    @property
    def is_comparable(self) -> bool:
        """Whether it was said of the same words on the same scale."""
        return self.carry == "kept"
