"""Section 4: each item with its rating, evidence, votes, dissent, gaps and actions."""

from collections.abc import Iterable, Mapping
from functools import partial

from maturity.judgement.agreement import AgreementWord
from maturity.judgement.last_words import last_lines
from maturity.judgement.view import Disclosed, ItemView, RoundView
from maturity.judgement.wording import waiting_votes
from maturity.judgement.words import second_round_sentence
from maturity.report.blocks import Block, Column, Heading, Paragraph, Span, Table
from maturity.report.meant import meant
from maturity.report.phrases import (
    action_said,
    ended,
    item_anchor,
    item_name,
    level_cell,
    level_words,
    listed,
    plain,
    prose,
    sentence,
    within,
    words,
)
from maturity.report.sections.disagreement import dissent_blocks, unanswered_blocks
from maturity.report.sections.evidence import (
    family_first,
    is_family,
    nature_words,
    when_words,
)
from maturity.report.sections.groups import finding_of
from maturity.report.sections.prompts import challenge_prompts
from maturity.report.sections.ratings import confidence_words, rated_criteria

__all__ = ["items"]

_EVIDENCE_COLUMNS = (
    Column("Ref", 12, row_header=True),
    Column("What it shows", 62),
    Column("Stance", 24),
    Column("Kind and whom it covers", 38),
    Column("Date", 38),
)
_LENS_COLUMNS = (Column("Criterion", 130, row_header=True), Column("Seen as", 44))
_STANCES = {"supports": "Supports", "challenges": "Challenges", "context": "Context"}


def items(view: Disclosed, refs: Mapping[str, str], *, full: bool = False) -> tuple[Block, ...]:
    """Every item in the framework's order; `refs` names each excerpt as the evidence index does.

    The `full` paper has the prompts that were dismissed.
    """
    parts = partial(_parts, view=view, refs=refs, full=full)
    blocks: list[Block] = [Heading(1, "4 Pillar by pillar", "items", new_page=True)]
    by_id = {item.id: item for item in view.items}
    by_pillar = rated_criteria(view)
    for pillar, title in view.framework.pillars:
        own, criteria = by_id.get(pillar), by_pillar[pillar]
        if own is None and not criteria:
            continue
        name = item_name(own) if own else title
        blocks.append(Heading(2, name, item_anchor(pillar), new_page=len(blocks) > 1))
        blocks.extend(finding_of(view, pillar))
        if own is not None:
            blocks.extend(parts(own, level=3))
        for item in criteria:
            blocks.append(Heading(3, item_name(item), item_anchor(item.id)))
            blocks.extend(parts(item, level=4))
    if len(blocks) == 1:
        blocks.append(sentence("The framework has nothing to rate."))
    return tuple(blocks)


def _parts(
    item: ItemView, *, view: Disclosed, refs: Mapping[str, str], level: int, full: bool
) -> Iterable[Block]:
    """The parts of one item, under headings of `level`; an empty part says so."""

    def heading(text: str, part: str) -> Heading:
        return Heading(level, text, f"{part}-of-{item.id}")

    yield Paragraph(words(item.question), "lead")
    yield heading("Rating", "rating")
    yield from _rating(item)
    yield from _lenses(item)
    yield heading("What we see: strengths", "strengths")
    yield _notes(item, "strength")
    yield heading("What we see: challenges", "challenges")
    yield _notes(item, "challenge")
    yield heading("Evidence", "evidence")
    yield from _evidence(item, refs, meant(view).who)
    yield heading(meant(view).say, "families")
    yield _families(item, refs, meant(view).none_linked)
    yield heading("How the room voted", "vote")
    yield from _votes(item)
    yield heading("Dissent", "dissent")
    yield from _dissent(item)
    yield heading("Challenge prompts and answers", "prompts")
    yield challenge_prompts(item, full=full)
    yield heading("Gaps and what the next level needs", "gaps")
    yield from _gaps(item)
    yield heading("Actions", "actions")
    yield _actions(item, view)
    yield from _other_notes(item, heading("Other notes", "notes"))


def _rating(item: ItemView) -> Iterable[Block]:
    rating = item.rating
    yield Paragraph(
        (
            Span(level_words(item), strong=True),
            Span(f". Confidence: {confidence_words(item)}."),
        )
    )
    if item.parked is not None:
        why = f" {ended(item.parked)}" if item.parked else ""
        yield sentence(f"The room did not settle this.{why}")
    if not item.discussed:
        voted = "the room voted and did not talk about it; " if item.rounds else ""
        yield sentence(f"Proposed, not discussed: {voted}its level is a proposal.")
    if rating.chosen_by == "chair":
        yield sentence("The chair chose this level.")
    if rating.because or not item.parked:
        yield from prose(rating.because, "No reason was written.")
    yield from _last_time(item)


def _last_time(item: ItemView) -> Iterable[Block]:
    """Where it stood last time and what was hoped for; nothing where there was no last time."""
    if item.since:
        yield sentence(f"Since last time: {within(item.since)}.")
    yield from map(sentence, last_lines(item))


def _lenses(item: ItemView) -> Iterable[Block]:
    """What each criterion was seen as; never added up into the pillar's level."""
    if not any(lens.seen for lens in item.lenses):
        if item.lenses:
            yield sentence("No criterion was given a level of its own.")
        return
    rows = tuple(
        (
            words(f"{lens.code} {lens.title}".strip()),
            level_cell(lens.seen) if lens.seen else words("Not said"),
        )
        for lens in item.lenses
    )
    caption = f"Criteria of {item.short}, as the room saw them"
    summary = "One row for each criterion that helps to think about this pillar. Not added up."
    yield Table(f"lenses-of-{item.id}", caption, summary, _LENS_COLUMNS, rows)


def _notes(item: ItemView, tag: str) -> Block:
    return listed("bullet", (note.text for note in item.notes if note.tag == tag), "None recorded.")


def _other_notes(item: ItemView, heading: Heading) -> Iterable[Block]:
    others = [note.text for note in item.notes if note.tag in {"", "later"}]
    if others:
        yield heading
        yield listed("bullet", others, "")


def _evidence(item: ItemView, refs: Mapping[str, str], seen_first: str) -> Iterable[Block]:
    if not item.links:
        yield sentence("No evidence was linked.")
        return
    rows = tuple(
        (
            words(refs[link.excerpt]),
            plain(link.shows or link.quote, "Not said"),
            words(_STANCES[link.stance]),
            words(nature_words(link.facts)),
            words(when_words(link.facts)),
        )
        for link in family_first(item.links)
    )
    summary = f"One row for each piece of evidence, the view of {seen_first} first."
    caption = f"Evidence for {item.short}"
    yield Table(f"cards-of-{item.id}", caption, summary, _EVIDENCE_COLUMNS, rows)
    yield Paragraph(
        (Span("Each source is named in "), Span("section 8", link="evidence"), Span("."))
    )


def _families(item: ItemView, refs: Mapping[str, str], none_linked: str) -> Block:
    linked = [
        f"{link.shows or link.quote} ({refs[link.excerpt]})"
        for link in item.links
        if is_family(link.facts)
    ]
    quotes = [note.text for note in item.notes if note.tag == "quote"]
    return listed("bullet", (*linked, *quotes), none_linked)


def _votes(item: ItemView) -> Iterable[Block]:
    if item.waiting:
        yield sentence(f"First votes: {waiting_votes(item.waiting)}")
    elif not item.rounds:
        yield sentence("The room did not vote.")
    names = {1: "First vote", 2: "Second vote", 3: "Third vote"}
    for number, vote in enumerate(item.rounds, 1):
        name = names.get(number, f"Vote {number}")
        yield sentence(f"{name}: {vote.said} {vote.word_said}".strip())
        if number > 1:
            yield from _moved(item.rounds[number - 2], vote)


def _moved(before: RoundView, after: RoundView) -> Iterable[Block]:
    if before.word and after.word:
        said = second_round_sentence(AgreementWord(before.word), AgreementWord(after.word))
        yield sentence(said)


def _dissent(item: ItemView) -> Iterable[Block]:
    if item.dissents:
        yield from dissent_blocks(item.dissents)
    else:
        yield sentence("No dissent was recorded.")
    yield from unanswered_blocks(item)
    if not item.dissents and not (item.last and item.last.views):
        return
    yield Paragraph((Span("All views that differ: "), Span("section 2", link="disagreement")))


def _gaps(item: ItemView) -> Iterable[Block]:
    yield _notes(item, "gap")
    rating = item.rating
    if rating.next_step:
        yield sentence(f"What would settle it: {' '.join(rating.next_step.split())}")
    if rating.aim is None:
        yield sentence("No aim for next time was recorded.")
        return
    hoped = rating.aim.level.label if rating.aim.level else "no level was named"
    yield sentence(f"Aim for next time: {hoped}. {' '.join(rating.aim.text.split())}".strip())


def _actions(item: ItemView, view: Disclosed) -> Block:
    lenses = {lens.id for lens in item.lenses}
    said = [
        action_said(action)
        for action in view.actions
        if action.item == item.id or action.item in lenses
    ]
    return listed("bullet", said, "No action was recorded for this.")
