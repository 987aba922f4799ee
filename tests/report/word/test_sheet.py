import re

from hypothesis import given
from hypothesis import strategies as st

from maturity.report.blocks import Span
from maturity.report.word.sheet import Sheet, bookmark_name

_ANCHORS = st.from_regex(r"[a-z][a-z0-9]{0,20}(-[a-z0-9]{1,20}){0,5}", fullmatch=True)


def _sheet() -> Sheet:
    return Sheet(lambda address: f"rId-{address}")


@given(_ANCHORS)
def test_a_bookmark_is_a_name_that_word_takes(anchor: str) -> None:
    assert re.fullmatch(r"[A-Za-z]\w{0,39}", bookmark_name(anchor))


@given(st.lists(_ANCHORS, unique=True))
def test_two_anchors_never_share_a_bookmark(anchors: list[str]) -> None:
    assert len(set(map(bookmark_name, anchors))) == len(anchors)


def test_numbers_count_up_for_each_thing() -> None:
    sheet = _sheet()
    assert [sheet.next("Table"), sheet.next("Table"), sheet.next("Figure")] == [1, 2, 1]


def test_bullets_share_one_numbering_and_other_lists_start_again() -> None:
    sheet = _sheet()
    assert sheet.numbering("bullet") == sheet.numbering("bullet")
    assert sheet.numbering("letter") != sheet.numbering("letter")


def test_a_link_leads_inside_or_outside() -> None:
    sheet = _sheet()
    inside = sheet.runs((Span("Leadership", link="item-a"),))
    outside = sheet.runs((Span("the offer", link="https://northmere.example"),))
    assert 'w:anchor="item_a"' in inside
    assert 'r:id="rId-https://northmere.example"' in outside


def test_ends_of_a_bookmark_share_an_id() -> None:
    xml = _sheet().marked("a", "x")
    assert xml == '<w:bookmarkStart w:id="1" w:name="a"/>x<w:bookmarkEnd w:id="1"/>'
