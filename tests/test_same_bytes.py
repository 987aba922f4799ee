"""The sample session gives the same papers to the byte, whatever process makes them."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.shipped import sample_session

_PAPERS = (
    ("report",),
    ("report", "--full", "-o", "full.docx"),
    ("report", "--audience", "public", "--format", "html"),
    ("report", "--format", "txt"),
    ("highlights",),
)
_LOOK = f"""
from maturity.cli.start import run
for name, *more in {_PAPERS!r}:
    assert run([name, "sample", *more]) == 0
"""


def _papers(folder: Path, seed: str, *without: str) -> dict[str, str]:
    """The SHA-256 of each paper, by name, as made in `folder` by a process of its own."""
    session = folder / "sessions" / "sample"
    shutil.copytree(sample_session(), session)
    for name in without:
        shutil.rmtree(session / name)
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "MATURITY_HOME": str(folder / "home"),
        "MATURITY_SESSIONS": str(folder / "sessions"),
    }
    subprocess.run(
        [sys.executable, "-c", _LOOK], cwd=folder, env=environment, capture_output=True, check=True
    )
    made = [*(session / "exports").iterdir(), folder / "full.docx"]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in made}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return _papers(tmp_path_factory.mktemp("first"), "1")


def test_another_process_with_another_hash_seed_makes_the_same_bytes(
    first: dict[str, str], tmp_path: Path
) -> None:
    assert len(first) == len(_PAPERS)
    assert _papers(tmp_path, "2") == first


def test_session_toml_alone_makes_the_same_bytes(first: dict[str, str], tmp_path: Path) -> None:
    assert _papers(tmp_path, "3", "journal", "backups") == first
