"""The documents of one session."""

from collections.abc import Sequence

import pytest

from evidence.papers import read
from maturity.evidence.model import Excerpt
from maturity.evidence.search.filters import Known
from maturity.evidence.search.index import Index
from maturity.evidence.shelf import NoExcerpt, Shelf, families_of
from maturity.evidence.store import EvidenceFault, to_bytes
from maturity.framework.model import Term

FIRST = read(b"First\n\n- Plans arrive late\n\n- Helpline is open\n\n- Charter is agreed\n")
SECOND = read(b"Second\n\n- Helpline calls doubled\n")


DAYS = {FIRST[0].id: "2025-06-01", SECOND[0].id: "2026-01-27"}


def a_shelf() -> Shelf:
    shelf = Shelf()
    shelf.add(*FIRST)
    shelf.add(*SECOND)
    return shelf


def test_documents_stand_in_the_order_they_were_added_and_once() -> None:
    shelf = a_shelf()
    shelf.add(*FIRST)
    assert [document.id for document, _ in shelf] == [FIRST[0].id, SECOND[0].id]
    assert shelf.document(SECOND[0].id) == SECOND[0]
    assert shelf.document("gone") is None
    assert len(shelf.excerpt_ids) == len(FIRST[1]) + len(SECOND[1])


def test_an_evidence_file_is_put_and_a_damaged_one_refused() -> None:
    shelf = Shelf()
    raw = to_bytes(*FIRST)
    assert shelf.put(raw) == FIRST[0]
    with pytest.raises(EvidenceFault):
        shelf.put(raw[:-5])


def test_an_excerpt_is_found_by_its_id_or_a_beginning() -> None:
    shelf = a_shelf()
    wanted = SECOND[1][-1]
    assert shelf.find(wanted.id) == (SECOND[0], wanted)
    assert shelf.find(wanted.id[:10]) == (SECOND[0], wanted)


@pytest.mark.parametrize(
    ("asked", "sentence"), [("", "More than one excerpt"), ("zz", "No excerpt begins")]
)
def test_an_unclear_id_is_refused_with_the_way_out(asked: str, sentence: str) -> None:
    with pytest.raises(NoExcerpt, match=f"{sentence}.*Search for its words"):
        a_shelf().find(asked)


def test_an_excerpt_has_those_before_and_after_it() -> None:
    shelf = a_shelf()
    document, excerpts = FIRST
    for place, excerpt in enumerate(excerpts):
        before, after = shelf.neighbours(excerpt, document)
        assert before == (excerpts[place - 1] if place else None)
        assert after == (excerpts[place + 1] if place + 1 < len(excerpts) else None)


def test_what_stands_beside_an_excerpt_is_of_its_document_and_under_its_headings() -> None:
    shelf = Shelf()
    document, excerpts = read(
        "# Plan\n\n## Journeys\n\nTaxis are late.\n\nBuses are full.\n\n## Food\n\nLunch is cold.\n"
    )
    shelf.add(document, excerpts)
    taxis, buses, lunch = excerpts
    assert shelf.beside(taxis, document) == ((1, buses),)
    assert shelf.beside(buses, document) == ((1, taxis),)
    assert shelf.beside(lunch, document) == ()
    shelf.add(*read("# Plan\n\n## Journeys\n\nVans are kind.\n\nTrams are slow.\n"))
    assert shelf.beside(buses, document) == ((1, taxis),)


def test_search_finds_what_was_added_before_and_after_the_first_search() -> None:
    shelf = Shelf()
    shelf.add(*FIRST)
    assert [hit.excerpt for hit in shelf.search("helpline")] == [
        excerpt for excerpt in FIRST[1] if "Helpline" in excerpt.text
    ]
    shelf.add(*SECOND)
    assert len(shelf.search("helpline")) == 2
    assert len(shelf.search("helpline", limit=1)) == 1


def test_filters_keep_to_what_passes_them() -> None:
    shelf = a_shelf()
    assert len(shelf.search("helpline")) == 2
    (only,) = shelf.search("helpline d:second")
    assert only.document == SECOND[0].id
    assert shelf.search("helpline d:third") == ()
    shelf.known = Known(facts=lambda _, document: ("data", DAYS[document]))
    (only,) = shelf.search("helpline since:2026")
    assert only.document == SECOND[0].id
    assert len(shelf.search("helpline kind:data since:2025-06")) == 2
    assert shelf.search("helpline kind:outcome") == ()


def test_filters_alone_list_what_passes_them_in_the_order_it_was_added() -> None:
    shelf = a_shelf()
    assert [hit.excerpt for hit in shelf.search("d:first")] == list(FIRST[1])
    assert [hit.excerpt for hit in shelf.search(" d:first ", limit=1)] == list(FIRST[1][:1])
    assert shelf.search("d:") == ()


def test_a_document_that_a_newer_one_stands_for_is_kept_and_not_found() -> None:
    shelf = a_shelf()
    shelf.known = Known(withdrawn=frozenset({FIRST[0].id}))
    assert {hit.document for hit in shelf.search("helpline")} == {SECOND[0].id}
    assert shelf.search("d:first") == ()
    assert [document for document, _ in shelf.current] == [SECOND[0]]
    assert shelf.document(FIRST[0].id) == FIRST[0]


def test_who_was_there_and_what_leads_in_are_placed_nowhere() -> None:
    shelf = Shelf()
    shelf.add(
        *read(
            "<h2>Attendance</h2><ul><li>Jo Fenn, Head of Service, Northmere Council</li></ul>"
            "<h2>1. Exclusions</h2><p>Key points:</p><ul><li>Exclusions fell by a tenth.</li></ul>"
        )
    )
    assert [one.text for _, one in shelf.to_place] == ["Exclusions fell by a tenth."]
    assert len(shelf.excerpt_ids) == 3


def test_words_of_the_glossary_that_mean_the_same_are_families() -> None:
    glossary = {
        "PCF": Term(long="parent carer forum", also=("the forum",)),
        "alone": Term(say="A word that nothing else is called by."),
    }
    assert families_of(glossary) == (("PCF", "parent carer forum", "the forum"),)


def test_what_is_in_so_far_is_found_while_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = a_shelf()
    assert shelf.progress == (0, len(FIRST[1]) + len(SECOND[1]))
    seen = []
    whole = Index.add

    def watched(index: Index, document_id: str, title: str, excerpts: Sequence[Excerpt]) -> None:
        whole(index, document_id, title, excerpts)
        seen.append((shelf.progress, len(shelf.search("helpline"))))

    monkeypatch.setattr(Index, "add", watched)
    assert len(shelf.search("helpline")) == 2
    first, both = len(FIRST[1]), len(FIRST[1]) + len(SECOND[1])
    assert seen == [((first, both), 1), ((both, both), 2)]
    assert shelf.progress is None
