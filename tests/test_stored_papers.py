"""The sample's paper for the board is the one that somebody looked at and stored."""

import runpy
import shutil
from pathlib import Path

import pytest

from maturity.report.formats import FORMATS
from maturity.shipped import sample_session

ROOT = Path(__file__).parents[1]
STORED = ROOT / "tests" / "data" / "papers"
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "store_papers.py"))
HOW = "Read what changed as a board would; where it is meant, run: python scripts/store_papers.py"


@pytest.mark.parametrize("name", ["sample.blocks", "sample.txt"])
def test_the_paper_of_the_sample_is_as_it_was_stored(name: str) -> None:
    made = SCRIPT["stored"](SCRIPT["sample_paper"]())[name]
    kept = (STORED / name).read_bytes().decode()
    changed = [
        pair
        for pair in zip(made.splitlines(), kept.splitlines(), strict=False)
        if pair[0] != pair[1]
    ]
    assert made == kept, "\n".join((HOW, *(changed or [("", "")])[0]))


def test_what_the_session_says_makes_the_paper_without_its_journal(tmp_path: Path) -> None:
    for name in ("session.toml", "framework.toml"):
        shutil.copy(sample_session() / name, tmp_path)
    alone, whole = (SCRIPT["sample_paper"](folder) for folder in (tmp_path, None))
    assert FORMATS["docx"].make(alone) == FORMATS["docx"].make(whole)
