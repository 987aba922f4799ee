"""The writer of a journal: one write an action, and never twice to a file that failed."""

import errno
from pathlib import Path

import pytest

from builders import BrokenFs
from maturity.session.chain import line_up
from maturity.session.events import Event, parse
from maturity.session.fs import RealFs
from maturity.session.journal import Journal, NotSaved, journal_name
from session.test_events import an_event


def a_journal(folder: Path, fs: BrokenFs | None = None) -> Journal:
    real = fs.as_fs() if fs else RealFs()
    return Journal(real, folder / "journal", "4fa1c2", "9d07be41", "2026-03-23T09:30:12Z")


def on_disk(folder: Path) -> tuple[Event, ...]:
    files = {path.name: parse(path.read_bytes()) for path in (folder / "journal").iterdir()}
    return line_up(files).events


def test_a_journal_is_named_by_time_device_opening_and_part() -> None:
    name = journal_name("2026-03-23T09:30:12Z", "4fa1c2", "9d07be41", 1)
    assert name == "20260323T093012-4fa1c2-9d07be41-1.jsonl"


def test_nothing_is_made_before_the_first_line(tmp_path: Path) -> None:
    a_journal(tmp_path)
    assert [*tmp_path.iterdir()] == []


def test_lines_stand_on_the_disk_when_they_are_returned(tmp_path: Path) -> None:
    journal = a_journal(tmp_path)
    first = journal.append([an_event(1)])
    second = journal.append([an_event(2), an_event(3)])
    assert on_disk(tmp_path) == (*first, *second)
    assert journal.lines == 3
    assert second[0].p == first[0].h


@pytest.mark.parametrize("method", ["append", "create_new", "flush_folder"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_after_a_failed_write_the_lines_stand_in_the_next_part(
    tmp_path: Path, method: str, error: int
) -> None:
    fs = BrokenFs(method, at=1, error=error)
    journal = a_journal(tmp_path, fs)
    kept = [*journal.append([an_event(1)]), *journal.append([an_event(2)])]
    kept += journal.append([an_event(3)])
    assert fs.calls
    assert journal.part == 2
    assert on_disk(tmp_path) == tuple(kept)


def test_a_file_that_failed_is_never_written_to_again(tmp_path: Path) -> None:
    fs = BrokenFs("append", at=1)
    journal = a_journal(tmp_path, fs)
    journal.append([an_event(1)])
    failed = journal.path()
    journal.append([an_event(2)])
    before = failed.read_bytes()
    journal.append([an_event(3)])
    assert failed.read_bytes() == before


def test_what_no_part_takes_is_not_saved_and_gives_way_to_what_comes_next(tmp_path: Path) -> None:
    fs = BrokenFs("flush_folder", at=3, times=3)
    journal = a_journal(tmp_path, fs)
    first = journal.append([an_event(1)])
    journal._started = False
    journal.part = 2
    with pytest.raises(NotSaved, match=r"could not be saved in .*input/output error"):
        journal.append([an_event(2, new="lost")])
    assert journal.lines == 1
    second = journal.append([an_event(2, new="kept")])
    assert on_disk(tmp_path) == (*first, *second)


def test_a_line_over_the_limit_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    journal = a_journal(tmp_path)
    first = journal.append([an_event(1)])
    with pytest.raises(ValueError, match="the limit is 65,536"):
        journal.append([an_event(2, new="x" * 70_000)])
    second = journal.append([an_event(2)])
    assert on_disk(tmp_path) == (*first, *second)


@pytest.mark.parametrize("is_begun", [True, False])
def test_a_session_folder_that_vanished_is_not_made_anew(tmp_path: Path, *, is_begun: bool) -> None:
    folder, elsewhere = tmp_path / "session", tmp_path / "elsewhere"
    folder.mkdir()
    journal = a_journal(folder)
    if is_begun:
        journal.append([an_event(1)])
    folder.rename(elsewhere)
    with pytest.raises(NotSaved, match="the folder is not there any more"):
        journal.append([an_event(2)])
    assert not folder.exists()
    elsewhere.rename(folder)
    journal.append([an_event(2)])
    assert len(on_disk(folder)) == 1 + is_begun
