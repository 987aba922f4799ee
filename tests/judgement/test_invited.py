"""What may be sent before the sitting: nothing that anybody said, and no words of a child."""

from typing import Any

import pytest

from builders import tiny
from judgement.prompted import DAY, ONE, Entry, a_framework, a_state, link, rated
from maturity.judgement.invited import Invited, invited
from maturity.judgement.marks import COVERED
from maturity.judgement.view import Audience
from maturity.judgement.wording import VOTING

AGENDA = """[agenda]
minutes = 100
opening_minutes = 20
break_minutes = 10
break_after = ["one", "two"]
closing_minutes = 10
"""


LISTS = {"people", "actions", "kloes", "decisions", "risks", "rounds", "dissent", "notes"}


def seen(*entries: Entry) -> Invited:
    return invited(a_state(DAY, *map(_with_id, enumerate(entries))), tiny())


def _with_id(entry: tuple[int, Entry]) -> Entry:
    number, (at, value) = entry
    return ((*at, f"aa.{number}") if at[-1] in LISTS else at), value


def a_round(**more: Any) -> Entry:
    return (*ONE, "rounds"), {"n": 1, "tally": {"low": 4, "high": 4}, **more}


def test_nothing_that_anybody_said_is_in_it() -> None:
    said = seen(
        rated("high"),
        a_round(revealed=False, groups={"families": {"tally": {"low": 4}}}),
        ((*ONE, "because"), "CANARY"),
        ((*ONE, "next_step"), "CANARY"),
        ((*ONE, "confidence"), "low"),
        ((*ONE, "aim"), {"level": "high", "text": "CANARY"}),
        ((*ONE, "dissent"), {"reason": "CANARY", "reach": "public"}),
        ((*ONE, "notes"), {"text": "CANARY"}),
        ((*ONE, "notes"), {"text": "CANARY", "private": True}),
        ((*ONE, "parked"), {"parked": True, "because": "CANARY"}),
        ((*ONE, "answers", "felt-by-families"), {"outcome": "answered", "text": "CANARY"}),
        (("criterion", "lens", "seen"), "middle"),
        (("page", "story"), "CANARY"),
        (("page", "families"), ["CANARY"]),
        (("actions",), {"text": "CANARY"}),
        (("kloes",), {"text": "CANARY"}),
        (("decisions",), {"text": "CANARY"}),
        (("risks",), {"text": "CANARY"}),
        (("people",), {"name": "Canary Person", "group": "families", "state": "present"}),
    )
    assert "canary" not in repr(said).casefold()
    item = said.shown.item("one")
    assert (item.rounds, item.dissents, item.median, item.prompts) == ((), (), (), ())
    assert (item.rating.state, item.rating.level, item.suggested) == ("unrated", None, None)
    assert all(lens.seen is None for lens in item.lenses)
    assert said.shown.gaps == ()


def test_it_is_the_same_whatever_the_room_says_later() -> None:
    before = (link("a", "Answers are quicker."), (("page", "bring"), ["A letter."]))
    after = (
        rated("low"),
        rated("high", "two"),
        a_round(),
        ((*ONE, "dissent"), {"reason": "Not so.", "reach": "public"}),
        ((*ONE, "notes"), {"text": "A note."}),
        (("criterion", "lens", "seen"), "middle"),
        (("page", "for_families"), "We looked together."),
        (("actions",), {"text": "An action."}),
    )
    assert seen(*before, *after) == seen(*before)


def test_the_evidence_and_what_to_bring_are_in_it() -> None:
    said = seen(link("a", "Answers are quicker."), (("page", "bring"), ["A letter you sent."]))
    assert [one.quote for one in said.shown.item("one").links] == ["Answers are quicker."]
    assert said.shown.page.bring == ("A letter you sent.",)


@pytest.mark.parametrize("choice", [None, "redact", "keep"])
def test_words_that_may_identify_a_child_are_covered_in_their_place(choice: str | None) -> None:
    privacy = {"choice": choice, "because": "The family agreed."}
    settled: list[Entry] = [(("excerpts", "ea", "privacy"), privacy)] if choice else []
    marked = link("a", "CANARY lives here", personal_data=True, shows="CANARY again")
    said = seen(marked, link("b", "Plain words."), *settled)
    assert "CANARY" not in repr(said)
    assert [one.quote for one in said.shown.item("one").links] == [
        COVERED[Audience.BOARD],
        "Plain words.",
    ]


def test_people_on_the_register_are_named_in_no_evidence_but_may_be_asked_for_the_link() -> None:
    said = seen(
        (("people",), {"name": "Ash Reed", "group": "health"}),
        link("a", "Ash Reed said that answers are quicker."),
        (("settings", "joining"), "Ask Ash Reed for the link."),
        (("settings", "place"), "The Guildhall"),
        (("settings", "starts"), "half past nine"),
    )
    assert "Ash Reed" not in repr(said.shown.items)
    assert said.joining == "Ask Ash Reed for the link."
    assert (said.place, said.starts) == ("The Guildhall", "half past nine")


def test_how_it_runs_is_the_time_box_of_the_session() -> None:
    framework = a_framework(AGENDA)
    run = invited(a_state(DAY), framework).run
    assert (run.opening, run.closing, run.break_minutes) == (20, 10, 10)
    assert run.breaks == ("First things",)
    assert run.voting == VOTING["paper"]
    assert run.each == 60 // len(framework.items)
    longer = invited(a_state(DAY, (("agenda", "opening_minutes"), 30)), framework)
    assert (longer.run.opening, longer.run.each) == (30, 50 // len(framework.items))


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ({"level": "low"}, "Low"),
        ({"state": "not-reached"}, "Not reached"),
        ({"state": "cannot-say"}, "Cannot say yet"),
        ({}, "Not rated"),
    ],
)
def test_last_time_is_told_without_the_words_of_a_view(before: dict[str, Any], words: str) -> None:
    aim = {"level": "high", "text": "Answer within a week."}
    view = {"reason": "CANARY", "reach": "public"}
    last = {"session": "s", "on": "2025-03-01", "aim": aim, "dissent": [view]}
    said = seen(((*ONE, "last"), {**last, **before}), (("session", "previous"), "s"))
    one = said.last["one"]
    assert (one.on, one.said, len(one.views)) == ("2025-03-01", words, 1)
    assert one.aim is not None
    assert (one.aim.level and one.aim.level.id, one.aim.text) == ("high", "Answer within a week.")
    assert "CANARY" not in repr(said)
    # beside the question it would stand beside the box for a vote of one's own
    assert {(item.last, item.since) for item in said.shown.items} == {(None, "")}


def test_without_a_last_time_there_is_none() -> None:
    assert seen(rated("low")).last == {}
