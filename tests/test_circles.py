"""No module needs one that needs it, not even for the name of a type."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import maturity

ROOT = Path(maturity.__file__).parent


def name_of(file: Path) -> str:
    parts = ("maturity", *file.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(file: Path, modules: frozenset[str]) -> Iterator[str]:
    """Every module of ours that a file names in an import, wherever in it that stands."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module in modules:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in modules else node.module


def circles(needs: Mapping[str, frozenset[str]]) -> list[str]:
    """What is left once every module without needs among the rest is taken away, again and again.

    Taken from both ends, so that what merely leads into a circle or out of one goes too.
    """
    left = dict(needs)
    while True:
        needed = frozenset().union(*left.values()) if left else frozenset()
        idle = [one for one, its in left.items() if not its & left.keys() or one not in needed]
        if not idle:
            return sorted(left)
        left = {one: its - set(idle) for one, its in left.items() if one not in idle}


def test_a_circle_is_found_and_what_leads_to_it_is_not() -> None:
    needs = {"a": "b", "b": "c", "c": "b", "d": ""}
    assert circles({one: frozenset(its) for one, its in needs.items()}) == ["b", "c"]


def test_no_module_needs_one_that_needs_it() -> None:
    files = {name_of(file): file for file in ROOT.rglob("*.py")}
    modules = frozenset(files)
    assert (
        circles({one: frozenset(imported(file, modules)) - {one} for one, file in files.items()})
        == []
    )
