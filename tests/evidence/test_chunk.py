"""Blocks to excerpts: one a block, ids that never move, and what is joined only to be shown."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import PAGE, excerpts_of, rag_plan, read
from maturity.evidence.child.reading import read_bytes
from maturity.evidence.chunk import shown_texts
from maturity.evidence.limits import LIMITS
from maturity.evidence.model import excerpt_id


def test_an_id_is_made_of_document_place_and_words() -> None:
    document, excerpts = read(PAGE)
    for excerpt in excerpts:
        assert excerpt.id == excerpt_id(document.id, excerpt.ref, excerpt.text)
        assert len(excerpt.id) == 12


def test_an_id_does_not_hang_on_case_or_spaces() -> None:
    assert excerpt_id("d", "para 1", "Waits  fell") == excerpt_id("d", "para 1", " waits fell ")
    assert excerpt_id("d", "para 1", "Waits fell") != excerpt_id("d", "para 2", "Waits fell")


def test_a_long_block_is_parted_at_the_ends_of_sentences() -> None:
    sentence = "Families in the east wait longer than families in the west. "
    _, excerpts = read(sentence * 300)
    assert [e.ref for e in excerpts] == ["para 1, part 1", "para 1, part 2", "para 1, part 3"]
    assert all(len(e.text) <= LIMITS.excerpt_characters for e in excerpts)
    assert all(e.text.endswith(".") for e in excerpts)
    assert " ".join(e.text for e in excerpts) == (sentence * 300).strip()


def test_a_long_block_without_sentences_is_parted_between_words_or_anywhere() -> None:
    _, excerpts = read("word " * 3_000)
    assert {word for e in excerpts for word in e.text.split()} == {"word"}
    _, excerpts = read("x" * 17_000)
    assert [len(e.text) for e in excerpts] == [8_000, 8_000, 1_000]


def test_a_row_of_a_table_is_never_parted() -> None:
    long = "Families wait. " * 900
    _, excerpts = read(f"Action,Lead\n{long},Jo Fenn\nOpen,Ash Wold")
    assert len(excerpts) == 2
    assert len(excerpts[0].text) > LIMITS.excerpt_characters


def test_a_lead_in_is_shown_before_each_of_its_points() -> None:
    _, excerpts = read(
        "What the families told us in spring was this, in short:\n\n- waits\n- letters"
    )
    lead_in = excerpts[0].text
    assert shown_texts(excerpts) == (lead_in, f"{lead_in} waits", f"{lead_in} letters")


def test_a_short_paragraph_is_shown_before_the_next() -> None:
    _, excerpts = read("<h2>Plan</h2><p>Shortly.</p><p>Families wait, and the board asks why.</p>")
    assert shown_texts(excerpts)[1] == "Shortly. Families wait, and the board asks why."
    assert shown_texts(excerpts, short=0)[1] == "Families wait, and the board asks why."


def test_nothing_is_joined_across_headings() -> None:
    _, excerpts = read("<h2>A</h2><p>We will:</p><h2>B</h2><ul><li>wait</li></ul><p>Here.</p>")
    assert shown_texts(excerpts) == ("We will:", "wait", "Here.")


@given(st.integers(0, 200))
def test_how_texts_are_joined_changes_no_id(short: int) -> None:
    _, excerpts = read(PAGE)
    before = [excerpt.id for excerpt in excerpts]
    assert len(shown_texts(excerpts, short)) == len(excerpts)
    assert [excerpt.id for excerpt in read(PAGE)[1]] == before


LETTERS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=30)


@given(st.lists(LETTERS, min_size=1, max_size=5))
def test_every_text_is_shown_with_itself(texts: list[str]) -> None:
    excerpts = excerpts_of("a", *texts)
    for excerpt, shown in zip(excerpts, shown_texts(excerpts), strict=True):
        assert shown.endswith(excerpt.text)


def test_a_smaller_cap_parts_more() -> None:
    small = replace(LIMITS, excerpt_characters=30)
    _, excerpts = read_bytes(b"Families wait long. The board asks why.", "a", limits=small)
    assert [e.text for e in excerpts] == ["Families wait long.", "The board asks why."]


def test_the_dates_of_statuses_are_not_dates_of_the_text() -> None:
    _, excerpts = read(rag_plan())
    assert [d.raw for d in excerpts[2].dates] == ["Feb 2025", "Apr 25", "Dec 2025"]


def test_a_register_of_days_keeps_its_words_and_the_first_hundred_of_them() -> None:
    _, (found,) = read(f"- Met on {', '.join(['1 April 2026'] * 300)}.\n")
    assert len(found.dates) == 100
    assert found.text.count("2026") == 300
