"""Committing: what is acknowledged is on the disk, and a failure changes nothing."""

import contextlib
import errno
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import (
    TINY,
    BrokenFs,
    Ticking,
    a_change,
    a_typist,
    a_workshop,
    reopened,
    tiny,
)
from maturity.framework.fingerprint import fingerprint
from maturity.session.acts.act import Change, Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.fs import RealFs
from maturity.session.snapshot import body_hash, from_bytes
from maturity.session.state import Pin
from maturity.session.store import SessionStore
from maturity.workshop import Workshop

METHODS = ("create_new", "append", "flush_folder", "replace", "read", "names", "remove")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


def a_store(folder: Path, fs: BrokenFs | None = None) -> SessionStore:
    pin = Pin(id="tiny", version="1.0", fingerprint=fingerprint(tiny()))
    real = fs.as_fs() if fs else RealFs()
    return SessionStore.create(real, folder, a_typist(), Ticking(), framework=TINY, pin=pin)


def at_rest(folder: Path) -> SessionStore:
    return SessionStore.open(RealFs(), folder, a_typist("00000000"), Ticking(), to_read=True)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(a_change(), min_size=1, max_size=6), st.booleans())
def test_what_was_committed_is_there_from_journal_or_snapshot_alone(
    tmp_path_factory: pytest.TempPathFactory,
    changes: list[tuple[tuple[str, ...], object]],
    is_closed: bool,  # noqa: FBT001 drawn by hypothesis
) -> None:
    folder = tmp_path_factory.mktemp("store") / "northmere"
    store = a_store(folder)
    for at, new in changes:
        store.commit([Change("set", at, new)], "test")
    state = store.state
    if is_closed:
        store.close()
        raw = (folder / "session.toml").read_bytes()
        assert from_bytes(raw).body == body_hash(at_rest(folder).state)
        assert from_bytes(raw).folded.state == state
        (folder / "session.toml").unlink()
    assert at_rest(folder).state == state
    store.close()


def test_the_lines_of_one_action_share_its_time_and_its_id(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(RateAct("one", "low", because="Two lines."))
    first, second = workshop.history()[-2:]
    assert first.action == second.action == first.id
    assert (first.t, first.end, second.end) == (second.t, False, True)
    workshop.close()


def test_a_session_is_made_only_where_there_is_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "northmere"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        a_store(folder)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.close()
    for path in workshop.folder.rglob("*"):
        if not path.name.startswith(".lock"):
            assert path.stat().st_mode & 0o077 == 0, path


def test_a_value_no_session_can_hold_is_refused_and_leaves_no_line(tmp_path: Path) -> None:
    store = a_store(tmp_path / "northmere")
    store.commit([Change("set", ("session", "title"), "Northmere")], "new")
    before = (store.state, store.events)
    with pytest.raises(Refused, match="confidence"):
        store.commit([Change("set", ("pillar", "one", "confidence"), "certain")], "rate")
    with pytest.raises(Refused, match="nothing called"):
        store.commit([Change("set", ("nobody",), "x")], "rate")
    with pytest.raises(Refused, match="limit is 65,536"):
        store.commit([Change("set", ("page", "story"), "\U0001f600" * 20_000)], "page")
    assert (store.state, store.events) == before
    store.close()


def changed(workshop: Workshop, number: int) -> bool:
    """Whether a change was acknowledged; a disk that fails may raise nothing but OSError."""
    before = workshop.state
    try:
        workshop.do(NoteAct("one", f"note {number}"))
    except OSError:
        assert workshop.state is before
        return False
    return True


def kept(workshop: Workshop) -> set[str]:
    one = workshop.state.pillar.get("one")
    return {note.text for note in one.notes.values()} if one else set()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("times", [1, 3, 7])
def test_a_failing_disk_loses_nothing_that_was_acknowledged(
    tmp_path: Path, method: str, error: int, times: int
) -> None:
    workshop = a_workshop(tmp_path)
    workshop.close()
    for at in (1, 2, 3, 5):
        fs = BrokenFs(method, at=at, error=error, times=times)
        opening = f"{at:08}"
        try:
            broken = reopened(workshop, opening, fs=fs.as_fs())
        except (OSError, ValueError):
            continue
        acknowledged = kept(broken)
        for number in range(4):
            if broken.read_only:
                break
            if changed(broken, 10 * at + number):
                acknowledged.add(f"note {10 * at + number}")
            try:
                broken.snapshot()
            except OSError:
                from_bytes((workshop.folder / "session.toml").read_bytes())
        assert kept(broken) == acknowledged
        with contextlib.suppress(OSError):
            broken.close()
        after = reopened(workshop, f"a{at:07}")
        assert acknowledged <= kept(after)
        assert not after.read_only
        assert after.state.session.title == "Northmere"
        after.close()


@pytest.mark.parametrize("method", ["create_new", "replace", "flush_folder", "read", "remove"])
def test_a_snapshot_that_fails_leaves_the_old_one_and_is_made_later(
    tmp_path: Path, method: str
) -> None:
    workshop = a_workshop(tmp_path)
    workshop.close()
    fs = BrokenFs(method)
    again = reopened(workshop, fs=fs.as_fs())
    again.do(NoteAct("one", "New."))
    old = (workshop.folder / "session.toml").read_bytes()
    fs.calls, fs.at, fs.times = 0, 1, 1
    with pytest.raises(OSError, match="Input/output error"):
        again.snapshot()
    if method != "flush_folder":
        assert (workshop.folder / "session.toml").read_bytes() == old
    assert again._store.is_dirty
    again.snapshot()
    new = from_bytes((workshop.folder / "session.toml").read_bytes())
    assert new.folded.state == again.state
    again.close()


def test_a_snapshot_that_reads_back_otherwise_is_not_put_in_place(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    old = (workshop.folder / "session.toml").read_bytes()
    workshop.do(NoteAct("one", "New."))

    class Forgetful(RealFs):
        """A disk that loses the end of what was written."""

        def read(self, path: Path) -> bytes:
            return super().read(path)[:-20] if path.name.startswith(".") else super().read(path)

    workshop._store._fs = Forgetful()
    with pytest.raises(OSError, match="did not read back"):
        workshop.snapshot()
    assert (workshop.folder / "session.toml").read_bytes() == old
    assert not [*workshop.folder.glob(".session-*")]
    workshop._store._fs = RealFs()
    workshop.close()


def test_a_change_made_while_the_snapshot_is_written_is_not_forgotten(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", "First."))

    class Slow(RealFs):
        """A disk during whose work somebody types."""

        def replace(self, source: Path, target: Path) -> None:
            super().replace(source, target)
            workshop.do(NoteAct("one", "Second."))

    workshop._store._fs = Slow()
    workshop.snapshot()
    assert workshop._store.is_dirty
    workshop._store._fs = RealFs()
    workshop.close()
    assert reopened(workshop, to_read=True).recovered == ()


def test_a_session_that_could_not_be_begun_holds_no_lock(tmp_path: Path) -> None:
    fs = BrokenFs("create_new", at=3, error=errno.ENOSPC, times=9)
    with pytest.raises(OSError, match="could not be saved"):
        a_workshop(tmp_path, fs=fs.as_fs())
    from maturity.session.lock import take_lock  # noqa: PLC0415 the one test that takes it

    take_lock(tmp_path / "northmere", "Bo", "2026-03-23T09:30:00Z", wait_seconds=0).release()


def test_an_evidence_file_is_written_once_and_a_damaged_one_is_mended(tmp_path: Path) -> None:
    store = a_store(tmp_path / "northmere")
    store.add_evidence_file("aa.jsonl", b"whole\n")
    file = store.folder / "evidence" / "aa.jsonl"
    before = file.stat().st_mtime_ns
    store.add_evidence_file("aa.jsonl", b"whole\n")
    assert file.stat().st_mtime_ns == before
    file.write_bytes(b"wh")
    store.add_evidence_file("aa.jsonl", b"whole\n")
    assert file.read_bytes() == b"whole\n"
    (moved,) = (store.folder / "recovered").iterdir()
    assert moved.read_bytes() == b"wh"
    store.close()


def test_an_evidence_file_left_half_done_is_done_again(tmp_path: Path) -> None:
    fs = BrokenFs("replace", at=1)
    store = a_store(tmp_path / "northmere", fs)
    with pytest.raises(OSError, match="Input/output"):
        store.add_evidence_file("aa.jsonl", b"whole\n")
    store.add_evidence_file("aa.jsonl", b"whole\n")
    assert (store.folder / "evidence" / "aa.jsonl").read_bytes() == b"whole\n"
    store.close()


def test_the_reference_names_session_body_and_number(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    one = workshop.reference
    assert one.startswith("northmere-b3a10f ")
    workshop.do(NoteAct("one", "New."))
    assert workshop.reference != one
    workshop.close()
    assert reopened(workshop, to_read=True).reference == workshop.reference
