"""What the README and the changelog say is true."""

import re
import shlex
import textwrap
import tomllib
from pathlib import Path

import pytest

from maturity import __version__
from maturity.cli import main
from maturity.report.brand_file import NAMED_COLOURS, ROLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TEMPLATES = (ROOT / "docs" / "templates.md").read_text("utf-8")
FIRST = "python -m pip install . && maturity demo"
TESTS = 'python -m pip install ".[test]" && python -m pytest'

PAPERS = {
    "self-evaluation.docx": None,
    "minutes.html": "<h1>Minutes</h1><p>Answers come sooner than a year ago.</p>",
    "plan.csv": "Action,Lead\nFinish the charter,Chair\nShare the waits table,ICB\n",
}


def commands() -> list[list[str]]:
    """The `maturity ...` lines of the README's code blocks, in order."""
    blocks = re.findall(r"```\n(.*?)```", README, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("maturity ")]


def test_the_two_commands_stand_in_the_readme() -> None:
    assert FIRST in README
    assert TESTS in README


def test_every_line_of_the_first_session_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MATURITY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MATURITY_SESSIONS", str(tmp_path / "sessions"))
    _write_papers(tmp_path)
    ran = 0
    for arguments in commands():
        if arguments[0] != "run":  # opens the screen, or asks questions
            assert main(arguments) == 0, arguments
            ran += 1
    assert ran >= 8
    assert list((tmp_path / "sessions").rglob("*.docx"))


def _write_papers(folder: Path) -> None:
    from docx import Document  # noqa: PLC0415 slow to load, and one test needs it

    paper = Document()
    paper.add_heading("Self-evaluation", 1)
    paper.add_paragraph("Every partner has a named lead.")
    paper.save(str(folder / "self-evaluation.docx"))
    for name, text in PAPERS.items():
        if text is not None:
            (folder / name).write_text(text, "utf-8")


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == __version__
    assert f"[{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_file_that_the_readme_names_is_there() -> None:
    names = re.findall(r"`((?:docs/|[A-Z]+\.md)[\w./-]*)`|\]\(([\w./-]+)\)", README)
    for pair in names:
        path = ROOT / (pair[0] or pair[1])
        assert path.exists(), path


def test_the_page_on_templates_names_what_a_map_may_name() -> None:
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", TEMPLATES, re.MULTILINE)
    _, example, roles, colours = map(textwrap.dedent, blocks)
    assert tuple(roles.split()) == ROLES
    assert tuple(colours.split()) == NAMED_COLOURS
    written = tomllib.loads(example)
    assert set(written["styles"]) <= set(ROLES)
    assert set(written["colours"]) <= set(NAMED_COLOURS)
