"""Our papers keep every rule, and every rule catches a paper that breaks it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from accessibility.opened import Opened
from accessibility.papers import HOSTILE, board_paper, hostile_paper, public_paper
from accessibility.rules import RULES, TYPED, faults
from maturity.report.blocks import Figure
from maturity.report.paper import Paper
from maturity.report.word import word_bytes
from maturity.report.word.workbook import workbook_bytes

_PAPERS: dict[str, Callable[[], bytes]] = {
    "seven items": lambda: word_bytes(board_paper()),
    "one item": lambda: word_bytes(board_paper(1, 2)),
    "twelve items of seven levels": lambda: word_bytes(board_paper(12, 7)),
    "public": lambda: word_bytes(public_paper()),
}


@cache
def _good() -> dict[str, bytes]:
    return Opened.of(word_bytes(board_paper())).parts


@pytest.mark.parametrize("name", _PAPERS)
def test_a_paper_of_ours_keeps_every_rule(name: str) -> None:
    assert faults(Opened.of(_PAPERS[name]())) == []


@pytest.mark.parametrize("text", [*HOSTILE, "word " * 5000])
def test_hostile_text_breaks_no_rule_of_layout(text: str) -> None:
    assert faults(Opened.of(word_bytes(hostile_paper(text))), but=TYPED) == []


@pytest.mark.parametrize("text", [None, *HOSTILE])
def test_the_schema_of_word_files_finds_nothing(text: str | None, tmp_path: Path) -> None:
    paper = board_paper() if text is None else hostile_paper(text)
    file = tmp_path / "paper.docx"
    file.write_bytes(word_bytes(paper))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


_PLAIN = '<w:t xml:space="preserve">'
_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_SETTINGS = "word/settings.xml"
_CORE = "docProps/core.xml"
_ANSWERS = "customXml/item1.xml"
# One way to break each rule: the part, what stands there, what takes its place.
_MUTANTS: dict[str, tuple[str, str, str]] = {
    "head1": (_DOCUMENT, '"Heading1"', '"Heading2"'),
    "head2": (_DOCUMENT, '"Heading2"', '"Heading4"'),
    "head3": (_DOCUMENT, ">Summary for the board<", "><"),
    "head4": (_DOCUMENT, f"<w:r>{_PLAIN}Every", f"<w:r><w:rPr><w:b/></w:rPr>{_PLAIN}Every"),
    "toc1": (_DOCUMENT, " TOC ", " INDEX "),
    "toc2": (_DOCUMENT, ">2 Where we did not agree<", ">2 Where<"),
    "fld1": (_DOCUMENT, '<w:fldChar w:fldCharType="separate"/>', ""),
    "fld2": (_DOCUMENT, '<w:r><w:t xml:space="preserve">1</w:t></w:r>', ""),
    "fld3": (_SETTINGS, "<w:compat>", "<w:updateFields/><w:compat>"),
    "fld4": (_DOCUMENT, 'w:name="item_0"', 'w:name="item_x"'),
    "txt1": (_DOCUMENT, "<w:body>", "<w:body><w:p/>"),
    "txt2": (_DOCUMENT, "Every expected", "Every  expected"),
    "txt3": (_STYLES, "<w:keepNext/>", '<w:keepNext/><w:jc w:val="both"/>'),
    "txt4": (_STYLES, '<w:sz w:val="22"/>', '<w:sz w:val="16"/>'),
    "txt5": (_STYLES, "<w:b/>", "<w:b/><w:caps/>"),
    "txt6": (_STYLES, 'w:hAnsi="Arial" w:eastAsia="Arial"', 'w:hAnsi="Body" w:eastAsia="Other"'),
    "txt7": (_STYLES, 'w:lineRule="auto"', 'w:lineRule="exact"'),
    "txt8": (_DOCUMENT, "<w:pgSz", '<w:cols w:num="2"/><w:pgSz'),
    "txt9": (_DOCUMENT, "Every expected", "Every\u200b expected"),
    "txt10": (_DOCUMENT, "Every expected", "{{ every }} expected"),
    "list1": (_DOCUMENT, "Every expected", "1. Every expected"),
    "list2": (_DOCUMENT, '<w:numId w:val="1"/>', '<w:numId w:val="99"/>'),
    "link1": (_DOCUMENT, ">In full<", ">here<"),
    "link2": ("word/_rels/document.xml.rels", "https://", "http://"),
    "tbl1": (_DOCUMENT, "<w:tblHeader/>", ""),
    "tbl2": (_DOCUMENT, "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>'),
    "tbl3": (_DOCUMENT, "</w:tcPr>", "</w:tcPr><w:tbl><w:tr/></w:tbl>"),
    "tbl4": (_DOCUMENT, ">Confidence<", "><"),
    "tbl5": (_DOCUMENT, ">Medium<", "> <"),
    "tbl6": (_DOCUMENT, '<w:tblCaption w:val="Ratings"/>', ""),
    "tbl7": (_DOCUMENT, " SEQ Table ", " SEQ Picture "),
    "tbl8": (_DOCUMENT, "<w:cantSplit/>", ""),
    "tbl9": (_DOCUMENT, "<w:gridCol ", '<w:gridCol w:w="1"/><w:gridCol '),
    "tbl10": (_DOCUMENT, "</w:tr><w:tr>", ""),
    "tbl11": (_DOCUMENT, 'w:firstRow="1"', 'w:firstRow="0"'),
    "col1": (_DOCUMENT, '<w:color w:val="FFFFFF"/>', '<w:color w:val="14375E"/>'),
    "col2": (_DOCUMENT, ">Emerging ●○○<", "><"),
    "pkg5": ("[Content_Types].xml", "wordprocessingml.styles+xml", "wordprocessingml.styles"),
    "sdt1": (_DOCUMENT, '<w:tag w:val="reason.0"/>', '<w:tag w:val="confirm.0"/>'),
    "sdt2": (_DOCUMENT, f"{_PLAIN}Not yet confirmed", f"{_PLAIN}Confirmed"),
    "sdt3": (_ANSWERS, "No reason given yet", "Because"),
    "meta1": (_CORE, "Northmere framework self-assessment: Northmere, spring 2026", "Untitled"),
    "meta2": (_CORE, "Northmere Improvement Board", "python-docx"),
    "meta3": (_STYLES, "en-GB", "en-US"),
    "meta4": (_CORE, "Provisional ratings for the board", ""),
    "meta5": (_DOCUMENT, "Every expected", "C:\\Users expected"),
    "prot1": (_SETTINGS, "<w:compat>", "<w:documentProtection/><w:compat>"),
    "rev1": (_DOCUMENT, "<w:body>", "<w:body><w:ins/>"),
    "img1": (_DOCUMENT, ' descr="', ' title="'),
    "img2": (_DOCUMENT, ' descr="Bars of votes', ' descr="chart1.png" title="'),
    "img3": (_DOCUMENT, "wp:inline", "wp:anchor"),
    "cht1": ("word/charts/chart1.xml", "<c:v>3</c:v>", "<c:v>4</c:v>"),
    "cht2": (_DOCUMENT, "in the table &quot;Votes by item, in", "in the table &quot;Votes, in"),
    "img4": (_DOCUMENT, "<w:body>", "<w:body><w:pict/>"),
    "sty1": (_DOCUMENT, '"BoardBanner"', '"BoardSign"'),
    "sty2": (_DOCUMENT, "<w:b/>", '<w:b/><w:sz w:val="40"/>'),
    "page1": (_DOCUMENT, "<w:pgSz", "<w:titlePg/><w:pgSz"),
    "page2": ("word/header.xml", "PROVISIONAL", ""),
    "page3": (_DOCUMENT, 'w:w="11906"', 'w:w="12240"'),
    "pkg2": (_SETTINGS, "<w:settings", "<!DOCTYPE w><w:settings"),
    "pkg3": ("word/_rels/document.xml.rels", "header.xml", "header9.xml"),
    "pkg4": (_DOCUMENT, "w:p>", "w:x>"),
    "pkg7": (_DOCUMENT, "</w:p></w:tc>", "</w:p><w:x/></w:tc>"),
}
_WHOLE = {"pkg1", "pkg6"}
"""Rules that are broken by a part too many, not by what stands in one."""


# Rules of controls that can be broken in more ways than one.
_MORE: list[tuple[str, str, str, str]] = [
    ("sdt1", _DOCUMENT, '<w:alias w:val="Reason for change"/>', ""),
    ("sdt1", _DOCUMENT, '"Reason for change"/>', f'"{"x" * 65}"/>'),
    ("sdt1", _DOCUMENT, '<w:tag w:val="reason.0"/>', f'<w:tag w:val="{"x" * 65}"/>'),
    ("sdt1", _DOCUMENT, '<w:id w:val="2"/>', '<w:id w:val="1"/>'),
    ("sdt1", _DOCUMENT, '<w:lock w:val="sdtLocked"/>', ""),
    ("sdt2", _DOCUMENT, 'w:value="emerging"', 'w:value="later"'),
    ("sdt2", _DOCUMENT, 'w:displayText="Emerging"', 'w:displayText="Deferred"'),
    ("sdt2", _DOCUMENT, '<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>'),
    ("sdt3", _ANSWERS, ">not-yet<", ">emerging<"),
    ("sdt3", _ANSWERS, "urn:maturity", "urn:other"),
    ("sdt3", "customXml/itemProps1.xml", 'itemID="{', 'itemID="{0'),
    ("sdt3", _DOCUMENT, "/m:item[1]", "/m:item[2]"),
    ("pkg7", _DOCUMENT, "<w:dropDownList>", '<w:tag w:val="x"/><w:dropDownList>'),
]


@pytest.mark.parametrize(("rule", "part", "good", "bad"), _MORE)
def test_a_control_broken_in_another_way_is_caught_too(
    rule: str, part: str, good: str, bad: str
) -> None:
    raw = _good()[part].decode()
    assert good in raw
    broken = Opened(_good() | {part: raw.replace(good, bad, 1).encode()})
    assert list(RULES[rule](broken))


def _broken(name: str) -> Opened:
    part, good, bad = _MUTANTS[name]
    raw = _good()[part].decode()
    assert good in raw
    count = -1 if name in {"tbl10", "pkg4", "img3"} else 1
    return Opened(_good() | {part: raw.replace(good, bad, count).encode()})


@pytest.mark.parametrize("name", sorted(RULES.keys() - _WHOLE))
def test_a_rule_catches_a_paper_broken_that_way(name: str) -> None:
    assert list(RULES[name](_broken(name)))


_CHART = "word/charts/chart1.xml"
_BOOK = "word/embeddings/chart1.xlsx"
# More ways to break what is said in three places: a part, and what takes its place.
_CHARTS: dict[str, tuple[str, str, Callable[[bytes], bytes]]] = {
    "a workbook of other numbers": (
        "cht1",
        _BOOK,
        lambda _: _good_of(board_paper(1, 2))[_BOOK],
    ),
    "a workbook that is fetched again": (
        "cht1",
        _CHART,
        lambda raw: raw.replace(b'<c:autoUpdate val="0"/>', b'<c:autoUpdate val="1"/>'),
    ),
    "no workbook": ("cht1", _CHART, lambda raw: raw.replace(b"c:externalData", b"c:userShapes")),
    "a workbook that leads nowhere": (
        "cht1",
        "word/charts/_rels/chart1.xml.rels",
        lambda raw: raw.replace(b"chart1.xlsx", b"chart9.xlsx"),
    ),
    "another number in the table": ("cht2", _DOCUMENT, lambda raw: raw.replace(b">3<", b">4<")),
    "another name in the table": (
        "cht2",
        _DOCUMENT,
        lambda raw: raw.replace(b">Did not vote<", b">Did vote<"),
    ),
    "two drawings of one number": (
        "img3",
        _DOCUMENT,
        lambda raw: raw.replace(b"<wp:cNvGraphicFramePr/>", b'<wp:docPr id="1"/>'),
    ),
    "a path inside the workbook": ("meta5", _BOOK, lambda _: _book("C:\\Users")),
}


def _good_of(paper: Paper) -> dict[str, bytes]:
    return Opened.of(word_bytes(paper)).parts


def _book(name: str) -> bytes:
    return workbook_bytes(Figure("f", "c", "a", "t", "T", (name,), (("s", (1,)),), 2))


@pytest.mark.parametrize("how", _CHARTS)
def test_a_chart_broken_in_any_of_its_parts_is_caught(how: str) -> None:
    rule, part, broken = _CHARTS[how]
    raw = broken(_good()[part])
    assert raw != _good()[part]
    assert list(RULES[rule](Opened(_good() | {part: raw})))


def test_a_part_too_many_is_caught() -> None:
    opened = Opened(_good() | {"word/Styles.xml": b"<x/>"})
    assert list(RULES["pkg1"](opened))
    assert list(RULES["pkg6"](opened))
