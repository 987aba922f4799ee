"""The places where the board may answer, and the answers behind them."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from accessibility.opened import Opened, text_of, w
from accessibility.papers import HOSTILE, board_paper, words
from accessibility.rules import TYPED, faults
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.report.answers import LONGEST_NAME, NAMESPACE, tag
from maturity.report.blocks import Cell, Column, Control, Heading, Paragraph, Table
from maturity.report.paper import Paper
from maturity.report.shown import one_line
from maturity.report.word import word_bytes
from maturity.report.word.controls import control_xml, keep_answers
from maturity.report.word.sheet import Sheet
from maturity.report.word.xml import NAMESPACES
from maturity.text import clean

_CHOICES = (("not-yet", "Not yet confirmed"), ("a", "Emerging"), ("deferred", "Deferred"))
_ANSWERS = "customXml/item1.xml"
_TYPED = st.text(min_size=1, max_size=90).map(clean).filter(one_line)


def _made(control: Control, sheet: Sheet | None = None) -> Any:
    """The properties of a control and what it shows."""
    xml = control_xml(control, sheet or Sheet(str))
    (found,) = parse_xml(f"<w:p {NAMESPACES}>{xml}</w:p>")
    return found.find(w("sdtPr")), text_of(found.find(w("sdtContent")))


def _text(words_of: str, key: str = "reason.x", label: str = "Reason") -> Control:
    return Control(key, label, "text", (), words_of)


def _answers(*rows: tuple[str, str, str, str]) -> Paper:
    """A paper that asks about items, each with an id, a name, a reason and a minute."""
    cells: tuple[tuple[Cell, ...], ...] = tuple(
        (
            words(name),
            Control(f"confirm.{id_}", f"Board's decision on {name}", "choice", _CHOICES, "a"),
            _text(reason, f"reason.{id_}", f"Reason: {name}"),
            _text(minute, f"minute.{id_}", f"Minute: {name}"),
        )
        for id_, name, reason, minute in rows
    )
    columns = (Column("Item", 30, row_header=True), *(Column(str(one), 48) for one in range(3)))
    blocks = (
        Heading(1, "Answers", "first"),
        Table("answers", "Answers", "Answers.", columns, cells),
        Paragraph(words("The end.")),
    )
    asked = tuple((id_, "a") for id_, *_ in rows)
    return replace(board_paper(1), blocks=blocks, asked=asked)


def _kept(raw: bytes) -> list[tuple[str, list[str]]]:
    root = Opened.of(raw).xml(_ANSWERS)
    return [(item.get("key"), [node.text for node in item]) for item in root]


def test_a_choice_offers_every_answer_and_no_other() -> None:
    properties, shown = _made(Control("confirm.x", "Decision", "choice", _CHOICES, "a"))
    entries = [
        (node.get(w("value")), node.get(w("displayText")))
        for node in properties.iter(w("listItem"))
    ]
    assert entries == list(_CHOICES)
    assert shown == "Emerging"
    assert [node.tag for node in properties][-1] == w("dropDownList")


def test_a_control_is_bound_only_where_the_paper_asks() -> None:
    sheet = Sheet(str, {"x": 3})
    bound, _ = _made(_text("Because"), sheet)
    path = bound.find(w("dataBinding")).get(w("xpath"))
    assert path == "/m:paper[1]/m:item[3]/m:reason[1]"
    assert sheet.kept == {(3, "reason"): "Because"}
    for key in ("reason.y", "view.x", "agreed.x"):
        free, _ = _made(_text("Because", key), sheet)
        assert free.find(w("dataBinding")) is None


def test_nobody_may_delete_a_control_by_mistake_and_each_has_its_own_id() -> None:
    sheet = Sheet(str)
    made = [_made(_text("Because"), sheet)[0] for _ in range(3)]
    assert {one.find(w("lock")).get(w("val")) for one in made} == {"sdtLocked"}
    assert [one.find(w("id")).get(w("val")) for one in made] == ["1", "2", "3"]


@pytest.mark.parametrize(("value", "sign", "state"), [("no", "☐", "0"), ("yes", "☒", "1")])
def test_a_tick_shows_what_it_holds(value: str, sign: str, state: str) -> None:
    properties, shown = _made(
        Control("agreed.a1", "A1", "tick", (("no", "☐"), ("yes", "☒")), value)
    )
    assert shown == sign
    (checked,) = (node for node in properties.iter() if node.tag.endswith("}checked"))
    assert list(checked.attrib.values()) == [state]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("x" * 64, "x" * 64),
        ("x" * 65, "x" * 63 + "…"),
        ("x" * 62 + " yy", "x" * 62 + "…"),
        ("\U0001f9d2" * 33, "\U0001f9d2" * 31 + "…"),
    ],
)
def test_a_title_is_cut_where_word_would_refuse_it(label: str, title: str) -> None:
    properties, _ = _made(_text("Because", label=label))
    assert properties.find(w("alias")).get(w("val")) == title


def test_two_items_whose_titles_are_cut_alike_keep_their_own_answers() -> None:
    name = "Plans are written with the people they are about, in every part of the area"
    raw = word_bytes(
        _answers(
            ("x" * 70 + "1", f"{name} A", "one", "1.1"), ("x" * 70 + "2", f"{name} B", "two", "2")
        )
    )
    assert faults(Opened.of(raw), but=frozenset({"toc1", "toc2"})) == []
    titles = [node.get(w("val")) for node in Opened.of(raw).document.iter(w("alias"))]
    assert titles[0] == titles[3]
    assert [values for _, values in _kept(raw)] == [["a", "one", "1.1"], ["a", "two", "2"]]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(_TYPED, _TYPED, _TYPED, _TYPED),
        min_size=1,
        max_size=4,
        unique_by=lambda row: one_line(row[0]),
    )
)
def test_whatever_is_typed_is_shown_and_kept_alike(rows: list[tuple[str, str, str, str]]) -> None:
    raw = word_bytes(_answers(*rows))
    assert faults(Opened.of(raw), but=TYPED | {"toc1", "toc2"}) == []
    shown = [["a", one_line(reason), one_line(minute)] for _, _, reason, minute in rows]
    assert [values for _, values in _kept(raw)] == shown


@pytest.mark.parametrize("text", [*HOSTILE, "a]]>b", "_x0007_", "\u202eabc\u202c", "word " * 5000])
def test_hostile_text_is_only_text(text: str) -> None:
    raw = word_bytes(_answers((text, text, text, text)))
    assert faults(Opened.of(raw), but=TYPED | {"toc1", "toc2"}) == []
    assert Document(BytesIO(raw)).tables[0].rows[1].cells[2].paragraphs
    ((_, values),) = _kept(raw)
    assert values == ["a", one_line(text), one_line(text)]


def test_the_way_back_to_the_session_stands_with_the_answers() -> None:
    root = Opened.of(word_bytes(board_paper())).xml(_ANSWERS)
    assert root.tag == f"{{{NAMESPACE}}}paper"
    assert dict(root.attrib) == {
        "session": "northmere-2026",
        "fingerprint": "f" * 64,
        "body": "c41d0e7f5a2b9913",
        "n": "412",
    }
    (item,) = root
    assert dict(item.attrib) == {"key": "0", "provisional": "emerging", "given": "not-yet"}


def test_a_paper_that_asks_nothing_has_no_part_for_answers() -> None:
    paper = replace(board_paper(), asked=())
    opened = Opened.of(word_bytes(paper))
    assert not any(name.startswith("customXml") for name in opened.parts)
    assert next(opened.document.iter(w("dataBinding")), None) is None


def test_answers_take_the_first_part_that_is_free() -> None:
    document = Document()
    part: Any = document.part
    keep_answers(part, "<a/>")
    keep_answers(part, "<b/>")
    buffer = BytesIO()
    document.save(buffer)
    parts = Opened.of(buffer.getvalue()).parts
    # the library's own empty file has an item1
    assert (parts["customXml/item2.xml"], parts["customXml/item3.xml"]) == (b"<a/>", b"<b/>")
    assert b"itemProps3.xml" in parts["customXml/_rels/item3.xml.rels"]


@given(st.text(min_size=1, max_size=80))
def test_a_tag_is_never_longer_than_word_allows(id_: str) -> None:
    properties, _ = _made(_text("Because", f"reason.{id_}"))
    assert len(properties.find(w("tag")).get(w("val"))) <= LONGEST_NAME
    assert tag("reason", id_).startswith("reason.")
