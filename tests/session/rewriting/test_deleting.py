"""Deleting a session: its own files alone, and never half of it for good."""

import shutil
from pathlib import Path

from maturity.session.fs import RealFs
from maturity.session.rewriting.deleting import delete, in_order
from maturity.session.rewriting.folder import names_within
from session.opened import opened
from session.rewriting.canary import Died, DyingFs


def deleted(folder: Path) -> bool:
    own, _ = names_within(RealFs(), folder)
    files = tuple(folder / name for name in in_order(own))
    return delete(RealFs(), folder, files, lambda: None)


def test_all_of_it_goes_where_nothing_else_is_there(full: Path) -> None:
    assert deleted(full)
    assert not full.exists()


def test_what_is_no_part_of_the_record_is_left(full: Path) -> None:
    (full / "exports").mkdir()
    strangers = ["exports/paper.docx", "notes.txt", "evidence/own.docx", "journal/mine.txt"]
    for name in strangers:
        (full / name).write_text("mine")
    (full / "recovered" / "photo.png").write_bytes(b"mine")
    strangers.append("recovered/photo.png")
    assert sorted(names_within(RealFs(), full)[1]) == sorted(strangers)
    assert not deleted(full)
    left = sorted(str(path.relative_to(full)) for path in full.rglob("*") if path.is_file())
    assert left == sorted(strangers)


def test_a_link_to_another_folder_is_not_followed(full: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.move(full / "evidence", other)
    (full / "evidence").symlink_to(other, target_is_directory=True)
    assert "evidence" in names_within(RealFs(), full)[1]
    assert not deleted(full)
    assert len([*other.iterdir()]) == 1


def test_the_snapshot_goes_last_and_the_journals_before_it() -> None:
    own = ("backups/session-1.toml", "framework.toml", "journal/a.jsonl", "session.toml", ".x.new")
    assert in_order(own)[-2:] == ("journal/a.jsonl", "session.toml")


def test_a_machine_that_stops_on_the_way_leaves_a_session_with_its_title(
    made: Path, tmp_path: Path
) -> None:
    stops = 0
    while True:
        root = tmp_path / str(stops)
        folder = Path(shutil.copytree(made, root / "northmere"))
        files = tuple(folder / name for name in in_order(names_within(RealFs(), folder)[0]))
        fs = DyingFs(root)
        fs.stop_at(stops + 1)
        try:
            delete(fs.as_fs(), folder, files, lambda: None)
            break
        except Died:
            stops += 1
        if (folder / "session.toml").exists():
            (folder / "framework.toml").write_bytes((made / "framework.toml").read_bytes())
            assert opened(folder, to_read=True).state.session.title == "Northmere"
        else:
            assert names_within(RealFs(), folder)[0] in {(), ("framework.toml",)}
        deleted(folder)
        assert not folder.exists()
    assert stops > 15
