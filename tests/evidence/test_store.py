"""The bytes of an evidence file, and what is refused on the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.evidence.child.reading import read_bytes
from maturity.evidence.limits import LIMITS
from maturity.evidence.messages import Refused, notice
from maturity.evidence.naming import file_name
from maturity.evidence.store import EvidenceFault, from_bytes, to_bytes, was_rewritten

TEXT = b"""Northmere SEND board

Families say that plans arrive late, and that nobody tells them why it is so.

- Charter agreed in Jan-26 (LAIP 4.30)
- Helpline open since the spring term 2025
"""


def stored() -> bytes:
    return to_bytes(*read_bytes(TEXT, "board.txt", limits=LIMITS))


def test_what_was_stored_is_read_back_the_same() -> None:
    document, excerpts = read_bytes(TEXT, "board.txt", limits=LIMITS)
    assert from_bytes(stored()) == (document, excerpts)
    assert len(excerpts) == 3


def test_every_field_is_written_from_the_first_day() -> None:
    document, excerpt, *_ = stored().decode().splitlines()
    for field in ("reader_version", "counts", "people", "actions", "decisions", "encoding"):
        assert f'"{field}":' in document
    for field in ("number", "page", "raw", "cells", "status_history", "plan_refs", "flags"):
        assert f'"{field}":' in excerpt


def test_the_file_names_neither_the_file_nor_the_time() -> None:
    one = to_bytes(*read_bytes(TEXT, "board.txt", limits=LIMITS))
    other = to_bytes(*read_bytes(TEXT, "copy (2) of board.TXT", limits=LIMITS))
    assert one == other
    assert b"board.txt" not in one


def test_a_file_is_named_by_the_document() -> None:
    document, _ = read_bytes(TEXT, "board.txt", limits=LIMITS)
    assert file_name(document.id) == f"{document.id[:16]}.jsonl"


def test_an_altered_word_is_found() -> None:
    with pytest.raises(EvidenceFault, match="changed"):
        from_bytes(stored().replace(b"arrive late", b"arrive soon"))


def test_a_lost_line_is_found() -> None:
    lines = stored().splitlines(keepends=True)
    with pytest.raises(EvidenceFault, match="all of its excerpts"):
        from_bytes(b"".join(lines[:-1]))


def test_one_excerpt_twice_is_found() -> None:
    lines = stored().splitlines(keepends=True)
    with pytest.raises(EvidenceFault, match="one id"):
        from_bytes(b"".join((*lines[:-1], lines[1])))


@given(st.data())
def test_a_file_cut_anywhere_is_never_taken_for_whole(data: st.DataObject) -> None:
    whole = stored()
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(EvidenceFault):
        from_bytes(whole[:cut])


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(raw: bytes) -> None:
    with pytest.raises(EvidenceFault):
        from_bytes(raw)


def test_control_characters_in_a_stored_line_are_taken_out() -> None:
    forged = stored().replace(b'"title":"Northmere', b'"title":"\\u001b[31mNorthmere')
    document, _ = from_bytes(forged)
    assert document.title == "[31mNorthmere SEND board"


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(Refused, match="No text was found"):
        read_bytes(b" \n\n\t \n", "empty.txt", limits=LIMITS)


def test_a_line_that_is_no_excerpt_is_found() -> None:
    lines = stored().splitlines(keepends=True)
    for line in (b"{}\n", b"not json\n", b"\n"):
        with pytest.raises(EvidenceFault, match="cannot be read"):
            from_bytes(b"".join((*lines[:-1], line)))


def test_an_excerpt_without_some_words_keeps_its_id_where_the_document_says_so() -> None:
    document, excerpts = read_bytes(TEXT, "board.txt", limits=LIMITS)
    without = excerpts[0].model_copy(update={"text": "Families say [erased 2026-03-23 by Ash]."})
    told = document.model_copy(update={"warnings": (notice("W31"),)})
    raw = to_bytes(told, (without, *excerpts[1:]))
    assert from_bytes(raw) == (told, (without, *excerpts[1:]))
    assert was_rewritten(raw)
    assert not was_rewritten(stored())
    assert not was_rewritten(raw[:-5])
    with pytest.raises(EvidenceFault, match="changed"):
        from_bytes(to_bytes(document, (without, *excerpts[1:])))
    with pytest.raises(EvidenceFault, match="changed"):
        from_bytes(raw.replace(b"Charter agreed", b"Charter signed"))
