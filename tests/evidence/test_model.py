"""The parts of a document: frozen, strict, and cleaned as they are made."""

import datetime as dt
import json
from typing import Any

import pytest
from pydantic import ValidationError

from maturity.evidence.model import Document, Excerpt, Notice
from maturity.evidence.typed import typed_card


def test_a_part_cannot_be_changed_or_given_more() -> None:
    _, excerpt = typed_card("Waits fell.", "SEF 1")
    part: Any = excerpt
    with pytest.raises(AttributeError, match="frozen"):
        part.text = "Waits rose."
    with pytest.raises(ValidationError, match="Extra inputs"):
        Excerpt.model_validate({**vars(excerpt), "score": 3})


@pytest.mark.parametrize("false", ["", "0123456789ab\n", "0123456789AB", "0123456789abc", "g" * 12])
def test_an_id_is_twelve_or_sixteen_hex_digits(false: str) -> None:
    _, excerpt = typed_card("Waits fell.", "SEF 1")
    with pytest.raises(ValidationError):
        Excerpt.model_validate({**vars(excerpt), "id": false})
    Excerpt.model_validate({**vars(excerpt), "id": "0123456789abcdef"})


def test_every_string_passes_the_gate() -> None:
    document, excerpt = typed_card("Waits fell.", "SEF 1")
    dirty = {
        **vars(excerpt),
        "text": "A\x1b[2J\u202eB",
        "ref": "p\n1",
        "heading_path": ["\x07h"],
    }
    cleaned = Excerpt.model_validate(dirty)
    assert (cleaned.text, cleaned.ref, cleaned.heading_path) == ("A[2JB", "p 1", ("h",))
    assert Document.model_validate({**vars(document), "title": "a\u200bb"}).title == "ab"


def test_a_notice_has_the_code_of_a_warning() -> None:
    with pytest.raises(ValidationError):
        Notice(code="R01", sentence="x")


def as_line(**said: Any) -> str:
    """A line of an evidence file, with these values put in."""
    _, excerpt = typed_card("Waits fell on 4 March 2026.", "SEF 1")
    return json.dumps(json.loads(excerpt.model_dump_json()) | said)


def test_a_line_is_read_back_as_it_was_written() -> None:
    document, excerpt = typed_card("Zo\u00eb's waits fell on 4 March 2026.", "SEF 1")
    assert excerpt.dates[0].start == dt.date(2026, 3, 4)
    line = excerpt.model_dump_json()
    assert '"start":"2026-03-04"' in line
    assert "Zo\u00eb" in line
    assert Excerpt.model_validate_json(line) == excerpt
    assert Document.model_validate_json(document.model_dump_json().encode()) == document


def test_a_line_that_pydantic_had_to_read_is_written_in_the_same_order() -> None:
    odd = Excerpt.model_validate_json(as_line(page="3"))
    assert odd.page == 3
    assert odd.model_dump_json() == Excerpt.model_validate_json(as_line(page=3)).model_dump_json()


def test_half_a_character_in_a_line_is_taken_out_as_anything_unseen_is() -> None:
    assert Excerpt.model_validate_json(as_line(text="A\ud800B")).text == "AB"


@pytest.mark.parametrize(
    "said",
    [
        {"page": "three"},
        {"page": float("nan")},
        {"page_exact": "perhaps"},
        {"text": None},
        {"text": 3},
        {"shape": "poem"},
        {"flags": ["loud"]},
        {"flags": "quote"},
        {"cells": {"header": "a", "value": "b"}},
        {"cells": [{"header": "a", "value": "b", "colour": "red"}]},
        {"dates": [{"raw": "May", "start": "2026-02-30"}]},
        {"dates": [{"raw": "May", "start": "May"}]},
        {"leads": {"as_written": "RN", "named": "someone"}},
        {"more": 1},
        {"text": "word " * 3_400_000},
    ],
    ids=lambda said: next(iter(said)),
)
def test_what_is_no_such_part_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Excerpt.model_validate_json(as_line(**said))


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"\xff{}", b"\xef\xbb\xbf{}", b"[" * 100_000, b'{"size": ' + b"9" * 5_000],
)
def test_a_line_that_is_no_json_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Document.model_validate_json(line)
