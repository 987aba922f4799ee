from accessibility.papers import board_paper, words
from hypothesis import given
from hypothesis import strategies as st

from maturity.report.blocks import (
    Block,
    Callout,
    Column,
    Contents,
    Heading,
    LevelMark,
    ListBlock,
    Paragraph,
    Table,
)
from maturity.report.fit import PAGE_POINTS, points, title_points

_MARK = LevelMark("Developing", 2, 3, 1)
_BLOCKS: tuple[Block, ...] = (
    Heading(1, "Summary", "s"),
    Paragraph(words("A line.")),
    ListBlock("bullet", (words("one"), words("two"))),
    Callout("banner", "PROVISIONAL:", (words("a self-assessment."),)),
    Table("t", "c", "s", (Column("a", 20), Column("b", 20)), ((words("x"), _MARK),)),
)


def test_every_block_takes_room_and_the_list_of_contents_starts_a_page() -> None:
    assert all(points((block,)) > 10 for block in _BLOCKS)
    assert points((Contents(),)) == 0


@given(st.integers(1, 400))
def test_more_words_never_take_less_room(length: int) -> None:
    shorter, longer = (
        points((Paragraph(words("word " * count)),)) for count in (length, length + 1)
    )
    assert shorter <= longer


def test_a_whole_paper_does_not_fit_on_a_page() -> None:
    paper = board_paper()
    assert points(paper.blocks) + title_points(paper.title) > PAGE_POINTS
