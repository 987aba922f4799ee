"""Dates and times as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_scene
from maturity.session.acts.act import Refused
from maturity.session.acts.when import clock_time, due_fields, iso_date


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026-03-23", "2026-03-23"), ("23 March 2026", "2026-03-23"), (" ", ""), (None, None)],
)
def test_a_day(typed: str | None, day: str | None) -> None:
    assert iso_date(a_scene(), typed) == day


@pytest.mark.parametrize("typed", ["March 2026", "soon", "2026-02-30"])
def test_what_is_no_single_day_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="is not a day"):
        iso_date(a_scene(), typed)


def test_words_without_a_day_are_kept_alone() -> None:
    assert due_fields(a_scene(), "when the data is in") == {
        "due": "when the data is in",
        "due_on": "",
    }
    assert due_fields(a_scene(), None) == {"due": None, "due_on": None}


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_refused(typed: str) -> None:
    try:
        hours, minutes = clock_time(typed)
    except Refused:
        return
    assert 0 <= hours < 24
    assert 0 <= minutes < 60
