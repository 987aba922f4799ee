from dataclasses import replace

from accessibility.item_views import after_last, item, rated
from accessibility.views import criteria_view, empty_view, full_view

from maturity.judgement.view import Disclosed, ItemView
from maturity.report.blocks import Block, Heading, Table, spans_of
from maturity.report.sections.evidence import evidence_refs
from maturity.report.sections.items import items


def _items(view: Disclosed) -> tuple[Block, ...]:
    return items(view, evidence_refs(view))


def _one(one: ItemView) -> str:
    return _text(_items(replace(full_view(1), items=(one,))))


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(span.text for span in spans_of(blocks))


def _headings(view: Disclosed, level: int) -> list[str]:
    return [
        block.text for block in _items(view) if isinstance(block, Heading) and block.level == level
    ]


def test_each_pillar_after_the_first_starts_a_page() -> None:
    pages = [
        block.new_page
        for block in _items(full_view(3))
        if isinstance(block, Heading) and block.level == 2
    ]
    assert pages == [False, True, True]


def test_no_part_of_an_item_vanishes_when_it_is_empty() -> None:
    assert _headings(empty_view(1), 3) == [
        "Rating",
        "What we see: strengths",
        "What we see: challenges",
        "Evidence",
        "What the people this work is for say",
        "How the room voted",
        "Dissent",
        "Challenge prompts and answers",
        "Gaps and what the next level needs",
        "Actions",
    ]


def test_rated_criteria_stand_under_their_pillar_with_parts_of_their_own() -> None:
    view = criteria_view(2, 2)
    assert _headings(view, 2) == ["Leadership and partnership", "Families and young people"]
    assert sum(text.startswith(("1.", "2.")) for text in _headings(view, 3)) == 4
    assert "Evidence" in _headings(view, 4)


def test_a_pillar_without_anything_to_rate_is_passed_over() -> None:
    view = replace(full_view(3), items=full_view(3).items[1:])
    assert _headings(view, 2) == ["Families and young people", "Early help"]
    assert "The framework has nothing to rate." in _text(_items(empty_view(0)))


def test_what_a_criterion_was_seen_as_stands_beside_the_pillar() -> None:
    captions = [block.caption for block in _items(full_view(1)) if isinstance(block, Table)]
    assert captions == ["Criteria of Leadership, as the room saw them", "Evidence for Leadership"]


def test_family_voice_comes_first_in_the_evidence() -> None:
    one = rated(0, 3)
    backwards = replace(full_view(1), items=(replace(one, links=one.links[::-1]),))
    table = [block for block in _items(backwards) if isinstance(block, Table)][-1]
    first = table.rows[0][3]
    assert isinstance(first, tuple)
    assert first[0].text.startswith("Family experience")


def test_votes_are_told_in_order_with_what_the_second_one_did() -> None:
    text = _one(rated(0, 3))
    assert "First vote: 10 of 14 said Developing." in text
    assert "The room went from split to together." in text
    one = rated(0, 3)
    unknown = replace(one.rounds[0], word="")
    assert "went from" not in _one(replace(one, rounds=(unknown, one.rounds[1])))


def test_what_is_unusual_of_a_rating_is_said() -> None:
    one = rated(0, 3)
    assert "The chair chose this level." in _one(
        replace(one, rating=replace(one.rating, chosen_by="chair"))
    )
    assert "The room did not settle this. Later." in _one(replace(one, parked="Later"))
    bare = replace(one, parked="Later", rating=replace(one.rating, because=""))
    assert "No reason was written." not in _one(bare)
    assert "No reason was written." in _one(replace(bare, parked=""))
    assert "Proposed, not discussed: its level is a proposal." in _one(
        replace(one, discussed=False, rounds=())
    )
    assert "discussed: the room voted and did not talk about it; its level" in _one(
        replace(one, discussed=False)
    )


def test_an_aim_and_what_would_settle_it_are_told() -> None:
    one = rated(0, 3)
    unsure = replace(one.rating, next_step="Ask the data group.", aim=None)
    text = _one(replace(one, rating=unsure))
    assert "What would settle it: Ask the data group." in text
    assert "No aim for next time was recorded." in text
    assert one.rating.aim is not None
    open_aim = replace(one.rating, aim=replace(one.rating.aim, level=None))
    assert "Aim for next time: no level was named." in _one(replace(one, rating=open_aim))


def test_actions_of_an_item_and_its_criteria_stand_with_it() -> None:
    view = full_view(1)
    lens = replace(view.actions[0], item="p0c1", text="For a criterion.")
    other = replace(view.actions[0], item="p9", text="For another.")
    text = _text(_items(replace(view, actions=(lens, other))))
    assert "For a criterion." in text
    assert "For another." not in text


def test_notes_for_later_are_kept_and_their_heading_only_with_them() -> None:
    assert "Come back to transport." in _one(rated(0, 3))
    assert "Other notes" not in _headings(replace(full_view(1), items=(item(0, 3),)), 3)


def test_votes_that_the_room_has_not_seen_are_told_by_their_number_alone() -> None:
    said = _one(replace(item(0, 3), waiting=9))
    assert "First votes: 9 votes gathered before the sitting, unseen" in said
    assert "The room did not vote." not in said


def test_how_an_item_stood_last_time_stands_in_its_part() -> None:
    text = _one(after_last(item(0, 3)))
    for said in (
        "Since last time: up from Emerging.",
        "Last time (1 March 2025): Emerging, confirmed by the board.",
        "Aim set then: Maturing: Every plan checked with the family.",
        "No dissent was recorded.",
        "Letters came late.",
    ):
        assert said in text
    new = _one(replace(item(0, 3), since="New"))
    assert "Since last time: new." in new
    assert "Last time (" not in new
    assert "ast time" not in _one(item(0, 3))


def test_a_level_of_other_words_is_told_with_what_keeps_it_from_being_compared() -> None:
    since = "Not comparable: framework changed"
    text = _one(after_last(item(0, 3), since, level=None, carry="to-confirm", outcome=""))
    assert "Since last time: not comparable: framework changed." in text
    assert "Last time (1 March 2025): Emerging. The words have changed since, so" in text
