"""Item views kept from an earlier state: never another view, and never made twice for nothing."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from judgement.prompted import Entry, a_framework, link, rated
from maturity.judgement.disclosure import disclose
from maturity.judgement.kept_items import KeptItems
from maturity.judgement.view import Audience
from maturity.session.kinds import is_collection, put, validated
from maturity.session.state import SessionState

FRAMEWORK = a_framework()


def one_more(state: SessionState, entry: Entry) -> SessionState:
    at, raw = entry
    kind = at[:-1] if is_collection(at[:-1]) else at
    return put(state, at, None if raw is None else validated(kind, raw))


def votes(item: str, number: int, *counts: int, **more: object) -> Entry:
    tally = dict(zip(("low", "middle", "high"), counts, strict=True))
    return ("pillar", item, "rounds", f"r.{number}"), {"n": number, "tally": tally, **more}


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
    (("kloes", "k.1"), {"text": "Why?", "item": "two"}),
    (("documents", "d"), {"sha256": "0" * 64, "title": "A paper", "kind": "activity"}),
    (("excerpts", "ea", "date"), "2020-01-01"),
    (("session", "date"), "2026-03-23"),
    (("settings", "marking"), "OFFICIAL"),
)
TAKEN: tuple[Entry, ...] = tuple((at, None) for at, _ in STEPS)


@given(st.lists(st.sampled_from(STEPS + TAKEN), max_size=25), st.sampled_from(Audience))
def test_what_was_kept_is_what_would_be_made_anew(steps: list[Entry], audience: Audience) -> None:
    kept, state = KeptItems(), SessionState()
    for step in steps:
        state = one_more(state, step)
        assert disclose(state, FRAMEWORK, audience, kept) == disclose(state, FRAMEWORK, audience)


def test_a_vote_makes_the_view_of_its_own_item_alone() -> None:
    kept, state = KeptItems(), one_more(SessionState(), rated())
    before = disclose(state, FRAMEWORK, Audience.ROOM, kept)
    after = disclose(one_more(state, votes("one", 1, 1, 5, 1)), FRAMEWORK, Audience.ROOM, kept)
    assert after.item("two") is before.item("two")
    assert after.item("one").rounds


def test_a_rating_makes_every_view_again_since_prompts_look_at_all_ratings() -> None:
    kept, state = KeptItems(), SessionState()
    before = disclose(state, FRAMEWORK, Audience.ROOM, kept)
    after = disclose(one_more(state, rated()), FRAMEWORK, Audience.ROOM, kept)
    assert after.item("two") is not before.item("two")


def test_another_framework_makes_every_view_again() -> None:
    kept, state = KeptItems(), SessionState()
    before = disclose(state, FRAMEWORK, Audience.ROOM, kept)
    after = disclose(state, a_framework("[report]", 'not_rated = "None"'), Audience.ROOM, kept)
    assert after.item("one") is not before.item("one")
