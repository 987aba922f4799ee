"""Abbreviations: spelled out once, where it does not break into somebody's words or a name."""

from accessibility.papers import words

from maturity.report.blocks import (
    Block,
    Callout,
    Column,
    Heading,
    LevelMark,
    ListBlock,
    Paragraph,
    Span,
    Table,
    spans_of,
)
from maturity.report.glossary import spelled_out, used_words

_KNOWN = {
    "ICB": "integrated care board",
    "SEN": "special educational needs",
    "EHCP": "education, health and care plan",
    "near miss": "Something that nearly went wrong, and did not.",
    "KPI": "A number that is followed over time.",
}


def _said(*texts: str) -> list[str]:
    blocks = spelled_out([Paragraph(words(text)) for text in texts], _KNOWN)
    return [span.text for span in spans_of(blocks)]


def _table(name: str, cell: str) -> Table:
    columns = (Column("Item", 40, row_header=True), Column("Level", 30), Column("Said", 60))
    row = (words(name), LevelMark("Low", 1, 2), words(cell))
    return Table("table", "The ICB", "The ICB in a table.", columns, (row,))


def test_the_first_use_alone_is_spelled_out() -> None:
    assert _said("The ICB met.", "The ICB paid, and SEN support grew.") == [
        "The ICB (integrated care board) met.",
        "The ICB paid, and SEN (special educational needs) support grew.",
    ]


def test_a_plural_is_told_by_its_one() -> None:
    assert _said("EHCPs are late.") == [
        "EHCPs (EHCP: education, health and care plan) are late.",
    ]


def test_a_text_that_spells_it_out_before_needs_nothing() -> None:
    whole = "The Integrated Care Board (ICB) met."
    assert _said(whole, "The ICB paid.") == [whole, "The ICB paid."]


def test_a_name_that_begins_with_it_waits_for_a_use_by_itself() -> None:
    assert _said("The ICB Executive met.", "ICBs or SENX?", "ask the ICB") == [
        "The ICB Executive met.",
        "ICBs (ICB: integrated care board) or SENX?",
        "ask the ICB",
    ]


def test_a_word_that_is_no_abbreviation_is_left_to_the_annex() -> None:
    assert _said("A near miss and a KPI.") == ["A near miss and a KPI."]


def test_dissent_links_headings_and_names_of_rows_stay_as_they_are() -> None:
    kept: list[Block] = [
        Heading(1, "ICB", "icb"),
        Callout("dissent", "ICB:", (words("The ICB is wrong."),)),
        Paragraph((Span("the ICB", link="icb"),)),
        _table("ICB", "no"),
    ]
    after: list[Block] = [
        Callout("notice", "ICB:", (words("Ask the ICB."),)),
        ListBlock("bullet", (words("SEN"),)),
        _table("EHCP", "an EHCP"),
    ]
    spelled = spelled_out([*kept, *after], _KNOWN)
    assert spelled[: len(kept)] == tuple(kept)
    assert [span.text for span in spans_of(spelled[len(kept) :])] == [
        "Ask the ICB (integrated care board).",
        "SEN (special educational needs)",
    ]
    last = spelled[-1]
    assert isinstance(last, Table)
    assert last.rows[0][2] == words("an EHCP (education, health and care plan)")
    assert last.rows[0][0] == words("EHCP")


def test_without_a_glossary_nothing_changes() -> None:
    block = Paragraph(words("The ICB met."))
    assert spelled_out([block], {}) == (block,)
    assert list(used_words([block], {})) == []


def test_every_word_that_is_used_anywhere_is_listed_by_the_alphabet() -> None:
    blocks: list[Block] = [
        Heading(1, "A near miss", "near"),
        Paragraph(words("SEN, SENX and EHCPs")),
        _table("x", "the ICB"),
    ]
    assert [name for name, _ in used_words(blocks, _KNOWN)] == ["EHCP", "ICB", "near miss", "SEN"]
