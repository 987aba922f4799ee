"""Search: what is found, in which order, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import excerpts_of, read
from maturity.evidence.search.index import Index

FAMILIES = (
    ("PCF", "parent carer forum"),
    ("EHC plan", "education, health and care plan", "EHCP"),
    ("ToR", "terms of reference"),
)
TEXTS = (
    "Plans arrive late and families are not told why.",
    "The Charter was written through co-production with the forum.",
    "Parent carer forum members sit on the strategic group.",
    "Attendance of children on part-time timetables is reviewed monthly (LAIP 4.30).",
    "Exclusions fell; see LAIP 4.3 for the actions.",
    "A parents' evening was held; carers from the forum came.",
    "Terms of reference were agreed.",
    "Transition guidance for schools was published.",
)


def index_of(*texts: str) -> Index:
    index = Index(FAMILIES)
    index.add("d1", "Board minutes", excerpts_of(*(texts or TEXTS)))
    return index


def found(query: str, index: Index | None = None) -> list[str]:
    return [hit.excerpt.text for hit in (index or index_of()).search(query)]


def test_a_word_finds_its_other_forms() -> None:
    assert found("exclusion ")[0].startswith("Exclusions fell")


@pytest.mark.parametrize("query", ["coproduction ", "co-production ", "coproduce ", "co produced "])
def test_the_spellings_of_coproduction_are_one_word(query: str) -> None:
    assert found(query) == [TEXTS[1]]


def test_a_glossary_word_finds_what_it_stands_for_and_says_so() -> None:
    hit = index_of().search("PCF ")[0]
    assert hit.excerpt.text == TEXTS[2]
    assert hit.why == ("parent carer forum (glossary: PCF)",)
    assert hit.matched == ("Parent", "carer", "forum")


def test_a_long_form_finds_the_short_one() -> None:
    index = index_of("The ToR were signed.", "Nothing else here.")
    assert found("terms of reference ", index) == ["The ToR were signed."]


def test_a_typed_word_comes_before_a_synonym() -> None:
    index = index_of("The parent carer forum met.", "PCF met.")
    assert found("PCF ", index)[0] == "PCF met."


def test_the_last_word_may_be_unfinished() -> None:
    assert found("guid") == [TEXTS[7]]
    assert found("guid ") == []


def test_one_letter_completes_nothing() -> None:
    assert found("z") == []


def test_a_mistyped_word_is_repaired() -> None:
    hit = index_of().search("timetabels ")[0]
    assert hit.excerpt.text == TEXTS[3]
    assert hit.why == ("timetables (like timetabels)",)


def test_a_short_word_is_never_repaired() -> None:
    assert found("fal ") == []


def test_a_plan_reference_is_exact() -> None:
    assert found("LAIP 4.30")[0] == TEXTS[3]
    assert found("laip 4.3")[0] == TEXTS[4]
    assert TEXTS[3] not in found("4.3")


def test_words_side_by_side_come_first() -> None:
    index = index_of("Health visitors; the plan is late for care.", "Late health care plan.")
    assert found("health care ", index)[0] == "Late health care plan."


def test_words_in_quotes_must_stand_together() -> None:
    assert found('"parent carer"') == [TEXTS[2]]
    assert found('"carer parent"') == []
    assert found('"terms of reference"') == [TEXTS[6]]


def test_equal_excerpts_keep_the_order_in_which_they_were_added() -> None:
    index = Index()
    index.add("d2", "Second by name", read("- one transition\n- two transition")[1])
    index.add("d1", "First by name", read("- six transition\n- ten transition")[1])
    assert found("transition ", index) == [
        "one transition",
        "two transition",
        "six transition",
        "ten transition",
    ]


def test_a_search_keeps_to_the_documents_asked_for() -> None:
    index = index_of()
    index.add("d2", "Plan", read("- another transition here")[1])
    hits = index.search("transition ", allows=lambda _, document: document == "d2")
    assert [(hit.document, hit.title) for hit in hits] == [("d2", "Plan")]


def test_a_heading_finds_what_stands_below_it() -> None:
    _, excerpts = read("Graduated response\n\nSchools differ in what they offer to families.")
    index = Index()
    index.add("d", "t", excerpts)
    assert index.search("graduated ")[0].matched == ("Graduated",)


def test_what_a_text_says_comes_before_what_it_stands_under() -> None:
    _, excerpts = read(
        "<h2>Attendance</h2><ul><li>Jo Fenn, Officer</li></ul><h2>Data</h2><p>The board "
        "looked again at exclusions, at part-time timetables and at attendance in the north.</p>"
    )
    index = Index()
    index.add("d", "t", excerpts)
    assert [hit.excerpt.ref for hit in index.search("attendance ")] == ["para 4", "para 2"]


def test_any_number_of_headings_can_be_indexed() -> None:
    deep = EXCERPTS[0].model_copy(update={"heading_path": ("Plan",) * 1_000})
    index = Index()
    index.add("d", "t", [deep])
    assert len(index.search("plan ")) == 1


def test_a_bullet_is_found_by_the_words_that_lead_in_to_it() -> None:
    _, excerpts = read(
        "What families told us in the long survey of last spring:\n\n- waits\n- letters"
    )
    index = Index()
    index.add("d", "t", excerpts)
    assert {hit.excerpt.text for hit in index.search("survey ")} >= {"waits", "letters"}


def test_the_words_of_an_excerpt_come_before_those_it_is_only_shown_after() -> None:
    _, excerpts = read("The panel sat in March.\n\nIt met.\n\nThe minutes are below.")
    index = Index()
    index.add("d", "t", excerpts)
    assert [hit.excerpt.ref for hit in index.search("panel ")] == ["para 1", "para 2"]


def test_the_beginnings_of_two_words_find_what_has_both() -> None:
    assert found("chil tim")[0] == TEXTS[3]
    assert found("par str")[0] == TEXTS[2]


@given(st.permutations(range(len(TEXTS))), st.sampled_from(["plan", "forum carer ", "ti at"]))
def test_the_order_of_documents_only_settles_what_is_equally_near(
    order: list[int], query: str
) -> None:
    mixed = Index(FAMILIES)
    for number in order:
        mixed.add(f"d{number}", "t", excerpts_of(TEXTS[number]))
    values = [round(hit.value, 9) for hit in mixed.search(query)]
    straight = Index(FAMILIES)
    for number, text in enumerate(TEXTS):
        straight.add(f"d{number}", "t", excerpts_of(text))
    assert values == [round(hit.value, 9) for hit in straight.search(query)]


def test_a_limit_holds_and_none_is_none() -> None:
    assert len(index_of().search("the forum families plans ", limit=2)) == 2
    assert index_of().search("forum", limit=0) == ()
    assert Index().search("forum") == ()


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "*",
        "t:",
        '"',
        '""',
        "'",
        "co-production",
        "parent's",
        "[/]",
        "\x1b[31m",
        "(",
        "AND",
    ],
)
def test_no_query_raises(query: str) -> None:
    assert isinstance(index_of().search(query), tuple)


@given(st.text(max_size=60))
def test_any_text_is_a_query(query: str) -> None:
    hits = SHARED.search(query)
    assert [hit.value for hit in hits] == sorted((hit.value for hit in hits), reverse=True)
    for hit in hits:
        assert hit.matched or '"' in query or "\u201c" in query or "\u201d" in query


@given(st.lists(st.text(max_size=40), max_size=6), st.text(max_size=20))
def test_any_texts_can_be_indexed(texts: list[str], query: str) -> None:
    index = Index(((query, *texts),))
    index.add("d", "t", EXCERPTS)
    assert len(index) == len(EXCERPTS)
    for hit in index.search(query):
        assert "\x1b" not in hit.excerpt.text


@given(st.integers(1, len(TEXTS)))
def test_adding_a_document_never_takes_an_excerpt_away(count: int) -> None:
    index = index_of(*TEXTS[:count])
    before = {hit.excerpt.id for hit in index.search("plans forum ", limit=50)}
    index.add("d2", "More", EXCERPTS)
    assert before <= {hit.excerpt.id for hit in index.search("plans forum ", limit=50)}


EXCERPTS = excerpts_of(*TEXTS)
SHARED = index_of()
