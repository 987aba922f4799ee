import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from accessibility.papers import board_paper

from maturity.report.write import NotWritten, file_name, write_paper
from maturity.session.fs import RealFs


def _sha(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


class _HeldOpen(RealFs):
    """A disk on which other programs hold some files open."""

    def __init__(self, *held: str) -> None:
        self.held = held

    def replace(self, source: Path, target: Path) -> None:
        if target.name in self.held:
            raise PermissionError(13, "Permission denied", str(target))
        super().replace(source, target)


class _Full(RealFs):
    """A disk that fills up at the last moment."""

    def replace(self, source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(source), None, str(target))


class _FullHalfWay(RealFs):
    """A disk with room for the beginning of a paper."""

    def create_new(self, path: Path, content: bytes) -> None:
        super().create_new(path, content[:1])
        raise OSError(28, "No space left on device")


def test_a_paper_is_written_under_its_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    done = write_paper(RealFs(), b"paper", tmp_path / "exports" / "a.docx", {})
    assert done.path.read_bytes() == b"paper"
    assert (done.sha256, done.said) == (_sha(b"paper"), "")
    assert [file.name for file in done.path.parent.iterdir()] == ["a.docx"]


def test_our_own_unchanged_paper_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    done = write_paper(RealFs(), b"new", target, {str(target): _sha(b"old")})
    assert done.path == target
    assert target.read_bytes() == b"new"


def test_a_paper_changed_by_one_byte_is_kept_and_the_new_name_is_said(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old, and a comment")
    (tmp_path / "a-2.docx").write_bytes(b"somebody else's")
    done = write_paper(RealFs(), b"new", target, {str(target): _sha(b"old")})
    assert done.path.name == "a-3.docx"
    assert done.said.startswith("a-3.docx was made")
    assert target.read_bytes() == b"old, and a comment"


def test_a_paper_that_is_not_ours_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"theirs")
    assert write_paper(RealFs(), b"new", target, {}).path.name == "a-2.docx"
    assert target.read_bytes() == b"theirs"


def test_a_folder_or_link_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    (tmp_path / "a-2.docx").symlink_to(tmp_path / "nowhere")
    assert write_paper(RealFs(), b"new", tmp_path / "a.docx", {}).path.name == "a-3.docx"


def test_a_paper_open_in_another_program_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    done = write_paper(_HeldOpen("a.docx"), b"new", target, {str(target): _sha(b"old")})
    assert done.path.name == "a-2.docx"
    assert target.read_bytes() == b"old"


def test_no_free_name_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    held = _HeldOpen("a.docx", *(f"a-{number}.docx" for number in range(2, 100)))
    with pytest.raises(NotWritten, match="Choose another place"):
        write_paper(held, b"new", tmp_path / "a.docx", {})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritten, match="could not be written"):
        write_paper(RealFs(), b"new", tmp_path / "file" / "a.docx", {})


@pytest.mark.parametrize("full", [_Full(), _FullHalfWay()])
def test_a_disk_that_fills_up_is_said_and_leaves_nothing(full: RealFs, tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="No space left"):
        write_paper(full, b"new", tmp_path / "a.docx", {})
    assert list(tmp_path.iterdir()) == []


def test_a_paper_is_named_by_area_period_kind_and_state() -> None:
    assert file_name(board_paper(1)) == "northmere-spring-2026-board-paper-provisional.docx"


def test_a_name_is_ascii_and_at_most_80_characters() -> None:
    paper = replace(board_paper(1), short_title="Cañada & Sons' area " * 9, status="CONFIRMED")
    name = file_name(paper, "html")
    assert name.isascii()
    assert len(name) <= 80
    assert name.endswith("-board-paper-confirmed.html")
