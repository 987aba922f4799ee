import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from maturity.tomlfile import Path as KeyPath
from maturity.tomlfile import Span
from maturity.tomlfile.positions import scan

HAND_WRITTEN = """
# a comment with [brackets] and "quotes"
top = 1
"quoted key" = 'literal'  # after
a.b."c.d".'e' = [1, 2.5, ["in", 'side'], { x = 1, y.z = true }]  # dotted
multi = [
    "one",   # a comment, with a comma
    "two",
]
empty = []
nothing = {}
text = \"\"\"
[not.a.heading]
key = "not a key"
ends with a quote \\"\"\"\"\"
lit = '''
it's [here]
'''
day = 2026-09-01
moment = 1979-05-27 07:32:00Z
not-a-number = nan
hex = 0xDEAD_beef
"\\u0041" = "escaped name"

[table]
k = "v"
[table.sub."dotted.name"]
k = -1
[[list]]
n = 1
[list.inner]
deep = true
[[list]]
n = 2
[[list.again]]
x = 1
[[list.again]]
x = 2
[ spaced . out ]
k = 0
"""


def paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for step, inside in pairs:
        yield (*path, step)
        yield from paths(inside, (*path, step))


def test_every_path_of_a_hand_written_file_is_found() -> None:
    assert set(scan(HAND_WRITTEN).places) == set(paths(tomllib.loads(HAND_WRITTEN)))


SHIPPED = sorted((Path(__file__).parents[2] / "frameworks").glob("*.toml"))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_path_of_a_shipped_framework_is_found(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert set(scan(text).places) == set(paths(tomllib.loads(text)))


KEYS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=6)
LEAVES = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.floats(allow_nan=False),
    st.dates(),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(data=st.dictionaries(KEYS, VALUES, max_size=5), multiline=st.booleans())
def test_the_scanner_agrees_with_the_parser_on_every_path(
    *, data: dict[str, Any], multiline: bool
) -> None:
    text = tomli_w.dumps(data, multiline_strings=multiline)
    assert set(scan(text).places) == set(paths(tomllib.loads(text)))


def test_a_place_has_the_name_and_the_value() -> None:
    place = scan('[pillar.a]\nlevel.low = "Some"\n').places["pillar", "a", "level", "low"]
    assert (place.key, place.value) == (Span(2, 7, 3), Span(2, 13, 6))


def test_a_table_stands_at_its_heading() -> None:
    positions = scan("\n[pillar.a]\n")
    assert positions.places["pillar", "a"].value == Span(2, 1, 10)
    assert positions.places["pillar", "a"].key == Span(2, 9, 1)
    assert positions.headings[0].parts == ("pillar", "a")


def test_a_value_of_several_lines_is_as_wide_as_its_first() -> None:
    assert scan('a = """one\ntwo"""').places["a",].value == Span(1, 5, 6)


def test_what_has_no_place_points_at_the_nearest_that_has() -> None:
    positions = scan("[pillar.a]\n")
    assert positions.nearest(("pillar", "a", "title"))[0] == ("pillar", "a")
    path, place = positions.nearest(("nowhere", "title"))
    assert (path, place.value) == ((), Span(1, 1))


def test_what_is_given_twice_is_noted_with_both_places() -> None:
    name, heading = scan("[a]\nx = 1\nx = 2\n[b]\n[a]\n").repeats
    assert (name.path, name.first, name.second) == (("a", "x"), Span(2, 1), Span(3, 1))
    assert (heading.path, heading.is_heading) == (("a",), True)


@pytest.mark.parametrize(
    "text", ["a = ", "a = [1", "[a", "a = {x", "= 1", 'a = "\\q" b', "a b", '"\\q"=1']
)
def test_a_broken_text_keeps_what_came_before(text: str) -> None:
    assert ("before",) in scan(f"before = 1\n{text}").places


def test_nesting_beyond_the_limit_stops_the_scan_only() -> None:
    assert ("a",) in scan("a = " + "[" * 3000).places


@given(st.text(alphabet="ab=[]{}\".,\n'# \\1"))
def test_any_text_is_scanned_without_a_fault(text: str) -> None:
    scan(text)
