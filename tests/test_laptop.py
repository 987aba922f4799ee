"""What this laptop remembers, and what becomes of a file that somebody broke."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.laptop import Laptop, Place, keep, new_device, put, read, settings_folder, wall_clock

SHA = "ab" * 32


def named() -> str:
    return "4fa1c2"


def a_laptop(folder: Path) -> Laptop:
    laptop = Laptop(folder, "4fa1c2", typist="Ash", theme="plain")
    laptop = laptop.opened(folder / "one").opened(folder / "two").opened(folder / "one")
    return laptop.wrote(folder / "paper.docx", SHA).left("northmere-b3a10f", Place("one", "v"))


def test_what_was_kept_is_read_back(tmp_path: Path) -> None:
    laptop = a_laptop(tmp_path / "settings")
    keep(laptop)
    assert read(laptop.folder, named) == (laptop, "")
    assert [Path(path).name for path in laptop.recent] == ["one", "two"]


def test_nothing_is_made_by_reading(tmp_path: Path) -> None:
    folder = tmp_path / "settings"
    laptop, notice = read(folder, named)
    assert (laptop, notice) == (Laptop(folder, "4fa1c2"), "")
    assert not folder.exists()


def test_settings_that_have_not_changed_are_not_written_again(tmp_path: Path) -> None:
    laptop = a_laptop(tmp_path)
    keep(laptop)
    before = (tmp_path / "laptop.toml").stat().st_mtime_ns
    keep(laptop)
    assert (tmp_path / "laptop.toml").stat().st_mtime_ns == before
    assert [one.name for one in tmp_path.iterdir()] == ["laptop.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows inherits who may read a file")
def test_settings_are_for_this_person_alone(tmp_path: Path) -> None:
    keep(a_laptop(tmp_path / "settings"))
    assert stat.S_IMODE((tmp_path / "settings" / "laptop.toml").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "raw",
    [
        b"device = ",
        b"\xff\xfe\x00",
        b"device = 7",
        b"papers = 1",
        b"recent = 3",
        b"places = [1]",
        b"[papers]\na = 1",
        b"x" * 1_000_001,
        b"a = " + b"[" * 5_000,
    ],
)
def test_a_broken_file_means_the_usual_and_one_notice(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "laptop.toml").write_bytes(raw)
    laptop, notice = read(tmp_path, named)
    assert laptop == Laptop(tmp_path, "4fa1c2")
    assert notice.startswith("This laptop's settings could not be read (")
    assert notice.endswith("; the usual are used.")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "laptop.toml").mkdir()
    _, notice = read(tmp_path, named)
    assert "could not be read" in notice
    assert "laptop.toml: it is no ordinary file" in notice


def test_a_name_that_is_no_device_is_drawn_anew_and_a_paper_without_its_hash_forgotten(
    tmp_path: Path,
) -> None:
    raw = f'device = "ABC"\n[papers]\n"a.docx" = "short"\n"b.docx" = "{SHA}"\n'
    (tmp_path / "laptop.toml").write_text(raw, "utf-8")
    laptop, notice = read(tmp_path, named)
    assert (laptop.device, notice) == ("4fa1c2", "")
    assert dict(laptop.papers) == {"b.docx": SHA}


def test_what_a_terminal_would_obey_is_taken_out(tmp_path: Path) -> None:
    (tmp_path / "laptop.toml").write_text('typist = "A\\u001b[31msh"\n', "utf-8")
    assert read(tmp_path, named)[0].typist == "A[31msh"


def test_a_name_too_long_to_be_one_is_forgotten(tmp_path: Path) -> None:
    keep(replace(a_laptop(tmp_path), typist="x" * 30_000))
    laptop, notice = read(tmp_path, named)
    assert (laptop.typist, notice) == ("", "")


def test_settings_stand_where_the_environment_says(tmp_path: Path) -> None:
    assert settings_folder({"MATURITY_HOME": str(tmp_path)}) == tmp_path
    assert settings_folder({}).name.casefold() == "maturity"


def test_a_failed_write_leaves_the_old_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = a_laptop(tmp_path)
    keep(laptop)

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        keep(replace(laptop, typist="Bo"))
    assert read(tmp_path, named) == (laptop, "")
    assert [one.name for one in tmp_path.iterdir()] == ["laptop.toml"]


def test_the_columns_of_a_survey_have_a_file_of_their_session_inside_the_settings(
    tmp_path: Path,
) -> None:
    file = Laptop(tmp_path, "4fa1c2").survey_columns("../../northmere-b3a10f")
    assert file == tmp_path / "surveys" / "northmere-b3a10f.toml"
    put(file, b"one")
    put(file, b"two")
    assert file.read_bytes() == b"two"
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_new_device_is_six_hex_digits_and_the_clock_has_its_zone() -> None:
    assert len(new_device()) == 6
    assert int(new_device(), 16) >= 0
    assert wall_clock().tzinfo is not None


@given(st.binary(max_size=200))
def test_no_bytes_of_a_settings_file_raise(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "laptop.toml").write_bytes(raw)
    laptop, _ = read(folder, named)
    assert laptop.device
