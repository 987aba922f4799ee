"""The lines of one action before they are written."""

import pytest

from builders import a_typist
from maturity.session.acts.act import Change, Refused
from maturity.session.drafting import Draft
from maturity.session.fold import EMPTY, fold
from maturity.session.state import Pin
from session.test_fold import an_event

NOW = "2026-03-23T09:30:00Z"
BECAUSE = ("pillar", "one", "because")
NOTES = ("pillar", "one", "notes")


def test_the_first_action_follows_the_line_that_opens() -> None:
    draft = Draft(EMPTY, a_typist(), NOW, written=0)
    opening = draft.opening(Pin(id="tiny", version="1.0", fingerprint="f"))
    (line,) = draft.after_opening().lines([Change("set", BECAUSE, "Why.")], "rate", ())
    assert (opening.id, opening.n, opening.op) == ("9d07be41.1", 1, "open")
    assert opening.details["framework"] == "f"
    assert (line.id, line.n, line.grp, line.end) == ("9d07be41.2", 2, None, False)


def test_several_lines_bear_the_id_of_the_first_and_the_last_ends_them() -> None:
    changes = [Change("set", BECAUSE, "a"), Change("add", NOTES, {"text": "b"})]
    first, last = Draft(EMPTY, a_typist(), NOW, written=7).lines(changes, "rate", ())
    assert (first.id, first.grp, first.end) == ("9d07be41.8", "9d07be41.8", False)
    assert (last.id, last.grp, last.end) == ("9d07be41.9", "9d07be41.8", True)
    assert (first.n, last.n) == (1, 2)


def test_a_line_keeps_what_stood_there_and_the_heads_it_saw() -> None:
    added = an_event(1, NOTES, {"text": "x"}, op="add")
    tagged = an_event(2, (*NOTES, added.id, "tag"), "gap")
    draft = Draft(fold([added, tagged, an_event(3, BECAUSE, "Old.")]), a_typist(), NOW, written=3)
    (line,) = draft.lines([Change("set", BECAUSE, "New.")], "rate", ())
    assert (line.old, line.new, line.sees) == ("Old.", "New.", ("9d07be41.3",))
    (gone,) = draft.lines([Change("retract", NOTES, of=added.id)], "note", ())
    assert (gone.old, gone.sees) == ({"text": "x", "tag": "gap"}, (tagged.id,))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (Change("set", (*NOTES, "9d07be41.1", "text")), "The text cannot be left empty"),
        (Change("add", NOTES, {}), "notes/text"),
        (Change("set", ("nobody",), "x"), "nothing called nobody"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words(change: Change, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        Draft(EMPTY, a_typist(), NOW, written=1).lines([change], "note", ())
