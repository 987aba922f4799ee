"""Every bad input that is read from its bytes, and the whole sentence it gets."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidence.excel_files import changed, with_sheet, xlsx
from evidence.papers import read
from evidence.pdf_files import Words, lines, pdf
from evidence.word_files import docx, p
from maturity.evidence.child.reading import read_bytes
from maturity.evidence.limits import LIMITS
from maturity.evidence.messages import SENTENCES, Refused, notice, sentence
from maturity.evidence.model import Document, Excerpt
from maturity.evidence.store import from_bytes, to_bytes

TYPES = (
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.'
    '{}.main+xml"/></Types>'
)


def packed(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def office(kind: str, **members: str | bytes) -> bytes:
    return packed(**{"[Content_Types].xml": TYPES.format(kind), **members})


def with_bit(raw: bytes, bit: int) -> bytes:
    """The zip with a flag set on every member of its directory."""
    at, changed = 0, bytearray(raw)
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        changed[at + 8] |= bit
        at += 4
    return bytes(changed)


def broken(raw: bytes) -> bytes:
    """The zip with one byte of a packed member changed, so that its checksum is wrong."""
    at = raw.index(b"word/document.xml") + len("word/document.xml") + 40
    return raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :]


def declaring(encoding: str) -> bytes:
    declared = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'
    return office(WORD, **{"_rels/.rels": declared.encode(encoding)})


WORD = "wordprocessingml.document"
GOOD = docx(p("Words about Northmere."))
OLD_OFFICE = (
    "This is an old Office file from before 2007. "
    "Open it in Word or Excel and save it as .docx or .xlsx."
)
POWERPOINT = "PowerPoint files are not read. Save it as PDF and add the PDF."
NO_TEXT = "No text was found in this file."
ZIP = "This is a zip of files. Unpack it and add the files inside."
FOUR_THOUSAND = {f"x{at}": "" for at in range(4_001)}
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPED = "open"
BOOK = "xl/workbook.xml"
WORKBOOK = xlsx(("Action", "Due", "Status"), ("Meet", 4.5, "G"), ("Write", 45748, "R"))
PDF_LOCKED = (
    "This PDF is protected by a password. Give it with --ask-password, or save a copy without it."
)
PDF_DAMAGED = (
    "This PDF is damaged and cannot be read. Open it in a PDF reader and print it to a new PDF."
)
ONLY_PICTURES = "{}, so there is no text to read. Run text recognition (OCR) on it first."
DAMAGED = "This Word file is damaged (not a complete zip). Open it in Word and save a copy."
EXCEL_DAMAGED = "This Excel file is damaged (not a complete zip). Open it in Excel and save a copy."
BINARY = '<Types><Override ContentType="application/vnd.ms-excel.sheet.binary.main"/></Types>'
UNPACK = (
    "This file would unpack to more than the limit ({}), so it was not opened. "
    "Save a copy without pictures or embedded files."
)
PART = (
    "This file is damaged ({} cannot be read). Open it in the program that made it and save a copy."
)
DOCTYPE = (
    "This file declares a document type, which Word and Excel never do, so it was not opened. "
    "Open it in Word or Excel and save a copy."
)
LOCKED = (
    "This file is protected by a password. "
    "Open it in Word or Excel, remove the password and save a copy."
)
DEEP = (
    "This file is nested too deeply to be a real document, so it was not read. "
    "Copy its text into Word and add that."
)
JSON = (
    "This JSON is not a WordPress page: it has no title and content. "
    "Save the web page itself and add that."
)
LETTERS = (
    "The letters in this file cannot be read with certainty. "
    "Save it as UTF-8, or name the encoding with --encoding."
)
PICTURE = (
    "This is a picture, and pictures are not read. "
    "Type what it shows as evidence, with where it came from."
)
ANOTHER_KIND = (
    "This kind of file is not read. Open it in Word or Excel and save it as .docx or .xlsx."
)
UNKNOWN = (
    "This kind of file is not known. "
    "Word, Excel, PDF, web page, text, CSV and WordPress JSON can be read."
)
MEGABYTE = bytes(1024 * 1024)
FIVE_LARGE = {f"x{at}": MEGABYTE * 52 for at in range(5)}
BAD = [
    ("R04", "a.txt", b"", "The file is empty. Ask for it again."),
    ("R09", "a.docx", GOOD[: len(GOOD) // 2], DAMAGED),
    ("R09", "a.docx", bytes(100), DAMAGED),
    ("R10", "a.xlsx", b"PK\x03\x04 broken", EXCEL_DAMAGED),
    ("R10", "a.xlsm", bytes(100), EXCEL_DAMAGED),
    ("R11", "a.xlsx", office("spreadsheetml.sheet"), PART.format("the main part")),
    ("R11", "a.xlsx", changed(WORKBOOK, {}, without=BOOK), PART.format(BOOK)),
    ("R16", "a.xlsb", packed(**{"[Content_Types].xml": BINARY}), ANOTHER_KIND),
    ("R11", "a.docx", broken(GOOD), PART.format("word/document.xml")),
    ("R11", "a.docx", docx("<w:p>"), PART.format("word/document.xml")),
    ("R11", "a.docx", office(WORD, **{"../x": "y"}), PART.format("../x")),
    ("R11", "a.docx", office(WORD, **{"/x": "y"}), PART.format("/x")),
    ("R11", "a.json", b'{"title": {"rendered": "x"', PART.format("the JSON")),
    ("R12", "a.docx", office(WORD, **FOUR_THOUSAND), UNPACK.format("4,000 parts")),
    ("R12", "a.docx", office(WORD, x=MEGABYTE * 65), UNPACK.format("64 MB")),
    ("R12", "a.docx", office(WORD, **FIVE_LARGE), UNPACK.format("256 MB")),
    ("R12", "a.docx", office(WORD, x=MEGABYTE * 11), UNPACK.format("200 times its size")),
    ("R13", "a.docx", declaring("utf-8"), DOCTYPE),
    ("R13", "a.docx", declaring("utf-16"), DOCTYPE),
    ("R14", "a.docx", with_bit(GOOD, 1), LOCKED),
    ("R14", "a.docx", OLD + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    ("R15", "a.doc", OLD + bytes(600), OLD_OFFICE),
    ("R16", "a.rtf", b"{\\rtf1 words}", ANOTHER_KIND),
    ("R16", "a.odt", packed(mimetype="application/vnd.oasis.opendocument.text"), ANOTHER_KIND),
    ("R17", "a.pptx", office("presentationml.presentation"), POWERPOINT),
    ("R18", "a.png", b"\x89PNG\r\n\x1a\n" + bytes(20), PICTURE),
    ("R18", "a.jpg", b"\xff\xd8\xff\xe0" + bytes(20), PICTURE),
    ("R19", "a.zip", packed(a="words"), ZIP),
    ("R25", "a.bin", bytes(range(256)), UNKNOWN),
    ("R25", "a.xml", b'<?xml version="1.0"?><plan/>', UNKNOWN),
    ("R31", "a.json", b'{"name": "plan"}', JSON),
    ("R31", "a.json", b"[]", JSON),
    ("R31", "a.json", b'{"title": {"rendered": 3}, "content": {"rendered": ""}}', JSON),
    ("R32", "a.txt", b"\x81\x8d\x8f\x90 words", LETTERS),
    ("R32", "a.txt", "words \ufffd\ufffd".encode(), LETTERS),
    ("R33", "a.txt", b" \n\t\n", NO_TEXT),
    ("R33", "a.html", b"<html><body><nav>Menu</nav></body></html>", NO_TEXT),
    ("R33", "a.docx", docx(p(" ")), NO_TEXT),
    ("R34", "a.html", b"<div>" * 3_000 + b"words", DEEP),
    ("R34", "a.docx", docx("<w:p>" * 250 + "</w:p>" * 250), DEEP),
    ("R20", "a.pdf", pdf(lines("Locked words"), password=TYPED), PDF_LOCKED),
    ("R21", "a.pdf", b"%PDF-1.7 words", PDF_DAMAGED),
    ("R21", "a.pdf", pdf(), PDF_DAMAGED),
    ("R22", "a.pdf", pdf(None, None, None), ONLY_PICTURES.format("All 3 pages are pictures")),
    ("R22", "a.pdf", pdf(None), ONLY_PICTURES.format("The one page is a picture")),
    ("R33", "a.pdf", pdf([]), NO_TEXT),
]  # fmt: skip


@pytest.mark.parametrize(("code", "name", "raw", "said"), BAD, ids=lambda part: str(part)[:12])
def test_a_bad_file_is_refused_in_a_whole_sentence(
    code: str, name: str, raw: bytes, said: str
) -> None:
    with pytest.raises(Refused) as refused:
        read(raw, name)
    assert (refused.value.code, refused.value.sentence) == (code, said)


def test_the_limits_in_force_are_named() -> None:
    small = replace(LIMITS, excerpts=2)
    with pytest.raises(Refused) as refused:
        read_bytes(b"- one\n- two\n- three", "a.txt", limits=small)
    assert refused.value.sentence == (
        "This document is too long to search well (over 2 excerpts). "
        "Save the chapters you need as their own files."
    )
    with pytest.raises(Refused, match=r"over 1 MB of text"):
        read_bytes(b"a" * 1_100_000, "a", limits=replace(LIMITS, text_characters=1024 * 1024))


def test_an_encoding_without_that_name_is_refused() -> None:
    with pytest.raises(Refused, match=r'There is no encoding called "klingon"'):
        read_bytes(b"words", "a.txt", encoding="klingon", limits=LIMITS)
    with pytest.raises(Refused, match=r'There is no encoding called "base64"'):
        read_bytes(b"words", "a.txt", encoding="base64", limits=LIMITS)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Café and “quotes”".encode("cp1252"), "Read as windows-1252."),
        ("Plan for Northmere".encode("utf-16"), "Read as utf-16."),
        ("Plan for Northmere".encode("utf-16-be"), "Read as utf-16-be."),
        ("A \u202eB\u200b".encode(), "2 invisible or direction-changing characters were removed."),
        (b"Escape \x1b[31m" + b"words " * 30, "1 control character was removed."),
        (b"The document was approved, ... view the full minutes text for item 4",
         "The text ends in the middle. Ask for the full minutes."),
        (b"Due 31/02/2026 at the latest.", '"31/02/2026" is not a date; it was kept as written.'),
        (b'<p>Words</p><p style="display: none">Secret</p>',
         "1 hidden part of the page was left out."),
    ],
)  # fmt: skip
def test_what_should_be_known_is_kept_with_the_document(raw: bytes, said: str) -> None:
    document, _ = read(raw)
    assert said in [warning.sentence for warning in document.warnings]


def test_plain_text_has_nothing_to_tell() -> None:
    assert read("Words about Northmere.")[0].warnings == ()


def test_what_was_taken_out_of_a_text_can_still_be_seen() -> None:
    _, (excerpt,) = read("A \u202eB")
    assert (excerpt.text, excerpt.raw, excerpt.flags) == ("A B", "A <U+202E>B", ("normalised",))


def test_every_sentence_ends_as_one() -> None:
    assert [code for code, said in SENTENCES.items() if not said.endswith(".")] == []
    assert sentence("R36", limit=200).startswith("More than 200 files were named.")
    assert notice("W25", date="6 April 2026", title="SEF").sentence == (
        'Already added on 6 April 2026 as "SEF".'
    )


def attempt(raw: bytes, name: str) -> tuple[Document, tuple[Excerpt, ...]] | str:
    """What was read, or the code it was refused with; anything else fails the test."""
    try:
        return read(raw, name)
    except Refused as refused:
        return refused.code


@given(st.one_of(st.binary(max_size=400), st.text(max_size=300).map(str.encode)))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    found = attempt(raw, "a.docx")
    assert found == attempt(raw, "a.docx")
    if isinstance(found, str):
        assert found in SENTENCES
    else:
        assert from_bytes(to_bytes(*found)) == found
        assert b"\x1b" not in to_bytes(*found)


@given(st.data())
def test_a_word_file_with_any_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(GOOD) - 1))
    raw = GOOD[:at] + bytes([data.draw(st.integers(0, 255))]) + GOOD[at + 1 :]
    found = attempt(raw, "a.docx")
    assert not isinstance(found, str) or found in SENTENCES


PAPER = pdf([*lines("Families were heard.", "Schools were heard."), Words("Plan", y=800, size=20)])


@settings(max_examples=40)
@given(st.sampled_from(["a.xlsx", "a.pdf"]), st.data())
def test_an_excel_file_or_a_pdf_with_any_bytes_changed_is_read_or_refused(
    name: str, data: st.DataObject
) -> None:
    raw = bytearray(WORKBOOK if name == "a.xlsx" else PAPER)
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    found = attempt(bytes(raw), name)
    assert not isinstance(found, str) or found in SENTENCES


ELEMENTS = (
    *("<sheetData>", "</sheetData>", '<row r="1">', '<row r="-1">', '<row r="2.0">', "</row>"),
    *('<c r="A1">', '<c r="ZZZ9999999">', '<c r="">', '<c t="s">', '<c t="b" s="9">', "</c>"),
    *('<c r="B1" t="d">', '<c t="e">', '<c t="inlineStr">', "<is>", "</is>", "<t>x</t>"),
    *("<v>1</v>", "<v>-7</v>", "<v>x</v>", "<v>1e999</v>", "<f>A1</f>", '<f t="shared" si="0"/>'),
    *('<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', '<mergeCell ref="B2:A1"/>'),
    *('<hyperlinks><hyperlink ref="A1:B9"/></hyperlinks>', '<dimension ref="A1:XFD1048576"/>'),
    *('<cols><col min="0" max="0" hidden="1"/></cols>', '<conditionalFormatting sqref=""/>'),
    '<legacyDrawing r:id="x" xmlns:r="x"/>',
)


@given(st.lists(st.sampled_from(ELEMENTS), max_size=12))
def test_any_sheet_is_read_or_refused(parts: list[str]) -> None:
    found = attempt(with_sheet("".join(parts), WORKBOOK), "a.xlsx")
    assert not isinstance(found, str) or found in SENTENCES


OPERATORS = (
    *("q", "Q", "BT", "ET", "/F 9 Tf", "/F -9 Tf", "/F 1e9 Tf", "(x y-) Tj", "<00FF07> Tj"),
    *("[(a) -9999 (b) 9999 (c)] TJ", "1 0 0 1 5 5 cm", "0 0 0 0 0 0 cm", "0 1 -1 0 9 9 cm"),
    *("/I Do", "1e9 0 Td", "-50 -50 Td", "3 Tr", "T*", "(next) '", "0 0 0 0 0 0 Tm", "/X gs"),
)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(OPERATORS), max_size=15))
@example(["/F -9 Tf", "0 1 -1 0 9 9 cm", "(x y-) Tj"])
@example(["/F 9 Tf", "0 0 0 0 0 0 Tm", "(x) Tj", "T*", "(y) Tj"])
def test_any_drawing_on_a_page_is_read_or_refused(operators: list[str]) -> None:
    found = attempt(pdf(lines("Heard."), more=" " + " ".join(operators)), "a.pdf")
    assert not isinstance(found, str) or found in SENTENCES


@given(st.text(alphabet='<>/"= abdhilmnoprstuv1', max_size=120))
def test_any_tags_are_read_or_refused(inside: str) -> None:
    found = attempt(f"<html><body>{inside}".encode(), "a.html")
    assert not isinstance(found, str) or found in SENTENCES


ROWS = ("a,b,c", "1;2", "x\ty\tz", "G\tA\tR\tB", "\t\tDec-19\tJan-20", '"', "as above\t\t\t", "")


@given(st.lists(st.sampled_from(ROWS)))
def test_any_rows_are_read_or_refused(lines: list[str]) -> None:
    found = attempt("\n".join(lines).encode(), "a.csv")
    assert not isinstance(found, str) or found in SENTENCES
