"""The page of each item in the pack: question, levels, evidence, and an empty box."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from accessibility.invitations import criteria_invitation, empty_invitation, invitation

from maturity.judgement.invited import Invited
from maturity.judgement.view import ItemView, LinkView
from maturity.report.blocks import Block, Callout, Control, Heading, Table, spans_of
from maturity.report.sections.preread_items import MOST_CARDS, item_pages
from maturity.session.state import Facts


def _with(view: Invited, item: ItemView) -> Invited:
    return replace(view, shown=replace(view.shown, items=(item,)))


def _cards(blocks: tuple[Block, ...]) -> list[str]:
    return [
        f"{one.lead} {' '.join(span.text for spans in one.paragraphs for span in spans)}"
        for one in blocks
        if isinstance(one, Callout)
    ]


def _tables(blocks: tuple[Block, ...], start: str) -> list[Table]:
    return [one for one in blocks if isinstance(one, Table) and one.anchor.startswith(start)]


def _links(count: int) -> tuple[LinkView, ...]:
    (item,) = invitation(1).shown.items
    first = item.links[0]
    plain = replace(first, facts=Facts(), shows="")
    return tuple(
        replace(first if number == count - 1 else plain, id=f"l{number}", excerpt=f"x{number}")
        for number in range(count)
    )


def test_no_item_begins_a_page_that_the_one_before_leaves_empty() -> None:
    headings = [one for one in item_pages(invitation(3)) if isinstance(one, Heading)]
    assert len(headings) > len(invitation(3).shown.items)
    assert not [one.text for one in headings if one.new_page]


def test_rated_criteria_stand_under_their_pillars() -> None:
    headings = [one for one in item_pages(criteria_invitation(2, 3, 5)) if isinstance(one, Heading)]
    titles = [title for _, title in criteria_invitation(2, 3, 5).shown.framework.pillars]
    assert [one.text for one in headings if one.level == 1] == titles
    items = [one for one in headings if one.level == 2]
    assert len(items) == len(criteria_invitation(2, 3, 5).shown.items)


@pytest.mark.parametrize("of", [2, 3, 4])
def test_few_levels_stand_side_by_side(of: int) -> None:
    (table,) = _tables(item_pages(invitation(1, of)), "texts-of-")
    item = invitation(1, of).shown.items[0]
    assert [one.label for one in table.columns[1:]] == [one.label for one in item.levels]
    assert len(table.rows) == 1 + len(item.lenses)


@pytest.mark.parametrize("of", [5, 7])
def test_many_levels_stand_one_below_the_other(of: int) -> None:
    tables = _tables(item_pages(invitation(1, of)), "texts-of-")
    item = invitation(1, of).shown.items[0]
    assert len(tables) == 1 + len(item.lenses)
    assert all(len(table.rows) == of for table in tables)


def test_an_item_without_words_for_its_levels_says_so() -> None:
    blocks = item_pages(empty_invitation(1))
    assert _tables(blocks, "texts-of-") == []
    text = " ".join(span.text for span in spans_of(blocks))
    assert "The framework has no words for its levels here." in text
    assert "No evidence is linked yet. What do you know of?" in text


def test_the_words_of_evidence_stand_whole_with_their_source() -> None:
    (item,) = invitation(1).shown.items
    quote = "The wait for a first meeting fell. " * 60
    facts = Facts(kind="data", date="2026-01-20", cohort="subset", cohort_note="SEN support")
    link = replace(item.links[0], quote=quote, facts=facts, stance="challenges")
    (card,) = _cards(item_pages(_with(invitation(1), replace(item, links=(link,)))))
    assert quote in card
    stance = "E1. A sign that this does not work yet."
    for said in (stance, link.shows, "Data; some: SEN support", "20 January 2026"):
        assert said in card
    assert f"{link.document_title}, {link.ref}." in card


@pytest.mark.parametrize(
    ("quote", "printed"),
    [("Calls fell.", "“Calls fell.”"), ("“I was told.” A parent.", "“I was told.” A parent.")],
)
def test_words_have_one_pair_of_quotation_marks(quote: str, printed: str) -> None:
    (item,) = invitation(1).shown.items
    link = replace(item.links[0], quote=quote, shows="")
    (card,) = _cards(item_pages(_with(invitation(1), replace(item, links=(link,)))))
    assert card.splitlines()[0] == f"E1. A sign that this does not work yet. {printed}"


def test_what_is_not_known_of_evidence_is_said() -> None:
    (item,) = invitation(1).shown.items
    link = replace(item.links[0], facts=Facts(), shows="", document_title="", ref="")
    (card,) = _cards(item_pages(_with(invitation(1), replace(item, links=(link,)))))
    assert "Kind not known. No date. Source not named." in card


def test_families_come_first_and_after_six_cards_the_rest_are_named() -> None:
    (item,) = invitation(1).shown.items
    blocks = item_pages(_with(invitation(1), replace(item, links=_links(MOST_CARDS + 2))))
    cards = _cards(blocks)
    assert len(cards) == MOST_CARDS
    assert cards[0].startswith(f"E{MOST_CARDS + 2}.")
    text = " ".join(span.text for span in spans_of(blocks))
    assert "More evidence, with its first words:" in text
    begins = " ".join(item.links[0].quote.split()[:3])
    for number in (MOST_CARDS, MOST_CARDS + 1):
        said = f"E{number}. A sign that this does not work yet. {begins}"
        assert said in text
    assert text.count("(Forum survey, question 4)") == 2
    few = item_pages(_with(invitation(1), replace(item, links=_links(MOST_CARDS))))
    assert "More evidence" not in " ".join(span.text for span in spans_of(few))


def test_evidence_past_the_sixth_begins_with_its_words_and_closes_what_it_opens() -> None:
    (item,) = invitation(1).shown.items
    long = "“" + " ".join(f"word{number}" for number in range(30)) + "” Latest status: green."
    links = [replace(one, quote=long, shows="") for one in _links(MOST_CARDS + 2)]
    blocks = item_pages(_with(invitation(1), replace(item, links=tuple(links))))
    text = " ".join(span.text for span in spans_of(blocks))
    assert "“word0 word1 " in text
    assert "word15 …” (Forum survey, question 4)" in text


def test_the_reader_is_told_what_each_piece_is_a_sign_of() -> None:
    (item,) = invitation(1).shown.items
    for stance, said in (
        ("supports", "E1. A sign that this works."),
        ("challenges", "E1. A sign that this does not work yet."),
        ("context", "E1. Background."),
    ):
        link = replace(item.links[0], stance=stance)
        blocks = item_pages(_with(invitation(1), replace(item, links=(link,))))
        assert _cards(blocks)[0].startswith(said)
        text = " ".join(span.text for span in spans_of(blocks))
        assert text.count("what each is a sign of. You may read them differently.") == 1


@pytest.mark.parametrize("may_not_apply", [True, False])
def test_the_box_is_empty_and_offers_every_answer(may_not_apply: bool) -> None:  # noqa: FBT001 a test's parameter
    (item,) = invitation(1, 5).shown.items
    item = replace(item, may_not_apply=may_not_apply, texts=MappingProxyType({}))
    blocks = item_pages(_with(invitation(1, 5), item))
    (box,) = _tables(blocks, "view-of-")
    offered = [cell[0].text for cell, _ in box.rows if isinstance(cell, tuple)]
    assert offered == [
        *(level.label for level in item.levels),
        "Not reached",
        "Cannot say yet",
        *(["Not applicable"] if may_not_apply else []),
        "What I would point to",
    ]
    controls = [cell for _, cell in box.rows if isinstance(cell, Control)]
    assert {one.shown for one in controls[:-1]} == {"☐"}
    assert {one.key.split(".")[0] for one in controls} == {"view"}
    assert box.is_whole
    assert controls[-1].kind == "text"
    assert [one.has_room for one in controls] == [*[False] * (len(controls) - 1), True]
    text = " ".join(span.text for span in spans_of(blocks))
    assert "Bring this with you. Do not send it: nobody collects it." in text


def test_without_items_there_is_nothing_to_rate() -> None:
    assert "There is nothing to rate yet." in repr(item_pages(empty_invitation(0)))
