"""The pack's part for each item: its question, levels and evidence, and a private first view."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from maturity.judgement.invited import Invited
from maturity.judgement.view import Disclosed, ItemView, LevelView, LinkView
from maturity.report.answers import DEFERRED, NOT_YET, TICKS, choices
from maturity.report.blocks import (
    TEXT_WIDTH_MM,
    Block,
    Callout,
    Cell,
    Column,
    Control,
    Heading,
    Paragraph,
    Spans,
    Table,
)
from maturity.report.phrases import ended, item_anchor, item_name, listed, sentence, words
from maturity.report.sections.evidence import (
    evidence_refs,
    family_first,
    nature_words,
    when_words,
)
from maturity.report.sections.ratings import rated_criteria

__all__ = ["item_pages"]

MOST_CARDS: Final = 6
"""Pieces of evidence that an item shows in full; a reader before a session takes in no more."""

_MOST_BESIDE = 4
_NAME_MM = 38
_LEVEL_MM = 34
_STANCES: Final = {
    "supports": "A sign that this works",
    "challenges": "A sign that this does not work yet",
    "context": "Background",
}
_WHO_SAID = (
    "Whoever prepared the session chose the pieces of evidence, and what each is a sign of. You "
    "may read them differently."
)
_FIRST_WORDS = 16
_VIEW_COLUMNS = (Column("Level", 60, row_header=True), Column("Your choice", 114))
_QUOTATION_MARKS = ("“", "\u2018", '"', "'")


def item_pages(view: Invited) -> tuple[Block, ...]:
    """Every item after the other, under its pillar where criteria are rated.

    None begins a page: most end with a box that would leave the rest of theirs empty.
    """
    refs, not_reached = evidence_refs(view.shown), view.shown.framework.not_reached
    blocks: list[Block] = []
    for heading, items in _parts(view.shown):
        blocks.extend((heading,) if blocks else (heading, sentence(_WHO_SAID)))
        for item in items:
            name = Heading(2, item_name(item), item_anchor(item.id))
            blocks.extend((name, *_page(item, refs), _box(item, not_reached)))
    if not blocks:
        return (Heading(1, "The questions", "questions"), sentence("There is nothing to rate yet."))
    return (*blocks, sentence("These were all the questions. Bring this pack with you."))


def _parts(view: Disclosed) -> Iterator[tuple[Heading, list[ItemView]]]:
    """Each heading with the items under it: pillars under one, criteria under their pillars."""
    if view.framework.rate == "pillars":
        if view.items:
            yield Heading(1, "The questions", "questions"), list(view.items)
        return
    by_pillar = rated_criteria(view)
    for pillar, title in view.framework.pillars:
        own = [item for item in view.items if item.id == pillar]
        if items := [*own, *by_pillar[pillar]]:
            yield Heading(1, title, f"questions-{pillar}"), items


def _page(item: ItemView, refs: Mapping[str, str]) -> Iterator[Block]:
    yield Paragraph(words(item.question or item.title), "lead")
    yield Heading(3, "What each level says", f"levels-of-{item.id}")
    yield from _levels(item)
    yield Heading(3, "The evidence so far", f"evidence-of-{item.id}")
    yield from _evidence(item, refs)
    yield Heading(3, "Your private view", f"own-view-of-{item.id}")
    yield sentence("Bring this with you. Do not send it: nobody collects it.")


def _levels(item: ItemView) -> Iterator[Block]:
    """The texts of the item and of each criterion that has its own, all levels side by side."""
    named = {item.short: item.texts} if any(item.texts.values()) else {}
    for lens in item.lenses:
        if any(lens.texts.values()):
            named[f"{lens.code} {lens.title}".strip()] = lens.texts
    if not named:
        yield sentence("The framework has no words for its levels here.")
    elif 1 < len(item.levels) <= _MOST_BESIDE:
        yield _beside(item, named)
    else:
        for number, (name, texts) in enumerate(named.items()):
            yield _below(f"texts-of-{item.id}-{number}", name, item.levels, texts)


def _beside(item: ItemView, named: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Table:
    wide = (TEXT_WIDTH_MM - _NAME_MM) // len(item.levels)
    levels = (Column(level.label, wide) for level in item.levels)
    rows = tuple(
        (words(name), *(_text(texts, level) for level in item.levels))
        for name, texts in named.items()
    )
    return Table(
        f"texts-of-{item.id}",
        f"Levels of {item.short}, side by side",
        "One column for each level, the lowest first, in the framework's own words.",
        (Column("About", _NAME_MM, row_header=True), *levels),
        rows,
    )


def _below(
    anchor: str, name: str, levels: Iterable[LevelView], texts: Mapping[str, tuple[str, ...]]
) -> Table:
    return Table(
        anchor,
        f"Levels of {name}",
        "One row for each level, the lowest first, in the framework's own words.",
        (
            Column("Level", _LEVEL_MM, row_header=True),
            Column("What it says", TEXT_WIDTH_MM - _LEVEL_MM),
        ),
        tuple((words(level.label), _text(texts, level)) for level in levels),
    )


def _text(texts: Mapping[str, tuple[str, ...]], level: LevelView) -> Spans:
    return words("\n".join(texts.get(level.id, ())) or "No text")


def _evidence(item: ItemView, refs: Mapping[str, str]) -> Iterator[Block]:
    if not item.links:
        yield sentence("No evidence is linked yet. What do you know of?")
        return
    links = family_first(item.links)
    yield from (_card(link, refs[link.excerpt]) for link in links[:MOST_CARDS])
    rest = links[MOST_CARDS:]
    if rest:
        yield sentence("More evidence, with its first words:")
        yield listed("bullet", (_in_short(one, refs[one.excerpt]) for one in rest), "")


def _card(link: LinkView, ref: str) -> Callout:
    """The card in one paragraph, which no page break can part from its source."""
    facts = link.facts
    kind = nature_words(facts)
    kind = "Kind not known" if kind == "Not known" else kind
    about = f"{kind}. {when_words(facts)}. {ended(_source(link))}"
    shows = (ended(link.shows),) if link.shows else ()
    text = "\n".join((*shows, _quoted(link.quote), about))
    return Callout("evidence", f"{ref}. {_STANCES[link.stance]}.", (words(text),))


def _in_short(link: LinkView, ref: str) -> str:
    """A piece in one line: what it is a sign of, how it begins, and where that stands."""
    said = (link.shows or link.quote).split()
    first = " ".join(said[:_FIRST_WORDS])
    begins = f"{first} …" if len(said) > _FIRST_WORDS else first
    unclosed = "”" * (begins.count("“") - begins.count("”"))
    return f"{ref}. {_STANCES[link.stance]}. {begins}{unclosed} ({_source(link)})"


def _quoted(quote: str) -> str:
    """The words of a document in quotation marks, unless they have their own."""
    return quote if quote.startswith(_QUOTATION_MARKS) else f"“{quote}”"


def _source(link: LinkView) -> str:
    named = f"{link.document_title}, {link.ref}".strip(", ")
    return " ".join(named.split()) or "Source not named"


def _box(item: ItemView, not_reached: str) -> Table:
    """An empty place for each answer; what is written in it is never read back."""
    rows: list[tuple[Cell, ...]] = [
        (words(label), _tick(item, key, label))
        for key, label in choices(item, not_reached)
        if key not in {NOT_YET, DEFERRED}
    ]
    rows.append(
        (
            words("What I would point to"),
            Control(
                f"view.{item.id}.why",
                "What I would point to",
                "text",
                (),
                "Write it here",
                has_room=True,
            ),
        )
    )
    return Table(
        f"view-of-{item.id}",
        f"Your private view of {item.short}",
        "One row for each choice with an empty box to tick, then a place to say why.",
        _VIEW_COLUMNS,
        tuple(rows),
        is_whole=True,
    )


def _tick(item: ItemView, key: str, label: str) -> Control:
    return Control(f"view.{item.id}.{key}", f"{item.short}: {label}", "tick", TICKS, "no")
