from accessibility.papers import board_paper

from maturity.report.blocks import Contents, Heading
from maturity.report.sheet import Sheet


def test_captions_of_each_kind_are_numbered_from_one_on_one_line() -> None:
    sheet = Sheet(board_paper(1))
    assert sheet.caption("Table", "The\nratings") == "Table 1: The ratings"
    assert sheet.caption("Figure", "Spread") == "Figure 1: Spread"
    assert sheet.caption("Table", "Actions") == "Table 2: Actions"


def test_contents_list_the_headings_down_to_their_depth() -> None:
    paper = board_paper(1)
    headings = [block for block in paper.blocks if isinstance(block, Heading)]
    listed = Sheet(paper).listed(Contents(depth=1))
    assert listed == [heading for heading in headings if heading.level == 1]
    assert len(listed) < len(headings)
