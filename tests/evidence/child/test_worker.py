"""The reading process itself: what it may not do, and what it writes."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from evidence.pdf_files import lines, pdf
from maturity.evidence.asking.process import WORKER
from maturity.evidence.child.worker import restrict
from maturity.evidence.limits import LIMITS

FORBIDDEN = {
    "a socket": "import socket; socket.socket()",
    "a program": "import subprocess; subprocess.run(['true'])",
    "a shell": "import os; os.system('true')",
    "a file written": "open('x.txt', 'w')",
    "a file appended to": "open('x.txt', 'ab')",
    "a file changed": "open(__import__('sys').executable, 'r+b')",
    "a file made": "import os; os.open('x.txt', os.O_CREAT | os.O_RDWR)",
    "a file removed": "import os; os.remove('x.txt')",
    "a file renamed": "import os; os.rename('x.txt', 'y.txt')",
    "a library": "import ctypes; ctypes.CDLL('libc.so.6')",
    "a folder": "import os; os.mkdir('x')",
}


@pytest.mark.parametrize("act", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_the_process_refuses_what_reading_never_needs(act: str, tmp_path: Path) -> None:
    program = (
        "import os, socket, subprocess, sys\n"
        "from maturity.evidence.child.worker import forbid\n"
        f"forbid()\ntry:\n    {act}\n"
        "except PermissionError as refused:\n    sys.stdout.write(str(refused))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.startswith("The reading process "), done.stderr
    assert list(tmp_path.iterdir()) == []


def answered(path: Path) -> list[str]:
    request = {"path": str(path), "encoding": None, "limits": asdict(LIMITS)}
    done = subprocess.run(
        WORKER, input=json.dumps(request).encode(), capture_output=True, check=True
    )
    assert done.stderr == b""
    return [line.partition(" ")[0] for line in done.stdout.decode().splitlines()]


def test_an_answer_is_whole_lines_that_end_with_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("- one\n- two\n", encoding="utf-8")
    assert answered(path) == ["start", "read", "document", "excerpt", "excerpt", "end"]


def test_a_refusal_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" ", encoding="utf-8")
    assert answered(path) == ["start", "read", "refused"]


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert answered(tmp_path / "a.txt") == ["start", "refused"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_limit_that_a_system_refuses_stops_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource  # noqa: PLC0415 - not on every system

    asked: list[int] = []

    def refuse(kind: int, _bounds: tuple[int, int]) -> None:
        asked.append(kind)
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    restrict(LIMITS)
    assert asked == [resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE]


def test_a_pdf_is_read_with_the_library_opened_before_libraries_are_forbidden(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(lines("Families were heard."), info="/Title (Plan of Northmere)"))
    assert answered(path) == ["start", "read", "document", "excerpt", "end"]
