"""What a paper says of voice groups: words where they may be said, counts where they may be."""

from dataclasses import replace

import pytest
from accessibility.views import criteria_view, full_view

from maturity.judgement.view import Audience, Disclosed
from maturity.report.blocks import Block, Heading, Table, spans_of
from maturity.report.sections.disagreement import disagreement
from maturity.report.sections.evidence import evidence_refs
from maturity.report.sections.groups import finding_of, group_findings, group_numbers
from maturity.report.sections.items import items
from maturity.report.sections.ratings import ratings

SAID = "Parent carers tended to rate lower than the rest of the room across these pillars."
BOARD, PUBLIC = full_view(), full_view(audience=Audience.PUBLIC)


def said(blocks: tuple[Block, ...]) -> str:
    return "".join(span.text for span in spans_of(blocks))


@pytest.mark.parametrize("view", [BOARD, PUBLIC], ids=["board", "public"])
def test_a_finding_stands_in_section_2_and_where_its_scope_is_spoken_of(view: Disclosed) -> None:
    assert SAID in said(disagreement(view))
    assert "It speaks of this room and nothing wider." in said(disagreement(view))
    assert f"{SAID} More in section 2." in said(ratings(view))
    assert SAID not in said(items(view, evidence_refs(view)))


def test_counts_that_are_withheld_say_why_and_have_no_annex() -> None:
    assert f"{SAID} Counts by group stand in no public paper." in said(disagreement(PUBLIC))
    assert tuple(group_numbers(PUBLIC)) == ()


def test_counts_that_may_be_printed_stand_in_an_annex() -> None:
    assert f"{SAID} The numbers are in annex E." in said(disagreement(BOARD))
    heading, table, sentence = tuple(group_numbers(BOARD))
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert "the first rated lower about 8 times in 10" in said((sentence,))
    assert [column.label for column in table.columns] == ["Item", "Parent carers", "Everyone else"]
    assert len(table.rows) == 5
    cells = [cell for cell in table.rows[0] if isinstance(cell, tuple)]
    name, group, rest = ("".join(span.text for span in cell) for cell in cells)
    assert name.endswith(", vote 1")
    assert group == "4 Emerging, 2 Developing, 0 Maturing"
    assert rest == "1 Emerging, 6 Developing, 3 Maturing"


def test_without_a_finding_nothing_is_said() -> None:
    view = replace(BOARD, gaps=())
    blocks: tuple[Block, ...] = (*group_findings(view), *finding_of(view), *group_numbers(view))
    assert blocks == ()


def test_a_finding_on_one_pillars_criteria_stands_in_that_pillars_part() -> None:
    view = criteria_view()
    title = dict(view.framework.pillars)[view.gaps[0].pillar]
    assert f"On {title}: {SAID}" in said(disagreement(view))
    assert f"{SAID} More in section 2." in said(items(view, evidence_refs(view)))
    assert SAID not in said(ratings(view))
