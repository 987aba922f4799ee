"""Each field of a session by who may read it: a new one fails here until somebody has said."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Final

import pytest

from builders import tiny
from judgement.every_field import Marks, a_marked_session
from maturity.judgement.carry import carry
from maturity.judgement.disclosure import disclose
from maturity.judgement.invited import invited
from maturity.judgement.view import Audience
from maturity.report.content import board_paper, highlights, preread, public_edition
from maturity.report.formats import FORMATS
from maturity.report.paper import Paper, Reference
from maturity.session.state import SessionState

FACILITATOR, ROOM, BOARD, PUBLIC = Audience
AS_OF: Final = datetime(2026, 3, 24, 12, 0, tzinfo=UTC)


def fields(model: str, *names: str) -> set[str]:
    return {f"{model}.{name}" for name in names}


def views(reach: str, *names: str, kinds: tuple[str, ...] = ("group", "role", "none")) -> set[str]:
    return {f"{reach} {kind} {name}" for kind in kinds for name in names}


WORDS: Final = ("Dissent.reason", "Dissent.change", "Dissent.answer", "Dissent.reply")
NO_VIEW: Final = {
    *fields("Board", "dissent_seen", "rating_seen"),
    *fields("Document", "file_sha256", "media", "reader", "sha256", "warnings"),
    *fields("Pin", "id", "version"),
    *fields("SessionInfo", "closed", "previous"),
    *fields("settings", "anything", "joining", "starts"),
    *("Last.said", "Link.matched", "covered Link.matched"),
}
FACILITATORS_ALONE: Final = {
    *("private Note.text", "Privacy.because", "Last.session"),
    *views("noted", "Dissent.from_", *WORDS),
    *views("public", "Dissent.from_", kinds=("none",)),
    *views("board", "Dissent.from_", kinds=("none",)),
}
ABOUT_EVIDENCE: Final = ("agency", "period", "voice", "cohort_note")
OF_ALL: Final = {
    *fields("SessionInfo", "area", "id", "period", "title"),
    *fields("settings", "house.board", "house.forum", "marking"),
    *fields("Document", "file", "title", *ABOUT_EVIDENCE),
    *fields("Facts", *ABOUT_EVIDENCE),
    *fields("Link", "document_title", "quote", "ref", "shows"),
    *("Page.bring", "Pin.fingerprint", "LastAim.text", "Last.outcome"),
}
PUBLICS: Final = OF_ALL | {
    *fields("Action", "due", "forum", "plan", "text"),
    *fields("Board", "body", "minute", "note"),
    *fields("Decision", "due", "text", "to"),
    *fields("Risk", "due", "text", "to"),
    *fields("Delivery", "as_written", "means"),
    *fields("ItemState", "because", "next_step"),
    *fields("Kloe", "finding", "forum", "impact", "learning", "plan", "text"),
    *fields("Page", "asks", "difference", "families", "for_families", "implications", "story"),
    *("Aim.text", "Note.text"),
    *views("public", *WORDS, "LastDissent.level", "LastDissent.reason", "LastDissent.change"),
}
INVITEDS: Final = OF_ALL | {
    *fields("settings", "joining", "place", "starts"),
    *fields("covered Facts", "agency", "period", "voice"),
    *fields("covered Link", "document_title", "ref"),
}
CARRIED: Final = {
    *("SessionInfo.id", "Aim.text"),
    *views("public", "Dissent.reason", "Dissent.change"),
    *views("board", "Dissent.reason", "Dissent.change"),
    *views("public", "Dissent.from_", kinds=("group", "role")),
    *views("board", "Dissent.from_", kinds=("group", "role")),
}
NAMED: Final = ("Ottoline", "Reedbed", "OQR")


@pytest.fixture(scope="module")
def whole() -> tuple[SessionState, Marks]:
    return a_marked_session()


def seen(whole: tuple[SessionState, Marks], audience: Audience) -> set[str]:
    state, marks = whole
    return marks.found(repr(disclose(state, tiny(), audience)))


def test_the_facilitator_reads_all_that_people_typed(whole: tuple[SessionState, Marks]) -> None:
    assert set(whole[1].fields.values()) - seen(whole, FACILITATOR) == NO_VIEW


@pytest.mark.parametrize("audience", [ROOM, BOARD])
def test_what_is_the_facilitators_alone(
    whole: tuple[SessionState, Marks], audience: Audience
) -> None:
    assert seen(whole, FACILITATOR) - seen(whole, audience) == FACILITATORS_ALONE
    assert seen(whole, audience) <= seen(whole, FACILITATOR)


def test_what_the_public_may_read(whole: tuple[SessionState, Marks]) -> None:
    assert seen(whole, PUBLIC) == PUBLICS


def test_what_those_who_are_invited_may_read(whole: tuple[SessionState, Marks]) -> None:
    state, marks = whole
    assert marks.found(repr(invited(state, tiny()))) == INVITEDS


def test_what_a_new_session_takes_over_of_an_earlier_one(
    whole: tuple[SessionState, Marks],
) -> None:
    state, marks = whole
    text = repr(carry(state, tiny(), tiny()).changes)
    assert marks.found(text) == CARRIED
    assert not any(word in text for word in NAMED)


def every_word(raw: bytes) -> str:
    """All that a file holds, and the files in it."""
    if not raw.startswith(b"PK"):
        return raw.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return "\n".join(every_word(package.read(name)) for name in package.namelist())


def written(state: SessionState) -> dict[str, Paper]:
    reference = Reference("marked", "0f3c" * 16, "aaaaaaaa", 1)
    board, public = (disclose(state, tiny(), audience) for audience in (BOARD, PUBLIC))
    return {
        "board": board_paper(board, as_of=AS_OF, reference=reference, full=True),
        "highlights": highlights(board, as_of=AS_OF, reference=reference),
        "public": public_edition(public, as_of=AS_OF, full=True),
        "pack": preread(invited(state, tiny()), as_of=AS_OF),
    }


@pytest.mark.parametrize("ending", FORMATS)
def test_no_part_of_any_paper_holds_more_than_its_readers_may_read(
    whole: tuple[SessionState, Marks], ending: str
) -> None:
    state, marks = whole
    may = {"public": PUBLICS, "pack": INVITEDS}
    for name, paper in written(state).items():
        text = every_word(FORMATS[ending].make(paper))
        found = marks.found(text)
        assert found
        if name in may:
            assert found <= may[name]
            assert not any(word in text for word in NAMED)
        else:
            assert not found & (FACILITATORS_ALONE | NO_VIEW)
