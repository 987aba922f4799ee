"""The rules of the screen that are read off its own source."""

import ast
import re
from pathlib import Path

import pytest

import maturity.tui

ROOT = Path(maturity.tui.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
WIDGETS = {"Static", "Label", "Button", "Option", "Checkbox", "RadioButton", "Collapsible", "Tab"}


def calls(module: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_text_is_ever_read_as_markup(module: Path) -> None:
    for call in calls(module):
        assert name_of(call) not in {"from_markup", "escape", "from_text"}
        for keyword in call.keywords:
            if keyword.arg == "markup":
                assert isinstance(keyword.value, ast.Constant)
                assert keyword.value.value is False


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_widgets_and_notices_take_only_what_draw_made(module: Path) -> None:
    for call in calls(module):
        if name_of(call) in WIDGETS:
            assert not any(isinstance(given, ast.JoinedStr | ast.Constant) for given in call.args)
        if name_of(call) == "notify":
            assert any(keyword.arg == "markup" for keyword in call.keywords)


def _is_of_a_border(target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and target.attr in {"border_title", "border_subtitle"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_list_view_and_no_words_on_a_border_but_those_that_draw_made(module: Path) -> None:
    assert "ListView" not in module.read_text()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Assign) and any(map(_is_of_a_border, node.targets)):
            assert isinstance(node.value, ast.Call)
            assert ast.unparse(node.value.func) == "draw.line"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_module_of_the_screen_stays_short(module: Path) -> None:
    assert len(module.read_text().splitlines()) <= 350


SHEETS = [
    sheet
    for sheet in sorted((ROOT / "screens").glob("*.tcss"))
    if sheet.stem not in {"base", "room"}
]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_screen_dresses_nothing_of_another(sheet: Path) -> None:
    rules = [line for line in sheet.read_text("utf-8").splitlines() if line.strip()]
    assert rules
    # a sheet that was loaded once holds for every screen, whose parts may have the same names
    assert [line for line in rules if not line.startswith(f"{sheet.stem.title()}Screen")] == []


def test_the_room_dresses_no_part_that_another_screen_names_alike() -> None:
    named = re.compile(r'id="([a-z-]+)"')
    others = [one for one in (ROOT / "screens").glob("*.py") if one.stem not in {"room", "steps"}]
    elsewhere = {name for one in others for name in named.findall(one.read_text("utf-8"))}
    sheet = (ROOT / "screens" / "room.tcss").read_text("utf-8")
    bare = set(re.findall(r"^(?:\.-[a-z]+ )?#([a-z-]+)", sheet, re.MULTILINE))
    # one row says where a session is kept, which no height given to a list of views can cut
    assert bare & elsewhere <= {"kept"}
