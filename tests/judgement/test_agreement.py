"""The agreement word and figures, against reference vectors and over every small tally."""

import json
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement import measures
from maturity.judgement.agreement import RULE, AgreementWord, describe, word_of

VECTORS: Any = json.loads(
    (Path(__file__).parents[1] / "data" / "agreement-vectors.json").read_text(encoding="utf-8")
)
SINGLE = pytest.mark.parametrize("vector", VECTORS["single_item"], ids=lambda v: v["name"])
TALLIES = st.lists(st.integers(0, 40), min_size=2, max_size=7).map(tuple)


def _tallies(levels: int, votes: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread the votes over the levels."""
    for bars in combinations(range(votes + levels - 1), levels - 1):
        edges = (-1, *bars, votes + levels - 1)
        yield tuple(b - a - 1 for a, b in pairwise(edges))


def _close(value: float | None, expected: float | None) -> bool:
    if value is None or expected is None:
        return value is expected
    return abs(value - expected) <= 1e-6


@SINGLE
def test_the_word_and_what_is_counted_match(vector: Any) -> None:
    expect, found = vector["expect"], describe(vector["tally"])
    assert found.n == expect["n"]
    assert len(vector["tally"]) == expect["levels"]
    assert list(found.mode) == expect["modes"]
    assert found.median_low is not None
    assert found.median_high is not None
    assert found.median_low == expect["median_lower"]
    assert found.median_high == expect["median_upper"]
    assert found.word.value.replace("-", " ").upper() == expect["word"]
    assert found.two_or_more_off == expect["two_or_more_off"]
    assert found.small_room is expect["small_room"]


@SINGLE
def test_the_statistics_match_to_six_places(vector: Any) -> None:
    expect, found = vector["expect"], describe(vector["tally"])
    assert _close(found.van_der_eijk, expect["van_der_eijk_a"])
    assert _close(found.pair_agreement, expect["pairwise_same"])
    assert _close(found.tastle_wierman, expect["tastle_wierman_cns"])
    assert _close(found.leik, expect["leik_consensus"])
    assert _close(found.blair_lacy, expect["blair_lacy_l2"])
    assert _close(measures.berry_mielke(vector["tally"]), expect["berry_mielke_iov"])


@SINGLE
def test_quartiles_and_the_disagreement_index_match(vector: Any) -> None:
    expect = vector["expect"]
    assert measures.quartiles(vector["tally"]) == (expect["q1_type1"] - 1, expect["q3_type1"] - 1)
    index = measures.disagreement_index(vector["tally"])
    assert index is not None
    for name, value in expect["ram9"].items():
        assert _close(getattr(index, name), value)


@pytest.mark.parametrize("row", VECTORS["word_thresholds"], ids=lambda row: f"n{row['n']}")
def test_the_thresholds_hold_to_the_person(row: dict[str, int]) -> None:
    n, off, ends = row["n"], row["most_off_median_for_together"], row["fewest_each_end_for_split"]
    assert describe((0, n - off, off)).word == "together"
    assert describe((0, n - off - 1, off + 1)).word == "mixed"
    assert describe((ends, n - 2 * ends, ends)).word == "split"
    assert describe((ends - 1, n - 2 * ends + 1, ends)).word != "split"


@pytest.mark.parametrize("counts", [(), (0, 0, 0), (0, 0)])
def test_no_votes_have_no_figures(counts: tuple[int, ...]) -> None:
    found = describe(counts)
    assert (found.n, found.word, found.mode) == (0, AgreementWord.TOO_FEW, ())
    assert found.median_low is found.median_high is found.two_or_more_off is None
    assert found.van_der_eijk is found.pair_agreement is found.tastle_wierman is None
    assert found.leik is found.blair_lacy is None
    assert measures.quartiles(counts) is None
    assert measures.disagreement_index(counts) is None
    assert measures.berry_mielke(counts) is None


def test_pairs_need_two_people() -> None:
    assert describe((0, 1, 0)).pair_agreement is None
    assert measures.berry_mielke((0, 1, 0)) is None


def test_one_vote_is_where_it_is() -> None:
    index = measures.disagreement_index((0, 1, 0))
    assert index is not None
    assert (index.p30, index.p70, index.disagree) == (5.0, 5.0, False)
    assert measures.quartiles((0, 1, 0)) == (1, 1)


def test_words_are_given_from_three_votes_and_a_small_room_ends_at_eight() -> None:
    assert describe((1, 1, 0)).word == "too-few"
    assert describe((0, 3, 0)).word == "together"
    assert describe((0, 7, 0)).small_room
    assert not describe((0, 8, 0)).small_room


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than no votes"):
        describe((3, -1, 2))
    with pytest.raises(ValueError, match="fewer than no votes"):
        word_of((3, -1, 2), "ram-2")


def test_what_was_told_of_votes_stays_whatever_becomes_of_their_list() -> None:
    counts = [3, 9, 0]
    told = describe(counts)
    counts[2] = 9
    assert describe(counts) != told
    assert describe([3, 9, 0]) == told
    assert told.counts == (3, 9, 0)


def test_a_word_belongs_to_its_rule() -> None:
    assert word_of((3, 9, 0), RULE) is AgreementWord.TOGETHER
    assert word_of((3, 9, 0), "ram-2") is None


def test_two_levels_and_a_thousand_votes_are_read() -> None:
    assert describe((9, 1)).van_der_eijk is None
    assert describe((500, 0, 500)).word == "split"
    assert describe((0, 1000, 0)).word == "together"


@pytest.mark.parametrize("levels", [2, 3, 4, 5])
def test_every_small_tally_reads_the_same_from_either_end(levels: int) -> None:
    for votes in range(13):
        for counts in _tallies(levels, votes):
            found, turned = describe(counts), describe(counts[::-1])
            assert found.word is turned.word
            assert found.two_or_more_off == turned.two_or_more_off
            assert found.van_der_eijk == turned.van_der_eijk
            if found.van_der_eijk is not None:
                assert -1 <= found.van_der_eijk <= 1


def _one_fewer(counts: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for level, c in enumerate(counts):
        if c:
            yield (*counts[:level], c - 1, *counts[level + 1 :])


@pytest.mark.parametrize(("levels", "most"), [(3, 30), (4, 14), (5, 11)])
def test_one_person_leaving_never_turns_split_into_together(levels: int, most: int) -> None:
    split = 0
    for votes in range(8, most + 1):
        for counts in _tallies(levels, votes):
            if word_of(counts, RULE) is AgreementWord.SPLIT:
                split += 1
                words = {word_of(fewer, RULE) for fewer in _one_fewer(counts)}
                assert AgreementWord.TOGETHER not in words
    assert split


def test_in_a_small_room_one_person_can_turn_split_into_together() -> None:
    assert describe((2, 0, 4)).word == "split"
    assert describe((1, 0, 4)).word == "together"


def test_split_in_a_room_of_twelve_is_the_published_disagreement() -> None:
    for counts in _tallies(3, 12):
        index = measures.disagreement_index(counts)
        assert index is not None
        assert (describe(counts).word is AgreementWord.SPLIT) == index.disagree


@given(TALLIES.filter(any))
def test_blair_and_lacy_measure_how_far_two_people_stand_apart(counts: tuple[int, ...]) -> None:
    n = sum(counts)
    apart = sum(
        Fraction(a * b * abs(i - j), n * n)
        for i, a in enumerate(counts)
        for j, b in enumerate(counts)
    )
    assert _close(measures.blair_lacy(counts), float(1 - 2 * apart / (len(counts) - 1)))


@given(TALLIES)
def test_together_never_has_two_far_voices_and_split_has_two_ends(counts: tuple[int, ...]) -> None:
    found = describe(counts)
    if found.word is AgreementWord.TOGETHER:
        assert found.median_low == found.median_high
        assert found.two_or_more_off in {0, 1}
    if found.word is AgreementWord.SPLIT:
        assert counts[0] + sum(counts[1 : len(counts) // 4 + 1]) >= 2
