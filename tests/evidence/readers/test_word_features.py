"""One Word file with every feature of the reader's table, each under a mark of its own."""

import pytest

from evidence.papers import read
from evidence.word_files import (
    MACROS,
    MAIN,
    STRICT,
    W,
    cell,
    docx,
    listed,
    p,
    r,
    row,
    table,
)

BOX = "<w:txbxContent>{}</w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
TOC = (
    FIELD.format("begin")
    + "<w:r><w:instrText>TOC</w:instrText></w:r>"
    + FIELD.format("separate")
    + r("GONE-CONTENTS")
    + FIELD.format("end")
)
RESULT = (
    FIELD.format("begin")
    + "<w:r><w:instrText>GONE-INSTRUCTION</w:instrText></w:r>"
    + FIELD.format("separate")
    + r("MARK-FIELD")
    + FIELD.format("end")
)

KEPT = {
    "a heading by its style": p("MARK-HEADING", style="Kop1") + p("x"),
    "a heading by a style based on one": p("MARK-CHAIN", style="Eigen") + p("x"),
    "a heading by its own level": p("MARK-LEVEL", properties='<w:outlineLvl w:val="2"/>') + p("x"),
    "a plain paragraph": p("MARK-PLAIN"),
    "a link": p("<w:hyperlink>" + r("MARK-LINK") + "</w:hyperlink>"),
    "a tracked insertion": p('<w:ins w:author="Q">' + r("MARK-INSERTED") + "</w:ins>"),
    "a tracked move to here": p('<w:moveTo w:author="Q">' + r("MARK-MOVED") + "</w:moveTo>"),
    "a link within an insertion": p(
        '<w:ins w:author="Q"><w:hyperlink>' + r("MARK-BOTH") + "</w:hyperlink></w:ins>"
    ),
    "a block content control": f"<w:sdt><w:sdtContent>{p('MARK-BLOCK')}</w:sdtContent></w:sdt>",
    "an inline content control": p(
        f"<w:sdt><w:sdtContent>{r('MARK-INLINE')}</w:sdtContent></w:sdt>"
    ),
    "a smart tag": p(f"<w:smartTag>{r('MARK-SMART')}</w:smartTag>"),
    "custom XML in a line": p(f"<w:customXml>{r('MARK-XML')}</w:customXml>"),
    "custom XML round a block": f"<w:customXml>{p('MARK-AROUND')}</w:customXml>",
    "a simple field": p(f'<w:fldSimple w:instr="REF">{r("MARK-SIMPLE")}</w:fldSimple>'),
    "a complex field": p(RESULT),
    "a text box, once": p(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        + BOX.format(p("MARK-BOX"))
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + BOX.format(p("MARK-BOX"))
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "an alternative without a choice": (
        f"<mc:AlternateContent><mc:Fallback>{p('MARK-FALLBACK')}</mc:Fallback>"
        "</mc:AlternateContent>"
    ),
    "a footnote": p("Noted.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    "an endnote": p("Ended.", '<w:r><w:endnoteReference w:id="2"/></w:r>'),
    "a comment": p("Said.", '<w:r><w:commentReference w:id="4"/></w:r>'),
    "a numbered point": listed("MARK-NUMBERED"),
    "a point a level down": listed("MARK-BELOW", level=1),
    "a dotted point": listed("MARK-DOTTED", number=2),
    "a point numbered by its style": p("MARK-STYLED", style="Lijst"),
    "a soft hyphen": p("<w:r><w:t>MARK-</w:t><w:softHyphen/><w:t>SOFT</w:t></w:r>"),
    "a hyphen that never breaks": p("<w:r><w:t>MARK</w:t><w:noBreakHyphen/><w:t>FIRM</w:t></w:r>"),
    "a tab and a line break": p(
        "<w:r><w:t>MARK-TAB</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r>"
    ),
    "a symbol": p('<w:r><w:t>MARK-SYM</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
    "a cell of a table": table(row("Action", "Lead"), row("MARK-CELL", "x")),
    "a cell over two columns": table(
        row("One", "Two", "Three"),
        row(cell("MARK-WIDE", properties='<w:gridSpan w:val="2"/>'), "x"),
    ),
    "a cell over two rows": table(
        row("Action", "Lead"),
        row(cell("MARK-TALL", properties='<w:vMerge w:val="restart"/>'), "first"),
        row(cell("", properties="<w:vMerge/>"), "second"),
    ),
    "a table in a table": table(
        row("Action", "Detail"), row("x", cell(table(row("In", "Out"), row("MARK-NESTED", "y"))))
    ),
    "a table of one cell": table(row(cell("MARK-ONE", "MARK-OTHER"))),
    "a content control round a row": table(
        row("Action", "Lead"), f"<w:sdt><w:sdtContent>{row('MARK-ROW', 'x')}</w:sdtContent></w:sdt>"
    ),
    "a content control round a cell": table(
        row("Action", "Lead"),
        row("x", f"<w:sdt><w:sdtContent>{cell('MARK-ROUND')}</w:sdtContent></w:sdt>"),
    ),
    "a cell within an insertion": table(
        row("Action", "Lead"),
        row(cell(p(f'<w:ins w:author="Q">{r("MARK-NEW")}</w:ins>')), "x"),
    ),
    "text after a page break": p('<w:r><w:br w:type="page"/></w:r>', "MARK-PAGE"),
}  # fmt: skip
LEFT_OUT = {
    "a tracked deletion": p('<w:del w:author="F"><w:r><w:delText>GONE</w:delText></w:r></w:del>'),
    "a tracked move from here": p('<w:moveFrom w:author="F">' + r("GONE-MOVED") + "</w:moveFrom>"),
    "hidden text": p(r("Seen"), r("GONE-HIDDEN", "<w:vanish/>")),
    "text hidden by its style": p(r("Seen"), r("GONE-STYLE", '<w:rStyle w:val="Geheim"/>')),
    "a table of contents": p(TOC),
    "a picture": p("<w:r><w:drawing/></w:r>", "Seen"),
    "an embedded file": "<w:altChunk/>",
}
PARTS = {
    "footnotes": '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{p("MARK-FOOTNOTE")}</w:footnote>',
    "endnotes": f'<w:endnote w:id="2">{p("MARK-ENDNOTE")}</w:endnote>',
    "comments": f'<w:comment w:id="4" w:author="Q">{p("MARK-COMMENT")}</w:comment>',
    "header": p("MARK-HEADER"),
    "footer": p("MARK-FOOTER"),
}
MARKS = (
    *("HEADING", "CHAIN", "LEVEL", "PLAIN", "LINK", "INSERTED", "MOVED", "BOTH", "BLOCK", "INLINE"),
    *("SMART", "XML", "AROUND", "SIMPLE", "FIELD", "BOX", "FALLBACK", "FOOTNOTE", "ENDNOTE"),
    *("COMMENT", "NUMBERED", "BELOW", "DOTTED", "STYLED", "SOFT", "FIRM", "TAB", "SYM", "CELL"),
    *("WIDE", "TALL", "NESTED", "ONE", "OTHER", "ROW", "ROUND", "NEW", "PAGE", "HEADER", "FOOTER"),
)


def whole(space: str = W, main: str = MAIN) -> bytes:
    body = "".join((*KEPT.values(), *LEFT_OUT.values()))
    return docx(body.replace(W, space), parts=PARTS, space=space, main=main)


@pytest.mark.parametrize(
    "raw", [whole(), whole(main=MACROS), whole(STRICT)], ids=["docx", "docm", "strict"]
)
def test_every_feature_is_found_under_its_mark(raw: bytes) -> None:
    document, excerpts = read(raw, "plan.docx")
    said = "\n".join(
        (*document.page_texts, *(" ".join((*one.heading_path, one.text)) for one in excerpts))
    )
    assert len(KEPT) + len(LEFT_OUT) >= 30
    assert [mark for mark in MARKS if f"MARK-{mark}" not in said] == []
    assert "GONE" not in said
    assert said.count("MARK-BOX") == 1


def test_what_is_left_out_is_counted_and_said() -> None:
    document, _ = read(whole(), "plan.docx")
    assert [one.sentence for one in document.warnings] == [
        "Contains tracked changes by 2 people; the text is read as if all were accepted.",
        "2 hidden passages were left out.",
        "2 pictures and embedded files were not read.",
    ]
    assert {one.reason: one.count for one in document.counts.skipped} == {
        "tables of contents": 1,
        "hidden passages": 2,
        "pictures and embedded files": 2,
    }
