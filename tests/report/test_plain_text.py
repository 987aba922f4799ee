"""Plain text: what stands for a table, a list, a heading and a link."""

from dataclasses import replace

from accessibility.papers import board_paper, words

from maturity.report.blocks import (
    Block,
    Callout,
    Column,
    Heading,
    LevelMark,
    ListBlock,
    Paragraph,
    Span,
    Table,
)
from maturity.report.text import WIDTH, text_bytes


def _text(*blocks: Block) -> str:
    """The text of the blocks, without the lines around them."""
    paper = replace(board_paper(), blocks=(*blocks, Paragraph(words("The end."))))
    whole = text_bytes(paper).decode()
    body = whole.partition("spring 2026\n====")[2].partition("\n\n")[2]
    return body.partition("\n\nThe end.")[0]


def test_a_row_is_a_record_with_the_label_of_each_column() -> None:
    columns = (Column("Item", 60, row_header=True), Column("Level", 60))
    rows = (
        (words("Leadership"), LevelMark("Low", 1, 3)),
        (words("Families"), words("Not settled " * 9)),
    )
    assert _text(Table("ratings", "Ratings", "Of each.", columns, rows)) == (
        "Table 1: Ratings\n\n"
        "Item: Leadership\nLevel: Low ●○○\n\n"
        "Item: Families\n"
        "Level: Not settled Not settled Not settled Not settled Not settled Not settled\n"
        "  Not settled Not settled Not settled"
    )


def test_lists_have_marks_and_lines_hang_below_their_words() -> None:
    many = tuple(words(f"entry {number}") for number in range(28))
    assert _text(ListBlock("bullet", (words("word " * 20),))).splitlines()[1].startswith("  word")
    assert _text(ListBlock("number", many)).splitlines()[8:10] == ["9.  entry 8", "10. entry 9"]
    assert _text(ListBlock("letter", many)).splitlines()[25:27] == ["z)  entry 25", "aa) entry 26"]


def test_headings_are_underlined_by_their_level() -> None:
    said = _text(*(Heading(level, "Actions", f"a{level}") for level in range(1, 5)))
    assert [line for line in said.splitlines() if line and line != "Actions"] == [
        "=======",
        "-------",
        ".......",
        ".......",
    ]


def test_a_callout_stands_in_and_its_paragraphs_are_apart() -> None:
    said = _text(Callout("dissent", "A parent:", (words("No."), words("The answer: yes."))))
    assert said == "  A parent: No.\n\n  The answer: yes."


def test_a_link_outside_says_where_it_leads_and_one_inside_does_not() -> None:
    outside = Span("the local offer", link="https://northmere.example/offer")
    inside = Span("below", link="end")
    assert _text(Paragraph((outside, Span(" and "), inside)), Heading(1, "End", "end")).startswith(
        "the local offer <https://northmere.example/offer> and below\n"
    )


def test_a_word_longer_than_a_line_stays_whole() -> None:
    assert "x" * (WIDTH + 9) in _text(Paragraph(words(f"see {'x' * (WIDTH + 9)} there")))
