"""A search over all that was read in, on its way to a link: the letters, and what they find."""

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity.tui import draw
from maturity.tui.evidence import may_search, reading
from maturity.tui.panes.cards import found
from maturity.tui.panes.pane import Pane
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.marked import Marked
from maturity.tui.widgets.said import Said

if TYPE_CHECKING:
    # the search loads a stemmer, which is only wanted once somebody searches
    from maturity.evidence.search.index import Hit

__all__ = ["Searching"]

_MOST = 50
_LEAST_LETTERS = 2
_AGAIN = 0.2
"""Seconds between two looks at a search that is still being filled."""


class Searching(Pane):
    """What is searched for, and `hits`, as far as the documents are read."""

    def __init__(self) -> None:
        """Nothing is found yet."""
        super().__init__()
        self.hits: tuple[Hit, ...] = ()
        self._is_ready = False

    def search_rows(self) -> ComposeResult:
        """The field, a line about what it found, and the rows."""
        with Vertical(id="search"):
            yield Field(hint="words to find, in anything that was read in", id="find")
            yield Said(id="found")
            yield Marked(id="hits", always=True)

    @property
    def is_searching(self) -> bool:
        """Whether the search is open."""
        return bool(self.query_one("#search").display)

    @property
    def is_private(self) -> bool:
        """Whether the screen shows what is the facilitator's alone, a covered excerpt too."""
        return self.room.sitting.is_private

    def find(self) -> None:
        """Begin a search, with none of the letters of the one before."""
        self.query_one("#search").display = True
        self._forget_letters()
        self.draw_item(self.item)
        self.to("#find")
        self._warm()

    @work(thread=True, exclusive=True, group="search")
    def _warm(self) -> None:
        if self._is_ready:
            return
        # reading all documents and their stems takes too long to do between two keys
        workshop = self.room.sitting.workshop
        shelf = workshop.shelf
        self.app.call_from_thread(self._search_again)
        bool(shelf.index)
        self.app.call_from_thread(self._search_again)
        # so does learning the framework, which the reasons of what is found ask for
        bool(workshop.suggester)

    def _search_again(self) -> None:
        """Search what is there so far, and again a little later until all of it is."""
        self._is_ready = True
        find = self.query_one("#find", Field)
        if find.has_focus:
            self._search(find.value)
        if self.is_searching and reading(self.room.sitting.workshop):
            self.set_timer(_AGAIN, self._search_again)

    def end_search(self) -> None:
        """Put the search away, with its letters."""
        self.query_one("#search").display = False
        self._forget_letters()

    def _forget_letters(self) -> None:
        find = self.query_one("#find", Field)
        with find.prevent(Field.Changed):
            find.value = ""
        self._show_hits((), "")

    @on(Field.Changed, "#find")
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        if self._is_ready:
            self._search(event.value)

    def _search(self, typed: str) -> None:
        words = typed.strip()
        so_far = reading(self.room.sitting.workshop)
        if len(words) < _LEAST_LETTERS:
            self._show_hits((), "Two letters begin the search." if words else so_far)
            return
        if not may_search(self.room.sitting.workshop):
            self._show_hits((), so_far)
            return
        shelf = self.room.sitting.workshop.shelf
        hits = self.room.guarded(lambda: shelf.search(words, limit=_MOST + 1)) or ()
        said = "tab leaves the letters; there l links, x as a challenge, W says why"
        if not hits:
            said = "Nothing holds these words. Try another word, or fewer."
        elif len(hits) > _MOST:
            said = f"The first {_MOST}; type another word to narrow it."
        self._show_hits(hits[:_MOST], f"{so_far}. {said}" if so_far else said)

    def _show_hits(self, hits: "tuple[Hit, ...]", said: str) -> None:
        self.hits = hits
        self.query_one("#found", Static).update(draw.line((said, "$secondary")))
        self.draw_hits(0)
        self.room.draw_time()

    def draw_hits(self, at: int) -> None:
        """Draw what was found as the item and the room stand now, with the row `at` in hand."""
        stances = {link.excerpt: link.stance for link in self.item.links}
        rows = self.query_one("#hits", OptionList)
        rows.display = bool(self.hits)
        rows.set_options(
            Option(
                found(hit, stances.get(hit.excerpt.id, ""), is_private=self.is_private),
                hit.excerpt.id,
            )
            for hit in self.hits
        )
        rows.highlighted = at if self.hits else None
