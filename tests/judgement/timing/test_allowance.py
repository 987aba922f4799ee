"""What a talk may take: the worked example, and what holds for any heats and any time left."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement.timing.allowance import Ahead, Allowance, allowance
from maturity.judgement.timing.timebox import loop_of

HALF_DAY = loop_of("pillars", 20)
CRITERIA = loop_of("criteria")
HEATS = st.integers(1, 16)
SIX_UNVOTED = Ahead(133, later=(3,) * 6, blocks=6)


@pytest.mark.parametrize(
    ("word", "heat", "talk"), [("split", 6, 10.8), ("mixed", 3, 8.0), ("together", 1, 2.9)]
)
def test_the_first_of_seven_pillars_on_half_a_day(word: str, heat: int, talk: float) -> None:
    found = allowance(HALF_DAY, heat, SIX_UNVOTED, floor=HALF_DAY.floor(word))
    assert round(found.talk, 1) == talk
    assert not found.is_tight


def test_a_pillar_of_criteria_shares_its_talk_by_heat() -> None:
    ahead = Ahead(146.25, beside=(3, 3, 1, 1), later=(3,) * 30, blocks=6)
    # T less the votes still to come, 30 x 0.75, is 123.75; a seventh of it, and 1.35 of that
    found = allowance(CRITERIA, 6, ahead, floor=CRITERIA.split)
    assert round(found.share, 2) == round(1.35 * 123.75 / 7 * 6 / 14, 2)
    assert found.talk == found.share


def test_the_reserve_of_the_others_is_kept() -> None:
    # 50 minutes, two more items: R = 2 x (12 + 4) = 32, closing 5, so 13 are free for talk
    ahead = Ahead(50, later=(1, 1), blocks=2)
    assert allowance(HALF_DAY, 6, ahead, floor=0).share == pytest.approx(1.35 * 21 / 3)
    tight = replace(ahead, left=40)
    assert allowance(HALF_DAY, 6, tight, floor=0).share == pytest.approx(3)
    assert not allowance(HALF_DAY, 6, tight, floor=0).is_tight
    assert allowance(HALF_DAY, 6, replace(ahead, left=37), floor=0).is_tight


def test_no_talk_goes_under_the_floor_of_its_word() -> None:
    late = replace(SIX_UNVOTED, left=20)
    assert allowance(HALF_DAY, 6, late, floor=6) == Allowance(0, 6, is_tight=True)


def test_two_minutes_lent_come_from_the_one_that_lent_them() -> None:
    before = allowance(HALF_DAY, 3, Ahead(113, later=(3,) * 5, blocks=5), floor=0).share
    late = Ahead(111, later=(3,) * 5, blocks=5, owed=2)
    assert allowance(HALF_DAY, 3, late, floor=0).share == before
    assert allowance(HALF_DAY, 3, replace(late, given=2), floor=0).share == before - 2


@given(left=st.floats(-600, 0), heat=HEATS, others=st.lists(HEATS, max_size=9))
def test_no_time_left_gives_nothing_and_says_that_it_is_tight(
    left: float, heat: int, others: list[int]
) -> None:
    for loop in (HALF_DAY, CRITERIA):
        ahead = Ahead(left, beside=tuple(others), later=tuple(others), blocks=len(others))
        assert allowance(loop, heat, ahead, floor=0) == Allowance(0, 0, is_tight=True)


@given(left=st.floats(0, 600), heats=st.lists(HEATS, min_size=1, max_size=12))
def test_pillars_that_use_their_shares_end_in_time(left: float, heats: list[int]) -> None:
    used = 0.0
    for at, heat in enumerate(heats):
        later = tuple(heats[at + 1 :])
        ahead = Ahead(left - used, later=later, blocks=len(later))
        share = allowance(HALF_DAY, heat, ahead, floor=0).share
        used += share + HALF_DAY.closing + (HALF_DAY.opening if later else 0)
        needed = HALF_DAY.closing * len(heats) + HALF_DAY.opening * (len(heats) - 1)
        assert share >= 0
    assert used <= max(left, needed) + 1e-6


@given(
    left=st.floats(0, 600),
    blocks=st.lists(st.lists(HEATS, min_size=1, max_size=6), min_size=1, max_size=7),
)
def test_criteria_that_use_their_shares_end_in_time(left: float, blocks: list[list[int]]) -> None:
    used = 0.0
    for at, block in enumerate(blocks):
        later = tuple(heat for after in blocks[at + 1 :] for heat in after)
        for place, heat in enumerate(block):
            ahead = Ahead(left - used, tuple(block[place + 1 :]), later, len(blocks) - at - 1)
            used += allowance(CRITERIA, heat, ahead, floor=0).share
        used += CRITERIA.opening * len(blocks[at + 1]) if at + 1 < len(blocks) else 0
    votes = CRITERIA.opening * sum(len(block) for block in blocks[1:])
    assert used <= max(left, votes) + 1e-6


def test_a_room_that_is_together_ends_early() -> None:
    left, pillars = 133.0, 7
    for to_come in range(pillars - 1, -1, -1):
        ahead = Ahead(left, later=(1,) * to_come, blocks=to_come)
        left -= allowance(HALF_DAY, 1, ahead, floor=HALF_DAY.together).talk + HALF_DAY.closing
        left -= HALF_DAY.opening if to_come else 0
    assert left >= 0


def test_time_saved_on_one_item_carries_forward() -> None:
    after_a_short_talk = Ahead(133 - 2 - 5 - 7, later=(3,) * 5, blocks=5)
    planned = allowance(HALF_DAY, 3, SIX_UNVOTED, floor=0).share
    assert allowance(HALF_DAY, 3, after_a_short_talk, floor=0).share > planned
