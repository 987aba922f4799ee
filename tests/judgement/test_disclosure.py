"""The gate: what each audience may see, and that what it may not is nowhere in its view."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import tiny
from maturity.judgement.disclosure import disclose, facts_of, house_word
from maturity.judgement.view import Audience, Disclosed, Withheld
from maturity.session.acts.dissents import DissentAct
from maturity.session.kinds import put, validated
from maturity.session.state import SessionState
from session.acts.kept import kept

FACILITATOR, ROOM, BOARD, PUBLIC = Audience
OTHERS = (ROOM, BOARD, PUBLIC)
ONE = ("pillar", "one")


def a_state(*entries: tuple[tuple[str, ...], object]) -> SessionState:
    """A state with these values; a path that ends in a collection gets an entry."""
    state = SessionState()
    for number, (at, raw) in enumerate(entries):
        is_entry = at[-1] in {"rounds", "dissent", "notes", "links", "people", "actions"}
        path = (*at, f"aa.{number}") if is_entry else at
        state = put(state, path, validated(at, raw))
    return state


def seen(state: SessionState, audience: Audience) -> Disclosed:
    return disclose(state, tiny(), audience)


def a_round(*counts: int, **more: object) -> dict[str, object]:
    return {"n": 1, "tally": dict(zip(("low", "middle", "high"), counts, strict=True)), **more}


def test_private_notes_stay_with_the_facilitator() -> None:
    state = a_state(
        ((*ONE, "notes"), {"text": "private-canary", "private": True}),
        ((*ONE, "notes"), {"text": "open-canary"}),
    )
    assert "private-canary" in repr(seen(state, FACILITATOR))
    for audience in OTHERS:
        assert "private-canary" not in repr(seen(state, audience))
        assert "open-canary" in repr(seen(state, audience))


TEXTS = {"reason": "c-reason", "change": "c-change", "answer": "c-answer", "reply": "c-reply"}


@pytest.mark.parametrize(
    ("reach", "shown_to"),
    [("public", Audience), ("board", (FACILITATOR, ROOM, BOARD)), ("noted", (FACILITATOR,))],
)
def test_the_words_of_a_view_reach_as_far_as_it_says(
    reach: str, shown_to: tuple[Audience, ...]
) -> None:
    who = {"from": "Health", "from_kind": "group", "level": "high", "reach": reach}
    people = [
        (("people",), {"name": f"P{n}", "group": "health", "state": "present"}) for n in (1, 2)
    ]
    state = a_state(*people, ((*ONE, "dissent"), who | TEXTS))
    for audience in Audience:
        (view,) = seen(state, audience).item("one").dissents
        said = repr(seen(state, audience))
        for words in TEXTS.values():
            assert (words in said) is (audience in shown_to), (audience, words)
        assert (view.withheld is None) is (audience in shown_to)
        if audience in shown_to:
            assert (view.who, view.level and view.level.id) == ("Health", "high")
        else:
            assert (view.who, view.level) == ("", None)
            assert view.withheld is not None
            assert view.withheld.reason


def test_what_is_told_of_a_view_that_is_held_back() -> None:
    state = a_state(
        ((*ONE, "dissent"), {"reason": "x", "reach": "noted"}),
        ((*ONE, "dissent"), {"reason": "x", "reach": "board"}),
    )
    noted, board = seen(state, PUBLIC).item("one").dissents
    assert noted.withheld == Withheld("A different view was noted.")
    assert board.withheld == Withheld("A further view was recorded and is held by the board.")
    assert seen(state, BOARD).item("one").dissents[1].reason == "x"


def test_withdrawn_words_are_in_no_view() -> None:
    state = kept(DissentAct("one", from_="A school", reason="taken-back", reach="public"))
    (entry,) = state.pillar["one"].dissent
    state = kept(DissentAct(None, id=entry, withdraw=True), state)
    for audience in Audience:
        assert "taken-back" not in repr(seen(state, audience))


@pytest.mark.parametrize("present", [0, 1])
def test_a_group_of_one_goes_by_a_wider_name(present: int) -> None:
    entries = [(("people",), {"name": "P", "group": "families", "state": "present"})] * present
    who = {"from": "Families", "from_kind": "group", "reach": "public", "reason": "x"}
    state = a_state(*entries, ((*ONE, "dissent"), who))
    for audience in OTHERS:
        assert seen(state, audience).item("one").dissents[0].who == "Someone from a family"
    assert seen(state, FACILITATOR).item("one").dissents[0].who == "Families"


@pytest.mark.parametrize("kind", ["role", "group", "none"])
def test_a_label_that_is_no_known_group_is_nobody_in_public(kind: str) -> None:
    who = {"from": "label-canary", "from_kind": kind, "reach": "public", "reason": "x"}
    state = a_state(((*ONE, "dissent"), who))
    assert "label-canary" not in repr(seen(state, PUBLIC))
    (view,) = seen(state, BOARD).item("one").dissents
    assert view.who == ("Someone in the room" if kind == "none" else "label-canary")


def test_a_label_that_turns_out_to_be_a_name_is_nobody() -> None:
    who = {"from": "Bo Fenn, of the forum", "from_kind": "role", "reach": "public", "reason": "x"}
    state = a_state(((*ONE, "dissent"), who), (("people",), {"name": "Bo Fenn"}))
    for audience in OTHERS:
        assert seen(state, audience).item("one").dissents[0].who == "Someone in the room"


def test_names_are_in_no_public_view_and_groups_not_beside_them_for_the_board() -> None:
    person = {
        "name": "name-canary",
        "initials": "NC",
        "role": "SENCO",
        "organisation": "org-canary",
        "group": "health",
        "state": "present",
        "deputy_for": "deputy-canary",
    }
    state = a_state(
        (("people",), person),
        (("actions",), {"text": "Do it", "owners": ["name-canary", "NC", "Someone else"]}),
        (("excerpts", "e1", "owner"), "name-canary"),
        ((*ONE, "links"), {"excerpt": "e1", "document": "d"}),
    )
    public = seen(state, PUBLIC)
    for canary in ("name-canary", "deputy-canary", "'NC'"):
        assert canary not in repr(public)
        assert canary in repr(seen(state, BOARD))
    assert public.people == ()
    assert public.actions[0].owners == ("SENCO", "SENCO", "A named person")
    assert [voice.present for voice in public.voices if voice.id == "health"] == [1]
    assert seen(state, BOARD).people[0].group == ""
    assert seen(state, FACILITATOR).people[0].group == "health"


def test_what_was_decided_on_personal_data_stays_with_the_facilitator() -> None:
    state = a_state(
        (("excerpts", "e1", "privacy"), {"choice": "redact", "because": "privacy-canary"}),
        ((*ONE, "links"), {"excerpt": "e1", "document": "d"}),
    )
    assert "privacy-canary" in repr(seen(state, FACILITATOR))
    for audience in OTHERS:
        assert "privacy-canary" not in repr(seen(state, audience))


@pytest.mark.parametrize("counts", [(0, 1, 0), (0, 4, 0), (1, 1, 2)])
def test_a_small_room_gives_the_public_a_word_and_nothing_to_count(
    counts: tuple[int, ...],
) -> None:
    state = a_state(((*ONE, "rounds"), a_round(*counts, present=77, abstain=66, cannot_say=55)))
    public = seen(state, PUBLIC).item("one")
    (shown,) = public.rounds
    assert isinstance(shown.counts, Withheld)
    assert public.median == ()
    for number in ("77", "66", "55"):
        assert number not in repr(seen(state, PUBLIC))
    board = seen(state, BOARD).item("one")
    assert board.rounds[0].counts == counts
    assert board.median
    assert shown.word == board.rounds[0].word


def test_five_votes_are_shown_to_all() -> None:
    state = a_state(((*ONE, "rounds"), a_round(1, 3, 1, present=5)))
    for audience in Audience:
        assert seen(state, audience).item("one").rounds[0].counts == (1, 3, 1)


@given(
    st.dictionaries(
        st.sampled_from(("families", "health", "council", "youth")),
        st.tuples(st.integers(0, 9_000), st.integers(0, 9_000), st.integers(0, 9_000)),
    )
)
def test_stored_counts_of_groups_are_the_facilitators_alone(
    groups: dict[str, tuple[int, int, int]],
) -> None:
    whole = a_round(9_100, 9_200, 9_300)
    tallies = {
        name: {"tally": {"low": low, "middle": middle, "high": high}, "abstain": 3}
        for name, (low, middle, high) in groups.items()
    }
    bare = a_state(((*ONE, "rounds"), whole))
    with_groups = a_state(((*ONE, "rounds"), whole | {"groups": tallies}))
    for audience in OTHERS:
        assert seen(with_groups, audience) == seen(bare, audience)
    (kept,) = seen(with_groups, FACILITATOR).item("one").rounds
    assert {one.voice: one.counts for one in kept.groups} == groups
    assert all(one.abstain == 3 for one in kept.groups)


def test_the_place_stays_from_the_public() -> None:
    state = a_state((("settings", "place"), "place-canary"))
    assert "place-canary" in repr(seen(state, BOARD))
    assert "place-canary" not in repr(seen(state, PUBLIC))


@pytest.mark.parametrize(
    ("rating", "said", "is_rated"),
    [
        (None, "Not rated", False),
        ({"state": "provisional", "level": "middle"}, "Middle", True),
        ({"state": "not-reached"}, "Not reached", True),
        ({"state": "cannot-say"}, "Cannot say yet", True),
        ({"state": "not-applicable"}, "Not applicable", True),
        ({"state": "provisional", "level": "gone"}, "Not rated", True),
    ],
)
def test_a_rating_in_words(
    rating: dict[str, str] | None,
    said: str,
    is_rated: bool,  # noqa: FBT001 one case of the table
) -> None:
    state = a_state(((*ONE, "rating"), rating)) if rating else SessionState()
    view = seen(state, ROOM).item("one")
    assert (view.rating.said, view.is_rated) == (said, is_rated)


def test_the_boards_answer_stands_beside_the_rating_of_the_room() -> None:
    state = a_state(
        ((*ONE, "rating"), {"state": "provisional", "level": "low"}),
        ((*ONE, "board"), {"outcome": "amended", "level": "high"}),
    )
    for audience in Audience:
        item = seen(state, audience).item("one")
        assert (item.rating.state, item.rating.said) == ("provisional", "Low")
        assert item.board is not None
        assert (item.board.outcome, item.board.said) == ("amended", "High")


def test_what_everybody_may_see_is_there_for_everybody() -> None:
    state = a_state(
        ((*ONE, "because"), "because-canary"),
        ((*ONE, "next_step"), "next-canary"),
        ((*ONE, "aim"), {"level": "high", "text": "aim-canary"}),
        ((*ONE, "links"), {"excerpt": "e", "document": "d", "quote": "quote-canary"}),
        (("criterion", "lens", "seen"), "middle"),
        (("page", "story"), "story-canary"),
        (("page", "families"), ["families-canary"]),
        (("actions",), {"text": "action-canary"}),
    )
    for audience in Audience:
        view = seen(state, audience)
        names = ("because", "next", "aim", "quote", "story", "families", "action")
        for canary in names:
            assert f"{canary}-canary" in repr(view)
        lens = view.item("one").lenses[0].seen
        assert lens is not None
        assert lens.label == "Middle"
        assert view.title_of("one") == "First"
        assert view.title_of("lens") == "A lens"
        assert view.title_of("gone") == "gone"


def test_nothing_rated_has_that_id() -> None:
    with pytest.raises(KeyError):
        seen(SessionState(), ROOM).item("lens")


def test_an_excerpt_has_its_own_facts_before_its_documents() -> None:
    document = {"sha256": "d", "title": "T", "kind": "process", "agency": "Council"}
    state = put(SessionState(), ("documents", "d"), validated(("documents",), document))
    state = put(state, ("excerpts", "e", "kind"), "output")
    facts = facts_of(state, "d", "e")
    assert (facts.kind, facts.agency, facts.voice) == ("output", "Council", None)


def test_the_sessions_own_word_goes_before_the_frameworks() -> None:
    assert house_word(SessionState(), tiny(), "board") == "board"
    state = SessionState(settings=MappingProxyType({"house.board": "Partnership"}))
    assert house_word(state, tiny(), "board") == "Partnership"


def test_that_an_item_was_set_aside_stays_from_the_public() -> None:
    state = a_state(((*ONE, "parked"), {"parked": True, "because": "parked-canary"}))
    assert seen(state, BOARD).item("one").parked == "parked-canary"
    assert seen(state, PUBLIC).item("one").parked is None
    assert "parked-canary" not in repr(seen(state, PUBLIC))


@pytest.mark.parametrize(
    ("origin", "status", "said"),
    [
        ("own", "draft", "draft: our own wording, not the official descriptors"),
        ("own", "final", "our own wording, not the official descriptors"),
        ("local", "draft", "local wording, not the official descriptors"),
        ("official", "final", "the official descriptors"),
    ],
)
def test_only_a_draft_of_our_own_is_called_a_draft(origin: str, status: str, said: str) -> None:
    meta = tiny().meta.model_copy(update={"origin": origin, "status": status})
    framework = tiny().model_copy(update={"meta": meta})
    assert disclose(SessionState(), framework, BOARD).framework.standing == said
