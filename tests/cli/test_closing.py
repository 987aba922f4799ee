"""`close` at the command line: it says what goes, asks, and deletes only for the title."""

import io
import sys
from pathlib import Path

import pytest

from cli.conftest import Bench
from maturity.laptop import Laptop, Place, read
from maturity.session.lock import take_lock
from maturity.tui.unkept import hold
from maturity.tui.voices import DissentDraft

KEPT = (
    "Counts by voice group are dropped, from the record and every copy of it here. What may be "
    "told of groups is kept in words."
)
GONE = (
    "Papers and copies elsewhere (on other laptops, in e-mails, in backups of this laptop) are "
    "not touched."
)


@pytest.fixture
def voted(maturity: Bench) -> Bench:
    maturity("vote", "northmere", "one", "3", "4", "5", "--present", "12")
    maturity("vote", "northmere", "one", "2", "2", "0", "--group", "families")
    maturity("set", "northmere", "keep_until", "2026-03-20")
    return maturity


def files(maturity: Bench) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in maturity.sessions.rglob("*")
        if path.is_file() and not path.name.startswith(".lock")
    }


def typed(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
    monkeypatch.setattr("maturity.cli.closing.is_attended", lambda: True)


def test_counts_go_and_the_session_can_only_be_read(voted: Bench) -> None:
    ran = voted("close", "northmere", "--yes")
    closed = "2026-03-23 by Ash: counts by voice group dropped"
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "The session is to be kept until 2026-03-20, which is past.",
        KEPT,
        f"Closed, {closed}. It can be read and exported, not changed.",
    ]
    assert not any(b'"families":{' in raw for raw in files(voted).values())
    told = voted("status", "northmere")
    assert f"Closed {closed}. It can be read and exported, not changed." in told.out
    assert told.err == ""
    ran = voted("note", "northmere", "one", "Late.")
    assert ran.status == 1
    assert f"This session was closed ({closed})." in ran.err
    assert voted("undo", "northmere").status == 1
    assert voted("report", "northmere").status == 0
    assert "counts by voice group dropped" in voted("history", "northmere").out


def test_closing_again_says_so_and_changes_nothing(voted: Bench) -> None:
    voted("close", "northmere", "--yes")
    before = files(voted)
    ran = voted("close", "northmere")
    assert ran.status == 0
    assert "It was closed before (2026-03-23 by Ash: counts by voice group dropped)" in ran.out
    assert files(voted) == before


def test_what_may_be_told_of_groups_outlives_their_counts(maturity: Bench) -> None:
    maturity("demo", "--no-open")
    before = [gap["said"] for gap in gaps(maturity)]
    assert before
    board = maturity("report", "demo", "--format", "txt", "-o", "before.txt")
    assert board.status == 0
    assert maturity("close", "demo", "--yes").status == 0
    assert [gap["said"] for gap in gaps(maturity)] == before
    maturity("report", "demo", "--format", "txt", "-o", "after.txt")
    for paper in ("before.txt", "after.txt"):
        text = " ".join(Path(paper).read_text("utf-8").split())
        assert all(said in text for said in before)


def gaps(maturity: Bench) -> list[dict[str, str]]:
    import json  # noqa: PLC0415 the one use

    found: list[dict[str, str]] = json.loads(maturity("status", "demo", "--json").out)["gaps"]
    return found


def test_without_a_terminal_nothing_happens_unless_it_is_said(voted: Bench) -> None:
    before = files(voted)
    ran = voted("close", "northmere")
    assert (ran.status, ran.err) == (
        1,
        "Nothing was changed, as nobody can be asked here.\nTo do it: --yes\n",
    )
    assert files(voted) == before


@pytest.mark.parametrize(("keys", "is_done"), [("y\ny\n", True), ("y\nn\n", False), ("n\n", False)])
def test_each_part_is_asked_for(
    voted: Bench,
    monkeypatch: pytest.MonkeyPatch,
    keys: str,
    is_done: bool,  # noqa: FBT001 a case
) -> None:
    voted("evidence", "add", "northmere", "--typed", "Plans come late.", "--ref", "a parent")
    before = files(voted)
    typed(monkeypatch, keys)
    ran = voted("close", "northmere", "--linked-only")
    assert "Close this session for good? Undo cannot open it again" in ran.err
    assert "0 of 1 excerpts are linked and kept; the others go" in ran.out
    assert "1 document without a link keeps its title alone." in ran.out
    assert (files(voted) != before) is is_done
    assert any(b"Plans come late." in raw for raw in files(voted).values()) is not is_done


def test_linked_excerpts_can_be_asked_for_later_and_words_erased_after(voted: Bench) -> None:
    voted("note", "northmere", "one", "Jo Example waited.")
    voted("evidence", "add", "northmere", "--typed", "Plans come late.", "--ref", "a parent")
    voted("close", "northmere", "--yes")
    ran = voted("close", "northmere", "--linked-only", "--yes")
    assert ran.status == 0
    closed = (
        "2026-03-23 by Ash: counts by voice group dropped; then 2026-03-23 by Ash: "
        "0 of 1 excerpts kept"
    )
    assert closed in voted("status", "northmere").out
    assert voted("erase", "northmere", "--words", "jo example", "--yes").status == 0
    assert not any(b"Jo Example" in raw for raw in files(voted).values())
    assert closed in voted("status", "northmere").out


def test_a_view_that_waits_is_said_first(voted: Bench) -> None:
    session = voted.status()["session"]["id"]
    hold(voted.desk.laptop.folder, session, {"one": DissentDraft(reason="Waits.")})
    ran = voted("close", "northmere", "--yes")
    assert ran.err.startswith("A different view that was typed and not kept waits on this laptop")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--linked-only", "--delete-all"), 2, "Choose one: --linked-only or --delete-all."),
        (("--title", "Northmere"), 2, "--title goes with --delete-all."),
        (("--delete-all",), 1, "To delete it all, give its title: --title TEXT"),
        (("--delete-all", "--yes"), 1, "To delete it all, give its title: --title TEXT"),
        (("--delete-all", "--title", ""), 1, 'Nothing was deleted: its title is "Northmere".'),
        (("--delete-all", "--title", "northmere"), 1, 'its title is "Northmere".'),
    ],
)
def test_bad_input_is_told_and_nothing_is_touched(
    voted: Bench, words: tuple[str, ...], status: int, said: str
) -> None:
    before = files(voted)
    ran = voted("close", "northmere", *words)
    assert ran.status == status
    assert said in " ".join(ran.err.split())
    assert files(voted) == before


def test_all_of_it_is_deleted_for_its_title(voted: Bench) -> None:
    session = voted.status()["session"]["id"]
    laptop = voted.desk.laptop.folder
    hold(laptop, session, {"one": DissentDraft(reason="Waits.")})
    ran = voted("close", "northmere", "--delete-all", "--title", " Northmere ")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "The session is to be kept until 2026-03-20, which is past."
    assert ran.out.splitlines()[-1] == f"Deleted. {GONE}"
    assert not (voted.sessions / "northmere").exists()
    assert not [*(laptop / "unkept").iterdir()]


def test_the_title_is_asked_for_at_a_terminal(
    voted: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "Northmere\n")
    ran = voted("close", "northmere", "--delete-all")
    assert "To delete it for good, type its title: Northmere" in ran.out
    assert (ran.status, (voted.sessions / "northmere").exists()) == (0, False)


def test_strangers_files_are_named_and_left(voted: Bench) -> None:
    paper = voted.sessions / "northmere" / "exports" / "paper.docx"
    paper.parent.mkdir()
    paper.write_bytes(b"PK")
    ran = voted("close", "northmere", "--delete-all", "--title", "Northmere")
    assert "Left where they are, as they are no part of the record: exports/paper.docx." in ran.out
    assert "Its folder stays, for what else is in it." in ran.out
    assert [*(voted.sessions / "northmere").rglob("*")] == [paper.parent, paper]


def test_this_laptop_forgets_a_deleted_session(voted: Bench) -> None:
    from maturity.cli.closing import _forget  # noqa: PLC0415 the one test that takes it

    laptop = Laptop(voted.desk.laptop.folder, "4fa1c2", recent=("/a", "/b"))
    laptop = laptop.left("x", Place("one", "vote")).left("y", Place("two", "vote"))
    _forget(voted.desk.with_laptop(laptop), "/a", "x")
    kept, _ = read(voted.desk.laptop.folder)
    assert (kept.recent, list(kept.places)) == (("/b",), ["y"])


def test_a_window_that_holds_the_session_keeps_it(voted: Bench) -> None:
    before = files(voted)
    lock = take_lock(voted.sessions / "northmere", "Bo", "2026-03-23T09:30:00Z", wait_seconds=0)
    ran = voted("close", "northmere", "--delete-all", "--title", "Northmere")
    lock.release()
    assert ran.status == 1
    assert ran.err.startswith("Already open in another window since 09:30 (Bo).")
    assert files(voted) == before


def test_a_damaged_record_is_not_closed_and_may_be_deleted(voted: Bench) -> None:
    for journal in (voted.sessions / "northmere" / "journal").glob("*.jsonl"):
        journal.write_bytes(journal.read_bytes().replace(b"Northmere", b"Southmere", 1))
    ran = voted("close", "northmere", "--yes")
    assert ran.status == 1
    assert "Nothing was closed. Part of the record" in " ".join(ran.err.split())
    assert voted("close", "northmere", "--delete-all", "--title", "Northmere").status == 0


def test_a_disk_that_stops_half_way_says_so_and_deleting_can_be_run_again(
    voted: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.unlink

    def fail(path: Path, **more: bool) -> None:
        if path.suffix == ".jsonl":
            raise OSError(30, "Read-only file system")
        real(path, **more)

    monkeypatch.setattr(Path, "unlink", fail)
    ran = voted("close", "northmere", "--delete-all", "--title", "Northmere")
    assert ran.status == 1
    assert "The disk would not go on (read-only file system)." in ran.err
    monkeypatch.undo()
    again = voted(
        "close", str(voted.sessions / "northmere"), "--delete-all", "--title", "Northmere"
    )
    assert again.status == 0
    assert not (voted.sessions / "northmere").exists()
