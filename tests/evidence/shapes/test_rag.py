"""Statuses: letters, words and colours, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.evidence.model import DeliveryStatus
from maturity.evidence.shapes.rag import (
    dated_notes,
    legend_of,
    meaning_of,
    status_of_colour,
    status_of_text,
)

COLOURS = {
    "Red": ("FF0000", "C00000", "FFC7CE"),
    "Amber": ("FFC000", "FFFF00", "FFEB9C", "F79646"),
    "Green": ("92D050", "00B050", "C6EFCE"),
    "Blue": ("00B0F0", "0070C0"),
    "Grey": ("BFBFBF", "D9D9D9"),
    None: ("FFFFFF", "F2F2F2", "000000", "7030A0", "auto", ""),
}
WORDS = {
    "Red": ("R", "r", "Red", "RED.", "\uff32"),
    "Amber": ("A", "amber", "\u0410", "\u0391", "\uff21", " a "),
    "Green": ("G", "green", "\u050c"),
    "Blue": ("B", "Blue", "\u0412", "\u0392"),
    "Grey": ("Gy", "Grey", "gray"),
    None: ("G/A", "G?", "Completed", "n/a", "", "GG", "AR"),
}


@pytest.mark.parametrize(("status", "fills"), COLOURS.items())
def test_a_colour_stands_for_a_status(status: str | None, fills: tuple[str, ...]) -> None:
    assert [status_of_colour(fill) for fill in fills] == [status] * len(fills)


@pytest.mark.parametrize(("status", "words"), WORDS.items())
def test_a_letter_or_word_stands_for_a_status(status: str | None, words: tuple[str, ...]) -> None:
    assert [status_of_text(word)[0] for word in words] == [status] * len(words)


def test_a_folded_letter_is_named() -> None:
    (folding,) = status_of_text("\u0410")[1]
    assert (folding.name, folding.code, folding.letter) == ("Cyrillic A", "U+0410", "A")
    (folding,) = status_of_text("\uff21")[1]
    assert (folding.name, folding.code) == ("Fullwidth A", "U+FF21")


def test_a_key_is_told_apart_from_its_heading() -> None:
    assert legend_of("Progress Red - Late Green - Done") == ("Progress", "Red - Late Green - Done")
    assert legend_of("Lead") == ("Lead", None)
    assert legend_of("Red - Late") == ("Red - Late", None)


def test_text_without_dates_has_no_dated_notes() -> None:
    assert dated_notes("The group met in May.") == ()


@given(st.text(max_size=40))
def test_any_text_has_a_status_or_none(text: str) -> None:
    status, foldings = status_of_text(text)
    assert status is not None or foldings == ()
    assert isinstance(dated_notes(text), tuple)


@pytest.mark.parametrize(
    ("status", "legend", "means"),
    [
        (
            "Amber",
            "Red - Delayed Amber - In progress Green - Completed Grey - not begun",
            "In progress",
        ),
        (
            "Grey",
            "Red - Delayed Amber - In progress Green - Completed Gray: not begun.",
            "not begun",
        ),
        ("Blue", "Red - Delayed, Green - Completed", ""),
        ("Red", "red = late; green = done", "late"),
        ("Red", None, ""),
    ],
)
def test_a_status_means_what_the_key_of_its_column_says(
    status: DeliveryStatus, legend: str | None, means: str
) -> None:
    assert meaning_of(status, legend) == means
