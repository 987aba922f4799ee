"""The pack as a whole: accessible in every shape, and the same words in every format."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import cycle
from pathlib import Path
from types import MappingProxyType
from zipfile import ZipFile

import pytest
from accessibility.canaries import found, marked, replaced
from accessibility.invitations import (
    criteria_invitation,
    empty_invitation,
    invitation,
    with_last,
)
from accessibility.opened import Opened, text_of
from accessibility.papers import HOSTILE
from accessibility.rules import TYPED, faults
from accessibility.rules_html import html_faults
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from test_formats import _says_the_same as says_the_same

from maturity.judgement.invited import Invited
from maturity.report.blocks import Contents, Heading, Table
from maturity.report.content import preread
from maturity.report.html import html_bytes
from maturity.report.paper import Paper
from maturity.report.word import word_bytes
from maturity.report.write import file_name
from maturity.text import clean

_SHAPES: dict[str, Callable[[], Invited]] = {
    "seven pillars": invitation,
    "one pillar of two levels": lambda: invitation(1, 2),
    "twelve pillars of seven levels": lambda: invitation(12, 7),
    "criteria of five levels": lambda: criteria_invitation(3, 4, 5),
    "with a last time": lambda: with_last(invitation()),
    "empty": lambda: empty_invitation(7),
    "nothing at all": lambda: empty_invitation(0),
}
_SHOWN = {
    "Invited.joining",
    "Invited.place",
    "Invited.starts",
    "ItemView.question",
    "LevelView.label",
    "LinkView.document_title",
    "LinkView.quote",
    "LinkView.ref",
    "LinkView.shows",
    "RunView.breaks",
    "SessionView.area",
    "SessionView.board",
    "SessionView.marking",
    "SessionView.period",
}


def _pack(view: Invited) -> Paper:
    return preread(view, as_of=datetime(2026, 3, 1, 9, 0, tzinfo=UTC))


def _words(paper: Paper) -> str:
    return " ".join(text_of(root) for root in Opened.of(word_bytes(paper)).roots)


@pytest.mark.parametrize("shape", _SHAPES)
def test_any_session_gives_an_accessible_pack(shape: str, tmp_path: Path) -> None:
    paper = _pack(_SHAPES[shape]())
    raw = word_bytes(paper)
    assert faults(Opened.of(raw)) == []
    assert html_faults(html_bytes(paper)) == []
    says_the_same(paper)
    file = tmp_path / "pack.docx"
    file.write_bytes(raw)
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    paper = _pack(replaced(invitation(2), lambda _where: text))
    assert faults(Opened.of(word_bytes(paper)), but=TYPED) == []
    assert html_faults(html_bytes(paper)) == []
    says_the_same(paper)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60).map(clean).filter(bool), min_size=1, max_size=9))
def test_any_typed_words_are_the_same_in_every_format(typed: list[str]) -> None:
    texts = cycle(typed)
    view: Invited = replaced(invitation(2), lambda _where: next(texts))
    says_the_same(_pack(view))


def test_every_word_meant_for_it_is_in_it() -> None:
    marks: dict[str, str] = {}
    view: Invited = marked(invitation(), marks)
    printed = set(found(_words(_pack(view)), marks))
    assert printed >= _SHOWN


def test_the_first_page_is_followed_by_the_families_page_the_items_and_last_time() -> None:
    headings = [
        one.text
        for one in _pack(with_last(invitation())).blocks
        if isinstance(one, Heading) and one.level == 1
    ]
    assert headings == [
        "About this pack",
        "For families and young people",
        "What to bring",
        "The questions",
        "Last time",
    ]


def test_the_box_for_a_private_view_is_not_parted_in_print() -> None:
    paper = _pack(invitation(2))
    boxes = [one for one in paper.blocks if isinstance(one, Table) and one.is_whole]
    assert [one.anchor for one in boxes] == ["view-of-p0", "view-of-p1"]
    page = html_bytes(paper).decode()
    assert page.count(' class="whole"') == len(boxes)
    assert ".whole{break-inside:avoid}" in page


def test_no_level_of_last_time_stands_before_the_last_private_box() -> None:
    blocks = _pack(with_last(invitation())).blocks
    anchors = [one.anchor for one in blocks if isinstance(one, Table)]
    assert anchors[-1] == "last-levels"
    assert all(not anchor.startswith("last") for anchor in anchors[:-1])


def test_the_words_of_evidence_and_of_levels_stay_as_they_are() -> None:
    view = invitation(1)
    (item,) = view.shown.items
    link = replace(item.links[0], quote="The FEN was read.")
    texts = {level.id: ("The FEN is read.",) for level in item.levels}
    item = replace(item, links=(link,), texts=MappingProxyType(texts))
    framework = replace(view.shown.framework, glossary=MappingProxyType({"FEN": "first note"}))
    view = replace(view, shown=replace(view.shown, framework=framework, items=(item,)))
    assert "FEN (first note)" not in _words(_pack(view))
    assert _words(_pack(view)).count("FEN: first note") == 1
    asked = replace(item, question="Is the FEN read?")
    view = replace(view, shown=replace(view.shown, items=(asked,)))
    assert _words(_pack(view)).count("FEN (first note)") == 1


def test_there_is_room_on_paper_for_what_somebody_would_point_to() -> None:
    paper = _pack(invitation(2))
    room = re.compile(r'<w:trHeight w:val="(\d+)" w:hRule="atLeast"/>')
    with ZipFile(BytesIO(word_bytes(paper))) as file:
        heights = room.findall(file.read("word/document.xml").decode())
    assert [int(one) > 1000 for one in heights] == [True, True]
    assert html_bytes(paper).decode().count('<td class="room">') == len(heights)


def test_the_contents_share_a_page_with_what_comes_before_them() -> None:
    paper = _pack(invitation(2))
    (contents,) = (one for one in paper.blocks if isinstance(one, Contents))
    assert not contents.new_page
    assert '<nav aria-labelledby="contents_title">' in html_bytes(paper).decode()


def test_its_name_and_status_say_what_it_is() -> None:
    paper = _pack(invitation())
    assert file_name(paper) == "northmere-spring-2026-pre-reading-pack-before-the-session.docx"
    assert paper.reference is None
    assert "PROVISIONAL" not in _words(paper)
