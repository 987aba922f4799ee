"""Our web pages keep every rule, and every rule catches a page that breaks it."""

from functools import cache

import pytest

from accessibility.page import Page
from accessibility.papers import HOSTILE, board_paper, hostile_paper, public_paper
from accessibility.rules_html import HTML_RULES, html_faults
from maturity.report.html import html_bytes

_MARKUP = ("<script>alert(1)</script>", "</style></title></td>", '" onload="x', "<!-- -->&lt;")
_MUTANTS = {
    "htm1": ("<h3", "<h5"),
    "htm2": ('<th scope="row">', "<th>"),
    "htm3": ('id="at_item-0"', 'id="at_item-x"'),
    "htm4": ("<p>Every", '<img src="https://northmere.example/x.png"><p>Every'),
    "htm5": ('lang="en-GB"', ""),
    "htm6": ("--muted:#44515E", "--muted:#A0A0A0"),
    "whole": ("</td>", ""),
}


@cache
def _good() -> str:
    return html_bytes(board_paper()).decode()


@pytest.mark.parametrize("items", [1, 7, 12])
@pytest.mark.parametrize("of", [2, 7])
def test_a_page_of_ours_keeps_every_rule(items: int, of: int) -> None:
    assert html_faults(html_bytes(board_paper(items, of))) == []


def test_the_public_page_keeps_every_rule() -> None:
    assert html_faults(html_bytes(public_paper())) == []


@pytest.mark.parametrize("text", [*HOSTILE, *_MARKUP, "word " * 5000])
def test_hostile_text_is_text(text: str) -> None:
    raw = html_bytes(hostile_paper(text))
    assert html_faults(raw) == []
    assert {tag.name for tag in Page(raw).tags} == {
        tag.name for tag in Page(html_bytes(hostile_paper("words"))).tags
    } | ({"br"} if "\n" in text else set())


@pytest.mark.parametrize("name", HTML_RULES)
def test_a_rule_catches_a_page_broken_that_way(name: str) -> None:
    good, bad = _MUTANTS[name]
    assert good in _good()
    assert list(HTML_RULES[name](Page(_good().replace(good, bad, 1).encode())))
