"""The frameworks that come with the program: complete, ours, and readable without a fault."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from maturity.framework import Framework, load, parse
from maturity.framework.checking import check
from maturity.shipped import frameworks_folder

FOLDER = frameworks_folder()
SEND = load(FOLDER / "send-local-area.toml")
PRACTICE = load(FOLDER / "data-practice.toml")
BOTH = pytest.mark.parametrize("framework", [SEND, PRACTICE], ids=lambda each: each.id)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_a_shipped_framework_has_neither_error_nor_warning(file: Path) -> None:
    raw = file.read_bytes()
    assert check(raw, file.name) == ()
    assert parse(raw, file.name).id == file.stem
    assert b"\r" not in raw
    assert b":?" not in raw


@BOTH
def test_it_says_that_it_is_our_own_wording(framework: Framework) -> None:
    assert framework.meta.origin == "own"
    assert framework.meta.notice


@BOTH
def test_no_two_neighbouring_levels_say_the_same(framework: Framework) -> None:
    for item in (*framework.pillars.values(), *framework.criteria.values()):
        texts = [item.level[each] for each in framework.level_ids if each in item.level]
        assert all(low != high for low, high in pairwise(texts))


@BOTH
def test_every_reference_has_a_source(framework: Framework) -> None:
    for item in (*framework.pillars.values(), *framework.criteria.values()):
        assert all(each.split(":")[0] in framework.sources for each in item.refs)


@BOTH
def test_the_agenda_has_room_for_every_item(framework: Framework) -> None:
    agenda = framework.agenda
    taken = agenda.opening_minutes + agenda.closing_minutes
    taken += agenda.break_minutes * len(agenda.break_after)
    assert agenda.minutes - taken >= sum(each.minutes or 5 for each in framework.items)


def test_the_send_framework_is_whole() -> None:
    items = (*SEND.pillars.values(), *SEND.criteria.values())
    assert [len(SEND.criteria_of(each)) for each in SEND.pillars] == [5, 5, 5, 5, 5, 6, 5]
    assert len({each.id for each in items}) == 43
    assert sum(len(each.level) for each in items) == 129
    assert all(each.evidence and each.impact for each in SEND.criteria.values())
    assert all(each.families and each.guidance for each in SEND.pillars.values())
    assert SEND.items == tuple(SEND.pillars.values())


def test_the_send_framework_is_not_the_national_matrix_and_says_so() -> None:
    assert SEND.meta.notice == (
        "This framework is the maturity project's own draft. It is not the DfE and NHS England"
        " matrix, and its levels are not inspection outcomes."
    )
    assert (SEND.meta.status, SEND.version) == ("draft", "0.1")


def test_the_send_framework_keeps_its_ids_and_printed_numbers() -> None:
    assert list(SEND.pillars) == [
        "leadership",
        "families",
        "insight",
        "early-inclusion",
        "commissioning",
        "right-support",
        "outcomes",
    ]
    for pillar in SEND.pillars.values():
        codes = [each.code for each in SEND.criteria_of(pillar.id)]
        assert codes == [f"{pillar.code}.{n}" for n in range(1, len(codes) + 1)]
    assert SEND.find_item("6.4").id == "waiting-well"


def test_the_send_glossary_explains_the_capitals() -> None:
    assert {
        "DfE",
        "NHS",
        "SEND",
        "SEN",
        "SEF",
        "EHC",
        "ICB",
        "SENCO",
        "KLOE",
        "QA",
        "LAIP",
        "Section 23",
        "Section I",
        "whole cohort",
    } <= set(SEND.glossary)
    assert "coproduction" in SEND.glossary["co-production"].also


def test_the_send_voices_have_their_core_and_their_families() -> None:
    core = {each.id for each in SEND.voices.values() if each.core}
    assert core == {"mainstream", "icb", "childrens-social-care", "parent-carers", "young-people"}
    families = {each.id: each.wider for each in SEND.voices.values() if each.families}
    assert families == {
        "parent-carers": "A family representative",
        "young-people": "A young person's representative",
    }
    assert {each.id for each in SEND.voices.values() if not each.votes} == {"chair", "adviser"}


def test_evidence_hints_begin_with_a_capital_and_stand_one_to_a_line() -> None:
    hints = [hint for each in SEND.criteria.values() for hint in each.evidence]
    assert all(re.match(r"'?[A-Z]", hint) and ";" not in hint for hint in hints)


def test_the_practice_framework_has_another_shape() -> None:
    assert PRACTICE.meta.rate == "criteria"
    assert len(PRACTICE.level_ids) == 5
    assert [len(PRACTICE.criteria_of(each)) for each in PRACTICE.pillars] == [3, 3, 3]
    assert all(set(each.level) == set(PRACTICE.level_ids) for each in PRACTICE.items)
    assert all(each.evidence for each in PRACTICE.items)
