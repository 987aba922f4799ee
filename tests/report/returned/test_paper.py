"""A returned paper: whose it is, where its answers stand, and what else is in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.evidence.answers.returned import (
    Returned,
    ReturnedControl,
    ReturnedRemark,
    ReturnedTable,
    Shown,
    XmlPart,
    XmlValue,
)
from maturity.judgement.view import Disclosed
from maturity.report.answers import NAMESPACE, STORE
from maturity.report.returned.paper import returned_paper
from maturity.session.acts.act import Refused
from maturity.session.acts.actions import ActionAct
from returned.papers import ANSWERED, MEETING, VALUES, a_view, paper, rows


@pytest.fixture
def view(tmp_path: Path) -> Disclosed:
    return a_view(tmp_path)


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
    (remark,) = returned_paper(view, Returned(properties=own, remarks=(said,)), MEETING).remarks
    assert (remark.item, remark.said) == (item, "Put in: By June.")


def test_a_row_may_call_an_item_by_its_short_name(view: Disclosed) -> None:
    short = replace(view, items=tuple(replace(one, short=f"No. {one.id}") for one in view.items))
    named = tuple(replace(answer, title=f"No. {answer.item}") for answer in ANSWERED)
    for answers in (named, ANSWERED):
        found = rows(short, *answers, without=("controls", "data"))
        assert [row.result for row in found] == ["confirmed", "amended"]


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
        found = returned_paper(view, Returned(tables=(table,), paragraphs=words), MEETING)
        assert [row.result for row in found.rows] == ["missing", "missing"]


def refusal(view: Disclosed, returned: Returned) -> str:
    with pytest.raises(Refused) as refused:
        returned_paper(view, returned, MEETING)
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
        found = returned_paper(any_view, returned, MEETING)
    except Refused:
        return
    assert [row.item for row in found.rows] == ["one", "two"]
    for row in found.rows:
        assert row.told_in_full.endswith(("?", "."))
        assert not (row.is_new and row.asks)
        for left in (found.leave(row), found.agree(row), found.take_words([row], "data")):
            assert len(left.rows) == len(found.rows)
