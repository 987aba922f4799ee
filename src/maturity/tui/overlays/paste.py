"""Names pasted as an invitation lists them: read, shown back, then added."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, Static, TextArea

from maturity.judgement.view import VoiceView
from maturity.text import TextTooLong
from maturity.tui import draw
from maturity.tui.overlays.panel import Panel
from maturity.tui.rows.roll import Named, named_people, preview
from maturity.tui.widgets.area import Area

__all__ = ["PastePanel"]

_SHOWN = 6


class PastePanel(Panel[tuple[Named, ...]]):
    """Gives the people of the list, once its preview was seen and the button pressed."""

    def __init__(self, voices: tuple[VoiceView, ...], known: tuple[str, ...]) -> None:
        """A panel that knows the voice groups, and who is on the register already."""
        super().__init__("PASTE NAMES: one a line, name, role, organisation")
        self._voices = voices
        self._known = known
        self._people: tuple[Named, ...] = ()

    def body(self) -> ComposeResult:
        """The area, what was read in it, and the button."""
        yield Area(id="names")
        yield Static(markup=False, id="read")
        yield Button(draw.line("Add them"), id="add", compact=True)
        keys = "tab, then enter adds them   escape leaves, nothing added"
        yield Static(draw.line(keys), markup=False, classes="keys")
        groups = ", ".join(voice.label for voice in self._voices)
        yield Static(draw.para((f"Voice groups: {groups}", "$text-muted")), markup=False)

    def on_mount(self) -> None:
        """Begin in the area."""
        self.query_one(Area).focus()
        self._show()

    @on(TextArea.Changed)
    def _show(self) -> None:
        try:
            self._people = named_people(self.query_one(Area).text, self._voices)
            said = preview(self._people, self._known)
        except TextTooLong as problem:
            self._people, said = (), str(problem)
        labels = {voice.id: voice.label for voice in self._voices}
        lines = [_line(person, labels) for person in self._people[:_SHOWN]]
        if len(self._people) > _SHOWN:
            lines.append(f"and {len(self._people) - _SHOWN} more")
        self.query_one("#read", Static).update(draw.para((said, "bold"), *lines))

    @on(Button.Pressed)
    def _add(self) -> None:
        self.dismiss(self._people or None)


def _line(person: Named, labels: dict[str, str]) -> str:
    parts = (person.name, person.role or "-", person.organisation or "-")
    return " | ".join((*parts, labels.get(person.group, "no group yet !")))
