"""Golden sentences about votes, compared whole."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement.agreement import AgreementWord, describe
from maturity.judgement.words import (
    agreement_label,
    count_sentence,
    gap_numbers_sentence,
    gap_sentence,
    level_words,
    room_sentence,
    second_round_sentence,
    word_sentence,
)

THREE = ("Emerging", "Developing", "Maturing")
FIVE = ("Absent", "Ad hoc", "Defined", "Managed", "Habit")
COUNT = st.integers(0, 30)


@pytest.mark.parametrize(
    ("counts", "others", "sentence"),
    [
        (
            (3, 10, 1),
            {"present": 16, "abstain": 2},
            "10 of 14 said Developing. 3 said Emerging, 1 said Maturing. 2 did not vote.",
        ),
        (
            (3, 10, 1),
            {"present": 17, "abstain": 2, "cannot_say": 1},
            (
                "10 of 14 said Developing. 3 said Emerging, 1 said Maturing. 2 did not vote. "
                "1 could not say yet."
            ),
        ),
        ((0, 12, 0), {}, "12 of 12 said Developing."),
        ((6, 6, 0), {}, "6 of 12 said Emerging and 6 said Developing."),
        ((5, 2, 5), {}, "5 of 12 said Emerging and 5 said Maturing. 2 said Developing."),
        ((4, 4, 4), {}, "4 of 12 said Emerging, 4 said Developing and 4 said Maturing."),
        ((0, 0, 0), {"present": 14, "abstain": 14}, "No votes were cast. 14 did not vote."),
        ((0, 0, 0), {"cannot_say": 9}, "No votes were cast. 9 could not say yet."),
        ((0, 0, 0), {}, "No votes were cast."),
        ((1, 0, 0), {"present": 4}, "1 of 1 said Emerging. 3 did not vote."),
        (
            (2, 3, 0),
            {"present": 3, "abstain": 1},
            "3 of 5 said Developing. 2 said Emerging. 1 did not vote.",
        ),
    ],
)
def test_counts_are_said(counts: tuple[int, ...], others: dict[str, int], sentence: str) -> None:
    assert count_sentence(THREE, counts, **others) == sentence


@pytest.mark.parametrize(
    ("labels", "counts", "sentence"),
    [
        (
            THREE,
            (2, 10, 1),
            "The room is together on Developing. Anyone want to add something before we record it?",
        ),
        (
            THREE,
            (3, 3, 5),
            (
                "The room is not settled; the middle of its votes is Developing. "
                "Let's hear one voice from each side."
            ),
        ),
        (
            THREE,
            (3, 6, 3),
            (
                "The room is leaning to Developing but not settled. "
                "Let's hear one voice from each side."
            ),
        ),
        (
            THREE,
            (6, 6, 0),
            (
                "The room is between Emerging and Developing, and not settled. "
                "Let's hear one voice from each side."
            ),
        ),
        (
            THREE,
            (5, 2, 5),
            (
                "The room is split: 5 say Emerging, 5 say Maturing. That usually means we are "
                "seeing different families, data or places. What is each side looking at?"
            ),
        ),
        (
            FIVE,
            (2, 2, 2, 0, 4),
            (
                "The room is split: 4 say Absent or Ad hoc, 4 say Habit. That usually means we are "
                "seeing different families, data or places. What is each side looking at?"
            ),
        ),
        (THREE, (2, 0, 0), "Only 2 votes: the counts are kept, no word is given."),
        (THREE, (0, 1, 0), "Only 1 vote: the counts are kept, no word is given."),
        (THREE, (0, 0, 0), "No word is given."),
        (
            THREE,
            (0, 6, 1),
            (
                "The room is together on Developing. "
                "Anyone want to add something before we record it? "
                "Small room: read the word with care."
            ),
        ),
    ],
)
def test_the_word_is_said(labels: tuple[str, ...], counts: tuple[int, ...], sentence: str) -> None:
    agreement = describe(counts)
    assert word_sentence(agreement, labels) == sentence
    assert sentence.startswith(room_sentence(agreement, labels))


def test_without_counts_no_number_is_said() -> None:
    assert room_sentence(describe((2, 0, 2)), THREE, counts_shown=False) == "The room is split."
    assert room_sentence(describe((2, 0, 0)), THREE, counts_shown=False) == (
        "Too few people voted to give a word."
    )
    assert room_sentence(describe((0, 4, 0)), THREE, counts_shown=False) == (
        "The room is together on Developing."
    )


@given(st.lists(COUNT, min_size=5, max_size=5))
def test_without_counts_no_tally_leaves_a_number(counts: list[int]) -> None:
    said = room_sentence(describe(counts), FIVE, counts_shown=False)
    assert not re.search(r"\d", said)


def test_the_middle_of_a_room_is_said_in_levels() -> None:
    assert level_words(describe((3, 9, 0)), THREE) == "Developing"
    assert level_words(describe((6, 0, 6)), THREE) == "between Emerging and Maturing"
    assert level_words(describe((0, 0, 0)), THREE) is None


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("split", "mixed", "The room went from split to mixed."),
        ("mixed", "together", "The room went from mixed to together."),
        ("mixed", "mixed", "The room stayed mixed."),
        (
            "too-few",
            "mixed",
            "The two votes cannot be compared: too few people voted for a word.",
        ),
    ],
)
def test_a_second_round_is_said(before: str, after: str, sentence: str) -> None:
    assert second_round_sentence(AgreementWord(before), AgreementWord(after)) == sentence


def test_the_paper_has_a_label_for_every_word() -> None:
    assert [agreement_label(word) for word in AgreementWord] == [
        "Together",
        "Mixed",
        "Split",
        "Too few votes",
    ]


@given(st.tuples(COUNT, COUNT, COUNT), COUNT, COUNT)
def test_everyone_present_is_in_the_count_sentence_once(
    counts: tuple[int, ...], cannot_say: int, abstain: int
) -> None:
    present = sum(counts) + cannot_say + abstain
    said = count_sentence(THREE, counts, present=present, cannot_say=cannot_say, abstain=abstain)
    numbers = [int(number) for number in re.findall(r"(?<!of )\b\d+", said)]
    assert sum(numbers) == present
    for label, count in zip(THREE, counts, strict=True):
        assert (f"said {label}" in said) == (count > 0)


@given(st.lists(COUNT, min_size=5, max_size=5))
def test_every_room_gets_a_true_sentence(counts: list[int]) -> None:
    agreement = describe(counts)
    said = word_sentence(agreement, FIVE)
    assert said.endswith((".", "?"))
    for level, label in enumerate(FIVE):
        if agreement.word is AgreementWord.SPLIT and not counts[level]:
            assert label not in room_sentence(agreement, FIVE)


@pytest.mark.parametrize(
    ("lower", "higher", "said"),
    [
        (
            Fraction(58, 100),
            Fraction(13, 100),
            "lower about 6 times in 10, and higher about 1 time",
        ),
        (Fraction(1), Fraction(0), "lower nearly always, and higher hardly ever."),
        (Fraction(5, 100), Fraction(96, 100), "lower hardly ever, and higher nearly always."),
    ],
)
def test_how_often_a_group_rated_lower_is_said_in_tenths(
    lower: Fraction, higher: Fraction, said: str
) -> None:
    told = gap_numbers_sentence("Parent carers", lower, higher)
    assert told.startswith("Take at random one person of this group (Parent carers)")
    assert said in told


def test_a_finding_begins_with_the_group_as_the_framework_spells_it() -> None:
    assert gap_sentence("ICB (NHS)", is_lower=False, is_one_pillar=True) == (
        "ICB (NHS) tended to rate higher than the rest of the room across this pillar. "
        "That is evidence, not noise."
    )


def test_who_may_not_see_the_counts_is_not_told_which_level_most_chose() -> None:
    agreement = describe((3, 3, 5))
    said = room_sentence(agreement, THREE, counts_shown=False)
    assert said == "The room is leaning to Developing but not settled."
