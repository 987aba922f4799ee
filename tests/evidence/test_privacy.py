"""Signs that an excerpt may identify a child: hits and near misses, all of them made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import excerpts_of, read
from maturity.evidence.privacy import SAID, marked, notices, signs_in, signs_of
from maturity.evidence.typed import typed_card

HITS = (
    ("nhs-number", "Number 943 476 5919 was on the referral."),
    ("nhs-number", "943-476-5919"),
    ("nhs-number", "Known to health (9434765919)."),
    ("upn", "Pupil Q823456789012 moved in May."),
    ("upn", "upn q823456789012."),
    ("upn", "A temporary one, M82345678901A, was given."),
    ("ni-number", "NI: QQ would not do, AB 12 34 56 C would."),
    ("ni-number", "ab123456c"),
    ("postcode", "They live at 4 Mill Lane, NR9 4QT."),
    ("postcode", "SW1A 1AA"),
    ("postcode", "(M1 1AE)"),
    ("email", "Write to a.parent@example.org, please."),
    ("mobile", "Ring 07700 900123 after four."),
    ("mobile", "+44 7700 900 123"),
    ("mobile", "+44 (0)7700900123"),
    ("birth-date", "DOB 04/03/2014, seen in clinic."),
    ("birth-date", "She was born on 4th March 2014."),
    ("birth-date", "d.o.b: 2014-03-04"),
    ("birth-date", "March 4, 2014 is the date of birth on file."),
    ("child-story", "My son has been out of school since June."),
    ("child-story", "Our autistic daughter waited two years."),
    ("child-story", "my 9-year-old son"),
    ("child-story", "My child is not in class."),
    ("child-story", "Child A was placed out of area."),
    ("child-story", "We looked at pupil B and what he needed."),
    ("named-child", "Amelia left Larkfield School after her autism diagnosis."),
    ("named-child", "At nursery, nobody knew that Yusuf has epilepsy."),
)
NEAR = (
    "The number 943 476 5918 fails its check.",
    "Call 01632 960 123 or 020 7946 0958 or +44 161 496 0123.",
    "A budget of 9434765919.50 and a figure of 12,345,678,901.",
    "Digits alone, 111 111 1111, are nothing.",
    "A823456789012 has the wrong letter, and Q82345678901 is too short.",
    "BG 12 34 56 C and QQ 12 34 56 E are no insurance numbers.",
    "See LAIP 3.11, SEF 2025 s3.2 p14 and Annex B2 4.30.",
    "Key stage KS2 and Year 11, room P16 4 EV.",
    "Follow @northmere or write to the forum at example dot org.",
    "The helpline is 01632 960123.",
    "The board met on 12 March 2026 and again on 04/05/2026.",
    "Children born in 2014 start Year 7 in September 2025.",
    "The date of the meeting was 4 March 2026. " + "Words " * 12 + "at birth.",
    "Our children deserve better, and our child protection plan is new.",
    "The child I met, a child at home, child AB and pupil A* grades.",
    "Sarah Jones of Larkfield School leads on autism.",
    "Mrs Amelia and Dr Yusuf lead autism work in every school.",
    "Amelia joined the board of the school.",
    "Autism training was held at Amelia Rowe Academy.",
    "Amber: autism training in schools is late.",
    "The SEND Improvement Board met in Northmere.",
    "",
)


@pytest.mark.parametrize(("sign", "text"), HITS)
def test_a_sign_is_seen(sign: str, text: str) -> None:
    assert signs_in(text) == (sign,)


@pytest.mark.parametrize("text", NEAR)
def test_a_near_miss_is_not_marked(text: str) -> None:
    assert signs_in(text) == ()


def table(*rows: str, heading: str = "Numbers") -> list[tuple[str, ...]]:
    lines = "\n".join(row.replace("|", "\t") for row in rows)
    _, excerpts = read(f"{heading}\n\n{lines}\n", "paper.txt")
    return [signs_of(excerpt) for excerpt in excerpts if excerpt.shape == "table_row"]


def test_a_small_count_of_children_in_a_table_is_a_sign() -> None:
    rows = table(
        "School|Pupils out of school|Places|Notes",
        "Larkfield|3|40|In touch",
        "Millbrook|12|40|In touch",
        "Overton|4 (2%)|40|In touch",
        "Saxby|0|40|In touch",
    )
    assert rows == [("small-number",), (), ("small-number",), ()]


def test_a_row_of_a_plan_is_not_a_count_of_children() -> None:
    rows = table(
        "No|Action for young people|Priority|Step",
        "1|Train the teams|2|3",
        "2|Write the charter|1|4",
        "3|Open the helpline|1|4",
    )
    assert rows == [(), (), ()]


def test_a_small_count_of_anything_else_is_not_marked() -> None:
    rows = table(
        "Team|Posts|Vacant|Notes",
        "North|12|3|Agency",
        "South|10|2|Agency",
        "East|10|1|Agency",
    )
    assert rows == [(), (), ()]


def test_marked_excerpts_keep_their_ids_and_their_other_flags() -> None:
    excerpts = excerpts_of("My son waited.", "Plans are late.")
    first = excerpts[0].model_copy(update={"flags": ("quote",)})
    told, plain = marked((first, excerpts[1]))
    assert (told.id, told.flags) == (first.id, ("personal_data", "quote"))
    assert plain is excerpts[1]
    assert marked(marked((first,))) == (told,)


def test_a_document_is_marked_as_it_is_read_and_says_how_many_and_not_which() -> None:
    document, excerpts = read("- My son waited.\n\n- Plans are late.\n\n- Child A moved.\n")
    assert ["personal_data" in one.flags for one in excerpts] == [True, False, True]
    assert [one.sentence for one in document.warnings if one.code == "W26"] == [
        "2 excerpts may identify a child. They are covered until you show them."
    ]


def test_what_stands_under_a_heading_about_one_child_is_marked_and_a_title_is_covered() -> None:
    document, excerpts = read("# Child A\n\n## Plan\n\nThe plan came late.\n", "paper.md")
    assert [signs_of(one) for one in excerpts] == [("child-story",)]
    assert document.title == "Its title may identify a child"
    document, _ = read("# The plan\n\nIt came late.\n", "paper.md")
    assert document.title == "The plan"


def test_a_card_that_is_typed_is_marked_too() -> None:
    document, excerpt = typed_card("My daughter waits.", "said in the room")
    assert "personal_data" in excerpt.flags
    (said,) = document.warnings
    assert said.sentence == "1 excerpt may identify a child. It is covered until you show it."
    document, excerpt = typed_card("Families wait.", "")
    assert (document.warnings, excerpt.flags) == ((), ())
    assert notices(()) == ()


@given(st.text(max_size=300))
def test_any_text_may_be_looked_at_and_only_kinds_come_back(text: str) -> None:
    assert set(signs_in(text)) <= set(SAID)
