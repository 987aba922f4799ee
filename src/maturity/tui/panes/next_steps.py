"""Next steps: an action in one line, a key line of enquiry, a gap, an aim."""

from collections.abc import Callable, Mapping
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from maturity.judgement.view import ActionView, Disclosed, ItemView, KloeView, PersonView
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.when import landmarks
from maturity.steps import onward
from maturity.tui import draw
from maturity.tui.panes.pane import Pane
from maturity.tui.widgets.aim_field import AimField
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.level_field import LevelField
from maturity.tui.widgets.marked import Marked
from maturity.tui.widgets.said import Said
from maturity.words.action_line import ActionLine, read_action
from maturity.words.calendar import said_date, said_day
from maturity.words.dates import due_date

__all__ = ["PANE", "NextStepsPane", "understood"]

_EXAMPLE = "share waits table @RN two weeks >LAIP 3.11"


class NextStepsPane(Pane):
    """What happens next, one line each; what was understood stands there before `enter`."""

    KEY = "s"
    DRAFTED = ("action", "kloe", "gap")

    def compose(self) -> ComposeResult:
        """The lines to type, and what is kept."""
        yield Said(draw.line(("Action: who will do what by when (n)", "$secondary")))
        yield Field(hint=_EXAMPLE, id="action")
        yield Said(id="understood")
        yield Said(draw.line(("Key line of enquiry: the question to look into", "$secondary")))
        yield Field(id="kloe")
        yield Said(draw.line(("Gap, in one line", "$secondary")))
        yield Field(id="gap")
        yield AimField(id="next-aim")
        yield Said(id="next-lines")
        yield Marked(id="next-list")

    def begin(self, item: ItemView) -> None:
        """Take up what was being typed for this item."""
        del item
        self.take_up_fields()

    def draw_item(self, item: ItemView) -> None:
        """Draw what is kept."""
        view = self.room.sitting.view
        rows = [
            *(Option(draw.para(_action(one))) for one in view.actions if one.item == item.id),
            *(Option(draw.para(_kloe(one))) for one in view.kloes if one.item == item.id),
            *(Option(draw.para(f"Gap: {one.text}")) for one in item.notes if one.tag == "gap"),
        ]
        kept = self.query_one("#next-list", OptionList)
        kept.set_options(rows)
        kept.display = bool(rows)
        said = item.rating.next_step
        lines = self.query_one("#next-lines", Static)
        lines.display = bool(said) or not rows
        empty = "Nothing yet. n types an action; it needs no owner and no date to be kept."
        lines.update(draw.para(f"What would settle it: {said}" if said else (empty, "$secondary")))
        self.query_one(AimField).show(item)
        self._say()

    def now(self, item: ItemView) -> str:
        """Who will do what by when."""
        sitting = self.room.sitting
        after = "space: the next item"
        if onward(sitting.view, item, self.KEY) is None:
            after = "last one; o s: summary" if sitting.practice is None else "space: practice over"
        return f"who will do what by when? n types it; p parks; {after}"

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Begin an action."""
        return {"new": self.write_new}

    def write_new(self) -> None:
        """Begin an action."""
        self.to("#action")

    def _read(self) -> ActionLine:
        scene = self.room.sitting.workshop.scene
        known = landmarks(scene)
        typed = self.query_one("#action", Field).value
        return read_action(typed, lambda said: due_date(said, scene.now.date(), known))

    def _say(self) -> None:
        typed = self.query_one("#action", Field).value
        said = understood(self._read(), self.room.sitting.view) if typed.strip() else ""
        self.query_one("#understood", Static).update(draw.para((said, "$accent")))

    @on(Field.Changed, "#action, #kloe, #gap")
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        self.hold_field(self.query_one(f"#{event.input.id}", Field))
        if event.input.id == "action":
            self._say()

    @on(Field.Submitted, "#action")
    def _add(self, event: Field.Submitted) -> None:
        event.stop()
        read = self._read()
        answers = {
            "text": read.text,
            "owner": ";".join(read.owners),
            "due": read.due,
            "plan": read.plan,
        }
        if self.give(self.form("Action"), answers):
            self._empty(event.input)

    @on(Field.Submitted, "#kloe")
    def _enquire(self, event: Field.Submitted) -> None:
        event.stop()
        if self.give(self.form("Key line of enquiry"), {"text": event.value}):
            self._empty(event.input)

    @on(Field.Submitted, "#gap")
    def _gap(self, event: Field.Submitted) -> None:
        event.stop()
        if self.room.do(NoteAct(self.item.id, event.value, tag="gap")):
            self._empty(event.input)

    def _empty(self, field: Input) -> None:
        """Empty a line that is kept, and leave it: space goes on, as the now line says."""
        field.value = ""
        self.room.rest()

    @on(LevelField.Chosen)
    def _aim(self, event: LevelField.Chosen) -> None:
        event.stop()
        if event.level:
            self.give(self.form("Aim"), {"aim": event.level.id})

    @on(Field.Submitted, ".aim-text")
    def _aim_text(self, event: Field.Submitted) -> None:
        event.stop()
        if self.room.do(RateAct(self.item.id, aim_text=event.value)):
            self.room.rest()


def understood(read: ActionLine, view: Disclosed) -> str:
    """What was read in an action line, before it is kept; whatever was not stays in its text."""
    parts = [f'"{read.text}"' if read.text else "no words yet: what will be done?"]
    parts += [_owner(owner, view.people) for owner in read.owners] or ["no owner yet (@)"]
    if read.due_on:
        parts.append(f'by {said_day(read.due_on)} ("{read.due}")')
    else:
        parts.append("no date yet")
    if read.plan:
        parts.append(f"plan {read.plan}")
    return "   ".join(parts)


def _owner(owner: str, people: tuple[PersonView, ...]) -> str:
    wanted = owner.casefold()
    found = [one for one in people if wanted in {one.initials.casefold(), one.name.casefold()}]
    if len(found) > 1:
        both = " or ".join(one.role or one.organisation or one.name for one in found)
        return f"owner {owner}: {len(found)} people have these initials ({both}); write the name"
    if not found:
        return f"owner {owner} (not on the roll call)"
    one = found[0]
    what = one.role or one.organisation or one.name
    return f"owner {owner} ({what}{'' if one.state == 'present' else ', not here'})"


def _action(one: ActionView) -> str:
    owners = ", ".join(one.owners) or "owner missing !"
    plan = f"  {', '.join(one.plan)}" if one.plan else ""
    day = said_date(date.fromisoformat(one.due_on)) if one.due_on else one.due or "no date"
    return f"Action: {one.text}   {owners}   {day}{plan}"


def _kloe(one: KloeView) -> str:
    return f"Enquiry: {one.text}" + (f"   closed {one.closed}" if one.closed else "")


PANE = NextStepsPane
