"""Which column asks about which item, told from its header and what stands below it."""

import pytest

from builders import tiny
from maturity.survey.columns import Columns
from maturity.survey.fault import SurveyFault
from maturity.survey.guessing import guessed


def guess(header: str, *below: str) -> Columns:
    rows = [line.split("|") for line in (header, *below)]
    return guessed(rows, tiny())


@pytest.mark.parametrize(
    "header",
    [
        "How well do we do the first things?",
        "1. How well do we do the first things? (choose one)",
        "First things",
        "Your view: first things",
        "Section A [First things]",
        "one",
        "Q1 First",
        "How well do we do teh first thing?",
    ],
)
def test_a_header_with_the_question_or_the_name_of_an_item_asks_about_it(header: str) -> None:
    assert guess(header, "Low", "2").items == {"one": header}


def test_a_column_of_comments_under_the_same_words_is_left_alone() -> None:
    found = guess("First things|Why? First things", "Low|because", "High|it just is")
    assert found.items == {"one": "First things"}
    assert found.comments == {}


def test_the_header_that_says_most_wins() -> None:
    found = guess("The first|How well do we do the first things?", "Low|Low")
    assert found.items == {"one": "How well do we do the first things?"}


def test_two_columns_that_fit_as_well_are_for_a_person_to_tell_apart() -> None:
    with pytest.raises(SurveyFault, match='Two columns may hold the answers to "one": "First'):
        guess("First things|1 First things", "Low|Low")


def test_who_answered_is_told_by_mail_before_name() -> None:
    found = guess("Name|E-mail address|First things", "Bo|b@x.org|Low")
    assert found.who == ("E-mail address", "Name")


@pytest.mark.parametrize(
    ("cells", "voice"),
    [(("Families", "health"), "Group"), (("families", "us"), "Group"), (("us", "them"), "")],
)
def test_a_column_that_mostly_names_groups_is_the_voice_group(
    cells: tuple[str, ...], voice: str
) -> None:
    rows = [f"{cell}|Low" for cell in cells]
    assert guess("Group|First things", *rows).voice == voice


def test_of_two_columns_of_groups_none_is_taken() -> None:
    assert guess("Group|Other|First things", "Health|Health|Low").voice == ""


def test_answers_that_are_no_levels_are_told_under_their_header() -> None:
    with pytest.raises(SurveyFault, match=r'under "First things" are not the levels here \(Low, '):
        guess("First things", "Sort of", "Nearly")


@pytest.mark.parametrize("rows", [[], [()], [("Colour",), ("red",)], [("First things",)]])
def test_without_any_column_it_says_what_to_do(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(SurveyFault, match="--columns"):
        guessed(rows, tiny())
