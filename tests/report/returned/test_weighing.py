"""What a returned paper says of one item: worked out, or asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from maturity.judgement.view import Disclosed
from maturity.report.returned.rows import Meeting, Settled
from maturity.session.acts.board import ConfirmAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.returned import ReturnedAct
from returned.papers import ANSWERED, DAY, MEETING, TWO, Answer, a_view, first, rows


@pytest.fixture
def view(tmp_path: Path) -> Disclosed:
    return a_view(tmp_path)


@pytest.mark.parametrize(
    ("decision", "result", "level", "state"),
    [
        ("Middle", "confirmed", "middle", ""),
        ("  middle ", "confirmed", "middle", ""),
        ("MIDDLE", "confirmed", "middle", ""),
        ("High", "amended", "high", ""),
        ("Not reached", "amended", "", "not-reached"),
        ("Cannot say yet", "amended", "", "cannot-say"),
        ("Not applicable", "amended", "", "not-applicable"),
        ("Deferred", "deferred", "", ""),
        ("Not yet confirmed", "not_yet", "", ""),
    ],
)
def test_the_outcome_is_worked_out(
    view: Disclosed, decision: str, result: str, level: str, state: str
) -> None:
    row = rows(view, Answer("one", "First things", decision, "Why."), TWO, without=("data",))[0]
    assert (row.result, row.level, row.state, row.reason) == (result, level, state, "Why.")
    assert row.question is None


def test_words_that_are_no_answer_cannot_be_read(view: Disclosed) -> None:
    row = rows(view, Answer("one", "First things", "Medium, mostly"), without=("data",))[0]
    assert (row.result, row.told, row.is_new) == (
        "unreadable",
        'Cannot read: "Medium, mostly".',
        False,
    )


def test_an_amendment_and_a_deferral_without_a_reason_are_asked_about(view: Disclosed) -> None:
    row = first(view, Answer("one", "First things", "High"))
    assert (row.result, row.question, row.is_new) == ("amended", "reason", False)
    assert row.told == "An amendment needs the board's reason."
    row = first(view, Answer("one", "First things", "Deferred"))
    assert (row.result, row.question) == ("deferred", "reason")
    assert row.told == "A deferral needs the board's reason."
    settled = {"one": Settled(reason=" Waiting for June. ")}
    row = rows(view, Answer("one", "First things", "Deferred"), settled=settled)[0]
    assert (row.reason, row.is_new) == ("Waiting for June.", True)


def test_words_and_data_that_differ_are_asked_about(view: Disclosed) -> None:
    answer = Answer("one", "First things", "Middle", data={"decision": "low"})
    row = first(view, answer)
    assert (row.result, row.question, row.is_new) == ("conflict", "words", False)
    assert row.told == 'Decision: the paper shows "Middle", its data say "Low".'
    row = first(view, answer, words="shown")
    assert (row.result, row.level, row.is_new) == ("confirmed", "middle", True)
    row = first(view, answer, words="data")
    assert (row.result, row.level, row.question) == ("amended", "low", "reason")


def test_an_editor_that_leaves_its_data_old_is_asked_about_in_every_part(view: Disclosed) -> None:
    old = {"decision": "not-yet", "reason": "No reason given yet", "minute": "6.0"}
    answer = Answer("one", "First things", "High", "Charter.", "6.1", old)  # type: ignore[arg-type]  # named in full
    assert first(view, answer).told == (
        'Decision: the paper shows "High", its data say "Not yet confirmed". '
        'Reason for change: the paper shows "Charter.", its data say "No reason given yet". '
        'Minute reference: the paper shows "6.1", its data say "6.0".'
    )
    row = first(view, answer, words="shown")
    assert (row.level, row.reason, row.minute) == ("high", "Charter.", "6.1")


def test_data_that_are_no_answer_cannot_be_taken(view: Disclosed) -> None:
    answer = Answer("one", "First things", "Middle", data={"decision": "purple"})
    assert first(view, answer).question == "words"
    row = first(view, answer, words="data")
    assert (row.result, row.told) == ("unreadable", 'Cannot read: "purple".')


def test_an_emptied_text_is_the_same_as_one_never_given(view: Disclosed) -> None:
    row = first(
        view, Answer("one", "First things", "Middle", "", data={"reason": "No reason given yet"})
    )
    assert (row.result, row.reason, row.is_new) == ("confirmed", "", True)


def test_white_space_and_case_make_no_difference_to_the_data(view: Disclosed) -> None:
    answer = Answer(
        "one", "First things", "middle ", "the  Charter.", data={"reason": "The charter."}
    )
    assert first(view, answer).is_new


def test_words_put_in_and_struck_out_are_asked_about(view: Disclosed) -> None:
    answer = Answer("one", "First things", "Middle", is_tracked=True)
    row = first(view, answer)
    assert (row.result, row.question) == ("conflict", "tracked")
    assert row.told.startswith("Words were both put in and struck out.")
    assert 'decision "Middle"' in row.told
    assert first(view, answer, "tracked").is_new


def test_a_rating_that_has_changed_since_is_asked_about(view: Disclosed) -> None:
    answer = Answer("one", "First things", "High", "Why.", rating="low")
    row = first(view, answer)
    assert (row.result, row.question) == ("conflict", "stale")
    assert row.told == "The room's rating has changed since the paper was made: now Middle ●●○."
    row = first(view, answer, "stale")
    assert (row.result, row.is_new) == ("amended", True)


def test_without_data_the_printed_rating_says_that_it_is_stale(view: Disclosed) -> None:
    answer = Answer("one", "First things", "Middle", printed="Low ●○○")
    assert rows(view, answer, without=("data",))[0].question == "stale"
    answer = Answer("one", "First things", "Middle", rating="low")
    assert rows(view, answer)[0].question == "stale"


def test_a_stale_item_without_an_answer_asks_nothing(view: Disclosed) -> None:
    row = first(view, Answer("one", "First things", rating="low"))
    assert (row.result, row.question) == ("not_yet", None)


def test_any_level_of_an_unrated_item_is_an_amendment(tmp_path: Path) -> None:
    view = a_view(tmp_path, RateAct("one", clear=True))
    answer = Answer("one", "First things", "Middle", "Why.", rating="unrated", printed="Not rated")
    assert first(view, answer).result == "amended"


def test_a_state_that_is_no_level_is_confirmed(tmp_path: Path) -> None:
    view = a_view(tmp_path, RateAct("one", not_reached=True))
    answer = Answer(
        "one", "First things", "Not reached", rating="not-reached", data={"decision": "not-reached"}
    )
    row = first(view, answer)
    assert (row.result, row.state, row.is_new) == ("confirmed", "not-reached", True)


def test_the_same_paper_twice_tells_nothing_new(tmp_path: Path) -> None:
    view = a_view(tmp_path)
    acts = tuple(row.act(MEETING) for row in rows(view, *ANSWERED))
    again = a_view(tmp_path / "again", ReturnedAct(acts))
    assert [row.is_kept for row in rows(again, *ANSWERED)] == [True, True]
    assert [row.result for row in rows(again, *ANSWERED)] == ["confirmed", "amended"]


def test_an_answer_typed_since_is_not_replaced_unasked(tmp_path: Path) -> None:
    view = a_view(tmp_path, ConfirmAct("one", "high", on=DAY, note="So decided."))
    row = first(view, ANSWERED[0])
    assert (row.result, row.question) == ("conflict", "answered")
    assert row.told == (
        "The session has another answer: amended to High, 16 April 2026 (So decided.). Replace it?"
    )
    assert first(view, ANSWERED[0], "answered").is_new


@pytest.mark.parametrize(
    "answer",
    [
        ConfirmAct("one", "middle", on="2026-04-15"),
        ConfirmAct("one", "middle", on=DAY, minute="5.9"),
    ],
)
def test_another_day_or_minute_is_not_replaced_unasked(tmp_path: Path, answer: ConfirmAct) -> None:
    view = a_view(tmp_path, answer)
    assert first(view, ANSWERED[0]).question == "answered"


def test_an_item_put_off_is_decided_by_its_next_paper_without_a_question(tmp_path: Path) -> None:
    view = a_view(tmp_path, ConfirmAct("one", defer=True, on="2026-02-01", note="June."))
    paper_of_june = Answer("one", "First things", "Middle", given="deferred")
    assert first(view, paper_of_june).is_new
    left = Answer("one", "First things", "Deferred", "June.", given="deferred")
    row = first(view, left)
    assert (row.result, row.is_kept) == ("deferred", True)


def test_an_answer_that_the_paper_only_prints_is_kept(tmp_path: Path) -> None:
    view = a_view(tmp_path, ConfirmAct("one", "high", on=DAY, note="So decided."))
    printed = Answer("one", "First things", "Amended to High", "So decided.")
    without = ("controls", "data")
    row = rows(view, printed, TWO, without=without)[0]
    assert (row.result, row.level, row.reason, row.is_kept) == (
        "amended",
        "high",
        "So decided.",
        True,
    )
    assert rows(view, TWO)[0].is_kept
    typed_over = replace(printed, decision="Low", reason="Second thoughts.")
    assert rows(view, typed_over, TWO, without=without)[0].question == "answered"


def test_the_reason_kept_stands_where_the_same_answer_comes_with_another_minute(
    tmp_path: Path,
) -> None:
    view = a_view(tmp_path, ConfirmAct("one", defer=True, on=DAY, note="June."))
    answer = Answer("one", "First things", "Deferred", minute="6.4", given="deferred")
    row = first(view, answer)
    assert (row.result, row.reason, row.minute, row.is_new) == ("deferred", "June.", "6.4", True)


def test_a_paper_that_repeats_what_it_was_given_replaces_nothing(tmp_path: Path) -> None:
    view = a_view(tmp_path, ConfirmAct("one", "middle", on=DAY))
    row = first(view, Answer("one", "First things", "Deferred", "June.", given="deferred"))
    assert (row.is_kept, row.is_new, row.question) == (True, False, None)


def test_what_is_left_is_not_recorded(view: Disclosed) -> None:
    row = rows(view, ANSWERED[0], settled={"one": Settled(is_left=True)})[0]
    assert (row.is_new, row.is_left, row.asks) == (False, True, False)


def test_the_minute_and_the_body_of_the_meeting_stand_where_none_is_named(view: Disclosed) -> None:
    meeting = Meeting(DAY, "7", "SEND Improvement Board")
    one, two = rows(view, *ANSWERED, meeting=meeting)
    assert (one.minute, two.minute) == ("6.1", "7")
    assert two.act(meeting) == ConfirmAct(
        "two", "high", on=DAY, note="Charter agreed.", minute="7", body="SEND Improvement Board"
    )
