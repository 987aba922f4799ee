"""Evidence: the cards of an item, a search for more, and a family's account in one line."""

from collections.abc import Callable, Mapping
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity.judgement.view import ItemView, LinkView
from maturity.session.acts.evidence import UnlinkAct
from maturity.tui import draw
from maturity.tui.panes.cards import card, in_reading_order, quote_of
from maturity.tui.panes.linking import Linking
from maturity.tui.panes.searching import Searching
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.marked import Marked
from maturity.tui.widgets.said import Said

__all__ = ["PANE", "EvidencePane"]

_NONE = "No evidence yet. / searches what was read in, f takes a family's account in one line."
_HINT = "/ find   f family's account   enter what it shows   x challenges   delete"
_ACCOUNT = "A family's account, in one line. Name no child."


class EvidencePane(Searching):
    """What there is to go on, family voices first."""

    KEY = "e"

    def __init__(self) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self._linking: Linking | None = None

    def compose(self) -> ComposeResult:
        """One line that asks, the search, and the cards."""
        # the question comes first, where no list can push it out of sight
        with Vertical(id="ask"):
            yield Said(id="asks")
            yield Field(id="answer")
        yield from self.search_rows()
        yield Said(draw.para(_NONE), id="none")
        yield Said(draw.para((_HINT, "$secondary")), id="card-keys")
        yield Marked(id="cards")

    def on_mount(self) -> None:
        """Begin with the cards alone."""
        self.query_one("#search").display = False
        self.query_one("#ask").display = False

    @property
    def scroller(self) -> Widget:
        """The cards scroll."""
        return self.query_one("#cards")

    def begin(self, item: ItemView) -> None:
        """Put search and question away."""
        del item
        self._put_away()

    def draw_item(self, item: ItemView) -> None:
        """Draw the cards."""
        cards = self.query_one("#cards", OptionList)
        at, held = cards.highlighted, self._card_in_hand
        links = in_reading_order(item.links)
        is_to_read = bool(self.room.sitting.read_only)
        drawn = [
            Option(card(one, is_private=self.is_private, is_to_read=is_to_read), one.excerpt)
            for one in links
        ]
        cards.set_options(drawn)
        is_searching = self.is_searching
        cards.display = bool(links) and not is_searching
        ids = [one.excerpt for one in links]
        at = ids.index(held) if held in ids else min(at or 0, len(links) - 1)
        cards.highlighted = at if links else None
        self.query_one("#none").display = not links and not is_searching
        self.query_one("#card-keys").display = bool(links) and not is_searching
        if self.hits:
            # a link changes what is said of a row, and what is private is covered again
            self.draw_hits(self.query_one("#hits", OptionList).highlighted or 0)

    def now(self, item: ItemView) -> str:
        """Read, or find something to read."""
        if self._linking is not None and self.query_one("#ask").display:
            return "enter links it; words say what it shows, and may be left out"
        if self.query_one("#ask").display:
            return "enter keeps it as evidence; escape leaves it"
        if self.hits:
            return "enter links the row marked >; down chooses another; escape puts it away"
        if not item.links:
            return "/ searches, f takes a family's account; or space"
        return "read in silence, a family's voice first; then space"

    def arrive(self) -> Widget | None:
        """The cards take up and down, where there are any."""
        return self.query_one("#cards") if self.item.links else None

    def back(self) -> Widget | None:
        """The cards again, so that `enter` and `delete` mean the one that is marked."""
        return self.arrive()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Find, link, or take an account."""
        return {
            "find": self.find,
            "account": self.take_account,
            "link": partial(self.link, "supports"),
            "challenges": partial(self.link, "challenges"),
            "why": self.why,
        }

    def find(self) -> None:
        """Begin a search; a question about what was found before is over."""
        self.query_one("#ask").display = False
        super().find()

    def why(self) -> None:
        """Say why the excerpt under the cursor was found, and where it may belong."""
        # suggests items, which loads the stemmer
        from maturity.tui.overlays.panel import TextPanel  # noqa: PLC0415 see above
        from maturity.tui.overlays.why import why_lines  # noqa: PLC0415 see above

        excerpt = self._under_cursor()
        if not excerpt:
            self.room.tell("Find an excerpt first: / and a few letters, then tab.")
            return
        sitting = self.room.sitting
        said = next((one.why for one in self.hits if one.excerpt.id == excerpt), ())
        lines = self.room.guarded(
            lambda: why_lines(sitting.workshop, excerpt, said, is_private=sitting.is_private)
        )
        if lines is not None:
            self.app.push_screen(TextPanel("WHY IT WAS FOUND", *lines))

    def take_account(self) -> None:
        """Ask for a family's account."""
        self._linking = None
        self._ask(_ACCOUNT, self.held_in("answer"))

    def link(self, stance: str) -> None:
        """Link what is under the cursor: an excerpt that was found, or a card that is here."""
        excerpt = self._under_cursor()
        if not excerpt:
            self.room.tell("Find an excerpt first: / and a few letters, then tab.")
            return
        known = self._known(excerpt)
        hit = next((one for one in self.hits if one.excerpt.id == excerpt), None)
        quote = quote_of(known, hit, is_private=self.is_private)
        self._linking = Linking(excerpt, stance, quote)
        self._ask(self._linking.question, known.shows or "" if known else "")

    def _known(self, excerpt: str) -> LinkView | None:
        return next((one for one in self.item.links if one.excerpt == excerpt), None)

    @property
    def _card_in_hand(self) -> str:
        option = self.query_one("#cards", OptionList).highlighted_option
        return (option.id or "") if option else ""

    def _turn(self, step: int) -> None:
        if self._linking is not None:
            self._linking = self._linking.turned(step)
            self._say_asked(self._linking.question)

    def _under_cursor(self) -> str:
        hits, cards = self.query_one("#hits", OptionList), self.query_one("#cards", OptionList)
        rows = hits if self.is_searching and hits.option_count else cards
        option = rows.highlighted_option
        return (option.id or "") if option else ""

    def _ask(self, question: str, text: str) -> None:
        self.query_one("#ask").display = True
        self._say_asked(question)
        answer = self.query_one("#answer", Field)
        with answer.prevent(Field.Changed):
            answer.value = text
        self.room.set_focus(answer)
        answer.action_end()
        self.room.draw_time()

    def _say_asked(self, question: str) -> None:
        self.query_one("#asks", Static).update(draw.para((question, "$secondary")))

    def put_away(self) -> bool:
        """Put away what is open; False where nothing is."""
        is_open = self.query_one("#ask").display or self.is_searching
        self._put_away()
        self.draw_item(self.item)
        return bool(is_open)

    def _put_away(self) -> None:
        self.query_one("#ask").display = False
        self.end_search()

    @on(Field.Submitted, "#find")
    def _marked_of_hits(self) -> None:
        """Link the row in hand, at first the first: somebody is still saying where it stands."""
        if self.hits:
            self.link("supports")

    def key_down(self, event: events.Key) -> None:
        """From the search to the next row that it found; in the question, what it is linked as."""
        if self.query_one("#find").has_focus and self.hits:
            event.stop()
            # the first is in hand before any key
            self.query_one("#hits", OptionList).action_cursor_down()
            self.to("#hits")
        elif self.query_one("#answer").has_focus:
            event.stop()
            self._turn(1)

    def key_up(self, event: events.Key) -> None:
        """In the question, what it is linked as."""
        if self.query_one("#answer").has_focus:
            event.stop()
            self._turn(-1)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_list.id == "hits":
            self.link("supports")
            return
        known = self._known(event.option.id or "")
        self.link(known.stance if known else "supports")

    @on(Field.Changed, "#answer")
    def _answer_typed(self, event: Field.Changed) -> None:
        event.stop()
        if self._linking is None:
            self.hold_field(self.query_one("#answer", Field))

    @on(Field.Submitted, "#answer")
    def _answered(self, event: Field.Submitted) -> None:
        room, item, text = self.room, self.item.id, event.value
        workshop = room.sitting.workshop
        if self._linking is None:
            before = {link.excerpt for link in self.item.links}
            receipt = room.settle(lambda: workshop.add_account(item, text))
            self._take_in_hand(before)
            more = " enter on its card: supports or challenges."
        else:
            linking, more = self._linking, ""
            receipt = room.settle(
                lambda: workshop.link(item, linking.excerpt, linking.stance, text)
            )
        if receipt is None:
            return
        room.tell(f"{receipt.said}{more}")
        event.input.value = ""
        self.query_one("#ask").display = False
        self._move_on()

    def _take_in_hand(self, before: set[str]) -> None:
        cards = self.query_one("#cards", OptionList)
        fresh = (at for at, one in enumerate(cards.options) if one.id not in before)
        cards.highlighted = next(fresh, cards.highlighted)

    def _move_on(self) -> None:
        hits = self.query_one("#hits", OptionList)
        if self.hits and hits.highlighted is not None:
            hits.highlighted = min(hits.highlighted + 1, hits.option_count - 1)
        self.to("#hits" if self.hits else "#cards")
        self.room.draw_time()

    def key_delete(self) -> None:
        """Take the card under the cursor off the item, if that is meant."""
        option = self.query_one("#cards", OptionList).highlighted_option
        if self.query_one("#cards").has_focus and option and option.id:
            self._unlink(option.id)

    @work
    async def _unlink(self, excerpt: str) -> None:
        from maturity.tui.dialogs import Confirm  # noqa: PLC0415 loaded when something is asked

        question = f"Take this card off {self.item.short}? u brings it back."
        if await self.app.push_screen_wait(Confirm(question, do="Take off")):
            receipt = self.room.do(UnlinkAct(self.item.id, excerpt))
            if receipt is not None:
                # what was said of linking it may still stand there
                self.room.tell(receipt.said)


PANE = EvidencePane
