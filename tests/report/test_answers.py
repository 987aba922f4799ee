"""What the board's answer is called on paper."""

from dataclasses import replace

import pytest
from accessibility.item_views import item, rated
from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement.view import LevelView
from maturity.report.answers import (
    LONGEST_NAME,
    NOT_YET,
    choices,
    level_value,
    printed_rating,
    tag,
    value_path,
)

_NAMES = st.sampled_from(
    ("Deferred", "deferred", "Not reached", "Not yet confirmed", "Low", "low", "Low (b)", "High")
)


def test_the_board_may_confirm_a_level_or_say_why_it_does_not() -> None:
    assert choices(item(0, 2), "Below the first") == (
        ("not-yet", "Not yet confirmed"),
        ("emerging", "Emerging"),
        ("developing", "Developing"),
        ("not-reached", "Below the first"),
        ("cannot-say", "Cannot say yet"),
        ("deferred", "Deferred"),
    )


def test_an_item_that_may_not_apply_offers_that() -> None:
    allowed = choices(replace(item(0, 2), may_not_apply=True), "Not reached")
    assert ("not-applicable", "Not applicable") in allowed


@given(st.lists(_NAMES, min_size=2, max_size=7))
def test_no_two_answers_have_the_same_value_or_words(labels: list[str]) -> None:
    ids = ("deferred", "not-yet", "not-reached", "cannot-say", "a", "b", "not-applicable")
    levels = tuple(
        LevelView(ids[place], label, place + 1, len(labels)) for place, label in enumerate(labels)
    )
    one = replace(item(0, 2), levels=levels, may_not_apply=True)
    offered = choices(one, "Not reached")
    assert len({value for value, _ in offered}) == len(offered)
    assert len({words.casefold() for _, words in offered}) == len(offered)
    assert offered[0][0] == NOT_YET
    kept = {value.removeprefix("level.") for value, _ in offered}
    assert {level.id for level in levels} <= kept


def test_a_level_that_has_the_id_of_another_answer_is_kept_apart() -> None:
    assert level_value("deferred") == "level.deferred"
    assert level_value("developing") == "developing"


def test_levels_of_one_name_say_which_they_are() -> None:
    levels = (LevelView("a", "Low", 1, 2), LevelView("b", "low", 2, 2))
    shown = dict(choices(replace(item(0, 2), levels=levels), "Not reached"))
    assert (shown["a"], shown["b"]) == ("Low (a)", "low (b)")


def test_a_tag_is_the_prefix_and_the_id() -> None:
    assert tag("confirm", "leadership") == "confirm.leadership"


@given(st.text(min_size=1, max_size=100), st.text(min_size=1, max_size=100))
def test_a_tag_fits_and_tells_two_ids_apart(one: str, other: str) -> None:
    assert len(tag("confirm", one)) <= LONGEST_NAME
    assert (tag("confirm", one) == tag("confirm", other)) == (one == other)


@pytest.mark.parametrize(("length", "is_whole"), [(57, True), (58, False)])
def test_a_tag_is_cut_only_where_word_would_refuse_it(length: int, *, is_whole: bool) -> None:
    assert (tag("reason", "x" * length) == f"reason.{'x' * length}") == is_whole


@pytest.mark.parametrize("id_", ["caf\u00e9", "a\nb", "\ud800", "\U0001f9d2" * 40])
def test_a_tag_is_plain_letters_whatever_the_id(id_: str) -> None:
    assert tag("agreed", id_).isascii()
    assert tag("agreed", id_).isprintable()


def test_each_answer_has_a_path_of_its_own() -> None:
    assert value_path(3, "decision") == "/m:paper[1]/m:item[3]/m:decision[1]"


def test_the_rating_printed_is_a_level_or_the_state() -> None:
    assert printed_rating(item(0, 2)) == "unrated"
    assert printed_rating(rated(0, 3)) == rated(0, 3).levels[0].id
