"""The look of a Word file: what is read of it, what is refused, and what never leaves it."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councils import (
    FAINT_STYLES,
    PLAIN_STYLES,
    defaults,
    faint,
    line,
    plain,
    png,
    style,
    word_file,
)
from evidence.looks import changed, code, look
from maturity.evidence.answers.look import Look
from maturity.evidence.asking import process
from maturity.evidence.asking.look import read_look
from maturity.evidence.messages import SENTENCES, Refused

DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"


def test_the_page_is_that_of_the_last_section_in_millimetres() -> None:
    page = look(plain()).page
    assert (round(page.width), round(page.height), round(page.left)) == (210, 297, 23)
    assert look(faint()).page.columns == 2


MACROS: dict[str, bytes] = {
    "by its kind": plain(DOCM),
    "by a part": changed(plain(), **{"word/vbaProject.bin": b"x"}),
    "by a relation": word_file(
        PLAIN_STYLES,
        relations='<Relationship Id="v" Type="http://x/vbaProject" Target="x.bin"/>',
    ),
}


@pytest.mark.parametrize("raw", MACROS.values(), ids=MACROS.keys())
def test_macros_are_refused_however_they_are_named(raw: bytes) -> None:
    assert code(raw) == "R45"
    assert code(raw, "council.docm") == "R45"


def test_embedded_objects_are_refused() -> None:
    assert code(changed(plain(), **{"word/embeddings/oleObject1.bin": b"x"})) == "R46"
    relation = '<Relationship Id="o" Type="http://x/oleObject" Target="x.bin"/>'
    assert code(word_file(PLAIN_STYLES, relations=relation)) == "R46"


OTHERS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "R04"),
    "text": (b"Northmere", "R47"),
    "a picture": (png(), "R47"),
    "PDF": (b"%PDF-1.7", "R47"),
    "a zip": (changed(plain(), "[Content_Types].xml"), "R47"),
    "half a file": (plain()[:900], "R09"),
    "old or locked": (b"\xd0\xcf\x11\xe0" + b"x" * 99, "R15"),
    "locked": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "R14"),
    "no document": (changed(plain(), "word/document.xml"), "R11"),
}


@pytest.mark.parametrize(("raw", "said"), OTHERS.values(), ids=OTHERS.keys())
def test_what_is_no_template_is_refused_in_words(raw: bytes, said: str) -> None:
    assert code(raw) == said


def test_a_document_type_and_a_bomb_are_refused() -> None:
    typed = b'<!DOCTYPE a [<!ENTITY b "c">]><w:styles xmlns:w="x">&b;</w:styles>'
    assert code(changed(plain(), "word/styles.xml", **{"word/styles.xml": typed})) == "R13"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        with zipfile.ZipFile(io.BytesIO(plain())) as old:
            for name in old.namelist():
                bomb.writestr(name, old.read(name))
        bomb.writestr("word/media/large.png", b"\0" * (20 * 1024 * 1024))
    assert code(buffer.getvalue()) == "R12"


def test_too_many_styles_are_refused() -> None:
    many = "".join(style(f"S {number}", based_on="") for number in range(5_001))
    assert code(word_file(many)) == "R12"


def test_a_template_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "council.dotx"
    path.write_bytes(faint())
    assert read_look(path) == look(faint())
    path.write_bytes(plain(DOCM))
    with pytest.raises(Refused) as refused:
        read_look(path)
    assert "macros" in refused.value.sentence


def test_an_answer_that_is_no_look_is_refused_and_none_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "council.docx"
    path.write_bytes(plain())

    def answers(*_: Any) -> list[tuple[str, bytes]]:
        return [("look", b'{"styles": [{"id": 1}]}')]

    monkeypatch.setattr(process._Answer, "read", answers)
    with pytest.raises(Refused) as refused:
        read_look(path)
    assert refused.value.code == "R35"
    monkeypatch.undo()
    monkeypatch.setattr(process, "WORKER", ("/nowhere/at/all",))
    with pytest.raises(Refused) as refused:
        read_look(path)
    assert refused.value.code == "R37"
    path.write_bytes(b"words")
    with pytest.raises(Refused) as refused:
        read_look(path)
    assert refused.value.code == "R47"


def attempt(raw: bytes) -> str:
    """The look as its answer has it, or the code of a refusal; anything else fails the test."""
    try:
        return look(raw).model_dump_json()
    except Refused as refused:
        return refused.code


GOOD = word_file(FAINT_STYLES + defaults("Arial", 12), edges={"header": line("Northmere")})


@settings(max_examples=60)
@given(st.data())
def test_a_template_with_any_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(GOOD) - 1))
    raw = GOOD[:at] + bytes([data.draw(st.integers(0, 255))]) + GOOD[at + 1 :]
    found = attempt(raw)
    assert found in SENTENCES or Look.model_validate_json(found).styles is not None


VALUES = st.sampled_from(
    ["", "-1", "0", "1", "99999999999", "1.5", "auto", "none", "both", "FF0000", "9cm", "\u202e"]
)
TAGS = ("sz", "color", "spacing", "ind", "jc", "shd", "u", "numPr", "rFonts", "b", "outlineLvl")


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(TAGS), VALUES), max_size=8))
def test_any_values_in_a_style_are_read(said: list[tuple[str, str]]) -> None:
    names = ("val", "left", "hanging", "line", "before", "fill", "ascii")
    inside = ""
    for tag, value in said:
        attributes = " ".join(f'w:{name}="{value}"' for name in names)
        inside += f"<w:{tag} {attributes}/>"
    assert look(word_file(style("Any", inside, inside, based_on=""))).styles
