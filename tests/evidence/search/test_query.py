"""A query taken apart: what counts for how much, and why."""

import pytest

from maturity.evidence.search.query import Families, Term, Vocabulary, asked
from maturity.evidence.search.tokens import Tokens

TOKENS = Tokens()
KNOWN = "transition transitions training tribunal forum parent carer attendance panel"
FAMILIES = (("PCF", "parent carer forum"), ("PCF", "panel"))


def terms(query: str) -> dict[str, Term]:
    stems = {token.word: token.stem for token in TOKENS.of(KNOWN)}
    counts = {"laip 4.30": 1, **dict.fromkeys(stems.values(), 1), "transit": 2}
    vocabulary = Vocabulary(TOKENS, lambda stem: counts.get(stem, 0), stems, sorted(stems))
    found = asked(query, vocabulary, Families(FAMILIES, TOKENS)).terms
    return {term.stem: term for term in found}


def test_a_typed_word_counts_in_full() -> None:
    assert terms("forum ")["forum"] == Term("forum", 1.0, "forum (typed)")


def test_a_synonym_counts_half_shared_over_its_words() -> None:
    found = terms("pcf ")
    assert found["forum"].weight == pytest.approx(0.5 / 3)
    assert found["forum"].why == "parent carer forum (glossary: pcf)"


def test_a_spelling_of_two_families_finds_both() -> None:
    assert terms("pcf ")["panel"] == Term("panel", 0.5, "panel (glossary: pcf)")


def test_only_the_whole_of_a_spelling_is_that_spelling() -> None:
    assert "panel" not in terms("parent carer ")
    assert "panel" not in terms("parent carer forum ")


def test_an_unfinished_word_counts_for_what_begins_so() -> None:
    assert {term.weight for term in terms("tr").values()} == {0.6}
    assert set(terms("tr")) == {"transit", "train", "tribun"}
    assert terms("tr ") == {}
    assert terms("t") == {}


def test_the_beginnings_of_two_words_are_enough() -> None:
    assert set(terms("tri att")) == {"tribun", "attend"}
    assert terms("tri att ")["tribun"].why == "tribunal (begins with tri)"


def test_a_word_of_the_stop_list_may_still_grow_while_it_stands_alone() -> None:
    assert terms("for")["forum"].why == "forum (begins with for)"
    assert terms("for ") == {}
    assert set(terms("panel for")) == {"panel"}


def test_an_earlier_word_that_the_documents_have_stays_as_it_was_typed() -> None:
    assert set(terms("transition att")) == {"transit", "attend"}
    assert terms("transition att")["transit"].weight == 1.0


def test_a_word_reached_twice_keeps_its_best_reason() -> None:
    assert terms("transition")["transit"].weight == 1.0


def test_a_mistyped_word_counts_less_and_keeps_its_first_letter() -> None:
    assert terms("forun ")["forum"] == Term("forum", 0.7, "forum (like forun)")
    assert terms("gorum ") == {}
    assert terms("forumxx ") == {}
    assert set(terms("atendence ")) == {"attend"}


def test_a_word_that_may_still_grow_is_not_mistyped() -> None:
    assert set(terms("trib")) == {"tribun"}


def test_a_plan_reference_is_one_word() -> None:
    assert terms("laip 4.30")["laip 4.30"].why == "laip 4.30 (typed)"
    assert terms("laip 4.3") == {}


def test_a_very_long_query_is_cut() -> None:
    assert set(terms("forum " * 5_000)) == {"forum"}
