"""Roll call: who was invited, who is here, who speaks for whom. One key a person."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import DataTable, Static

from maturity.judgement.view import PersonView
from maturity.session.acts.people import PersonAct
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.dialogs import Ask, Confirm
from maturity.tui.frames.session import SessionScreen
from maturity.tui.overlays.palette import Palette
from maturity.tui.overlays.paste import PastePanel
from maturity.tui.places import Place
from maturity.tui.rows.roll import gap_of, register_sentence, state_of, warnings_of
from maturity.tui.widgets.rows import Rows

__all__ = ["SCREEN", "RollScreen"]

_PRACTISE = (
    "Practise first, on a made-up pillar? It takes ten minutes, shows the room how the levels are "
    "told apart, and is thrown away."
)
_FIELDS = {
    "name": "Name",
    "role": "Role",
    "organisation": "Organisation",
    "group": "Voice group",
    "initials": "Initials",
}


class RollScreen(SessionScreen):
    """The register as a table. Names are read by the room, so nothing here is private."""

    PLACE = Place.ROLL
    BINDINGS = bindings(PLACE)
    CSS_PATH = "roll.tcss"

    def body(self) -> ComposeResult:
        """What the register comes to, the register, and which voices are missing."""
        yield Static(markup=False, id="counts")
        yield Rows(
            *(draw.cell(head) for head in ("Name", "In.", "Role, organisation", "Voice group", "")),
            id="people",
        )
        yield Static(markup=False, id="missing")

    def appear(self) -> None:
        """Begin in the table."""
        super().appear()
        self.query_one(Rows).focus()

    @property
    def home_focus(self) -> Widget | None:
        """The table."""
        return self.query_one(Rows)

    def draw_view(self) -> None:
        """Draw the register."""
        view = self.sitting.view
        labels = {voice.id: voice.label for voice in view.voices}
        self.query_one("#counts", Static).update(draw.para(register_sentence(view)))
        self.query_one(Rows).fill(
            (person.name for person in view.people),
            lambda part: [self._cells(view.people[at], labels) for at in part],
        )
        missing = warnings_of(view)
        self.query_one("#missing", Static).update(draw.para(*(f"! {text}" for text in missing)))
        self._say_now()

    def _cells(self, person: PersonView, labels: Mapping[str, str]) -> list[Text]:
        wide = self.size.width or 80
        texts = (
            draw.cut(person.name, wide // 4),
            person.initials,
            draw.cut(_role(person), wide // 4),
            draw.cut(labels.get(person.group, _none(person)), wide // 5),
            state_of(person),
        )
        return [*map(draw.cell, texts)]

    def _say_now(self) -> None:
        people = self.sitting.view.people
        gaps = sum(gap_of(person) for person in people)
        waiting = sum(person.state == "invited" for person in people)
        if not people:
            self.now("i pastes the names of the invitation; n adds one")
        elif waiting:
            self.now(f"{waiting} still to place; j is here, A apologies, enter changes a row")
        elif gaps:
            self.now(f"{gaps} without a voice group; enter on the row names it; o r opens the room")
        else:
            self.now("everyone is placed; space: practise first, or go to the room")

    @property
    def _person(self) -> PersonView | None:
        name = self.query_one(Rows).key
        return next((one for one in self.sitting.view.people if one.name == name), None)

    def _mark(self, act: PersonAct) -> None:
        if self.do(act) is not None:
            rows = self.query_one(Rows)
            rows.go_to(rows.at + 1)

    @property
    def _time(self) -> str:
        return f"{self.sitting.workshop.now:%H:%M}"

    @property
    def _has_begun(self) -> bool:
        return any(item.rounds or item.is_rated for item in self.sitting.view.items)

    def act_joined(self) -> None:
        """The person under the cursor is here; late, with the time, once it has begun."""
        person = self._person
        if person is None:
            return
        is_late = self._has_begun and person.state != "present"
        self._mark(
            PersonAct(person.name, present=True, arrived=self._time if is_late else None, left="")
        )

    def act_left(self) -> None:
        """The person under the cursor left just now."""
        person = self._person
        if person is None:
            return
        if person.state != "present":
            self.tell(f"{person.name} has not come yet. j says that they are here.")
            return
        self._mark(PersonAct(person.name, left=self._time))

    def act_apologies(self) -> None:
        """The person under the cursor sent apologies."""
        if self._person is not None:
            self._mark(PersonAct(self._person.name, apologies=True))

    def act_observes(self) -> None:
        """The person under the cursor listens and does not vote; again, and they vote."""
        person = self._person
        if person is not None:
            self._mark(PersonAct(person.name, observer=not person.observer))

    @work
    async def act_new(self) -> None:
        """Put one more person on the register, as here."""
        typed = await self.app.push_screen_wait(Ask("One more", _FIELDS, help_text=self._groups))
        if typed and typed["name"].strip():
            late = self._time if self._has_begun else None
            given: dict[str, Any] = {
                name: text for name, text in typed.items() if text.strip() and name != "name"
            }
            self.do(PersonAct(typed["name"], present=True, arrived=late, **given))
            self.query_one(Rows).point_at(typed["name"].strip())

    @property
    def _groups(self) -> str:
        return "Voice groups: " + ", ".join(voice.label for voice in self.sitting.view.voices)

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Change the row under the cursor."""
        event.stop()
        if not self.is_to_read():
            self._change()

    @work
    async def _change(self) -> None:
        person = self._person
        if person is None:
            self.act_new()
            return
        fields = {name: label for name, label in _FIELDS.items() if name != "name"}
        before = {name: str(getattr(person, name)) for name in fields}
        typed = await self.app.push_screen_wait(
            Ask(person.name, fields, values=before, help_text=self._groups)
        )
        changed: dict[str, Any] = {
            name: text for name, text in (typed or {}).items() if text != before[name]
        }
        if changed:
            self.do(replace(PersonAct(person.name), **changed))

    @work
    async def act_bring(self) -> None:
        """Paste the names of the invitation."""
        view = self.sitting.view
        known = tuple(person.name for person in view.people)
        people = await self.app.push_screen_wait(PastePanel(view.voices, known))
        if people:
            done = self.do_all(person.act for person in people)
            self.tell(f"{len(done)} on the register. j, one key a person, says who is here.")

    @work
    async def act_find(self) -> None:
        """Find somebody by a few letters."""
        entries = tuple(
            (person.name, f"{person.name}, {_role(person)}") for person in self.sitting.view.people
        )
        name = await self.app.push_screen_wait(Palette(entries))
        if name:
            self.query_one(Rows).point_at(name)

    @work
    async def act_remove(self) -> None:
        """Take the person under the cursor off the register."""
        person = self._person
        if person is None:
            return
        question = f"Take {person.name} off the register? u brings them back."
        if await self.app.push_screen_wait(Confirm(question, do="Take off")):
            self.do(PersonAct(person.name, remove=True))

    def act_next(self) -> None:
        """Go to the next person who is not placed yet."""
        people = self.sitting.view.people
        at = self.query_one(Rows).at
        ahead = (*people[at + 1 :], *people[: at + 1])
        found = next((person for person in ahead if gap_of(person)), None)
        if found is not None:
            self.query_one(Rows).point_at(found.name)
        elif self.sitting.practice or self.sitting.has_practised:
            self.program.go_to(Place.ROOM)
        else:
            self._offer_practice()

    @work
    async def _offer_practice(self) -> None:
        if await self.app.push_screen_wait(Confirm(_PRACTISE, keep="To the room", do="Practise")):
            self.act_practise()
        else:
            self.program.go_to(Place.ROOM)

    def large_lines(self) -> tuple[str, ...]:
        """Initials and organisations only."""
        people = self.sitting.view.people
        there = [
            f"{person.initials}  {person.organisation}".rstrip()
            for person in people
            if person.state == "present" and not person.left
        ]
        return (register_sentence(self.sitting.view), *there)


def _role(person: PersonView) -> str:
    return ", ".join(part for part in (person.role, person.organisation) if part) or "-"


def _none(person: PersonView) -> str:
    return "-" if person.state == "apologies" else "no group yet !"


SCREEN = RollScreen
