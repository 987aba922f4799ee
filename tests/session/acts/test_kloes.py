"""Key lines of enquiry."""

import pytest

from maturity.session.acts.act import Refused
from maturity.session.acts.kloes import KloeAct
from maturity.session.state import Kloe, SessionState
from session.acts.kept import kept, outcome


def only(state: SessionState) -> Kloe:
    (kloe,) = state.kloes.values()
    return kloe


def test_an_enquiry_is_closed_with_what_was_found_now_or_before() -> None:
    state = kept(KloeAct("How old are the late cases?", item="two", forum="Data group"))
    (entry,) = state.kloes
    with pytest.raises(Refused, match="closed with a finding"):
        outcome(KloeAct(None, id=entry, closed="2026-05-01"), state)
    with pytest.raises(Refused, match="closed with a finding"):
        outcome(KloeAct(None, id=entry, closed="2026-05-01", finding="  "), state)
    found = kept(KloeAct(None, id=entry, finding="Half are over a year."), state)
    closed = only(kept(KloeAct(None, id=entry, closed="2026-05-01"), found))
    assert (closed.finding, closed.closed) == ("Half are over a year.", "2026-05-01")
    assert (closed.item, closed.forum) == ("two", "Data group")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (KloeAct(None), "needs its question"),
        (KloeAct("x", closed="2026-05-01"), "closed with a finding"),
        (KloeAct("x", closed="soon", finding="y"), "not a day"),
        (KloeAct(None, id="zz", closed="2026-05-01"), "No key line of enquiry"),
        (KloeAct("x", item="nobody"), "nobody"),
    ],
)
def test_what_cannot_be_is_refused(act: KloeAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act)


def test_it_is_removed_by_its_id() -> None:
    state = kept(KloeAct("x"))
    (entry,) = state.kloes
    assert kept(KloeAct(None, id=entry, remove=True), state) == SessionState()
