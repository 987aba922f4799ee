from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from accessibility.item_views import answered, item, rated
from accessibility.views import criteria_view, empty_view, full_view
from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement.view import Disclosed, ItemView, LevelView, Withheld
from maturity.report.blocks import TEXT_WIDTH_MM, Block, Cell, Figure, Paragraph, Table
from maturity.report.sections.ratings import rated_criteria
from maturity.report.sections.spread import criteria_spread, votes_spread

_FEW = Withheld("So few people voted that the numbers are left out.")


def _figure(blocks: tuple[Block, ...]) -> Figure:
    (figure,) = (block for block in blocks if isinstance(block, Figure))
    return figure


def _table(blocks: tuple[Block, ...]) -> Table:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return table


def _said(blocks: tuple[Block, ...]) -> list[str]:
    return [block.spans[0].text for block in blocks if isinstance(block, Paragraph)]


def _by_pillar(view: Disclosed) -> tuple[Block, ...]:
    return criteria_spread(view, rated_criteria(view))


def _numbers(table: Table) -> Mapping[str, list[int]]:
    rows = ([_text(cell) for cell in row] for row in table.rows)
    return {name: list(map(int, counts)) for name, *counts in rows}


def _text(cell: Cell) -> str:
    assert isinstance(cell, tuple)
    return cell[0].text


def _counted(
    one: ItemView, counts: tuple[int, ...] | Withheld, present: int | None = 14, said: int = 0
) -> ItemView:
    """The item with other votes in its latest round, of whom `said` could not say."""
    latest = replace(one.rounds[-1], counts=counts, present=present, cannot_say=said, abstain=0)
    return replace(one, rounds=(*one.rounds[:-1], latest))


def _two(*items: ItemView) -> Disclosed:
    return replace(full_view(2), items=items)


def test_votes_stand_by_level_then_other_answers() -> None:
    blocks = votes_spread(full_view(2))
    figure = _figure(blocks)
    assert [name for name, _ in figure.series] == [
        "Emerging",
        "Developing",
        "Maturing",
        "Did not vote",
    ]
    assert figure.levels == 3
    assert _numbers(_table(blocks)) == {"Leadership": [3, 10, 1, 2], "Families": [3, 10, 1, 2]}


@pytest.mark.parametrize("blocks", [votes_spread(full_view()), _by_pillar(criteria_view())])
def test_the_table_has_the_numbers_of_the_figure_straight_after_it(
    blocks: tuple[Block, ...],
) -> None:
    figure, table = _figure(blocks), _table(blocks)
    assert blocks[-2:] == (figure, table)
    assert (figure.table_anchor, figure.table) == (table.anchor, table.caption)
    assert [column.label for column in table.columns[1:]] == [name for name, _ in figure.series]
    assert list(_numbers(table)) == list(figure.categories)
    across = [list(counts) for counts in zip(*(c for _, c in figure.series), strict=True)]
    assert list(_numbers(table).values()) == across


def test_the_second_vote_counts_and_the_first_is_not_drawn() -> None:
    one = rated(0, 3)
    first = replace(one.rounds[0], counts=(9, 9, 9))
    blocks = votes_spread(_two(replace(one, rounds=(first, one.rounds[1]))))
    assert _numbers(_table(blocks)) == {"Leadership": [3, 10, 1, 2]}


def test_who_did_not_vote_is_what_the_sentence_says() -> None:
    one = _counted(rated(0, 3), (1, 1, 0), present=10, said=2)
    numbers = _numbers(_table(votes_spread(_two(one))))
    assert numbers == {"Leadership": [1, 1, 0, 2, 6]}


def test_counts_that_are_withheld_are_named_and_drawn_nowhere() -> None:
    kept = _counted(rated(1, 3), _FEW)
    blocks = votes_spread(_two(rated(0, 3), kept, item(2, 3), item(3, 3)))
    names = "Early help and Right support, right place"
    assert _figure(blocks).categories == ("Leadership",)
    assert list(_numbers(_table(blocks))) == ["Leadership"]
    assert _said(blocks) == [
        f"Not in the numbers below: Families. {_FEW.reason}",
        f"Not in the numbers below: {names}. The room did not vote.",
    ]


def test_nothing_is_drawn_where_there_is_nothing_to_count() -> None:
    assert votes_spread(empty_view()) == ()
    assert votes_spread(_two(_counted(rated(0, 3), _FEW))) == ()
    assert votes_spread(_two(_counted(rated(0, 3), (0, 0, 0), present=None))) == ()
    view = criteria_view(1, 2)
    bare = tuple(replace(item(0, 5), id=one.id, pillar="p0") for one in view.items)
    assert _by_pillar(replace(view, items=bare)) == ()


def test_an_item_on_fewer_levels_counts_at_the_levels_it_has() -> None:
    scale = (LevelView("emerging", "Emerging", 1, 2), LevelView("maturing", "Maturing", 2, 2))
    one = _counted(replace(rated(0, 3), levels=scale), (4, 5), present=None)
    assert _numbers(_table(votes_spread(_two(one)))) == {"Leadership": [4, 0, 5]}


def test_criteria_stand_by_pillar_at_the_level_that_stands() -> None:
    view = criteria_view(1, 6, 3)
    changes: dict[str, Callable[[ItemView], ItemView]] = {
        "c1": lambda one: replace(one, parked="It comes back."),
        "c2": lambda one: replace(one, rating=replace(one.rating, state="contested")),
        "c3": lambda one: answered(one, "amended"),
        "c4": lambda one: answered(one, "deferred"),
        "c5": lambda one: replace(item(0, 3), id=one.id, pillar="p0"),
    }
    items = tuple(changes[one.id](one) if one.id in changes else one for one in view.items)
    blocks = _by_pillar(replace(view, items=items))
    assert [name for name, _ in _figure(blocks).series] == [
        "Emerging",
        "Developing",
        "Maturing",
        "Not settled",
        "Contested",
        "Not rated",
    ]
    assert _numbers(_table(blocks)) == {"Leadership and partnership": [1, 1, 1, 1, 1, 1]}


def test_a_pillar_that_the_room_judged_beside_its_criteria_is_counted_with_none() -> None:
    numbers = _numbers(_table(_by_pillar(criteria_view(2, 3))))
    assert [sum(counts) for counts in numbers.values()] == [3, 3]


def test_more_bars_than_can_be_read_stand_in_the_table_alone() -> None:
    blocks = votes_spread(replace(full_view(), items=(rated(0, 3),) * 21))
    assert not any(isinstance(block, Figure) for block in blocks)
    assert _said(blocks) == [
        "There are 21 items, too many for one figure. A table has the numbers."
    ]
    assert len(_table(blocks).rows) == 21
    assert len(_figure(votes_spread(_two(*(rated(0, 3),) * 20))).categories) == 20


def test_the_words_say_what_is_counted_and_the_level_that_stands_out() -> None:
    assert _figure(votes_spread(full_view(2))).told == (
        "Bar chart with one bar for each item: how many people chose each level, the lowest first. "
        "Of the levels, Developing has the most votes on 2 of 2 items. "
        'The numbers are in the table "Votes at each level, by item, in numbers".'
    )


def test_no_level_stands_out_of_a_tie_or_where_its_name_is_too_long_to_say() -> None:
    one, other = _counted(rated(0, 3), (5, 1, 0)), _counted(rated(1, 3), (1, 5, 0))
    tied = _counted(rated(2, 3), (5, 5, 0))
    for view in (_two(one, other), _two(tied)):
        assert "Of the levels" not in _figure(votes_spread(view)).alt
    assert (
        "Emerging has the most votes on 1 of 2 items" in _figure(votes_spread(_two(one, tied))).alt
    )
    view = full_view(2)
    long = tuple(replace(one, label="word " * 100) for one in view.framework.levels)
    named = replace(view, framework=replace(view.framework, levels=long))
    assert "Of the levels" not in _figure(votes_spread(named)).alt


@given(
    st.lists(st.text("abc ", min_size=1, max_size=300).filter(str.strip), min_size=2, max_size=7)
)
def test_the_columns_fit_the_page_whatever_the_levels_are_called(names: list[str]) -> None:
    view = full_view(2, len(names))
    levels = tuple(
        replace(one, label=name) for one, name in zip(view.framework.levels, names, strict=True)
    )
    named = replace(view, framework=replace(view.framework, levels=levels))
    columns = _table(votes_spread(named)).columns
    assert sum(column.width_mm for column in columns) == TEXT_WIDTH_MM
    assert columns[0].width_mm >= 32
    for column in columns[1:]:
        assert max(map(len, column.label.split())) * 2.2 <= column.width_mm


def test_numbers_of_more_levels_than_fit_side_by_side_stand_in_one_cell() -> None:
    table = _table(votes_spread(full_view(2, 7)))
    assert [column.label for column in table.columns] == ["Item", "Numbers"]
    said = (
        "Emerging: 3; Developing: 10; Maturing: 1; Leading: 0; Sustained: 0; Renewing: 0; "
        "Exemplary: 0; Did not vote: 2"
    )
    assert [_text(row[1]) for row in table.rows] == [said, said]
    assert len(_table(votes_spread(full_view(2, 5))).columns) == 7
