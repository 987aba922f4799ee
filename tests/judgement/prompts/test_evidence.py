"""Prompts on evidence: a state that fires each, the nearest that does not, and what is unknown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judgement.prompted import (
    DAY,
    ONE,
    Entry,
    a_framework,
    a_state,
    card,
    fact,
    link,
    person,
    rated,
)
from maturity.judgement.context import Around, context_of, day_of
from maturity.judgement.prompts.asked import firing
from maturity.judgement.prompts.claims import completed_on, frame_missing, speaks_of_a_complaint
from maturity.judgement.prompts.facts import (
    ActivityOnly,
    ComplaintsOnly,
    Fact,
    FeltByFamilies,
    FigureWithoutFrame,
    OneAgency,
    OutOfDate,
    RaisedWithoutEvidence,
    SameEvidenceEverywhere,
    WholeCohort,
)
from maturity.session.kinds import put

STALE = date(2025, 3, 23)
OLD_FAMILY = card(kind="family-experience", date="2025-03-22")
DONE = (*card("a", kind="activity"), *card("b", kind="process"), *card("c", kind="output"))
PART = (*card("a", cohort="subset"), *card("b", cohort="pilot"))
BOTH = (*card("a", agency="Health"), *card("b", agency="council"))
OLD = (*card("a", date="2024-01-01"), *card("b", date="2025-03-22"))
LAST: Entry = ((*ONE, "last"), {"session": "s", "on": "2025-03-20", "level": "low"})
APPEAL = card("a", "Their appeal took a year.", kind="family-experience")

FIRES: list[tuple[str, tuple[Entry, ...], Fact]] = [
    ("felt-by-families", (DAY, rated()), FeltByFamilies("middle", None, 12)),
    (
        "felt-by-families",
        (DAY, rated("high"), *OLD_FAMILY, *card("b", kind="data")),
        FeltByFamilies("high", date(2025, 3, 22), 12),
    ),
    ("felt-by-families", (rated(), *card(kind="data")), FeltByFamilies("middle", None, 12)),
    (
        "felt-by-families",
        (DAY, rated(), *card(date="2025-03-22")),
        FeltByFamilies("middle", None, 12),
    ),
    ("activity-only", DONE, ActivityOnly(("activity", "output", "process"), 3)),
    ("whole-cohort", (rated("high"), *PART), WholeCohort(("pilot", "subset"))),
    ("whole-cohort", (rated("high"),), WholeCohort(())),
    (
        "one-agency",
        (*card("a", agency="Schools"), *card("b", agency="school")),
        OneAgency(("education",), ("health",)),
    ),
    (
        "one-agency",
        (*card("a", agency="Schools"), *card("b", agency="council")),
        OneAgency(("education",), ("health",)),
    ),
    (
        "one-agency",
        (*card("a", agency="Saltgrass"), *card("b", agency="saltgrass ")),
        OneAgency((), ()),
    ),
    ("out-of-date", (DAY, *OLD), OutOfDate(date(2025, 3, 22), STALE)),
    (
        "out-of-date",
        (DAY, *card("a", refresh_due="2026-03-22"), *card("b", date="2026-01-01")),
        OutOfDate(None, None, date(2026, 3, 22)),
    ),
    (
        "figure-without-frame",
        (((*ONE, "because"), "Plans are above the national figure."),),
        FigureWithoutFrame("", ("value", "period", "comparator")),
    ),
    (
        "figure-without-frame",
        card(quote="58% of plans were on time in 2025."),
        FigureWithoutFrame("ea", ("comparator",)),
    ),
    (
        "raised-without-evidence",
        (LAST, rated(), *card(date="2025-03-20")),
        RaisedWithoutEvidence("low", "middle", date(2025, 3, 20)),
    ),
    (
        "complaints-only",
        (*APPEAL, *card("b", "Two complaints.", kind="young-voice"), *card("c", kind="data")),
        ComplaintsOnly(("ea", "eb")),
    ),
    (
        "same-evidence-everywhere",
        tuple(link("a", item=item) for item in ("one", "two", "three", "four")),
        SameEvidenceEverywhere("ea", 4),
    ),
]


@pytest.mark.parametrize(("prompt", "entries", "why"), FIRES)
def test_it_fires_and_says_why(prompt: str, entries: tuple[Entry, ...], why: Fact) -> None:
    assert fact(prompt, *entries) == why


MISSES: list[tuple[str, tuple[Entry, ...]]] = [
    ("felt-by-families", (DAY,)),
    ("felt-by-families", (DAY, rated("low"))),
    ("felt-by-families", (DAY, ((*ONE, "rating"), {"state": "not-reached"}))),
    ("felt-by-families", (DAY, rated(), *card(kind="young-voice", date="2025-03-23"))),
    ("activity-only", ()),
    ("activity-only", (*DONE, *card("d", kind="outcome"))),
    ("whole-cohort", (rated("middle"), *PART)),
    ("whole-cohort", (rated("high"), *PART, *card("c", cohort="whole"))),
    ("one-agency", BOTH),
    ("one-agency", card("a", agency="Health")),
    ("one-agency", (*card("a", agency="Education"), *card("b", agency="Health"))),
    ("out-of-date", (DAY,)),
    ("out-of-date", (DAY, *OLD, *card("c", date="2025-03-23"))),
    ("out-of-date", (DAY, *card("a", date="2026-01-01", refresh_due="2026-03-23"))),
    (
        "figure-without-frame",
        card(quote="58% were on time in 2025, against 49% in England."),
    ),
    ("figure-without-frame", card(quote="Families hear sooner.")),
    ("raised-without-evidence", (LAST, rated("low"))),
    ("raised-without-evidence", (LAST, rated(), *card(date="2025-03-21"))),
    ("raised-without-evidence", (rated(),)),
    ("complaints-only", (*APPEAL, *card("b", "It went well.", kind="young-voice"))),
    ("complaints-only", card("a", "Two complaints.", kind="data")),
    (
        "same-evidence-everywhere",
        tuple(link("a", item=item) for item in ("one", "two", "three")),
    ),
]


@pytest.mark.parametrize(("prompt", "entries"), MISSES)
def test_it_just_misses(prompt: str, entries: tuple[Entry, ...]) -> None:
    assert fact(prompt, *entries) is None


UNKNOWN: list[tuple[str, tuple[Entry, ...]]] = [
    ("felt-by-families", (DAY, rated(), *card(kind="family-experience"))),
    ("felt-by-families", (DAY, rated(), *card(date="2026-01-01"))),
    ("felt-by-families", (DAY, rated(), *card())),
    ("felt-by-families", (rated(), *OLD_FAMILY)),
    ("activity-only", (*DONE, *card("d"))),
    ("whole-cohort", (rated("high"), *PART, *card("c"))),
    ("whole-cohort", (rated("high"), *PART, *card("c", cohort="unknown"))),
    ("one-agency", (*card("a", agency="Schools"), *card("b"))),
    ("one-agency", (*card("a", agency="Schools"), *card("b", agency="Saltgrass Trust"))),
    ("out-of-date", (DAY, *OLD, *card("c"))),
    ("out-of-date", OLD),
    ("figure-without-frame", card(quote="58% on time, against 49% in England.")),
    ("raised-without-evidence", (LAST, rated(), *card())),
    ("complaints-only", (*APPEAL, *card("b", "It went well."))),
]


@pytest.mark.parametrize(("prompt", "entries"), UNKNOWN)
def test_what_nobody_knows_never_makes_it_fire(prompt: str, entries: tuple[Entry, ...]) -> None:
    assert fact(prompt, *entries) is None


KINDS = (
    "activity", "process", "output", "outcome", "family-experience", "young-voice",
    "external-view", "data",
)  # fmt: skip
VALUES: dict[str, st.SearchStrategy[object]] = {
    "kind": st.sampled_from(KINDS),
    "date": st.sampled_from(("2020-01-01", "2025-03-22", "2025-03-23", "2026-01-01")),
    "cohort": st.sampled_from(("whole", "subset", "pilot", "unknown")),
    "agency": st.sampled_from(("Health", "council", "Schools", "Saltgrass")),
    "period": st.sampled_from(("2024/25", "last year")),
    "refresh_due": st.sampled_from(("2026-03-22", "2026-03-24")),
}
QUOTES = st.sampled_from(
    ("Two complaints.", "58% on time, above 49%.", "Words.", "Better.", "12% in 2025, 9% before.")
)
ALL_ON = a_framework(
    "[prompt]",
    *(
        f"{name} = {{ on = true }}"
        for name in ("raised-without-evidence", "complaints-only", "same-evidence-everywhere")
    ),
)


@given(
    st.lists(st.fixed_dictionaries({}, optional=VALUES), max_size=4),
    st.lists(QUOTES, min_size=4, max_size=4),
    st.sampled_from(("low", "middle", "high")),
    st.sampled_from(((), (DAY,))),
    st.data(),
)
def test_a_prompt_that_fires_would_fire_whatever_the_unknown_facts_turn_out_to_be(
    known: list[dict[str, object]],
    quotes: list[str],
    level: str,
    days: tuple[Entry, ...],
    data: st.DataObject,
) -> None:
    cards = [
        entry
        for number, facts in enumerate(known)
        for entry in card(str(number), quotes[number], **facts)
    ]
    before = a_state(*days, LAST, rated(level), *cards)
    after = before
    for number, facts in enumerate(known):
        for name in VALUES.keys() - facts.keys():
            value = data.draw(VALUES[name])
            after = put(after, ("excerpts", f"e{number}", name), value)
    after = put(after, ("session", "date"), "2026-03-23")
    item = ALL_ON.item("one")
    then = {rule.id for rule, _ in firing(context_of(Around(ALL_ON, before), item))}
    now = {rule.id for rule, _ in firing(context_of(Around(ALL_ON, after), item))}
    assert then <= now


@pytest.mark.parametrize("months", [0, 120])
def test_evidence_is_stale_after_as_long_as_the_framework_says(months: int) -> None:
    framework = a_framework("[evidence]", f"stale_after_months = {months}")
    assert fact("out-of-date", DAY, *OLD, framework=framework) is None
    assert fact("felt-by-families", DAY, rated(), *OLD_FAMILY, framework=framework) is None
    assert fact("felt-by-families", DAY, rated(), framework=framework) is not None


@pytest.mark.parametrize(
    ("day", "months", "limit"),
    [("2026-03-31", 1, date(2026, 2, 28)), ("2024-02-29", 12, date(2023, 2, 28))],
)
def test_a_month_before_its_last_day_is_a_last_day(day: str, months: int, limit: date) -> None:
    framework = a_framework("[evidence]", f"stale_after_months = {months}")
    sitting: Entry = (("session", "date"), day)
    old = card(date="2020-01-01")
    assert fact("out-of-date", sitting, *old, framework=framework) == OutOfDate(
        date(2020, 1, 1), limit
    )


@pytest.mark.parametrize(("day", "fires"), [("0001-01-01", False), ("9999-12-31", True)])
def test_no_date_on_a_session_is_too_odd(day: str, *, fires: bool) -> None:
    sitting: Entry = (("session", "date"), day)
    assert (fact("out-of-date", sitting, *card(date="0001-01-01")) is not None) is fires
    assert day_of("2026-02-30") is None


def test_an_excerpt_has_the_facts_of_its_document() -> None:
    document: Entry = (
        ("documents", "d"),
        {"sha256": "d", "title": "A paper", "kind": "activity", "cohort": "pilot"},
    )
    assert fact("activity-only", document, link()) == ActivityOnly(("activity",), 1)
    assert fact("activity-only", document, *card(kind="outcome")) is None


def test_an_organisation_is_of_the_sector_that_its_people_speak_for() -> None:
    two = (*card("a", agency="Schools"), *card("b", agency="Northmere Trust"))
    trust = {"organisation": "Northmere Trust"}
    assert fact("one-agency", *two) is None
    assert fact("one-agency", *two, person(1, "health", **trust)) is None
    assert fact("one-agency", *two, person(1, "council", **trust)) == OneAgency(
        ("education",), ("health",)
    )
    both = (person(1, "council", **trust), person(2, "health", **trust))
    assert fact("one-agency", *two, *both) is None


def test_a_framework_says_which_sectors_are_needed() -> None:
    only_health = a_framework("[prompt]", 'one-agency = { need = ["health"] }')
    two = (*card("a", agency="Schools"), *card("b", agency="council"))
    assert fact("one-agency", *two, framework=only_health) == OneAgency(("education",), ("health",))
    nothing_needed = a_framework("[prompt]", "one-agency = { need = [] }")
    assert fact("one-agency", *two, framework=nothing_needed) is None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", ()),
        ("Seven of ten families came.", ()),
        ("On-time plans improved.", ("value", "period", "comparator")),
        ("20-week plans are above the national figure", ("value", "period", "comparator")),
        ("Waits improved from 52 weeks to 30 weeks by June 2025.", ()),
        ("Improved over 12 months.", ("value", "comparator")),
        ("12 of 30 plans are better than in 2024.", ("comparator",)),
        ("58 per cent on time in Q3, 49 per cent the quarter before.", ()),
        ("58 percent.", ("period", "comparator")),
        ("Aged 0 to 25: numbers are rising in spring 2026.", ("value", "comparator")),
        ("Above 40 %, below 50 %", ("period",)),
        ("Nine of ten agree, up from four of ten last year: better.", ()),
    ],
)
def test_a_figure_needs_its_value_period_and_comparator(
    text: str, missing: tuple[str, ...]
) -> None:
    assert frame_missing(text) == missing
    assert frame_missing(text, "2025") == tuple(part for part in missing if part != "period")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("Dec 2021: completed", date(2021, 12, 1)),
        ("Feb 2021: drafted. Dec 2021: completed.", date(2021, 12, 1)),
        ("To be completed by 30/06/2026", date(2026, 6, 30)),
        ("Completed 23/03", None),
        ("Completed, see 4.30", None),
        ("Reviewed 1 May 2026; completed", None),
        ("Completed 1 May 2026 or 1 June 2026", date(2026, 5, 1)),
    ],
)
def test_a_day_of_completion_is_the_earliest_it_may_mean(text: str, day: date | None) -> None:
    assert completed_on(text) == day


def test_complaints_are_heard_in_any_case() -> None:
    assert speaks_of_a_complaint("TRIBUNAL")
    assert speaks_of_a_complaint("She complained.")
    assert not speaks_of_a_complaint("A plain note.")


@given(st.text(max_size=200))
def test_any_text_at_all_can_be_read(text: str) -> None:
    assert len(frame_missing(text)) <= 3
    completed_on(text)
    speaks_of_a_complaint(text)
