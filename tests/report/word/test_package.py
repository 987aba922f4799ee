import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from maturity.report.word.package import Pressed, packed, repacked

_PARTS = st.dictionaries(st.text("abc/.", min_size=1, max_size=8), st.binary(max_size=50))


@given(_PARTS)
def test_the_same_parts_in_any_order_are_the_same_bytes(parts: dict[str, bytes]) -> None:
    backwards = dict(reversed(parts.items()))
    assert packed(parts) == packed(backwards) == repacked(packed(parts), {})


def test_nothing_of_the_day_or_the_machine_shows() -> None:
    with zipfile.ZipFile(BytesIO(packed({"b": b"2", "[Content_Types].xml": b"1"}))) as package:
        assert [entry.filename for entry in package.infolist()] == ["[Content_Types].xml", "b"]
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in package.infolist()} == {0}


def test_a_part_may_take_the_place_of_another() -> None:
    again = repacked(packed({"a": b"1", "b": b"2"}), {"b": b"3"})
    assert again == packed({"a": b"1", "b": b"3"})


@given(st.lists(st.text("ab\u00e9", max_size=9), max_size=5), st.binary(max_size=9))
def test_a_pressed_part_is_what_was_put_in_it(texts: list[str], edge: bytes) -> None:
    whole = "".join(texts).encode()
    part = Pressed(texts).between(edge, b"end")
    assert b"".join(part) == edge + whole + b"end"
    assert packed({"a": part}) == packed({"a": edge + whole + b"end"})
