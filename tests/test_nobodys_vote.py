"""A whole session with a survey in it, and no file of it tells how anybody voted or who they are.

The record is searched as an outsider would: every file under the folder of sessions and under the
laptop's settings, after the import, its undo, a crash, exports and the closing.
"""

import io
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from builders import TINY

PEOPLE = (
    ("Zora Quillfeather", "zora.q@fenmail.example", "10 Heron Row"),
    ("Tamsin Oxbow", "t.oxbow@fenmail.example", "11 Heron Row"),
    ("Ivo Marshwren", "ivo@fenmail.example", "12 Heron Row"),
    ("Perpetua Sedge", "p.sedge@fenmail.example", "13 Heron Row"),
    ("Lorcan Teasel", "lorcan@fenmail.example", "14 Heron Row"),
)
ANSWERS = (("Low", "High"), ("Low", "Low"), ("Middle", "Low"), ("High", "Middle"), ("Low", "Low"))
GROUPS = ("Families", "Families", "Health", "Council", "Council")
CRASHING = """
import os, signal, sys
from maturity.session.store import SessionStore
whole = SessionStore.commit
def commit(self, *given, **named):
    whole(self, *given, **named)
    os.kill(os.getpid(), signal.SIGKILL)
if "--from" in sys.argv:
    SessionStore.commit = commit
from maturity.cli import main
sys.exit(main(sys.argv[1:]))
"""


class Laptop:
    """A laptop on which commands are run, each in a process of its own."""

    def __init__(self, home: Path) -> None:
        """Folders for settings, sessions and papers below `home`."""
        self.home = home
        self.environment = os.environ | {
            "MATURITY_HOME": str(home / "settings"),
            "MATURITY_SESSIONS": str(home / "sessions"),
        }

    def run(self, *words: str, program: tuple[str, ...] = ("-m", "maturity")) -> int:
        """Run one command line, and return its status."""
        ran = subprocess.run(
            [sys.executable, *program, *words],
            cwd=self.home,
            env=self.environment,
            capture_output=True,
            check=False,
        )
        for name in told_of_people(ran.stdout.decode() + ran.stderr.decode()):
            pytest.fail(f"{words[0]} said {name}")
        return ran.returncode

    def every_file(self) -> dict[Path, str]:
        """All that was written, by file."""
        folders = (self.home / "settings", self.home / "sessions")
        files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return {path: words_of(path) for path in files}


def words_of(path: Path) -> str:
    """All that a file holds, a packed one unpacked."""
    return unpacked(path.read_bytes())


def unpacked(raw: bytes) -> str:
    """Bytes as words, those of a zip within a zip too: a paper holds the workbook of its chart."""
    if not raw.startswith(b"PK"):
        return raw.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return "\n".join(unpacked(package.read(name)) for name in package.namelist())


def told_of_people(text: str) -> list[str]:
    """Which names, addresses or homes of those who answered stand in a text."""
    words = [word for person in PEOPLE for word in (*person, person[0].split()[1])]
    return [word for word in words if word.casefold() in text.casefold()]


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    made = Laptop(tmp_path)
    (tmp_path / "sessions").mkdir()
    (tmp_path / "tiny.toml").write_bytes(TINY)
    rows = [
        ",".join((name, mail, home, group, *answers))
        for (name, mail, home), group, answers in zip(PEOPLE, GROUPS, ANSWERS, strict=True)
    ]
    header = "Name,Email,Home,Which group?,First things,Second things"
    (tmp_path / "survey.csv").write_text("\n".join((header, *rows)), "utf-8")
    assert made.run("new", "Northmere", "--framework", "tiny.toml", "--area", "Northmere") == 0
    return made


def nothing_of_a_person(laptop: Laptop) -> None:
    """Fail where any file names somebody, or keeps a vote that is not a count of several."""
    for path, text in laptop.every_file().items():
        assert told_of_people(text) == [], path
        for line in text.splitlines() if path.suffix == ".jsonl" else ():
            kept = json.loads(line)
            if kept["op"] == "add" and kept["at"][-1:] == ["rounds"]:
                counts_of_several(kept["new"])


def counts_of_several(new: dict[str, object]) -> None:
    """Fail where a round, a group in it or what is left beside the groups holds one vote."""
    tally, groups = new["tally"], new.get("groups", {})
    assert isinstance(tally, dict)
    assert isinstance(groups, dict)
    voted = [sum(group["tally"].values()) for group in groups.values()]
    assert set(new) <= {
        "n", "rule", "method", "present", "tally", "cannot_say", "abstain", "groups", "revealed",
    }  # fmt: skip
    assert sum(tally.values()) != 1
    assert all(votes >= 2 for votes in voted)
    assert not voted or sum(tally.values()) - sum(voted) != 1


def test_no_file_of_a_whole_session_tells_how_anybody_voted(laptop: Laptop) -> None:
    assert laptop.run("vote", "northmere", "--from", "survey.csv") == 0
    nothing_of_a_person(laptop)
    assert laptop.run("undo", "northmere") == 0
    nothing_of_a_person(laptop)
    assert laptop.run("redo", "northmere") == 0
    assert laptop.run("vote", "northmere", "one", "--reveal") == 0
    assert laptop.run("vote", "northmere", "one", "1", "3", "1") == 0
    assert laptop.run("rate", "northmere", "one", "middle", "--because", "Most of it.") == 0
    for audience in ("board", "public"):
        assert laptop.run("report", "northmere", "--audience", audience) == 0
    assert laptop.run("history", "northmere", "--json") == 0
    assert laptop.run("status", "northmere", "--json") == 0
    papers = [path for path in laptop.every_file() if path.suffix == ".docx"]
    assert len(papers) == 2
    nothing_of_a_person(laptop)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
def test_a_crash_as_the_survey_is_kept_leaves_counts_and_no_one(laptop: Laptop) -> None:
    words = ("vote", "northmere", "--from", "survey.csv")
    assert laptop.run(*words, program=("-c", CRASHING)) == -signal.SIGKILL
    nothing_of_a_person(laptop)
    assert laptop.run("status", "northmere") == 0
    assert laptop.run("vote", "northmere", "two", "--reveal") == 0
    nothing_of_a_person(laptop)


def test_a_fault_in_the_midst_writes_a_log_without_anybody(laptop: Laptop) -> None:
    broken = (
        "import sys; from maturity.survey import counting\n"
        "def fail(*given): raise RuntimeError(repr(given))\n"
        "counting._item = fail\n"
        "from maturity.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    words = ("vote", "northmere", "--from", "survey.csv")
    assert laptop.run(*words, program=("-c", broken)) == 70
    logs = [path for path in laptop.every_file() if path.name == "maturity.log"]
    assert len(logs) == 1
    assert re.search(r"RuntimeError", logs[0].read_text("utf-8"))
    nothing_of_a_person(laptop)


def test_the_search_finds_what_it_looks_for(laptop: Laptop) -> None:
    note = ("note", "northmere", "one", "said at the door")
    assert laptop.run(*note) == 0
    nothing_of_a_person(laptop)
    (laptop.home / "settings" / "stray.txt").write_text("zora.q@fenmail.example", "utf-8")
    with pytest.raises(AssertionError):
        nothing_of_a_person(laptop)
    with pytest.raises(AssertionError):
        counts_of_several({"n": 1, "tally": {"low": 1, "high": 0}})
    groups = {"families": {"tally": {"low": 2}}}
    with pytest.raises(AssertionError):
        counts_of_several({"n": 1, "tally": {"low": 2, "high": 1}, "groups": groups})
