"""What the board decided of a rating, as an audience may see it."""

from maturity.frozen import dataclass
from maturity.judgement.view.ratings import LevelView

__all__ = ["BoardView"]


@dataclass(frozen=True, slots=True)
class BoardView:
    """The board's answer. `outcome` is "confirmed", "amended" or "deferred".

    `state` names an answer that is no level; `said` is either in words, `before` the rating as
    the board had it before it. `views` counts the different views that were open then.
    """

    outcome: str
    state: str
    level: LevelView | None
    said: str
    before: str
    body: str
    on: str
    minute: str
    note: str
    views: int
    is_changed_since: bool
