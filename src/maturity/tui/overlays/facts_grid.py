"""The facts of documents and of the cards linked from them, in a grid: many mended at a time."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Static

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed
from maturity.session.state import Facts
from maturity.tui import draw
from maturity.tui.overlays.panel import Panel
from maturity.tui.widgets.rows import Rows

__all__ = ["MENDED", "FactsGrid", "FactsRow", "facts_rows", "undated"]

_HEADS = ("", "document and cards", "kind", "date", "cohort", "agency")
_WORDS = {True: 34, False: 18}
"""The widest that the words of a row are drawn, where the window is wide and where it is not."""
_WIDE = 100
MENDED = ("kind", "date", "cohort", "agency")
"""The facts that the grid shows and sets."""
_MEANT = "cohort: which children it covers   agency: the organisation it comes from"
_KEYS = "space marks   enter sets facts of those marked, or this one   escape leaves"


@dataclass(frozen=True, slots=True)
class FactsRow:
    """A document or a linked excerpt, by id, and the facts that hold for it."""

    id: str
    words: str
    facts: Facts
    is_document: bool


def facts_rows(view: Disclosed) -> tuple[FactsRow, ...]:
    """Each document with the cards linked from it, in order; each card once."""
    return tuple(_rows(view))


def _rows(view: Disclosed) -> Iterator[FactsRow]:
    links = [link for item in view.items for link in item.links]
    for document in view.documents:
        if document.is_replaced:
            continue
        yield FactsRow(document.id, document.title, document.facts, is_document=True)
        own = {link.excerpt: link for link in links if link.document == document.id}
        for link in own.values():
            words = f"{link.ref}: {link.quote}"
            yield FactsRow(link.excerpt, words, link.facts, is_document=False)


def undated(rows: Iterable[FactsRow]) -> str:
    """The id of the first document that a card without a date is from; "" where all have one."""
    document = ""
    for row in rows:
        if row.is_document:
            document = row.id
        elif not row.facts.date:
            return document
    return ""


class FactsGrid(Panel[tuple[str, ...]]):
    """Gives the ids of the rows whose facts are to be set."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark", show=False)]

    def __init__(self, rows: Iterable[FactsRow], at: str = "") -> None:
        """A grid of these rows, that begins on the one with the id `at`."""
        super().__init__("FACTS: what is unknown stays unknown, and is never held against an item")
        self._rows = {row.id: row for row in rows}
        self._marked: dict[str, None] = {}
        self._at = at

    def body(self) -> ComposeResult:
        """How much is unknown, the grid, what two of its columns ask, and the keys."""
        yield Static(draw.line(self._unknown()), markup=False)
        yield Rows(*(draw.cell(head) for head in _HEADS), id="facts")
        yield Static(draw.line(_MEANT), markup=False)
        yield Static(draw.line(_KEYS), markup=False, classes="keys")

    def on_mount(self) -> None:
        """Begin on the row in hand."""
        self._fill()
        grid = self.query_one(Rows)
        if self._at in self._rows:
            grid.point_at(self._at)
        grid.focus()

    def _unknown(self) -> str:
        cards = [row.facts for row in self._rows.values() if not row.is_document]
        if not cards:
            return "Nothing is linked yet. What is set on a document holds for all its cards."
        found = {name: sum(not getattr(facts, name) for facts in cards) for name in MENDED}
        said = [f"{count} have no {name}" for name, count in found.items() if count]
        return f"{len(cards)} cards: {', '.join(said) or 'every fact is known'}"

    def _fill(self) -> None:
        rows = tuple(self._rows.values())
        self.query_one(Rows).fill(self._rows, lambda part: [self._cells(rows[at]) for at in part])

    def _cells(self, row: FactsRow) -> list[Text]:
        facts = row.facts
        words = row.words if row.is_document else f"  {row.words}"
        given = [getattr(facts, name) for name in MENDED]
        texts = (
            "x" if row.id in self._marked else "",
            draw.cut(words, _WORDS[self.app.size.width >= _WIDE]),
            *(draw.cut(text or "unknown", 17) for text in given),
        )
        return [draw.cell(text, "bold" if row.is_document else "") for text in texts]

    def action_mark(self) -> None:
        """Mark the row under the cursor, or unmark it, and go on to the next."""
        grid = self.query_one(Rows)
        key = grid.key
        if key in self._marked:
            del self._marked[key]
        elif key:
            self._marked[key] = None
        self._fill()
        grid.go_to(grid.at + 1)

    @on(DataTable.RowSelected)
    def _chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.dismiss(tuple(self._marked) or (self.query_one(Rows).key or "",))
