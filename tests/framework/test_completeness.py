from typing import Any

import pytest

from maturity.framework.completeness import findings
from maturity.framework.tables import Tables

FULL = {"low": "x", "high": "y"}
HALF = {"low": "x"}
LEVELS = {"low": {"meaning": "m"}, "high": {"meaning": "m"}}
MUTE = {"low": {"meaning": "m"}, "high": {}}


def numbers(rate: str = "criteria", **data: Any) -> list[int]:
    whole = {"framework": {"rate": rate, "levels": ["low", "high"]}, "level": LEVELS, **data}
    return [each.number for each in findings(Tables(whole))]


@pytest.mark.parametrize(
    ("criterion", "levels", "expected"),
    [
        ({"level": FULL}, MUTE, []),
        ({"level": HALF}, LEVELS, [115]),
        ({}, LEVELS, []),
        ({}, MUTE, [115]),
        ({"practice": [{}]}, MUTE, []),
        ({"level": HALF, "levels": ["low", "low"]}, MUTE, []),
        ({"level": {"lo": "x"}}, MUTE, []),
    ],
    ids=["full", "half", "meanings", "no meaning", "practices", "fewer levels", "unknown level"],
)
def test_a_rated_criterion_needs_all_its_texts_or_meanings_to_serve(
    criterion: dict[str, Any], levels: dict[str, Any], expected: list[int]
) -> None:
    assert numbers(criterion={"c": criterion}, level=levels) == expected


@pytest.mark.parametrize(
    ("pillar", "criterion", "expected"),
    [
        ({"question": "?", "level": FULL}, {}, []),
        ({"question": "?", "level": FULL}, {"level": FULL}, []),
        ({"level": FULL}, {}, [115]),
        ({"level": FULL}, {"level": FULL}, []),
        ({"question": "?", "level": HALF}, {"level": FULL}, [115]),
        ({}, {"level": FULL}, []),
        ({"question": "?"}, {}, [115]),
        ({}, {"level": HALF}, [115, 115]),
    ],
    ids=[
        "own",
        "both",
        "own without question",
        "both without question",
        "half",
        "criteria",
        "neither",
        "criteria half",
    ],
)
def test_a_rated_pillar_stands_on_its_own_texts_or_on_those_of_all_its_criteria(
    pillar: dict[str, Any], criterion: dict[str, Any], expected: list[int]
) -> None:
    criteria = {"c": {"pillar": "p", **criterion}}
    assert numbers("pillars", pillar={"p": pillar}, criterion=criteria) == expected


def test_a_rated_pillar_without_criteria_needs_its_own_texts() -> None:
    assert numbers("pillars", pillar={"p": {"question": "?"}}) == [115]


@pytest.mark.parametrize("own", [{}, FULL])
def test_what_is_not_rated_has_all_its_texts_or_none(own: dict[str, str]) -> None:
    pillar = {"p": {"level": own}}
    criterion = {"c": {"pillar": "p", "level": FULL}}
    assert numbers(pillar=pillar, criterion=criterion, level=MUTE) == []
    half = {"p": {"level": HALF}}
    assert numbers(pillar=half, criterion=criterion, level=MUTE) == [115]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [(1, [117]), (2, []), (7, []), (8, [117])],
)
def test_a_framework_has_two_to_seven_levels(levels: int, expected: list[int]) -> None:
    names = [f"l{n}" for n in range(levels)]
    data = {
        "framework": {"levels": names},
        "level": {name: {"meaning": "m"} for name in names},
        "criterion": {"c": {}},
    }
    assert [each.number for each in findings(Tables(data))] == expected


def test_each_level_is_listed_once() -> None:
    level = {**LEVELS, "extra": {}}
    assert numbers(framework={"levels": ["low", "high", "low"]}, criterion={"c": {}}) == [117]
    assert numbers(level=level, criterion={"c": {}}) == [117]


@pytest.mark.parametrize(("rate", "kind"), [("pillars", "pillar"), ("criteria", "criterion")])
def test_there_is_something_to_rate(rate: str, kind: str) -> None:
    (only,) = findings(Tables({"framework": {"rate": rate}}))
    assert (only.number, f"no {kind}" in only.what) == (111, True)


def test_five_thousand_items_are_enough() -> None:
    many = {f"c{n}": {"level": FULL} for n in range(5_000)}
    assert numbers(criterion=many) == []
    assert numbers(criterion={**many, "more": {"level": FULL}}) == [140]


def test_our_own_wording_needs_a_notice() -> None:
    own = {"rate": "criteria", "origin": "own", "levels": ["low", "high"]}
    assert numbers(framework=own, criterion={"c": {}}) == [111]
    assert numbers(framework={**own, "notice": "Ours."}, criterion={"c": {}}) == []


def test_criteria_name_their_pillar_where_there_are_pillars() -> None:
    pillars: dict[str, Any] = {"p": {}}
    assert numbers(pillar=pillars, criterion={"c": {"pillar": "p"}, "d": {}}) == [111]


def test_a_pillar_without_criteria_is_told_only_where_criteria_are_rated() -> None:
    pillars = {"p": {"question": "?", "level": FULL}}
    assert numbers(pillar=pillars, criterion={"c": {"pillar": "q"}}) == [118]
    assert numbers("pillars", pillar=pillars) == []


def test_practices_are_refused_where_pillars_are_rated() -> None:
    pillars = {"p": {"question": "?", "level": FULL}}
    criteria = {"c": {"pillar": "p", "practice": []}}
    assert numbers("pillars", pillar=pillars, criterion=criteria) == [110]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("TODO: ask the ICB", [119]),
        ("Owner xxx", [119]),
        ("XXXX", [119]),
        ("todo el mundo", []),
        ("size XXL or xx", []),
        ("TODOS", []),
    ],
)
def test_a_placeholder_is_found_anywhere(words: str, expected: list[int]) -> None:
    assert numbers(criterion={"c": {"evidence": ["fine", words]}}) == expected
