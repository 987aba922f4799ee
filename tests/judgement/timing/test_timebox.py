"""The shapes of a sitting: the framework's own, the usual forms, and what a session sets."""

from datetime import timedelta

import pytest

from builders import TINY, tiny
from maturity.framework import Framework, parse
from maturity.judgement.timing.pacing import plan_of
from maturity.judgement.timing.timebox import (
    FORMS,
    form_of,
    forms_for,
    loop_of,
    new_time_box,
    time_box,
)
from maturity.session.state import Agenda


def _criteria(agenda: str = "") -> Framework:
    """Two pillars of one rated criterion each."""
    second = """
[criterion.second]
pillar = "two"
title = "A second"
question = "How well?"
level.low = "Little."
level.middle = "Something."
level.high = "A lot."
"""
    text = TINY.replace(b'rate = "pillars"', b'rate = "criteria"')
    return parse(text + f"{second}{agenda}\n".encode(), "tiny.toml")


def test_each_form_of_seven_pillars_adds_up() -> None:
    for form in FORMS:
        fixed = form.opening_minutes + form.break_minutes + form.closing_minutes
        items = {210: 140, 195: 150, 90: 70, 60: 40}[form.minutes]
        assert form.minutes - fixed == items


def test_the_roomiest_loop_that_fits_is_taken() -> None:
    assert loop_of("pillars", 25).whole == 20
    assert loop_of("pillars", 20).whole == 20
    assert loop_of("pillars", 19.5).whole == 10
    assert loop_of("pillars", 1).whole == 10
    assert loop_of("criteria", 60).in_blocks


@pytest.mark.parametrize(
    ("word", "least"),
    [("split", 6), ("mixed", 4), ("together", 2), ("too-few", 2), ("", 4), ("of tomorrow", 4)],
)
def test_each_word_has_the_least_its_talk_gets(word: str, least: float) -> None:
    assert loop_of("pillars", 20).floor(word) == least


@pytest.mark.parametrize(
    ("minutes", "online"),
    [(90, 90), (60, 60), (75, 90), (40, 60), (140, 90), (160, None), (180, None), (210, None)],
)
def test_a_short_sitting_takes_the_online_form_it_is_nearest_to(
    minutes: int, online: int | None
) -> None:
    form = form_of(tiny(), minutes)
    assert (form.minutes if form else None) == online


def test_a_framework_with_a_short_agenda_of_its_own_keeps_it() -> None:
    short = parse(TINY + b"\n[agenda]\nminutes = 100\n", "tiny.toml")
    assert form_of(short, 100) is None
    assert form_of(short, 75) is None
    ninety = form_of(short, 90)
    assert ninety is not None
    assert ninety.minutes == 90


def test_what_is_offered_beside_the_frameworks_own_length() -> None:
    assert [form.minutes for form in forms_for(tiny())] == [90, 60]
    assert [form.minutes for form in forms_for(_criteria())] == [195, 90, 60]


def test_the_session_stands_over_the_framework() -> None:
    usual = time_box(tiny())
    assert (usual.minutes, usual.opening_minutes, usual.break_minutes) == (210, 30, 15)
    own = Agenda(opening_minutes=10, break_minutes=0, closing_minutes=10, break_after=("one",))
    box = time_box(tiny(), own, 90)
    assert (box.minutes, box.opening_minutes, box.break_minutes) == (90, 10, 0)
    assert (box.closing_minutes, box.break_after) == (10, ("one",))
    assert time_box(tiny(), Agenda(minutes=120), 90).minutes == 120


def test_a_new_session_is_planned_as_its_length_has_it() -> None:
    assert new_time_box(tiny()) == time_box(tiny())
    online = new_time_box(tiny(), 90)
    assert (online.minutes, online.opening_minutes, online.closing_minutes) == (90, 10, 10)
    assert online.break_minutes == 0
    assert new_time_box(tiny(), 180) == time_box(tiny(), minutes=180)
    half_day = new_time_box(_criteria(), 195)
    assert (half_day.opening_minutes, half_day.closing_minutes) == (15, 15)


def test_a_break_follows_the_last_criterion_of_its_pillar() -> None:
    framework = _criteria("[agenda]\nminutes = 100\nbreak_after = ['one']")
    made = plan_of(framework, time_box(framework))
    assert len(made.starts) == 2
    assert made.starts[1] - made.starts[0] - made.each == timedelta(minutes=15)
