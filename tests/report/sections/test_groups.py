"""What a paper says of voice groups: words where they may be said, counts where rule B allows."""

from collections.abc import Mapping

import pytest

from judgement.attacker import Tally, World, framework_of, state_of
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience, Disclosed
from maturity.report.blocks import Block, Heading, Table, spans_of
from maturity.report.sections.disagreement import disagreement
from maturity.report.sections.groups import finding_of, group_findings, group_numbers
from maturity.report.sections.items import items
from maturity.report.sections.ratings import ratings

FEW: Mapping[str, Tally] = {"families": (3, 0, 0), "health": (1, 3, 1), "council": (1, 3, 1)}
MANY: Mapping[str, Tally] = {"families": (4, 2, 0), "health": (0, 3, 1), "council": (1, 3, 2)}
SAID = (
    "Families tended to rate lower than the rest of the room across these pillars. That is "
    "evidence, not noise."
)


def a_view(votes: Mapping[str, Tally], audience: Audience, items: int = 5) -> Disclosed:
    state = state_of(World((votes,) * items, ("families",)))
    return disclose(state, framework_of(items, 3), audience)


def said(blocks: object) -> str:
    assert isinstance(blocks, tuple)
    return "".join(span.text for span in spans_of(blocks))


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_a_finding_stands_in_section_2_and_where_its_scope_is_spoken_of(
    audience: Audience,
) -> None:
    view = a_view(FEW, audience)
    assert SAID in said(disagreement(view))
    assert "It speaks of this room and nothing wider." in said(disagreement(view))
    assert f"{SAID} More in section 2." in said(ratings(view))
    assert SAID not in said(items(view, {}))


def test_counts_that_are_withheld_say_why_and_have_no_annex() -> None:
    board, public = a_view(FEW, Audience.BOARD), a_view(FEW, Audience.PUBLIC)
    assert "Counts by group are not printed: they could show" in said(disagreement(board))
    assert "Counts by group stand in no public paper." in said(disagreement(public))
    assert tuple(group_numbers(board)) == tuple(group_numbers(public)) == ()


def test_counts_that_may_be_printed_stand_in_an_annex_for_the_board_alone() -> None:
    board, public = a_view(MANY, Audience.BOARD), a_view(MANY, Audience.PUBLIC)
    assert "The numbers are in annex E." in said(disagreement(board))
    heading, _, table = tuple(group_numbers(board))
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert [column.label for column in table.columns] == ["Item", "Families", "Everyone else"]
    assert len(table.rows) == 5
    cells = [cell for cell in table.rows[0] if isinstance(cell, tuple)]
    assert ["".join(span.text for span in cell) for cell in cells] == [
        "Pillar 0, vote 1",
        "4 Low, 2 Middle, 0 High",
        "1 Low, 6 Middle, 3 High",
    ]
    assert "the first rated lower about" in said(tuple(group_numbers(board)))
    assert tuple(group_numbers(public)) == ()
    assert "annex E" not in said(disagreement(public))


def test_without_a_finding_nothing_is_said() -> None:
    view = a_view(FEW, Audience.BOARD, items=4)
    blocks: tuple[Block, ...] = (*group_findings(view), *finding_of(view), *group_numbers(view))
    assert blocks == ()


def test_a_finding_on_one_pillars_criteria_stands_in_that_pillars_part() -> None:
    framework = framework_of(5, 3, rate="criteria")
    state = state_of(World((FEW,) * 5, ("families",)), kind="criterion")
    view = disclose(state, framework, Audience.BOARD)
    one_pillar = SAID.replace("these pillars", "this pillar")
    assert f"On The whole: {one_pillar}" in said(disagreement(view))
    assert f"{one_pillar} More in section 2." in said(items(view, {}))
    assert SAID not in said(ratings(view))
    assert one_pillar not in said(ratings(view))
