"""Columns on a page with less room: long words stay whole, and the table as wide as its page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.report.blocks import Column, Span, Table
from maturity.report.word.columns import breadth, fitted
from maturity.report.word.dress import Margins, plain_dress

TABLE = Table(
    "t",
    "Ratings",
    "One row for each.",
    (Column("Item", 24, row_header=True), Column("Level", 24), Column("Because", 126)),
    (((Span("Commissioning"),), (Span("Developing"),), (Span("It is so."),)),),
)
NARROW = replace(plain_dress(), margins=Margins(left=30, right=30))


def test_our_own_page_has_the_widths_of_the_content() -> None:
    assert fitted(TABLE, plain_dress()) == (24, 24, 126)


def test_a_long_word_takes_room_from_the_column_that_has_some() -> None:
    item, level, because = fitted(TABLE, NARROW)
    assert item > 24 * NARROW.scale
    assert because < 126 * NARROW.scale
    assert item + level + because == pytest.approx(150)


def test_a_broad_face_needs_more_room_than_ours() -> None:
    wide = fitted(TABLE, replace(plain_dress(), face="Verdana"))
    assert wide[0] > 24
    assert sum(wide) == pytest.approx(174)
    assert breadth("VERDANA") > breadth("Arial") == breadth("A face nobody knows") == 1


@given(
    st.lists(st.tuples(st.integers(10, 60), st.text("abWi.", min_size=1)), min_size=2, max_size=5),
    st.floats(15, 32),
)
def test_a_table_is_never_wider_than_its_share_of_the_page(
    columns: list[tuple[int, str]], side: float
) -> None:
    most = sum(width for width, _ in columns)
    scaled = [(width * 170 / most, text) for width, text in columns]
    table = Table(
        "t",
        "c",
        "s",
        tuple(Column(text, width) for width, text in scaled),
        (tuple((Span(text),) for _, text in scaled),),
    )
    dress = replace(plain_dress(), margins=Margins(left=side, right=side))
    found = fitted(table, dress)
    assert sum(found) == pytest.approx(sum(width for width, _ in scaled) * dress.scale)
    assert min(found) > 0
