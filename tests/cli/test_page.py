"""`page` and `set`, as somebody types them."""

import pytest

from cli.conftest import Bench


def test_the_words_of_page_one_are_kept_and_a_list_replaces_the_list(maturity: Bench) -> None:
    maturity("page", "northmere", "--story", "Steadier.", "--families", "Slow.", "--families", "A")
    page = maturity.status()["page"]
    assert (page["story"], page["families"]) == ("Steadier.", ["Slow.", "A"])
    assert maturity("page", "northmere", "--families", "Quicker.").status == 0
    assert maturity.status()["page"]["families"] == ["Quicker."]


def test_four_lines_do_not_fit_where_three_do(maturity: Bench) -> None:
    lines = [word for line in "abcd" for word in ("--difference", line)]
    ran = maturity("page", "northmere", *lines)
    assert (ran.status, ran.err) == (1, "Up to 3 lines fit here; 4 were given.\n")


def test_a_page_without_words_is_refused(maturity: Bench) -> None:
    assert maturity("page", "northmere").status == 1


def test_a_setting_is_changed_shown_and_cleared(maturity: Bench) -> None:
    assert maturity("set", "northmere", "board_date", "16 April 2026").status == 0
    assert maturity("set", "northmere", "board_date").out == (
        "board_date = 2026-04-16  (the day the board meets)\n"
    )
    maturity("set", "northmere", "house.board", "SEND Improvement Board")
    assert maturity("set", "northmere", "colour").status == 1
    listed = maturity("set", "northmere").out
    assert "house.board = SEND Improvement Board" in listed
    assert "agenda.item_minutes  (minutes for each item)" in listed
    assert maturity("set", "northmere", "board_date", "").out == "board_date is cleared.\n"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("colour", "blue", 'There is no setting called "colour".\n'),
        ("board_date", "spring", '"spring" is not a day.\n'),
        ("title", " ", "A session needs a title and an area.\n"),
        ("minutes", "long", '"long" is not a number of minutes.\n'),
        ("keep_group_tallies", "perhaps", '"perhaps" is neither yes nor no.\n'),
    ],
)
def test_a_setting_that_cannot_be_is_refused(
    maturity: Bench, key: str, value: str, said: str
) -> None:
    ran = maturity("set", "northmere", key, value)
    assert ran.status == 1
    assert ran.err.startswith(said)
