"""How a command ends: its status, its words, and never a traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import TINY, a_typist
from cli.conftest import Bench
from maturity.session.fs import RealFs
from maturity.workshop import Workshop


class ReadOnlyFs(RealFs):
    """A disk that may be read and not written."""

    def make_folder(self, path: Path) -> None:
        """Fail as a full-protected disk does."""
        raise PermissionError(13, "Permission denied", str(path))

    def create_new(self, path: Path, content: bytes) -> None:
        """Fail the same way; what was to be written is not looked at."""
        raise PermissionError(13, f"Permission denied ({len(content)} bytes)", str(path))

    def append(self, path: Path, content: bytes) -> None:
        """Fail the same way."""
        self.create_new(path, content)


def test_a_folder_that_takes_no_write_is_told_and_nothing_changes(maturity: Bench) -> None:
    before = maturity.status()
    maturity.fs = ReadOnlyFs()
    ran = maturity("rate", "northmere", "one", "low")
    assert ran.status == 1
    assert ran.err
    assert "Traceback" not in ran.err
    assert maturity.status() == before


def test_a_folder_that_takes_no_lock_is_read_only(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kinds: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("maturity.session.store.take_lock", refuse)
    ran = maturity("rate", "northmere", "one", "low")
    assert ran.status == 1
    assert ran.err == ("This folder cannot be written to.\nYou can read and export, not change.\n")
    assert maturity("status", "northmere").status == 0


def test_a_session_open_in_another_window_is_told(maturity: Bench) -> None:
    other = Workshop.open(maturity.sessions / "northmere", a_typist("bbbbbbbb"), maturity.clock)
    try:
        ran = maturity("rate", "northmere", "one", "low")
        assert ran.status == 1
        assert ran.err.startswith("Already open in another window since 09:0")
        assert "Close it there first. To read it meanwhile: maturity status" in " ".join(
            ran.err.split()
        )
        assert maturity("status", "northmere").status == 0
    finally:
        other.close()


def test_an_unexpected_fault_names_the_log_and_keeps_typed_text_out_of_it(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_workshop: Workshop, act: object) -> None:
        raise RuntimeError(repr(act))

    monkeypatch.setattr(Workshop, "do", fail)
    ran = maturity("note", "northmere", "one", "secret-canary")
    log = maturity.sessions.parent / "settings" / "maturity.log"
    assert (ran.status, ran.out) == (70, "")
    assert len(ran.err.splitlines()) == 1
    assert str(log) in ran.err
    logged = log.read_text("utf-8")
    assert "RuntimeError" in logged
    assert "in fail" in logged
    assert "secret-canary" not in logged + ran.err


def test_a_fault_without_a_place_for_a_log_still_ends_in_one_line(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_workshop: Workshop, _act: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Workshop, "do", fail)
    (maturity.sessions.parent / "settings").write_bytes(b"a file in the way")
    ran = maturity("note", "northmere", "one", "A line.")
    assert ran.status == 70
    assert "no log could be written" in ran.err


def test_ctrl_c_ends_with_a_sentence(maturity: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_workshop: Workshop, _act: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Workshop, "do", interrupt)
    ran = maturity("note", "northmere", "one", "A line.")
    assert ran.status == 130
    assert ran.err.strip().startswith("Stopped.")


def test_a_program_started_without_an_input_reads_its_end(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    ran = maturity("run", "northmere", "--plain")
    assert (ran.status, ran.err) == (0, "")


def test_names_that_a_terminal_would_obey_are_told_without_their_power(maturity: Bench) -> None:
    ran = maturity("status", "\x1b[31mghost")
    assert ran.status == 1
    assert "\x1b" not in ran.err


def process(
    folder: Path, words: Sequence[str], **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "maturity", *words],
        cwd=folder,
        env=os.environ
        | {"MATURITY_HOME": str(folder / "home"), "MATURITY_SESSIONS": str(folder / "sessions")}
        | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        input="",
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("real")
    (made / "tiny.toml").write_bytes(TINY)
    words = ("new", "Northmere", "--framework", "tiny.toml", "--area", "Northmere")
    ran = process(made, words)
    assert ran.returncode == 0, ran.stderr
    return made


def test_the_program_writes_by_the_name_it_is_given_and_undoes_over_runs(folder: Path) -> None:
    said = process(folder, ("note", "northmere", "one", "A line."), MATURITY_BY="Bo")
    assert (said.returncode, said.stdout) == (0, "Noted under First things.\n")
    assert "  Bo  note of First: A line." in process(folder, ("history", "northmere")).stdout
    undone = process(folder, ("undo", "northmere"))
    assert (undone.returncode, undone.stdout) == (0, "Undone: note of First.\n")


def test_a_reader_that_has_had_enough_makes_no_noise(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "maturity", "framework", "list"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""


def test_the_shell_can_complete_the_name_of_a_session(folder: Path) -> None:
    ran = process(
        folder,
        (),
        _MATURITY_COMPLETE="bash_complete",
        COMP_WORDS="maturity status no",
        COMP_CWORD="2",
    )
    assert ran.stdout == "plain,northmere\n"


# a shell's background job begins with ctrl+c ignored, and so would all that these tests start
HEARS_CTRL_C = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from maturity.cli import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_in_the_walk_leaves_the_session_unlocked(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "run", "northmere", "--plain"],
        cwd=folder,
        env=os.environ
        | {"MATURITY_HOME": str(folder / "home"), "MATURITY_SESSIONS": str(folder / "sessions")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert any(line.startswith(b"Begin?") for line in running.stdout)
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
    assert b"Stopped." in said
    assert b"Traceback" not in said
    assert process(folder, ("rate", "northmere", "one", "low")).returncode == 0
