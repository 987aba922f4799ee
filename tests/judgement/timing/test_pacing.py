"""Time: agendas that add up, and the one line that says where the sitting stands."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement.timing.pacing import Pace, pace, pacing_line, plan, short_pacing_line
from maturity.judgement.timing.timebox import loop_of

MINUTE = timedelta(minutes=1)
TWENTY = 20 * MINUTE
CRITERIA = loop_of("criteria")
START = datetime(2026, 3, 23, 9, 0)  # noqa: DTZ001 - a clock on a wall has no zone
CLOSE = START + timedelta(minutes=205)


def _minutes(offset: timedelta) -> float:
    return offset / MINUTE


def test_half_a_day_adds_up() -> None:
    half_day = plan(7, break_after={3})
    assert half_day.each == TWENTY
    assert [_minutes(start) for start in half_day.starts] == [30, 50, 70, 105, 125, 145, 165]
    assert half_day.starts[-1] + half_day.each == timedelta(minutes=185)
    assert half_day.close == timedelta(minutes=210)
    assert half_day.fits
    assert half_day.sentence == "7 items, 20 minutes each, in a sitting of 210 minutes."


def test_ninety_minutes_online_add_up() -> None:
    online = plan(7, minutes=90, opening=10, closing=10)
    assert online.each == timedelta(minutes=10)
    assert [_minutes(start) for start in online.starts] == [10, 20, 30, 40, 50, 60, 70]
    assert online.close == timedelta(minutes=90)
    assert online.fits


def test_sixty_minutes_online_fit_four() -> None:
    online = plan(7, minutes=60, opening=10, closing=10)
    assert not online.fits
    assert online.sentence == (
        "7 items, 5 minutes each: too short to talk each through. At 10 minutes each, 4 of 7 fit. "
        "Gather first votes beforehand and talk where they differ most."
    )
    assert plan(4, minutes=60, opening=10, closing=10).each == timedelta(minutes=10)


def test_many_criteria_share_half_a_day() -> None:
    criteria = plan(35, minutes=195, opening=15, closing=15, break_after={15}, loop=CRITERIA)
    assert criteria.fits
    assert criteria.sentence == "35 items, 4 minutes each, in a sitting of 195 minutes."
    assert criteria.close == timedelta(minutes=195)


def test_fixed_minutes_that_do_not_fit_say_how_many_do() -> None:
    long = plan(7, minutes=180, break_after={3}, item_minutes=20)
    assert not long.fits
    assert long.sentence == (
        "7 items, 20 minutes each, need 210 minutes with opening, breaks and closing; "
        "there are 180, so 5 of 7 fit."
    )
    assert long.close == timedelta(minutes=210)
    assert plan(5, minutes=180, break_after={3}, item_minutes=20).fits


def test_a_break_stands_between_two_items() -> None:
    broken = plan(3, minutes=100, opening=5, closing=5, break_minutes=10, break_after={0, 1, 3})
    assert broken.each == timedelta(minutes=80) / 3
    assert broken.starts[1] == timedelta(minutes=15) + broken.each
    assert broken.close == timedelta(minutes=100)


def test_no_time_left_is_said() -> None:
    assert plan(7, minutes=55).sentence == (
        "Opening, breaks and closing take 55 of 55 minutes, so no time is left for 7 items."
    )
    none = plan(7, minutes=50)
    assert (none.fits, none.starts) == (False, ())
    assert none.sentence == (
        "Opening, breaks and closing take 55 of 50 minutes, so no time is left for 7 items."
    )
    assert plan(0).sentence == "There is nothing to rate yet."
    assert plan(1, minutes=56).sentence == (
        "1 item, 1 minute each: too short to talk each through. At 10 minutes each, none fits. "
        "Gather first votes beforehand and talk where they differ most."
    )


@given(
    items=st.integers(0, 400),
    opening=st.integers(0, 60),
    closing=st.integers(0, 60),
    break_minutes=st.integers(0, 30),
    break_after=st.sets(st.integers(-2, 420), max_size=4),
    minutes=st.integers(1, 600),
    item_minutes=st.none() | st.integers(1, 60),
)
def test_any_agenda_gives_a_plan_or_says_what_does_not_fit(
    *,
    items: int,
    opening: int,
    closing: int,
    break_minutes: int,
    break_after: set[int],
    minutes: int,
    item_minutes: int | None,
) -> None:
    made = plan(
        items,
        minutes=minutes,
        opening=opening,
        closing=closing,
        break_minutes=break_minutes,
        break_after=break_after,
        item_minutes=item_minutes,
    )
    assert made.sentence.endswith(".")
    assert len(made.starts) in {0, items}
    if made.fits:
        assert made.starts
        assert made.close <= timedelta(minutes=minutes)
    if made.starts:
        assert made.starts[0] == timedelta(minutes=opening)
        ends = [start + made.each for start in made.starts]
        slack = timedelta(microseconds=items)
        for end, following in zip(ends, made.starts[1:], strict=False):
            assert end <= following + slack
        assert abs(ends[-1] + timedelta(minutes=closing) - made.close) <= slack


@pytest.mark.parametrize(
    ("started", "now", "behind"),
    [
        (0, 0, 0),
        (4, 5, 4),
        (4, 27, 7),
        (-3, 0, -3),
        (-3, 19, -1),
        (-3, 20, 0),
        (0.6, 1, 0),
        (-0.6, 0, 0),
        (1.9, 3, 1),
    ],
)
def test_behind_is_the_greater_of_a_late_start_and_a_late_end(
    started: float, now: float, behind: int
) -> None:
    found = pace(
        TWENTY,
        planned_start=START,
        started=START + started * MINUTE,
        now=START + now * MINUTE,
        planned_close=CLOSE,
    )
    assert found == Pace(behind, CLOSE + behind * MINUTE)


@pytest.mark.parametrize(
    ("behind", "line"),
    [
        (4, "Pillar 3 of 7 - 20 min each; 4 behind; finishing 12:29"),
        (-3, "Pillar 3 of 7 - 20 min each; 3 ahead; finishing 12:22"),
        (0, "Pillar 3 of 7 - 20 min each; on time; finishing 12:25"),
    ],
)
def test_the_line_says_where_the_sitting_stands(behind: int, line: str) -> None:
    assert pacing_line(3, 7, TWENTY, Pace(behind, CLOSE + behind * MINUTE)) == line


def test_the_line_has_its_variants() -> None:
    on_time = Pace(0, CLOSE)
    assert pacing_line(3, 7, TWENTY, None) == "Pillar 3 of 7 - 20 min each; clock off"
    assert pacing_line(3, 7, TWENTY, on_time, break_after=True) == (
        "Pillar 3 of 7 - 20 min each; on time; break after this one; finishing 12:25"
    )
    four = timedelta(minutes=150) / 35
    assert pacing_line(3, 7, four, on_time, within="criterion 2 of 5") == (
        "Pillar 3 of 7, criterion 2 of 5 - 4 min each; on time; finishing 12:25"
    )
    assert pacing_line(1, 2, MINUTE, None) == "Pillar 1 of 2 - 1 min each; clock off"
    assert pacing_line(1, 2, MINUTE / 2, None, noun="Theme") == (
        "Theme 1 of 2 - under 1 min each; clock off"
    )


def test_a_narrow_screen_has_a_short_line() -> None:
    assert short_pacing_line(3, 7, TWENTY, Pace(4, CLOSE + 4 * MINUTE)) == (
        "3/7; 20 each; 4 behind; 12:29"
    )
    assert short_pacing_line(3, 7, TWENTY, None) == "3/7; 20 each; clock off"


_SURVEY = " Gather first votes by survey and confirm TOGETHER items as one list."


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        (75, "2 minutes each. You can rate everything or discuss about 6 splits, not both."),
        (34, "under a minute each. That is too short to rate everything: 27 of 35 fit."),
        (45, "1 minute each. You can rate everything or discuss about 2 splits, not both."),
    ],
)
def test_many_criteria_in_little_time_are_told_what_fits(minutes: int, sentence: str) -> None:
    short = plan(35, minutes=minutes, opening=0, closing=0, loop=CRITERIA)
    assert (short.fits, short.sentence) == (False, f"35 items, {sentence}{_SURVEY}")


def test_a_few_criteria_in_no_time_can_only_be_rated() -> None:
    none = plan(3, minutes=9, opening=0, closing=0, loop=CRITERIA)
    assert none.sentence == (
        f"3 items, 3 minutes each. You can rate everything, and discuss nothing.{_SURVEY}"
    )
    one = plan(3, minutes=11, opening=0, closing=0, loop=CRITERIA)
    assert "about 1 split, not both" in one.sentence
