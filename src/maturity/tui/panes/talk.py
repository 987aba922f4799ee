"""Talk: who speaks when, the questions to ask, and one line for what was said, with a tag."""

from collections.abc import Callable, Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from maturity.judgement.view import ItemView, NoteView
from maturity.session.acts.notes import NoteAct
from maturity.tui import draw
from maturity.tui.panes.pane import Pane
from maturity.tui.panes.prompts import Prompts
from maturity.tui.widgets.choice_row import Choice, ChoiceRow
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.marked import Marked
from maturity.tui.widgets.said import Said

__all__ = ["PANE", "TalkPane"]

_ORDER = "Families first, then the lowest, the highest, the rest; the chair last."
_NONE = "Nothing noted yet. n takes one line; name no child."
_HINT = "n note   enter change it   delete remove it"
_KEYS = "sgcql"


class TalkPane(Pane):
    """Notes of the talk. What is typed is kept by itself."""

    KEY = "t"

    def __init__(self) -> None:
        """No note is being written."""
        super().__init__()
        self._note = ""

    def compose(self) -> ComposeResult:
        """Who speaks, what to ask the room, the line that is being written, and the notes kept."""
        yield Said(draw.para((_ORDER, "$secondary")), id="order")
        yield Prompts()
        yield Field(hint="one line of what was said", id="note")
        tags = dict(self.form("Note").fields[1].choices)
        choices = [Choice(key, tag, tags[tag]) for key, tag in zip(_KEYS, tags, strict=True)]
        yield ChoiceRow("It is a (tab):", choices, id="tag")
        yield Said(draw.line((_NONE, "")), id="no-notes")
        yield Said(draw.line((_HINT, "$secondary")), id="note-keys")
        yield Marked(id="notes")

    @property
    def scroller(self) -> Widget:
        """The notes scroll."""
        return self.query_one("#notes")

    def begin(self, item: ItemView) -> None:
        """Put the line away; what was in it is kept, and what could not be kept comes back."""
        del item
        self._close()
        self.query_one(Prompts).put_away()
        if self.held:
            self._open(self.held, "")

    def draw_item(self, item: ItemView) -> None:
        """Draw the questions, and the notes, the newest first."""
        self.query_one(Prompts).show(item)
        rows = self.query_one("#notes", OptionList)
        at = rows.highlighted
        rows.set_options([Option(draw.para(_said(note)), note.id) for note in reversed(item.notes)])
        rows.display = self.query_one("#note-keys").display = bool(item.notes)
        rows.highlighted = min(at or 0, len(item.notes) - 1) if item.notes else None
        is_writing = self.query_one("#note").display
        self.query_one("#no-notes").display = not item.notes and not is_writing

    def now(self, item: ItemView) -> str:
        """Let families begin; then ask what is still open."""
        if any(one.is_open for one in item.prompts):
            return "n notes a line; y answers a question; v if anyone moved; then space"
        return "families first; n notes a line; v if anyone moved; then space"

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Begin a note, or answer a question."""
        return {"new": self.write, "answer": self.query_one(Prompts).answer}

    def enter(self) -> None:
        """Go to the notes; where there are none, to the questions, else to a new note."""
        if self.item.notes:
            self.to("#notes")
        elif any(one.is_open for one in self.item.prompts):
            self.query_one(Prompts).answer()
        else:
            self.write()

    def write(self) -> None:
        """Begin a note, or go on with one that could not be kept."""
        self.room.keeper.now()
        self._note = ""
        self._open(self.held, "")

    def _open(self, text: str, tag: str) -> None:
        field, tags = self.query_one("#note", Field), self.query_one("#tag", ChoiceRow)
        field.display = tags.display = True
        self.query_one("#no-notes").display = False
        with field.prevent(Field.Changed):
            field.value = text
        tags.show(tag)
        self.room.set_focus(field)
        field.action_end()

    def _close(self) -> None:
        self._note = ""
        self.query_one("#note").display = False
        self.query_one("#tag").display = False

    @on(Field.Changed, "#note")
    def _typed(self) -> None:
        self.room.keep_soon(self._commit)

    def _commit(self) -> bool:
        text = self.query_one("#note", Field).value.strip()
        if not text:
            return True
        if self._note not in {note.id for note in self.item.notes}:
            self._note = ""
        act = NoteAct(None, text, id=self._note) if self._note else NoteAct(self.item.id, text)
        receipt = self.keep_or_hold(text, act)
        if receipt is None:
            return False
        self._note = self._note or receipt.entry
        return True

    @on(Field.Submitted, "#note")
    def _entered(self) -> None:
        self.room.keep_soon(self._commit)
        self.room.keeper.now()
        self._close()
        self.room.rest()
        self.redraw()

    @on(ChoiceRow.Chosen, "#tag")
    def _tagged(self, event: ChoiceRow.Chosen) -> None:
        self.room.keep_soon(self._commit)
        self.room.keeper.now()
        if not self._note:
            self.room.tell("Type the line first.")
            self.to("#note")
            return
        kept = next(note for note in self.item.notes if note.id == self._note)
        tag = "" if kept.tag == event.value else event.value
        self.room.do(NoteAct(None, None, id=self._note, tag=tag))  # type: ignore[arg-type]  # one of the choices
        self._close()
        self.room.rest()
        self.redraw()

    @on(OptionList.OptionSelected, "#notes")
    def _again(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.room.keeper.now()
        kept = next(note for note in self.item.notes if note.id == event.option.id)
        self._note = kept.id
        self._open(kept.text, kept.tag)

    def put_away(self) -> bool:
        """Put the line away, its words kept; False where none is open."""
        if self.query_one(Prompts).put_away():
            return True
        if not self.query_one("#note").display:
            return False
        self.room.keeper.now()
        self._close()
        self.redraw()
        return True

    def key_delete(self) -> None:
        """Take the note under the cursor out, if that is meant."""
        rows = self.query_one("#notes", OptionList)
        if rows.has_focus and rows.highlighted_option and rows.highlighted_option.id:
            self._remove(rows.highlighted_option.id)

    @work
    async def _remove(self, note: str) -> None:
        from maturity.tui.dialogs import Confirm  # noqa: PLC0415 loaded when something is asked

        text = next(one.text for one in self.item.notes if one.id == note)
        question = f'Remove the note "{draw.cut(text, 60)}"? u brings it back.'
        if await self.app.push_screen_wait(Confirm(question, do="Remove")):
            self.room.do(NoteAct(None, None, id=note, remove=True))


def _said(note: NoteView) -> str:
    private = " (private)" if note.private else ""
    return f"{note.tag or 'note'}{private}: {note.text}"


PANE = TalkPane
