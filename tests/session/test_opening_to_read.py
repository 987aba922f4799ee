"""Opening a session that cannot be written: another window, a newer program, a locked folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from builders import BrokenFs
from maturity.session.acts.act import Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.lock import AlreadyOpen
from maturity.session.opening import NoSession
from session.opened import files_of, opened, state_of, the_journal


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
