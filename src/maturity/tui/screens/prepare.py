"""Prepare: what evidence there is for each item, what is missing, and the links between them."""

from datetime import date

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import DataTable, Input, OptionList, Static
from textual.widgets.option_list import Option

from maturity.evidence.model import Excerpt
from maturity.judgement.view import Disclosed
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.dialogs import Ask
from maturity.tui.evidence import (
    Found,
    Suggestions,
    find,
    may_search,
    reading,
    suggested,
    suggestions,
)
from maturity.tui.places import Place
from maturity.tui.rows.mapping import Row, gaps, has_gap, rows, thin_spots
from maturity.tui.screens.prepare_papers import PapersScreen
from maturity.tui.sitting import PREREAD
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.rows import Rows

__all__ = ["SCREEN", "PrepareScreen"]

_HEADS = ("", "supports", "chall.", "family", "outcome", "newest", "")
_NAME = {True: 17, False: 25}
"""The widest a name is drawn, where the window is wide and where not: no figure is pushed out."""
_WIDE = 100
_AGAIN = 0.2
"""Seconds between two looks at a search that is still being filled."""
_NO_EVIDENCE = "No evidence yet. i imports a document, or all of a folder."
_NO_SUGGESTION = "no suggestion: too few words in common"
_MASKED = "[may identify a child: hidden, h shows]"


class PrepareScreen(PapersScreen):
    """The grid of items, and beside it the excerpts that were found."""

    PLACE = Place.PREPARE
    BINDINGS = bindings(PLACE)
    CSS_PATH = "prepare.tcss"

    def body(self) -> ComposeResult:
        """The grid, what was found, and what is missing."""
        self._grid_of: tuple[Disclosed, date, tuple[Row, ...]] | None = None
        with Horizontal(id="both"):
            yield Rows(*(draw.cell(head) for head in _HEADS), id="grid")
            with Vertical(id="side"):
                yield Static(markup=False, id="for")
                yield Field(hint="words to find in the evidence", id="words")
                yield OptionList(id="hits", markup=False, compact=True)
        yield Static(markup=False, id="gaps")

    def appear(self) -> None:
        """Begin on the item in hand, else on the first gap; the evidence is read beside it."""
        self._found: tuple[Found, ...] = ()
        self._suggested: Suggestions | None = None
        self._is_open = False
        super().appear()
        grid = self.query_one("#grid", Rows)
        first = next((row for row in self._grid if has_gap(row)), self._grid[0])
        grid.point_at(self.sitting.item_id or first.item.id)
        grid.focus()
        # reading every excerpt must not hold up the first picture
        self.call_after_refresh(self.warm)

    @property
    def home_focus(self) -> Widget | None:
        """The grid."""
        return self.query_one("#grid")

    @property
    def _grid(self) -> tuple[Row, ...]:
        view, today = self.sitting.view, self.sitting.workshop.now.date()
        if self._grid_of is None or self._grid_of[0] is not view or self._grid_of[1] != today:
            self._grid_of = view, today, rows(view, today)
        return self._grid_of[2]

    def draw_view(self) -> None:
        """Draw the grid and what it lacks."""
        grid = self._grid
        self.query_one("#grid", Rows).fill(
            (row.item.id for row in grid),
            lambda part: [self._cells(at + 1, grid[at]) for at in part],
        )
        self._say_now(grid)
        self._search()

    def _cells(self, at: int, row: Row) -> list[Text]:
        name = draw.cut(f"{at} {row.item.short}", _NAME[self.app.size.width >= _WIDE])
        newest = f"{row.newest:%b %y}" if row.newest else "none"
        figures = (row.supports, row.challenges, row.family, row.outcome)
        texts = (name, *(str(figure or "-") for figure in figures), newest, row.mark)
        return [*map(draw.cell, texts)]

    def say_now(self) -> None:
        """Say what to do now."""
        self._say_now(self._grid)

    def _say_now(self, grid: tuple[Row, ...]) -> None:
        view, in_hand = self.sitting.view, self.sitting.item.id
        here = next(row for row in grid if row.item.id == in_hand)
        spots = ", ".join(thin_spots(view, here)) or "nothing known to be thin"
        thin = draw.line((f"{here.item.short}: ", "bold"), spots)
        self.query_one("#gaps", Static).update(draw.para(thin, gaps(view, grid)))
        # the row in hand comes first, then the others from the top
        empty = next((row for row in (here, *grid) if not row.item.links), None)
        quiet = next((row for row in (here, *grid) if not row.family), None)
        if self._found and self.query_one("#hits", OptionList).has_focus:
            to = f"enter links the excerpt in hand to {here.item.short}"
            self.now(f"{to}, x as a challenge; escape: the items")
        elif not self.sitting.view.documents:
            self.now("no evidence yet; i imports a document, f takes a family's account")
        elif empty is not None:
            how = "enter shows what was found, l links it" if empty is here else "space goes to it"
            self.now(f"{empty.item.short} has no evidence; {how}")
        elif quiet is not None:
            self.now(f"{quiet.item.short} has no family voice; f takes an account in one line")
        else:
            self.now("every item has evidence and a family's voice")

    @work(thread=True, exclusive=True, group="warm")
    def warm(self) -> None:
        """Read the evidence and what it may belong to, away from the screen."""
        workshop = self.sitting.workshop
        bool(workshop.shelf)
        self.app.call_from_thread(self._opened)
        self.app.call_from_thread(self._ready, suggestions(workshop))

    def _opened(self) -> None:
        """Search what is there so far, and again a little later until all of it is."""
        self._is_open = True
        if not self.is_mounted:
            return
        if self.query_one("#words", Field).has_focus or self._suggested is None:
            self._search()
        if reading(self.sitting.workshop):
            self.set_timer(_AGAIN, self._opened)

    def _ready(self, found: Suggestions) -> None:
        self._suggested = found
        if self.is_mounted:
            self.tell_of_evidence()
            self._search()

    def _search(self) -> None:
        """Show what fits the words typed; where none are, what is suggested for the item."""
        item = self.sitting.item
        typed = self.query_one("#words", Field).value.strip()
        hits = self.query_one("#hits", OptionList)
        hits.clear_options()
        so_far = reading(self.sitting.workshop) if self._is_open else "reading the evidence ..."
        heading = f"FOUND   {so_far}".rstrip() if typed else f"SUGGESTED FOR {item.short}"
        if typed and self._is_open and may_search(self.sitting.workshop):
            self._found = find(self.sitting.workshop, item, typed)
        elif self._suggested is None:
            self._found = ()
            self.query_one("#for", Static).update(
                draw.line(so_far or "comparing with the items ...")
            )
            return
        else:
            self._found = suggested(self._suggested, item)
        none = () if self._found else (self._why_none(typed),)
        self.query_one("#for", Static).update(draw.para((heading, "bold"), *none))
        hits.add_options(
            Option(self._drawn_hit(found), id=found.excerpt.id) for found in self._found
        )
        hits.highlighted = 0 if self._found else None

    def _why_none(self, typed: str) -> str:
        if not self.sitting.view.documents:
            return _NO_EVIDENCE
        return "nothing holds these words" if typed else _NO_SUGGESTION

    def _drawn_hit(self, found: Found) -> Content:
        excerpt = found.excerpt
        linked = f" linked ({found.stance})" if found.stance else ""
        where = (f"{found.title}, {excerpt.ref}{linked}", "$text-muted")
        if self._is_masked(excerpt):
            return draw.para(_MASKED, where)
        words = draw.marked(draw.cut(excerpt.text, 220), found.matched)
        return draw.para(words, where, (f"matched: {', '.join(found.matched)}", "$text-muted"))

    def _is_masked(self, excerpt: Excerpt) -> bool:
        return "personal_data" in excerpt.flags and not self.sitting.is_private

    @on(Input.Changed, "#words")
    def _typed(self) -> None:
        self._search()

    @on(Input.Submitted, "#words")
    def _to_hits(self) -> None:
        self.query_one("#hits").focus()

    @on(events.DescendantFocus)
    def _moved_between(self) -> None:
        """What `enter` does hangs on the list in hand."""
        self.say_now()

    @on(DataTable.RowHighlighted, "#grid")
    def _row_changed(self) -> None:
        key = self.query_one("#grid", Rows).key
        if key and key != self.sitting.item_id:
            self.sitting.item_id = key
            self.sitting.is_private = False
            self._say_now(self._grid)
            self._search()

    @on(DataTable.RowSelected, "#grid")
    def _row_chosen(self) -> None:
        self.act_enter()

    @on(OptionList.OptionSelected, "#hits")
    def _hit_chosen(self) -> None:
        self.act_link()

    def act_enter(self) -> None:
        """Look through what was found for this row."""
        self.query_one("#both").add_class("-side")
        self.query_one("#hits").focus()

    def act_leave(self) -> None:
        """Go back to the grid; what was searched for must not be linked to the next row by `l`."""
        self._forget_words()
        self.query_one("#both").remove_class("-side")
        self.set_focus(self.home_focus)
        self.warn("")

    def act_export(self) -> None:
        """Go to the papers, with the cursor on the pack that is sent before the session."""
        self.sitting.paper = PREREAD
        self.program.go_to(Place.EXPORT)

    def act_find(self) -> None:
        """Search the evidence as you type, with none of the words of the search before."""
        self._forget_words()
        self.query_one("#both").add_class("-side")
        self.query_one("#words").focus()

    def _forget_words(self) -> None:
        words = self.query_one("#words", Field)
        if words.value:
            # searched at once: the next key may link what is found
            with words.prevent(Input.Changed):
                words.value = ""
            self._search()

    def act_private(self) -> None:
        """Show what is hidden from the room, or hide it again."""
        self.sitting.is_private = not self.sitting.is_private
        self.refresh_view()

    def item_changed(self) -> None:
        """Put the cursor of the grid on the item in hand."""
        super().item_changed()
        self.query_one("#grid", Rows).point_at(self.sitting.item.id)

    def act_next(self) -> None:
        """Go to the next row that lacks something."""
        grid = self._grid
        here = self.sitting.item.id
        at = next(n for n, row in enumerate(grid) if row.item.id == here)
        gap = next((row for row in (*grid[at + 1 :], *grid[:at]) if has_gap(row)), None)
        if gap is None:
            self.tell("No other row lacks anything.")
        else:
            self.sitting.item_id = gap.item.id
            self.item_changed()

    @property
    def under_cursor(self) -> Found | None:
        """The excerpt in hand, of those that were found."""
        at = self.query_one("#hits", OptionList).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    def act_link(self) -> None:
        """Link the excerpt under the cursor, as supporting."""
        self._link("supports")

    def act_challenges(self) -> None:
        """Link the excerpt under the cursor, as a challenge."""
        self._link("challenges")

    @work
    async def _link(self, stance: str) -> None:
        found, item = self.under_cursor, self.sitting.item
        if found is None:
            self.tell("Nothing is found yet. / searches; i imports a document.")
            return
        typed = await self.app.push_screen_wait(
            Ask(
                f"Link to {item.short}: it {stance}",
                {"shows": "What it shows, in one sentence (may stay empty)"},
                help_text=self._quote(found.excerpt),
            )
        )
        if typed is not None:
            workshop = self.sitting.workshop
            shows = typed["shows"].strip() or None
            why = found.matched if found.is_suggested else ()
            self.settle(lambda: workshop.link(item.id, found.excerpt.id, stance, shows, why))

    def _quote(self, excerpt: Excerpt) -> str:
        return _MASKED if self._is_masked(excerpt) else draw.cut(excerpt.text, 400)

    @work
    async def act_account(self) -> None:
        """Take a family's account in one line, and link it to the item."""
        item = self.sitting.item
        typed = await self.app.push_screen_wait(
            Ask(
                f"A family's account: {item.short}",
                {"text": "In their words", "ref": "Where it is from (may stay empty)"},
                help_text="Name no child.",
            )
        )
        if typed and typed["text"].strip():
            workshop = self.sitting.workshop
            receipt = self.settle(
                lambda: workshop.add_account(item.id, typed["text"], typed["ref"])
            )
            if receipt is not None and not receipt.warnings:
                self.tell(f"{receipt.said} l or x on it links it as supporting or challenging.")


SCREEN = PrepareScreen
