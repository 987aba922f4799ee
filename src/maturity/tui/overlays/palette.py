"""The palette: find a command, an item or a screen by a few of its letters."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from maturity.judgement.view import Disclosed
from maturity.tui import draw
from maturity.tui.commands import commands_at, shown_key
from maturity.tui.overlays.panel import Panel
from maturity.tui.places import OPENED, Place
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.said import Said

__all__ = ["Palette", "command_entries", "item_entries", "session_entries"]

_MOST = 50
_NONE = "Nothing here holds these letters. Try fewer, or other ones."
_REST = "The first {most} of {every:,}; type more letters to narrow it."


def command_entries(place: Place) -> tuple[tuple[str, str], ...]:
    """The commands of a place, by id, as the palette shows them."""
    return tuple(
        (command.id, f"{command.title}: {command.help} ({shown_key(command.keys[0])})")
        for command in commands_at(place)
    )


def item_entries(view: Disclosed) -> tuple[tuple[str, str], ...]:
    """The items by id: the short name that the screen gives each, and its title."""
    return tuple(
        (
            item.id,
            f"{item.code} {item.title}"
            if item.short == item.title
            else f"{item.code} {item.short}: {item.title}",
        )
        for item in view.items
    )


def session_entries(view: Disclosed) -> tuple[tuple[str, str], ...]:
    """The items and the screens of a session, each as a kind and a name, with their words."""
    items = tuple((f"item {item.id}", f"Go to {item.short}: {item.title}") for item in view.items)
    places = tuple((f"place {place}", f"Open {place.named} (o {key})") for key, place in OPENED)
    return (*items, *places)


class Palette(Panel[str]):
    """Gives the id of what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(self, entries: tuple[tuple[str, str], ...]) -> None:
        """The palette over these entries: an id and the words of each."""
        super().__init__("FIND")
        self._entries = entries

    def body(self) -> ComposeResult:
        """A field over what it finds."""
        yield Field(hint="a few letters of what you want")
        # it comes first, where no list can push it out of sight
        yield Said(id="rest")
        yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """Show everything at first."""
        self._show("")
        self.query_one(OptionList).can_focus = False
        self.query_one(Field).focus()

    def _show(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [
            (name, text)
            for name, text in self._entries
            if all(word in text.casefold() for word in words)
        ]
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(Option(draw.line(text), id=name) for name, text in found[:_MOST])
        rows.highlighted = 0 if found else None
        rows.display = bool(found)
        said = self.query_one("#rest", Said)
        rest = _REST.format(most=_MOST, every=len(found))
        said.update(draw.line(rest if found else _NONE))
        said.display = not found or len(found) > _MOST

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _chosen(self) -> None:
        rows = self.query_one(OptionList)
        if rows.highlighted is not None:
            self.dismiss(rows.get_option_at_index(rows.highlighted).id)

    def action_move(self, steps: int) -> None:
        """Move the cursor without leaving the field."""
        rows = self.query_one(OptionList)
        if rows.option_count:
            rows.highlighted = ((rows.highlighted or 0) + steps) % rows.option_count

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
