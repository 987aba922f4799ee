"""The minutes of the item in hand: what its talk may take, and what the room may do now."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from maturity.judgement.timing.talk_time import MORE, TalkTime
from maturity.judgement.timing.talk_words import TIGHT, kept_to, named, talk_lines
from maturity.judgement.triage import triage
from maturity.judgement.view import ItemView
from maturity.tui import draw
from maturity.tui.overlays.panel import Panel

__all__ = ["MinutesPanel"]


class MinutesPanel(Panel[str]):
    """Gives "record", "more", "park" or "keep", or nothing: no item ever ends by itself."""

    def __init__(
        self,
        item: ItemView,
        time: TalkTime,
        items: tuple[ItemView, ...],
        chosen: tuple[ItemView, ...],
    ) -> None:
        """The time of an item; of all `items` there may be time for those `chosen` alone."""
        super().__init__(f"MINUTES: {named(item).upper()}")
        self._item = item
        self._time = time
        self._items = items
        self._chosen = chosen
        self._has_asked = False

    def body(self) -> ComposeResult:
        """Where the talk stands, and what may be done, each with its letter."""
        yield Static(id="stands", markup=False)
        yield Static(id="offers", markup=False)
        keys = "escape puts this away; nothing moves on by itself"
        yield Static(draw.line(keys), markup=False, classes="keys")

    def on_mount(self) -> None:
        """Draw."""
        self._draw()

    @property
    def _offers_more(self) -> bool:
        return not self._time.is_tight or self._has_asked

    def _draw(self) -> None:
        flags = triage(self._item).flags
        lines = [*talk_lines(self._item, self._time, flags)]
        if self._time.is_tight:
            lines.append(TIGHT)
        if self._chosen:
            lines.append(kept_to(self._items, self._chosen))
        self.query_one("#stands", Static).update(draw.para(*_spaced(lines)))
        rows = [draw.line((key, "bold $primary"), f"  {words}") for key, words in self._offers()]
        self.query_one("#offers", Static).update(draw.para(*rows))

    def _offers(self) -> tuple[tuple[str, str], ...]:
        lender = self._time.lender
        source = named(lender) if lender else "the closing part"
        offers = [("a", "Record: go to the level")]
        if self._offers_more:
            offers.append(("m", f"{MORE} more minutes, from {source}"))
        offers.append(("p", "Park with dissent: it comes back at the end, with every view kept"))
        if not self._offers_more:
            offers.append(("m", "more minutes all the same"))
        if self._chosen:
            names = ", ".join(named(one) for one in self._chosen)
            offers.append(("k", f"Keep to {names}"))
        return tuple(offers)

    def on_key(self, event: events.Key) -> None:
        """Take the letter of an offer."""
        if event.key == "m" and not self._offers_more:
            event.stop()
            self._has_asked = True
            self._draw()
            return
        chosen = _GIVES.get(event.key)
        if chosen is not None and event.key in dict(self._offers()):
            event.stop()
            self.dismiss(chosen)


_GIVES: Mapping[str, str] = {"a": "record", "m": "more", "p": "park", "k": "keep"}


def _spaced(lines: list[str]) -> list[str]:
    return [part for line in lines for part in (line, "")]
