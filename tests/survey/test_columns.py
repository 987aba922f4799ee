"""The map of columns: written by a person, explained where it is wrong, and remembered."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_text, tiny
from maturity.survey.answers import folded
from maturity.survey.columns import Columns, from_toml, to_toml
from maturity.text import clean_line
from maturity.tomlfile import TomlFault

WHOLE = """
voice = "Which group are you from?"
who = ["Email", "Name"]
[item]
one = "How well do we do the first things?"
2 = "And  the second?"
[comment]
lens = "What do you see?"
[answer]
"Sort of" = "2"
"No idea" = "Cannot say"
"-" = "abstain"
[group]
"A parent" = "Families"
"""


def clean_for_a_header(text: str) -> str:
    return clean_line(text[:200])


def read(text: str) -> Columns:
    return from_toml(text.encode(), "map.toml", tiny())


def fault(text: str) -> str:
    with pytest.raises(TomlFault) as raised:
        read(text)
    return str(raised.value)


def test_a_map_names_items_levels_and_groups_as_people_do() -> None:
    columns = read(WHOLE)
    assert columns.items == {
        "one": "How well do we do the first things?",
        "two": "And the second?",
    }
    assert columns.comments == {"lens": "What do you see?"}
    assert (columns.voice, columns.who) == ("Which group are you from?", ("Email", "Name"))
    assert columns.answers == {"sort of": "middle", "no idea": "cannot-say", "-": "abstain"}
    assert columns.groups == {"a parent": "families"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ('[item]\nghost = "Q"', "map.toml:2:1: C114 There is no item called"),
        ("[item]\none = 3", "map.toml:2:7: C116"),
        ('[item]\nlens = "Q"', 'map.toml:2:1: C114 the item "lens" is not rated'),
        ('[item]\none = "Q"\n1 = "R"', 'map.toml:3:1: C114 the item "one" is named twice.'),
        ('[answer]\n"So so" = "ok"', 'map.toml:2:11: C114 There is no level called "ok"'),
        ('[group]\n"Us" = "nobody"', 'map.toml:2:8: C114 there is no voice group called "nobody"'),
        ("colour = 1", "map.toml:1:1: C110"),
        ('[item]\none = "Q"\none = "R"', "map.toml:3:1: C112"),
        ('[item\none = "Q"', "map.toml:1:"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, first: str) -> None:
    assert fault(text).startswith(first)


def test_every_mistake_is_told_at_once() -> None:
    said = fault('[item]\nghost = "Q"\n[group]\n"Us" = "nobody"')
    assert said.count("C114") == 2


HEADERS = a_text().map(clean_for_a_header).filter(bool)


@given(HEADERS, st.lists(HEADERS, max_size=3), HEADERS)
def test_what_is_remembered_reads_back_the_same(header: str, who: list[str], said: str) -> None:
    columns = Columns(
        items=MappingProxyType({"one": header}),
        comments=MappingProxyType({"two": header}),
        voice=header,
        who=tuple(who),
        answers=MappingProxyType({folded(said): "low"}),
        groups=MappingProxyType({folded(said): "families"}),
    )
    assert from_toml(to_toml(columns), "kept.toml", tiny()) == columns
