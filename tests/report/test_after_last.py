"""The paper of a session that came after another: the rules of every paper hold in it too."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from accessibility.item_views import after_last
from accessibility.opened import Opened
from accessibility.papers import HOSTILE
from accessibility.rules import TYPED, faults
from accessibility.views import criteria_view, full_view

from maturity.judgement.last_time import NOT_COMPARABLE
from maturity.judgement.view import Audience, Disclosed, LastDissentView
from maturity.report.content import board_paper, public_edition
from maturity.report.html import html_bytes
from maturity.report.paper import Paper, Reference
from maturity.report.text import text_bytes
from maturity.report.word import word_bytes

_AS_OF = datetime(2026, 9, 24, 9, 0, tzinfo=UTC)
_REFERENCE = Reference("northmere-2026", "0f3c" * 16, "c41d0e7f5a2b9913", 412)


def _after(view: Disclosed, text: str = "") -> Disclosed:
    """Each way of saying what changed, in turn; `text` is what an unanswered view says."""
    since = ("Up from Emerging", "Down from Maturing", "Same", "New", NOT_COMPARABLE)
    views = (LastDissentView(text, text, text, text, "public"),) if text else None
    items = tuple(
        after_last(item, since[at % len(since)], **({"views": views} if views else {}))
        for at, item in enumerate(view.items)
    )
    return replace(view, items=items)


def _board(view: Disclosed) -> Paper:
    return board_paper(view, as_of=_AS_OF, reference=_REFERENCE)


def _public(view: Disclosed) -> Paper:
    return public_edition(view, as_of=_AS_OF)


@pytest.mark.parametrize(
    ("paper_of", "view"),
    [
        (_board, full_view()),
        (_board, full_view(1, 2)),
        (_board, criteria_view()),
        (_public, full_view(audience=Audience.PUBLIC)),
    ],
)
def test_a_paper_after_another_keeps_every_rule(
    paper_of: Callable[[Disclosed], Paper], view: Disclosed
) -> None:
    assert faults(Opened.of(word_bytes(paper_of(_after(view))))) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_of_last_time_break_no_rule(text: str) -> None:
    assert faults(Opened.of(word_bytes(_board(_after(full_view(2), text)))), but=TYPED) == []


@pytest.mark.parametrize("bytes_of", [html_bytes, text_bytes])
def test_every_format_says_what_changed(bytes_of: Callable[[Paper], bytes]) -> None:
    said = bytes_of(_board(_after(full_view()))).decode("utf-8")
    for words in (
        "Since last time",
        "Up from Emerging",
        "Not comparable, framework",
        "Letters came late.",
    ):
        assert words in said
