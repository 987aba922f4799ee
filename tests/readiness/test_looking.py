"""A session is looked at before the workshop, and stays as it is."""

from datetime import date
from pathlib import Path

import pytest

from builders import Ticking, a_typist, a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.readiness import looking
from maturity.readiness.facts import SessionFacts
from maturity.readiness.looking import session_facts
from maturity.session.acts.page import SetAct
from maturity.session.acts.people import PersonAct
from maturity.session.fs import RealFs
from maturity.session.opening import NoSession
from maturity.workshop import Workshop


def looked_at(folder: Path) -> SessionFacts:
    return session_facts(RealFs(), folder, a_typist("bbbbbbbb", "Bo"), Ticking())


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_session_is_known_with_all_that_a_day_needs_of_it(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    document, excerpt = typed_card("Low tide at nine.", "Harbour log")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    workshop.do(SetAct("keep_until", "2028-03-31"))
    workshop.close()
    before = contents(tmp_path)
    found = looked_at(workshop.folder)
    assert (found.today, found.fault, found.title) == (date(2026, 3, 23), "", "Northmere")
    assert (found.framework, found.documents) == ("A tiny framework 1.0", 1)
    assert (found.read_only, found.held, found.found, found.lost) == ("", "", (), ())
    assert (found.fits, found.time[:7]) == (True, "2 items")
    assert found.keep_until == date(2028, 3, 31)
    assert found.folder is not None
    assert (found.folder.path, found.folder.fault) == (workshop.folder, "")
    assert contents(tmp_path) == before


def test_who_is_asked_when_where_and_what_nothing_is_linked_to_is_known(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    folder = workshop.folder
    workshop.close()
    bare = looked_at(folder)
    assert (bare.held_on, bare.starts, bare.is_placed) == (date(2026, 3, 23), "", False)
    assert (bare.people, bare.items, bare.bare) == (0, 2, 2)
    workshop = Workshop.open(folder, a_typist("cccccccc", "Cy"), Ticking())
    group = "families"
    workshop.do(PersonAct("Bo Fen", group=group))
    workshop.add_account("one", "We waited a year.")
    workshop.do(SetAct("starts", "half past nine"))
    workshop.do(SetAct("joining", "Ask for the link."))
    workshop.close()
    found = looked_at(folder)
    assert (found.starts, found.is_placed) == ("half past nine", True)
    assert (found.people, found.items, found.bare) == (1, 2, 1)
    assert ("Families" in bare.unasked, "Families" in found.unasked) == (True, False)


def test_an_evidence_file_that_is_missing_or_damaged_is_known(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    for words in ("Low tide at nine.", "High tide at three."):
        document, excerpt = typed_card(words, "Harbour log")
        workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    workshop.close()
    first, second = sorted((workshop.folder / "evidence").iterdir())
    first.unlink()
    second.write_bytes(b"{}")
    assert looked_at(workshop.folder).lost[0].startswith("2 evidence files are missing or changed")


def test_a_session_that_is_open_elsewhere_is_known_and_stays_open_there(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    assert looked_at(workshop.folder).held.startswith("Already open in another window since 09:0")
    assert looked_at(workshop.folder).held.endswith("(Ash).")
    workshop.do(SetAct("place", "The hall"))
    workshop.close()
    assert looked_at(workshop.folder).held == ""


def test_a_lock_that_cannot_be_tried_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_workshop(tmp_path).close()

    def refuse(_folder: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(looking, "said_holder", refuse)
    assert looked_at(tmp_path / "northmere").held == (
        "Whether another window has it open is not known (Permission denied)."
    )


def test_a_sitting_that_is_too_short_is_known(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(SetAct("minutes", "30"))
    workshop.close()
    assert not looked_at(workshop.folder).fits


def test_a_record_that_was_cut_off_is_told_and_not_mended(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.close()
    journal = next((workshop.folder / "journal").iterdir())
    journal.write_bytes(journal.read_bytes() + b'{"act":')
    before = contents(tmp_path)
    found = looked_at(workshop.folder)
    assert found.found[0].startswith("The last moment before 09:0")
    assert found.read_only == ""
    assert contents(tmp_path) == before


def test_a_record_that_is_damaged_is_read_only(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(SetAct("place", "The hall"))
    workshop.close()
    journal = next((workshop.folder / "journal").iterdir())
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:2], b"{}\n", *lines[3:]]))
    found = looked_at(workshop.folder)
    assert "is damaged" in found.read_only
    assert found.found == (found.read_only,)


def test_a_folder_without_a_session_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSession, match="No readable session was found"):
        looked_at(tmp_path)
