"""The parts of a document: frozen, strict, and cleaned as they are made."""

from typing import Any

import pytest
from pydantic import ValidationError

from maturity.evidence.model import Document, Excerpt, Notice
from maturity.evidence.typed import typed_card


def test_a_part_cannot_be_changed_or_given_more() -> None:
    _, excerpt = typed_card("Waits fell.", "SEF 1")
    part: Any = excerpt
    with pytest.raises(ValidationError, match="frozen"):
        part.text = "Waits rose."
    with pytest.raises(ValidationError, match="Extra inputs"):
        Excerpt.model_validate({**excerpt.model_dump(), "score": 3})


@pytest.mark.parametrize("false", ["", "0123456789ab\n", "0123456789AB", "0123456789abc", "g" * 12])
def test_an_id_is_twelve_or_sixteen_hex_digits(false: str) -> None:
    _, excerpt = typed_card("Waits fell.", "SEF 1")
    with pytest.raises(ValidationError):
        Excerpt.model_validate({**excerpt.model_dump(), "id": false})
    Excerpt.model_validate({**excerpt.model_dump(), "id": "0123456789abcdef"})


def test_every_string_passes_the_gate() -> None:
    document, excerpt = typed_card("Waits fell.", "SEF 1")
    dirty = {
        **excerpt.model_dump(),
        "text": "A\x1b[2J\u202eB",
        "ref": "p\n1",
        "heading_path": ["\x07h"],
    }
    cleaned = Excerpt.model_validate(dirty)
    assert (cleaned.text, cleaned.ref, cleaned.heading_path) == ("A[2JB", "p 1", ("h",))
    assert Document.model_validate({**document.model_dump(), "title": "a\u200bb"}).title == "ab"


def test_a_notice_has_the_code_of_a_warning() -> None:
    with pytest.raises(ValidationError):
        Notice(code="R01", sentence="x")
