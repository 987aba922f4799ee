"""Opening a session in whatever state its folder is: nothing is lost, and all is said."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import TINY, BrokenFs, Ticking, a_typist, a_workshop, reopened
from maturity.session.acts.act import Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.fs import RealFs
from maturity.session.lock import AlreadyOpen
from maturity.session.opening import NoSession
from maturity.session.state import SessionState
from maturity.session.store import SessionStore
from maturity.workshop import Workshop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session with a rating, a note and an aim, closed."""
    workshop = a_workshop(tmp_path)
    workshop.do(RateAct("one", "middle", because="Named leads."))
    workshop.do(NoteAct("two", "A note."))
    workshop.do(RateAct("two", aim="high", aim_text="More time."))
    workshop.close()
    return workshop.folder


def opened(folder: Path, opening: str = "aaaaaaaa", **more: object) -> Workshop:
    return Workshop.open(
        folder,
        a_typist(opening),
        Ticking(),
        wait_seconds=0,
        **more,  # type: ignore[arg-type]  # to_read and fs
    )


def state_of(folder: Path) -> SessionState:
    workshop = opened(folder, "00000000", to_read=True)
    assert workshop.recovered == ()
    return workshop.state


def the_journal(folder: Path) -> Path:
    (journal,) = (folder / "journal").glob("*.jsonl")
    return journal


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".lock")
    }


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


@pytest.mark.parametrize("tail", [b'{"act":"no', b"\x00" * 64, b"\x00" * 9 + b'"v":1}\n'])
def test_a_torn_tail_is_kept_and_said_once(folder: Path, tail: bytes) -> None:
    state = state_of(folder)
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes() + tail)
    workshop = opened(folder)
    (kept,) = (folder / "recovered").iterdir()
    assert kept.read_bytes() == tail.removesuffix(b"\n")
    said = (
        "The last moment before 09:01 was cut off while saving and is kept in "
        f"recovered/{kept.name}. Everything shown as saved is here."
    )
    assert workshop.recovered == (said,)
    assert (workshop.state, workshop.read_only) == (state, "")
    workshop.do(NoteAct("one", "And on."))
    workshop.close()
    again = opened(folder, "bbbbbbbb")
    assert again.recovered == ()
    again.close()


def test_an_action_without_its_last_line_never_happened(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    before = workshop.state
    workshop.do(RateAct("one", "low", because="Two lines."))
    workshop.close()
    journal = the_journal(workshop.folder)
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-1]))
    (workshop.folder / "session.toml").unlink()
    again = reopened(workshop)
    assert again.state == before
    assert "cut off while saving" in again.recovered[1]
    again.close()


def test_a_damaged_line_that_the_snapshot_covers_costs_nothing(folder: Path) -> None:
    state = state_of(folder)
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes().replace(b"A note.", b"A nose."))
    workshop = opened(folder)
    assert workshop.state == state
    number = next(
        number
        for number, line in enumerate(journal.read_bytes().splitlines(), 1)
        if b"A nose." in line
    )
    said = (
        f"Part of the record between 09:00 and 09:01 is damaged ({journal.name}, line {number}). "
        "Please check what was agreed then."
    )
    assert (workshop.recovered, workshop.read_only) == ((said,), said)
    with pytest.raises(Refused, match=r"Nothing was recorded.*damaged"):
        workshop.do(NoteAct("one", "No."))
    workshop.close()


def test_a_damaged_line_without_a_snapshot_leaves_the_rest(folder: Path) -> None:
    (folder / "session.toml").unlink()
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes().replace(b"A note.", b"A nose."))
    workshop = opened(folder)
    assert "is damaged" in workshop.read_only
    assert workshop.state.pillar["one"].because == "Named leads."
    assert not workshop.state.pillar["two"].notes
    workshop.close()


def test_a_first_line_taken_out_is_noticed(folder: Path) -> None:
    (folder / "session.toml").unlink()
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes().partition(b"\n")[2])
    workshop = opened(folder)
    assert f"({journal.name}, line 1)" in workshop.read_only
    assert workshop.state.pillar["one"].because == "Named leads."
    workshop.close()


def test_only_the_snapshot_opens_to_read(folder: Path) -> None:
    state = state_of(folder)
    the_journal(folder).unlink()
    workshop = opened(folder)
    said = "Only session.toml was found. The session is complete, but its history starts today."
    assert (workshop.recovered, workshop.read_only) == ((said,), said)
    assert workshop.state == state
    workshop.close()


def test_an_edited_snapshot_alone_says_so(folder: Path) -> None:
    the_journal(folder).unlink()
    snapshot = folder / "session.toml"
    snapshot.write_bytes(snapshot.read_bytes().replace(b'"middle"', b'"high"'))
    workshop = opened(folder)
    assert "edited outside the program" in workshop.recovered[1]
    workshop.close()


def test_a_missing_journal_opens_from_the_snapshot_and_the_rest(folder: Path) -> None:
    first = the_journal(folder)
    workshop = opened(folder)
    workshop.do(NoteAct("one", "Later."))
    workshop.close()
    state = state_of(folder)
    first.unlink()
    again = opened(folder, "bbbbbbbb")
    said = (
        "1 journal named in session.toml is not here (9d07be41). Ratings are complete up to "
        "09:01; its history is not."
    )
    assert (again.recovered, again.read_only) == ((said,), said)
    assert again.state == state
    again.close()


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


def test_a_newer_schema_opens_to_read_from_what_is_understood(folder: Path) -> None:
    state = state_of(folder)
    snapshot = folder / "session.toml"
    snapshot.write_bytes(snapshot.read_bytes().replace(b"schema = 1", b"schema = 3"))
    workshop = opened(folder)
    assert "Made with a newer maturity (schema 3; this one knows 1)." in workshop.read_only
    assert workshop.state == state
    workshop.close()
    the_journal(folder).unlink()
    with pytest.raises(NoSession, match="newer maturity"):
        opened(folder, "bbbbbbbb")


def test_a_folder_that_takes_nothing_opens_to_read(folder: Path) -> None:
    (folder / "session.toml").write_bytes(b"spoilt")
    workshop = opened(folder, fs=BrokenFs("move_aside", at=1).as_fs())
    said = "This folder cannot be written to. You can read and export, not change."
    assert workshop.read_only == said
    assert said in workshop.recovered
    with pytest.raises(Refused, match="cannot be written to"):
        workshop.do(NoteAct("one", "No."))
    workshop.close()


def test_a_folder_that_takes_no_lock_opens_to_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_given: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("maturity.session.store.take_lock", refuses)
    (folder / "session.toml").unlink()
    before = files_of(folder)
    workshop = opened(folder)
    assert workshop.read_only.startswith("This folder cannot be written to.")
    assert workshop.state.pillar["one"].because == "Named leads."
    workshop.close()
    assert files_of(folder) == before


HOLD = """
import sys
from pathlib import Path
from maturity.session.lock import take_lock
held = take_lock(Path(sys.argv[1]), "Bo", "2026-03-23T09:30:00Z", wait_seconds=0)
print("held", flush=True)
sys.stdin.read()
"""


def test_another_window_is_named_and_reading_goes_on(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(AlreadyOpen) as caught:
            opened(folder)
        assert str(caught.value) == "Already open in another window since 09:30 (Bo)."
        assert opened(folder, to_read=True).state.pillar["one"].because == "Named leads."
        other.kill()
    opened(folder).close()


def test_a_lock_left_by_a_stopped_machine_is_no_lock(folder: Path) -> None:
    (folder / ".lock").touch()
    (folder / ".lock.json").write_text("not json")
    opened(folder).close()


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


Whole = tuple[Path, dict[Path, bytes], SessionState]


@pytest.fixture
def whole(tmp_path: Path) -> Whole:
    """A session of a few actions with its journal, its snapshot and its state."""
    workshop = a_workshop(tmp_path)
    for level in ("low", "middle", "high"):
        workshop.do(RateAct("one", level, because=f"Because it is {level}."))
    workshop.close()
    folder = workshop.folder
    files = {path: path.read_bytes() for path in (the_journal(folder), folder / "session.toml")}
    return folder, files, workshop.state


def tried(folder: Path) -> Workshop | None:
    try:
        return opened(folder, to_read=True)
    except NoSession:
        return None


def restored(files: dict[Path, bytes]) -> None:
    for path, raw in files.items():
        path.write_bytes(raw)


SAME_FOLDER = (HealthCheck.function_scoped_fixture,)


@settings(max_examples=120, deadline=None, suppress_health_check=SAME_FOLDER)
@given(data=st.data())
def test_a_flipped_byte_is_reported_or_harmless(whole: Whole, data: st.DataObject) -> None:
    folder, files, state = whole
    restored(files)
    path = data.draw(st.sampled_from(sorted(files)))
    raw = bytearray(files[path])
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(raw)
    workshop = tried(folder)
    assert workshop is not None
    assert workshop.recovered or workshop.state == state
    # the other file is whole, so not even a reported byte may cost a rating
    assert workshop.state.pillar == state.pillar


@settings(max_examples=60, deadline=None, suppress_health_check=SAME_FOLDER)
@given(data=st.data())
def test_a_journal_cut_anywhere_is_told_or_made_up_for_by_the_snapshot(
    whole: Whole, data: st.DataObject
) -> None:
    folder, files, state = whole
    restored(files)
    journal = the_journal(folder)
    journal.write_bytes(files[journal][: data.draw(st.integers(0, len(files[journal])))])
    workshop = tried(folder)
    assert workshop is not None
    assert workshop.state == state
    (folder / "session.toml").unlink()
    alone = tried(folder)
    if alone is not None:
        # whole actions from the beginning, and nothing else
        one = alone.state.pillar.get("one")
        shown = (one.rating and one.rating.level, one.because) if one else (None, None)
        assert shown in {
            (None, None),
            *((level, f"Because it is {level}.") for level in ("low", "middle", "high")),
        }
