"""Papers of made-up sessions of every shipped framework keep every rule, in Word and on the web."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility.opened import Opened
from accessibility.rules import TYPED, faults
from accessibility.rules_html import html_faults
from maturity.framework import Framework, Item, load
from maturity.judgement.disclosure import disclose
from maturity.judgement.invited import invited
from maturity.judgement.view import Audience
from maturity.report.content import board_paper, highlights, preread, public_edition
from maturity.report.html import html_bytes
from maturity.report.paper import Paper, Reference
from maturity.report.word import word_bytes
from maturity.session.kinds import Path, is_collection, put, validated
from maturity.session.state import SessionState
from maturity.shipped import frameworks_folder

_AS_OF = datetime(2026, 3, 24, tzinfo=UTC)
_REFERENCE = Reference("northmere-2026", "0f3c" * 16, "c41d0e7f5a2b9913", 412)
_FRAMEWORKS = sorted(path.stem for path in frameworks_folder().glob("*.toml"))
_NO_CONTENTS = frozenset({"toc1", "toc2"})
_PAPERS: dict[str, Callable[[SessionState, Framework], Paper]] = {
    "board": lambda state, framework: board_paper(
        disclose(state, framework, Audience.BOARD), as_of=_AS_OF, reference=_REFERENCE
    ),
    "full": lambda state, framework: board_paper(
        disclose(state, framework, Audience.BOARD), as_of=_AS_OF, reference=_REFERENCE, full=True
    ),
    "public": lambda state, framework: public_edition(
        disclose(state, framework, Audience.PUBLIC), as_of=_AS_OF
    ),
    "highlights": lambda state, framework: highlights(
        disclose(state, framework, Audience.BOARD), as_of=_AS_OF, reference=_REFERENCE
    ),
    "preread": lambda state, framework: preread(invited(state, framework), as_of=_AS_OF),
}
_TEXTS = st.sampled_from(
    (
        "Named leads in every partner.",
        "Families wait. " * 40,
        "Pseudopseudohypoparathyroidism & <co>, 3 < 4",
        "One line\nand another\n\nand a third",
        "\u00e9\u0301 \u202edesrever\u202c \U0001f9d2\U0001f3fd",
        "\u05e9\u05dc\u05d5\u05dd and left to right",
    )
)


@cache
def _framework(name: str) -> Framework:
    return load(frameworks_folder() / f"{name}.toml")


def _parts_of(item: Item, framework: Framework) -> st.SearchStrategy[tuple[Path, object]]:
    """A place of an item, and something that may be kept there."""
    at = (framework.kind_of(item.id), item.id)
    level = st.sampled_from(framework.levels_of(item))
    states = st.sampled_from(("not-reached", "cannot-say", "not-applicable"))
    tally = st.dictionaries(level, st.integers(0, 30), min_size=1)
    number = st.integers(1, 3)

    def under(*names: str) -> Callable[[object], tuple[Path, object]]:
        return lambda raw: ((*at, *names), raw)

    def entry(
        kind: str, **fields: st.SearchStrategy[Any]
    ) -> st.SearchStrategy[tuple[Path, object]]:
        held = st.fixed_dictionaries(fields)
        return st.tuples(number, held).map(lambda one: ((*at, kind, f"aa.{one[0]}"), one[1]))

    answer = {"on": st.just("2026-04-16"), "note": _TEXTS, "outcome": st.just("amended")}
    seen = st.fixed_dictionaries({"state": st.just("provisional"), "level": level})
    return st.one_of(
        seen.map(under("rating")),
        states.map(lambda state: {"state": state}).map(under("rating")),
        _TEXTS.map(under("because")),
        st.sampled_from(("low", "high")).map(under("confidence")),
        st.fixed_dictionaries({"level": level, "text": _TEXTS}).map(under("aim")),
        st.fixed_dictionaries({"parked": st.sampled_from((True,)), "because": _TEXTS}).map(
            under("parked")
        ),
        st.sampled_from((False,)).map(under("discussed")),
        st.fixed_dictionaries({**answer, "level": level, "seen": seen}).map(under("board")),
        st.fixed_dictionaries({"session": st.just("x"), "level": level, "state": st.just("")}).map(
            under("last")
        ),
        entry("rounds", n=number, tally=tally, revealed=st.booleans()),
        entry(
            "dissent",
            level=level,
            reason=_TEXTS,
            answer=_TEXTS,
            reach=st.sampled_from(("public", "board", "noted")),
            **{"from": st.sampled_from(("families", "a school leader"))},
        ),
        entry("notes", text=_TEXTS, tag=st.sampled_from(("strength", "gap", "quote"))),
    )


@st.composite
def a_session(draw: st.DrawFn, framework: Framework) -> SessionState:
    """A session in which some of what may be said of some items was said."""
    state = put(SessionState(), ("session", "title"), "Northmere")
    one = st.sampled_from(framework.items).flatmap(lambda item: _parts_of(item, framework))
    for at, raw in draw(st.lists(one, max_size=25)):
        kind = at[:-1] if is_collection(at[:-1]) else at
        state = put(state, at, validated(kind, raw))
    return state


@pytest.mark.parametrize("paper_of", _PAPERS.values(), ids=_PAPERS)
@pytest.mark.parametrize("name", _FRAMEWORKS)
@settings(max_examples=6)
@given(data=st.data())
def test_a_paper_of_any_session_keeps_every_rule(
    name: str, paper_of: Callable[[SessionState, Framework], Paper], data: st.DataObject
) -> None:
    framework = _framework(name)
    paper = paper_of(data.draw(a_session(framework)), framework)
    lacks = _NO_CONTENTS if paper.kind == "highlight-report" else frozenset()
    assert faults(Opened.of(word_bytes(paper)), but=TYPED | lacks) == []
    assert html_faults(html_bytes(paper)) == []
