import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from types import MappingProxyType

import pytest
from accessibility.canaries import found, marked, replaced
from accessibility.opened import Opened, text_of
from accessibility.papers import HOSTILE
from accessibility.rules import TYPED, faults
from accessibility.views import criteria_view, empty_view, full_view
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.judgement.view import Audience, Disclosed
from maturity.report.blocks import Callout, Contents, Heading, ListBlock, Paragraph, Span, Table
from maturity.report.content import board_paper, highlights, public_edition
from maturity.report.paper import Paper, Reference
from maturity.report.word import word_bytes
from maturity.report.write import file_name
from maturity.text import clean

_OFFICE = shutil.which("soffice")
_PDF_TEXT = shutil.which("pdftotext")
_AS_OF = datetime(2026, 3, 14, 16, 20, tzinfo=UTC)
_REFERENCE = Reference("northmere-2026", "0f3c" * 16, "c41d0e7f5a2b9913", 412)
# A pillar's own number would be taken for a section's, "not reached" stands among the answers to
# choose from, and the rest are the screen's words.
_NOT_PRINTED = {
    "FrameworkView.not_reached",
    "ItemView.code",
    "LinkView.mark",
    "SessionView.forum",
    "SessionView.title",
    "SessionView.voting",
    "VoiceView.wider",
}


def _board(view: Disclosed) -> Paper:
    return board_paper(view, as_of=_AS_OF, reference=_REFERENCE)


def _words(paper: Paper) -> str:
    opened = Opened.of(word_bytes(paper))
    return " ".join(text_of(root) for root in opened.roots)


def _headings(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 1]


@pytest.mark.parametrize("rate", ["pillars", "criteria"])
@pytest.mark.parametrize("of", range(2, 8))
@pytest.mark.parametrize("count", [1, 3, 12])
def test_any_framework_gives_a_whole_and_accessible_paper(rate: str, of: int, count: int) -> None:
    view = full_view(count, of) if rate == "pillars" else criteria_view(count, 2, of)
    assert faults(Opened.of(word_bytes(_board(view)))) == []


@pytest.mark.parametrize("count", [0, 1, 7])
def test_an_empty_session_says_so_in_words(count: int) -> None:
    paper = _board(empty_view(count))
    assert faults(Opened.of(word_bytes(paper))) == []
    text = _words(paper)
    for said in (
        "No overall sentence was written.",
        "No dissent was recorded.",
        "No action was recorded.",
        "No evidence was linked.",
        "None recorded.",
        "This part has not been written yet.",
        "Nobody was recorded.",
    ):
        assert said in text


def test_every_section_stands_in_its_order() -> None:
    assert _headings(_board(full_view())) == [
        "Summary for the board",
        "1 The board's decisions",
        "2 Where we did not agree",
        "3 The ratings and how the room voted",
        "4 Pillar by pillar",
        "5 Actions",
        "6 Key lines of enquiry",
        "7 Risks and escalations",
        "8 Evidence index",
        "9 How this was done",
        "10 What this means for families",
        "Annex B Attendance and apologies",
        "Annex D Record of changes",
        "Annex E How voice groups voted",
    ]


def test_the_highlight_report_is_an_accessible_paper_without_contents() -> None:
    for view in (full_view(), criteria_view(), empty_view(0)):
        paper = highlights(view, as_of=_AS_OF, reference=_REFERENCE)
        assert faults(Opened.of(word_bytes(paper)), but=frozenset({"toc1", "toc2"})) == []
        assert file_name(paper).startswith("northmere")
        assert "highlight-report" in file_name(paper)


def test_the_full_paper_adds_annexes_and_keeps_the_letters() -> None:
    view = full_view()
    lean, full = (
        board_paper(view, as_of=_AS_OF, reference=_REFERENCE, full=full) for full in (False, True)
    )
    added = ["Annex A Level texts used", "Annex C Glossary"]
    assert [one for one in _headings(full) if one not in added] == _headings(lean)
    assert _headings(full)[-5:] == [
        "Annex A Level texts used",
        "Annex B Attendance and apologies",
        "Annex C Glossary",
        "Annex D Record of changes",
        "Annex E How voice groups voted",
    ]
    kept = "The full record is kept with the session."
    assert kept in _words(lean)
    assert kept not in _words(full)
    assert file_name(full) != file_name(lean)
    assert faults(Opened.of(word_bytes(full))) == []


def test_the_glossary_has_the_words_of_the_whole_paper_and_the_text_the_first_in_full() -> None:
    known = MappingProxyType({"SOG": "strategic oversight group", "XYZ": "not used here"})
    view = full_view()
    view = replace(view, framework=replace(view.framework, glossary=known))
    full = _words(board_paper(view, as_of=_AS_OF, reference=_REFERENCE, full=True))
    assert full.count("SOG (strategic oversight group)") == 1
    assert "not used here" not in full
    assert "SOG (strategic oversight group)" in _words(_board(view))


def test_what_families_need_comes_first_in_the_public_edition() -> None:
    paper = public_edition(full_view(audience=Audience.PUBLIC), as_of=_AS_OF)
    assert _headings(paper)[:3] == [
        "Summary",
        "10 What this means for families",
        "2 Where we did not agree",
    ]
    first = paper.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.spans[0].text == "Public edition. Some details are left out to protect people."


def test_every_typed_word_reaches_the_board_paper() -> None:
    marks: dict[str, str] = {}
    view = marked(full_view(), marks)
    printed = set(found(_words(_board(view)), marks))
    assert set(marks.values()) - printed == _NOT_PRINTED


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60).map(clean).filter(bool), min_size=1, max_size=9))
def test_any_typed_words_give_a_paper_that_keeps_the_rules(typed: list[str]) -> None:
    texts = cycle(typed)
    view = replaced(full_view(3), lambda _where: next(texts))
    assert faults(Opened.of(word_bytes(_board(view))), but=TYPED) == []


@pytest.mark.parametrize("text", [*HOSTILE, "word " * 5000])
def test_hostile_words_in_every_field_give_a_whole_paper(text: str) -> None:
    view = replaced(full_view(2), lambda _where: clean(text, cap=30_000))
    assert faults(Opened.of(word_bytes(_board(view))), but=TYPED) == []


def test_an_answer_to_choose_is_in_the_words_of_the_framework() -> None:
    view = full_view()
    named = replace(view.framework, not_reached="Below the first")
    opened = Opened.of(word_bytes(_board(replace(view, framework=named))))
    assert opened.parts["word/document.xml"].count(b'w:displayText="Below the first"') == 7


def test_the_answers_behind_the_controls_hold_what_they_show_and_nobody_by_name() -> None:
    marks: dict[str, str] = {}
    view = marked(full_view(), marks)
    kept = Opened.of(word_bytes(_board(view))).parts["customXml/item1.xml"].decode()
    assert not set(found(kept, marks))
    assert kept.count("<m:item ") == len(view.items)
    for item in view.items:
        assert f'key="{item.id}"' in kept


def test_a_public_edition_holds_no_way_back_and_nobody_by_name() -> None:
    view = full_view(audience=Audience.PUBLIC)
    raw = word_bytes(public_edition(view, as_of=_AS_OF))
    opened = Opened.of(raw)
    assert faults(opened) == []
    whole = b" ".join(opened.whole.values())
    for kept in (b"northmere-2026", b"c41d0e7f5a2b9913", b"Quill", b"board is asked", b"<w:sdt>"):
        assert kept not in whole
    assert "docProps/custom.xml" not in opened.parts
    assert not any(name.startswith("customXml/") for name in opened.parts)


def test_a_group_is_counted_in_public_and_named_to_the_board() -> None:
    public = _words(public_edition(full_view(audience=Audience.PUBLIC), as_of=_AS_OF))
    assert "Attendance by voice group" in public
    assert "Ama Quill" in _words(_board(full_view()))


def test_no_paper_holds_a_share_or_a_mean_of_levels() -> None:
    text = _words(_board(full_view(12, 5)))
    for word in ("%", "average", "score", "overall level"):
        assert word not in text.casefold()


def test_page_one_ends_where_the_contents_begin() -> None:
    paper = _board(full_view())
    end = next(at for at, block in enumerate(paper.blocks) if isinstance(block, Contents))
    assert isinstance(paper.blocks[end - 1], ListBlock | Paragraph)
    assert sum(isinstance(block, Table) for block in paper.blocks[:end]) == 1


def test_the_soonest_actions_stand_on_page_one_only_where_they_fit() -> None:
    roomy = replace(full_view(2), page=replace(full_view().page, difference=()))
    assert "The soonest actions" in _words(_board(roomy))
    assert "The soonest actions" not in _words(_board(full_view(12)))


def test_the_marking_may_be_given_or_left_out() -> None:
    view = full_view()
    assert _board(view).marking == "OFFICIAL"
    paper = board_paper(view, as_of=_AS_OF, reference=_REFERENCE, marking="")
    assert paper.marking == ""


def test_the_author_is_the_body_and_never_a_person() -> None:
    assert _board(full_view()).author == "Northmere SEND Improvement Board"
    named = replace(full_view().session, board="Northmere Partnership")
    assert _board(replace(full_view(), session=named)).author == "Northmere Partnership"


def test_typed_marks_become_real_lists() -> None:
    view = full_view()
    typed = replace(view.page, for_families="We met.\n- one\n• two\n1. first\na) then\n\nDone.")
    paper = _board(replace(view, page=typed))
    lists = [block.kind for block in paper.blocks if isinstance(block, ListBlock)]
    assert lists[-3:] == ["bullet", "number", "letter"]


def test_a_view_that_is_withheld_is_said_and_not_shown() -> None:
    paper = _board(full_view())
    said = [block for block in paper.blocks if isinstance(block, Paragraph)]
    noted = [block for block in said if block.spans == (Span("A different view was noted."),)]
    assert len(noted) == 4
    assert all("noted" not in block.lead for block in paper.blocks if isinstance(block, Callout))


@pytest.mark.slow
@pytest.mark.skipif(not (_OFFICE and _PDF_TEXT), reason="needs LibreOffice and poppler")
def test_page_one_stands_alone_in_print(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(word_bytes(_board(full_view())))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [str(_OFFICE), profile, "--headless", "--convert-to", "pdf", "paper.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    first, second = (
        subprocess.run(
            [str(_PDF_TEXT), "-f", page, "-l", page, str(tmp_path / "paper.pdf"), "-"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split("\n\n")
        for page in ("1", "2")
    )
    assert any("late cases by the June meeting" in words for words in first)
    assert any(words.startswith("Contents\n") for words in second)


def test_the_foot_of_every_page_names_the_framework_and_the_session_it_was_made_from() -> None:
    board = _board(full_view())
    public = public_edition(full_view(audience=Audience.PUBLIC), as_of=_AS_OF)
    assert board.version.endswith(f"; reference 0f3c0f3c-{_REFERENCE.body[:8]}")
    assert public.version.endswith("; reference 0f3c0f3c")
    assert _board(empty_view()).version.endswith(f"; reference {_REFERENCE.body[:8]}")
