"""What a returned paper says of each item, whatever an editor lost or a person changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returned_papers import Answer, paper

from builders import a_workshop
from maturity.evidence.returned import (
    Returned,
    ReturnedControl,
    ReturnedRemark,
    ReturnedTable,
    Shown,
    XmlPart,
    XmlValue,
)
from maturity.judgement.view import Audience, Disclosed
from maturity.report.answer_rows import Meeting, Question, Row, Settled, Whose
from maturity.report.answers import NAMESPACE, STORE
from maturity.report.readback import read_back
from maturity.session.acts.act import Refused
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.board import ConfirmAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.returned import ReturnedAct

DAY = "2026-04-16"
MEETING = Meeting(DAY)
VALUES = {
    "Not yet confirmed": "not-yet",
    "Low": "low",
    "Middle": "middle",
    "High": "high",
    "Deferred": "deferred",
    "Cannot say yet": "cannot-say",
}
ONE = Answer("one", "First things")
TWO = Answer("two", "Second things", rating="low", printed="Low ●○○")
ANSWERED = (
    Answer("one", "First things", "Middle", minute="6.1"),
    Answer("two", "Second things", "High", "Charter agreed.", rating="low", printed="Low ●○○"),
)


def a_view(tmp_path: Path, *acts: object) -> Disclosed:
    workshop = a_workshop(tmp_path)
    for act in (RateAct("one", "middle"), RateAct("two", "low"), *acts):
        workshop.do(act)
    view = workshop.view(Audience.BOARD)
    workshop.close()
    return view


@pytest.fixture
def view(tmp_path: Path) -> Disclosed:
    return a_view(tmp_path)


def rows(
    view: Disclosed,
    *answers: Answer,
    without: tuple[str, ...] = (),
    settled: dict[str, Settled] | None = None,
    meeting: Meeting = MEETING,
) -> tuple[Row, ...]:
    returned = paper(answers, VALUES, without=without, fingerprint=view.framework.fingerprint)
    return replace(read_back(view, returned, meeting), settled=settled or {}).rows


def first(view: Disclosed, answer: Answer, *agreed: Question, words: Whose | None = None) -> Row:
    settled = Settled(words=words, agreed=frozenset(agreed))
    return rows(view, answer, TWO, settled={"one": settled})[0]


@pytest.mark.parametrize(
    "without",
    [
        (),
        ("tags",),
        ("bindings",),
        ("data",),
        ("data", "properties"),
        ("tags", "bindings"),
        ("tags", "data"),
        ("controls",),
        ("controls", "data"),
        ("controls", "bookmarks"),
        ("table",),
        ("table", "tags"),
    ],
)
def test_every_answer_returns_whatever_an_editor_lost(
    view: Disclosed, without: tuple[str, ...]
) -> None:
    one, two = rows(view, *ANSWERED, without=without)
    assert (one.result, one.level, one.minute, one.is_new) == ("confirmed", "middle", "6.1", True)
    assert (two.result, two.level, two.reason, two.is_new) == (
        "amended",
        "high",
        "Charter agreed.",
        True,
    )


@pytest.mark.parametrize("without", [("controls", "table"), ("table", "tags", "data")])
def test_where_no_place_is_left_the_answer_is_missing(
    view: Disclosed, without: tuple[str, ...]
) -> None:
    assert [row.result for row in rows(view, *ANSWERED, without=without)] == ["missing"] * 2


def test_an_item_that_the_paper_does_not_have_is_missing(view: Disclosed) -> None:
    one, two = rows(view, ANSWERED[0])
    assert (one.result, two.result) == ("confirmed", "missing")
    assert two.told == "The paper has no place for this answer."


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


@pytest.mark.parametrize(
    ("row", "near", "item"),
    [
        ("First  things", "", "one"),
        ("", "item_two", "two"),
        ("", "evidence_of_two", "two"),
        ("A1", "actions", ""),
    ],
)
def test_a_remark_stands_beside_the_item_of_its_row_or_its_part(
    view: Disclosed, row: str, near: str, item: str
) -> None:
    said = ReturnedRemark(kind="insertion", words="By June.", row=row, near=near)
    own = (("maturity session", view.session.id),)
    (remark,) = read_back(view, Returned(properties=own, remarks=(said,)), MEETING).remarks
    assert (remark.item, remark.said) == (item, "Put in: By June.")


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


def test_a_row_whose_name_stands_twice_is_nobodys(view: Disclosed) -> None:
    row = rows(view, ANSWERED[0], ANSWERED[0], without=("controls", "data"))[0]
    assert row.result == "missing"


def test_a_table_without_its_columns_or_rows_has_no_answer(view: Disclosed) -> None:
    words = ("Paper reference: northmere-b3a10f, 0123456789abcdef, 12.",)
    heads = tuple(Shown(text=text) for text in ("Who", "What"))
    for table in (
        ReturnedTable(bookmarks=("answers",)),
        ReturnedTable(bookmarks=("answers",), rows=(heads, heads)),
    ):
        found = read_back(view, Returned(tables=(table,), paragraphs=words), MEETING)
        assert [row.result for row in found.rows] == ["missing", "missing"]


def refusal(view: Disclosed, returned: Returned) -> str:
    with pytest.raises(Refused) as refused:
        read_back(view, returned, MEETING)
    return str(refused.value)


@pytest.mark.parametrize("without", [(), ("data",), ("data", "properties")])
def test_a_paper_of_another_session_is_refused(view: Disclosed, without: tuple[str, ...]) -> None:
    other = paper(ANSWERED, VALUES, without=without, session="c4b21e")
    assert refusal(view, other).startswith("This paper was made from another session, so nothing")


@pytest.mark.parametrize("without", [(), ("data",)])
def test_a_paper_of_another_edition_is_refused(view: Disclosed, without: tuple[str, ...]) -> None:
    other = paper(ANSWERED, VALUES, without=without)
    assert refusal(view, other).startswith("This paper was made from another edition of the frame")


def test_a_paper_that_names_no_session_is_refused(view: Disclosed) -> None:
    said = refusal(view, Returned(paragraphs=("Words.",)))
    assert said.startswith("Nothing in this file says which session it was made from")
    assert "maturity confirm SESSION ITEM LEVEL --on DATE" in said


_WORDS = st.sampled_from(
    ("Middle", "not-yet", "high", "Deferred", "", "one", "First things", "Item", "Decision", "☒")
) | st.text(max_size=12)
_SHOWN = st.builds(Shown, text=_WORDS, is_inserted=st.booleans(), is_deleted=st.booleans())
_PATHS = st.sampled_from(("/paper[1]", "/paper[1]/item[1]", "/paper[1]/item[1]/decision[1]"))
_NAMES = st.sampled_from(("key", "session", "provisional", "given"))
_ANYTHING = st.builds(
    Returned,
    xml=st.lists(
        st.builds(
            XmlPart,
            store=st.sampled_from((STORE, "")),
            namespace=st.just(NAMESPACE),
            values=st.lists(
                st.builds(
                    XmlValue,
                    path=_PATHS,
                    attributes=st.lists(st.tuples(_NAMES, _WORDS), max_size=3).map(tuple),
                    text=_WORDS,
                ),
                max_size=4,
            ).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    properties=st.just((("maturity session", "northmere-b3a10f"),)),
    controls=st.lists(
        st.builds(
            ReturnedControl,
            tag=st.sampled_from(("confirm.one", "reason.one", "agreed.x", "")),
            store=st.just(STORE),
            path=_PATHS,
            shown=_SHOWN,
            is_ticked=st.none() | st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    tables=st.lists(
        st.builds(
            ReturnedTable,
            bookmarks=st.sampled_from((("answers",), ("actions_table",), ())),
            rows=st.lists(st.lists(_SHOWN, max_size=4).map(tuple), max_size=3).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)


@pytest.fixture(scope="module")
def any_view(tmp_path_factory: pytest.TempPathFactory) -> Disclosed:
    return a_view(tmp_path_factory.mktemp("any"), ActionAct("Finish the charter"))


@settings(deadline=None, max_examples=80)
@given(returned=_ANYTHING)
def test_whatever_was_read_gives_a_row_an_item_or_is_refused(
    any_view: Disclosed, returned: Returned
) -> None:
    try:
        found = read_back(any_view, returned, MEETING)
    except Refused:
        return
    assert [row.item for row in found.rows] == ["one", "two"]
    for row in found.rows:
        assert row.told_in_full.endswith(("?", "."))
        assert not (row.is_new and row.asks)
        for left in (found.leave(row), found.agree(row), found.take_words([row], "data")):
            assert len(left.rows) == len(found.rows)
