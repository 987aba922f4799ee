"""A different view on its way into the record: drafted, read back, and kept."""

from textual import work
from textual.widgets import Static

from maturity.judgement.view import ItemView
from maturity.session.acts.dissents import DissentAct
from maturity.tui import draw
from maturity.tui.panes.pane import Pane
from maturity.tui.panes.view_form import ViewForm
from maturity.tui.unkept import hold
from maturity.tui.voices import DissentDraft, read_back

__all__ = ["ViewKeeping"]


class ViewKeeping(Pane):
    """What is being written for the item in hand, until it is kept as it was read back."""

    @property
    def draft(self) -> DissentDraft:
        """What is being written for the item in hand; kept when the room moves on."""
        draft: DissentDraft = self.draft_of(DissentDraft)
        return draft

    def _start(self, source: str) -> None:
        """Begin another view."""
        self.forget_draft()
        self.draft.source = source
        self._load(self.item)
        self._read_back()
        self.scroller.scroll_home(animate=False)

    def _load(self, item: ItemView) -> None:
        """Put the draft into its fields, the mark on whose view it is among them."""
        self.query_one(ViewForm).load(self.draft, item.levels)

    def _read_back(self) -> None:
        lines = read_back(self.draft, self.item, self.room.sitting.view)
        self.query_one("#read-back", Static).update(draw.para(*lines))

    @work
    async def read_aloud(self) -> None:
        """Read the view back, large; it is kept as it was read, or its words go back to mend."""
        from maturity.tui.overlays.read_back import ReadBack  # noqa: PLC0415 loaded when shown

        item, view = self.item, self.room.sitting.view
        read = await self.app.push_screen_wait(ReadBack(self.draft, item, view))
        if read is None:
            self.to("#reason")
            return
        self.room.sitting.drafts[item.id, self.KEY] = read
        if not read.waits:
            self._discarded()
        elif self._keep():
            self._load(item)
            self._after_keeping()

    def _discarded(self) -> None:
        self._hold()
        self._done()

    def _done(self) -> None:
        """Rest, with the form empty for the next view."""
        self._start("")
        self.room.rest()
        self.room.refresh_view()

    def _after_keeping(self) -> None:
        """Ask what would change it, where that is not known yet; else the view is done."""
        if not self.draft.change.strip():
            self.to("#change")
        else:
            self._done()

    def _hold(self) -> None:
        """Let the words wait on this laptop until they are read back and kept."""
        sitting, folder = self.room.sitting, self.room.program.laptop.folder
        if sitting.practice is None:
            session = sitting.workshop.state.session.id
            self.room.guarded(lambda: hold(folder, session, sitting.unkept))
        self.room.saved()

    def _keep_mark(self) -> bool:
        """Keep whose view it is, its level and its place; its words wait to be read back."""
        return self._keep(with_words=False)

    def _keep(self, *, with_words: bool = True) -> bool:
        """Keep what was read back; a view that is kept already is changed."""
        draft = self.draft
        answers = draft.answers(self.room.sitting.view, with_words=with_words)
        if draft.id not in {view.id for view in self.item.dissents}:
            receipt = self.give(self.form("A different view"), answers, is_warned=True)
        else:
            receipt = self.room.do(
                DissentAct(
                    None,
                    id=draft.id,
                    from_=answers["from"],
                    level=answers["level"] or None,
                    reason=answers["reason"],
                    change=answers["change"],
                    reach=answers["reach"],  # type: ignore[arg-type]  # one of the choices
                ),
                is_warned=True,
            )
        if receipt is None:
            return False
        draft.id = receipt.entry or draft.id
        if with_words:
            draft.note_kept()
            self._hold()
            self.room.refresh_view()
        self._read_back()
        return True
