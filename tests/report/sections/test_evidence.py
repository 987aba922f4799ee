from dataclasses import replace

import pytest
from accessibility.item_views import rated
from accessibility.views import empty_view, full_view

from maturity.judgement.view import Disclosed
from maturity.report.blocks import Block, Table, spans_of
from maturity.report.sections.evidence import (
    evidence,
    evidence_refs,
    family_first,
    is_family,
    nature_words,
    when_words,
)
from maturity.session.state import Facts


def _evidence(view: Disclosed) -> tuple[Block, ...]:
    return evidence(view, evidence_refs(view))


def _rows(view: Disclosed) -> list[list[str]]:
    table = next(block for block in _evidence(view) if isinstance(block, Table))
    return [
        ["".join(span.text for span in cell) for cell in row if isinstance(cell, tuple)]
        for row in table.rows
    ]


def _text(view: Disclosed) -> str:
    return " ".join(span.text for span in spans_of(_evidence(view)))


def test_each_excerpt_has_one_reference_however_often_it_is_used() -> None:
    refs = evidence_refs(full_view())
    assert list(refs.values())[:3] == ["E1", "E2", "E3"]
    assert len(set(refs.values())) == len(refs)
    third = _rows(full_view())[2]
    assert third[0] == "E3"
    assert third[-1] == "Leadership; Families"


def test_an_excerpt_linked_twice_to_one_item_names_it_once() -> None:
    one = rated(0, 3)
    again = replace(one.links[0], id="again")
    view = replace(full_view(1), items=(replace(one, links=(*one.links, again)),))
    assert _rows(view)[0][-1] == "Leadership"


def test_old_evidence_says_so_beside_its_date() -> None:
    assert _rows(full_view())[1][3] == "10 January 2024 (over 12 months old)"
    assert _rows(full_view())[0][3] == "20 January 2026"
    never = replace(full_view().framework, stale_after_months=0)
    assert _rows(replace(full_view(), framework=never))[1][3] == "10 January 2024"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (Facts(), "Not known"),
        (Facts(kind="data"), "Data"),
        (Facts(cohort="whole"), "Everyone"),
        (Facts(cohort="unknown"), "Not known"),
        (Facts(kind="young-voice", cohort="pilot"), "Young people's view; a pilot"),
        (Facts(kind="data", cohort="subset", cohort_note="SEN"), "Data; some: SEN"),
    ],
)
def test_what_is_known_of_a_card_is_said_as_written(facts: Facts, said: str) -> None:
    assert nature_words(facts) == said


def test_a_card_has_a_date_or_a_period_or_neither() -> None:
    assert when_words(Facts(date="2026-01-20")) == "20 January 2026"
    assert when_words(Facts(period="autumn 2025")) == "autumn 2025"
    assert when_words(Facts()) == "No date"


def test_what_is_not_known_is_counted_and_is_no_finding() -> None:
    text = _text(full_view(1))
    assert "1 of 3 pieces of evidence has no date." in text
    assert "2 of 3 pieces of evidence have no agency named." in text
    known = Facts(kind="data", date="2026-01-20", cohort="whole", agency="council")
    one = rated(0, 3)
    links = tuple(replace(link, facts=known) for link in one.links)
    view = replace(full_view(1), items=(replace(one, links=links),))
    assert "of every piece of evidence are known." in _text(view)
    assert "Every item has evidence." in _text(view)


def test_items_without_evidence_and_documents_without_use_are_named() -> None:
    text = _text(full_view())
    assert "No evidence was linked to Data." in text
    assert "minutes.html: 1 excerpt, not used." in text
    assert "No document was read." in _text(empty_view())


def test_the_view_of_families_comes_first() -> None:
    links = rated(0, 3).links
    assert family_first(links[::-1])[0] is links[0]
    assert is_family(Facts(kind="young-voice"))
