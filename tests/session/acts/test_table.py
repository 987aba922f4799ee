"""Every act of the table, on anything at all: refused in words, or kept and read back the same."""

import typing
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import HOSTILE, a_text, a_workshop, reopened
from evidence.papers import read
from maturity.evidence.asking.client import ReadDocument
from maturity.framework import NotKnown
from maturity.session.acts.act import ActSpec, Refused
from maturity.session.acts.evidence import DocumentAct, LinkAct
from maturity.session.acts.returned import ReturnedAct
from maturity.session.acts.surveys import SurveyAct
from maturity.session.acts.table import ACTS, spec_of
from maturity.session.acts.taking import TakeAct
from maturity.session.kinds import plain
from maturity.session.snapshot import from_bytes, to_bytes
from maturity.text import TextTooLong
from maturity.workshop import Workshop

READ = (DocumentAct, LinkAct, ReturnedAct, SurveyAct, TakeAct)
TYPED = [spec for spec in ACTS.values() if spec.act not in READ]
"""The acts whose input is typed; documents, links, surveys and papers come with what was read."""

NAMES = st.sampled_from(
    (
        "one",
        "two",
        "lens",
        "CH01",
        "1",
        "1.1",
        "low",
        "High",
        "2",
        "9d07be41.",
        "9d07be41.9",
        "",
        "health",
    )
)
WORDS = NAMES | a_text() | st.sampled_from(("2026-03-23", "two weeks", "09:40", "yes", "x y"))


def values(annotation: object) -> st.SearchStrategy[object]:
    """Anything that the type of a field lets in."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Literal:
        return st.sampled_from(arguments)
    if typing.get_origin(annotation) is tuple:
        return st.lists(values(arguments[0]), max_size=4).map(tuple)
    if arguments:
        return st.one_of(*map(values, arguments))
    simple: dict[object, st.SearchStrategy[object]] = {
        str: WORDS,
        int: st.integers(-2, 9) | st.just(10**30),
        bool: st.booleans(),
        type(None): st.none(),
    }
    return simple[annotation]


@st.composite
def an_act(draw: st.DrawFn) -> object:
    spec = draw(st.sampled_from(TYPED))
    hints = typing.get_type_hints(spec.act)
    given = {
        field.name: draw(values(hints[field.name]))
        for field in fields(spec.act)
        if field.metadata.get("positional") or draw(st.booleans())
    }
    return spec.act(**given)


def done(workshop: Workshop, act: object) -> bool:
    """Whether an act was kept; anything but a refusal in words fails the test."""
    before = workshop.state
    try:
        receipt = workshop.do(act)
    except (Refused, TextTooLong, NotKnown) as problem:
        assert str(problem).strip()  # noqa: PT017 any other exception fails the test
        assert "\x1b" not in str(problem)  # noqa: PT017 the same
        assert workshop.state is before
        return False
    assert receipt.said
    assert "\x1b" not in receipt.said
    receipt.said.encode()
    return True


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(an_act(), min_size=1, max_size=8))
def test_an_act_is_refused_in_words_or_kept_and_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, acts: list[object]
) -> None:
    workshop = a_workshop(tmp_path_factory.mktemp("acts"))
    for act in acts:
        done(workshop, act)
    state = workshop.state
    assert from_bytes(to_bytes(workshop._store.folded, {})).folded.state == state
    workshop.close()
    from_snapshot = reopened(workshop)
    assert (from_snapshot.recovered, from_snapshot.read_only) == ((), "")
    assert from_snapshot.state == state
    from_snapshot.close()
    (workshop.folder / "session.toml").unlink()
    assert reopened(workshop, to_read=True).state == state


def text_fields() -> list[tuple[str, str]]:
    """Every field of every act that a person types words into."""
    return [
        (spec.name, field.name)
        for spec in TYPED
        for field in fields(spec.act)
        if str in (typing.get_type_hints(spec.act)[field.name], *args_of(spec, field.name))
    ]


def args_of(spec: ActSpec, name: str) -> tuple[object, ...]:
    return typing.get_args(typing.get_type_hints(spec.act)[name])


SENSIBLE = {
    "item": "one",
    "text": "Words.",
    "name": "Bo Fenn",
    "level": "low",
    "counts": (1, 2, 3),
    "key": "place",
    "value": "Town hall",
    "target": "x",
    "excerpt": "x",
    "id": "9d07be41.9",
    "status": "red",
    "prompt": "CH01",
}


@pytest.mark.parametrize(("name", "field"), text_fields())
def test_hostile_words_in_any_field_survive_the_disk_or_are_refused(
    tmp_path: Path, name: str, field: str
) -> None:
    spec = ACTS[name]
    workshop = a_workshop(tmp_path)
    sensible = {
        known.name: SENSIBLE.get(known.name)
        for known in fields(spec.act)
        if known.metadata.get("positional")
    }
    sensible |= {"item": "lens"} if name == "seen" else {}
    is_list = typing.get_origin(typing.get_type_hints(spec.act)[field]) is tuple or any(
        typing.get_origin(part) is tuple for part in args_of(spec, field)
    )
    for text in HOSTILE:
        done(workshop, spec.act(**{**sensible, field: (text,) if is_list else text}))
    state = workshop.state
    workshop.close()
    assert reopened(workshop, to_read=True).state == state
    (workshop.folder / "session.toml").unlink()
    assert reopened(workshop, to_read=True).state == state


def test_five_thousand_words_are_refused_with_the_count(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    with pytest.raises(TextTooLong, match="24,999 characters long and the limit is 20,000"):
        workshop.do(ACTS["note"].act("one", HOSTILE[-1]))
    workshop.close()


def test_each_row_says_what_it_is_for() -> None:
    for name, spec in ACTS.items():
        assert spec.name == name
        assert spec.help.endswith(".")
        assert spec.example.startswith("northmere ")
        for field in fields(spec.act):
            if spec in TYPED:
                assert field.metadata["help"], (name, field.name)


def test_an_act_finds_its_row() -> None:
    act = ACTS["note"].act("one", "Words.")
    assert spec_of(act) is ACTS["note"]


def test_a_document_with_its_links_and_facts_comes_back(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    document, excerpts = read(b"A paper\n\n- Plans are late \x1b[31m [/]\n\n- Helpline open\n")
    receipt = workshop.add_document(ReadDocument(document, excerpts, "a.txt", ("Told.",)), "ff")
    assert receipt.warnings == ("Told.",)
    workshop.link("one", excerpts[0].id, "challenges", "Families hear late.")
    workshop.do(ACTS["evidence set"].act(document.id[:8], kind="process", date="2026-01-27"))
    workshop.do(ACTS["evidence set"].act(excerpts[0].id, voice="families"))
    state = workshop.state
    assert plain(state)["excerpts"] == {excerpts[0].id: {"voice": "families"}}
    workshop.close()
    again = reopened(workshop)
    assert again.state == state
    assert again.shelf.excerpt_ids == tuple(excerpt.id for excerpt in excerpts)
    again.close()
