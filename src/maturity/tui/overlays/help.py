"""Help for one place, drawn from the declaration of its commands."""

from textual.widget import Widget

from maturity.session.acts.table import ACTS
from maturity.tui import draw
from maturity.tui.commands import Command, commands_at, shown_key
from maturity.tui.overlays.panel import TextPanel
from maturity.tui.places import Place

__all__ = ["HelpPanel"]

_KEY_CELLS = 14
"""Cells for the keys of a command; more where the keys of one on this place need them."""


class HelpPanel(TextPanel):
    """Every key of a place, what it does, and the same thing as a plain command."""

    def __init__(self, place: Place, focused: Widget | None) -> None:
        """The help of a place, and of the widget in focus where it has some."""
        own = [focused.HELP] if focused is not None and focused.HELP else []
        commands = commands_at(place)
        cells = max(_KEY_CELLS, *(draw.width(_keys(one)) + 2 for one in commands))
        rows = [line for command in commands for line in _lines(command, cells)]
        super().__init__(
            f"HELP: {place.named.upper()}",
            *own,
            *rows,
            "Letters act when no field is being typed in. ctrl+q quits at once: all is saved.",
            "Larger words: enlarge the terminal's own font, with ctrl and + in most of them.",
        )


def _keys(command: Command) -> str:
    return " ".join(shown_key(key) for key in command.keys)


def _lines(command: Command, cells: int) -> list[draw.Part]:
    shown: draw.Part = draw.line((_keys(command).ljust(cells), "bold $primary"), command.help)
    if command.act is None:
        return [shown]
    act = ACTS[command.act]
    # the name of an act may end in the flag that its example has in its place
    name = act.name.partition(" --")[0]
    plain = f"{' ' * cells}in a terminal: maturity {name} {act.example}"
    return [shown, draw.line((plain, "$text-muted"))]
