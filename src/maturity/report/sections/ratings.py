"""What was rated: the table of page 1, and section 3 with how the room voted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from maturity.judgement.agreement import AgreementWord
from maturity.judgement.last_time import NOT_COMPARABLE
from maturity.judgement.view import Disclosed, ItemView
from maturity.judgement.words import agreement_label
from maturity.report.blocks import (
    TEXT_WIDTH_MM,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Span,
    Spans,
    Table,
)
from maturity.report.phrases import (
    counted,
    first_sentence,
    item_anchor,
    item_short,
    joined,
    level_label,
    linked,
    rating_cell,
    sentence,
    who_inside,
    words,
)
from maturity.report.sections.groups import finding_of
from maturity.report.sections.spread import MOST_WHOLE, criteria_spread, votes_spread

__all__ = [
    "agreement_words",
    "confidence_words",
    "front_rows",
    "front_table",
    "rated_criteria",
    "ratings",
    "since_line",
]

_COLUMNS = (
    Column("Item", 33, row_header=True),
    Column("Level", 22),
    Column("Confidence", 24),
    Column("Because", 67.5),
    Column("Agreement", 27.5),
)
# Where criteria are rated a level is a list of counts, which needs the room that a reason has else.
_COLUMNS_SPREAD = (
    Column("Item", 35, row_header=True),
    Column("Level", 39),
    Column("Confidence", 29),
    Column("Because", 38),
    Column("Agreement", 33),
)
_FRONT_SUMMARY = (
    "One row for each item: the level the room chose, how far it trusts the evidence, its "
    "reason and how far it agreed. Each name leads to the item's own part."
)
_NEW = "New"
_STILL = ("Same", _NEW, NOT_COMPARABLE)
_MOST_NAMED = 12
_VOTES_SUMMARY = "One row for each item: its level, the agreement word and the votes as counted."


def confidence_words(item: ItemView) -> str:
    """How far the room trusts the evidence, or that it did not say."""
    return item.rating.confidence.capitalize() or "Not recorded"


def agreement_words(item: ItemView) -> str:
    """The agreement word of the latest vote, or why there is none."""
    if not item.discussed:
        return "Not discussed"
    if item.latest is None:
        return "No vote"
    return agreement_label(AgreementWord(item.latest.word)) if item.latest.word else "No word"


def front_rows(view: Disclosed) -> tuple[tuple[Cell, ...], ...]:
    """The rows of page 1: one for each rated pillar, or one for each pillar of rated criteria."""
    if view.framework.rate == "criteria":
        return tuple(_pillar_rows(view))
    return tuple(_item_row(item) for item in view.items)


def front_table(view: Disclosed) -> Table:
    """The table of page 1; there is at least one item."""
    columns = _COLUMNS_SPREAD if view.framework.rate == "criteria" else _COLUMNS
    return Table("ratings", "Ratings", _FRONT_SUMMARY, columns, front_rows(view))


def since_line(view: Disclosed) -> tuple[Block, ...]:
    """What changed since last time, by what did; nothing where there was no last time.

    A column of its own would leave the reasons so little room that page 1 ran to a second side.
    """
    changes: dict[str, list[str]] = {}
    for item in sorted(view.items, key=lambda item: item.since.startswith(_STILL)):
        if item.since and (item.is_rated or item.since != _NEW):
            changes.setdefault(item.since, []).append(item.short)
    if not changes:
        return ()
    many = len(view.items) > _MOST_NAMED
    said = (
        f"{change.replace(': ', ', ')}: {len(names) if many else joined(names)}."
        for change, names in changes.items()
    )
    return (Paragraph((Span("Since last time: ", strong=True), Span(" ".join(said)))),)


def _item_row(item: ItemView) -> tuple[Cell, ...]:
    return (
        linked(item.short, item_anchor(item.id)),
        rating_cell(item),
        words(confidence_words(item)),
        _because(item),
        _agreement(item),
    )


def _because(item: ItemView) -> Spans:
    said = item.rating.because or item.rating.next_step or item.parked or ""
    first, has_more = first_sentence(said)
    if not first:
        return words("No reason was written.")
    if not has_more:
        return words(first)
    return (Span(f"{first} "), Span("In full", link=item_anchor(item.id)))


def _agreement(item: ItemView) -> Spans:
    """The agreement word, and who holds another level or how many differ."""
    kept = [dissent for dissent in item.dissents if dissent.status != "withdrawn"]
    said = agreement_words(item)
    if not kept:
        return words(said)
    one = kept[0]
    differing = "one dissent" if len(kept) == 1 else f"{len(kept)} dissents"
    if len(kept) == 1 and one.level is not None:
        differing = f"{who_inside(one.who)}: {one.level.label}"
    return (Span(f"{said}; "), Span(differing, link=f"dissent-of-{item.id}"))


def rated_criteria(view: Disclosed) -> Mapping[str, list[ItemView]]:
    """The rated criteria of each pillar, by its id; none where pillars are rated."""
    rows: dict[str, list[ItemView]] = {pillar: [] for pillar, _ in view.framework.pillars}
    for item in view.items:
        if item.pillar:
            rows[item.pillar].append(item)
    return rows


def _pillar_rows(view: Disclosed) -> Iterable[tuple[Cell, ...]]:
    judged = {item.id: item for item in view.items if item.kind == "pillar"}
    by_pillar = rated_criteria(view)
    for pillar, title in view.framework.pillars:
        items, own = by_pillar[pillar], judged.get(pillar)
        if own is not None:
            yield _item_row(own)
        elif items:
            yield (
                linked(title, item_anchor(pillar)),
                words(_spread(sorted(items, key=_place), level_label)),
                words(_spread(items, confidence_words)),
                (Span("See "), Span("each criterion's own reason", link=item_anchor(pillar))),
                words(_spread(items, agreement_words)),
            )


def _place(item: ItemView) -> int:
    """The place of its level on the scale; those without one last."""
    return item.rating.level.position if item.rating.level else len(item.levels) + 1


def _spread(items: Iterable[ItemView], words_of: Callable[[ItemView], str]) -> str:
    """How often each is said, in the order first met: "2 Emerging, 3 Developing"."""
    return ", ".join(f"{number} {said}" for said, number in Counter(map(words_of, items)).items())


def ratings(view: Disclosed) -> tuple[Block, ...]:
    """Section 3: how many stand at each level, then every rated item with the votes in words."""
    heading = Heading(1, "3 The ratings and how the room voted", "votes")
    if not view.items:
        return (heading, sentence("The framework has nothing to rate."))
    by_pillar = view.framework.rate == "criteria"
    name, level = (44, 26) if by_pillar else (33, 30)
    columns = (
        Column("Item", name, row_header=True),
        Column("Level", level),
        Column("Agreement", 28),
        Column("Votes", TEXT_WIDTH_MM - name - level - 28),
    )
    rows = tuple(
        (
            linked(item_short(item), item_anchor(item.id)),
            rating_cell(item),
            words(agreement_words(item)),
            words(item.latest.said if item.latest else "The room did not vote."),
        )
        for item in view.items
    )
    rated = sum(item.is_rated for item in view.items)
    said = f"The room gave an answer on {rated} of {counted(len(view.items), 'item')}."
    drawn = criteria_spread(view, rated_criteria(view)) if by_pillar else votes_spread(view)
    return (
        heading,
        sentence(said),
        *finding_of(view),
        *drawn,
        Table(
            "votes-table",
            "Votes by item",
            _VOTES_SUMMARY,
            columns,
            rows,
            is_whole=len(rows) <= MOST_WHOLE,
        ),
    )
