"""The grid of Prepare in words: where evidence is thin, and which documents nobody has used."""

from datetime import date
from pathlib import Path

from builders import a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.judgement.view import Audience
from maturity.session.acts.evidence import FactsAct
from maturity.tui.rows.mapping import gaps, rows, thin_spots
from maturity.workshop import Workshop

TODAY = date(2026, 3, 23)


def linked(workshop: Workshop, text: str, **facts: str) -> str:
    document, excerpt = typed_card(text, "")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    workshop.do(FactsAct(document.id, **facts))  # type: ignore[arg-type]  # facts by their names
    workshop.link("one", excerpt.id)
    return document.id


def spots(workshop: Workshop) -> tuple[str, ...]:
    view = workshop.view(Audience.ROOM)
    return thin_spots(view, rows(view, TODAY)[0])


def test_each_thin_spot_is_said_in_words(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    assert spots(workshop) == ("no evidence", "no family voice")
    linked(workshop, "Plans are late.", date="2024-01-02", agency="Northmere Council", kind="data")
    assert spots(workshop) == ("no family voice", "nothing newer than 12 months")
    linked(workshop, "A form is new.", date="2024-02-02", agency="northmere council ", kind="data")
    assert spots(workshop)[-1] == "one agency only (Northmere Council)"
    linked(workshop, "We waited.", date="2026-02-02", agency="Forum", kind="family-experience")
    assert spots(workshop) == ()
    workshop.close()


def test_an_organisation_that_nobody_knows_is_no_thin_spot(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    linked(workshop, "We waited.", date="2026-02-02", agency="Forum", kind="family-experience")
    linked(workshop, "Plans are late.", date="2026-02-02")
    assert spots(workshop) == ()
    workshop.close()


def test_documents_that_nothing_is_linked_from_are_named(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    for number in range(5):
        document, excerpt = typed_card(f"Card {number} of the helpline.", "")
        document = document.model_copy(update={"title": f"Paper {number}"})
        workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    view = workshop.view(Audience.ROOM)
    assert gaps(view, rows(view, TODAY)).endswith(
        "0 of 5 excerpts linked   nothing linked from: Paper 0, Paper 1, Paper 2, 2 more"
    )
    workshop.close()
