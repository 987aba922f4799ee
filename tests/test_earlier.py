"""The session before a new one is read and never changed, whatever state it is in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import TINY, a_later_workshop, a_workshop, reopened, tiny
from maturity.earlier import last_time
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.judgement.carry import Carried
from maturity.judgement.view import Audience
from maturity.session.acts.act import Change, Refused
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.ratings import RateAct
from maturity.session.fs import RealFs
from maturity.session.opening import NoSession
from maturity.workshop import Workshop


@pytest.fixture
def before(tmp_path: Path) -> Iterator[Workshop]:
    made = a_workshop(tmp_path, folder="before")
    made.do(RateAct("one", "low", aim="middle", aim_text="Answer in a week."))
    made.do(DissentAct("one", from_="Families", reason="Not for us.", reach="public"))
    yield made
    made.close()


def _read(folder: Path) -> Carried:
    return last_time(RealFs(), folder, tiny())


def _files(folder: Path) -> dict[Path, bytes]:
    return {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_it_comes_along_into_the_session_on_the_disk(tmp_path: Path, before: Workshop) -> None:
    made = a_later_workshop(tmp_path / "after", _read(before.folder).changes)
    kept = made.state
    made.close()
    again = reopened(made, "cccccccc")
    assert again.state == kept
    assert again.state.session.previous == before.state.session.id
    item = again.view(Audience.BOARD).item("one")
    assert item.last is not None
    assert (item.last.said, item.last.views[0].reason) == ("Low", "Not for us.")
    assert [again.view(Audience.BOARD).item(name).since for name in ("one", "two")] == [
        "Was Low",
        "New",
    ]
    again.close()


def test_it_is_one_action_that_no_undo_takes_back(tmp_path: Path, before: Workshop) -> None:
    made = a_later_workshop(tmp_path / "after", _read(before.folder).changes)
    carried = [event for event in made.history() if event.act == "carry"]
    assert len({event.action for event in carried}) == 1
    assert [made.told(event) for event in carried] == ["session", "last time's rating of First"]
    with pytest.raises(Refused, match="nothing to undo"):
        made.undo()
    made.do(RateAct("one", "high"))
    made.undo()
    assert made.state.pillar["one"].last is not None
    made.close()


def test_a_session_that_is_open_elsewhere_is_read_and_left_as_it_is(before: Workshop) -> None:
    files = _files(before.folder)
    assert len(_read(before.folder).changes) == 2
    assert _files(before.folder) == files
    before.do(RateAct("two", "high"))
    assert len(_read(before.folder).changes) == 3


def test_what_is_wrong_with_it_is_said_and_not_mended(before: Workshop) -> None:
    before.close()
    snapshot = before.folder / "session.toml"
    snapshot.write_text("[[[", "utf-8")
    files = _files(before.folder)
    assert "session.toml could not be read" in _read(before.folder).said
    assert _files(before.folder) == files


def test_no_session_and_one_without_a_beginning_are_refused(
    tmp_path: Path, before: Workshop
) -> None:
    with pytest.raises(NoSession, match="No readable session"):
        _read(tmp_path)
    before.close()
    (first,) = (before.folder / "journal").iterdir()
    later = reopened(before)
    later.do(RateAct("two", "low"))
    later.close()
    first.write_bytes(b"")
    (before.folder / "session.toml").unlink()
    with pytest.raises(Refused, match="The beginning of the record is missing"):
        _read(before.folder)


def test_what_cannot_be_recorded_leaves_no_session_behind(tmp_path: Path) -> None:
    bad = Carried((Change("set", ("pillar", "one", "last"), {"session": 3}),), "")
    with pytest.raises(Refused):
        a_later_workshop(tmp_path / "after", bad.changes)
    assert not (tmp_path / "after").exists()


def test_a_level_that_rose_on_no_newer_evidence_is_asked_about(
    tmp_path: Path, before: Workshop
) -> None:
    asks = b"[prompt.raised-without-evidence]\non = true\n"
    made = a_later_workshop(tmp_path / "after", _read(before.folder).changes, TINY + asks)

    def asked() -> list[str]:
        prompts = made.view(Audience.FACILITATOR).item("one").prompts
        return [one.about for one in prompts if one.id == "raised-without-evidence"]

    made.do(RateAct("one", "low"))
    assert asked() == []
    made.do(RateAct("one", "high"))
    assert asked() == ["Last time: Low."]
    _link(made, "Letters came late in spring.", "2026-02-01")
    assert asked() == ["Last time: Low."]
    _link(made, "Letters come on time now.", "2026-06-01")
    assert asked() == []
    made.close()


def _link(workshop: Workshop, text: str, date: str) -> None:
    document, excerpt = typed_card(text, "Forum minutes")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()), date=date)
    workshop.link("one", excerpt.id)
