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
    SECRET,
    TAB,
    defaults,
    faint,
    line,
    numbered,
    picture,
    plain,
    png,
    style,
    word_file,
)
from evidence.word_files import STRICT, docx, p
from maturity.evidence import client
from maturity.evidence.look import Edge, Formatting, Look
from maturity.evidence.looking import LOOK_LIMITS, read_look
from maturity.evidence.messages import SENTENCES, Refused
from maturity.evidence.readers.word_look import read

DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"


def look(raw: bytes, name: str = "council.docx") -> Look:
    return read(raw, name, LOOK_LIMITS)


def of(raw: bytes, name: str) -> Formatting:
    return next(one.formatting for one in look(raw).styles if one.name == name)


def edge(raw: bytes, place: str = "header", kind: str = "default") -> Edge:
    return next(one for one in look(raw).edges if (one.place, one.kind) == (place, kind))


def code(raw: bytes, name: str = "council.docx") -> str:
    with pytest.raises(Refused) as refused:
        look(raw, name)
    return refused.value.code


def changed(raw: bytes, *without: str, **parts: bytes) -> bytes:
    """A Word file `without` some parts, and with others."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name not in without:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return buffer.getvalue()


def test_a_style_has_what_it_says_and_what_it_is_based_on() -> None:
    heading = of(plain(), "heading 1")
    assert (heading.face, heading.size, heading.bold) == ("Verdana", 20, True)
    assert (heading.colour, heading.before, heading.after) == ("00512F", 18, 6)
    assert (heading.line, heading.is_exact) == (1.15, False)
    callout = of(plain(), "Callout Green")
    assert callout.fill == "E5F2EB"
    assert [(one.side, one.width, one.colour) for one in callout.borders] == [
        ("left", 48, "00512F")
    ]


def test_effects_exact_lines_and_justified_text_are_seen() -> None:
    title = of(faint(), "Title")
    assert (title.italic, title.capitals, title.align) == (True, True, "justified")
    assert (title.line, title.is_exact) == (10, True)
    assert of(faint(), "heading 3").underlined
    assert of(faint(), "heading 1").face == "Impact"


def test_the_number_of_a_heading_and_the_mark_of_a_list_are_found() -> None:
    first, second = (of(numbered(), name).numbered for name in ("heading 1", "heading 2"))
    assert first is not None
    assert second is not None
    assert (first.format, first.text, second.text) == ("decimal", "%1.", "%1.%2")
    assert (first.left, first.first) == (10.001, -10.001)
    bullet = of(numbered(), "List Bullet").numbered
    assert bullet is not None
    assert bullet.format == "bullet"
    assert of(numbered(), "heading 3").numbered is None


def test_a_theme_names_the_face_and_a_list_may_stand_for_another() -> None:
    theme = (
        "<w:themeElements><w:fontScheme><w:minorFont><w:latin typeface='Georgia'/></w:minorFont>"
        "</w:fontScheme></w:themeElements>"
    )
    styles = style("Normal", '<w:rFonts w:asciiTheme="minorHAnsi"/>', based_on="")
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1"/></w:lvl><w:styleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles += style("heading 1", "", '<w:numPr><w:numId w:val="7"/></w:numPr>')
    raw = docx(p("x"), parts={"styles": styles, "theme": theme, "numbering": lists})
    assert of(raw, "Normal").face == "Georgia"
    level = of(raw, "heading 1").numbered
    assert level is not None
    assert level.format == "upperRoman"


def test_a_circle_of_styles_ends_and_an_odd_value_says_nothing() -> None:
    styles = style("One", '<w:sz w:val="x"/><w:color w:val="auto"/>', based_on="Two")
    styles += style("Two", '<w:sz w:val="40"/>', '<w:ind w:left="nine"/>', based_on="One")
    raw = word_file(styles)
    assert of(raw, "One").size in {10, 20}
    assert (of(raw, "One").colour, of(raw, "Two").left) == ("", 0)


def test_a_strict_file_is_read_as_any_other() -> None:
    styles = style("Normal", '<w:sz w:val="28"/>', '<w:ind w:start="1cm"/>', based_on="")
    normal = of(docx(p("x"), parts={"styles": styles}, space=STRICT), "Normal")
    assert (normal.size, normal.left) == (14, 10)


def test_the_page_is_that_of_the_last_section_in_millimetres() -> None:
    page = look(plain()).page
    assert (round(page.width), round(page.height), round(page.left)) == (210, 297, 23)
    assert look(faint()).page.columns == 2


def test_a_first_page_has_its_own_edges_only_where_it_is_switched_on() -> None:
    found = {(one.place, one.kind) for one in look(plain()).edges}
    assert ("header", "first") in found
    with zipfile.ZipFile(io.BytesIO(plain())) as old:
        body = old.read("word/document.xml").replace(b"<w:titlePg/>", b"")
    off = changed(plain(), "word/document.xml", **{"word/document.xml": body})
    assert {one.kind for one in look(off).edges} == {"default"}


def test_pictures_come_with_their_words_and_page_numbers_are_left_to_ours() -> None:
    (crest,) = edge(plain(), "header", "first").lines[0].pictures
    assert (crest.alt, crest.kind, crest.width) == ("The crest of Northmere Council", "png", 40)
    assert edge(plain(), "footer").lines == ()
    assert edge(plain(), "footer", "first").lines[0].texts == (
        "Northmere Council",
        "northmere.example",
    )


def test_a_page_number_goes_and_the_words_beside_it_stay() -> None:
    number = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    raw = word_file(PLAIN_STYLES, edges={"footer": line("Left", TAB, "Page ", number, TAB, "End")})
    assert edge(raw, "footer").lines[0].texts == ("Left", "End")


def test_what_is_never_carried_is_named() -> None:
    left = edge(faint()).left_out
    assert [one for one in left if "watermark" in one]
    assert [one for one in left if "table" in one]
    assert edge(faint(), "footer").left_out == ("a field (FILENAME)",)
    texts = [text for one in edge(faint()).lines for text in one.texts]
    assert texts == ["Northmere", "Tel: 01632 960000"]
    assert edge(faint()).lines[2].pictures[0].is_floating


@pytest.mark.parametrize("data", [b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"x" * 1_100_000])
def test_a_picture_of_another_kind_or_a_large_one_is_left_out(data: bytes) -> None:
    edges = {"header": line(picture("The crest of Northmere"))}
    raw = word_file(PLAIN_STYLES, edges=edges)
    swapped = changed(raw, "word/media/logo.png", **{"word/media/logo.png": data})
    assert edge(swapped).lines == ()
    assert edge(swapped).left_out


def test_a_text_box_is_no_picture_whatever_it_holds() -> None:
    box = picture("The crest of Northmere").replace(
        "<pic:spPr>", "<pic:spPr><w:txbxContent><w:p/></w:txbxContent>"
    )
    found = edge(word_file(PLAIN_STYLES, edges={"header": line(box)}))
    assert (found.lines, found.left_out) == ((), ("a drawn shape, text box or watermark",))


def test_hidden_words_and_those_nobody_reads_never_leave_the_file() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
    raw = word_file(PLAIN_STYLES, edges={"header": line("Seen", hidden)})
    assert edge(raw).lines[0].texts == ("Seen",)
    for made in (plain(), faint(), raw):
        assert SECRET not in look(made).model_dump_json()


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

    monkeypatch.setattr(client._Answer, "read", answers)
    with pytest.raises(Refused) as refused:
        read_look(path)
    assert refused.value.code == "R35"
    monkeypatch.undo()
    monkeypatch.setattr(client, "WORKER", ("/nowhere/at/all",))
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
