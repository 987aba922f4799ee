"""What a new session takes over from the one before it."""

from typing import Any

import pytest

from builders import TINY, tiny, tiny_with
from judgement.prompted import ONE, Entry, a_dissent, a_state, person, rated
from maturity.framework import Framework, parse
from maturity.judgement.carry import Carried, carry
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused
from maturity.session.kinds import put, validated
from maturity.session.state import SessionState

FACTS: tuple[Entry, ...] = (
    (("session", "id"), "northmere-2025-aaaaaa"),
    (("session", "title"), "Northmere, autumn 2025"),
    (("session", "date"), "2025-09-23"),
)
PARKED: Entry = ((*ONE, "parked"), {"parked": True, "because": "Not yet."})


REWORDED = tiny_with(('level.low = "Now and then."', 'level.low = "Hardly ever."'))


def _carry(*entries: Entry, framework: Framework | None = None) -> Carried:
    return carry(a_state(*FACTS, *entries), tiny(), framework or tiny())


def _last(*entries: Entry, framework: Framework | None = None, item: str = "one") -> Any:
    changes = {change.at: change.new for change in _carry(*entries, framework=framework).changes}
    return changes["pillar", item, "last"]


def _new_session(carried: Carried) -> SessionState:
    state = SessionState()
    for change in carried.changes:
        state = put(state, change.at, validated(change.at, change.new))
    return state


def _aim(**more: Any) -> Entry:
    return (*ONE, "aim"), more


def _board(**more: Any) -> Entry:
    return (*ONE, "board"), {"outcome": "confirmed", "on": "2025-12-04", **more}


def test_level_and_aim_come_along_with_the_session_they_are_from() -> None:
    carried = _carry(rated("low"), _aim(level="high", text="Answer in a week."))
    assert carried.changes[0].at == ("session", "previous")
    assert carried.changes[0].new == "northmere-2025-aaaaaa"
    (last,) = [change.new for change in carried.changes[1:]]
    assert last == {
        "session": "northmere-2025-aaaaaa",
        "on": "2025-09-23",
        "state": "provisional",
        "level": "low",
        "said": "Low",
        "aim": {"level": "high", "text": "Answer in a week."},
        "carry": "kept",
    }
    assert carried.said == (
        "Last time was Northmere, autumn 2025 (23 September 2025): 1 item was rated; "
        "1 can be compared."
    )


def test_what_was_carried_is_what_the_new_session_shows() -> None:
    state = _new_session(_carry(rated("low"), rated("high", "two")))
    view = disclose(state, tiny(), Audience.BOARD)
    assert [(item.last.said, item.since) for item in view.items if item.last] == [
        ("Low", "Was Low"),
        ("High", "Was High"),
    ]


@pytest.mark.parametrize(
    ("entries", "level", "state", "outcome"),
    [
        ((rated("low"), _board(level="low")), "low", "provisional", "confirmed"),
        (
            (rated("low"), _board(outcome="amended", level="middle")),
            "middle", "provisional", "amended",
        ),
        (
            (rated("low"), _board(outcome="amended", state="not-reached")),
            None, "not-reached", "amended",
        ),
        ((rated("low"), _board(outcome="deferred")), "low", "provisional", "deferred"),
        ((rated("low"), PARKED), None, "parked", None),
        ((rated("low"), PARKED, _board(level="low")), "low", "provisional", "confirmed"),
        ((((*ONE, "rating"), {"state": "cannot-say"}),), None, "cannot-say", None),
        ((_aim(text="Ask."),), None, None, None),
    ],
)  # fmt: skip
def test_the_boards_answer_goes_before_the_rating(
    entries: tuple[Entry, ...], level: str | None, state: str | None, outcome: str | None
) -> None:
    last = _last(*entries)
    assert (last.get("level"), last.get("state"), last.get("outcome")) == (level, state, outcome)


def test_words_that_changed_take_the_word_of_the_level_and_not_the_level() -> None:
    last = _last(rated("low"), _aim(level="high", text="Ask."), framework=REWORDED)
    assert last["carry"] == "to-confirm"
    assert (last["said"], "level" in last) == ("Low", False)
    assert last["aim"] == {"text": "High: Ask."}
    said = _carry(rated("low"), framework=REWORDED).said
    assert said.endswith("1 item was rated; 1 was reworded since.")


def test_a_state_in_changed_words_keeps_its_own_word() -> None:
    framework = tiny_with(
        ('level.low = "Now and then."', 'level.low = "Hardly ever."'),
        ("[voice]", '[report]\nnot_rated = "Not yet there"\n[voice]'),
    )
    entry: Entry = ((*ONE, "rating"), {"state": "not-reached"})
    assert _last(entry, framework=framework)["said"] == "Not reached"


def _both() -> Framework:
    text = TINY.decode().replace("[pillar.one]", '[pillar.both]\nwas = ["one", "two"]')
    text = text.replace('pillar = "one"', 'pillar = "both"')
    start, end = text.index("[pillar.two]"), text.index("[criterion.lens]")
    return parse((text[:start] + text[end:]).encode(), "tiny.toml")


def test_items_that_became_one_are_told_each_by_its_name() -> None:
    both = _both()
    entries = (rated("low"), rated("high", "two"), _aim(level="high"), a_dissent(reason="No."))
    last = _last(*entries, framework=both, item="both")
    assert (last["said"], last["carry"]) == ("First: Low; Second things: High", "history")
    assert last["aim"] == {"text": "First: High"}
    assert [one["reason"] for one in last["dissent"]] == ["No."]
    assert _carry(*entries, framework=both).said.endswith("1 item was rated; 1 cannot be compared.")


def test_that_an_item_was_not_settled_is_in_no_words_that_the_public_reads() -> None:
    carried = _carry(rated("low"), PARKED, framework=REWORDED)
    state = _new_session(carried)
    public = disclose(state, REWORDED, Audience.PUBLIC).item("one")
    board = disclose(state, REWORDED, Audience.BOARD).item("one")
    assert [one.last.said for one in (public, board) if one.last] == ["Not rated", "Not settled"]
    both = _carry(rated("low"), PARKED, rated("high", "two"), framework=_both())
    assert "settled" not in repr(both.changes)


def test_an_item_that_has_gone_is_named() -> None:
    other = tiny_with(('id = "tiny"', 'id = "other"'), ("[pillar.two]", "[pillar.three]"))
    both = _carry(rated("low"), rated("high", "two"), framework=other).said
    assert both.endswith(
        "1 item was rated; 1 can be compared. Not in this framework: Second things."
    )
    gone = _carry(rated("high", "two"), framework=other)
    assert [change.at for change in gone.changes] == [("session", "previous")]
    assert gone.said.endswith(
        "none of what was rated then is in this framework, so every item is new."
    )


def test_only_views_without_an_answer_come_along_with_their_reach() -> None:
    def view(name: str, **more: Any) -> Entry:
        words = {"from": "Families", "from_kind": "group", "reason": name, "change": "A letter."}
        return (*ONE, "dissent", f"cc.{name}"), {**words, **more}

    last = _last(
        rated("middle"),
        view("open", level="low"),
        view("answered", status="answered", answer="We heard."),
        view("withdrawn", status="withdrawn", reason=None),
        view("noted", reach="noted"),
        *(person(number, "families") for number in range(2)),
    )
    assert last["dissent"] == [
        {
            "from": "Families", "from_kind": "group", "level": "Low", "reason": "open",
            "change": "A letter.", "reach": "board",
        },
        {"reach": "noted"},
    ]  # fmt: skip


def test_a_group_of_one_comes_along_as_the_wider_group() -> None:
    entry = a_dissent(**{"from": "Families", "from_kind": "group", "reason": "No."})
    last = _last(rated("middle"), entry, person(1, "families"))
    assert last["dissent"][0]["from"] == "Someone from a family"


def test_nobody_on_the_earlier_register_is_named() -> None:
    entry = a_dissent(reason="Bo Fenn 1 knows why.", reach="public")
    last = _last(rated("low"), entry, _aim(text="BO FENN 1 writes."), person(1, "health"))
    assert "fenn" not in repr(last).casefold()


@pytest.mark.parametrize(("day", "has_said"), [("2025-09-23", True), ("2025-09-24", False)])
def test_two_sessions_of_one_day_are_told(day: str, has_said: bool) -> None:  # noqa: FBT001 of a table
    carried = carry(a_state(*FACTS, rated("low")), tiny(), tiny(), day=day)
    assert ("Both are on the same day" in carried.said) is has_said


def test_a_session_of_a_later_day_is_no_last_time() -> None:
    said = (
        '"Northmere, autumn 2025" is on 23 September 2025, later than the new session '
        r"\(22 September 2025\)"
    )
    with pytest.raises(Refused, match=said):
        carry(a_state(*FACTS, rated("low")), tiny(), tiny(), day="2025-09-22")


@pytest.mark.parametrize("day", ["", "soon"])
def test_without_two_days_nothing_is_said_of_their_order(day: str) -> None:
    carried = carry(a_state(*FACTS, rated("low")), tiny(), tiny(), day=day)
    assert carried.said.endswith("1 can be compared.")


def test_nothing_that_was_voted_noted_or_linked_comes_along() -> None:
    last = _last(
        rated("low"),
        ((*ONE, "because"), "CANARY"),
        ((*ONE, "notes", "nn.1"), {"text": "CANARY"}),
        ((*ONE, "rounds", "bb.1"), {"n": 1, "tally": {"low": 3}}),
    )
    assert set(last) == {"session", "on", "state", "level", "said", "carry"}


@pytest.mark.parametrize("entries", [(), (person(1, "health"),), (((*ONE, "because"), "Why."),)])
def test_a_session_in_which_nothing_was_rated_is_refused(entries: tuple[Entry, ...]) -> None:
    with pytest.raises(Refused, match=r'^Nothing was rated in "Northmere, autumn 2025"'):
        _carry(*entries)
