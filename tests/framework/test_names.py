from typing import Any

import pytest

from maturity.framework import BUILT_IN_PROMPTS
from maturity.framework.names import findings
from maturity.framework.tables import Tables


def found(**data: Any) -> list[tuple[int, tuple[str | int, ...]]]:
    return [(each.number, each.path) for each in findings(Tables(data))]


@pytest.mark.parametrize("id_", ["a", "a-b", "2-1", "x" * 40, "co-production"])
def test_an_id_of_small_letters_digits_and_hyphens_is_well_formed(id_: str) -> None:
    assert found(framework={"id": id_}, tag={id_: {}}) == []


@pytest.mark.parametrize("id_", ["A", "a b", "a--b", "-a", "a-", "é", "x" * 41, "a.b", "a_b"])
def test_any_other_id_is_told_wherever_it_stands(id_: str) -> None:
    assert found(framework={"id": id_}) == [(113, ("framework", "id"))]
    for kind in ("level", "group", "source", "voice", "tag", "retired"):
        assert (113, (kind, id_)) in found(**{kind: {id_: {}}})


@pytest.mark.parametrize("id_", ["con", "nul", "com1", "lpt9"])
def test_a_name_that_windows_keeps_is_refused_for_the_framework_only(id_: str) -> None:
    assert found(framework={"id": id_}) == [(113, ("framework", "id"))]
    assert found(framework={"id": id_ + "x"}, tag={id_: {}}) == []


def test_an_id_with_a_dot_silences_the_rest_of_its_block() -> None:
    data = {"criterion": {"2": {"1": {"title": "x", "pillar": "none"}}}}
    (only,) = findings(Tables(data))
    assert (only.number, only.silences) == (113, ("criterion", "2"))


def test_every_way_of_naming_another_block_is_looked_at() -> None:
    data = {
        "framework": {"levels": ["low", "gone"]},
        "level": {"low": {}},
        "pillar": {"p": {"level": {"lo": ""}, "improve": {"lo": ""}, "tags": ["t", 5]}},
        "criterion": {
            "c": {
                "pillar": "q",
                "group": "g",
                "levels": ["lo"],
                "practice": [{"level": "lo"}, "odd", {"level": 3}],
            }
        },
        "prompt": {"felt": {}},
        "agenda": {"break_after": ["q"]},
    }
    assert found(**data) == [
        (114, ("framework", "levels", 1)),
        (114, ("pillar", "p", "level", "lo")),
        (114, ("pillar", "p", "improve", "lo")),
        (114, ("pillar", "p", "tags", 0)),
        (114, ("criterion", "c", "levels", 0)),
        (114, ("criterion", "c", "practice", 0, "level")),
        (114, ("criterion", "c", "pillar")),
        (114, ("criterion", "c", "group")),
        (114, ("prompt", "felt")),
        (114, ("agenda", "break_after", 0)),
    ]


@pytest.mark.parametrize("prompt", BUILT_IN_PROMPTS)
def test_every_built_in_prompt_may_be_named(prompt: str) -> None:
    assert found(prompt={prompt: {"on": False}}) == []
