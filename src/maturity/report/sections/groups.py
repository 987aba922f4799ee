"""What is found of voice groups: a sentence where it may be said, counts where they may be."""

from collections.abc import Iterable, Sequence

from maturity.judgement.view import Disclosed, GapNumbers, GapView, LevelView
from maturity.report.blocks import Block, Column, Heading, Paragraph, Span, Table
from maturity.report.phrases import item_anchor, item_short, sentence, words

__all__ = ["finding_of", "group_findings", "group_numbers"]

_GROUNDS = (
    "A finding like this rests on five items or more, at least four in five of them pointing one "
    "way. It speaks of this room and nothing wider."
)
_ANCHOR = "group-numbers"


def group_findings(view: Disclosed) -> Iterable[Block]:
    """For section 2: each finding, and where its numbers are or why they are not printed."""
    titles = dict(view.framework.pillars)
    for gap in view.gaps:
        on = (
            (Span("On "), Span(titles[gap.pillar], link=item_anchor(gap.pillar)), Span(": "))
            if gap.pillar
            else ()
        )
        rest = (
            (Span("The numbers are in "), Span("annex E", link=_ANCHOR), Span("."))
            if isinstance(gap.numbers, GapNumbers)
            else (Span(gap.numbers.reason),)
        )
        yield Paragraph((*on, Span(f"{gap.said} "), *rest))
    if view.gaps:
        yield sentence(_GROUNDS)


def finding_of(view: Disclosed, pillar: str = "") -> Iterable[Block]:
    """What is found over one pillar's criteria, or over all rated pillars together."""
    for gap in view.gaps:
        if gap.pillar == pillar:
            yield Paragraph(
                (Span(f"{gap.said} More in "), Span("section 2", link="disagreement"), Span("."))
            )


def group_numbers(view: Disclosed) -> Iterable[Block]:
    """Annex E: the counts behind each finding; the annex is left out where there are none."""
    counted = [gap for gap in view.gaps if isinstance(gap.numbers, GapNumbers)]
    if counted:
        yield Heading(1, "Annex E How voice groups voted", _ANCHOR)
    for number, gap in enumerate(counted, 1):
        yield from _table(view, gap, number)


def _table(view: Disclosed, gap: GapView, number: int) -> Iterable[Block]:
    numbers = gap.numbers
    if not isinstance(numbers, GapNumbers):
        return
    columns = (
        Column("Item", 46, row_header=True),
        Column(gap.who, 64),
        Column("Everyone else", 64),
    )
    rows = []
    for row in numbers.rows:
        item = view.item(row.item)
        rows.append(
            (
                words(f"{item_short(item)}, vote {row.n}"),
                words(_said(item.levels, row.group)),
                words(_said(item.levels, row.others)),
            )
        )
    summary = "One row for each item: the votes of the group, and those of everyone else."
    caption = f"{gap.who} beside everyone else"
    yield Table(f"{_ANCHOR}-{number}", caption, summary, columns, tuple(rows))
    yield sentence(numbers.said)


def _said(levels: Sequence[LevelView], counts: Sequence[int]) -> str:
    return ", ".join(f"{count} {level.label}" for level, count in zip(levels, counts, strict=True))
