"""What an audience sees of the prompts: three at a time, in order, and no private one."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_change
from judgement.prompted import (
    DAY,
    ONE,
    RULES,
    Entry,
    a_framework,
    a_round,
    a_state,
    action,
    card,
    context,
    fired,
    kloe,
    person,
    rated,
)
from maturity.framework import BUILT_IN_PROMPTS, Framework, parse
from maturity.judgement.context import Around, context_of
from maturity.judgement.disclosure import disclose
from maturity.judgement.prompts.asked import MOST_SHOWN, PROMPTS, prompt_views
from maturity.judgement.prompts.facts import FamilyGap
from maturity.judgement.view import Audience
from maturity.judgement.view.prompts import PromptView
from maturity.session.kinds import BadValue, put, validated

FACILITATOR, ROOM, BOARD, PUBLIC = Audience
MUCH: tuple[Entry, ...] = (
    DAY,
    rated("high"),
    a_round(4, 4, 4, families=(3, 0, 0)),
    *card("a", "Better.", kind="activity", date="2020-01-01", cohort="pilot", agency="Health"),
    *card("b", "Better.", kind="activity", date="2020-01-01", cohort="pilot", agency="Health"),
    person(1, "health"),
    action(due=None),
    (("actions", "ac.a", "statuses", "st.1"), {"status": "green", "on": "2020-01-01",
                                               "note": "Completed 1 May 2021"}),
    kloe(),
)  # fmt: skip


def views(
    *entries: Entry, audience: Audience = FACILITATOR, framework: Framework | None = None
) -> tuple[PromptView, ...]:
    return prompt_views(context(*entries, framework=framework), audience)


def answered(prompt: str, outcome: str = "answered", **more: object) -> Entry:
    return (*ONE, "answers", prompt), {"outcome": outcome, "text": "So.", **more}


def ids(prompts: tuple[PromptView, ...]) -> list[str]:
    return [prompt.id for prompt in prompts]


def test_every_prompt_that_a_framework_may_name_is_here_with_its_code() -> None:
    assert {rule.id for rule in PROMPTS} == set(BUILT_IN_PROMPTS)
    codes = [rule.code for rule in PROMPTS]
    assert codes[:12] == [
        "CH09", "CH01", "CH10", "CH08", "CH03", "CH02", "CH05", "CH07", "CH06", "CH04", "CH12",
        "CH11",
    ]  # fmt: skip
    assert codes[12:] == [""] * 6
    assert [rule.id for rule in PROMPTS if rule.is_private] == ["family-gap"]
    assert len({rule.say for rule in PROMPTS}) == 18
    assert all(rule.say.endswith("?") for rule in PROMPTS)


def test_all_twelve_may_fire_at_once_and_do_so_in_their_order() -> None:
    assert fired(*MUCH) == [rule.id for rule in PROMPTS if rule.code]


def test_three_are_shown_and_an_answer_brings_the_next() -> None:
    assert ids(views(*MUCH)) == ["family-gap", "felt-by-families", "missing-voice"]
    now = views(*MUCH, answered("felt-by-families", level_then="high"))
    assert ids(now) == ["family-gap", "felt-by-families", "missing-voice", "split-not-recorded"]
    assert [prompt.outcome for prompt in now] == ["", "answered", "", ""]
    assert [prompt.answer for prompt in now] == ["", "So.", "", ""]


@pytest.mark.parametrize("outcome", ["accepted", "answered", "parked", "dismissed"])
def test_an_answer_of_any_kind_stands_until_the_level_is_another(outcome: str) -> None:
    kept = answered("felt-by-families", outcome, level_then="high")
    (first,) = views(DAY, rated("high"), kept)[:1]
    assert (first.outcome, first.answer, first.earlier) == (outcome, "So.", "")
    assert first.only_in_full is (outcome == "dismissed")
    assert not first.is_open
    (again,) = views(DAY, rated("middle"), kept)[:1]
    assert (again.outcome, again.answer, again.earlier) == ("", "So.", outcome)
    assert not again.only_in_full
    assert again.is_open
    (quiet,) = views(DAY, rated("low"), kept)
    assert (quiet.id, quiet.outcome, quiet.earlier) == ("felt-by-families", outcome, "")


def test_a_prompt_answered_before_the_rating_comes_back_with_it() -> None:
    kept = answered("felt-by-families")
    assert views(DAY, rated("high"), kept)[0].earlier == "answered"


def test_the_prompt_on_families_is_the_facilitators_alone() -> None:
    private = answered("family-gap", text="canary")
    for audience in (ROOM, BOARD, PUBLIC):
        mine = views(*MUCH, private, audience=audience)
        assert ids(mine) == ["felt-by-families", "missing-voice", "split-not-recorded"]
        view = disclose(a_state(*MUCH, private), a_framework(), audience)
        assert "canary" not in repr(view.items)
        assert "family-gap" not in repr(view)
        without = tuple(entry for entry in MUCH if entry[0][-2:-1] != ("rounds",))
        bare = (*without, a_round(4, 4, 4))
        assert mine == views(*bare, audience=audience)
    assert views(*MUCH, private)[0].is_private
    assert [field for field in FamilyGap.__slots__ if field != "voices"] == []


@pytest.mark.parametrize(("counts", "shown"), [((1, 2, 1), False), ((2, 2, 1), True)])
def test_in_public_nothing_hints_at_how_so_few_people_voted(
    counts: tuple[int, ...], *, shown: bool
) -> None:
    entries = (a_round(*counts),)
    assert "split-not-recorded" in ids(views(*entries, audience=BOARD))
    assert ("split-not-recorded" in ids(views(*entries, audience=PUBLIC))) is shown


def test_that_the_room_answered_who_differs_is_no_hint_either() -> None:
    few, many = a_round(3, 0, 1), a_round(6, 0, 2, n=2)
    said = {"outcome": "answered", "text": "It was said.", "level_then": "middle"}
    answer: Entry = ((*ONE, "answers", "split-not-recorded"), said)
    for entries, shown in (((few,), False), ((few, many), False), ((many,), True)):
        seen = {one: ids(views(DAY, rated(), answer, *entries, audience=one)) for one in Audience}
        assert "split-not-recorded" in seen[BOARD]
        assert ("split-not-recorded" in seen[PUBLIC]) is shown


def test_a_framework_words_prompts_and_switches_them() -> None:
    own = a_framework(
        "[prompt]",
        'felt-by-families = { say = "Que diraient les familles ?" }',
        "missing-voice = { on = false }",
        "not-discussed = { on = true }",
    )
    entries = (DAY, rated("high"), person(1, "health"), ((*ONE, "discussed"), False))
    asked = views(*entries, framework=own)
    assert ids(asked) == ["felt-by-families", "whole-cohort", "not-discussed"]
    assert asked[0].text == "Que diraient les familles ?"
    assert asked[2].text == RULES["not-discussed"].say


def test_an_answer_outlives_its_prompt_being_switched_off() -> None:
    off = a_framework("[prompt]", "felt-by-families = { on = false }")
    kept = views(DAY, rated("high"), answered("felt-by-families"), framework=off)
    assert [(one.id, one.outcome) for one in kept if not one.is_open] == [
        ("felt-by-families", "answered")
    ]


@pytest.mark.parametrize("words", ["{level.__class__}", "{0} %s %(x)s [bold]", "${x}"])
def test_the_words_of_a_framework_stay_text(words: str) -> None:
    own = a_framework("[prompt]", f'felt-by-families = {{ say = "{words}" }}')
    assert views(DAY, rated("high"), framework=own)[0].text == words


FIVE = b"""
[framework]
format = 1
id = "five"
title = "Cinq niveaux"
version = "1"
rate = "pillars"
language = "fr"
levels = ["a", "b", "c", "d", "e"]
[level]
a = { label = "Rien" }
b = { label = "Peu" }
c = { label = "Un peu" }
d = { label = "Assez" }
e = { label = "Tout" }
[prompt]
whole-cohort = { say = "Qui manque ?" }
[pillar.one]
title = "Accueil"
question = "Comment ?"
level = { a = "1", b = "2", c = "3", d = "4", e = "5" }
"""


@pytest.mark.parametrize(
    ("level", "fires"),
    [
        ("a", []),
        ("b", ["felt-by-families"]),
        ("d", ["felt-by-families"]),
        ("e", ["felt-by-families", "whole-cohort"]),
        ("high", []),
    ],
)
def test_top_and_lowest_are_the_ends_of_five_levels_too(level: str, fires: list[str]) -> None:
    five = parse(FIVE, "five.toml")
    assert fired(DAY, rated(level), framework=five) == fires
    texts = [prompt.text for prompt in views(DAY, rated(level), framework=five)]
    assert ("Qui manque ?" in texts) is (level == "e")


def test_the_median_and_the_families_are_counted_over_five_levels() -> None:
    five = parse(FIVE + b'[voice]\nfam = { label = "Familles", families = true }\n', "five.toml")
    tally = {"a": 1, "b": 2, "c": 0, "d": 6, "e": 1}
    theirs = {"fam": {"tally": {"a": 1, "b": 2}}}
    vote: Entry = ((*ONE, "rounds", "bb.1"), {"n": 1, "tally": tally, "groups": theirs})
    assert fired(vote, framework=five) == ["family-gap", "split-not-recorded"]


OWN = a_framework("[prompt]", *(f"{name} = {{ on = true }}" for name in BUILT_IN_PROMPTS))


@given(
    st.lists(a_change(), max_size=6),
    st.lists(st.sampled_from(MUCH), max_size=9),
    st.lists(st.builds(answered, st.sampled_from(sorted(BUILT_IN_PROMPTS))), max_size=6),
    st.sampled_from(Audience),
)
def test_never_more_than_three_are_open_and_no_rating_changes(
    changes: list[tuple[tuple[str, ...], object]],
    entries: list[Entry],
    answers: list[Entry],
    audience: Audience,
) -> None:
    seen = [entry for entry in entries if entry[0][0] != "actions" or len(entry[0]) == 2]
    state = a_state(*seen, *answers)
    for at, raw in changes:
        try:
            state = put(state, at, validated(at, raw))
        except BadValue:
            continue
    unasked = state
    for name in state.pillar:
        unasked = put(unasked, ("pillar", name, "answers"), None)
    for with_prompts, without in zip(
        disclose(state, OWN, audience).items, disclose(unasked, OWN, audience).items, strict=True
    ):
        assert with_prompts.rating == without.rating
    for item in OWN.items:
        shown = prompt_views(context_of(Around(OWN, state), item), audience)
        assert sum(prompt.is_open for prompt in shown) <= MOST_SHOWN
        kept = state.pillar.get(item.id)
        given_here = set(kept.answers) & set(BUILT_IN_PROMPTS) if kept else set()
        if audience is not FACILITATOR:
            given_here -= {"family-gap"}
        assert given_here <= set(ids(shown))


def test_facts_and_rules_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        PROMPTS[0].say = "x"  # type: ignore[misc]  # that is what the test is about
