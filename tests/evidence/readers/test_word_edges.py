"""Headers and footers of a template: what is kept of them, and what is named and left."""

import io
import zipfile

import pytest

from councils import (
    PLAIN_STYLES,
    SECRET,
    TAB,
    faint,
    line,
    picture,
    plain,
    word_file,
)
from evidence.looks import changed, code, edge, look


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


def test_words_are_found_however_they_are_wrapped() -> None:
    inner = line("One", "<w:r><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r>")
    control = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    linked = line("<w:hyperlink><w:r><w:t>four</w:t></w:r></w:hyperlink>")
    nested = f"<w:tbl><w:tr><w:tc>{linked}</w:tc></w:tr></w:tbl>"
    for _ in range(40):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    found = edge(word_file(PLAIN_STYLES, edges={"header": control + nested}))
    assert [one.texts for one in found.lines] == [("One two-three",), ("four",)]


def test_a_picture_in_either_of_two_forms_is_found_and_a_cropped_one_is_not() -> None:
    crest = picture("The crest of Northmere")
    drawing = crest.removeprefix("<w:r>").removesuffix("</w:r>")
    choice = (
        '<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="wps">'
        f"{drawing}</mc:Choice></mc:AlternateContent></w:r>"
    )
    assert edge(word_file(PLAIN_STYLES, edges={"header": line(choice)})).lines[0].pictures
    whole = crest.replace("<a:stretch>", '<a:srcRect l="0" t="0"/><a:stretch>')
    assert edge(word_file(PLAIN_STYLES, edges={"header": line(whole)})).lines[0].pictures
    cropped = crest.replace("<a:stretch>", '<a:srcRect l="9"/><a:stretch>')
    assert edge(word_file(PLAIN_STYLES, edges={"header": line(cropped)})).left_out


def test_a_header_of_many_lines_and_pictures_has_an_end() -> None:
    raw = word_file(PLAIN_STYLES, edges={"header": line("Northmere") * 40})
    assert len(edge(raw).lines) == 30
    assert edge(raw).left_out == ("lines beyond the first 30",)
    many = word_file(PLAIN_STYLES, edges={"header": line(*[picture("A crest") for _ in range(30)])})
    assert len(edge(many).lines[0].pictures) == 8


def test_a_header_that_is_not_there_is_a_damaged_file() -> None:
    raw = word_file(PLAIN_STYLES, edges={"header": line("Northmere")})
    assert code(changed(raw, "word/header1.xml")) == "R11"


def test_hidden_words_and_those_nobody_reads_never_leave_the_file() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
    raw = word_file(PLAIN_STYLES, edges={"header": line("Seen", hidden)})
    assert edge(raw).lines[0].texts == ("Seen",)
    for made in (plain(), faint(), raw):
        assert SECRET not in look(made).model_dump_json()
