"""The same words in another form, and words that only look alike."""

import pytest

from maturity.evidence.same import are_same_words, letters_of

SAID = "Families wait forty weeks for an official first answer in the north."


@pytest.mark.parametrize(
    "other",
    [
        SAID.upper(),
        SAID.replace("fi", "\ufb01"),
        SAID.replace(" ", "\n"),
        SAID.replace("Families", "Fami-lies"),
        f"A. {SAID}",
        f"(iv) {SAID}",
        f"4.30. {SAID}",
        SAID.replace("north.", "north4."),
        f"{SAID}12",
    ],
)
def test_a_passage_is_the_same_however_it_is_set(other: str) -> None:
    assert are_same_words(SAID, other)
    assert are_same_words(other, SAID)


@pytest.mark.parametrize(
    "other",
    [
        SAID.replace("forty", "fourteen"),
        SAID.replace("wait", "do not wait"),
        f"Not all {SAID}",
        SAID.replace("in the north", "in area 4"),
        "",
    ],
)
def test_another_statement_is_not(other: str) -> None:
    assert not are_same_words(SAID, other)


def test_a_figure_that_ends_a_sentence_is_part_of_it() -> None:
    said = "The number of late plans in the whole of the area rose to"
    assert not are_same_words(f"{said} 4.", f"{said} 45.")
    assert not are_same_words(f"{said} 4", f"{said} 45")


def test_a_few_words_may_be_anybodys() -> None:
    assert not are_same_words("Agreed.", "Agreed.")
    assert letters_of("Agreed: 4 \ufb01les") == "agreed4files"
