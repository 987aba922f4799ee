"""Section 2: what was not settled, every different view in its own words, and voice groups."""

from collections.abc import Iterable

from maturity.judgement.agreement import AgreementWord
from maturity.judgement.view import Disclosed, DissentView, ItemView, LastDissentView, LevelView
from maturity.report.blocks import Block, Callout, Heading, Paragraph, Span, Spans
from maturity.report.phrases import ended, item_anchor, level_words, sentence, within, words
from maturity.report.sections.groups import group_findings

__all__ = ["disagreement", "dissent_blocks", "unanswered_blocks"]

NO_DISSENT = "No dissent was recorded."


def disagreement(view: Disclosed) -> tuple[Block, ...]:
    """Parked items, every dissent in item order and those of last time, silent splits, groups."""
    return (
        Heading(1, "2 Where we did not agree", "disagreement"),
        *(_parked(item) for item in view.items if item.parked is not None),
        *_dissents(view.items),
        *_unanswered(view.items),
        *(_silent_split(item) for item in view.items if _is_silent_split(item)),
        *group_findings(view),
    )


def _item_link(item: ItemView) -> Span:
    return Span(item.short, link=item_anchor(item.id))


def _parked(item: ItemView) -> Block:
    why = f" {ended(item.parked)}" if item.parked else ""
    return Callout(
        "notice", "Not settled.", ((_item_link(item), Span(f"{_median(item.median)}{why}")),)
    )


def _median(levels: tuple[LevelView, ...]) -> str:
    if not levels:
        return ": the room has not voted."
    if len(levels) == 1:
        return f": the middle of the room was {levels[0].label}."
    return f": the room was between {levels[0].label} and {levels[-1].label}."


def _dissents(items: Iterable[ItemView]) -> Iterable[Block]:
    differing = [item for item in items if item.dissents]
    if not differing:
        yield sentence(NO_DISSENT)
    for item in differing:
        yield Paragraph((Span("On "), _item_link(item), Span(f" ({level_words(item)}):")))
        yield from dissent_blocks(item.dissents)


def _unanswered(items: Iterable[ItemView]) -> Iterable[Block]:
    for item in items:
        if item.last is not None and item.last.views:
            yield Paragraph((Span("On "), _item_link(item), Span(", from last time:")))
            yield from unanswered_blocks(item)


def unanswered_blocks(item: ItemView) -> Iterable[Block]:
    """The views that had no answer last time, in full, or the words that stand in their place."""
    for view in item.last.views if item.last else ():
        if view.withheld is not None:
            yield sentence(f"Unanswered last time: {within(view.withheld.reason)}")
        else:
            yield Callout("dissent", _last_lead(view), tuple(_last_paragraphs(view)))


def _last_lead(view: LastDissentView) -> str:
    held = f": {view.level}" if view.level else ""
    return f"Unanswered last time, {view.who}{held}."


def _last_paragraphs(view: LastDissentView) -> Iterable[Spans]:
    yield words(" ".join(view.reason.split()) or "No reason was written.")
    if view.change:
        yield words(f"What would change it: {' '.join(view.change.split())}")


def _is_silent_split(item: ItemView) -> bool:
    latest = item.latest
    return latest is not None and latest.word == AgreementWord.SPLIT and not item.dissents


def _silent_split(item: ItemView) -> Block:
    said = f" was split and no dissent was kept. {item.latest.said if item.latest else ''}".rstrip()
    return Paragraph((_item_link(item), Span(said)))


def dissent_blocks(dissents: Iterable[DissentView]) -> Iterable[Block]:
    """Each view set apart from the next, in full, or the words that stand in its place."""
    for number, dissent in enumerate(dissents):
        if dissent.withheld is not None:
            yield sentence(dissent.withheld.reason)
        elif dissent.status == "withdrawn":
            yield sentence("A different view was recorded and later withdrawn.")
        else:
            if number:
                yield sentence("Another view:")
            yield Callout("dissent", _lead(dissent), tuple(_paragraphs(dissent)))


def _lead(dissent: DissentView) -> str:
    return f"{dissent.who}: {dissent.level.label}." if dissent.level else f"{dissent.who}:"


def _paragraphs(dissent: DissentView) -> Iterable[Spans]:
    yield words(" ".join(dissent.reason.split()) or "No reason was written.")
    labelled = {
        "What would change it": dissent.change,
        "The room's answer": dissent.answer,
        "Their reply": dissent.reply,
    }
    for label, text in labelled.items():
        if text:
            yield words(f"{label}: {' '.join(text.split())}")
    if not dissent.answer:
        yield words("The room has not answered this yet.")
    if dissent.heard:
        yield words("They say that they were heard.")
