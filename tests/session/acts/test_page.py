"""The words of page 1, and the settings."""

import pytest

from maturity.session.acts.act import Refused
from maturity.session.acts.page import SETTINGS, PageAct, SetAct
from maturity.session.kinds import take
from maturity.session.state import SessionState
from maturity.text import TITLE_CAP, TextTooLong
from session.acts.kept import done, kept, outcome


def test_only_the_words_given_change() -> None:
    state = done(PageAct(story="Steadier."), PageAct(families=("One.", " ", "Two.")))
    assert state.page.story == "Steadier."
    assert state.page.families == ("One.", "Two.")
    assert kept(PageAct(families=()), state).page.families == ()
    assert outcome(PageAct(story="A", ask=("B",), bring=("C",))).said == "Kept: story, asks, bring."


def test_a_list_replaces_the_list_that_stood_there() -> None:
    assert done(PageAct(ask=("A", "B")), PageAct(ask=("C",))).page.asks == ("C",)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (PageAct(families=("a", "b", "c", "d")), "Up to 3 lines fit here; 4 were given"),
        (PageAct(), "Nothing to write"),
        (PageAct(families=()), "Nothing to write"),
        (PageAct(story=""), "Nothing to write"),
    ],
)
def test_what_cannot_be_is_refused(act: PageAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act)


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("period", " spring  2026 ", "spring 2026"),
        ("date", "23 March 2026", "2026-03-23"),
        ("minutes", "90", 90),
        ("board_date", "2026-04-16", "2026-04-16"),
        ("keep_group_tallies", "No", False),
        ("voting", " Hands ", "hands"),
        ("agenda.started", "9.05", "2026-03-23T09:05:00"),
        ("agenda.started", "2026-03-30 13:30", "2026-03-30T13:30:00"),
        ("agenda.break_after", "one, two", ("one", "two")),
        ("agenda.item_minutes", "0", 0),
    ],
)
def test_a_setting_is_read_as_what_it_is(key: str, typed: str, value: object) -> None:
    state = kept(SetAct(key, typed))
    at = SETTINGS[key][1]
    assert take(state, at) == value
    assert kept(SetAct(key, ""), state) == SessionState()


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("title", " ", "needs a title"),
        ("area", "", "needs a title and an area"),
        ("minutes", "\u00b2", "not a number"),
        ("minutes", "9" * 5000, "not a number"),
        ("minutes", "-1", "not a number"),
        ("keep_group_tallies", "perhaps", "neither yes nor no"),
        ("voting", "shouting", "no way of voting. Ways: paper, hands, survey, phone"),
        ("agenda.started", "25:00", "not a time"),
        ("agenda.started", "2026-13-30 09:05", "not a day"),
        ("agenda.break_after", "one, nobody", 'no pillar called "nobody"'),
        ("board_date", "soon", "not a day"),
        ("nothing", "x", "no setting called"),
        ("house.nothing", "x", "no setting called"),
        ("house.", "x", "no setting called"),
        ("", "x", "no setting called"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(key: str, typed: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(SetAct(key, typed))


def test_a_title_is_one_line() -> None:
    assert kept(SetAct("title", " North\nmere ")).session.title == "North mere"


def test_the_areas_own_word_goes_under_its_dotted_name() -> None:
    state = kept(SetAct("house.board", "SEND partnership"))
    assert dict(state.settings) == {"house.board": "SEND partnership"}


def test_a_title_too_long_for_a_page_header_is_refused() -> None:
    with pytest.raises(TextTooLong, match="Shorten it"):
        outcome(SetAct("area", "x" * (TITLE_CAP + 1)))
