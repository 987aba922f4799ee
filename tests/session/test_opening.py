"""Opening a session in whatever state its folder is: nothing is lost, and all is said."""

from pathlib import Path

import pytest

from builders import TINY, BrokenFs, Ticking, a_typist, a_workshop, reopened
from maturity.session.acts.act import Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.fs import RealFs
from maturity.session.opening import NoSession
from maturity.session.store import SessionStore
from session.opened import files_of, opened, state_of, the_journal


def test_a_snapshot_that_nobody_touched_is_not_read_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = state_of(folder)
    monkeypatch.setattr("maturity.session.snapshot.from_bytes", None)
    assert state_of(folder) == state
    (folder / "session.toml").write_bytes(b"# mine\n" + (folder / "session.toml").read_bytes())
    with pytest.raises(TypeError):
        state_of(folder)


def test_all_well_says_nothing_and_writes_nothing(folder: Path) -> None:
    before = files_of(folder)
    workshop = opened(folder)
    assert (workshop.recovered, workshop.read_only) == ((), "")
    workshop.close()
    assert files_of(folder) == before


def test_changes_that_no_snapshot_has_are_recovered(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", "First."))
    workshop.do(NoteAct("one", "Second."))
    state = workshop.state
    workshop._store._lock.release()  # type: ignore[union-attr]  # the machine stops here
    again = reopened(workshop)
    assert again.state == state
    said = "Recovered 2 changes made up to 09:01 that were not yet in session.toml."
    assert again.recovered == (said,)
    again.close()
    assert state_of(workshop.folder) == state


def test_one_change_is_said_as_one(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", "First."))
    again = reopened(workshop, to_read=True)
    assert "Recovered 1 change made up to 09:00 that was not yet" in again.recovered[0]
    workshop.close()


def test_a_missing_snapshot_is_made_anew(folder: Path) -> None:
    state = state_of(folder)
    (folder / "session.toml").unlink()
    workshop = opened(folder)
    assert workshop.recovered == (
        "session.toml was missing. It has been rebuilt from the journal; nothing is lost.",
    )
    assert workshop.state == state
    workshop.close()
    assert state_of(folder) == state


def test_a_record_without_its_beginning_is_never_called_whole(folder: Path) -> None:
    first = the_journal(folder)
    workshop = opened(folder)
    workshop.do(NoteAct("one", "Later."))
    workshop.close()
    first.write_bytes(b"")
    (folder / "session.toml").unlink()
    again = opened(folder, "bbbbbbbb")
    assert "nothing is lost" not in " ".join(again.recovered)
    assert "The beginning of the record is missing" in again.recovered[-1]
    with pytest.raises(Refused, match="The beginning of the record"):
        again.do(NoteAct("one", "No."))
    again.close()


def test_an_unreadable_snapshot_goes_to_recovered_and_is_made_anew(folder: Path) -> None:
    state = state_of(folder)
    snapshot = folder / "session.toml"
    spoilt = snapshot.read_bytes().replace(b'state = "provisional"', b'state = "provisional')
    snapshot.write_bytes(spoilt)
    workshop = opened(folder)
    (kept,) = (folder / "recovered").iterdir()
    assert kept.read_bytes() == spoilt
    (said,) = workshop.recovered
    assert said.startswith("session.toml could not be read (session.toml:")
    assert said.endswith(
        f"). Opened from the journal instead; the unreadable file is in recovered/{kept.name}."
    )
    assert workshop.state == state
    workshop.close()
    assert state_of(folder) == state


def test_a_hand_edit_is_set_aside_and_said_each_time_under_its_own_name(folder: Path) -> None:
    state = state_of(folder)
    snapshot = folder / "session.toml"
    for opening in ("aaaaaaaa", "bbbbbbbb"):
        edited = snapshot.read_bytes().replace(b'level = "middle"', b'level = "high"')
        snapshot.write_bytes(edited)
        workshop = opened(folder, opening)
        assert workshop.state == state
        (said,) = workshop.recovered
        name = said.partition("recovered/")[2].partition(";")[0]
        assert (folder / "recovered" / name).read_bytes() == edited
        workshop.close()
    assert len([*(folder / "recovered").iterdir()]) == 2


def test_reading_moves_nothing_and_does_not_say_it_did(folder: Path) -> None:
    snapshot = folder / "session.toml"
    snapshot.write_bytes(snapshot.read_bytes().replace(b'"middle"', b'"high"'))
    before = files_of(folder)
    workshop = opened(folder, to_read=True)
    assert "recovered/" not in workshop.recovered[0]
    with pytest.raises(Refused, match="opened to read"):
        workshop.do(NoteAct("one", "No."))
    workshop.close()
    assert files_of(folder) == before


def test_a_snapshot_the_disk_does_not_give_stays_where_it_is(folder: Path) -> None:
    state = state_of(folder)
    before = files_of(folder)
    workshop = opened(folder, fs=BrokenFs("read", at=2).as_fs())
    assert workshop.recovered == (
        "session.toml could not be read (input/output error). Opened from the journal instead.",
    )
    assert workshop.state == state
    assert files_of(folder) == before
    workshop.close()


def test_a_journal_that_cannot_be_read_is_no_end(folder: Path) -> None:
    state = state_of(folder)
    fs = BrokenFs("read", at=1)
    workshop = opened(folder, fs=fs.as_fs())
    assert workshop.state == state
    assert "not here (9d07be41)" in workshop.read_only
    workshop.close()


@pytest.mark.parametrize("made", ["nothing", "empty", "notes"])
def test_a_folder_without_a_session_is_refused_and_left_alone(tmp_path: Path, made: str) -> None:
    folder = tmp_path / "northmere"
    if made != "nothing":
        folder.mkdir()
    if made == "notes":
        (folder / "notes.txt").write_text("mine")
    with pytest.raises(NoSession) as caught:
        opened(folder)
    assert str(caught.value) == (
        f"No readable session was found in {folder}. No file has been changed. "
        "Look in backups/ or ask for a copy."
    )
    assert not folder.exists() or [*folder.iterdir()] in ([], [folder / "notes.txt"])


def test_a_session_where_nothing_is_readable_is_refused_and_unlocked(folder: Path) -> None:
    (folder / "session.toml").write_bytes(b"\xff")
    the_journal(folder).write_bytes(b"gone\n")
    before = files_of(folder)
    for opening in ("aaaaaaaa", "bbbbbbbb"):
        with pytest.raises(NoSession, match="No readable session"):
            opened(folder, opening)
    assert files_of(folder) == before


def test_an_altered_framework_gives_way_to_the_pinned_copy(folder: Path) -> None:
    (folder / "framework.toml").write_bytes(TINY.replace(b"Mostly.", b"Sometimes."))
    workshop = opened(folder)
    said = "framework.toml is not the one this session was rated against. The original is in use."
    assert (workshop.recovered, workshop.read_only) == ((said,), said)
    assert workshop.framework.texts(workshop.framework.item("one"), "middle") == ("Mostly.",)
    workshop.close()


def test_a_missing_framework_gives_way_to_the_pinned_copy(folder: Path) -> None:
    (folder / "framework.toml").unlink()
    workshop = opened(folder)
    assert "The original is in use." in workshop.read_only
    workshop.close()


@pytest.mark.parametrize("copy", [None, b"spoilt", TINY.replace(b"Mostly.", b"Sometimes.")])
def test_a_framework_without_a_true_copy_is_asked_for(folder: Path, copy: bytes | None) -> None:
    (folder / "framework.toml").unlink()
    (pinned,) = (folder / "backups").glob("framework-*.toml")
    digits = pinned.stem.removeprefix("framework-").upper()
    shown = "-".join((digits[:4], digits[4:8], digits[8:]))
    if copy is None:
        pinned.unlink()
    else:
        pinned.write_bytes(copy)
    for opening in ("aaaaaaaa", "bbbbbbbb"):
        with pytest.raises(NoSession) as caught:
            opened(folder, opening)
        assert str(caught.value) == (
            f"The framework this session was rated against ({shown}) is missing. Put "
            "framework.toml back to go on rating."
        )


def test_opening_never_writes_before_it_has_read_everything(folder: Path) -> None:
    (folder / "session.toml").write_bytes(b"spoilt")
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes() + b"torn")
    asked: list[str] = []

    class Watched:
        """The disk, with a list of what was asked of it."""

        def __getattr__(self, name: str) -> object:
            asked.append(name)
            return getattr(RealFs(), name)

    store = SessionStore.open(
        Watched(),  # type: ignore[arg-type]  # passes everything on
        folder,
        a_typist("cccccccc"),
        Ticking(),
    )
    writes = [name not in {"names", "read"} for name in asked]
    assert True in writes
    assert writes == sorted(writes)
    store.close()
