"""Plain text: lines into headings, paragraphs and bullets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import HIGHLIGHTS, PAGE, SCRUTINY, read
from maturity.evidence.messages import Refused


def outline(raw: str) -> list[tuple[str, str]]:
    return [(" > ".join(e.heading_path), e.text) for e in read(raw)[1]]


def test_a_highlight_report_is_read_under_its_headings() -> None:
    document, excerpts = read(HIGHLIGHTS)
    assert [e.heading_path for e in excerpts] == [
        *[("Highlights",)] * 3,
        ("Challenges",),
        *[("Actions/Priorities",)] * 2,
        ("Risk/Escalations",),
    ]
    assert [e.number for e in excerpts[:3]] == ["1.", "2.", "3."]
    assert excerpts[0].text.startswith("The maturity workshop was held (23/03) The levels")
    assert document.title == "Highlights"


def test_a_page_keeps_its_quotation_and_its_bullets() -> None:
    document, excerpts = read(PAGE)
    assert document.title == "Support for young people in Northmere"
    assert [e.text for e in excerpts if e.shape == "bullet"] == [
        "use data well;",
        "write a new strategy.",
    ]
    assert excerpts[2].heading_path[-1] == "Parents and carers have said"
    assert "\u00a0" in excerpts[2].text


def test_scrutiny_minutes_keep_every_line_and_say_that_they_end_early() -> None:
    document, excerpts = read(SCRUTINY)
    words = " ".join([*(e.text for e in excerpts), *(h for e in excerpts for h in e.heading_path)])
    for line in SCRUTINY.splitlines():
        assert line.rstrip(":").removeprefix("a) ").removeprefix("b) ") in words
    assert [e.number for e in excerpts if e.shape == "bullet"] == ["a)", "b)"]
    assert "W12" in [warning.code for warning in document.warnings]


def test_lines_wrapped_to_a_width_are_one_paragraph() -> None:
    raw = (
        "Families in the east of the county wait longer than those in the west,\n"
        "and the board has asked for figures by district so that it can see why\n"
        "this is so."
    )
    assert len(read(raw)[1]) == 1


def test_long_lines_are_a_paragraph_each() -> None:
    raw = "\n".join(
        ["Families wait, and the board wants to know by district why it is so. " * 3] * 3
    )
    assert len(read(raw)[1]) == 3


def test_markdown_marks_become_what_they_mean() -> None:
    raw = "# Plan\n\nIntro.\n\n## Access ##\n\n* **Open** the line\n- Close __nothing__\n\n---\n"
    assert outline(raw) == [
        ("Plan", "Intro."),
        ("Plan > Access", "Open the line"),
        ("Plan > Access", "Close nothing"),
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("1. One", "1."),
        ("2.1) One", "2.1)"),
        ("a) One", "a)"),
        ("(iv) One", "(iv)"),
        ("\u2022 One", None),
    ],
)
def test_the_mark_of_a_point_is_kept_as_printed(line: str, number: str | None) -> None:
    _, excerpts = read(f"{line}\n{line}")
    assert [(e.number, e.text, e.shape) for e in excerpts] == [(number, "One", "bullet")] * 2


def test_a_heading_with_nothing_below_it_is_not_lost() -> None:
    assert outline("# Plan\n\n## Empty\n\n## Full\n\nWords.\n\n## Last") == [
        ("Plan", "Empty"),
        ("Plan > Full", "Words."),
        ("Plan", "Last"),
    ]


def test_places_count_every_block_of_the_source() -> None:
    assert [e.ref for e in read("# Plan\n\nOne.\n\n## Two\n\nThree.")[1]] == ["para 2", "para 4"]


@given(st.lists(st.text(alphabet="ab .:-#*1)", max_size=30), max_size=12))
def test_no_letter_is_lost(lines: list[str]) -> None:
    raw = "\n".join(lines)
    try:
        _, excerpts = read(raw)
    except Refused:
        excerpts = ()
    said = [f"{e.text} {e.number} {e.heading_path}" for e in excerpts]
    assert {letter for letter in raw if letter in "ab"} <= set("".join(said))
