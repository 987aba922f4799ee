"""Every text that a person can write is reached, and nothing else is."""

import json
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import read
from maturity.evidence.model import Document, Excerpt
from maturity.records import Record
from maturity.session.acts.page import SETTINGS
from maturity.session.kinds import KINDS
from maturity.session.rewriting.walking import _NAMES_OF_THINGS, rewritten
from maturity.session.state import SessionState

GONE = "[gone]"


def test_choices_dates_counts_and_names_of_things_are_passed_over() -> None:
    person = {"name": "Jo", "state": "present", "group": "families", "arrived": "2026-03-23T09:00"}
    state = {
        "session": {"id": "a-b3a10f", "title": "T", "date": "2026-03-23", "gap_words": {"f": "x"}},
        "settings": {"place": "Hall", "keep_until": "2028-01-01", "keep_group_tallies": True},
        "people": [{"id": "1.1", **person}],
        "pillar": {
            "one": {
                "rating": {"state": "provisional", "level": "low"},
                "aim": {"level": "low", "text": "more"},
                "rounds": [{"id": "1.2", "n": 1, "tally": {"low": 2}}],
                "answers": {"loop-open": {"outcome": "answered", "text": "x", "level_then": "low"}},
            }
        },
        "documents": [{"id": "ab", "sha256": "ab", "title": "T", "warnings": ["w"]}],
    }
    seen: list[tuple[str, ...]] = []

    def change(at: tuple[str, ...], _: str) -> str:
        seen.append(at)
        return GONE

    new = rewritten(SessionState, state, change)
    assert seen == [
        ("session", "title"),
        ("session", "gap_words", "f"),
        ("settings", "place"),
        ("people", "1.1", "name"),
        ("pillar", "one", "aim", "text"),
        ("pillar", "one", "answers", "loop-open", "text"),
        ("documents", "ab", "title"),
        ("documents", "ab", "warnings"),
    ]
    assert new["people"] == [{"id": "1.1", **person, "name": GONE}]
    assert new["pillar"]["one"]["rating"] == {"state": "provisional", "level": "low"}
    SessionState.model_validate(new)


def test_a_value_that_is_not_of_its_type_is_left_as_it_is() -> None:
    for kind in KINDS:
        for odd in (None, 3, ["x", 3], {"odd": {"odder": 1}}):
            rewritten(kind.value, odd, lambda _, text: text, kind.pattern)
    assert rewritten(SessionState, {"people": [3], "x": 1}, lambda *_: GONE) == {
        "people": [3],
        "x": 1,
    }


@given(st.data())
def test_leaving_every_text_as_it_is_changes_nothing(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(KINDS))
    value = data.draw(st.recursive(st.none() | st.text() | st.integers(), _inside, max_leaves=8))
    assert rewritten(kind.value, value, lambda _, text: text, kind.pattern) == value


def _inside(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = st.sampled_from(("id", "text", "level", "tally", "groups", "title"))
    return st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3)


def test_every_text_of_an_evidence_file_is_reached() -> None:
    document, excerpts = read("Board\n\nJo waited since Jan-26 for a plan.\n", "board.txt")
    for part, texts in ((document, {"title"}), (excerpts[0], {"text", "ref"})):
        seen: set[str] = set()
        table = json.loads(part.model_dump_json())

        def change(at: tuple[str, ...], text: str, seen: set[str] = seen) -> str:
            seen.add(at[-1])
            return text

        assert rewritten(type(part), table, change) == table
        assert texts <= seen
        assert not {"id", "shape", "media", "reader", "flags"} & seen


def test_every_name_of_a_thing_is_a_field_or_a_setting() -> None:
    parts = {part for kind in KINDS for part in kind.pattern}
    records: list[type[Record]] = [SessionState, Document, Excerpt]
    for record in records:
        for field in record.model_fields.values():
            records += [one for one in _within(field.hint) if one not in records]
    names = {name for record in records for name in record.file_names}
    assert names | parts | {*SETTINGS, "id"} >= _NAMES_OF_THINGS


def _within(hint: Any) -> list[type[Record]]:
    if isinstance(hint, type) and issubclass(hint, Record):
        return [hint]
    return [one for inner in get_args(hint) for one in _within(inner)]
