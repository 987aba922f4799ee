"""Papers as files: what is asked, what an editor leaves of it, and what comes back.

`data/returned-libreoffice.docx` is the board paper of the sample session, answered in its controls
and saved by LibreOffice Writer 7.4, which drops the tags, titles and ids of controls.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answered_papers import (
    DATA,
    answered,
    changed,
    parts_of,
    ticked,
    with_tracked,
    without_controls,
    without_data,
    without_tags,
)
from builders import Ticking, a_typist, a_workshop
from maturity.evidence.limits import LIMITS
from maturity.evidence.readers.word_returned import read
from maturity.judgement.view import Audience, Disclosed
from maturity.papers import Asked, make
from maturity.report.answers import choices
from maturity.report.formats import FORMATS
from maturity.report.returned.paper import ReturnedPaper, returned_paper
from maturity.report.returned.rows import Meeting
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.ratings import ParkAct, RateAct
from maturity.shipped import sample_session
from maturity.workshop import Workshop

MEETING = Meeting("2026-04-16")
LIBREOFFICE = Path(__file__).parents[2] / "data" / "returned-libreoffice.docx"
ANSWERS = {
    "leadership": ("confirmed", "developing", "", ""),
    "families": ("amended", "developing", "", "The charter was agreed in March."),
    "insight": ("deferred", "", "", "The data group reports in June."),
    "early-inclusion": ("confirmed", "developing", "", ""),
    "commissioning": ("confirmed", "emerging", "", ""),
    "right-support": ("amended", "maturing", "", "The backlog is cleared."),
    "outcomes": ("amended", "", "cannot-say", "No destinations data yet."),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Disclosed:
    folder = tmp_path_factory.mktemp("sample") / "northmere"
    shutil.copytree(sample_session(), folder)
    workshop = Workshop.open(folder, a_typist(), Ticking(), to_read=True)
    return workshop.view(Audience.BOARD)


def of_this_edition(raw: bytes, view: Disclosed) -> bytes:
    """The file as the sample of today would have made it: its framework may be worded anew."""
    parts = {
        name: re.sub(r"\b[0-9a-f]{64}\b", view.framework.fingerprint, body.decode())
        for name, body in parts_of(raw).items()
        if name in {DATA, "docProps/custom.xml"}
    }
    return changed(raw, parts)


def back(raw: bytes, view: Disclosed) -> ReturnedPaper:
    return returned_paper(view, read(raw, "back.docx", LIMITS), MEETING)


def test_every_rating_returns_from_a_paper_that_libreoffice_saved(sample: Disclosed) -> None:
    raw = of_this_edition(LIBREOFFICE.read_bytes(), sample)
    assert b"<w:tag" not in parts_of(raw)["word/document.xml"]
    found = back(raw, sample)
    said = {row.item: (row.result, row.level, row.state, row.reason) for row in found.rows}
    assert said == ANSWERS
    assert all(row.is_new for row in found.rows)
    assert [row.minute for row in found.rows[:3]] == ["6.1", "6.2", "6.3"]
    assert [remark.kind for remark in found.remarks] == ["agreed"]


def test_where_libreoffice_left_the_data_old_the_shown_words_are_taken_for_all(
    sample: Disclosed,
) -> None:
    raw = of_this_edition(LIBREOFFICE.read_bytes(), sample)
    data = parts_of(raw)[DATA].decode()
    old = re.sub(r"(<m:decision>)[^<]*", r"\1not-yet", data)
    found = back(changed(raw, {DATA: old}), sample)
    assert {row.question for row in found.rows} == {"words"}
    taken = found.take_words(found.rows, "shown")
    said = {row.item: (row.result, row.level, row.state, row.reason) for row in taken.rows}
    assert said == ANSWERS


LOST: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda raw: raw,
    "tags": without_tags,
    "data": without_data,
    "controls": without_controls,
    "tags and data": lambda raw: without_data(without_tags(raw)),
    "controls and data": lambda raw: without_data(without_controls(raw)),
}
VALUES = {"Low": "low", "Middle": "middle", "High": "high", "Deferred": "deferred"}


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> tuple[Disclosed, bytes]:
    workshop = a_workshop(tmp_path_factory.mktemp("paper"))
    for act in (RateAct("one", "middle"), RateAct("two", "low"), ActionAct("Finish the charter")):
        workshop.do(act)
    made = make(workshop, Asked())
    return workshop.view(Audience.BOARD), FORMATS["docx"].make(made.paper)


@pytest.mark.parametrize("lost", LOST)
def test_our_own_file_returns_every_answer_whatever_was_lost(
    paper: tuple[Disclosed, bytes], lost: str
) -> None:
    view, raw = paper
    said = {
        "one": {"decision": "Middle", "minute": "6.1"},
        "two": {"decision": "High", "reason": "Agreed & done <soon>."},
    }
    raw = LOST[lost](answered(raw, said, VALUES))
    one, two = back(raw, view).rows
    assert (one.result, one.level, one.minute, one.is_new) == ("confirmed", "middle", "6.1", True)
    assert (two.result, two.level, two.reason) == ("amended", "high", "Agreed & done <soon>.")


@pytest.mark.parametrize("lost", LOST)
def test_a_paper_nobody_answered_says_nothing(paper: tuple[Disclosed, bytes], lost: str) -> None:
    view, raw = paper
    found = back(LOST[lost](raw), view)
    assert [row.result for row in found.rows] == ["not_yet", "not_yet"]
    assert (found.remarks, found.act().answers) == ((), ())


@pytest.mark.parametrize("lost", ["nothing", "tags", "controls"])
def test_a_ticked_action_is_a_remark(paper: tuple[Disclosed, bytes], lost: str) -> None:
    view, raw = paper
    (action,) = view.actions
    found = back(LOST[lost](ticked(raw, action.id)), view)
    (remark,) = found.remarks
    assert (remark.said, remark.action) == ("Ticked as agreed: Finish the charter", action.id)
    assert found.take(0).act().agreed == (action.id,)
    assert found.take(0).drop(0).act().agreed == ()
    agreed = replace(view, actions=(replace(action, agreed=True),))
    assert back(LOST[lost](ticked(raw, action.id)), agreed).remarks == ()


def test_a_tracked_decision_is_asked_about(paper: tuple[Disclosed, bytes]) -> None:
    view, raw = paper
    row = back(with_tracked(raw, "one", "Middle"), view).rows[0]
    assert (row.result, row.question, row.level) == ("conflict", "tracked", "middle")


_RATED = st.sampled_from(
    (
        RateAct("one", "low"),
        RateAct("one", "high"),
        RateAct("one", not_reached=True),
        RateAct("one", cannot_say="Ask."),
        RateAct("one", not_applicable="None."),
        ParkAct("one"),
    )
)
_REASON = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rated=st.lists(_RATED, max_size=2),
    picked=st.integers(0, 20),
    reason=_REASON,
    lost=st.sampled_from(sorted(LOST)),
)
def test_what_a_board_answers_is_what_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    rated: list[object],
    picked: int,
    reason: str,
    lost: str,
) -> None:
    workshop = a_workshop(tmp_path_factory.mktemp("any"))
    for act in rated:
        workshop.do(act)
    view = workshop.view(Audience.BOARD)
    raw = FORMATS["docx"].make(make(workshop, Asked()).paper)
    options = choices(view.items[0], view.framework.not_reached)
    value, words = options[picked % len(options)]
    said = {"one": {"decision": words, "reason": reason}}
    found = back(LOST[lost](answered(raw, said, {shown: kept for kept, shown in options})), view)
    row = found.rows[0]
    assert (row.level or row.state or row.result.replace("_", "-")) == value
    assert row.question is None
    before = workshop.state.pillar.get("one")
    workshop.do(found.act())
    board = workshop.state.pillar["one"].board if before or row.is_new else None
    assert (board.outcome if board else "not_yet") == row.result
    again = back(
        LOST[lost](answered(raw, said, {shown: kept for kept, shown in options})),
        workshop.view(Audience.BOARD),
    )
    assert not any(one.is_new or one.asks for one in again.rows)
    workshop.close()
