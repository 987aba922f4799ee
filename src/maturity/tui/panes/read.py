"""Read: the question, the level texts, the lenses with what was seen, and last time."""

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from maturity.judgement.last_words import last_lines
from maturity.judgement.view import ItemView, LensView, LevelView
from maturity.tui import draw
from maturity.tui.panes.pane import Pane
from maturity.tui.widgets.columns import Column, Columns, Row
from maturity.tui.widgets.flow import Flow
from maturity.tui.widgets.said import Said

__all__ = ["PANE", "Lenses", "ReadPane"]


class Lenses(Flow, can_focus=True):
    """The criteria of an item. Up and down choose one, a number lights a level, enter records."""

    GAP = 3
    HELP = "Up and down choose a criterion, a number lights the level seen there, enter records it."

    def __init__(self) -> None:
        """No lenses yet."""
        super().__init__(id="lenses")
        self._lenses: tuple[LensView, ...] = ()
        self._levels: tuple[LevelView, ...] = ()
        self._at = 0
        self.lit = -1

    @property
    def lens(self) -> LensView | None:
        """The lens under the mark."""
        return self._lenses[self._at] if self._at < len(self._lenses) else None

    @property
    def answer(self) -> str:
        """The level that is lit, by its id; empty clears."""
        return self._levels[self.lit - 1].id if self.lit > 0 else ""

    def show(self, item: ItemView) -> None:
        """Show the lenses of an item; the light goes out."""
        self._lenses, self._levels = item.lenses, item.levels
        self._at = min(self._at, max(0, len(self._lenses) - 1))
        self.lit = -1
        self._draw()

    def _draw(self) -> None:
        self.words([(lens.id, self._said(at, lens)) for at, lens in enumerate(self._lenses)])

    def _said(self, at: int, lens: LensView) -> str:
        seen = f"{lens.seen.position} {lens.seen.label}" if lens.seen else "-"
        if at != self._at or not self.has_focus:
            return f"  {lens.title}: {seen}"
        if self.lit >= 0:
            lit = self._levels[self.lit - 1] if self.lit else None
            seen = f"[{lit.position} {lit.label}]" if lit else "[-]"
        return f"> {lens.title}: {seen}"

    def style_of(self, value: str) -> str:
        """The lens under the mark is bold."""
        return "bold $accent" if self.has_focus and self.lens and value == self.lens.id else ""

    def on_focus(self) -> None:
        """Show the mark."""
        self._draw()

    def on_blur(self) -> None:
        """Put light and mark out."""
        self.lit = -1
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Move the mark, light a level, or put the light out; `enter` is the pane's."""
        if not self._takes(event):
            return
        event.stop()
        event.prevent_default()
        self._draw()

    def _takes(self, event: events.Key) -> bool:
        if event.key in {"up", "down"} and self._lenses:
            step = 1 if event.key == "down" else -1
            self._at, self.lit = (self._at + step) % len(self._lenses), -1
            return True
        if event.key == "escape" and self.lit >= 0:
            self.lit = -1
            return True
        if event.character and event.character.isascii() and event.character.isdigit():
            digit = int(event.character)
            self.lit = digit if digit <= len(self._levels) else self.lit
            return True
        return False

    def point_at(self, lens_id: str) -> None:
        """Put the mark on a lens."""
        self._at = next((at for at, one in enumerate(self._lenses) if one.id == lens_id), self._at)
        self.lit = -1
        self._draw()


class ReadPane(Pane):
    """What the room reads before it votes."""

    KEY = "r"

    def compose(self) -> ComposeResult:
        """Question, level texts, lenses, and how it stood last time."""
        yield Said(id="question")
        yield Columns(id="texts")
        yield Said(draw.line(("Lenses (seen as, never added up)", "$secondary")), id="lens-head")
        yield Lenses()
        yield Said(id="last-time")

    def draw_item(self, item: ItemView) -> None:
        """Draw the texts, and the lenses where there are any."""
        self.query_one("#question", Static).update(draw.para((item.question, "bold")))
        self.query_one(Columns).show(_rows(item))
        self.query_one("#lens-head").display = bool(item.lenses)
        lenses = self.query_one(Lenses)
        lenses.display = bool(item.lenses)
        lenses.show(item)
        last = self.query_one("#last-time", Static)
        last.display = item.last is not None
        last.update(draw.para(*((line, "$secondary") for line in last_lines(item))))

    def now(self, item: ItemView) -> str:
        """Read aloud; on the lenses, how one is answered."""
        if self.query_one(Lenses).has_focus:
            return "up and down choose; a number lights the level seen, enter records it"
        lenses = "; tab to the lenses" if item.lenses else ""
        return f"read aloud{lenses}; then space"

    def on_descendant_focus(self) -> None:
        """Say what the keys do on the lenses."""
        self.room.now(self.now(self.item))

    def on_descendant_blur(self) -> None:
        """Say what comes next again."""
        if self.room.sitting.step == self.KEY:
            self.room.now(self.now(self.item))

    @on(Flow.Picked)
    def _pointed(self, event: Flow.Picked) -> None:
        event.stop()
        self.room.set_focus(self.query_one(Lenses))
        self.query_one(Lenses).point_at(event.value)

    def on_key(self, event: events.Key) -> None:
        """`enter` on a lens records the level that is lit."""
        lenses = self.query_one(Lenses)
        if event.key != "enter" or not lenses.has_focus or lenses.lens is None:
            return
        event.stop()
        event.prevent_default()
        if lenses.lit < 0:
            self.room.tell("A number lights the level seen; enter records it.")
            return
        self.give(self.form("Seen as"), {"lens": lenses.lens.id, "level": lenses.answer})


def _rows(item: ItemView) -> tuple[Row, ...]:
    """The item's own texts, or a row a lens where they are all there is."""
    highest_first = tuple(reversed(item.levels))
    lens_texts = {_one_text(texts) for lens in item.lenses for texts in lens.texts.values()}
    own = {text for texts in item.texts.values() for text in texts} - lens_texts
    if own or not lens_texts:
        return (Row(tuple(Column(_head(level), item.texts[level.id]) for level in highest_first)),)
    return tuple(
        Row(
            tuple(Column(_head(level), lens.texts.get(level.id, ())) for level in highest_first),
            title=lens.title,
        )
        for lens in item.lenses
    )


def _one_text(texts: tuple[str, ...]) -> str:
    """The statements of a lens as the item shows them where it has no texts of its own."""
    return texts[0] if len(texts) == 1 else "\n".join(f"- {text}" for text in texts)


def _head(level: LevelView) -> str:
    return f"{level.position} {level.label}"


PANE = ReadPane
