"""A disk that fails while a session is made leaves no folder that looks like one."""

import errno
from pathlib import Path

import pytest

from builders import BrokenFs, a_workshop, reopened
from maturity.session.taking_back import take_back

METHODS = ["make_folder", "create_new", "append", "flush_folder", "replace", "read"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_session_is_made_whole_or_not_at_all(tmp_path: Path, method: str, error: int) -> None:
    made = 0
    for at in range(1, 9):
        fs = BrokenFs(method, at=at, error=error, times=99)
        try:
            workshop = a_workshop(tmp_path, fs=fs.as_fs(), folder=f"try-{at}")
        except OSError:
            assert not (tmp_path / f"try-{at}").exists()
            continue
        made += 1
        fs.method = ""
        workshop.close()
        reopened(workshop).close()
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        f"try-{at}" for at in range(9 - made, 9)
    ]


def test_what_was_there_before_is_never_taken(tmp_path: Path) -> None:
    there = tmp_path / "northmere"
    there.mkdir()
    (there / "notes.txt").write_text("ours", encoding="utf-8")
    with pytest.raises(FileExistsError):
        a_workshop(tmp_path)
    assert (there / "notes.txt").read_text(encoding="utf-8") == "ours"


def test_a_disk_that_lets_nothing_go_is_no_further_fault(tmp_path: Path) -> None:
    (tmp_path / "northmere" / "journal").mkdir(parents=True)
    fs = BrokenFs("remove_folder", at=1, times=99).as_fs()
    take_back(fs, tmp_path / "northmere")
    assert (tmp_path / "northmere" / "journal").is_dir()
