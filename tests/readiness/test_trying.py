"""What a laptop allows is found by doing it, and nothing is left behind."""

import errno
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import Ticking, a_typist
from maturity.evidence.asking import process
from maturity.readiness import trying
from maturity.readiness.trying import folder_at, missing_libraries, paper_fault, readings
from maturity.report.formats import FORMATS
from maturity.session.fs import RealFs
from maturity.session.lock import AlreadyOpen

NAME = ".maturity-9d07be41"
# one system says that it is no folder, another that there is none
_NO_FOLDER = {os.strerror(errno.ENOTDIR), os.strerror(errno.ENOENT)}
STEPS = ("make_folder", "create_new", "append", "flush_folder", "replace", "read", "names")


def everything(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


class Failing(RealFs):
    """A disk on which one step fails."""

    def __init__(self, step: str) -> None:
        """Fail at the step of that name."""

        def fail(*_given: object) -> None:
            raise OSError(5, "Input/output error")

        setattr(self, step, fail)


def test_a_folder_that_takes_files_is_left_as_it_was(tmp_path: Path) -> None:
    found = folder_at(RealFs(), tmp_path, NAME)
    assert (found.path, found.is_there, found.fault) == (tmp_path, True, "")
    assert found.free_bytes is not None
    assert everything(tmp_path) == []


def test_a_folder_that_is_not_there_is_tried_in_the_nearest_and_not_made(tmp_path: Path) -> None:
    found = folder_at(RealFs(), tmp_path / "not" / "yet", NAME)
    assert (found.is_there, found.fault) == (False, "")
    assert everything(tmp_path) == []


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "sessions"):
        assert folder_at(RealFs(), path, NAME).fault in _NO_FOLDER
    assert everything(tmp_path) == [tmp_path / "file"]


@pytest.mark.parametrize("step", STEPS)
def test_each_step_of_saving_is_tried(tmp_path: Path, step: str) -> None:
    assert folder_at(Failing(step), tmp_path, NAME).fault == "Input/output error"
    assert step == "names" or everything(tmp_path) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user"
)
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert folder_at(RealFs(), tmp_path, NAME).fault == "Permission denied"
    finally:
        tmp_path.chmod(0o700)


def test_a_disk_that_gives_back_something_else_is_told(tmp_path: Path) -> None:
    class Broken(RealFs):
        def read(self, path: Path) -> bytes:
            return super().read(path)[1:]

    assert folder_at(Broken(), tmp_path, NAME).fault == (
        "it gives back something else than was written"
    )


def test_a_folder_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise AlreadyOpen("Already open in another window.")

    monkeypatch.setattr(trying, "take_lock", refuse)
    assert folder_at(RealFs(), tmp_path, NAME).fault == "it takes no locks"
    assert everything(tmp_path) == []


def test_a_library_that_is_not_there_is_named_with_its_purpose(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert missing_libraries() == ()
    monkeypatch.setattr(trying, "find_spec", lambda name: None if name == "textual" else name)
    assert missing_libraries() == ("textual (the screen)",)


def test_a_document_of_each_kind_is_read_and_removed(temporary: Path) -> None:
    found = [(one.kind, one.code) for one in readings(RealFs())]
    assert found == [("Word", ""), ("Excel", ""), ("PDF", "")]
    assert everything(temporary) == []


@pytest.mark.parametrize(
    "worker",
    [("/no/such/program",), (sys.executable, "-c", "raise SystemExit(1)")],
    ids=["forbidden", "ended at once"],
)
def test_a_laptop_that_lets_no_reader_start_is_known(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, worker: tuple[str, ...]
) -> None:
    monkeypatch.setattr(process, "WORKER", worker)
    assert {one.code for one in readings(RealFs())} == {"R37"}
    assert everything(temporary) == []


def test_a_library_that_the_reader_may_not_load_is_known(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbidden = "import sys; sys.modules.update({'openpyxl': None, 'pypdfium2': None}); "
    worker = "from maturity.evidence.child.worker import main; sys.exit(main())"
    monkeypatch.setattr(process, "WORKER", (sys.executable, "-P", "-c", forbidden + worker))
    codes = {one.kind: one.code for one in readings(RealFs())}
    assert codes == {"Word": "", "Excel": "R35", "PDF": "R23"}
    assert everything(temporary) == []


def test_a_paper_is_written_and_removed(temporary: Path) -> None:
    assert paper_fault(RealFs(), a_typist(), Ticking()) == ""
    assert everything(temporary) == []


def no_library(*_given: object) -> bytes:
    raise ImportError("blocked", name="lxml.etree")


def no_zip(*_given: object) -> bytes:
    return b"not a zip"


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (no_library, "the library lxml.etree does not load"),
        (no_zip, "it does not open again"),
    ],
)
def test_a_paper_that_cannot_be_made_is_told(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[..., bytes], fault: str
) -> None:
    monkeypatch.setattr(type(FORMATS["docx"]), "make", property(lambda _self: make))
    assert paper_fault(RealFs(), a_typist(), Ticking()) == fault
    assert everything(temporary) == []


def test_a_paper_that_is_torn_is_told(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile.ZipFile, "testzip", lambda _self: "word/document.xml")
    assert paper_fault(RealFs(), a_typist(), Ticking()) == "word/document.xml in it is torn"
    assert everything(temporary) == []


def test_a_paper_that_the_disk_does_not_take_is_told(temporary: Path) -> None:
    said = paper_fault(Failing("create_new"), a_typist(), Ticking())
    assert "the paper could not be written (Input/output error)" in said
    assert everything(temporary) == []


@pytest.mark.parametrize("target", ["gone", "link"])
def test_a_link_that_leads_nowhere_takes_no_session(tmp_path: Path, target: str) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / target)
    for path in (link, link / "sessions"):
        with pytest.raises(OSError, match="link"):
            RealFs().make_folder(path)
        assert folder_at(RealFs(), path, NAME).fault == f"{link} leads nowhere"
    assert everything(tmp_path) == [link]
