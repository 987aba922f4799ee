"""Annex A: every word of every level, as the framework has it."""

from dataclasses import replace
from types import MappingProxyType

from accessibility.views import empty_view, full_view

from maturity.judgement.view import Disclosed
from maturity.report.blocks import Heading, Table
from maturity.report.phrases import words
from maturity.report.sections.levels import level_texts


def _with_texts(view: Disclosed) -> Disclosed:
    first, *rest = view.items
    ids = [level.id for level in first.levels]
    lens = replace(
        first.lenses[0], texts=MappingProxyType({ids[0]: ("Of the criterion.",), ids[1]: ()})
    )
    first = replace(
        first,
        texts=MappingProxyType({ids[0]: ("One says.", "Two says."), ids[-1]: ("The last.",)}),
        lenses=(lens, *first.lenses[1:]),
    )
    meanings = MappingProxyType({ids[0]: "Only just begun."})
    return replace(view, items=(first, *rest), framework=replace(view.framework, meanings=meanings))


def test_each_level_of_each_item_and_criterion_stands_with_its_words() -> None:
    view = _with_texts(full_view(2))
    tables = [block for block in level_texts(view) if isinstance(block, Table)]
    meanings, own, criterion = tables
    assert [row[1] for row in meanings.rows] == [
        words("Only just begun."),
        words("Not said"),
        words("Not said"),
    ]
    assert [row[1] for row in own.rows] == [
        words("One says.\nTwo says."),
        words("No text"),
        words("The last."),
    ]
    assert criterion.rows[0][1] == words("Of the criterion.")
    assert own.is_whole
    assert criterion.is_whole
    headings = [block.level for block in level_texts(view) if isinstance(block, Heading)]
    assert headings == [1, 2, 3, 2]


def test_an_item_without_texts_and_a_framework_without_items_say_so() -> None:
    said = [repr(block) for block in level_texts(full_view(1))]
    assert any("It has no level texts of its own." in one for one in said)
    said = [repr(block) for block in level_texts(empty_view(0))]
    assert any("nothing to rate" in one for one in said)
