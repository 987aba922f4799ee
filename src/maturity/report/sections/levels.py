"""Annex A: the words of every level, so that the paper can be read when the framework is gone."""

from collections.abc import Iterable, Mapping

from maturity.judgement.view import Disclosed, ItemView, LevelView
from maturity.report.blocks import Block, Column, Heading, Table
from maturity.report.phrases import item_name, level_cell, plain, sentence, words

__all__ = ["level_texts"]

_COLUMNS = (Column("Level", 34, row_header=True), Column("What the framework says", 140))


def level_texts(view: Disclosed) -> tuple[Block, ...]:
    """What each level means, then its words for every item and for the criteria of each."""
    framework = view.framework
    blocks: list[Block] = [Heading(1, "Annex A Level texts used", "level-texts", new_page=True)]
    if any(framework.meanings.values()):
        rows = tuple(
            (level_cell(level), plain(framework.meanings.get(level.id, ""), "Not said"))
            for level in framework.levels
        )
        summary = "One row for each level, lowest first, with its meaning."
        blocks.append(Table("level-meanings", "What the levels mean", summary, _COLUMNS, rows))
    for item in view.items:
        blocks.extend(_of_item(item))
    if len(blocks) == 1:
        blocks.append(sentence("The framework has nothing to rate."))
    return tuple(blocks)


def _of_item(item: ItemView) -> Iterable[Block]:
    name = item_name(item)
    yield Heading(2, f"Level texts of {item.short}", f"texts-of-{item.id}")
    lenses = [lens for lens in item.lenses if any(lens.texts.values())]
    if not any(item.texts.values()):
        yield sentence("It has no level texts of its own.")
    else:
        yield _table(f"texts-table-of-{item.id}", name, item.levels, item.texts)
    for lens in lenses:
        named = f"{lens.code} {lens.title}".strip()
        yield Heading(3, named, f"texts-of-{lens.id}")
        yield _table(f"texts-table-of-{lens.id}", named, item.levels, lens.texts)


def _table(
    anchor: str, name: str, levels: Iterable[LevelView], texts: Mapping[str, tuple[str, ...]]
) -> Table:
    rows = tuple(
        (level_cell(level), words("\n".join(texts.get(level.id, ())) or "No text"))
        for level in levels
    )
    summary = "One row for each level, lowest first, with the framework's own words."
    caption = f"What each level says of {name}"
    return Table(anchor, caption, summary, _COLUMNS, rows, is_whole=True)
