"""`erase` at the command line: it shows, asks, takes out, and tells what it does not touch."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cli.conftest import Bench
from maturity.cli.start import run
from maturity.laptop import Laptop, keep, read, unkept_file
from maturity.session.lock import take_lock
from maturity.tui.unkept import hold, waiting
from maturity.tui.voices import DissentDraft

MARK = "[erased 2026-03-23 by Ash: names a child]"
COPIES = (
    "Papers already made, copies elsewhere (on other laptops, in e-mails, in backups of this "
    "laptop) and the list of commands that your shell keeps are not touched."
)


@pytest.fixture
def named(maturity: Bench) -> Bench:
    maturity("note", "northmere", "one", "Jo Example waited.")
    maturity("rate", "northmere", "one", "middle", "--because", "What jo example's mother said.")
    maturity("note", "northmere", "two", "Nobody.")
    return maturity


def files(maturity: Bench) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in (maturity.sessions / "northmere").rglob("*")
        if path.is_file() and not path.name.startswith(".lock")
    }


def typed(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
    monkeypatch.setattr("maturity.cli.erase.is_attended", lambda: True)


def test_it_says_where_the_words_stand_and_takes_them_out(named: Bench) -> None:
    ran = named(
        "erase", "northmere", "--words", "JO EXAMPLE", "--because", "names a child", "--yes"
    )
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "In the record: 2 lines (because 1, note 1).",
        "In copies of the record: session.toml.",
        COPIES,
        f"Erased. In its place stands: {MARK}",
    ]
    assert not any(b"xample" in raw for raw in files(named).values())
    item = named.item()
    assert (item["notes"][0]["text"], item["rating"]["because"]) == (MARK, MARK)
    history = named("history", "northmere").out
    assert "words taken out: because, note" in history
    assert "xample" not in history
    for command in ("status", "report", "highlights"):
        ran = named(command, "northmere")
        assert ran.status == 0
        assert "xample" not in ran.out + ran.err
    assert named("undo", "northmere").status == 0
    assert not any(b"xample" in raw for raw in files(named).values())


def test_a_part_of_a_name_that_stands_by_itself_is_told_and_left(named: Bench) -> None:
    named("note", "northmere", "two", "Example came back.")
    ran = named("erase", "northmere", "--words", "Jo  Example", "--because", "", "--yes")
    assert [line for line in ran.out.splitlines() if "by itself" in line] == [
        'Not touched: "Example" by itself, in 1 more place. To take it too: --words "Example"'
    ]
    assert named.item("two")["notes"][-1]["text"] == "Example came back."


def test_without_a_terminal_nothing_happens_unless_it_is_said(named: Bench) -> None:
    before = files(named)
    ran = named("erase", "northmere", "--words", "jo example")
    assert ran.status == 1
    assert ran.err == "Nothing was erased, as nobody can be asked here.\nTo do it: --yes\n"
    assert ran.out.startswith("In the record: 2 lines")
    assert files(named) == before


@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        ("y\nnames a child\n", MARK),
        ("y\n\n", "[erased 2026-03-23 by Ash]"),
        ("y\nit is Jo Example\n", ""),
        ("n\n", ""),
        ("", ""),
    ],
)
def test_a_person_is_asked_and_asked_why(
    named: Bench, monkeypatch: pytest.MonkeyPatch, keys: str, mark: str
) -> None:
    before = files(named)
    typed(monkeypatch, keys)
    ran = named("erase", "northmere", "--words", "jo example")
    assert "Take this out for good (2 places)? Undo cannot bring it back" in ran.err
    assert (ran.status == 0) == bool(mark)
    assert (files(named) == before) == (not mark)
    assert mark in named.item()["notes"][0]["text"]


def test_an_entry_goes_by_its_id(named: Bench) -> None:
    entry = named.item()["notes"][0]["id"]
    ran = named("erase", "northmere", "--entry", entry, "--because", "names a child", "--yes")
    assert (ran.status, ran.err) == (0, "")
    item = named.item()
    assert item["notes"][0] == {"id": entry, "tag": "", "text": MARK} | {
        name: item["notes"][0][name] for name in ("tag",)
    }
    assert item["rating"]["because"] == "What jo example's mother said."
    assert not any(b"Jo Example waited" in raw for raw in files(named).values())


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((), 2, "Say what to take out: --words TEXT, or --entry ID."),
        (("--words", "x y", "--entry", "z"), 2, "Say what to take out"),
        (("--words", "", "--yes"), 1, "two letters or more"),
        (("--words", " ' ", "--yes"), 1, "two letters or more"),
        (("--words", "J", "--yes"), 1, "one letter stands everywhere"),
        (("--entry", "nothing", "--yes"), 1, 'No entry has the id, or begins with "nothing"'),
        (("--words", "Ash", "--yes"), 1, "The mark that stands for what is taken out would hold"),
        (("--words", "erased", "--yes"), 1, "would hold these words itself"),
        (("--words", "jo example", "--because", "Jo Example", "--yes"), 1, "would hold"),
        (("--words", "jo example", "--because", "x" * 201, "--yes"), 1, "the limit is 200"),
    ],
)
def test_bad_input_is_told_and_nothing_is_touched(
    named: Bench, words: tuple[str, ...], status: int, said: str
) -> None:
    before = files(named)
    ran = named("erase", "northmere", *words)
    assert ran.status == status
    assert said in ran.err
    assert files(named) == before


def test_what_is_not_there_is_said(named: Bench) -> None:
    before = files(named)
    ran = named("erase", "northmere", "--words", "Nobody Else", "--yes")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Nothing of the kind stands in this session, so nothing was erased.\n"
    assert files(named) == before


def test_a_level_s_name_is_found_in_texts_and_never_in_ratings(named: Bench) -> None:
    named("note", "northmere", "two", "We are in the middle.")
    ran = named("erase", "northmere", "--words", "middle", "--yes", "--because", "names a child")
    assert "In the record: 1 line (note 1)." in ran.out
    assert "Not touched: choices, dates or names of things that are the same letters (" in ran.out
    assert named.item()["rating"]["level"] == "middle"
    assert named.item("two")["notes"][1]["text"] == MARK


def test_over_fifty_places_are_asked_about(named: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(51):
        named("note", "northmere", "one", f"The board said {number}.")
    typed(monkeypatch, "n\n")
    ran = named("erase", "northmere", "--words", "board")
    assert "That is 51 places, more than a name usually has." in ran.err
    assert "for good (51 places)?" in ran.err
    assert ran.status == 1


def test_what_stays_is_named(named: Bench) -> None:
    folder = named.sessions / "northmere"
    named("note", "northmere", "one", "Jo Example-Other and Northmeres")
    named("person", "northmere", "Bo Fenn", "--group", "families", "--by", "Jo Example")
    (folder / "exports").mkdir()
    (folder / "exports" / "jo-example.docx").write_bytes(b"PK")
    ran = named("erase", "northmere", "--words", "jo example", "--yes")
    assert "Not touched: 1 line where they are a part of longer words." in ran.out
    assert "Not touched: the name of who typed (Jo Example): the record has to say" in ran.out
    assert "Not touched: names of files and folders: exports/jo-example.docx." in ran.out
    assert "Not looked into, as they are no part of the record: exports/jo-example.docx." in ran.out
    ran = named("erase", "northmere", "--words", "northmere", "--yes")
    assert "Not touched: names of files and folders: northmere." in ran.out
    assert "Not touched: the id of the session, by which its papers are known." in ran.out
    ran = named("erase", "northmere", "--words", "lighthouse", "--yes")
    assert "Nothing of the kind" in ran.out
    named("note", "northmere", "one", "By the lighthouse.")
    ran = named("erase", "northmere", "--words", "lighthouse", "--yes")
    assert "Not touched: the session's copy of its framework" in ran.out


def test_a_view_that_waits_on_the_laptop_is_taken_along(named: Bench) -> None:
    laptop, session = named.desk.laptop.folder, named.status()["session"]["id"]
    hold(laptop, session, {"one": DissentDraft(level="low", reason="For Jo Example.")})
    ran = named(
        "erase", "northmere", "--words", "jo example", "--yes", "--because", "names a child"
    )
    assert "On this laptop: in what waits beside its settings for this session." in ran.out
    drafts, problem = waiting(laptop, session)
    assert (drafts["one"].reason, drafts["one"].level, problem) == (MARK, "low", "")


def test_a_view_that_cannot_be_read_loses_its_line(named: Bench) -> None:
    file = unkept_file(named.desk.laptop.folder, named.status()["session"]["id"])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("broken = \nJo Example", "utf-8")
    named("erase", "northmere", "--words", "jo example", "--yes", "--because", "names a child")
    assert file.read_text("utf-8") == f"broken = \n{MARK}"


def test_remembered_columns_that_hold_the_words_are_forgotten(named: Bench) -> None:
    file = named.desk.laptop.survey_columns(named.status()["session"]["id"])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('"What does Jo Example think?" = "one"\n', "utf-8")
    named("erase", "northmere", "--words", "jo example", "--yes")
    assert not file.exists()


def test_a_window_that_holds_the_session_keeps_it(named: Bench) -> None:
    before = files(named)
    lock = take_lock(named.sessions / "northmere", "Bo", "2026-03-23T09:30:00Z", wait_seconds=0)
    ran = named("erase", "northmere", "--words", "jo example", "--yes")
    lock.release()
    assert ran.status == 1
    assert ran.err.startswith("Already open in another window since 09:30 (Bo).")
    assert files(named) == before


def test_a_folder_that_takes_no_files_is_left_as_it_is(named: Bench) -> None:
    lock = named.sessions / "northmere" / ".lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    before = files(named)
    ran = named("erase", "northmere", "--words", "jo example", "--yes")
    assert ran.status == 1
    assert "This folder cannot be written to." in ran.err
    assert files(named) == before


def test_one_that_was_cut_off_is_said_until_it_is_run_again(
    named: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("maturity.session.rewriting.folder.carry_out", fail)
    ran = named("erase", "northmere", "--words", "jo example", "--yes")
    assert ran.err == (
        "The disk would not go on (no space left on device).\n"
        "It is not all done: mend that, then run this again.\n"
    )
    monkeypatch.undo()
    said = "Taking words out was begun at 2026-03-23 09:0"
    assert said in named("status", "northmere").err
    ran = named("erase", "northmere", "--words", "someone else", "--yes")
    assert "Nothing of the kind stands" in ran.out
    assert said in named("status", "northmere").err
    assert named("erase", "northmere", "--words", "jo example", "--yes").status == 0
    assert named("status", "northmere").err == ""
    assert not any(b"xample" in raw for raw in files(named).values())


def test_two_processes_do_not_erase_at_once(named: Bench, tmp_path: Path) -> None:
    words = ("erase", "northmere", "--words", "jo example", "--yes")
    environment = os.environ | {"MATURITY_BY": "Ash"}
    command = [sys.executable, "-m", "maturity", *words]
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    done = [process.communicate(timeout=60)[0].decode() for process in running]
    assert all(process.returncode == 0 for process in running)
    assert sorted("Erased." in out for out in done) == [False, True]
    assert tmp_path.exists()
    assert not any(b"xample" in raw for raw in files(named).values())
    assert named("status", "northmere").err == ""


def test_this_laptop_forgets_names_of_papers_that_are_gone(named: Bench) -> None:
    there = named.sessions / "zoe-obrien-there.docx"
    there.touch()
    gone, other = str(named.sessions / "zoe-obrien-gone.docx"), str(named.sessions / "other.docx")
    papers = dict.fromkeys((str(there), gone, other), 64 * "0")
    laptop = Laptop(named.desk.laptop.folder, "4fa1c2", recent=("/zoe-obrien", "/b"), papers=papers)
    keep(laptop)
    desk = replace(named.desk, laptop=laptop)
    assert run(("erase", "northmere", "--words", "Zo\u00eb O'Brien", "--yes"), desk) == 0
    kept, _ = read(laptop.folder)
    assert (list(kept.papers), kept.recent) == ([str(there), other], ("/b",))


def test_a_damaged_record_is_left_and_what_can_be_done_is_said(named: Bench) -> None:
    for journal in (named.sessions / "northmere" / "journal").glob("*.jsonl"):
        journal.write_bytes(journal.read_bytes().replace(b"Nobody", b"No body", 1))
    before = files(named)
    ran = named("erase", "northmere", "--words", "jo example", "--yes")
    assert ran.status == 1
    assert "Nothing was erased. Part of the record" in " ".join(ran.err.split())
    assert "maturity close SESSION --delete-all" in " ".join(ran.err.split())
    assert files(named) == before


def test_files_and_sessions_that_hold_the_words_are_told_apart(named: Bench) -> None:
    assert named("report", "northmere").status == 0
    assert named("report", "northmere", "--format", "html").status == 0
    assert named("new", "Later", "--framework", "tiny.toml", "--area", "North").status == 0
    named("note", "later", "one", "Jo Example again.")
    folder = named.sessions / "northmere" / "exports"
    (folder / "scan.pdf").write_bytes(b"%PDF\x00\xff")
    (folder / "plain.txt").write_text("nobody", "utf-8")
    (folder / "torn.docx").write_bytes(b"PK\x03\x04torn")
    (folder / "apart.html").write_text("<p>Jo&nbsp;<b>Exa</b>mple</p>", "utf-8")
    (folder / "link.txt").symlink_to(folder / "apart.html")
    lines = named("erase", "northmere", "--words", "jo example", "--yes").out.splitlines()
    (held,) = (line for line in lines if "They hold the words" in line)
    papers = sorted(one.name for one in folder.glob("northmere*"))
    assert len(papers) == 2
    assert held == (
        f"Not touched: {', '.join(f'exports/{one}' for one in ('apart.html', *papers))}. They hold "
        "the words and are no part of the record."
    )
    assert (
        "Not looked into, as they are no part of the record: exports/link.txt, exports/scan.pdf, "
        "exports/torn.docx."
    ) in lines
    assert "Not touched: other sessions with the words: later. Erase them there." in lines
    named("erase", "later", "--words", "jo example", "--yes")
    again = named("erase", "northmere", "--words", "jo example", "--yes").out
    assert "other sessions" not in again
