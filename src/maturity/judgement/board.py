"""What the board decided: of one rating, and what that makes of all of them together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.view import BoardView, Disclosed, LevelView
from maturity.judgement.wording import BANNER
from maturity.session.state import ItemState, Rating
from maturity.words.calendar import said_date

__all__ = ["Standing", "board_view", "day_words", "standing"]

_UNRATED: Final = "Not rated"


def board_view(
    kept: ItemState, levels: Sequence[LevelView], words: Mapping[str, str]
) -> BoardView | None:
    """The board's answer to an item, or None; `words` are those of the states without a level.

    The rating has changed since where it is no longer as the board had it.
    """
    board = kept.board
    if board is None:
        return None
    by_id = {level.id: level for level in levels}
    level = by_id.get(board.level or "")

    def said(name: str | None, state: str) -> str:
        found = by_id.get(name or "")
        return found.label if found else words.get(state, _UNRATED)

    seen = board.seen
    return BoardView(
        outcome=board.outcome,
        state=board.state or "",
        level=level,
        said="" if board.outcome == "deferred" else said(board.level, board.state or ""),
        before=said(seen.level, seen.state) if seen else _UNRATED,
        body=board.body or "",
        on=board.on or "",
        minute=board.minute or "",
        note=board.note or "",
        views=len(board.dissent_seen),
        is_changed_since=_answer(kept.rating) != _answer(seen),
    )


def _answer(rating: Rating | None) -> tuple[str, str | None] | None:
    return (rating.state, rating.level) if rating else None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the board has answered: the word that heads everything shown, and the rest of it.

    Together they are the banner. `counts` has how often each outcome stands, in words; `left` is
    how many items it has not settled.
    """

    status: str
    rest: str
    counts: str
    left: int

    @property
    def is_provisional(self) -> bool:
        """Whether the board has settled nothing yet."""
        return self.status == "PROVISIONAL"


_OUTCOMES: Final = ("confirmed", "amended", "deferred")


def standing(view: Disclosed) -> Standing:
    """What the board's answers make of the whole; provisional until one of them settles an item."""
    boards = [item.board for item in view.items if item.board is not None]
    tally = Counter(board.outcome for board in boards)
    waits = len(view.items) - len(boards)
    parts = [f"{tally[name]} {name}" for name in _OUTCOMES if tally[name]]
    counts = ", ".join(parts)
    left = waits + tally["deferred"]
    status, rest = BANNER.split(": ", 1)
    if not tally["confirmed"] + tally["amended"]:
        return Standing(status, rest, counts, left)
    bodies = dict.fromkeys(board.body or f"the {view.session.board}" for board in boards)
    days = sorted({board.on for board in boards if board.on})
    when = " and ".join(map(day_words, days))
    by = f"by {' and '.join(bodies)}" + (f" on {when}" if when else "")
    if not left:
        number = tally["amended"]
        changed = f"; {number} {'level' if number == 1 else 'levels'} amended" if number else ""
        return Standing("CONFIRMED", f"{by}{changed}.", counts, left)
    open_ = f", {waits} not yet answered" if waits else ""
    return Standing("CONFIRMED IN PART", f"{by}: {counts}{open_}.", counts, left)


def day_words(iso: str) -> str:
    """A day as it is said; what a file has in its place, and is no day, as it stands there."""
    try:
        return said_date(date.fromisoformat(iso))
    except ValueError:
        return iso
