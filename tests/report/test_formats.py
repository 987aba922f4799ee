"""The three formats say the same, word by word and in the same order."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from accessibility.canaries import replaced
from accessibility.opened import Opened, text_of
from accessibility.page import Page
from accessibility.papers import HOSTILE, board_paper, hostile_paper, public_paper
from accessibility.views import criteria_view, empty_view, full_view
from hypothesis import given, settings
from hypothesis import strategies as st
from test_content import _board as paper_of

from maturity.judgement.view import Disclosed
from maturity.report.blocks import (
    Block,
    Callout,
    Contents,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Spans,
    Table,
)
from maturity.report.formats import FORMATS
from maturity.report.paper import Paper
from maturity.report.shown import CONTENTS
from maturity.report.text import WIDTH
from maturity.text import clean, inspect

_MARKUP = ("<script>alert(1)</script>", "\x1b[31mred\x1b[0m", "[/]", "&amp;lt; &#x41;")


def _flat(text: str) -> str:
    return " ".join(inspect(text).text.split())


def _in_word(paper: Paper) -> str:
    document = Opened.of(FORMATS["docx"].make(paper)).document
    said = " ".join(text_of(one) for one in document.iter(f"{{{document.nsmap['w']}}}p"))
    return _flat(said)


def _in_html(paper: Paper) -> str:
    return Page(FORMATS["html"].make(paper)).text


def _in_text(paper: Paper) -> str:
    return FORMATS["txt"].make(paper).decode()


def _joined(spans: Spans) -> str:
    return _flat("".join(span.text for span in spans))


def _rows(table: Table) -> Iterator[str]:
    yield f": {_flat(table.caption)}"
    for cell in (cell for row in table.rows for cell in row):
        yield _joined(cell) if isinstance(cell, tuple) else _flat(cell.shown)


_PIECES: dict[type[Block], Callable[[Any], Iterable[str]]] = {
    Heading: lambda block: [_flat(block.text)],
    Paragraph: lambda block: [_joined(block.spans)],
    ListBlock: lambda block: map(_joined, block.items),
    Callout: lambda block: [_flat(block.lead), *map(_joined, block.paragraphs)],
    Table: _rows,
    Figure: lambda block: [f": {_flat(block.caption)}", _flat(block.told)],
    Contents: lambda _block: [CONTENTS],
}


def _pieces(paper: Paper) -> Iterator[str]:
    """What a reader of any format meets, in order."""
    yield _flat(paper.title)
    for block in paper.blocks:
        yield from _PIECES[type(block)](block)
        if isinstance(block, Contents):
            headings = [one for one in paper.blocks if isinstance(one, Heading)]
            yield from (_flat(one.text) for one in headings if one.level <= block.depth)


def _missing(text: str, paper: Paper) -> list[str]:
    """The pieces that do not stand in `text` after the one before."""
    at = 0
    for piece in _pieces(paper):
        found = text.find(piece, at)
        if found < 0:
            return [piece]
        at = found + len(piece)
    return []


def _says_the_same(paper: Paper) -> None:
    word = _in_word(paper)
    assert _in_html(paper) == word
    assert _missing(word, paper) == []
    flat = _flat(re.sub(r" <(https://|mailto:)[^>]*>", "", _in_text(paper)))
    assert _missing(flat, paper) == []


_VIEWS: dict[str, Callable[[], Disclosed]] = {
    "full": full_view,
    "criteria": lambda: criteria_view(3, 2, 4),
    "empty": lambda: empty_view(2),
}


@pytest.mark.parametrize("name", _VIEWS)
def test_a_paper_says_the_same_in_every_format(name: str) -> None:
    _says_the_same(paper_of(_VIEWS[name]()))


@pytest.mark.parametrize("paper", [board_paper(), public_paper()], ids=["board", "public"])
def test_every_kind_of_block_says_the_same(paper: Paper) -> None:
    _says_the_same(paper)


@pytest.mark.parametrize("text", [*HOSTILE, *_MARKUP])
def test_hostile_text_is_the_same_text_in_every_format(text: str) -> None:
    _says_the_same(hostile_paper(text))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60).map(clean).filter(bool), min_size=1, max_size=9))
def test_any_typed_words_are_the_same_in_every_format(typed: list[str]) -> None:
    texts = cycle(typed)
    view: Disclosed = replaced(full_view(2), lambda _where: next(texts))
    _says_the_same(paper_of(view))


def test_the_checks_see_a_word_that_is_lost() -> None:
    paper = board_paper()
    text = _flat(_in_text(paper))
    assert _missing(text.replace("Not yet confirmed", "Not confirmed"), paper)


def test_no_line_of_text_is_wider_than_it_may_be() -> None:
    for paper in (board_paper(), paper_of(full_view())):
        assert max(map(len, _in_text(paper).splitlines())) <= WIDTH


@pytest.mark.parametrize("text", [*HOSTILE, *_MARKUP])
def test_text_holds_no_control_character(text: str) -> None:
    said = _in_text(hostile_paper(text))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", said)


def test_the_same_paper_is_the_same_bytes_in_a_process_with_another_hash_seed() -> None:
    paper = paper_of(full_view())
    here = [hashlib.sha256(one.make(paper)).hexdigest() for one in FORMATS.values()]
    look = (
        "import hashlib, sys; from accessibility.views import full_view; "
        "from test_content import _board; from maturity.report.formats import FORMATS; "
        "paper = _board(full_view()); "
        "print(*(hashlib.sha256(one.make(paper)).hexdigest() for one in FORMATS.values()))"
    )
    folder = Path(__file__).parent
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(folder)}
        ran = subprocess.run(
            [sys.executable, "-c", look], env=environment, capture_output=True, check=True
        )
        assert ran.stdout.decode().split() == here


def test_only_a_word_file_loads_its_library() -> None:
    look = "import sys; import maturity.report.formats; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0
