"""Word files: nothing that a person can see in Word is lost, and what is left out is said."""

import pytest

from evidence.papers import read
from evidence.word_files import (
    MACROS,
    STRICT,
    W,
    cell,
    docx,
    listed,
    p,
    r,
    row,
    table,
    xml,
    zipped,
)
from maturity.evidence.messages import Refused
from maturity.evidence.model import Excerpt

BOX = "<w:txbxContent>{}</w:txbxContent>"
NOTES = {
    "footnotes": '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{p("MARK-FOOTNOTE")}</w:footnote>',
    "endnotes": f'<w:endnote w:id="2">{p("MARK-ENDNOTE")}</w:endnote>',
    "comments": f'<w:comment w:id="4" w:author="R. Quill">{p("MARK-COMMENT")}</w:comment>',
    "header": p("MARK-HEADER"),
    "footer": p("MARK-HEADER"),
}
BODY = (
    p("Northmere inclusion plan", style="Kop1"),
    p(r("Plain MARK-PLAIN. "), "<w:hyperlink><w:r><w:t>MARK-LINK</w:t></w:r></w:hyperlink>"),
    p(
        '<w:ins w:author="R. Quill">' + r("MARK-INSERTED") + "</w:ins>",
        '<w:del w:author="J. Fenn"><w:r><w:delText>GONE-DELETED</w:delText></w:r></w:del>',
        '<w:moveTo w:author="J. Fenn">' + r(" MARK-MOVED") + "</w:moveTo>",
    ),
    p(
        r("Seen "),
        r("GONE-HIDDEN", "<w:vanish/>"),
        r("GONE-BY-STYLE", '<w:rStyle w:val="Geheim"/>'),
    ),
    "<w:sdt><w:sdtContent>" + p("MARK-BLOCK-CONTROL") + "</w:sdtContent></w:sdt>",
    p("<w:sdt><w:sdtContent>" + r("MARK-INLINE-CONTROL") + "</w:sdtContent></w:sdt>"),
    p(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        + BOX.format(p("MARK-BOX"))
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + BOX.format(p("MARK-BOX"))
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        "Anchor.",
    ),
    p(
        "First sentence. Noted here",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        r(". And later"),
        '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="4"/></w:r>',
        r("."),
    ),
    table(
        row("Action", "Lead", "Progress"),
        row(
            cell("MARK-MERGED", properties='<w:vMerge w:val="restart"/>'),
            "MARK-CELL",
            "<w:sdt><w:sdtContent>" + cell("MARK-CELL-CONTROL") + "</w:sdtContent></w:sdt>",
        ),
        "<w:sdt><w:sdtContent>"
        + row(
            cell("", properties="<w:vMerge/>"),
            "MARK-ROW-CONTROL",
            cell(table(row("In", "Out"), row("MARK-NESTED", "two"))),
        )
        + "</w:sdtContent></w:sdt>",
        row(cell("MARK-SPANNED", properties='<w:gridSpan w:val="2"/>'), "x"),
    ),
    p("MARK-LAST"),
)  # fmt: skip
MARKS = (
    *("PLAIN", "LINK", "INSERTED", "MOVED", "BLOCK-CONTROL", "INLINE-CONTROL", "BOX"),
    *("FOOTNOTE", "ENDNOTE", "COMMENT", "MERGED", "CELL", "CELL-CONTROL", "ROW-CONTROL"),
    *("NESTED", "SPANNED", "LAST"),
)


def texts(raw: bytes) -> list[str]:
    return [excerpt.text for excerpt in read(raw, "plan.docx")[1]]


def the(raw: bytes, words: str) -> Excerpt:
    (found,) = [excerpt for excerpt in read(raw, "plan.docx")[1] if words in excerpt.text]
    return found


def variants() -> list[bytes]:
    strict = tuple(part.replace(W, STRICT) for part in BODY)
    return [
        docx(*BODY, parts=NOTES),
        docx(*BODY, parts=NOTES, main=MACROS),
        docx(*strict, parts=NOTES, space=STRICT),
    ]


@pytest.mark.parametrize("raw", variants(), ids=["docx", "docm", "strict"])
def test_every_mark_is_kept_and_nothing_deleted_or_hidden(raw: bytes) -> None:
    document, excerpts = read(raw, "plan.docx")
    said = "\n".join(excerpt.text for excerpt in excerpts)
    assert [mark for mark in MARKS if f"MARK-{mark}" not in said] == []
    assert "GONE" not in said
    assert said.count("MARK-BOX") == 1
    assert document.page_texts == ("MARK-HEADER",)
    assert [warning.sentence for warning in document.warnings] == [
        "Contains tracked changes by 2 people; the text is read as if all were accepted.",
        "1 hidden passage was left out.",
    ]


def test_a_merged_cell_belongs_to_every_row_it_covers() -> None:
    _, excerpts = read(variants()[0], "plan.docx")
    rows = [e for e in excerpts if any(c.value == "MARK-MERGED" for c in e.cells)]
    assert [e.ref for e in rows] == ["table 1 row 2", "table 1 row 3"]


def test_a_nested_table_stands_beneath_its_row() -> None:
    nested = the(variants()[0], "MARK-NESTED")
    assert nested.context == "table in row 3"
    assert nested.ref == "table 1 row 3, inner table 1 row 2"


def test_a_note_is_cited_with_the_sentence_it_hangs_on() -> None:
    footnote = the(variants()[0], "MARK-FOOTNOTE")
    assert (footnote.shape, footnote.ref) == ("footnote", "note 1")
    assert footnote.context == "Noted here."
    assert the(variants()[0], "MARK-COMMENT").shape == "comment"
    assert the(variants()[0], "MARK-ENDNOTE").context == "And later."


def test_tracked_and_half_hidden_paragraphs_are_flagged() -> None:
    assert the(variants()[0], "MARK-INSERTED").flags == ("tracked",)
    assert the(variants()[0], "Seen").flags == ("hidden_near",)


def test_headings_are_known_by_their_level_in_any_language() -> None:
    raw = docx(
        p("Priority 1", style="Kop1"),
        p("United vision", style="Eigen"),
        p("Body."),
        p("Direct", properties='<w:outlineLvl w:val="0"/>'),
        p("More."),
    )
    assert the(raw, "Body.").heading_path == ("Priority 1", "United vision")
    assert the(raw, "More.").heading_path == ("Direct",)


def test_rendered_page_breaks_tell_about_which_page() -> None:
    page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    raw = docx(
        p("one"), p('<w:r><w:br w:type="page"/></w:r>'), p(page, r("two")), p(page, r("three"))
    )
    _, excerpts = read(raw, "plan.docx")
    assert [e.page for e in excerpts] == [1, 2, 3]
    assert not any(e.page_exact for e in excerpts)


def test_typed_page_breaks_count_where_word_wrote_none() -> None:
    raw = docx(p("one"), p('<w:r><w:br w:type="page"/></w:r>'), p("two"))
    assert [e.page for e in read(raw, "plan.docx")[1]] == [1, 2]
    assert [e.page for e in read(docx(p("one")), "plan.docx")[1]] == [None]


def field(*parts: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    instruction = f"<w:r><w:instrText>{parts[0]}</w:instrText></w:r>"
    return f"{begin}{instruction}{separate}{''.join(parts[1:])}{end}"


def test_a_field_gives_its_result_and_a_contents_is_counted() -> None:
    raw = docx(
        p(r("See "), field("REF _1", r("section 4")), r(".")),
        p(field("TOC \\o", r("Priority 1 ... 3"))),
        p("After."),
    )
    document, excerpts = read(raw, "plan.docx")
    assert [e.text for e in excerpts] == ["See section 4.", "After."]
    assert [(s.reason, s.count) for s in document.counts.skipped] == [("tables of contents", 1)]


def test_a_contents_may_run_over_many_paragraphs() -> None:
    whole = field("TOC \\o", r("Priority 1 ... 3"), "HERE", r("Priority 2 ... 9"))
    first, last = whole.split("HERE")
    document, excerpts = read(docx(p(first), p(r("Middle ... 5")), p(last), p("After.")), "a.docx")
    assert [e.text for e in excerpts] == ["After."]
    assert document.counts.skipped[0].count == 1


def test_marks_become_the_characters_they_show() -> None:
    raw = docx(
        p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
          '<w:softHyphen/><w:t>e</w:t><w:sym w:char="F0FC"/><w:sym w:char="zz"/></w:r>')
    )  # fmt: skip
    assert texts(raw) == ["a b\nc-de✓"]


def test_pictures_macros_and_embedded_files_are_said() -> None:
    raw = docx(p("<w:r><w:drawing/></w:r>", "Words."), "<w:altChunk/>", parts={"vbaProject": ""})
    document, _ = read(raw, "plan.docx")
    assert [w.sentence for w in document.warnings] == [
        "2 pictures and embedded files were not read.",
        "Macros were ignored.",
    ]


def test_a_table_of_one_cell_is_a_box_of_paragraphs() -> None:
    _, excerpts = read(docx(table(row(cell("One.", "Two.")))), "plan.docx")
    assert [(e.shape, e.text) for e in excerpts] == [("paragraph", "One."), ("paragraph", "Two.")]


def fill(colour: str) -> str:
    return cell("", properties=f'<w:shd w:fill="{colour}"/>')


def test_a_colour_without_a_letter_is_a_status() -> None:
    raw = docx(
        table(
            row("Action", "Lead", "RAG"),
            row("Publish the offer", "R. Quill", fill("92D050")),
            row("Open the helpline", "J. Fenn", cell("G", properties='<w:shd w:fill="FF0000"/>')),
        )
    )
    document, excerpts = read(raw, "plan.docx")
    points = [e.status_history[0] for e in excerpts]
    assert [(p.status, p.source) for p in points] == [("Green", "colour"), ("Green", "text")]
    assert [w.sentence for w in document.warnings] == [
        "Table 1 row 3, RAG: the letter says Green and the colour says Red; the letter is kept."
    ]


def test_a_relationship_that_leads_nowhere_does_no_harm() -> None:
    assert texts(docx(p("Words."), parts={"styles": ""})) == ["Words."]
    raw = zipped(
        {"word/document.xml": xml("document", f"<w:body>{p('Words.')}</w:body>")},
        ['<Relationship Id="r1" Type="x/image" Target="../NULL"/>'],
    )
    assert texts(raw) == ["Words."]


def test_a_file_without_its_main_part_is_refused() -> None:
    with pytest.raises(Refused, match=r"word/document.xml cannot be read"):
        read(zipped({"word/styles.xml": xml("styles", "")}, []), "plan.docx")


def test_the_style_of_a_title_gives_the_title() -> None:
    raw = docx(p("Northmere SEF", style="Titel"), p("Priority 1", style="Kop1"), p("Words."))
    document, excerpts = read(raw, "plan.docx")
    assert document.title == "Northmere SEF"
    assert excerpts[0].text == "Northmere SEF"


def test_a_style_based_on_itself_does_no_harm() -> None:
    assert texts(docx(p("Words.", style="Rond"), p("More.", style="Unknown"))) == [
        "Words.",
        "More.",
    ]


def test_a_level_of_body_text_makes_no_heading() -> None:
    raw = docx(p("Not a heading", style="Kop1", properties='<w:outlineLvl w:val="9"/>'), p("x"))
    assert texts(raw) == ["Not a heading", "x"]


def test_alternatives_and_changes_around_whole_blocks_are_read_once() -> None:
    raw = docx(
        f"<mc:AlternateContent><mc:Choice>{p('One.')}</mc:Choice>"
        f"<mc:Fallback>{p('One.')}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Fallback>{p('Two.')}</mc:Fallback></mc:AlternateContent>",
        f"<w:customXml>{p('Three.')}</w:customXml>",
    )
    assert texts(raw) == ["One.", "Two.", "Three."]


def test_a_contents_in_a_control_of_its_own_is_counted() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    raw = docx(
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('One 1')}</w:sdtContent></w:sdt>",
        p('<w:fldSimple w:instr="TOC"><w:r><w:t>Two 2</w:t></w:r></w:fldSimple>'),
        p('<w:fldSimple w:instr="DATE"><w:r><w:t>Today</w:t></w:r></w:fldSimple>'),
    )
    document, excerpts = read(raw, "plan.docx")
    assert [excerpt.text for excerpt in excerpts] == ["Today"]
    assert document.counts.skipped[0].count == 2


def test_a_deleted_row_is_gone_and_its_author_counted() -> None:
    gone = (
        '<w:tr><w:trPr><w:del w:author="J. Fenn"/></w:trPr>' + cell("Gone") + cell("x") + "</w:tr>"
    )
    raw = docx(table(row("Action", "Lead"), row("Stay", "Jo"), gone, row("Too", "Ash")))
    document, excerpts = read(raw, "plan.docx")
    assert [e.text for e in excerpts] == ["Stay | Jo", "Too | Ash"]
    assert document.warnings[0].sentence.startswith("Contains tracked changes by 1 person;")
    assert excerpts[0].flags == ("tracked",)


def test_a_note_on_deleted_text_is_gone_and_counted() -> None:
    raw = docx(p("Words."), parts={"comments": f'<w:comment w:id="4">{p("Old")}</w:comment>'})
    document, excerpts = read(raw, "plan.docx")
    assert len(excerpts) == 1
    assert [(s.reason, s.count) for s in document.counts.skipped] == [
        ("notes and comments on deleted text", 1)
    ]


def test_a_bold_start_names_the_owner_of_an_action() -> None:
    raw = docx(
        p("Minutes of 27 January 2026", style="Kop1"),
        p("Present", style="Kop2"),
        listed("Kit Kemp, Director", number=2),
        p("1. Plans", style="Kop2"),
        p(r("Actions:", "<w:b/>")),
        p(r("KK", "<w:b/>"), r(" \u2013 Write the paper.")),
    )
    document, _ = read(raw, "minutes.docx")
    assert document.actions[0].task == "Write the paper."
    assert document.actions[0].owners[0].person == "Kit Kemp"
