import shutil
from pathlib import Path

import pytest

from maturity.framework import NotKnown, fingerprint, load
from maturity.framework.catalogue import catalogue, find

DATA = Path(__file__).parent / "data"


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    shipped, local = tmp_path / "shipped", tmp_path / "local"
    shipped.mkdir()
    local.mkdir()
    shutil.copy(DATA / "quay.toml", shipped)
    shutil.copy(DATA / "northmere.toml", local / "a-copy.toml")
    (local / "broken.toml").write_text("[framework]\nformat: 1\n", encoding="utf-8")
    (local / "notes.txt").write_text("not a framework", encoding="utf-8")
    (local / "folder.toml").mkdir()
    return [shipped, local, tmp_path / "not-there"]


def test_every_framework_file_is_listed_and_a_broken_one_as_broken(folders: list[Path]) -> None:
    quay, northmere, broken = catalogue(folders)
    assert [quay.id, northmere.id, broken.id] == ["quay", "northmere", "broken"]
    assert quay.framework == load(DATA / "quay.toml")
    assert quay.fingerprint == fingerprint(load(DATA / "quay.toml"))
    assert northmere.file == folders[1] / "a-copy.toml"
    assert (broken.framework, broken.fingerprint) == (None, "")
    assert broken.fault is not None
    assert (broken.fault.code, broken.fault.line) == ("F105", 2)


def test_a_copy_of_one_framework_is_listed_once(folders: list[Path]) -> None:
    shutil.copy(folders[0] / "quay.toml", folders[1] / "another.toml")
    assert [one.id for one in catalogue(folders)] == ["quay", "northmere", "broken"]
    changed = (
        (folders[1] / "another.toml").read_text("utf-8").replace('version = "', 'version = "9', 1)
    )
    (folders[1] / "another.toml").write_text(changed, "utf-8")
    assert [one.id for one in catalogue(folders)] == ["quay", "northmere", "quay", "broken"]


def test_a_framework_is_found_by_id(folders: list[Path]) -> None:
    assert find("northmere", folders).file.name == "a-copy.toml"


def test_a_framework_is_found_by_path(folders: list[Path]) -> None:
    assert find(str(DATA / "quay.toml"), folders).id == "quay"
    assert find(str(folders[1] / "broken.toml"), []).framework is None


def test_what_is_not_found_lists_what_is_at_hand(folders: list[Path]) -> None:
    with pytest.raises(NotKnown, match="At hand: quay, northmere, broken"):
        find("quey", folders)
    with pytest.raises(NotKnown, match="At hand: none"):
        find("quay", [])
    with pytest.raises(NotKnown, match="no framework file"):
        find("nowhere/quay.toml", folders)


def test_a_file_that_cannot_be_opened_is_listed_as_broken(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    entry = catalogue(folders[:1])[0]
    assert entry.fault is not None
    assert "Permission denied" in entry.fault.what
