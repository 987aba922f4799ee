"""What a file is, from its bytes; its name settles nothing."""

import pytest

from evidence.word_files import docx, p
from maturity.evidence.readers.sniff import named_but_is, sniff

KINDS = {
    "word": [docx(p("x"))],
    "html": [
        b"<!DOCTYPE html><html>",
        b"  <p>x",
        b"<?xml version='1.0'?><!-- a --><html xmlns='x'>",
        b"\xef\xbb\xbf<div>",
        b"<h1>x",
    ],
    "wpjson": [b'{"id": 1}', b' [{"id": 1}]', b"{}", b"[]"],
    "text": [
        b"words",
        b"[Draft] minutes",
        b"{not json}",
        b"<Not a tag> words",
        b"< 5 families",
        b"BMX club for young people",
        b"a" * 100 + b"\x07",
        b"<pupil@northmere.example> wrote",
    ],
}


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        # a zip is made at a time of day, which must not name a test
        pytest.param(kind, raw, id=f"{kind}-{number}")
        for kind, raws in KINDS.items()
        for number, raw in enumerate(raws, 1)
    ],
)
def test_bytes_tell_what_a_file_is(kind: str, raw: bytes) -> None:
    assert {sniff(raw, name).kind for name in ("a.docx", "a.txt", "a", "a.pdf")} == {kind}


@pytest.mark.parametrize(
    ("name", "reader", "found"),
    [
        ("a.docx", "word", None),
        ("a.DOCM", "word", None),
        ("a.txt", "table", None),
        ("notes", "html", None),
        ("a.unknown", "html", None),
        ("a.csv", "text", (".csv", "text file")),
        ("a.DOCX", "html", (".docx", "web page")),
        ("a.html", "word", (".html", "Word file")),
        ("a.txt", "wpjson", (".txt", "WordPress page")),
        ("a.json", "table", (".json", "table")),
    ],
)
def test_a_name_that_says_otherwise_is_noticed(
    name: str, reader: str, found: tuple[str, str] | None
) -> None:
    assert named_but_is(name, reader) == found


def test_a_mark_of_byte_order_is_no_letter() -> None:
    for codec in ("utf-8-sig", "utf-16", "utf-32"):
        assert sniff("words".encode(codec), "a").text == "words"
    assert sniff("words".encode("utf-8-sig"), "a", "utf-8").text == "words"
