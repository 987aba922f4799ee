"""A cell of a survey, read as one of the levels, as no vote, or not at all."""

import pytest
from hypothesis import given

from builders import a_text, tiny
from maturity.survey.answers import ABSTAIN, CANNOT_SAY, Reader, folded

READER = Reader(tiny(), tiny().item("one"), {"sort of": "middle", "no idea": CANNOT_SAY})


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("Low", "low"),
        (" MIDDLE ", "middle"),
        ("high", "high"),
        ("1", "low"),
        ("2.0", "middle"),
        ("Level 3", "high"),
        ("2 Middle", "middle"),
        ("2. Middle: mostly.", "middle"),
        ("Middle - mostly, in most places", "middle"),
        ("Mostly.", "middle"),
        ("High (always)", "high"),
        ("Sort of", "middle"),
        ("No idea!", CANNOT_SAY),
        ("Cannot say yet", CANNOT_SAY),
        ("Don't know", CANNOT_SAY),
        ("Don\u2019t know", CANNOT_SAY),
        ("", ABSTAIN),
        ("  ", ABSTAIN),
        ("N/A", ABSTAIN),
        ("Prefer not to say", ABSTAIN),
    ],
)
def test_what_people_write_for_a_level(cell: str, level: str) -> None:
    assert READER.read(cell) == level


@pytest.mark.parametrize(
    "cell",
    [
        "4",
        "0",
        "1 High",
        "Lowish",
        "Middleton",
        "=1+1",
        "?",
        "12",
        "1 2",
        "Low or Middle",
        "9" * 99,
    ],
)
def test_anything_else_is_no_answer(cell: str) -> None:
    assert READER.read(cell) is None


def test_an_item_with_fewer_levels_knows_no_other() -> None:
    item = tiny().item("one").model_copy(update={"levels": ("low", "high")})
    reader = Reader(tiny(), item, {})
    assert [reader.read(cell) for cell in ("Low", "Middle", "2", "3")] == [
        "low",
        None,
        "high",
        None,
    ]


@given(a_text())
def test_any_text_is_read_or_not_and_nothing_breaks(cell: str) -> None:
    assert READER.read(cell) in {"low", "middle", "high", CANNOT_SAY, ABSTAIN, None}
    assert folded(folded(cell)) == folded(cell)
