"""What needs talking about: flags, heat, and the order of the talk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import tiny
from judgement.prompted import Entry, a_round, a_state, link, rated
from maturity.judgement.agreement import AgreementWord, describe
from maturity.judgement.disclosure import disclose
from maturity.judgement.triage import (
    UNVOTED_HEAT,
    Flag,
    Triage,
    hottest_first,
    is_settled,
    triage,
)
from maturity.judgement.view import Audience, ItemView, RoundView
from maturity.judgement.words import talk_sentence

BECAUSE: Entry = (("pillar", "one", "because"), "Named leads.")


def _items(*entries: Entry, audience: Audience = Audience.ROOM) -> tuple[ItemView, ...]:
    return disclose(a_state(*entries), tiny(), audience).items


def _one(*entries: Entry, audience: Audience = Audience.ROOM) -> ItemView:
    return _items(*entries, audience=audience)[0]


def _round(item: str, *counts: int, **more: object) -> Entry:
    at, raw = a_round(*counts)
    assert isinstance(raw, dict)
    return ("pillar", item, *at[2:]), {**raw, **more}


@pytest.mark.parametrize(
    ("entries", "flags", "heat"),
    [
        ((), (), UNVOTED_HEAT),
        ((a_round(6, 0, 6),), (Flag.SPLIT,), 6),
        ((a_round(6, 6, 0),), (Flag.MIXED,), 3),
        ((a_round(3, 0, 9),), (Flag.MIXED, Flag.FAR_VOICE), 5),
        ((a_round(1, 0, 1),), (), 1),
        ((a_round(1, 10, 1), link()), (), 1),
        ((a_round(1, 10, 1),), (Flag.UNEVIDENCED,), 3),
        ((a_round(0, 0, 9), link()), (Flag.ALL_TOP,), 3),
        ((a_round(0, 0, 9),), (Flag.UNEVIDENCED, Flag.ALL_TOP), 5),
        ((a_round(0, 0, 2), link()), (), 1),
        ((a_round(9, 0, 0), link()), (), 1),
        ((a_round(0, 12, 0), link(stance="challenges")), (Flag.UNEVIDENCED,), 3),
        ((a_round(0, 12, 0), link(stance="challenges"), BECAUSE), (), 1),
        ((a_round(6, 0, 6, rule="ram-9"),), (), UNVOTED_HEAT),
    ],
)
def test_each_flag_stands_for_one_reason(
    entries: tuple[Entry, ...], flags: tuple[Flag, ...], heat: int
) -> None:
    assert triage(_one(*entries)) == Triage("one", flags, heat)


@pytest.mark.parametrize(
    ("abstain", "present", "is_flagged"),
    [(4, 12, True), (3, 12, False), (4, None, True), (3, None, False), (0, None, False)],
)
def test_a_third_of_those_present_abstaining_is_a_reason(
    abstain: int, present: int | None, *, is_flagged: bool
) -> None:
    more = {} if present is None else {"present": present}
    item = _one(_round("one", 0, 8, 0, abstain=abstain, **more), link())
    assert (Flag.ABSTAINED in triage(item).flags) is is_flagged


def test_a_gap_over_the_scope_is_passed_in_and_counts_as_one_more() -> None:
    item = _one(a_round(1, 10, 1), link())
    assert triage(item, has_gap=True) == Triage("one", (Flag.GROUP_GAP,), 3)
    found = hottest_first(_items(a_round(1, 10, 1), link()), in_gap={"one"})
    assert Flag.GROUP_GAP in {one.item: one for one in found}["one"].flags


def test_counts_that_are_withheld_leave_the_word_alone() -> None:
    item = _one(a_round(2, 0, 2), audience=Audience.PUBLIC)
    assert triage(item) == Triage("one", (Flag.SPLIT,), 6)


def test_the_hottest_stands_first_and_ties_stay_in_framework_order() -> None:
    cooler = _items(_round("one", 1, 10, 1), link(), _round("two", 6, 0, 6))
    assert [one.item for one in hottest_first(cooler)] == ["two", "one"]
    even = _items(_round("one", 6, 0, 6), _round("two", 6, 0, 6))
    assert [one.item for one in hottest_first(even)] == ["one", "two"]


@pytest.mark.parametrize(
    ("entry", "settled"),
    [
        (a_round(6, 0, 6), False),
        (rated(), True),
        ((("pillar", "one", "parked"), {"parked": True}), True),
        ((("pillar", "one", "discussed"), False), True),
    ],
)
def test_an_item_is_settled_once_the_room_is_through_with_it(
    entry: Entry, *, settled: bool
) -> None:
    assert is_settled(_one(entry)) is settled


@given(
    votes=st.lists(st.tuples(*[st.integers(0, 30)] * 3), min_size=1, max_size=1),
    abstain=st.integers(0, 40),
    has_gap=st.booleans(),
    has_link=st.booleans(),
)
def test_heat_is_that_of_the_word_and_two_for_each_other_flag(
    votes: list[tuple[int, ...]], abstain: int, *, has_gap: bool, has_link: bool
) -> None:
    entries = [_round("one", *votes[0], abstain=abstain), *[link()] * has_link]
    item = _one(*entries)
    found = triage(item, has_gap=has_gap)
    assert isinstance(item.latest, RoundView)
    by_word = {AgreementWord.SPLIT: 6, AgreementWord.MIXED: 3}
    word = AgreementWord(item.latest.word)
    far = describe(votes[0]).two_or_more_off
    assert (Flag.FAR_VOICE in found.flags) is bool(far)
    others = [flag for flag in found.flags if flag.value != word.value]
    assert found.heat == by_word.get(word, 1) + 2 * len(others)
    assert (Flag.GROUP_GAP in found.flags) is has_gap
    assert talk_sentence(found.flags).startswith("This needs talking about") is bool(found.flags)


def test_every_flag_has_its_words() -> None:
    assert talk_sentence(()) == ""
    assert talk_sentence((Flag.SPLIT, Flag.FAR_VOICE)) == (
        "This needs talking about: the room is split; "
        "one view is far from the rest (hear it, 60 seconds)."
    )
    assert talk_sentence(Flag).count(";") == len(Flag) - 1


@pytest.mark.parametrize(
    ("entries", "flags", "heat"),
    [
        ((rated("high"),), (Flag.MOVED,), UNVOTED_HEAT + 2),
        ((rated("high"), BECAUSE), (), UNVOTED_HEAT),
        ((rated("low"),), (), UNVOTED_HEAT),
        ((), (), UNVOTED_HEAT),
        ((rated("high"), a_round(6, 0, 6)), (Flag.SPLIT, Flag.MOVED), 8),
    ],
)
def test_a_level_other_than_last_times_without_a_because_needs_talk(
    entries: tuple[Entry, ...], flags: tuple[Flag, ...], heat: int
) -> None:
    last: Entry = (("pillar", "one", "last"), {"session": "s", "level": "low", "said": "Low"})
    assert triage(_one(last, *entries)) == Triage("one", flags, heat)


def test_words_that_changed_are_not_a_level_that_moved() -> None:
    last: Entry = (
        ("pillar", "one", "last"),
        {"session": "s", "said": "Low", "carry": "to-confirm"},
    )
    assert triage(_one(last, rated("high"))).flags == ()
