"""What stands on a page of a PDF beside its text: forms, notes, and shapes without letters."""

import pytest

from evidence.papers import read
from evidence.pdf_files import Words, form, lines, pdf
from maturity.evidence.messages import Refused

LEFT = (
    "Families say that plans arrive late, and",
    "that nobody tells them why it is so. They",
    "want to be asked before a plan is written.",
)
NAMELESS = tuple(Words(text, y=700 - 20 * at, font="G") for at, text in enumerate(LEFT))


def test_letters_that_the_file_does_not_name_are_not_stored_as_noise() -> None:
    document, found = read(pdf(lines(*LEFT), NAMELESS, NAMELESS), "plan.pdf")
    assert [one.text for one in found] == [" ".join(LEFT)]
    (told,) = document.warnings
    assert told.sentence == (
        "2 of 3 pages were not read, as the PDF does not say which letters they show: pages 2-3. "
        "Run text recognition (OCR) on it."
    )
    assert document.counts.skipped[-1].count == 2


def test_a_paper_of_such_letters_alone_is_refused() -> None:
    for pages in ((NAMELESS,), (NAMELESS, None)):
        with pytest.raises(Refused) as refused:
            read(pdf(*pages), "plan.pdf")
        assert refused.value.sentence == (
            "This PDF does not say which letters it shows, so its text cannot be read. Add the "
            "document it was made from, or run text recognition (OCR) on it first."
        )


def test_a_mark_without_a_name_does_not_cost_the_page() -> None:
    page = [*lines(*LEFT), Words("zz", x=40, y=700, font="G")]
    document, found = read(pdf(page), "plan.pdf")
    assert " ".join(LEFT) in found[0].text
    assert not [one for one in document.warnings if one.code == "W28"]


def test_what_is_typed_into_a_form_is_read_with_what_the_form_asks() -> None:
    document, found = read(form("Plans arrive late.", "Ask the forum."), "form.pdf")
    assert [(one.shape, one.ref, one.text, one.context) for one in found] == [
        ("paragraph", "page 1, para 1", "What do families say?", None),
        ("paragraph", "page 1, field 1", "Plans arrive late.", "What do families say?"),
        ("comment", "page 1, note 2", "Ask the forum.", None),
    ]
    assert [one.sentence for one in document.warnings] == [
        "What was typed into 1 field of a form was read, too."
    ]


def test_an_empty_form_is_its_questions() -> None:
    document, found = read(form(""), "form.pdf")
    assert [one.text for one in found] == ["What do families say?"]
    assert document.warnings == ()


def test_a_form_that_cannot_be_opened_is_told(caplog: pytest.LogCaptureFixture) -> None:
    document, found = read(form("Plans arrive late.", more="/XFA (x)"), "form.pdf")
    assert [one.text for one in found] == ["What do families say?"]
    (told,) = document.warnings
    assert told.sentence == (
        "This PDF is a form of a kind that few programs show; what was typed into it was not "
        "read. Print it to a new PDF and add that."
    )
    assert not caplog.records


def test_a_field_that_is_its_own_parent_ends() -> None:
    looped = form("Plans arrive late.").replace(b"/Kids [6 0 R]", b"/Parent 7 0 R")
    _, found = read(looped, "form.pdf")
    assert found[0].text == "What do families say?"


def test_what_a_terminal_would_obey_leaves_a_form_as_words() -> None:
    document, found = read(form("\x1b]0;x\x07 late \x9b31m", "\x1b[2J seen"), "form.pdf")
    assert not [one for one in found if not one.text.isprintable()]
    assert any("removed" in one.sentence for one in document.warnings)
