"""Questions that cannot wait: one pair of dialogs for every screen."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from maturity.tui import draw
from maturity.tui.messages import Gated
from maturity.tui.widgets.field import Field

__all__ = ["Ask", "Confirm"]


class Confirm(ModalScreen[bool]):
    """A question with a safe answer, which has the focus; the buttons are verbs."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "answer(False)", show=False),
        Binding("y", "answer(True)", show=False),
    ]

    def __init__(self, question: str, *, keep: str = "Keep", do: str) -> None:
        """Ask `question`; `keep` is the safe verb, `do` the other."""
        super().__init__()
        self._question = question
        self._verbs = (keep, do)

    def compose(self) -> ComposeResult:
        """The question over its two buttons."""
        keep, do = self._verbs
        with Vertical(classes="dialog"):
            yield Static(draw.para(self._question), markup=False)
            with Horizontal(classes="buttons"):
                yield Button(draw.line(keep, " (n)"), id="keep", compact=True)
                yield Button(draw.line(do, " (y)"), id="do", compact=True)

    def on_mount(self) -> None:
        """Put the focus on the safe answer."""
        self.query_one("#keep").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "do")

    def action_answer(self, do: bool) -> None:  # noqa: FBT001 an action's argument is positional
        """Answer by key."""
        self.dismiss(do)


class Ask(ModalScreen[Mapping[str, str] | None]):
    """A few fields on one panel; gives the texts by name, or None where it was left."""

    AUTO_FOCUS = ""
    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Mapping[str, str],
        *,
        values: Mapping[str, str] | None = None,
        help_text: str = "",
    ) -> None:
        """Ask for `fields`, labels by name, starting from `values`."""
        super().__init__()
        self._title = title
        self._fields = fields
        self._values = values or {}
        self._help = help_text

    def compose(self) -> ComposeResult:
        """Title, help, and one row a field."""
        with Vertical(classes="dialog"):
            yield Static(draw.line((self._title, "bold")), markup=False, classes="asked")
            with Vertical(classes="fields"):
                if self._help:
                    yield Static(draw.para(self._help), markup=False)
                for name, label in self._fields.items():
                    yield Static(draw.line(label), markup=False, classes="label")
                    yield Field(self._values.get(name, ""), id=name)
            yield Static(
                draw.line("enter in the last field keeps it   tab next   escape leaves"),
                markup=False,
                classes="keys",
            )

    def on_mount(self) -> None:
        """Begin in the first field, with what is said over it in sight."""
        self.set_focus(self.query(Field).first(), scroll_visible=False)

    @on(Field.Submitted)
    def _next(self, event: Field.Submitted) -> None:
        fields = list(self.query(Field))
        at = fields.index(event.input)  # type: ignore[arg-type]  # every input here is ours
        if at + 1 < len(fields):
            fields[at + 1].focus()
        else:
            self.dismiss({field.id or "": field.value for field in fields})

    @on(Gated)
    def _told(self, event: Gated) -> None:
        self.app.notify(draw.line(event.notice).plain, markup=False)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
