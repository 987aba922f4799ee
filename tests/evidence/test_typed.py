"""Evidence typed by hand."""

import pytest

from maturity.evidence.store import from_bytes, to_bytes
from maturity.evidence.typed import TITLE, typed_card
from maturity.text import CAP, TextTooLong


def test_a_typed_card_is_a_document_of_one_excerpt() -> None:
    document, excerpt = typed_card("Waits fell by a third (LAIP 3.10).", "SEF 2025 s3.2 p14")
    assert document.title == TITLE
    assert document.counts.excerpts == 1
    assert excerpt.ref == "SEF 2025 s3.2 p14"
    assert [ref.number for ref in excerpt.plan_refs] == ["3.10"]
    assert from_bytes(to_bytes(document, [excerpt])) == (document, (excerpt,))


def test_the_same_words_and_place_make_the_same_card() -> None:
    assert typed_card(" Waits fell. ", "SEF 1") == typed_card("Waits fell.", "SEF  1")


def test_another_place_makes_another_card() -> None:
    assert typed_card("Waits fell.", "SEF 1")[0].id != typed_card("Waits fell.", "SEF 2")[0].id


def test_a_card_without_a_place_is_cited_as_typed() -> None:
    assert typed_card("Waits fell.", "")[1].ref == TITLE


def test_a_card_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="Type what the evidence says"):
        typed_card(" \u200b ", "SEF 1")


def test_a_card_over_the_cap_is_refused() -> None:
    with pytest.raises(TextTooLong):
        typed_card("a" * (CAP + 1), "SEF 1")
