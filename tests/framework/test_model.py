import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from maturity.framework import BUILT_IN_PROMPTS, Agenda, Framework, load, model
from maturity.framework.model import Part

DATA = Path(__file__).parent / "data"
PARTS: list[type[Part]] = [
    each
    for each in vars(model).values()
    if isinstance(each, type) and issubclass(each, Part) and each is not Part
]


@pytest.mark.parametrize("part", [*PARTS, Framework], ids=lambda part: part.__name__)
def test_every_record_is_closed(part: type[Part]) -> None:
    with pytest.raises(ValidationError) as caught:
        part.model_validate({"points": 3})
    assert ("points",) in [each["loc"] for each in caught.value.errors()]


def test_a_record_cannot_be_changed() -> None:
    framework = load(DATA / "northmere.toml")
    with pytest.raises(AttributeError):
        framework.meta.title = "Other"  # type: ignore[misc]  # the point of the test
    with pytest.raises(TypeError):
        framework.pillars["leadership"].level["emerging"] = ("x",)  # type: ignore[index]  # refused


def test_every_built_in_prompt_is_there_with_its_usual_state() -> None:
    framework = load(DATA / "quay.toml")
    assert {each.id: each.on for each in framework.prompts.values()} == BUILT_IN_PROMPTS
    assert framework.prompts["one-agency"].need == ("health", "education")
    assert framework.prompts["one-agency"].say is None


def test_a_file_may_reword_or_switch_a_prompt() -> None:
    prompts = load(DATA / "northmere.toml").prompts
    assert prompts["whole-cohort"].say == "Which children are missing from this data?"
    assert (prompts["whole-cohort"].on, prompts["done-before-proof"].on) == (True, False)
    assert list(prompts) == list(BUILT_IN_PROMPTS)


def test_defaults_are_those_of_the_format() -> None:
    framework = load(DATA / "quay.toml")
    meta = framework.meta
    assert (meta.rate, meta.roll_up, meta.status) == ("criteria", "judgement", "draft")
    assert (meta.origin, meta.language) == ("local", "en-GB")
    assert framework.agenda == Agenda(
        minutes=210, opening_minutes=30, closing_minutes=25, break_minutes=15
    )
    assert framework.evidence.stale_after_months == 12
    assert framework.report.not_rated == "Not reached"
    assert framework.wording.self_evaluation == "self-evaluation"


def test_a_voice_without_a_sector_is_its_own() -> None:
    voices = load(DATA / "northmere.toml").voices
    assert {each.id: each.sector for each in voices.values()} == {
        "parent-carers": "parent-carers",
        "icb": "health",
        "adviser": "adviser",
    }
    assert (voices["adviser"].votes, voices["icb"].votes) == (False, True)


def test_a_glossary_line_is_a_long_form() -> None:
    glossary = load(DATA / "northmere.toml").glossary
    assert glossary["KLOE"].long == "key line of enquiry"
    assert glossary["co-production"].also == ("coproduction",)


EVERY_KEY = """
format id title version levels rate roll_up status origin notice licence publisher language
effective review allow label meaning statements was meaning_unchanged pillar question level short
code intro guidance families impact evidence challenge refs tags improve minutes may_not_apply group
practice text checks edition url core votes sector wider break_after opening_minutes
closing_minutes break_minutes item_minutes stale_after_months on say need opening not_rated board
forum operations_group plan self_evaluation board_short forum_short operations_group_short
plan_short self_evaluation_short pillars criterion criteria long also since reason
"""


def test_the_records_know_every_key_of_format_1_and_no_other() -> None:
    known = {name for part in PARTS for name in part.model_fields}
    assert known == set(re.findall(r"\w+", EVERY_KEY))
