"""Copies of older snapshots: when one is made, and that a bad one stops nothing."""

from pathlib import Path

import pytest

from builders import Ticking, a_workshop
from maturity.session import backups
from maturity.session.acts.notes import NoteAct
from maturity.session.fs import RealFs


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").glob("session-*"))


def test_a_copy_is_made_before_a_snapshot_is_replaced_five_minutes_apart(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path, clock=Ticking(20))
    first = (workshop.folder / "session.toml").read_bytes()
    assert copies(workshop.folder) == []
    for number in range(12):
        workshop.do(NoteAct("one", f"Note {number}."))
        workshop.snapshot()
    names = copies(workshop.folder)
    assert 2 <= len(names) <= 4
    assert (workshop.folder / "backups" / names[0]).read_bytes() == first
    workshop.close()


@pytest.mark.parametrize(
    "raw",
    [
        b"spoilt",
        b'\n[store]\nn = 3\nat = "yesterday"\n',
        b'\n[store]\nat = "2026-03-23T09:00:00"\n',
        b'\n[store]\nat = "\xff"\n',
    ],
)
def test_a_damaged_copy_stops_no_snapshot(tmp_path: Path, raw: bytes) -> None:
    workshop = a_workshop(tmp_path)
    (workshop.folder / "backups" / "session-00000001.toml").write_bytes(raw)
    workshop.do(NoteAct("one", "Note."))
    workshop.snapshot()
    assert len(copies(workshop.folder)) == 2
    workshop.close()


def test_the_pinned_framework_is_never_thinned(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    for number in range(60):
        (workshop.folder / "backups" / f"session-{number:08}.toml").write_bytes(b"old")
    (workshop.folder / "session.toml").write_bytes(b"\n[store]\nn = 900\n")
    backups.keep(RealFs(), workshop.folder, "2026-03-23T09:30:00Z")
    names = copies(workshop.folder)
    assert len(names) == 50
    assert names[-1] == "session-00000900.toml"
    assert [*(workshop.folder / "backups").glob("framework-*")]
    workshop.close()
