"""An open session on the disk: commit, undo, redo, snapshot. The only way its state changes."""

import errno
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.session import backups, snapshot
from maturity.session.acts.act import Change, Refused
from maturity.session.drafting import Clock, Draft, Typist
from maturity.session.events import Event
from maturity.session.fold import Folded, fold
from maturity.session.fs import Fs
from maturity.session.journal import Journal
from maturity.session.lock import AlreadyOpen, Lock, take_lock
from maturity.session.opening import Opened, decide, is_session, look, nothing_in
from maturity.session.snapshot import NewerSchema
from maturity.session.state import Pin, SessionState
from maturity.session.taking_back import FOLDERS, take_back
from maturity.session.undo import Step, inverse, stacks
from maturity.session.unfinished import FINISH
from maturity.tomlfile import TomlFault

if TYPE_CHECKING:
    from maturity.session.rewriting.plan import Rewriting

__all__ = ["Clock", "SessionStore", "Typist"]

_CANNOT_WRITE = "This folder cannot be written to. You can read and export, not change."

_NOTHING_RECORDED = "Nothing was recorded: this session can be read and exported, not changed."


class SessionStore:
    """One opened session folder. Not safe to share between threads, but for `snapshot`."""

    def __init__(
        self,
        fs: Fs,
        folder: Path,
        typist: Typist,
        clock: Clock,
        *,
        opened: Opened,
        lock: Lock | None,
    ) -> None:
        """Hold what `open` or `create` found; use those."""
        self._fs = fs
        self.folder = folder
        self.typist = typist
        self._clock = clock
        self._lock = lock
        self.folded: Folded = opened.folded
        self.events: tuple[Event, ...] = opened.events
        self.sentences = opened.sentences
        self.read_only = opened.read_only
        self.is_dirty = opened.is_dirty
        self._is_for_reading = False
        self._covered = dict(opened.covered)
        self._pin = opened.folded.state.framework
        self._journal = Journal(fs, folder / "journal", typist.device, typist.opening, self._now())

    @classmethod
    def create(
        cls, fs: Fs, folder: Path, typist: Typist, clock: Clock, *, framework: bytes, pin: Pin
    ) -> "SessionStore":
        """Make an empty session in `folder`, which must not exist yet, with its own framework.

        Nothing is readable as a session until the first commit. Raises `OSError`.
        """
        if fs.names(folder):
            raise FileExistsError(errno.EEXIST, "There is something in this folder", str(folder))
        try:
            lock = cls._make(fs, folder, typist, clock, framework=framework, pin=pin)
        except OSError:
            take_back(fs, folder)
            raise
        store = cls(fs, folder, typist, clock, opened=Opened(Folded(), (), {}, ()), lock=lock)
        store._pin = pin
        return store

    @staticmethod
    def _make(
        fs: Fs, folder: Path, typist: Typist, clock: Clock, *, framework: bytes, pin: Pin
    ) -> Lock:
        fs.make_folder(folder)
        for name in FOLDERS:
            fs.make_folder(folder / name)
        fs.create_new(folder / "framework.toml", framework)
        fs.create_new(folder / "backups" / f"framework-{pin.fingerprint[:12]}.toml", framework)
        for place in (folder / "backups", folder, folder.parent):
            fs.flush_folder(place)
        return take_lock(folder, typist.name, _utc(clock), wait_seconds=0)

    def take_back(self) -> None:
        """Close a session that could not be begun, and leave nothing of it behind."""
        self._let_go()
        take_back(self._fs, self.folder)

    @classmethod
    def open(
        cls,
        fs: Fs,
        folder: Path,
        typist: Typist,
        clock: Clock,
        *,
        to_read: bool = False,
        may_be_closed: bool = False,
        wait_seconds: float = 2,
    ) -> "SessionStore":
        """Open the session in `folder`, reading everything before anything is written.

        One that was closed is only read, unless `may_be_closed`. With `to_read` it takes no lock
        and writes nothing. Raises `NoSession` where there is no readable session and
        `AlreadyOpen` where another window holds it.
        """
        if not is_session(fs, folder):
            raise nothing_in(folder)
        lock, why = (None, "") if to_read else _lock(folder, typist, clock, wait_seconds)
        try:
            opened = decide(look(fs, folder), folder, to_read=to_read or bool(why))
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        store = cls(fs, folder, typist, clock, opened=opened, lock=lock)
        closed = store.state.session.closed
        store.read_only = opened.read_only or why
        if closed and not store.read_only and not may_be_closed:
            store.read_only = f"This session was closed ({closed})."
        store._is_for_reading = to_read
        if not to_read and not store.read_only:
            store._put_aside(opened)
        return store

    @property
    def state(self) -> SessionState:
        """The session as it stands."""
        return self.folded.state

    @property
    def reference(self) -> str:
        """What a paper names itself by: session id, body and number of the last change."""
        return f"{self.state.session.id} {snapshot.body_hash(self.state)} {self.folded.n}"

    def _now(self) -> str:
        return _utc(self._clock)

    def _put_aside(self, opened: Opened) -> None:
        """Move what was found beside the record into recovered/; where that fails, only read."""
        recovered = self.folder / "recovered"
        if not opened.set_aside and not opened.torn:
            return
        try:
            self._fs.make_folder(recovered)
            for name, raw in opened.torn:
                self._fs.create_new(recovered / name, raw)
            for file, name in opened.set_aside:
                self._fs.move_aside(self.folder / file, recovered / name)
        except OSError:
            self.read_only = _CANNOT_WRITE
            self.sentences = (*self.sentences, _CANNOT_WRITE)

    def commit(
        self, changes: Sequence[Change], act: str, via: tuple[str, ...] = ()
    ) -> tuple[Event, ...]:
        """Record the changes of one action and fold them in, once they are on the disk.

        Raises `Refused` for a value no session can hold, a line over its limit or a session open
        to read only, and `NotSaved` when the disk does not take it; the state is then unchanged.
        """
        self._need_to_write()
        events = self._drafted(changes, act, via)
        try:
            written = self._journal.append(events)
        except ValueError as problem:
            raise Refused(str(problem)) from problem
        self.folded = fold(written, self.folded)
        self.events = (*self.events, *written)
        self._covered[self.typist.opening] = self._journal.lines
        self.is_dirty = True
        return written[len(events) - len(changes) :]

    def _need_to_write(self) -> None:
        if self.read_only == _CANNOT_WRITE:
            raise Refused(self.read_only)
        if self.read_only:
            raise Refused(f"{_NOTHING_RECORDED} {self.read_only}")
        if self._is_for_reading:
            raise Refused("This session was opened to read, not to change.")

    def _drafted(self, changes: Sequence[Change], act: str, via: tuple[str, ...]) -> list[Event]:
        draft = Draft(self.folded, self.typist, self._now(), self._journal.lines)
        if self._journal.lines:
            return draft.lines(changes, act, via)
        opening = draft.opening(self._pin, is_checked=all(one.op != "erase" for one in changes))
        return [opening, *draft.after_opening().lines(changes, act, via)]

    def _own(self) -> frozenset[str]:
        return frozenset(event.id for event in self.events if event.dev == self.typist.device)

    def undo(self) -> Step:
        """Take back the last action of this laptop, and return it.

        Raises `Refused` when there is none, or when somebody else changed it since.
        """
        done = stacks(self.events, self.typist.device).undo
        if not done:
            raise Refused("There is nothing to undo on this laptop.")
        self.commit(inverse(done[-1], self.folded, self._own()), "undo", ("undo", done[-1].action))
        return done[-1]

    def redo(self) -> Step:
        """Do again what was undone last, and return the undo that was taken back.

        Raises `Refused` when something else was done since.
        """
        undone = stacks(self.events, self.typist.device).redo
        if not undone:
            raise Refused("There is nothing to redo.")
        step = undone[-1]
        self.commit(inverse(step, self.folded, self._own()), "redo", ("redo", step.action))
        return undone[-1]

    def add_evidence_file(self, name: str, content: bytes) -> None:
        """Put the excerpts of a document on the disk, before the line that imports them.

        A file of that name that holds anything else is damaged, and goes to recovered/.
        """
        self._need_to_write()
        folder = self.folder / "evidence"
        self._fs.make_folder(folder)
        if name in self._fs.names(folder):
            if self._holds(folder / name, content):
                return  # or what a person left of it
            recovered = self.folder / "recovered"
            self._fs.make_folder(recovered)
            aside = f"{self.typist.opening}-{self._journal.lines}-{name}"
            self._fs.move_aside(folder / name, recovered / aside)
        temporary = folder / f".{self.typist.opening}-{name}"
        self._fs.remove(temporary)
        self._fs.create_new(temporary, content)
        self._fs.replace(temporary, folder / name)
        self._fs.flush_folder(folder)

    def _holds(self, file: Path, content: bytes) -> bool:
        from maturity.evidence.store import was_rewritten  # noqa: PLC0415 loads the evidence

        try:
            found = self._fs.read(file)
        except OSError:
            return False
        return found == content or was_rewritten(found)

    def _snapshot(self) -> tuple[Folded, bytes]:
        """What is folded at this moment and its session.toml; safe in another thread."""
        # A commit in between makes the state the newer of the two, which opening can mend.
        covered = dict(self._covered)
        folded = self.folded
        return folded, snapshot.to_bytes(folded, covered)

    def snapshot(self) -> None:
        """Bring session.toml up to date: written beside it, read back, then put in its place.

        Raises `OSError` when the folder does not take it; the old snapshot then stands.
        """
        if not self.is_dirty or self.read_only or self._is_for_reading or not self.folded.at:
            return
        if snapshot.NAME in self._fs.names(self.folder):
            backups.keep(self._fs, self.folder, self._now())
        self._put_snapshot()

    def _put_snapshot(self) -> None:
        folded, content = self._snapshot()
        target = self.folder / snapshot.NAME
        temporary = self.folder / f".session-{self.typist.opening}.toml"
        self._fs.remove(temporary)
        self._fs.create_new(temporary, content)
        if not _reads_back(self._fs.read(temporary), folded):
            self._fs.remove(temporary)
            raise OSError("The snapshot did not read back as it was written; the old one stands.")
        self._fs.replace(temporary, target)
        self._fs.flush_folder(self.folder)
        self.is_dirty = self.folded is not folded

    def rewrite(self, plan: "Rewriting") -> None:
        """Make files anew as a person asked: told first, the journals last, then called finished.

        Raises `Refused` before anything is touched, and `OSError` for a disk that does not go on;
        the session then opens, says so, and can be rewritten again.
        """
        from maturity.session.rewriting.folder import carry_out  # noqa: PLC0415 hardly a run needs it

        self._need_to_write()
        if self._journal.lines:
            raise Refused("Something was recorded since this was opened. Open it again first.")
        events = tuple(plan.events.get(event.id, event) for event in self.events)
        if fold(events).refused != self.folded.refused:
            raise Refused("The record could not be read afterwards, so nothing was changed.")
        begun = self.commit(plan.begin, plan.act)
        written = self.events[len(events) :]
        try:
            carry_out(self._fs, plan.first)
            self.events = (*events, *written)
            self.folded = fold(self.events)
            self._put_snapshot()
            carry_out(self._fs, plan.journals)
        except OSError:
            # closing would write what is in memory, and back up what is not made anew yet
            self.read_only = _CANNOT_WRITE
            raise
        self.commit([Change("erase", ())], plan.act, (FINISH, begun[0].action, *plan.settles))

    def close(self) -> None:
        """Bring the snapshot up to date and let another window have the session."""
        try:
            self.snapshot()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _reads_back(written: bytes, folded: Folded) -> bool:
    try:
        return snapshot.from_bytes(written).folded.state == folded.state
    except (TomlFault, NewerSchema):
        return False


def _utc(clock: Clock) -> str:
    return clock().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _lock(
    folder: Path, typist: Typist, clock: Clock, wait_seconds: float
) -> tuple[Lock | None, str]:
    try:
        return take_lock(folder, typist.name, _utc(clock), wait_seconds=wait_seconds), ""
    except AlreadyOpen:
        raise
    except OSError:
        return None, _CANNOT_WRITE
