"""Item views kept from an earlier state: never another view, and never made twice for nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judgement.prompted import Entry, a_framework, a_state, link, rated
from maturity.framework import Framework
from maturity.judgement.disclosure import disclose
from maturity.judgement.kept_items import KeptItems
from maturity.judgement.prompts.asked import PROMPTS
from maturity.judgement.view import Audience, ItemView
from maturity.session.kinds import is_collection, put, validated
from maturity.session.state import SessionState

MORE = ("three", "four", "five")
PILLAR = """
[pillar.{name}]
title = "More things, {name}"
question = "How well do we do more things?"
level = {{ low = "Now and then.", middle = "Mostly.", high = "Always." }}
"""
FRAMEWORK = a_framework(*(PILLAR.format(name=name) for name in MORE))
EVERY_PROMPT = a_framework(
    *(PILLAR.format(name=name) for name in MORE),
    "[prompt]",
    *(f"{rule.id} = {{ on = true }}" for rule in PROMPTS),
)


def one_more(state: SessionState, entry: Entry) -> SessionState:
    at, raw = entry
    kind = at[:-1] if is_collection(at[:-1]) else at
    return put(state, at, None if raw is None else validated(kind, raw))


def votes(item: str, number: int, *counts: int, **more: object) -> Entry:
    tally = dict(zip(("low", "middle", "high"), counts, strict=True))
    return ("pillar", item, "rounds", f"r.{number}"), {"n": number, "tally": tally, **more}


ALIKE = a_state(
    *(rated("low", item) for item in ("one", "two", *MORE)),
    *(link("a", item=item) for item in ("one", "two", "three", "four")),
)
"""Every item rated at one level, and one excerpt on four of them: what prompts look across at."""

ACTION: dict[str, Any] = {"text": "Share the table", "item": "one", "agreed": True}
STEPS: tuple[Entry, ...] = (
    *(rated(level, item) for level in ("low", "high") for item in ("one", "two")),
    *(votes(item, n, 1, 4, n) for item in ("one", "two") for n in (1, 2)),
    votes("one", 3, 3, 0, 3, revealed=False),
    *(link(name, item=item) for name in ("a", "b") for item in ("one", "two")),
    (("pillar", "one", "notes", "n.1"), {"text": "Seen.", "tag": "strength"}),
    (("pillar", "two", "dissent", "d.1"), {"from": "Alex Alder", "from_kind": "role"}),
    (("pillar", "one", "parked"), {"parked": True}),
    (("criterion", "lens", "seen"), "middle"),
    (("people", "p.1"), {"name": "Alex Alder", "group": "health", "state": "present"}),
    (("people", "p.2"), {"name": "Sam Sorrel", "group": "families", "state": "apologies"}),
    (("actions", "a.1"), ACTION),
    (("actions", "a.1"), {**ACTION, "owners": ("AA",), "due": "May"}),
    (("actions", "a.1"), {**ACTION, "item": "two", "owners": ("Steering group",)}),
    (("actions", "a.2"), {"text": "Write it down", "forum": "Steering group", "due": "May"}),
    (("kloes", "k.1"), {"text": "Why?", "item": "two"}),
    (("kloes", "k.1"), {"text": "Why?", "item": "two", "closed": "2026-03-01"}),
    (("kloes", "k.2"), {"text": "Who?", "forum": "Steering group"}),
    (("session", "no_risks"), True),
    (("documents", "d"), {"sha256": "0" * 64, "title": "A paper", "owner": "Steering group"}),
    (("pillar", "two", "last"), {"session": "before", "state": "provisional", "level": "low"}),
    (("documents", "d"), {"sha256": "0" * 64, "title": "A paper", "kind": "activity"}),
    (("excerpts", "ea", "date"), "2020-01-01"),
    (("session", "date"), "2026-03-23"),
    (("settings", "marking"), "OFFICIAL"),
)
TAKEN: tuple[Entry, ...] = tuple((at, None) for at, _ in STEPS)


@given(
    st.lists(st.sampled_from(STEPS + TAKEN), max_size=25),
    st.sampled_from((SessionState(), ALIKE)),
    st.sampled_from((FRAMEWORK, EVERY_PROMPT)),
    st.sampled_from(Audience),
)
def test_what_was_kept_is_what_would_be_made_anew(
    steps: list[Entry], state: SessionState, framework: Framework, audience: Audience
) -> None:
    kept = KeptItems()
    disclose(state, framework, audience, kept)
    for step in steps:
        state = one_more(state, step)
        assert disclose(state, framework, audience, kept) == disclose(state, framework, audience)


@pytest.mark.parametrize(
    "step",
    [votes("one", 1, 1, 5, 1), rated(), link(), (("actions", "a.1"), ACTION)],
    ids=["a vote", "a rating", "a link", "an action"],
)
def test_what_is_of_one_item_makes_the_view_of_that_item_alone(step: Entry) -> None:
    kept, state = KeptItems(), SessionState()
    before = disclose(state, FRAMEWORK, Audience.ROOM, kept)
    after = disclose(one_more(state, step), FRAMEWORK, Audience.ROOM, kept)
    assert after.item("two") is before.item("two")
    assert after.item("one") != before.item("one")


OWNED_BY_A_FORUM: tuple[Entry, ...] = (
    (("people", "p.1"), {"name": "Alex Alder"}),
    (("actions", "a.1"), {**ACTION, "owners": ("Steering group",), "due": "May"}),
)


@pytest.mark.parametrize(
    ("entries", "step"),
    [
        (OWNED_BY_A_FORUM, (("actions", "a.2"), {"text": "Write it", "forum": "Steering group"})),
        (OWNED_BY_A_FORUM, (("kloes", "k.1"), {"text": "Who?", "forum": "Steering group"})),
        (((("session", "no_risks"), True),), (("kloes", "k.1"), {"text": "Who?"})),
    ],
    ids=["a forum of an action", "a forum of an enquiry", "an open enquiry"],
)
def test_an_entry_of_no_item_shows_where_a_prompt_looks_at_it(
    entries: tuple[Entry, ...], step: Entry
) -> None:
    kept, state = KeptItems(), a_state(*entries)
    before = disclose(state, FRAMEWORK, Audience.ROOM, kept)
    after = one_more(state, step)
    shown = disclose(after, FRAMEWORK, Audience.ROOM, kept)
    assert shown == disclose(after, FRAMEWORK, Audience.ROOM)
    assert ids(shown.item("one")) != ids(before.item("one"))


def test_a_rating_makes_every_view_again_where_a_prompt_looks_at_all_ratings() -> None:
    kept = KeptItems()
    before = disclose(ALIKE, EVERY_PROMPT, Audience.ROOM, kept)
    after = disclose(one_more(ALIKE, rated("high")), EVERY_PROMPT, Audience.ROOM, kept)
    assert after.item("two") is not before.item("two")
    assert ids(after.item("two")) == ids(before.item("two")) - {"same-level-everywhere"}


def ids(item: ItemView) -> set[str]:
    return {prompt.id for prompt in item.prompts}


def test_another_framework_makes_every_view_again() -> None:
    kept, state = KeptItems(), SessionState()
    before = disclose(state, FRAMEWORK, Audience.ROOM, kept)
    after = disclose(state, a_framework("[report]", 'not_rated = "None"'), Audience.ROOM, kept)
    assert after.item("one") is not before.item("one")
