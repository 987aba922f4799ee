"""PDF files: paragraphs as people read them, on exact pages, and what is no text is said."""

import builtins
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from evidence.papers import read
from evidence.pdf_files import Words, lines, pdf
from maturity.evidence.child.reading import read_bytes
from maturity.evidence.limits import LIMITS
from maturity.evidence.messages import Refused
from maturity.evidence.model import Excerpt

TYPED = "open sesame"
FIRST = (
    "The partnership met to talk about inclusion and heard from",
    "families that plans arrive late and that nobody tells them",
    "why.",
)
SECOND = (
    "A second paragraph follows after a gap, and it is long",
    "enough to need two lines.",
)


def excerpts(*pages: Sequence[Words] | None) -> tuple[Excerpt, ...]:
    return read(pdf(*pages), "plan.pdf")[1]


def texts(*pages: Sequence[Words] | None) -> list[str]:
    return [excerpt.text for excerpt in excerpts(*pages)]


def test_lines_are_joined_into_paragraphs() -> None:
    assert texts(lines(*FIRST, "", *SECOND)) == [" ".join(FIRST), " ".join(SECOND)]


def test_a_sentence_that_ends_early_ends_its_paragraph() -> None:
    said = ("A line that fills the width of the page from left to right", "Short end.")
    assert texts(lines(*said, *SECOND)) == [" ".join(said), " ".join(SECOND)]


def test_larger_type_is_a_heading_and_the_largest_the_first() -> None:
    page = [
        Words("Northmere inclusion plan", y=800, size=22),
        Words("1. Shared vision", y=770, size=16),
        *lines(*FIRST, top=740),
    ]
    document, (excerpt,) = read(pdf(page), "plan.pdf")
    assert excerpt.heading_path == ("Northmere inclusion plan", "1. Shared vision")
    assert document.title == "Northmere inclusion plan"


def test_a_sentence_in_larger_type_is_text() -> None:
    page = [Words("Families were heard at last.", y=800, size=16), *lines(*FIRST, top=770)]
    assert texts(page) == ["Families were heard at last.", " ".join(FIRST)]


def test_the_page_is_exact_and_the_place_is_cited() -> None:
    found = excerpts(lines(*FIRST), lines(*SECOND))
    assert [(one.ref, one.page, one.page_exact) for one in found] == [
        ("page 1, para 1", 1, True),
        ("page 2, para 1", 2, True),
    ]


def test_a_sentence_goes_on_over_the_page() -> None:
    (found,) = excerpts(lines(*FIRST[:2]), lines("why that is so."))
    assert found.text.endswith("nobody tells them why that is so.")
    assert found.page == 1


def test_a_word_broken_at_the_end_of_a_line_is_mended_where_it_stands_whole() -> None:
    known = "The provision is there and the young people know of the pro-"
    assert texts(lines(known, "vision that they have.")) == [f"{known[:-1]}vision that they have."]
    unknown = "They say that the plan was written together by means of co-"
    assert texts(lines(unknown, "production.")) == [f"{unknown}production."]


def test_a_hyphen_at_the_end_of_a_paragraph_stays() -> None:
    assert texts(lines("The families were asked to say whether the plan is co-")) == [
        "The families were asked to say whether the plan is co-"
    ]


def test_points_of_a_list_stand_alone() -> None:
    page = lines("The group agreed these things, one by one, after a talk:",
                 "\u2022 write to every family before the end of the month and ask",
                 "what they need", "\u2022 open the helpline", "1. Ask the schools")  # fmt: skip
    found = excerpts(page)
    assert [(one.shape, one.number, one.text) for one in found[1:]] == [
        (
            "bullet",
            None,
            "write to every family before the end of the month and ask what they need",
        ),
        ("bullet", None, "open the helpline"),
        ("bullet", "1.", "Ask the schools"),
    ]


def test_a_number_that_stands_close_to_its_point_is_no_word_of_it() -> None:
    page = lines("The group agreed these things:", "9. Ask the schools",
                 "10.Write to every family", "At 10.30 the meeting was over.")  # fmt: skip
    found = excerpts(page)
    assert [(one.number, one.text) for one in found[1:3]] == [
        ("9.", "Ask the schools"),
        ("10.", "Write to every family At 10.30 the meeting was over."),
    ]


SAID = ("Families were heard.", "Schools were heard.", "Nobody else was.", "That is all.")


def numbered(page: int) -> list[Words]:
    return [
        Words("Northmere SEND board", y=820, size=9),
        *lines(SAID[page - 1]),
        Words(f"Page {page} of 4", x=500, y=30, size=9),
    ]


def test_running_heads_and_feet_are_kept_once_and_stand_in_no_paragraph() -> None:
    document, found = read(pdf(*(numbered(at) for at in range(1, 5))), "plan.pdf")
    assert document.page_texts == ("Northmere SEND board", "Page 1 of 4")
    assert [one.text for one in found] == list(SAID)


LEFT = (
    "Families say that plans arrive late, and",
    "that nobody tells them why it is so. They",
    "want to be asked before a plan is written,",
    "and to see what came of what they said in",
    "the year after.",
)
RIGHT = (
    "Schools say that they wait for advice that",
    "is hard to use in a class of thirty. They",
    "want a named person to call, and an answer",
    "within a week whenever a child is close to",
    "being sent home.",
)


def test_two_columns_are_read_one_after_the_other() -> None:
    page = [
        Words("What we heard", y=800, size=18),
        *lines(*LEFT, x=60, top=770, size=10),
        *lines(*RIGHT, x=310, top=770, size=10),
    ]
    assert texts(page) == [" ".join(LEFT), " ".join(RIGHT)]


def test_columns_written_across_are_read_down_all_the_same() -> None:
    across = [
        Words(text, x, 770 - at * 12, 10)
        for at, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, text in zip((60, 310), pair, strict=True)
    ]
    assert texts(across) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_heading_over_both_columns_parts_them() -> None:
    across = Words("A heading that runs over the whole width of the page here", 60, 640, 14)
    page = [
        *lines(*LEFT, x=60, top=770, size=10),
        *lines(*RIGHT, x=310, top=770, size=10),
        across,
        *lines(*RIGHT, x=60, top=610, size=10),
        *lines(*LEFT, x=310, top=610, size=10),
    ]
    found = excerpts(page)
    assert [one.text for one in found] == [" ".join(said) for said in (LEFT, RIGHT, RIGHT, LEFT)]
    assert found[2].heading_path == (across.text,)


def test_cells_of_a_table_stand_apart_in_their_row() -> None:
    rows = [("Action", "Lead", "RAG"), ("Open the helpline", "R. Quill", "G"), ("Ask", "Jo", "A")]
    page = [
        Words(text, x, 700 - at * 30)
        for at, row in enumerate(rows)
        for x, text in zip((72, 300, 450), row, strict=True)
    ]
    assert texts(page) == [" | ".join(row) for row in rows]


def cells(*rows: tuple[str, ...], top: float, step: float) -> list[Words]:
    """Rows of a table whose cells run over several lines, cut at a bar."""
    found, y = [], top
    for row in rows:
        parts = [cell.split("|") for cell in row]
        found += [
            Words(text, x, y - at * 13)
            for x, part in zip((72, 300, 450), parts, strict=True)
            for at, text in enumerate(part)
        ]
        y -= max(map(len, parts)) * 13 + step
    return found


TABLE = (
    ("Action", "Lead", "RAG"),
    ("Open the helpline|before the summer", "R. Quill", "G"),
    ("Ask the schools|what they need|in the north", "J. Fenn|and K. Kemp", "A"),
)
JOINED = [
    "Action | Lead | RAG",
    "Open the helpline before the summer | R. Quill | G",
    "Ask the schools what they need in the north | J. Fenn and K. Kemp | A",
]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_kept_on_its_side_is_read_as_it_is_seen(turn: int) -> None:
    page = [*cells(*TABLE, top=500, step=6), *lines(*FIRST, top=380)]
    _, found = read(pdf(page, turn=turn), "plan.pdf")
    assert [one.text for one in found] == [*JOINED, " ".join(FIRST)]


def test_a_row_whose_cells_run_over_lines_is_one_row() -> None:
    assert texts(cells(*TABLE, top=700, step=6)) == JOINED


def test_rows_without_room_between_them_begin_in_the_first_column() -> None:
    rows = (TABLE[0], ("Open the helpline", "R. Quill|and J. Fenn", "G"), ("Ask", "K. Kemp", "A"))
    assert texts(cells(*rows, top=700, step=0)) == [
        JOINED[0],
        "Open the helpline | R. Quill and J. Fenn | G",
        "Ask | K. Kemp | A",
    ]


def test_text_below_a_table_is_no_part_of_it() -> None:
    page = [*cells(*TABLE, top=700, step=6), *lines(*FIRST, top=580)]
    assert texts(page) == [*JOINED, " ".join(FIRST)]


def test_pages_that_are_pictures_are_said() -> None:
    document, _ = read(pdf(lines(*FIRST), None, None, lines(*SECOND), None), "plan.pdf")
    assert [warning.sentence for warning in document.warnings] == [
        "3 of 5 pages are pictures and were not read: pages 2-3, 5."
    ]
    document, _ = read(pdf(lines(*FIRST), None), "plan.pdf")
    assert document.warnings[0].sentence == "1 of 2 pages is a picture and was not read: page 2."
    assert document.counts.skipped[0].count == 1


def test_a_page_of_text_with_a_picture_is_no_picture() -> None:
    document, _ = read(pdf(lines(*FIRST), more=" /I Do"), "plan.pdf")
    assert document.warnings == ()


def test_a_password_opens_what_it_is_for() -> None:
    raw = pdf(lines(*FIRST), password=TYPED)
    _, (excerpt,) = read_bytes(raw, "plan.pdf", password=TYPED, limits=LIMITS)
    assert excerpt.text == " ".join(FIRST)
    with pytest.raises(Refused) as refused:
        read_bytes(raw, "plan.pdf", password=TYPED[1:], limits=LIMITS)
    assert refused.value.sentence == (
        "The password does not open this PDF. Check it, or save a copy without one."
    )


def test_a_password_that_nothing_asks_for_does_no_harm() -> None:
    raw = pdf(lines(*FIRST))
    assert read_bytes(raw, "a.pdf", password=TYPED, limits=LIMITS) == read(raw, "a.pdf")


def test_more_pages_than_the_limit_are_refused() -> None:
    raw = pdf(*(lines(*FIRST) for _ in range(5)))
    with pytest.raises(Refused) as refused:
        read_bytes(raw, "a.pdf", limits=replace(LIMITS, pages=4))
    assert refused.value.sentence == (
        "This PDF has 5 pages and the limit is 4. "
        "Save the part you need as its own PDF, or use --allow-large."
    )
    with pytest.raises(Refused) as refused:
        read_bytes(raw, "a.pdf", limits=replace(LIMITS, pages=1).large())
    assert refused.value.sentence.endswith("Save the part you need as its own PDF.")


@pytest.mark.parametrize("fault", [ImportError, OSError])
def test_without_the_library_the_refusal_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("pypdfium2"):
            raise fault(name)
        return real(name, *rest, **named)

    # whatever of the reader was loaded before would hide that it needs the library
    for name in [one for one in sys.modules if one.startswith("maturity.evidence.readers.pdf")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(Refused) as refused:
        read(pdf(lines(*FIRST)), "plan.pdf")
    assert refused.value.sentence == (
        "PDF files cannot be read on this installation. "
        "Install pypdfium2, or save the document as .docx."
    )


def test_a_title_that_is_the_name_of_a_file_is_none() -> None:
    page = [Words("Shared vision", y=800, size=20), *lines(*FIRST)]

    def title(said: str) -> str:
        return read(pdf(page, info=f"/Title ({said})"), "a.pdf")[0].title

    assert title("Plan of Northmere") == "Plan of Northmere"
    assert {title(said) for said in ("Microsoft Word - plan.docx", "plan.pdf", "")} == {
        "Shared vision"
    }


def test_the_properties_say_when_it_was_made() -> None:
    document, _ = read(pdf(lines(*FIRST), info="/CreationDate (D:20260127120000Z)"), "plan.pdf")
    assert [(one.kind, one.label, str(one.date.start)) for one in document.dates] == [
        ("property", "created", "2026-01-27")
    ]


def test_type_that_the_file_scales_is_measured_as_it_is_seen() -> None:
    scaled = " q 2 0 0 2 0 0 cm BT /F 1 Tf 10 0 0 10 36 390 Tm (Shared vision) Tj ET Q"
    _, found = read(pdf(lines(*FIRST, top=700), more=scaled), "plan.pdf")
    assert [one.heading_path for one in found] == [("Shared vision",)]
