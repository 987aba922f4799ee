from dataclasses import replace

from accessibility.item_views import after_last, item, rated
from accessibility.papers import words
from accessibility.views import criteria_view, empty_view, full_view

from maturity.judgement.last_time import NOT_COMPARABLE
from maturity.judgement.view import ItemView
from maturity.report.blocks import TEXT_WIDTH_MM, Block, Cell, Paragraph, Span, Table
from maturity.report.sections.ratings import (
    agreement_words,
    confidence_words,
    front_rows,
    front_table,
    ratings,
    since_line,
)


def _agreement(one: ItemView) -> str:
    row = front_rows(replace(full_view(), items=(one,)))[0]
    return _text(row[-1])


def _is_table(block: Block, anchor: str) -> bool:
    return isinstance(block, Table) and block.anchor == anchor


def _text(cell: Cell) -> str:
    assert isinstance(cell, tuple)
    return "".join(span.text for span in cell)


def test_the_agreement_word_or_why_there_is_none() -> None:
    one = rated(0, 3)
    assert agreement_words(one) == "Together"
    assert agreement_words(item(0, 3)) == "No vote"
    assert agreement_words(replace(one, discussed=False)) == "Not discussed"
    unknown = replace(one.rounds[-1], word="")
    assert agreement_words(replace(one, rounds=(unknown,))) == "No word"


def test_one_dissent_is_told_with_its_level_and_more_are_counted() -> None:
    one = rated(1, 3)
    assert _agreement(one) == "Together; 3 dissents"
    assert _agreement(replace(one, dissents=one.dissents[:1])) == (
        "Together; Family representatives: Emerging"
    )
    assert _agreement(replace(one, dissents=one.dissents[2:])) == "Together; one dissent"
    role = replace(one.dissents[0], who="A council officer")
    assert _agreement(replace(one, dissents=(role,))) == "Together; a council officer: Emerging"


def test_a_view_that_is_noted_or_withdrawn_tells_no_level() -> None:
    one = rated(1, 3)
    assert _agreement(replace(one, dissents=one.dissents[1:2])) == "Together; one dissent"
    withdrawn = replace(one.dissents[0], status="withdrawn")
    assert _agreement(replace(one, dissents=(withdrawn,))) == "Together"


def test_the_reason_is_its_first_sentence_with_a_way_to_the_rest() -> None:
    one = rated(0, 3)
    because = front_rows(replace(full_view(), items=(one,)))[0][3]
    assert isinstance(because, tuple)
    assert because[-1] == Span("In full", link="item-p0")
    missing = replace(one, rating=replace(one.rating, because=""))
    assert front_rows(replace(full_view(), items=(missing,)))[0][3] == words(
        "No reason was written."
    )
    parked = replace(missing, parked="Waiting for the college.")
    assert _text(front_rows(replace(full_view(), items=(parked,)))[0][3]) == parked.parked


def test_confidence_is_said_or_missing() -> None:
    assert confidence_words(rated(0, 3)) == "High"
    assert confidence_words(item(0, 3)) == "Not recorded"


def test_rated_criteria_give_a_row_a_pillar_with_the_spread_in_words() -> None:
    rows = front_rows(criteria_view())
    assert [_text(row[0]) for row in rows[1:]] == ["Families and young people", "Early help"]
    assert _text(rows[1][1]) == "1 Emerging, 1 Leading, 1 Sustained"
    assert _text(rows[1][4]) == "2 Together, 1 Split"


def test_a_spread_reads_from_the_lowest_level_with_the_unrated_last() -> None:
    view = criteria_view()
    bare = replace(item(4, 5), id="c3", kind="criterion", pillar="p1")
    items = tuple(bare if one.id == "c3" else one for one in view.items)
    rows = front_rows(replace(view, items=items))
    assert _text(rows[1][1]) == "1 Emerging, 1 Sustained, 1 Not rated"


def test_the_whole_table_stands_on_page_one() -> None:
    assert len(front_table(full_view(12, 5)).rows) == 12


def test_votes_are_told_in_words_for_every_item() -> None:
    (table,) = (one for one in ratings(full_view()) if _is_table(one, "votes-table"))
    assert isinstance(table, Table)
    said = [_text(row[-1]) for row in table.rows]
    assert said[0].startswith("10 of 14 said Developing.")
    assert said[6] == "The room did not vote."


def test_a_framework_with_nothing_to_rate_says_so() -> None:
    assert not any(isinstance(block, Table) for block in ratings(empty_view(0)))


def test_what_changed_since_last_time_is_told_in_a_line_that_begins_with_what_moved() -> None:
    view = full_view(3)
    one, two, three = view.items
    assert since_line(view) == ()
    new, same = replace(one, since="New"), replace(two, since="Same")
    (line,) = since_line(replace(view, items=(new, same, after_last(three))))
    assert isinstance(line, Paragraph)
    assert _text(line.spans) == (
        f"Since last time: Up from Emerging: {three.short}. New: {one.short}. Same: {two.short}."
    )


def test_what_nobody_rated_is_not_called_new() -> None:
    view = full_view(1)
    unrated = replace(item(0, 3), since="New")
    assert since_line(replace(view, items=(unrated,))) == ()


def test_items_that_changed_alike_are_named_together() -> None:
    view = full_view(3)
    one, two, three = (replace(item, since=NOT_COMPARABLE) for item in view.items)
    (line,) = since_line(replace(view, items=(one, two, three)))
    assert isinstance(line, Paragraph)
    assert _text(line.spans).endswith(
        f"Not comparable, framework changed: {one.short}, {two.short} and {three.short}."
    )


def test_more_items_than_a_line_can_name_are_counted() -> None:
    view = criteria_view(4, 4, 3)
    first, *rest = view.items
    items = (after_last(first), *(replace(one, since="New") for one in rest))
    (line,) = since_line(replace(view, items=items))
    assert isinstance(line, Paragraph)
    assert _text(line.spans) == f"Since last time: Up from Emerging: 1. New: {len(rest)}."


def test_counts_of_levels_have_the_room_that_a_reason_has_elsewhere() -> None:
    reasons, counts = front_table(full_view(2)), front_table(criteria_view(2, 3, 3))
    assert counts.columns[1].width_mm > reasons.columns[1].width_mm
    assert sum(column.width_mm for column in counts.columns) == TEXT_WIDTH_MM


def test_a_short_table_of_votes_is_not_parted_and_a_long_one_may_be() -> None:
    for count, whole in ((12, True), (13, False)):
        tables = [one for one in ratings(full_view(count)) if isinstance(one, Table)]
        assert [one.is_whole for one in tables] == [True, whole]
