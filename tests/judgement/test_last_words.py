"""Last time in sentences."""

from typing import Any

import pytest

from builders import tiny
from judgement.prompted import ONE, Entry, a_state, rated
from maturity.judgement.disclosure import disclose
from maturity.judgement.last_words import last_lines, moved_words, unanswered_lines
from maturity.judgement.view import Audience, ItemView


def _item(last: dict[str, Any] | None) -> ItemView:
    entries = [((*ONE, "last"), {"session": "s", **last})] if last is not None else []
    state = a_state((("session", "previous"), "s"), *entries)
    return disclose(state, tiny(), Audience.ROOM).item("one")


@pytest.mark.parametrize(
    ("last", "lines"),
    [
        (None, ()),
        ({"level": "low", "said": "Low"}, ("Last time: Low.",)),
        (
            {"state": "cannot-say", "on": "2025-03-01"},
            ("Last time (1 March 2025): Cannot say yet.",),
        ),
        (
            {"level": "low", "said": "Low", "outcome": "amended", "aim": {"level": "high"}},
            ("Last time: Low, amended by the board.", "Aim set then: High"),
        ),
        (
            {"said": "Low", "carry": "history", "aim": {"text": "High:\nAnswer."}},
            (
                "Last time: Low. The words have changed since, so the two cannot be compared.",
                "Aim set then: High: Answer.",
            ),
        ),
    ],
)
def test_level_and_aim_are_said(last: dict[str, Any] | None, lines: tuple[str, ...]) -> None:
    assert last_lines(_item(last)) == lines


def test_each_unanswered_view_has_a_line() -> None:
    views = [
        {"from": "A forum", "level": "Low", "reason": "Not\nhere.", "change": "A letter."},
        {"from": "A forum"},
        {"reach": "noted"},
    ]
    assert unanswered_lines(_item({"dissent": views})) == (
        "Unanswered last time, A forum (Low): Not here. What would change it: A letter.",
        "Unanswered last time, A forum: no reason was written.",
        "Unanswered last time: a different view was noted.",
    )
    assert unanswered_lines(_item(None)) == ()


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ((rated("high"),), "It was Low last time: what changed?"),
        ((rated("low"),), ""),
        ((), ""),
        ((rated("high"), ((*ONE, "because"), "New leads.")), ""),
    ],
)
def test_a_level_that_moved_without_a_because_is_asked_about(
    entries: tuple[Entry, ...], words: str
) -> None:
    last: Entry = ((*ONE, "last"), {"session": "s", "level": "low", "said": "Low"})
    view = disclose(a_state(last, *entries), tiny(), Audience.ROOM)
    assert moved_words(view.item("one")) == words
    assert moved_words(view.item("two")) == ""
