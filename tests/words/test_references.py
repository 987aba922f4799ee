"""Plan references: numbers stay the text they were typed as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.words.references import PlanRef, find_plan_refs

PIECES = st.sampled_from(
    [
        "LAIP",
        "WSoA",
        "laip",
        "APP",
        "Section",
        "3.11",
        "4.30",
        "3.1",
        "16",
        "2026",
        "/",
        ",",
        ";",
        "&",
        " and ",
        "-",
        "\u2013",
        " to ",
        " ",
        "\u00a0",
        "%",
        "A",
        "I",
        "children",
        ".",
        "(",
        ")",
    ]
)
ANY = st.one_of(st.text(alphabet=st.characters()), st.lists(PIECES, max_size=25).map("".join))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("(LAIP 3.11/3.14/3.16); these", ["3.11", "3.14", "3.16"]),
        ("LAIP 3.11, 3.14 and 3.16.", ["3.11", "3.14", "3.16"]),
        ("LAIP 3.11, 3.14, and 3.16.", ["3.11", "3.14", "3.16"]),
        ("LAIP 3.10; 3.1 & 4.30", ["3.10", "3.1", "4.30"]),
        ("LAIP 4.30).", ["4.30"]),
        ("LAIP3.11", ["3.11"]),
        ("LAIP\u00a03.11", ["3.11"]),
        ("laip 4.30", ["4.30"]),
        ("APP 3, 4 and 5 are open", ["3", "4", "5"]),
        ("WSOA 1.2A", ["1.2A"]),
        ("LAIP 3.11/WSoA 1.2", ["3.11", "1.2"]),
        ("LAIP 3.11, 45 children", ["3.11"]),
        ("LAIP 3.11 and 4.5% of plans", ["3.11"]),
        ("Section 23 notifications, Section I, see above", []),
        ("the app 3 families use", []),
        ("LAIP 2025 and LAIP 2025/26", []),
        ("WSoA 12/03/2026", []),
        ("CLAIP 3.11", []),
        ("the LAIP, at last", []),
    ],
)
def test_each_line_named_is_found(text: str, lines: list[str]) -> None:
    found = find_plan_refs(text)
    assert [ref.number for ref in found] == lines
    assert all(ref.to is None for ref in found)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("LAIP 3.11-3.16", "3.11", "3.16"),
        ("LAIP 3.11\u20133.16", "3.11", "3.16"),
        ("LAIP 3.11 to 3.16", "3.11", "3.16"),
        ("LAIP 3.11-16", "3.11", "16"),
    ],
)
def test_a_range_is_one_reference_and_is_not_expanded(text: str, first: str, last: str) -> None:
    assert find_plan_refs(f"see {text}.") == (PlanRef("LAIP", first, last, text),)


def test_a_reference_keeps_its_words_and_the_plans_own_spelling() -> None:
    assert find_plan_refs("under WSOA 1.1/1.2 we") == (
        PlanRef("WSoA", "1.1", None, "WSOA 1.1/1.2"),
        PlanRef("WSoA", "1.2", None, "WSOA 1.1/1.2"),
    )


def test_a_framework_names_further_plans() -> None:
    assert find_plan_refs("SEF (2) 3.2, SEF (2)3.3", ("SEF (2)",)) == (
        PlanRef("SEF (2)", "3.2", None, "SEF (2) 3.2"),
        PlanRef("SEF (2)", "3.3", None, "SEF (2)3.3"),
    )
    assert find_plan_refs("SEF 3.2") == ()


def test_a_section_of_the_law_is_never_a_plan() -> None:
    assert find_plan_refs("Section 23", ("Section", "", "LAIP")) == ()
    assert find_plan_refs("LAIP 3.1", ()) == ()


@given(ANY)
def test_every_part_of_a_reference_stands_in_the_text(text: str) -> None:
    for ref in find_plan_refs(text):
        assert ref.raw in text
        assert ref.number in ref.raw
        assert ref.to is None or ref.to in ref.raw


@given(st.lists(st.text(max_size=8), max_size=4), ANY)
def test_no_name_of_a_plan_stops_the_search(plans: list[str], text: str) -> None:
    assert all(ref.plan in plans for ref in find_plan_refs(text, plans))


@given(st.lists(st.from_regex(r"[1-9]\.[0-9]{1,2}", fullmatch=True), min_size=1, max_size=6))
def test_numbers_come_back_as_typed(numbers: list[str]) -> None:
    assert [ref.number for ref in find_plan_refs("LAIP " + "/".join(numbers))] == numbers
