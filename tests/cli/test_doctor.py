"""`doctor`: whether this laptop, and a session, are ready; told in rows, and nothing changed."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builders import a_typist
from cli.conftest import Bench
from cli.test_start import ReadOnlyFs
from maturity.cli import doctor
from maturity.cli.speech import is_attended
from maturity.cli.start import run
from maturity.evidence.asking import process
from maturity.readiness.facts import Reading
from maturity.session.fs import RealFs
from maturity.workshop import Workshop

KEYS = {"what", "state", "says", "mend"}
OF_THE_LAPTOP = [
    "sessions-folder",
    "space",
    "program",
    "paper",
    "documents",
    "terminal",
    "letters",
    "colours",
    "sync",
    "own-folder",
    "clock",
]
OF_A_SESSION = [
    "session",
    "session-folder",
    "changes",
    "record",
    "date",
    "invitation",
    "register",
    "evidence",
    "time",
]


@pytest.fixture
def laptop(maturity: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A laptop with nothing amiss, a terminal, and a temporary folder that a test can see."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(doctor, "readings", lambda _fs: (Reading("Word"), Reading("PDF")))
    monkeypatch.setattr(doctor, "_installed", lambda _desk: date(2026, 3, 2))
    monkeypatch.setattr(doctor, "is_attended", lambda: True)
    monkeypatch.setattr(doctor, "_encodings", lambda _stream: iter(("utf-8",)))
    for name, value in {"COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "COLORTERM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    return maturity


def told(laptop: Bench, *words: str) -> dict[str, Any]:
    """The lines by their key, as scripts get them."""
    rows = json.loads(laptop("doctor", *words, "--json").out)
    assert all(set(row) == KEYS for row in rows)
    return {row["what"]: row for row in rows}


def contents(folder: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def test_a_laptop_that_is_ready_ends_well_and_keeps_nothing(laptop: Bench, tmp_path: Path) -> None:
    before = contents(tmp_path)
    ran = laptop("doctor")
    assert (ran.status, ran.err) == (0, "")
    rows = ran.out.splitlines()
    assert rows[0] == (
        f"ready          Sessions are kept in {laptop.sessions}. A file was written, locked and "
        "removed there."
    )
    assert rows[-1] == "Ready for the workshop."
    assert [row["what"] for row in json.loads(laptop("doctor", "--json").out)] == OF_THE_LAPTOP
    assert contents(tmp_path) == before


def test_a_session_is_told_before_the_laptop(laptop: Bench, tmp_path: Path) -> None:
    before = contents(tmp_path)
    ran = laptop("doctor", "northmere")
    assert (ran.status, ran.err) == (0, "")
    rows = ran.out.splitlines()
    assert rows[2:4] == [
        (
            "look           The session has no evidence yet. Add what you have: maturity evidence "
            "add SESSION FILE"
        ),
        'ready          "Northmere" opens. Its framework is A tiny framework 1.0.',
    ]
    assert rows[0].startswith(
        "look           Nobody is told when the workshop starts, nor where it is"
    )
    assert rows[1].startswith("look           Nobody is on the register.")
    assert rows[-2:] == [
        (
            "ready          Of the laptop itself, 11 things are ready too; maturity doctor alone "
            "names them."
        ),
        "Ready, with 3 things to look at.",
    ]
    assert set(told(laptop, "northmere")) == {*OF_A_SESSION, *OF_THE_LAPTOP}
    assert contents(tmp_path) == before


def test_rows_keep_to_the_window(laptop: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        doctor, "sys", SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True), __stderr__=None)
    )
    laptop.fs = ReadOnlyFs()
    rows = laptop("doctor", "northmere").out.splitlines()
    long = [row for row in rows if len(row) > 80]
    assert all(str(laptop.sessions.parent) in row for row in long)  # a path is never broken
    assert all(
        row.startswith(("will not work  ", "look  ", "ready  ", " " * 15)) for row in rows[:-1]
    )
    assert rows[-1].startswith("Not ready: ")


def test_a_disk_that_takes_no_file_stops_the_day(laptop: Bench, tmp_path: Path) -> None:
    before = contents(tmp_path)
    laptop.fs = ReadOnlyFs()
    ran = laptop("doctor")
    assert ran.status == 1
    assert ran.out.startswith(
        f"will not work  Nothing can be saved in the sessions folder {laptop.sessions} "
        "(Permission denied). Make it a folder you can write to, or set MATURITY_SESSIONS to one.\n"
    )
    states = {what: row["state"] for what, row in told(laptop, "northmere").items()}
    assert states["session"] == states["changes"] == "ready"
    assert states["session-folder"] == states["paper"] == "will not work"
    assert states["own-folder"] == "look"
    assert contents(tmp_path) == before


def test_a_sessions_folder_that_is_not_there_is_not_made(laptop: Bench, tmp_path: Path) -> None:
    laptop.sessions = tmp_path / "elsewhere" / "sessions"
    assert told(laptop)["sessions-folder"]["says"] == (
        f"The sessions folder {laptop.sessions} is not there yet; the first session makes it."
    )
    assert not (tmp_path / "elsewhere").exists()


def test_without_a_terminal_one_line_says_so(
    laptop: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "is_attended", lambda: False)
    lines = told(laptop)
    assert lines["terminal"]["state"] == "look"
    assert lines["terminal"]["says"].startswith("This is no terminal window")
    assert {"letters", "colours"}.isdisjoint(lines)
    assert laptop("doctor").status == 0


def test_a_tiny_terminal_will_not_work(laptop: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LINES", "10")
    ran = laptop("doctor")
    assert ran.status == 1
    assert ran.out.startswith("will not work  This window has 40 columns and 10 rows, too few for ")


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"NO_COLOR": "1"}, "NO_COLOR is set"),
        ({"COLORTERM": "truecolor"}, "This window shows every colour."),
        ({"WT_SESSION": "x", "TERM": ""}, "This window shows every colour."),
        ({"TERM": "linux"}, "This window shows 16 colours;"),
        ({}, "This window shows 256 colours."),
    ],
)
def test_colours_are_as_the_terminal_says(
    laptop: Bench, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert told(laptop)["colours"]["says"].startswith(said)


@pytest.mark.parametrize(
    ("encodings", "lacking"),
    [(("utf-8", "ascii"), "ascii"), (("utf-8", "nobody-knows"), ""), (("cp1252",), "cp1252")],
)
def test_letters_are_those_that_every_encoding_has(
    laptop: Bench, monkeypatch: pytest.MonkeyPatch, encodings: tuple[str, ...], lacking: str
) -> None:
    monkeypatch.setattr(doctor, "_encodings", lambda _stream: iter(encodings))
    says = told(laptop)["letters"]["says"]
    assert says.startswith(
        f"Text on the screen passes {lacking}," if lacking else "This window can show"
    )


@pytest.mark.skipif(os.name == "nt", reason="a Windows console has no locale of its own")
def test_letters_pass_the_standard_error_and_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "latin-1")
    stream: Any = SimpleNamespace(encoding="ascii")
    assert list(doctor._encodings(stream)) == ["ascii", "latin-1"]
    assert list(doctor._encodings(None)) == ["latin-1"]


def test_a_laptop_that_forbids_other_programs_is_told(
    laptop: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from maturity.readiness.trying import readings  # noqa: PLC0415 the real one

    monkeypatch.setattr(doctor, "readings", readings)
    monkeypatch.setattr(process, "WORKER", ("/no/such/program",))
    ran = laptop("doctor")
    assert ran.status == 1
    assert ran.out.startswith("will not work  This laptop does not allow the reader to start, ")


def test_a_session_that_is_open_in_another_window_is_told(laptop: Bench) -> None:
    other = Workshop.open(laptop.sessions / "northmere", a_typist("bbbbbbbb", "Bo"), laptop.clock)
    try:
        line = told(laptop, "northmere")["changes"]
        assert line["state"] == "look"
        assert line["says"].startswith("Already open in another window since 09:")
        assert line["says"].endswith("(Bo).")
    finally:
        other.close()
    assert told(laptop, "northmere")["changes"]["state"] == "ready"


def test_a_session_that_is_not_there_is_told_beside_the_laptop(laptop: Bench) -> None:
    ran = laptop("doctor", "ghost")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith('will not work  There is no session called "ghost" in ')
    lines = told(laptop, "ghost")
    assert lines["sessions-folder"]["state"] == "ready"
    assert set(lines) == {"session", *OF_THE_LAPTOP}


def test_a_session_with_nothing_readable_is_told(laptop: Bench) -> None:
    folder = laptop.sessions / "broken"
    folder.mkdir()
    (folder / "session.toml").write_bytes(b"title = ")
    line = told(laptop, "broken")["session"]
    assert line["state"] == "will not work"
    assert line["says"].startswith("No readable session was found in ")


def test_a_session_that_the_disk_does_not_give_is_told(laptop: Bench) -> None:
    class Refusing(RealFs):
        def names(self, path: Path) -> tuple[str, ...]:
            if path.name == "northmere":
                raise PermissionError(13, "Permission denied", str(path))
            return super().names(path)

    laptop.fs = Refusing()
    line = told(laptop, "northmere")["session"]
    assert line["state"] == "will not work"
    assert line["says"].startswith(f"{laptop.sessions / 'northmere'} could not be read or written")


def test_a_session_in_a_synchronised_folder_is_told_once(laptop: Bench) -> None:
    laptop("new", "Here", "--framework", "tiny.toml", "--area", "N", "--dir", "Dropbox/here")
    ran = laptop("doctor", "Dropbox/here")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("Dropbox/here lies in a folder of Dropbox. Keep the session in") == 1


def test_the_program_came_to_this_laptop_on_some_day(maturity: Bench) -> None:
    assert date(2020, 1, 1) <= doctor._installed(maturity.desk)


def test_the_real_program_finds_a_real_laptop_in_one_line(tmp_path: Path) -> None:
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    ran = subprocess.run(
        [sys.executable, "-m", "maturity", "doctor", "--json"],
        cwd=tmp_path,
        env=os.environ
        | {
            "HOME": str(tmp_path / "home"),
            "MATURITY_HOME": str(tmp_path / "settings"),
            "MATURITY_SESSIONS": str(tmp_path / "sessions"),
        }
        | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path / "temporary")),
        capture_output=True,
        encoding="utf-8",
        check=False,
        input="",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = {row["what"]: row for row in json.loads(ran.stdout)}
    assert lines["documents"]["says"] == "Word, Excel and PDF documents can be read as evidence."
    assert lines["paper"]["state"] == "ready"
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "home", tmp_path / "temporary"]


def test_a_program_without_a_console_says_it_without_a_width(
    laptop: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("maturity.cli.doctor.say", said.append)
    monkeypatch.setattr(sys, "stdout", None)
    assert run(("doctor",), laptop.desk) == 0
    assert said[0].startswith("ready")
    monkeypatch.setattr(sys, "stdin", None)
    assert not is_attended()


def test_a_closed_session_is_told_what_comes_next(laptop: Bench) -> None:
    assert laptop("close", "northmere", "--yes").status == 0
    line = told(laptop, "northmere")["changes"]
    assert line["says"].startswith(
        "The session can be read and exported, not changed. This session was cl"
    )
    assert line["mend"] == "Make the next one from it: maturity new TITLE --after SESSION"
