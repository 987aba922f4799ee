"""A session that is only read: what asks for words or a choice goes, and what stands stays."""

from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input, TextArea

from maturity.tui.widgets.choice_row import ChoiceRow
from maturity.tui.widgets.level_field import LevelField
from maturity.tui.widgets.said import Said
from maturity.tui.widgets.vote_field import VoteField

__all__ = ["only_to_read"]

_FINDS = frozenset(("find", "words"))
_HINTS = (
    "#vote-head, #vote-said, #offered, #view-form, #read-back, #none, #card-keys, #no-notes, "
    "#note-keys, #because-head, #understood, #prompts-head, #read"
)
# `enter` on a row of these changes it; the arrow keys scroll them all the same
_LISTS = "#cards, #notes, #next-list, #kept, #open-prompts"


def only_to_read(screen: DOMNode) -> None:
    """Put away whatever could be typed into or chosen from, once the screen was drawn."""
    for hint in screen.query(_HINTS):
        hint.display = False
    for rows in screen.query(_LISTS):
        rows.disabled = True
    for field in screen.query("*"):
        if isinstance(field, Input | VoteField) and field.id not in _FINDS:
            _close(field, is_shown=False)
        elif isinstance(field, TextArea):
            _close(field, is_shown=bool(field.text))
        elif isinstance(field, ChoiceRow):
            _close(field, is_shown=field.display and bool(field.chosen))
            field.show(field.chosen)
        elif isinstance(field, LevelField):
            _close(field, is_shown=True)


def _close(field: Widget, *, is_shown: bool) -> None:
    field.disabled = True
    if is_shown:
        return
    field.display = False
    label = _before(field)
    if isinstance(label, Said) and label.id is None:
        label.display = False


def _before(field: Widget) -> Widget | None:
    """What stands just above a field: most often its label."""
    siblings = field.parent.children if field.parent is not None else ()
    at = next((place for place, one in enumerate(siblings) if one is field), 0)
    return siblings[at - 1] if at else None
