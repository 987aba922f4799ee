"""What a document names, shown before it is taken: people for the register, actions to follow."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity.session.acts.named_actions import NamedAction
from maturity.session.acts.taking import NamedPerson, Takable
from maturity.tui import draw
from maturity.tui.overlays.panel import Panel

__all__ = ["TakePanel", "Taken"]

Taken = tuple[str, tuple[int, ...]]
"""What to take, "people" or "actions", and which by number: none means all; "next" turns on."""

_MASKED = "[may identify a child: hidden, h shows]"


class TakePanel(Panel[Taken]):
    """Gives what to take, once it was seen; taking one leaves the others for another time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "take('people')", show=False),
        Binding("a", "take('actions')", show=False),
        Binding("left,right", "turn", show=False),
    ]

    def __init__(
        self, title: str, found: Takable, *, has_others: bool, shows_marked: bool, at: int = 0
    ) -> None:
        """A panel on what one document names; `at` is the row to begin on."""
        super().__init__(f"TAKE FROM: {draw.cut(title, 60)}")
        self._found = found
        self._has_others = has_others
        self._shows_marked = shows_marked
        self._at = at

    def body(self) -> ComposeResult:
        """How many there are, each row, and the keys."""
        yield Static(draw.para(*self._offers()), markup=False, id="offers")
        yield OptionList(*self._rows(), id="named", markup=False, compact=True)
        turn = "   left, right another document" if self._has_others else ""
        keys = f"enter takes the one row{turn}   escape leaves the rest"
        yield Static(draw.line(keys), markup=False, classes="keys")

    def on_mount(self) -> None:
        """Begin on the row after the one that was taken last."""
        rows = self.query_one("#named", OptionList)
        rows.focus()
        rows.highlighted = min(self._at, rows.option_count - 1)

    @property
    def row(self) -> int:
        """The row under the cursor."""
        return self.query_one("#named", OptionList).highlighted or 0

    def _offers(self) -> list[draw.Part]:
        people, actions = self._found.people, self._found.actions
        new = sum(not one.is_known for one in people)
        offers: list[draw.Part] = []
        if people:
            there = f", {len(people) - new} on the register already" if new < len(people) else ""
            offers.append(f"p  puts {new} of {len(people)} people on the register{there}")
        if actions:
            fresh = sum(not one.is_known for one in actions)
            statuses = sum(len(one.fresh) for one in actions)
            beside = f", {statuses} new delivery statuses" if statuses else ""
            offers.append(f"a  takes {fresh} of {len(actions)} actions{beside}")
        doubts = dict.fromkeys(doubt for one in actions for doubt in one.doubts)
        return [*offers, *((doubt, "$warning") for doubt in doubts)]

    def _rows(self) -> list[Option]:
        people = [Option(_person(one), id=f"people {one.number}") for one in self._found.people]
        actions = [
            Option(_action(one, self._shows_marked), id=f"actions {one.number}")
            for one in self._found.actions
        ]
        return [*people, *actions]

    def action_take(self, what: str) -> None:
        """Take all the people, or all the actions."""
        self.dismiss((what, ()))

    def action_turn(self) -> None:
        """Turn to another document."""
        if self._has_others:
            self.dismiss(("next", ()))

    @on(OptionList.OptionSelected)
    def _one(self, event: OptionList.OptionSelected) -> None:
        what, _, number = (event.option.id or "").partition(" ")
        self.dismiss((what, (int(number),)))


def _person(one: NamedPerson) -> Content:
    said = ", ".join(filter(None, (one.role, one.organisation))) or "-"
    there = ("  on the register", "$text-muted") if one.is_known else ""
    return draw.line((one.name, "bold"), f"  {said}", there)


def _action(one: NamedAction, shows_marked: bool) -> Content:  # noqa: FBT001 the one question
    words = one.text if shows_marked or not one.is_marked else _MASKED
    owners = ", ".join(one.owners) or "no owner"
    parts = [owners, *filter(None, (one.due, *one.plan, one.history))]
    there = f"  {one.standing}" if one.standing else ""
    return draw.para(draw.cut(words, 140), (f"  {'; '.join(parts)}{there}", "$text-muted"))
