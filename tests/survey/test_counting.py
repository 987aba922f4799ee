"""Rows to counts: repeats, gaps, groups, comments, and nobody's name in what comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import tiny
from maturity.survey.columns import Columns, from_toml
from maturity.survey.counting import counted, fits
from maturity.survey.counts import Counts, Survey
from maturity.survey.fault import SurveyFault

MAP = """
voice = "Group"
who = ["Mail", "Name"]
[item]
one = "First"
two = "Second"
[comment]
one = "Why"
"""
HEADER = ("Mail", "Name", "Group", "First", "Second", "Why")


def columns(text: str = MAP) -> Columns:
    return from_toml(text.encode(), "map.toml", tiny())


def count(*rows: tuple[str, ...], text: str = MAP) -> Survey:
    table = (HEADER, *rows)
    return counted(table, range(1, len(table) + 1), columns(text), tiny())


def by_hand(low: int, middle: int, high: int, cannot_say: int = 0, abstain: int = 0) -> Counts:
    return Counts({"low": low, "middle": middle, "high": high}, cannot_say, abstain)


def test_answers_become_counts_for_each_item() -> None:
    survey = count(
        ("a@x", "Ash", "Families", "Low", "High", ""),
        ("b@x", "Bo", "Health", "2", "", ""),
        ("c@x", "Cal", "Families", "Middle", "cannot say", ""),
    )
    one, two = survey.items
    assert (one.counts, two.counts) == (by_hand(1, 2, 0), by_hand(0, 0, 1, 1, 1))
    assert one.groups == {"families": by_hand(1, 1, 0), "health": by_hand(0, 1, 0)}
    assert (survey.people, survey.said) == (3, ())


def test_everyone_counted_is_in_one_of_the_counts_of_every_item() -> None:
    survey = count(("", "", "", "Low", "", ""), ("", "", "", "", "High", ""))
    for one in survey.items:
        assert one.counts.votes + one.counts.cannot_say + one.counts.abstain == survey.people


def test_the_last_answer_of_a_person_counts() -> None:
    survey = count(
        ("A@x ", "Ash", "", "Low", "Low", ""),
        ("b@x", "Bo", "", "Low", "Low", ""),
        ("a@x", "A. Reed", "", "High", "High", ""),
    )
    assert survey.items[0].counts == by_hand(1, 0, 1)
    assert survey.said == ("1 person answered twice; the last answer counts.",)


def test_without_a_mail_the_name_tells_people_apart_and_nobody_is_anonymous_twice() -> None:
    survey = count(
        ("anonymous", "", "", "Low", "", ""),
        ("anonymous", "", "", "Low", "", ""),
        ("", "Bo  Fenn", "", "Low", "", ""),
        ("", "bo fenn", "", "High", "", ""),
    )
    assert survey.items[0].counts == by_hand(2, 0, 1)


def test_rows_without_an_answer_and_groups_without_a_vote_are_left_out_and_said() -> None:
    survey = count(
        ("", "", "", "", "", ""),
        ("d@x", "Dee", "", "", "", "Only a word"),
        ("e@x", "Eli", "Watchers", "Low", "Low", ""),
        ("f@x", "Fay", "Wizards", "Low", "Low", ""),
    )
    assert survey.people == 1
    assert survey.items[0].groups == {}
    assert survey.said == (
        "1 row holds no answer to any item and was left out.",
        "1 answer came from a group that does not vote and was left out.",
        'No voice group is called "Wizards": those count in the room alone.',
    )


def test_an_item_nobody_asked_about_is_said() -> None:
    survey = count(("", "", "", "Low", "", ""), text='[item]\none = "First"')
    assert survey.said == ("No column asks about Second things.",)


def test_comments_come_cleaned_in_nobodys_order_and_without_names() -> None:
    survey = count(
        ("z@x.org", "Zed Marsh", "", "Low", "Low", "We wait. \x1b[31m zed  marsh, z@x.org"),
        ("b@x.org", "Bo", "", "Low", "Low", "A start; ask Bo or boss@y.org."),
    )
    assert survey.items[0].comments == (
        "A start; ask [a person] or [an address].",
        "We wait. [31m [a person], [a person]",
    )
    assert survey.items[1].comments == ()


def test_comments_are_not_read_unless_the_map_asks() -> None:
    survey = count(("", "", "", "Low", "", "Words"), text='[item]\none = "First"')
    assert survey.items[0].comments == ()


def test_an_answer_that_is_none_is_told_by_its_row_and_words_alone() -> None:
    with pytest.raises(SurveyFault) as raised:
        count(("a@x", "Ash", "", "Low", "Low", ""), ("b@x", "Bo", "", "So \x1b[1mso", "Low", ""))
    said = str(raised.value)
    assert 'row 3, one: "So [1mso"' in said
    assert '[answer] "So [1mso" = "cannot-say"' in said
    assert "Bo" not in said
    assert "b@x" not in said


def test_an_earlier_answer_of_the_same_person_needs_not_be_one() -> None:
    survey = count(("a@x", "", "", "So so", "", ""), ("a@x", "", "", "Low", "", ""))
    assert survey.items[0].counts == by_hand(1, 0, 0)


def test_many_that_are_none_are_counted_and_five_told() -> None:
    with pytest.raises(SurveyFault, match=r"^7 answers are no level.*row 6, one.*, and 2 more"):
        count(*(("", "", "", "So so", "", "") for _ in range(7)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[item]\none = "Ghost"', 'The column "Ghost" is not in the first row'),
        ('who = ["Ghost"]\n[item]\none = "First"', 'The column "Ghost" is not in the first row'),
        ('[item]\none = "First"\ntwo = "First"', 'The column "First" is mapped to 2 items'),
    ],
)
def test_a_map_that_does_not_fit_says_which_column(text: str, said: str) -> None:
    with pytest.raises(SurveyFault, match=said):
        count(("", "", "", "Low", "", ""), text=text)


def test_a_header_that_stands_twice_cannot_be_told_apart() -> None:
    table = (("First", "First"), ("Low", "High"))
    with pytest.raises(SurveyFault, match="stands there more than once"):
        counted(table, (1, 2), columns('[item]\none = "First"'), tiny())


def test_headers_may_differ_in_case_and_marks() -> None:
    assert fits((("first?",),), columns('[item]\none = "First"'))
    assert not fits((("firsts",),), columns('[item]\none = "First"'))


def test_nobody_is_no_survey() -> None:
    with pytest.raises(SurveyFault, match="no answer below the headers"):
        count()


def test_ten_thousand_people_are_counted_and_one_more_is_too_many() -> None:
    rows = [("", "", "Health", "Low", "High", "")] * 10_000
    assert count(*rows).items[0].counts == by_hand(10_000, 0, 0)
    with pytest.raises(SurveyFault, match="10,001 people answered"):
        count(*rows, rows[0])


def test_more_comments_than_anybody_reads_are_refused() -> None:
    rows = [("", "", "", "Low", "", f"Word {number}") for number in range(1_001)]
    with pytest.raises(SurveyFault, match="1,001 comments"):
        count(*rows)


ANSWER = st.sampled_from(("Low", "Middle", "High", "", "cannot say"))
ROW = st.tuples(
    st.sampled_from(("a@x", "b@x", "", "anonymous")),
    st.just("Quill"),
    st.sampled_from(("Families", "Health", "Wizards", "Watchers", "")),
    ANSWER,
    ANSWER,
    st.just(""),
)


@given(st.lists(ROW, min_size=1, max_size=12))
def test_groups_never_hold_more_than_the_room_and_no_one_is_named(
    rows: list[tuple[str, ...]],
) -> None:
    try:
        survey = count(*rows)
    except SurveyFault:
        return
    for one in survey.items:
        assert one.counts.votes + one.counts.cannot_say + one.counts.abstain == survey.people
        for level, votes in one.counts.tally.items():
            assert sum(group.tally[level] for group in one.groups.values()) <= votes
    assert "Quill" not in repr(survey)
    assert "@x" not in repr(survey)
