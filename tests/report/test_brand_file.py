"""The TOML that names a council's template, and each mistake in it said with its place."""

from pathlib import Path

import pytest
from accessibility.papers import board_paper
from accessibility.rules_html import html_faults
from hypothesis import given
from hypothesis import strategies as st

from councils import plain
from maturity.report.brand import PLAIN, NotATemplate
from maturity.report.brand_file import NAMED_COLOURS, ROLES, _readable, read_brand, style_called
from maturity.report.html import html_bytes
from maturity.report.palette import COLOURS, contrast
from maturity.tomlfile import LARGEST_BYTES, TomlFault

GOOD = """\
template = "council.docx"
marking = "OFFICIAL: Northmere"
[styles]
title = "Council Title"
decision = "callout green"
[colours]
navy = "#00512f"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "council.docx").write_bytes(plain())
    return tmp_path


def written(folder: Path, text: str) -> Path:
    path = folder / "brand.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder: Path, text: str) -> list[tuple[str, int, int, str]]:
    with pytest.raises(TomlFault) as fault:
        read_brand(written(folder, text))
    return [(one.code, one.line, one.column, one.mend) for one in fault.value.messages]


def test_a_map_names_a_template_beside_it_a_marking_styles_and_colours(folder: Path) -> None:
    brand = read_brand(written(folder, GOOD))
    assert brand.look is not None
    assert brand.marking == "OFFICIAL: Northmere"
    assert brand.styles["decision"] == "callout green"
    assert brand.colours == {**COLOURS, "navy": "00512F"}
    assert brand.repairs == ()


def test_a_template_may_be_named_without_a_map_and_a_map_without_a_template(folder: Path) -> None:
    alone = read_brand(folder / "council.docx")
    assert alone.look is not None
    assert alone.marking is None
    colours = read_brand(written(folder, '[colours]\nlink = "003A5D"\n'))
    assert (colours.look, colours.colours["link"]) == (None, "003A5D")
    assert read_brand(written(folder, 'marking = ""\n')).marking == ""


def test_a_style_is_found_by_its_name_in_any_case_then_by_its_inner_id(folder: Path) -> None:
    look = read_brand(folder / "council.docx").look
    assert look is not None
    for name in ("callout GREEN", "CalloutGreen"):
        found = style_called(look, name, "paragraph")
        assert found is not None
        assert found.name == "Callout Green"
    assert style_called(look, "Hyperlink", "paragraph") is None


MISTAKES = {
    "an unknown name": (GOOD.replace("marking", "markign"), "B110", 2, 'write "marking".'),
    "an unknown role": (GOOD.replace("title =", "tilte ="), "B110", 4, 'write "title".'),
    "an unknown colour": (GOOD.replace("navy", "nvy"), "B110", 7, 'write "navy".'),
    "no colour": (GOOD.replace("#00512f", "green"), "B116", 7, "write six digits"),
    "no style": (GOOD.replace("Council Title", "Council Titel"), "B114", 4, '"Council Title"'),
    "no such template": (GOOD.replace("council.docx", "no.docx"), "B114", 1, "write its name"),
    "styles of nothing": ('[styles]\ntitle = "A"\n', "B111", 1, "template ="),
    "a number": ("marking = 3\n", "B116", 1, "straight quotes"),
    "not TOML": ("template = \n", "B108", 1, ""),
}


@pytest.mark.parametrize(("text", "code", "at", "mend"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_said_with_its_place_and_its_mend(
    folder: Path, text: str, code: str, at: int, mend: str
) -> None:
    ((found, line, column, said),) = mistakes(folder, text)
    assert (found, line) == (code, at)
    assert column >= 1
    assert mend in said


def test_all_mistakes_are_said_at_once_in_the_order_of_the_file(folder: Path) -> None:
    text = GOOD.replace("title", "tilte").replace("callout green", "Note").replace("#00512f", "x")
    assert [one[1] for one in mistakes(folder, text)] == [4, 5, 7]


def test_what_cannot_be_read_is_a_colour_of_ours_and_said(folder: Path) -> None:
    faint = '[colours]\nlink = "9DC3E6"\ndissent-fill = "404040"\nnavy = "FFFF00"\n'
    brand = read_brand(written(folder, faint))
    assert brand.colours == COLOURS
    assert len(brand.repairs) == 3
    assert all("too faint" in one for one in brand.repairs)
    mid = read_brand(written(folder, '[colours]\ndecision-fill = "8F8F8F"\n'))
    assert contrast(mid.colours["link"], mid.colours["decision-fill"]) >= 4.5


@pytest.mark.parametrize("name", ["gone.toml", "gone.docx", "."])
def test_a_file_that_is_not_there_is_said_by_its_name(folder: Path, name: str) -> None:
    with pytest.raises(NotATemplate, match=r"gone|tmp|test") as fault:
        read_brand(folder / name)
    assert str(fault.value).endswith(".")


def test_another_kind_of_file_is_refused_in_a_sentence(folder: Path) -> None:
    path = folder / "council.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(NotATemplate, match="not a Word file"):
        read_brand(path)
    with pytest.raises(NotATemplate, match="not a Word file"):
        read_brand(written(folder, 'template = "council.pdf"\n'))


def test_a_folder_and_a_file_without_end_are_no_map(folder: Path) -> None:
    (folder / "brands.toml").mkdir()
    with pytest.raises(NotATemplate, match="no ordinary file"):
        read_brand(folder / "brands.toml")
    assert mistakes(folder, "#" * (LARGEST_BYTES + 9))[0][0] == "B140"


def test_our_own_look_takes_nothing_from_anybody() -> None:
    assert (PLAIN.look, PLAIN.marking, PLAIN.colours) == (None, None, COLOURS)
    assert len(ROLES) == len(set(ROLES))


COLOUR = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)


@given(st.dictionaries(st.sampled_from(NAMED_COLOURS), COLOUR))
def test_whatever_colours_they_name_a_web_page_can_be_read(theirs: dict[str, str]) -> None:
    colours, repairs = _readable(theirs)
    assert html_faults(html_bytes(board_paper(1), colours)) == []
    assert sum(colours[name] != value for name, value in theirs.items()) == len(repairs)
