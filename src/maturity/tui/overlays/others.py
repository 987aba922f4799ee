"""What the board may answer besides a level, each by its letter."""

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from maturity.judgement.view import ItemView
from maturity.tui import draw
from maturity.tui.overlays.panel import Panel

__all__ = ["CLEAR", "OTHERS", "OtherAnswers"]

CLEAR: Final = "clear"
"""What is given where the answer is to be taken back."""

OTHERS: Final = {
    "defer": "deferred",
    "not_reached": "not reached",
    "cannot_say": "cannot say yet",
    "not_applicable": "not applicable",
    CLEAR: "not yet confirmed (takes the answer back)",
}
"""The other answers in words, by the field of the act that records them."""

_KEYS: Final = {
    "d": "defer",
    "n": "not_reached",
    "c": "cannot_say",
    "a": "not_applicable",
    "t": CLEAR,
}


class OtherAnswers(Panel[str]):
    """Gives the name of one of `OTHERS`, chosen by its letter, or with the arrow keys."""

    def __init__(self, item: ItemView) -> None:
        """The answers that this item may have."""
        super().__init__(f"THE BOARD ON {item.title.upper()}")
        hidden = {"not_applicable"} if not item.may_not_apply else set()
        hidden |= {CLEAR} if item.board is None else set()
        self._offered = {key: name for key, name in _KEYS.items() if name not in hidden}

    def body(self) -> ComposeResult:
        """One row an answer."""
        options = [
            Option(draw.line((key, "bold $primary"), f"  {OTHERS[name]}"), id=name)
            for key, name in self._offered.items()
        ]
        yield OptionList(*options, markup=False, compact=True)

    def on_mount(self) -> None:
        """Put the cursor on the first."""
        rows = self.query_one(OptionList)
        rows.highlighted = 0
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        """Choose by letter; `0` again puts the list away."""
        name = self._offered.get(event.key)
        if name is not None or event.key == "0":
            event.stop()
            self.dismiss(name)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the answer under the cursor."""
        self.dismiss(event.option_id or "")
