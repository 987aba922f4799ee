"""A paper that came back: its controls and bindings, its tables, and what was remarked in it."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.word_files import RELATED, cell, docx, p, r, row, table
from maturity.evidence.answers.returned import Returned, ReturnedControl, Shown, XmlValue
from maturity.evidence.limits import LIMITS
from maturity.evidence.messages import Refused
from maturity.evidence.readers.word_returned import read

STORE = "{6D9F3C52-8A41-4E0B-B7C6-2F15D0A94E37}"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def sdt(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def bound(inside: str, path: str, tag: str = "") -> str:
    named = f'<w:tag w:val="{tag}"/>' if tag else ""
    binding = f'<w:dataBinding w:xpath="{path}" w:storeItemID="{STORE}"/>'
    return sdt(inside, named + binding)


def inserted(text: str, author: str = "Chair") -> str:
    return f'<w:ins w:id="9" w:author="{author}">{r(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="8" w:author="Chair"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def with_parts(raw: bytes, parts: dict[str, str]) -> bytes:
    """The file with parts put in or changed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    members |= {name: text.encode() for name, text in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, body in members.items():
            new.writestr(name, body)
    return out.getvalue()


def seen(*body: str, parts: dict[str, str] | None = None) -> Returned:
    return read(docx(*body, parts=parts), "paper.docx", LIMITS)


def refusal(raw: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read(raw, "paper.docx", LIMITS)
    return refused.value.code


def test_a_control_has_its_tag_its_binding_and_the_words_it_shows() -> None:
    inside = bound(r("Developing"), "/m:paper[1]/m:item[3]/m:decision[1]", "confirm.leadership")
    assert seen(p(inside)).controls == (
        ReturnedControl(
            tag="confirm.leadership",
            store=STORE,
            path="/paper[1]/item[3]/decision[1]",
            shown=Shown(text="Developing"),
        ),
    )


@pytest.mark.parametrize(
    "said",
    [
        "/ns0:paper[1]/ns0:item[3]/ns0:decision[1]",
        "/paper/item[3]/decision",
        " /a:paper/item[3]/b:decision ",
    ],
)
def test_a_path_is_told_without_prefixes_and_with_every_place(said: str) -> None:
    found = seen(p(bound(r("x"), said))).controls[0]
    assert found.path == "/paper[1]/item[3]/decision[1]"


def test_inserted_words_count_and_deleted_words_are_gone() -> None:
    found = seen(p(sdt(inserted("Maturing") + deleted("Developing")))).controls[0]
    assert found.shown == Shown(text="Maturing", is_inserted=True, is_deleted=True)
    kept = seen(p(sdt(deleted("Developing")))).controls[0]
    assert kept.shown == Shown(is_deleted=True)


def test_a_control_around_paragraphs_shows_them_all() -> None:
    found = seen(sdt(p("First line.") + p("Second line.")))
    assert found.controls[0].shown.text == "First line.\nSecond line."
    assert found.paragraphs == ("First line.", "Second line.")


@pytest.mark.parametrize(
    ("mark", "is_ticked"),
    [
        ('<w14:checked w14:val="1"/>', True),
        ('<w14:checked w14:val="0"/>', False),
        ("<w14:checked/>", True),
        ("", False),
    ],
)
def test_a_tick_box_is_ticked_or_not(mark: str, is_ticked: bool) -> None:  # noqa: FBT001 a table
    box = f"<w14:checkbox {W14}>{mark}</w14:checkbox>"
    assert seen(p(sdt(r("☒"), box))).controls[0].is_ticked is is_ticked


def test_a_table_has_the_bookmarks_and_words_of_its_caption() -> None:
    caption = p('<w:bookmarkStart w:id="1" w:name="answers"/>', "Table 1: Decisions")
    found = seen(p("Before."), caption, table(row("Item", "Decision"), row("One", "Low"))).tables
    assert (found[0].bookmarks, found[0].caption) == (("answers",), "Table 1: Decisions")
    assert [[one.text for one in cells] for cells in found[0].rows] == [
        ["Item", "Decision"],
        ["One", "Low"],
    ]


def test_two_tables_do_not_share_a_caption() -> None:
    caption = p('<w:bookmarkStart w:id="1" w:name="answers"/>', "Decisions")
    first, second = seen(caption, table(row("A", "B")), table(row("C", "D"))).tables
    assert first.bookmarks == ("answers",)
    assert (second.bookmarks, second.caption) == ((), "")


def test_a_bookmark_between_caption_and_table_is_of_the_table() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="answers"/>'
    assert seen(p("Decisions"), mark, table(row("A", "B"))).tables[0].bookmarks == ("answers",)
    assert seen(mark, p("Decisions"), table(row("A", "B"))).tables[0].bookmarks == ("answers",)


def test_rows_and_cells_inside_controls_are_seen_and_deleted_rows_are_not() -> None:
    gone = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>' + cell("Gone") + cell("x") + "</w:tr>"
    inside = sdt(row("One", "Low"))
    found = seen(table(row("Item", "Decision"), inside, gone)).tables[0]
    assert [one[0].text for one in found.rows] == ["Item", "One"]


def test_a_cell_knows_of_tracked_changes() -> None:
    found = seen(table(row("One", cell(p(inserted("Low"), deleted("High")))))).tables[0]
    assert found.rows[0][1] == Shown(text="Low", is_inserted=True, is_deleted=True)


def test_comments_have_their_words_their_writer_and_what_they_hang_on() -> None:
    comment = f'<w:comment w:id="4" w:author="Chair">{p("Why so low?")}</w:comment>'
    loose = f'<w:comment w:id="5" w:author="Clerk">{p("Minuted.")}</w:comment>'
    body = (
        p('<w:bookmarkStart w:id="1" w:name="item_two"/>', "Two"),
        p(
            '<w:commentRangeStart w:id="4"/>',
            "Emerging",
            '<w:commentRangeEnd w:id="4"/>',
            '<w:r><w:commentReference w:id="4"/></w:r>',
            " after",
        ),
    )
    first, last = seen(*body, parts={"comments": comment + loose}).remarks
    assert (first.kind, first.words, first.author) == ("comment", "Why so low?", "Chair")
    assert (first.about, first.near) == ("Emerging", "item_two")
    assert (last.words, last.about) == ("Minuted.", "")


def test_insertions_outside_controls_are_remarks_with_their_row() -> None:
    body = (
        p("Kept. ", inserted("Added"), inserted(" here."), " Kept. ", inserted("And here.")),
        p(sdt(inserted("An answer"))),
        table(row("Finish the charter", cell(p(inserted("By June."))))),
    )
    found = [(one.words, one.author, one.row) for one in seen(*body).remarks]
    assert found == [
        ("Added here.", "Chair", ""),
        ("And here.", "Chair", ""),
        ("By June.", "Chair", "Finish the charter"),
    ]


def test_a_comment_at_one_point_hangs_on_nothing() -> None:
    comment = f'<w:comment w:id="4" w:author="Chair">{p("Here.")}</w:comment>'
    odd = '<w:comment w:author="Nobody"/><w:other w:id="9"/>'
    mark = '<w:r><w:commentReference w:id="4"/></w:r><w:r><w:commentReference w:id="77"/></w:r>'
    (found,) = seen(p("Words ", mark), parts={"comments": comment + odd}).remarks
    assert (found.words, found.about) == ("Here.", "")


def test_empty_marks_and_half_controls_change_nothing() -> None:
    marks = '<w:ins w:id="1"/><w:del w:id="2"/><w:bookmarkStart w:id="3" w:name=""/>'
    loose = '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:commentRangeEnd w:id="5"/>'
    choice = f"<mc:AlternateContent><mc:Choice>{r('b')}</mc:Choice></mc:AlternateContent>"
    either = f"<mc:AlternateContent><mc:Fallback>{r('c')}</mc:Fallback></mc:AlternateContent>"
    half = "<w:sdt><w:sdtPr/></w:sdt>"
    found = seen(p(half, sdt(r("a") + marks), loose, choice, either), table("<w:tr/>"))
    assert found.controls == (ReturnedControl(shown=Shown(text="a")),)
    assert (found.paragraphs, found.remarks) == (("abc",), ())
    assert found.tables[0].rows == ()


def test_hidden_words_and_instructions_are_not_shown() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>SEQ</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("1") + ""
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    found = seen(p("Table ", field, r("secret", "<w:vanish/>"), r("!"))).paragraphs
    assert found == ("Table 1!",)


def test_breaks_tabs_hyphens_and_symbols_are_read() -> None:
    marks = (
        "<w:r><w:br/></w:r><w:r><w:tab/></w:r><w:r><w:noBreakHyphen/></w:r>"
        '<w:r><w:sym w:char="2612"/></w:r><w:r><w:sym w:char="F0B7"/></w:r>'
        '<w:r><w:sym w:char="zz"/></w:r>'
    )
    assert seen(p("a", marks, "b")).paragraphs == ("a\n -☒b",)


def a_paper_with_xml(inside: str) -> bytes:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATED}/{{}}" Target="{{}}"/></Relationships>'
    )
    return with_parts(
        docx(p("Words.")),
        {
            "word/_rels/document.xml.rels": relation.format("customXml", "../customXml/item1.xml"),
            "customXml/item1.xml": inside,
            "customXml/_rels/item1.xml.rels": relation.format("customXmlProps", "itemProps1.xml"),
            "customXml/itemProps1.xml": f'<d:i xmlns:d="urn:d" d:itemID="{STORE}"/>',
        },
    )


def test_a_custom_xml_part_is_told_element_by_element() -> None:
    inside = '<m:paper xmlns:m="urn:m" session="s"><m:item key="a"/><m:item>x</m:item></m:paper>'
    (found,) = read(a_paper_with_xml(inside), "paper.docx", LIMITS).xml
    assert (found.store, found.namespace) == (STORE, "urn:m")
    assert found.values == (
        XmlValue(path="/paper[1]", attributes=(("session", "s"),)),
        XmlValue(path="/paper[1]/item[1]", attributes=(("key", "a"),)),
        XmlValue(path="/paper[1]/item[2]", text="x"),
    )


def test_custom_properties_are_told() -> None:
    top = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{RELATED}/custom-properties" Target="docProps/custom.xml"/>'
        "</Relationships>"
    )
    custom = '<P xmlns:v="urn:v"><property name="Session"><v:lpwstr>abc</v:lpwstr></property></P>'
    raw = with_parts(docx(p("x")), {"_rels/.rels": top, "docProps/custom.xml": custom})
    assert read(raw, "paper.docx", LIMITS).properties == (("Session", "abc"),)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "R04"),
        (b"plain words", "R42"),
        (b"%PDF-1.4", "R42"),
        (b"PK\x03\x04 and no more", "R09"),
        (a_paper_with_xml("<!DOCTYPE x><x/>"), "R13"),
        (a_paper_with_xml("<x>"), "R11"),
        (a_paper_with_xml("<x>" * 300 + "</x>" * 300), "R34"),
        (docx(p("x" * 64), main="text/plain"), "R42"),
    ],
)
def test_what_is_no_sound_word_file_is_refused(raw: bytes, code: str) -> None:
    assert refusal(raw) == code


def test_a_part_by_any_other_name_is_not_opened() -> None:
    raw = docx(p("x")).replace(b"document.xml", b"document.bin")
    assert refusal(raw) == "R11"


def test_words_heard_over_and_over_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.evidence.readers.word_shown._MOST", 1_000)
    body = "x" * 100
    nested = p(r(body))
    for _ in range(20):
        nested = sdt(nested)
    assert refusal(docx(nested)) == "R12"


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 4_000))
def test_any_bytes_give_a_paper_or_a_refusal(noise: bytes, at: int) -> None:
    good = docx(p(bound(r("Low"), "/m:paper/m:item")), table(row("A", "B")))
    raw = good[:at] + noise + good[at + len(noise) :]
    with contextlib.suppress(Refused):
        assert isinstance(read(raw, "paper.docx", LIMITS), Returned)
