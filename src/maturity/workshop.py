"""An open session: framework, state and evidence together, and `do(act)`, the only way in.

Screens and commands build acts and draw what comes back; they change nothing by themselves.
Acts and evidence are loaded when they are first needed: a command that only reads a session
would pay a fifth of its time for them.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from maturity.evidence.naming import file_name
from maturity.framework import Framework, parse
from maturity.framework.fingerprint import fingerprint
from maturity.frozen import dataclass
from maturity.judgement.disclosure import disclose
from maturity.judgement.kept_items import KeptItems
from maturity.judgement.view import Audience, Disclosed
from maturity.session.acts.act import Change, Outcome, Refused, Scene
from maturity.session.events import Event
from maturity.session.fs import Fs, RealFs
from maturity.session.opening import NoSession
from maturity.session.pinned import pinned_framework
from maturity.session.start import NewSession, first_changes
from maturity.session.state import Pin, SessionState
from maturity.session.store import Clock, SessionStore, Typist
from maturity.session.telling import told, told_together
from maturity.session.unfinished import is_finish
from maturity.shelving import Shelving
from maturity.text import inspect

if TYPE_CHECKING:
    from maturity.evidence.asking.client import ReadDocument
    from maturity.evidence.model import Document, Excerpt
    from maturity.evidence.search.suggest import Suggester
    from maturity.evidence.shelf import Shelf
    from maturity.judgement.context import Said
    from maturity.session.rewriting.plan import Rewriting

__all__ = ["NewSession", "Receipt", "Workshop"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an act came to, once it is on the disk: a sentence, warnings, and when (UTC)."""

    said: str
    warnings: tuple[str, ...] = ()
    at: str = ""
    entry: str = ""


class Workshop:
    """One opened session, as every face of the program uses it."""

    def __init__(self, store: SessionStore, framework: Framework, clock: Clock, fs: Fs) -> None:
        """Hold an opened store; use `open` or `create`."""
        self._store = store
        self._clock = clock
        self.framework = framework
        self._shelving = Shelving(fs, store.folder, framework)
        self._views: dict[Audience, tuple[SessionState, Disclosed]] = {}
        self._items: defaultdict[Audience, KeptItems] = defaultdict(KeptItems)

    @classmethod
    def create(
        cls,
        folder: Path,
        new: NewSession,
        typist: Typist,
        clock: Clock,
        *,
        framework: bytes,
        file: str,
        carried: Sequence[Change] = (),
        fs: Fs | None = None,
    ) -> Self:
        """Make a session in `folder`, which must not exist, with its own copy of the framework.

        `carried` is what it takes over from the session before it, recorded as one action.

        Raises `FrameworkFault` for a framework with mistakes, `Refused` and `TextTooLong` for
        what no session can be called or hold, and `OSError`; nothing is left in `folder` then.
        """
        fs = fs or RealFs()
        model = parse(framework, file)
        changes = first_changes(new)
        pin = Pin(id=model.id, version=model.version, fingerprint=fingerprint(model))
        store = SessionStore.create(fs, folder, typist, clock, framework=framework, pin=pin)
        try:
            store.commit(changes, "new")
            if carried:
                store.commit(carried, "carry")
            store.snapshot()
        except (OSError, Refused):
            store.take_back()
            raise
        return cls(store, model, clock, fs)

    @classmethod
    def open(
        cls,
        folder: Path,
        typist: Typist,
        clock: Clock,
        *,
        to_read: bool = False,
        may_be_closed: bool = False,
        wait_seconds: float = 2,
        fs: Fs | None = None,
    ) -> Self:
        """Open the session in `folder`; with `may_be_closed` a closed one may be rewritten.

        Raises `NoSession` where nothing can be opened, and `AlreadyOpen` where another window of
        this laptop has it.
        """
        fs = fs or RealFs()
        store = SessionStore.open(
            fs,
            folder,
            typist,
            clock,
            to_read=to_read,
            may_be_closed=may_be_closed,
            wait_seconds=wait_seconds,
        )
        try:
            framework, problem = pinned_framework(fs, folder, store.state.framework.fingerprint)
        except (NoSession, OSError):
            store.close()
            raise
        if problem:
            store.read_only = store.read_only or problem
            store.sentences = (*store.sentences, problem)
        return cls(store, framework, clock, fs)

    @property
    def folder(self) -> Path:
        """Where the session stands."""
        return self._store.folder

    @property
    def state(self) -> SessionState:
        """The session as it stands."""
        return self._store.state

    @property
    def recovered(self) -> tuple[str, ...]:
        """What the opening found and mended, in sentences; empty when all was well."""
        return self._store.sentences

    @property
    def read_only(self) -> str:
        """Why nothing may be changed; empty where everything may."""
        return self._store.read_only

    @property
    def saved_at(self) -> str:
        """When the last change reached the disk (UTC, ISO text); empty before the first."""
        return self._store.folded.at

    @property
    def reference(self) -> str:
        """What a paper names itself by: session id, body and number of the last change."""
        return self._store.reference

    @property
    def now(self) -> datetime:
        """The clock on the wall, without a zone."""
        return self._clock().replace(tzinfo=None)

    @property
    def scene(self) -> Scene:
        """What an act may know at this moment."""
        return Scene(self.state, self.framework, self.now, self._store.folded.marks)

    def view(self, audience: Audience, said: "Said | None" = None) -> Disclosed:
        """What an audience may see, from the one gate; the same value while nothing changes.

        With `said`, which words evidence in another way, it is made anew each time.
        """
        if said is not None:
            return disclose(self.state, self.framework, audience, said=said)
        kept = self._views.get(audience)
        if kept is not None and kept[0] is self.state:
            return kept[1]
        view = disclose(self.state, self.framework, audience, self._items[audience])
        self._views[audience] = (self.state, view)
        return view

    def do(self, act: object) -> Receipt:
        """Validate an act, record its changes, and return once they are on the disk.

        Raises `Refused` with what to do instead, `TextTooLong`, and `NotSaved` when the disk
        does not take it; nothing has changed then.
        """
        from maturity.session.acts.evidence import FactsAct, facts_outcome  # noqa: PLC0415 see top
        from maturity.session.acts.surveys import SurveyAct, survey_outcome  # noqa: PLC0415 see top
        from maturity.session.acts.table import spec_of  # noqa: PLC0415 see top

        spec = spec_of(act)
        outcome_of = spec.outcome
        if isinstance(act, FactsAct):
            outcome_of = partial(facts_outcome, excerpts=self.shelf.excerpt_ids)
        elif isinstance(act, SurveyAct):
            outcome_of = partial(survey_outcome, record=self._store.events)
        outcome: Outcome = outcome_of(self.scene, act)
        return self._keep(outcome, outcome.records or spec.records)

    def _keep(self, outcome: Outcome, records: str) -> Receipt:
        said = inspect(outcome.said).text  # a sentence may repeat what was typed
        if not outcome.changes:
            return Receipt(said, outcome.warnings)
        events = self._store.commit(outcome.changes, records)
        entry = next((event.id for event in events if event.op == "add"), "")
        return Receipt(said, outcome.warnings, events[-1].t, entry)

    def undo(self) -> Receipt:
        """Take back the last action of this laptop. Raises `Refused` when there is none."""
        step = self._store.undo()
        return Receipt(f"Undone: {told_together(step.events, self.framework)}.", (), self.saved_at)

    def redo(self) -> Receipt:
        """Do again what was undone last. Raises `Refused` when there is none."""
        step = self._store.redo()
        again = told_together(step.events[::-1], self.framework)  # an undo began with the last
        return Receipt(f"Done again: {again}.", (), self.saved_at)

    def told(self, event: Event) -> str:
        """What a line of the record is about, in words: "rating of Families"."""
        return told(event, self.framework)

    def history(self, item: str = "") -> tuple[Event, ...]:
        """The record in order, without the lines that only say a run began; of one item if given.

        Raises `Refused` for an item the framework does not have.
        """
        events = sorted(
            (event for event in self._store.events if event.op != "open" and not is_finish(event)),
            key=lambda event: event.order,
        )
        if not item:
            return tuple(events)
        found = self.framework.find_item(item).id
        path = (self.framework.kind_of(found), found)
        return tuple(event for event in events if event.at[:2] == path)

    @property
    def shelf(self) -> "Shelf":
        """The evidence of this session; a missing or damaged file is told, never fatal."""
        return self._shelving.shelf(self.state)

    @property
    def evidence_notices(self) -> tuple[str, ...]:
        """What cannot be searched any more: missing files, and changed ones once they are read."""
        return self._shelving.notices(self.state)

    @property
    def suggester(self) -> "Suggester":
        """What knows the items an excerpt may belong to, ready once the framework was learnt."""
        return self._shelving.suggester

    def add_document(
        self, read: "ReadDocument", file_sha256: str = "", replaces: str = "", **facts: Any
    ) -> Receipt:
        """Keep a document that was read: its evidence file first, then the line that imports it.

        `replaces` is the id of an older version: links follow the words, and undo takes that back.
        """
        from maturity.session.acts.evidence import (  # noqa: PLC0415 see top
            DocumentAct,
            document_outcome,
        )

        act = DocumentAct(read.document, read.excerpts, read.file, file_sha256, **facts)
        outcome = document_outcome(self.scene, act)
        may_be_twin = outcome.changes and not replaces
        twin = self.shelf.near_copy(read.document, read.excerpts) if may_be_twin else ()
        receipt = self._file(read.document, read.excerpts, outcome)
        warnings = (*receipt.warnings, *read.notices, *twin)
        if not replaces:
            return Receipt(receipt.said, warnings, receipt.at)
        from maturity.session.acts.replacing import replacement  # noqa: PLC0415 see top

        outcome = replacement(self.scene, self.shelf, replaces, read.document.id)
        then = self._keep(outcome, "link")
        return Receipt(f"{receipt.said} {then.said}", (*warnings, *then.warnings), then.at)

    def _file(
        self, document: "Document", excerpts: "tuple[Excerpt, ...]", outcome: Outcome
    ) -> Receipt:
        from maturity.evidence.store import to_bytes  # noqa: PLC0415 see top

        self._store.add_evidence_file(file_name(document.id), to_bytes(document, excerpts))
        receipt = self._keep(outcome, "evidence")
        self.shelf.add(document, excerpts)
        return receipt

    def link(
        self,
        item: str,
        excerpt: str,
        stance: str = "supports",
        shows: str | None = None,
        matched: tuple[str, ...] = (),
    ) -> Receipt:
        """Tie an excerpt to an item; `matched` are the words why, where it was suggested.

        Raises `Refused` for an unknown item or excerpt.
        """
        from maturity.evidence.shelf import NoExcerpt  # noqa: PLC0415 see top
        from maturity.session.acts.evidence import LinkAct  # noqa: PLC0415 see top

        try:
            document, found = self.shelf.find(excerpt)
        except NoExcerpt as unknown:
            raise Refused(str(unknown)) from unknown
        return self.do(LinkAct(item, found, document.id, stance, shows, matched))  # type: ignore[arg-type]  # checked when recorded

    def add_account(
        self, item: str, text: str, ref: str | None = None, stance: str | None = None
    ) -> Receipt:
        """Keep what a family says as a card, linked to an item; undo unlinks it.

        `ref` says where it is from; None for what is said in the room. No program can tell what
        an account speaks for, so it is context unless a `stance` is given; said again, it keeps
        the one it has.
        """
        from maturity.session.acts.account import account, stance_of  # noqa: PLC0415 see top

        document, excerpt, outcome = account(self.scene, item, text, ref)
        self._file(document, (excerpt,), outcome)
        linked = self.link(item, excerpt.id, stance or stance_of(self.scene, item, excerpt))
        told = (*linked.warnings, *(notice.sentence for notice in document.warnings))
        return Receipt(linked.said, told, linked.at, linked.entry)

    def rewrite(self, plan: "Rewriting") -> None:
        """Make files anew as a person asked. Raises what `SessionStore.rewrite` raises."""
        self._store.rewrite(plan)

    def snapshot(self) -> None:
        """Bring session.toml up to date. Raises `OSError`; the old snapshot then stands."""
        self._store.snapshot()

    def close(self) -> None:
        """Bring session.toml up to date and let another window have the session."""
        self._store.close()
