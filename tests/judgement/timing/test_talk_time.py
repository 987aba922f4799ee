"""Where the talk of one item stands, on a morning of five pillars or of two blocks of criteria."""

from datetime import datetime, timedelta

import pytest

from judgement.prompted import Entry, a_state, link
from judgement.timed import five_pillars, four_criteria, votes
from maturity.framework import Framework
from maturity.judgement.disclosure import disclose
from maturity.judgement.first_votes import widest
from maturity.judgement.timing.pacing import plan_of
from maturity.judgement.timing.talk_time import Loan, TalkTime, rated_items, talk_time
from maturity.judgement.timing.talk_words import kept_to, talk_lines, worth_talking
from maturity.judgement.timing.timebox import time_box
from maturity.judgement.triage import triage
from maturity.judgement.view import Audience, Disclosed

START = datetime(2026, 3, 23, 9, 0)  # noqa: DTZ001 - a clock on a wall has no zone


def _view(framework: Framework, *entries: Entry) -> Disclosed:
    return disclose(a_state(*entries), framework, Audience.ROOM)


def _time(
    framework: Framework,
    *entries: Entry,
    item: str = "one",
    began: int | None = 37,
    now: int = 40,
    loans: tuple[Loan, ...] = (),
) -> TalkTime:
    view, box = _view(framework, *entries), time_box(framework)
    return talk_time(
        view,
        view.item(item),
        box,
        plan_of(framework, box).each,
        start=START,
        began=None if began is None else START + timedelta(minutes=began),
        now=START + timedelta(minutes=now),
        loans=loans,
    )


def test_the_break_that_is_still_to_come_is_not_for_talk() -> None:
    # 145 minutes to the closing part, 37 gone, 15 for the break: 93; V = 5 + 4 x 12; fair = 8
    found = _time(five_pillars(), votes("one", 6, 6, 0))
    assert found.may == pytest.approx(40 * 3 / 15)
    assert found.taken == 3
    assert [item.id for item in found.to_come] == ["two", "three", "four", "five"]
    assert not found.is_over
    assert _time(five_pillars(), votes("one", 6, 6, 0), now=46).is_over


def test_before_the_votes_the_opening_is_still_to_come() -> None:
    found = _time(five_pillars(), began=None, now=30)
    assert found.may == pytest.approx(8)
    assert found.taken is None
    assert not found.is_over


def test_settled_items_leave_their_time_to_the_others() -> None:
    settled: list[Entry] = [
        (("pillar", "two", "rating"), {"state": "provisional", "level": "low"}),
        (("pillar", "three", "parked"), {"parked": True}),
        (("pillar", "four", "discussed"), False),
    ]
    found = _time(five_pillars(), votes("one", 6, 6, 0), *settled)
    assert [item.id for item in found.to_come] == ["five"]
    # V = 5 + 12, fair = (93 - 17) / 2, at most 1.35 of it
    assert found.may == pytest.approx(76 / 2)


def test_minutes_are_borrowed_from_the_coolest_and_given_back_by_it_alone() -> None:
    cast = (votes("one", 6, 6, 0), votes("three", 1, 10, 1), link(item="three"))
    before = _time(five_pillars(), *cast)
    assert before.lender is not None
    assert before.lender.id == "three"
    loans = (Loan("one", "three"),)
    assert _time(five_pillars(), *cast, loans=loans).may == before.may + 2
    other = _time(five_pillars(), *cast, item="two", began=42)
    assert _time(five_pillars(), *cast, item="two", began=42, loans=loans).may > other.may
    hot = votes("three", 6, 6, 0)
    giver = _time(five_pillars(), hot, item="three", began=42)
    gave = _time(five_pillars(), hot, item="three", began=42, loans=loans)
    assert giver.may - 2 < gave.may < giver.may


def test_among_equals_the_last_one_lends_and_the_last_item_has_no_lender() -> None:
    lender = _time(five_pillars()).lender
    assert lender is not None
    assert lender.id == "five"
    rated: list[Entry] = [
        (("pillar", name, "rating"), {"state": "provisional", "level": "low"})
        for name in ("two", "three", "four", "five")
    ]
    assert _time(five_pillars(), *rated).lender is None


def test_criteria_share_what_their_pillar_has() -> None:
    hot, cool = votes("lens", 6, 0, 6, kind="criterion"), votes("b", 0, 9, 0, kind="criterion")
    found = _time(four_criteria(), hot, cool, item="lens", began=32, now=33)
    # 75 minutes to the closing part, 32 gone, a break of 15: 28; V = 1 x 2 x 0.75; fair = 13.25
    block = 1.35 * 26.5 / 2
    assert found.may == pytest.approx(block * 6 / 9)
    assert [item.id for item in found.to_come] == ["b", "c", "d"]


def test_late_in_the_day_it_is_tight_and_nothing_goes_below_a_floor() -> None:
    found = _time(five_pillars(), votes("one", 6, 0, 6), began=120, now=120)
    assert found.is_tight
    assert found.may == 6
    # four pillars still need 4 x 16 and this one its closing: 69 of 93 minutes
    assert not _time(five_pillars(), votes("one", 6, 0, 6)).is_tight


def test_a_pillar_judged_beside_its_criteria_is_not_an_item_to_talk_about() -> None:
    judged: Entry = (("pillar", "one", "rating"), {"state": "provisional", "level": "low"})
    view = _view(four_criteria(), judged)
    assert len(view.items) == 5
    assert [item.id for item in rated_items(view)] == ["lens", "b", "c", "d"]


def test_the_time_of_a_talk_in_words() -> None:
    cast = votes("one", 6, 0, 6)
    view = _view(five_pillars(), cast)
    item = view.item("one")
    flags = triage(item).flags
    assert talk_lines(item, _time(five_pillars(), cast, now=52), flags) == (
        "The talk has taken 15 minutes; it may take about 11 minutes. It is over its share.",
        "This needs talking about: the room is split.",
        (
            "4 other items still need talk, hottest first: 2 Second things (no vote yet), "
            "Three (no vote yet), Four (no vote yet), Five (no vote yet)."
        ),
    )
    assert talk_lines(item, _time(five_pillars(), cast, now=37), ())[0] == (
        "The talk has just begun; it may take about 11 minutes."
    )
    unvoted = _view(five_pillars()).item("one")
    first = talk_lines(unvoted, _time(five_pillars(), began=None, now=30), ())[0]
    assert first == "Once its votes are in, this item may be talked about for about 8 minutes."
    parked = _view(five_pillars(), (("pillar", "one", "parked"), {"parked": True})).item("one")
    assert (
        talk_lines(parked, _time(five_pillars()), ())[0] == "This item is settled; nothing presses."
    )


def test_a_short_sitting_keeps_to_the_widest_once_all_have_voted() -> None:
    framework = five_pillars(60)
    cast = [
        votes("one", 0, 9, 0),
        votes("two", 6, 0, 6),
        votes("three", 1, 10, 1),
        votes("four", 6, 6, 0),
    ]
    items = rated_items(_view(framework, *cast))
    assert worth_talking(items, ["two", "four", "three", "one"], 2) == ()
    cast.append(votes("five", 0, 0, 9))
    items = rated_items(_view(framework, *cast))
    order = widest(a_state(*cast), framework)
    chosen = worth_talking(items, order, 2)
    assert [item.id for item in chosen] == ["two", "four"]
    assert worth_talking(items, order, 5) == ()
    assert worth_talking(items, order, 0) == ()
    assert kept_to(items, chosen) == (
        "There is time to talk about 2 of 5. The first votes lie widest apart on "
        "2 Second things, Four; the other 3 stand as proposed, not discussed."
    )
    assert kept_to(items, worth_talking(items, order, 4)).endswith(
        "the other stands as proposed, not discussed."
    )
    assert kept_to(items, ()) == ""
