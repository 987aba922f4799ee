"""Last time beside this time: what changed, and who may read what of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import tiny
from judgement.prompted import ONE, Entry, a_state, person, rated
from maturity.judgement.disclosure import disclose
from maturity.judgement.last_time import NOT_COMPARABLE, since_words
from maturity.judgement.view import Audience, ItemView, LastView, LevelView

AFTER: Entry = (("session", "previous"), "before")
LEVELS = tuple(
    LevelView(name, name.title(), at, 3) for at, name in enumerate(("low", "middle", "high"), 1)
)


def _last(**more: Any) -> Entry:
    return (*ONE, "last"), {"session": "before", "on": "2025-03-20", **more}


def _state(state: str) -> Entry:
    return (*ONE, "rating"), {"state": state}


def _item(*entries: Entry, audience: Audience = Audience.BOARD) -> ItemView:
    return disclose(a_state(AFTER, *entries), tiny(), audience).item("one")


def _view(reach: str, **more: Any) -> dict[str, Any]:
    words = {"from": "Families", "from_kind": "group", "reason": "CANARY", "level": "Low"}
    return {**({} if reach == "noted" else words), "reach": reach, **more}


def _board(**more: Any) -> Entry:
    return (*ONE, "board"), {"outcome": "confirmed", "on": "2026-04-16", **more}


PARKED: Entry = ((*ONE, "parked"), {"parked": True})


@pytest.mark.parametrize(
    ("last", "now", "words"),
    [
        ({"level": "low", "said": "Low"}, rated("middle"), "Up from Low"),
        ({"level": "high", "said": "High"}, rated("middle"), "Down from High"),
        ({"level": "middle", "said": "Middle"}, rated("middle"), "Same"),
        ({"state": "not-reached"}, rated("low"), "Up from not reached"),
        ({"level": "low", "said": "Low"}, _state("not-reached"), "Down from Low"),
        ({"state": "cannot-say"}, rated("low"), "Was cannot say yet"),
        ({"level": "low"}, _state("cannot-say"), "Was Low"),
        ({"state": "cannot-say"}, _state("cannot-say"), "Same"),
        ({"level": "low"}, None, "Was Low"),
        ({"level": "low"}, PARKED, "Was Low"),
        ({"state": "parked"}, PARKED, "Same"),
        ({"state": "parked"}, rated("low"), "Was not settled"),
        ({}, rated("low"), "Was not rated"),
        ({}, None, "Was not rated"),
        ({"said": "Low", "carry": "to-confirm"}, rated("low"), NOT_COMPARABLE),
        ({"said": "Low", "carry": "history"}, rated("low"), NOT_COMPARABLE),
    ],
)
def test_what_changed_is_said_in_words(last: dict[str, Any], now: Entry | None, words: str) -> None:
    assert _item(_last(**last), *([now] if now else [])).since == words


def test_the_boards_answer_is_what_is_compared() -> None:
    before = _last(level="low", said="Low")
    assert _item(before, rated("middle"), _board(level="high")).since == "Up from Low"
    assert _item(before, rated("middle"), _board(level="low")).since == "Same"
    assert _item(before, rated("low"), _board(outcome="deferred")).since == "Same"
    assert _item(before, rated("high"), _board(state="not-reached")).since == "Down from Low"


def test_an_item_that_was_not_there_is_new_and_without_a_session_before_nothing_is_said() -> None:
    assert _item(rated("low")).since == "New"
    alone = disclose(a_state(rated("low")), tiny(), Audience.BOARD).item("one")
    assert (alone.last, alone.since) == (None, "")


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_up_one_way_is_down_the_other(before: LevelView, now: LevelView) -> None:
    there = since_words(LastView("", "", "", before, before.label, "", None, (), "kept"), now, "")
    back = since_words(LastView("", "", "", now, now.label, "", None, (), "kept"), before, "")
    pair = {there.split()[0], back.split()[0]}
    assert pair == ({"Same"} if before == now else {"Up", "Down"})


def test_level_aim_and_outcome_stand_beside_the_new_ones() -> None:
    aim = {"level": "high", "text": "Answer in a week."}
    last = _item(_last(level="low", said="Low", outcome="confirmed", aim=aim)).last
    assert last is not None
    assert (last.on, last.said, last.outcome, last.level) == (
        "2025-03-20", "Low", "confirmed", LevelView("low", "Low", 1, 3),
    )  # fmt: skip
    assert last.aim is not None
    assert (last.aim.level and last.aim.level.id, last.aim.text) == ("high", "Answer in a week.")


def test_a_pillar_that_only_stood_last_time_is_no_item_where_criteria_are_rated() -> None:
    framework = tiny().model_copy(
        update={"meta": tiny().meta.model_copy(update={"rate": "criteria"})}
    )
    view = disclose(a_state(AFTER, _last(level="low")), framework, Audience.BOARD)
    assert [item.id for item in view.items] == ["lens"]
    judged = disclose(a_state(AFTER, _last(level="low"), rated("middle")), framework, Audience.ROOM)
    assert [(item.id, item.since) for item in judged.items] == [
        ("lens", "New"),
        ("one", "Up from Low"),
    ]


@pytest.mark.parametrize(
    ("reach", "audience", "words"),
    [
        ("public", Audience.PUBLIC, ""),
        ("board", Audience.PUBLIC, "A further view was recorded and is held by the board."),
        ("noted", Audience.PUBLIC, "A different view was noted."),
        ("board", Audience.BOARD, ""),
        ("board", Audience.ROOM, ""),
        ("noted", Audience.BOARD, "A different view was noted."),
        ("noted", Audience.FACILITATOR, "A different view was noted."),
    ],
)
def test_an_unanswered_view_goes_no_further_than_its_reach(
    reach: str, audience: Audience, words: str
) -> None:
    item = _item(_last(level="low", dissent=[_view(reach)]), audience=audience)
    assert item.last is not None
    (view,) = item.last.views
    assert (view.withheld.reason if view.withheld else "") == words
    assert ("CANARY" in repr(item)) == (not words)
    assert (view.who, view.level) == (("Families", "Low") if not words else ("", ""))


@pytest.mark.parametrize(
    ("who", "audience", "label"),
    [
        ("Families", Audience.PUBLIC, "Families"),
        ("Someone from a family", Audience.PUBLIC, "Someone from a family"),
        ("The designated officer", Audience.PUBLIC, "Someone in the room"),
        ("The designated officer", Audience.BOARD, "The designated officer"),
        ("Bo Fenn 1", Audience.BOARD, "Someone in the room"),
        (None, Audience.BOARD, "Someone in the room"),
    ],
)
def test_a_view_goes_by_a_group_and_never_by_name(
    who: str | None, audience: Audience, label: str
) -> None:
    view = {"reason": "No.", "reach": "public"} | ({"from": who} if who else {})
    item = _item(_last(dissent=[view]), person(1, "health"), audience=audience)
    assert item.last is not None
    assert item.last.views[0].who == label


def test_names_on_the_register_reach_no_public_paper_by_way_of_last_time() -> None:
    aim = {"text": "Bo Fenn 1 answers in a week."}
    views = [_view("public", reason="Bo Fenn 1 said no.")]
    entries = (_last(aim=aim, dissent=views), person(1, "health"))
    assert "Bo Fenn" not in repr(_item(*entries, audience=Audience.PUBLIC))
    assert "Bo Fenn" in repr(_item(*entries).last)


def test_that_it_was_not_settled_and_which_session_it_was_are_not_public() -> None:
    public = _item(_last(state="parked"), audience=Audience.PUBLIC)
    assert public.last is not None
    assert (public.last.said, public.last.session) == ("Not rated", "")
    assert "before" not in repr(public)
    facilitator = _item(_last(state="parked"), audience=Audience.FACILITATOR)
    assert facilitator.last is not None
    assert (facilitator.last.said, facilitator.last.session) == ("Not settled", "before")
