"""What a light command loads, seen in a process of its own: deferred imports fool a static look."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builders import TINY

HEAVY = (
    "maturity.evidence.search.stemming",
    "rapidfuzz",
    "lxml",
    "docx",
    "openpyxl",
    "textual",
    "rich",
)
LOOK = """
import sys
from maturity.cli import main
status = main(sys.argv[1:])
heavy = [name for name in {heavy!r} if name in sys.modules]
print("heavy:", *heavy, file=sys.stderr)
sys.exit(status)
"""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "MATURITY_HOME": str(folder / "settings"),
        "MATURITY_SESSIONS": str(folder / "sessions"),
    }
    return subprocess.run(
        [sys.executable, "-c", LOOK.format(heavy=HEAVY), *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("light")
    (made / "tiny.toml").write_bytes(TINY)
    words = ("new", "Northmere", "--framework", "tiny.toml", "--area", "Northmere")
    assert run(made, *words).returncode == 0
    return made


@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("status", "northmere", "--json"),
        ("rate", "northmere", "one", "middle"),
        ("vote", "northmere", "one", "3", "9", "2"),
        ("history", "northmere"),
    ],
    ids=lambda words: words[0],
)
def test_a_light_command_loads_nothing_heavy(folder: Path, words: tuple[str, ...]) -> None:
    ran = run(folder, *words)
    assert (ran.returncode, ran.stderr) == (0, "heavy:\n")


def test_status_loads_neither_acts_nor_evidence_nor_pydantic(folder: Path) -> None:
    look = (
        "import sys; from maturity.cli import main; main(['status', 'northmere']); "
        "sys.exit('maturity.session.acts.table' in sys.modules or "
        "'maturity.evidence.model' in sys.modules or 'filelock' in sys.modules or "
        "'pydantic' in sys.modules)"
    )
    environment = os.environ | {"MATURITY_SESSIONS": str(folder / "sessions")}
    ran = subprocess.run(
        [sys.executable, "-c", look], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert ran.returncode == 0


@pytest.mark.parametrize("package", ["workshop", "steps", "laptop", "sessions", "report.content"])
def test_the_core_loads_no_screen_and_no_command_line(package: str) -> None:
    look = (
        f"import sys, maturity.{package}; "
        "sys.exit(any(name in sys.modules for name in ('textual', 'rich', 'click')))"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0
