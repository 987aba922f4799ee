"""Where Word numbers the headings, its numbers are those that sentences name."""

from accessibility.opened import Opened
from accessibility.papers import board_paper
from hypothesis import given
from hypothesis import strategies as st

from councils import numbered
from maturity.evidence.asking.look import LOOK_LIMITS
from maturity.evidence.readers.word_look import read
from maturity.report.blocks import Heading
from maturity.report.brand import Brand
from maturity.report.word import word_bytes
from maturity.report.word.council.branding import dressed
from maturity.report.word.headings import NumberedHeadings, listed
from maturity.report.word.styles import Level

LEVELS = {1: Level("%1."), 2: Level("%1.%2")}


def shown(*headings: tuple[int, str]) -> list[str]:
    made = [Heading(level, text, f"h-{at}") for at, (level, text) in enumerate(headings)]
    written = NumberedHeadings(LEVELS).written(made)
    return [one.text for one in listed(made, written)]


def test_our_own_number_gives_way_and_the_list_of_contents_says_theirs() -> None:
    found = shown((1, "Summary"), (1, "1 Decisions"), (2, "Room"), (1, "2 Splits"), (2, "One"))
    assert found == ["Summary", "1 Decisions", "1.1 Room", "2 Splits", "2.1 One"]


def test_a_heading_without_a_section_above_it_has_no_number() -> None:
    assert shown((1, "Annex B People"), (2, "Present")) == ["Annex B People", "Present"]
    assert shown((1, "1 A"), (2, "B"), (3, "C"), (1, "Annex"), (2, "D"))[2:] == ["C", "Annex", "D"]


def test_numbers_may_begin_anywhere_and_go_on_from_there() -> None:
    plan = NumberedHeadings(LEVELS)
    made = [Heading(1, f"{number} S", f"s-{number}") for number in (10, 2, 3)]
    found = plan.written([*made, Heading(2, "T", "t")])
    assert [one.shown for one in found.values()] == ["10 S", "2 S", "3 S", "3.1 T"]
    assert [start for _, start in plan.restarts] == [10, 2]
    assert len(set(plan.restarts)) == len(list(plan.numbers())) == 2
    assert found["s-3"].properties == found["s-2"].properties != found["s-10"].properties


def test_nothing_changes_where_word_numbers_nothing() -> None:
    made = (Heading(1, "1 A", "a"), Heading(2, "B", "b"))
    assert listed(made, NumberedHeadings({}).written(made)) == made


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 12)), min_size=1, max_size=20))
def test_every_heading_shows_the_number_its_words_had(sections: list[tuple[bool, int]]) -> None:
    texts = [f"{number} Part" if is_section else "Annex" for is_section, number in sections]
    assert shown(*((1, text) for text in texts)) == texts


def test_a_reader_sees_the_same_headings_as_in_our_own_look() -> None:
    dress = dressed(Brand(look=read(numbered(), "n.docx", LOOK_LIMITS)))
    theirs = Opened.of(word_bytes(board_paper(), dress))
    ours = Opened.of(word_bytes(board_paper()))
    sections = [text for level, text in ours.headings() if level == 1]
    assert [text for level, text in theirs.headings() if level == 1] == sections
    assert ">1 The board" not in theirs.parts["word/document.xml"].decode().partition("PAGE")[2]
