"""What else stands in a paper that came back: comments, words put in, actions ticked as agreed.

None of it is kept unless a person takes it.
"""

from collections.abc import Iterator
from typing import Final, Literal

from maturity.evidence.answers.returned import Returned, ReturnedRemark, Shown
from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed
from maturity.report.answers import (
    ACTIONS_ANCHOR,
    ACTIONS_CAPTION,
    AGREED,
    AGREED_COLUMN,
    TICKS,
    tag,
)
from maturity.report.phrases import item_anchor
from maturity.report.returned.found import called, cells_by, folded, table_of

__all__ = ["Remark", "remarks_in"]

_ACTION_COLUMN: Final = "Action"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark; `item` is what it stands beside, `action` the id of an action ticked.

    Either is empty where there is none. `about` are the words a comment hangs on.
    """

    kind: Literal["comment", "insertion", "agreed"]
    words: str
    author: str = ""
    about: str = ""
    item: str = ""
    action: str = ""

    @property
    def said(self) -> str:
        """The remark in a line."""
        words = " ".join(self.words.split())
        if self.kind == "agreed":
            return f"Ticked as agreed: {words}"
        what = "Comment" if self.kind == "comment" else "Put in"
        by = f" by {self.author}" if self.author else ""
        on = f' on "{" ".join(self.about.split())}"' if self.about else ""
        return f"{what}{by}{on}: {words}"

    @property
    def kept(self) -> str:
        """What is kept of it as a private note: who wrote it stays in the file."""
        what = "Comment from the board" if self.kind == "comment" else "Put in by the board"
        on = f' on "{" ".join(self.about.split())}"' if self.about else ""
        return f"{what}{on}: {self.words}"


def remarks_in(view: Disclosed, returned: Returned) -> tuple[Remark, ...]:
    """The remarks of a paper: actions newly ticked first, then the rest in reading order."""
    return (*_agreed(view, returned), *(_remark(view, one) for one in returned.remarks))


def _agreed(view: Disclosed, returned: Returned) -> Iterator[Remark]:
    ticks = {one.tag: one.is_ticked for one in returned.controls if one.is_ticked is not None}
    rows = cells_by(table_of(returned, ACTIONS_ANCHOR, ACTIONS_CAPTION), _ACTION_COLUMN)
    for action in view.actions:
        shown = rows.get(folded(action.text), {}).get(folded(AGREED_COLUMN))
        ticked = ticks.get(tag(AGREED, action.id), _has_tick(shown))
        if ticked and not action.agreed:
            yield Remark("agreed", action.text, item=action.item, action=action.id)


def _has_tick(cell: Shown | None) -> bool:
    """Whether a cell shows more than an open box; somebody may have typed a tick or a yes."""
    words = folded(cell.text) if cell is not None else ""
    (_, open_box), _ = TICKS
    return words not in {"", open_box, "no"}


def _remark(view: Disclosed, found: ReturnedRemark) -> Remark:
    return Remark(found.kind, found.words, found.author, found.about, _item(view, found))


def _item(view: Disclosed, found: ReturnedRemark) -> str:
    """The item whose row or part of the paper a remark stands in."""
    row = folded(found.row)
    for item in view.items:
        # bookmarks are anchors as the writer of Word files spells them
        part = item_anchor(item.id).replace("-", "_")
        within = part.replace("item_", "_of_", 1)
        if row in called(item) or found.near == part or found.near.endswith(within):
            return item.id
    return ""
