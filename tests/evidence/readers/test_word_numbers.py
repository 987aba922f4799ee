"""List numbers of Word files, as Word prints them."""

from evidence.papers import read
from evidence.word_files import docx, listed, p


def test_list_numbers_are_those_that_word_prints() -> None:
    raw = docx(
        listed("one"),
        listed("one a", level=1),
        listed("one b", level=1),
        listed("two"),
        listed("two a", level=1),
        listed("dot", number=2),
        listed("seven", number=3),
    )
    _, excerpts = read(raw, "plan.docx")
    assert [e.number for e in excerpts] == ["1.", "1a)", "1b)", "2.", "2a)", None, "7."]
    assert {e.shape for e in excerpts} == {"bullet"}


def test_numbers_in_letters_and_roman_figures_are_written_out() -> None:
    levels = (0, 1, 1, 2, 0, 1)
    raw = docx(*(listed(f"point {at}", 4, level) for at, level in enumerate(levels)))
    _, excerpts = read(raw, "plan.docx")
    assert [e.number for e in excerpts] == ["III", "III.Z", "III.AA", "(i)", "IV", "IV.BB"]


def test_a_list_may_come_from_the_style_or_not_be_there_at_all() -> None:
    raw = docx(p("by style", style="Lijst"), listed("none", number=0), listed("lost", number=99))
    _, excerpts = read(raw, "plan.docx")
    assert [(e.number, e.shape) for e in excerpts] == [
        ("1a)", "bullet"),
        (None, "paragraph"),
        (None, "paragraph"),
    ]
