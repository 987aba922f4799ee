"""The evidence of a session is read when somebody asks for it, and what is missing is told."""

from pathlib import Path

from builders import a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.naming import file_name
from maturity.evidence.typed import typed_card
from maturity.session.fs import RealFs
from maturity.shelving import Shelving
from maturity.workshop import Workshop


def with_two_cards(tmp_path: Path) -> tuple[Workshop, list[Path]]:
    workshop = a_workshop(tmp_path)
    for words in ("Letters come late.", "Answers are slow."):
        document, excerpt = typed_card(words, "Forum minutes")
        workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    folder = workshop.folder / "evidence"
    return workshop, [folder / file_name(one) for one in workshop.state.documents]


def test_a_missing_file_is_told_before_and_after_the_rest_is_read(tmp_path: Path) -> None:
    workshop, (first, _) = with_two_cards(tmp_path)
    first.unlink()
    shelving = Shelving(RealFs(), workshop.folder, workshop.framework)
    (told,) = shelving.notices(workshop.state)
    assert len(list(shelving.shelf(workshop.state))) == 1
    assert shelving.notices(workshop.state) == (told,)


def test_a_changed_file_is_told_once_it_was_read(tmp_path: Path) -> None:
    workshop, (_, second) = with_two_cards(tmp_path)
    second.write_bytes(b"changed\n")
    shelving = Shelving(RealFs(), workshop.folder, workshop.framework)
    assert shelving.notices(workshop.state) == ()
    shelving.shelf(workshop.state)
    assert len(shelving.notices(workshop.state)) == 1


def test_the_shelf_and_the_suggester_are_made_once(tmp_path: Path) -> None:
    workshop, _ = with_two_cards(tmp_path)
    shelving = Shelving(RealFs(), workshop.folder, workshop.framework)
    assert shelving.shelf(workshop.state) is shelving.shelf(workshop.state)
    assert shelving.suggester is shelving.suggester
