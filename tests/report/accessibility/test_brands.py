"""Papers in the look of invented councils keep every rule that our own keep."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from accessibility.invitations import invitation
from accessibility.opened import Opened, text_of, w
from accessibility.papers import HOSTILE, hostile_paper
from accessibility.papers import board_paper as every_block
from accessibility.rules import TYPED, faults
from accessibility.views import answered_view, criteria_view, full_view
from councils import COUNCILS, SECRET, TEMPLATE, plain
from maturity.evidence.asking.look import LOOK_LIMITS
from maturity.evidence.readers.word_look import read
from maturity.judgement.view import Audience
from maturity.report.brand import Brand
from maturity.report.content import board_paper, highlights, preread, public_edition
from maturity.report.paper import Paper, Reference
from maturity.report.word import word_bytes
from maturity.report.word.council.branding import dressed
from maturity.report.word.dress import Dress

_AS_OF = datetime(2026, 4, 17, 9, 0, tzinfo=UTC)
_REFERENCE = Reference("northmere-2026", "0f3c" * 16, "c41d0e7f5a2b9913", 412)
_SAVED = Path(__file__).parents[2] / "data" / "council-libreoffice.docx"
_TEMPLATES: dict[str, Callable[[], bytes]] = {
    **COUNCILS,
    "a template of its own kind": lambda: plain(TEMPLATE),
    "saved by LibreOffice": _SAVED.read_bytes,
}
_PAPERS: dict[str, Callable[[], Paper]] = {
    "every block": every_block,
    "board": lambda: board_paper(full_view(), as_of=_AS_OF, reference=_REFERENCE),
    "confirmed": lambda: board_paper(answered_view(), as_of=_AS_OF, reference=_REFERENCE),
    "criteria": lambda: board_paper(
        criteria_view(3, 2, 7), as_of=_AS_OF, reference=_REFERENCE, full=True
    ),
    "public": lambda: public_edition(full_view(audience=Audience.PUBLIC), as_of=_AS_OF),
    "highlights": lambda: highlights(full_view(), as_of=_AS_OF, reference=_REFERENCE),
    "preread": lambda: preread(invitation(), as_of=_AS_OF),
}
# A report in four headings has no list of contents.
_LACKS = {"highlights": frozenset({"toc1", "toc2"})}


@cache
def _dress(template: str) -> Dress:
    return dressed(Brand(look=read(_TEMPLATES[template](), "council.docx", LOOK_LIMITS)))


@pytest.mark.parametrize("paper", _PAPERS)
@pytest.mark.parametrize("template", _TEMPLATES)
def test_a_paper_in_their_look_keeps_every_rule(template: str, paper: str) -> None:
    raw = word_bytes(_PAPERS[paper](), _dress(template))
    assert faults(Opened.of(raw), but=_LACKS.get(paper, frozenset())) == []


@pytest.mark.parametrize("template", COUNCILS)
def test_the_schema_of_word_files_finds_nothing(template: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    for paper in ("board", "preread"):
        file.write_bytes(word_bytes(_PAPERS[paper](), _dress(template)))
        assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("template", COUNCILS)
def test_hostile_text_breaks_no_rule_of_layout(template: str, text: str) -> None:
    raw = word_bytes(hostile_paper(text), _dress(template))
    assert faults(Opened.of(raw), but=TYPED) == []


@pytest.mark.parametrize("template", COUNCILS)
def test_the_same_template_and_paper_are_the_same_bytes(template: str) -> None:
    first = word_bytes(_PAPERS["board"](), _dress(template))
    _dress.cache_clear()
    assert word_bytes(_PAPERS["board"](), _dress(template)) == first


@pytest.mark.parametrize("template", _TEMPLATES)
def test_nothing_that_a_template_hides_reaches_a_paper(template: str) -> None:
    opened = Opened.of(word_bytes(_PAPERS["public"](), _dress(template)))
    whole = b"".join(opened.parts.values())
    for hidden in (SECRET, "type here", "fr-FR", "attachedTemplate", "LibreOffice", "Secret"):
        assert hidden.encode() not in whole
    assert not [name for name in opened.parts if "custom" in name or "comment" in name.lower()]
    assert len([name for name in opened.parts if "/media/" in name]) <= 1


@pytest.mark.parametrize("template", _TEMPLATES)
def test_every_word_of_a_paper_is_there_in_any_look(template: str) -> None:
    # a heading that Word numbers lacks the number in its text, so only words are compared
    paper = replace(_PAPERS["board"](), reference=None, asked=())

    def words(raw: bytes) -> list[str]:
        opened = Opened.of(raw)
        cells = [text_of(one) for one in opened.document.iter(w("tc"))]
        return [one for one in [*cells, *(t for _, t in opened.headings())] if one]

    plain_words = [one.replace(". ", " ") for one in words(word_bytes(paper))]
    theirs = [one.replace(". ", " ") for one in words(word_bytes(paper, _dress(template)))]
    if template != "numbered":
        assert theirs == plain_words
    assert len(theirs) == len(plain_words)


def _broken(template: str, part: str, good: str, bad: str) -> Opened:
    parts = Opened.of(word_bytes(_PAPERS["board"](), _dress(template))).parts
    raw = parts[part].decode()
    assert good in raw
    return Opened(parts | {part: raw.replace(good, bad).encode()})


_STYLES = "word/styles.xml"
_MUTANTS = {
    "words of a style too faint": (
        "col1",
        "plain",
        _STYLES,
        '"00512F"/><w:sz w:val="40"',
        '"C6E0B4"/><w:sz w:val="40"',
    ),
    "links too faint on a callout": (
        "col1",
        "plain",
        _STYLES,
        'w:fill="EEF3F9"',
        'w:fill="708090"',
    ),
    "a header line too small": (
        "txt4",
        "plain",
        _STYLES,
        '<w:sz w:val="20"/>',
        '<w:sz w:val="12"/>',
    ),
    "a first page without a status": ("page2", "plain", "word/header2.xml", "PROVISIONAL", ""),
    "a first page without a number": ("page1", "plain", "word/footer2.xml", "Page ", ""),
    "a crest without words": (
        "img1",
        "plain",
        "word/header2.xml",
        ' descr="The crest',
        ' title="The crest',
    ),
    "a list that counts otherwise": ("toc2", "numbered", "word/numbering.xml", '"%1."', '"%1.1"'),
}


@pytest.mark.parametrize(
    ("name", "template", "part", "good", "bad"), _MUTANTS.values(), ids=list(_MUTANTS)
)
def test_a_rule_catches_a_look_that_breaks_it(
    name: str, template: str, part: str, good: str, bad: str
) -> None:
    found = _broken(template, part, good, bad)
    assert [one for one in faults(found) if one.startswith(f"{name}:")]
