"""No paper, screen or command reads votes, views that differ or the register but through the gate.

Read off the syntax tree: what holds votes in a session may be neither imported nor reached.
"""

import ast
from pathlib import Path

import pytest

import maturity

SOURCE = Path(maturity.__file__).parent
BEFORE_THE_GATE = ("report", "tui", "cli", "steps", "practice")
FACES = [
    *(path for one in BEFORE_THE_GATE for path in sorted((SOURCE / one).rglob("*.py"))),
    # the workshop asks the gate for its view, and is the only one between the two
    *(path for path in sorted(SOURCE.glob("*.py")) if path.name != "workshop.py"),
]
NAMES = [path.relative_to(SOURCE).as_posix() for path in FACES]

HOLDERS = {
    *("Dissent", "GroupTally", "ItemState", "Last", "LastDissent", "Note", "Person", "Round"),
}
OF_STATE = {"maturity.session.state", "maturity.session.item_state"}
BEHIND_THE_GATE = {
    *("context", "disclosure", "dissents", "lists", "marks", "rounds", "waiting"),
    *("groups.doubt", "groups.findings", "groups.gap", "groups.scopes"),
    *("prompts.asked", "prompts.evidence", "prompts.follow", "prompts.room"),
}
OF_ITEMS = {"pillar", "criterion", "people"}
# What the evidence of a lens is linked to stands in no view; votes are not looked at there.
MAY_REACH_ITEMS = {"cli/finding.py"}
# It takes the settings that can be set, by a table of their paths.
MAY_TAKE = {"cli/page.py"}


def reached(source: str, module: str) -> list[str]:
    """What a module takes from behind the gate, in the order it stands there."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            found += _imported(node, module)
        elif isinstance(node, ast.Attribute):
            found += _attribute(node, module)
    return found


def _imported(node: ast.ImportFrom, module: str) -> list[str]:
    names = [alias.name for alias in node.names]
    if node.module in OF_STATE:
        return [name for name in names if name in HOLDERS]
    if node.module == "maturity.session.kinds":
        return [name for name in names if name == "take" and module not in MAY_TAKE]
    taken = [node.module, *(f"{node.module}.{name}" for name in names)]
    room = "maturity.judgement."
    return [one.removeprefix(room) for one in taken if one and _is_behind(one, room)]


def _is_behind(name: str, room: str) -> bool:
    return name.startswith(room) and name.removeprefix(room) in BEHIND_THE_GATE


def _attribute(node: ast.Attribute, module: str) -> list[str]:
    if node.attr == "tally":
        return ["tally"]
    owner = ast.unparse(node.value).rpartition(".")[2]
    is_reached = owner == "state" and node.attr in OF_ITEMS and module not in MAY_REACH_ITEMS
    return [f"state.{node.attr}"] if is_reached else []


@pytest.mark.parametrize("path", FACES, ids=NAMES)
def test_a_face_draws_what_the_gate_gave(path: Path) -> None:
    assert reached(path.read_text("utf-8"), path.relative_to(SOURCE).as_posix()) == []


def test_reaching_round_the_gate_is_seen() -> None:
    source = (
        "from maturity.session.state import Facts, Round\n"
        "from maturity.session.item_state import Last\n"
        "from maturity.session.kinds import plain, take\n"
        "from maturity.judgement.groups import scopes\n"
        "from maturity.judgement.groups.gap import scope_gap\n"
        "for item in workshop.state.pillar.values():\n"
        "    print(item.rounds['x'].tally)\n"
    )
    assert sorted(reached(source, "report/content.py")) == [
        "Last",
        "Round",
        "groups.gap",
        "groups.scopes",
        "state.pillar",
        "take",
        "tally",
    ]
    assert reached("from maturity.session.state import Facts\nview.items[0].rounds\n", "x.py") == []
