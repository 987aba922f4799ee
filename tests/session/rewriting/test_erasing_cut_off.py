"""An erasing that is cut off at any moment, by the machine or by the disk."""

import contextlib
import errno
import shutil
from functools import partial
from pathlib import Path

import pytest

from builders import BrokenFs, Ticking, a_typist
from maturity.session.acts.notes import NoteAct
from maturity.workshop import Workshop
from session.opened import opened
from session.rewriting.canary import (
    MARK,
    Died,
    DyingFs,
    erased,
    found_in,
    left_by_stops,
    unkept,
    where,
)


def finished(folder: Path, *laptop: Path) -> None:
    """What a person finds after the machine stopped: a session that opens and can be mended."""
    before = opened(folder, "f0000000")
    said = " ".join(before.recovered)
    assert not before.read_only, before.read_only
    assert before.state.pillar["one"].rating is not None
    texts = [note.text for note in before.state.pillar["one"].notes.values()]
    assert len(texts) == 4
    before.do(NoteAct("two", "Somebody goes on working first."))
    before.close()
    was_begun = "Taking words out was begun" in said
    if not was_begun and where(folder, *laptop):
        assert all(text != MARK for text in texts)
    erased(folder, *laptop, opening="f1111111")
    assert where(folder, *laptop) == []
    after = opened(folder, "f2222222", to_read=True)
    assert after.recovered == ()
    assert len(after.state.pillar["two"].notes) == 2
    assert after.state.pillar["one"].because == "The charter is in draft."


def stopped_at(made: Path, root: Path, number: int) -> DyingFs | None:
    """The disk of a machine that stopped at that change of an erasing; None where it was done."""
    folder = Path(shutil.copytree(made, root / "northmere"))
    waiting = unkept(root)
    fs = DyingFs(root)
    workshop = Workshop.open(folder, a_typist("eeeeeeee"), Ticking(), wait_seconds=0, fs=fs.as_fs())
    fs.stop_at(number)
    try:
        workshop.rewrite(found_in(workshop, waiting).plan)
        workshop.close()
    except Died:
        workshop._store._let_go()
        return fs
    assert where(root) == []
    return None


def test_a_machine_that_stops_anywhere_leaves_a_session_that_opens_and_can_be_finished(
    made: Path, tmp_path: Path
) -> None:
    for root in left_by_stops(partial(stopped_at, made), tmp_path, least=40):
        finished(root / "northmere", root / "settings" / "unkept" / "0123456789abcdef.toml")


@pytest.mark.parametrize(
    ("method", "fewest"),
    [("create_new", 9), ("append", 0), ("replace", 9), ("remove", 9), ("flush_folder", 9)],
)
def test_a_disk_that_fails_once_is_told_and_the_erasing_can_be_done_again(
    made: Path, tmp_path: Path, method: str, fewest: int
) -> None:
    failed = 0
    for at in range(1, 60):
        root = tmp_path / str(at)
        folder = Path(shutil.copytree(made, root / "northmere"))
        waiting = unkept(root)
        fs = BrokenFs(method, error=errno.ENOSPC)
        workshop = Workshop.open(
            folder, a_typist("eeeeeeee"), Ticking(), wait_seconds=0, fs=fs.as_fs()
        )
        found = found_in(workshop, waiting)
        fs.at, fs.calls = at, 0
        try:
            workshop.rewrite(found.plan)
        except OSError:
            failed += 1
        with contextlib.suppress(OSError):
            workshop.close()
        if fs.calls < at:
            break
        finished(folder, waiting)
    # a line that could not be added goes into another part
    assert failed >= fewest
