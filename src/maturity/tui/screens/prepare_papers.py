"""The documents of Prepare: imported, told apart by their facts, and what they name taken."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, cast

from textual import work

from maturity.evidence.model import Document, Excerpt
from maturity.tui.asking import ask_of_a_child, ask_until_kept, set_facts
from maturity.tui.dialogs import Ask
from maturity.tui.evidence import (
    FACTS,
    IMPORT,
    KINDS,
    Found,
    Read,
    files_at,
    keep,
    read_file,
)
from maturity.tui.screens.prepare_survey import SurveyScreen
from maturity.workshop import Receipt

__all__ = ["PapersScreen"]


class PapersScreen(SurveyScreen):
    """What the keys of Prepare do to whole documents."""

    @property
    @abstractmethod
    def under_cursor(self) -> Found | None:
        """The excerpt in hand, of those that were found."""

    @abstractmethod
    def warm(self) -> object:
        """Read the evidence again, away from the screen."""

    @abstractmethod
    def say_now(self) -> None:
        """Say what to do now."""

    @work
    async def act_bring(self) -> None:
        """Import a document by its path, or all of a folder."""
        typed = await self.app.push_screen_wait(
            Ask(
                "Import a document",
                IMPORT,
                help_text="Word, Excel, PDF, web pages, tables and text. " + KINDS,
            )
        )
        if typed and typed["path"].strip():
            self._read(typed)

    @work(thread=True, group="import")
    def _read(self, typed: Mapping[str, str]) -> None:
        files = self.guarded_away(lambda: files_at(typed)) or ()
        refused: list[str] = []
        for at, path in enumerate(files, 1):
            of = f"{at} of {len(files)}: " if len(files) > 1 else ""
            self.app.call_from_thread(self.now, f"reading {of}{path.name} ...")
            read = read_file(path)
            if len(files) > 1 and read.document is None:
                refused.append(read.refusal)
            else:
                self.app.call_from_thread(self._take, read, typed)
        if refused:
            self.app.call_from_thread(self._left_out, refused)

    def _left_out(self, refused: Sequence[str]) -> None:
        """Say which files of a folder could not be read; the others are in."""
        self.warn(f"Not read, {len(refused)}: {' '.join(refused)}")
        self.say_now()

    def _take(self, read: Read, typed: Mapping[str, str]) -> None:
        receipt = self.settle(lambda: keep(self.sitting.workshop, read, typed))
        if receipt is not None:
            self.tell(receipt.said)
            names = read.document.document if read.document else None
            if names and (names.people or names.actions):
                self.tell("It names people or actions: N shows them, and takes them.")
            self.warm()
        else:
            self.say_now()

    @work
    async def act_write(self) -> None:
        """Say what the document under the cursor is."""
        documents = self.sitting.view.documents
        found = self.under_cursor
        named = found.document if found else next((one.id for one in documents), "")
        document = next((one for one in documents if one.id == named), None)
        if document is None:
            self.tell("No evidence yet. i imports a document.")
            return
        if found is not None and "personal_data" in found.excerpt.flags:
            typed = await self._settle(found)
            if typed is None or typed["privacy"].strip():
                return
        await ask_until_kept(
            self,
            document.title,
            FACTS,
            lambda changed: set_facts(self, (document.id,), changed),
            values={name: getattr(document.facts, name) or "" for name in FACTS},
            help_text=KINDS,
        )

    async def _settle(self, found: Found) -> Mapping[str, str] | None:
        """Ask what is to become of words that may identify a child."""
        where = f"{found.title}, {found.excerpt.ref}"
        return await ask_of_a_child(
            self, found.excerpt.id, where, then="Left empty: later, and on to the document's facts."
        )

    @work
    async def act_mend(self) -> None:
        """Set facts of many documents and cards at a time."""
        from maturity.tui.overlays.facts_grid import (  # noqa: PLC0415 loaded when shown
            MENDED,
            FactsGrid,
            facts_rows,
            undated,
        )

        found = self.under_cursor if self.query_one("#hits").has_focus else None
        at = found.document if found else undated(facts_rows(self.sitting.view))
        fields = {name: FACTS[name] for name in MENDED}
        while rows := facts_rows(self.sitting.view):
            chosen = await self.app.push_screen_wait(FactsGrid(rows, at))
            if not chosen:
                return
            help_text = f"{KINDS.partition(' Every')[0]} What is left empty stays."
            title = f"Facts of {len(chosen)} {'row' if len(chosen) == 1 else 'rows'}"
            await ask_until_kept(
                self, title, fields, partial(self._mended, chosen), help_text=help_text
            )
            at = chosen[-1]
        self.tell("No evidence yet. i imports a document.")

    def _mended(self, chosen: tuple[str, ...], given: Mapping[str, str]) -> Receipt | None:
        receipt = set_facts(self, chosen, given)
        if receipt is not None:
            self.tell(receipt.said)
        return receipt

    def act_why(self) -> None:
        """Say why the excerpt under the cursor was found, and where it may belong."""
        from maturity.tui.overlays.panel import TextPanel  # noqa: PLC0415 loaded when shown
        from maturity.tui.overlays.why import why_lines  # noqa: PLC0415 loaded when shown

        found, sitting = self.under_cursor, self.sitting
        if found is None:
            self.tell("Nothing is found yet. / searches; i imports a document.")
            return
        lines = self.guarded(
            lambda: why_lines(
                sitting.workshop, found.excerpt.id, found.why, is_private=sitting.is_private
            )
        )
        if lines is not None:
            self.app.push_screen(TextPanel("WHY IT WAS FOUND", *lines))

    @work
    async def act_take(self) -> None:
        """Take the people and the actions that a document names, after they were seen."""
        # loaded when shown
        from maturity.session.acts.taking import TakeAct, takable  # noqa: PLC0415 see above
        from maturity.tui.overlays.take import TakePanel  # noqa: PLC0415 see above

        papers, at, row = self._takable(), 0, 0
        if not papers:
            self.tell("No document names people or actions. i imports minutes or a plan.")
            return
        while True:
            document, excerpts = papers[at]
            panel = TakePanel(
                document.title,
                takable(self.sitting.workshop.scene, document, excerpts),
                has_others=len(papers) > 1,
                shows_marked=self.sitting.is_private,
                at=row,
            )
            chosen = await self.app.push_screen_wait(panel)
            if chosen is None:
                return
            what, only = chosen
            row = panel.row + 1 if only else 0
            if what == "next":
                at = (at + 1) % len(papers)
                continue
            receipt = self.do(TakeAct(document, excerpts, cast("Any", what), only))
            if receipt is not None:
                self.tell(receipt.said)

    def _takable(self) -> list[tuple[Document, tuple[Excerpt, ...]]]:
        """The documents that name somebody or something, the one in hand or the newest first."""
        from maturity.session.acts.taking import takable_documents  # noqa: PLC0415 loaded when shown

        papers = list(takable_documents(self.sitting.workshop.shelf.current))[::-1]
        found = self.under_cursor
        return sorted(papers, key=lambda pair: found is None or pair[0].id != found.document)
