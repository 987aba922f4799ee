"""Rules of the house that no linter knows, read off the syntax tree of every module."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import maturity

SOURCE = Path(maturity.__file__).parent
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "shipped" not in path.parts)
NAMES = [str(path.relative_to(SOURCE)) for path in MODULES]

TESTS = Path(__file__).parent
EVERY_FILE = [*MODULES, *sorted(TESTS.rglob("*.py"))]
PLACES = [path.parent.name + "/" + path.name for path in EVERY_FILE]

MOST_LINES = 350
VAGUE_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
# May write files: the store, the paper, this laptop's settings, the lock's details.
WRITERS = {"session/fs.py", "session/lock.py", "report/write.py", "laptop.py", "cli/demo.py"}
CLOCKS_AND_CHANCE = {"datetime.now", "datetime.utcnow", "date.today", "uuid4", "uuid.uuid4"}
# Where the real clock comes in; everywhere else it is handed over.
DOORS = {"laptop.py"}
XML_ESCAPES = {"xml.sax.saxutils.escape", "saxutils.escape", "re.escape"}
# Words of a judgement that this tool never makes.
BANNED = {"score", "scores", "grade", "grades", "rank", "ranking", "average", "audit"}
# An exception to a rule without a code, or without a reason after it.
BARE_EXCEPTION = re.compile(r"[#] noqa(?!: [A-Z]+\d+(?:, [A-Z]+\d+)* \S)")


def calls(tree: ast.AST) -> Iterator[str]:
    """Dotted names of everything called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def forbidden_calls(source: str, module: str) -> list[str]:
    """Calls that this module must not make, in order."""
    return [
        name
        for name in calls(ast.parse(source))
        if any(is_broken(name, module) for is_broken in RULES)
    ]


def _is_markup(name: str, _module: str) -> bool:
    return name.rsplit(".", 1)[-1] in {"from_markup", "escape"} and name not in XML_ESCAPES


def _is_clock_or_chance(name: str, module: str) -> bool:
    return name in CLOCKS_AND_CHANCE and module not in DOORS


def _is_write(name: str, module: str) -> bool:
    return name.rsplit(".", 1)[-1] in {"write_text", "write_bytes"} and module not in WRITERS


def _is_print(name: str, module: str) -> bool:
    return name == "print" and not module.startswith("cli/")


def _is_unsafe(name: str, _module: str) -> bool:
    return name in {"eval", "exec", "pickle.loads", "socket.socket"}


RULES = (_is_markup, _is_clock_or_chance, _is_write, _is_print, _is_unsafe)


def banned_names(source: str) -> list[str]:
    """Identifiers made of a banned word."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
        elif isinstance(node, ast.arg):
            names.append(node.arg)
    return [name for name in names if BANNED & set(name.lower().split("_"))]


@pytest.mark.parametrize("path", EVERY_FILE, ids=PLACES)
def test_a_module_is_one_room(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    assert path.stem not in VAGUE_NAMES


@pytest.mark.parametrize("path", EVERY_FILE, ids=PLACES)
def test_an_exception_to_a_rule_has_a_reason(path: Path) -> None:
    assert BARE_EXCEPTION.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_module_calls_what_the_house_forbids(path: Path) -> None:
    module = path.relative_to(SOURCE).as_posix()
    assert forbidden_calls(path.read_text("utf-8"), module) == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_name_speaks_of_a_judgement_we_never_make(path: Path) -> None:
    assert banned_names(path.read_text("utf-8")) == []


def test_the_rules_see_what_they_forbid() -> None:
    mark = "# " + "noqa"
    assert BARE_EXCEPTION.search(mark)
    assert BARE_EXCEPTION.search(f"{mark}: S311\n")
    assert not BARE_EXCEPTION.search(f"{mark}: ARG002, S311 a case")
    assert forbidden_calls("datetime.now()", "session/store.py") == ["datetime.now"]
    assert forbidden_calls("path.write_text('x')", "session/store.py") == ["path.write_text"]
    assert forbidden_calls("print('x')", "judgement/words.py") == ["print"]
    assert forbidden_calls("Text.from_markup(x)", "tui/draw.py") == ["Text.from_markup"]
    assert forbidden_calls("path.write_text('x')", "laptop.py") == []
    found = banned_names("def average_level(score): grade = 1")
    assert sorted(found) == ["average_level", "grade", "score"]


def test_every_package_says_what_it_is_for() -> None:
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path
