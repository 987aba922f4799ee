"""The Open list: the screens of a session, each with its initial."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from maturity.tui import draw
from maturity.tui.overlays.panel import Panel
from maturity.tui.places import OPENED, Place

__all__ = ["OpenList"]


class OpenList(Panel[Place]):
    """Gives the place chosen by its initial, or with the arrow keys and `enter`."""

    def __init__(self, here: Place) -> None:
        """The list, with the cursor on the place it was opened from."""
        super().__init__("OPEN")
        self._here = here

    def body(self) -> ComposeResult:
        """One row a place."""
        options = [
            Option(draw.line((letter, "bold $primary"), f"  {place.named}"), id=place.value)
            for letter, place in OPENED
        ]
        yield OptionList(*options, markup=False, compact=True)

    def on_mount(self) -> None:
        """Put the cursor on the place we are at."""
        rows = self.query_one(OptionList)
        places = [place for _, place in OPENED]
        rows.highlighted = places.index(self._here) if self._here in places else 0
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        """Open by initial; `o` again puts the list away."""
        place = dict(OPENED).get(event.key)
        if place is not None:
            event.stop()
            self.dismiss(place)
        elif event.key == "o":
            event.stop()
            self.dismiss(None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the place under the cursor."""
        self.dismiss(Place(event.option_id or ""))
