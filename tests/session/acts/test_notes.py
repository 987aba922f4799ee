"""Lines from the talk."""

import pytest

from maturity.session.acts.act import Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.state import SessionState
from session.acts.kept import done, kept, outcome


def test_a_note_has_words_a_tag_and_may_be_private() -> None:
    state = kept(NoteAct("1.1", " Two dashboards\ndisagree. ", tag="gap", private=True))
    (note,) = state.criterion["lens"].notes.values()
    assert (note.text, note.tag, note.private) == ("Two dashboards\ndisagree.", "gap", True)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        (None, "Noted under First things."),
        ("gap", "Noted under First things as a gap."),
        ("later", "Noted under First things, for later."),
    ],
)
def test_what_was_noted_is_said(tag: str | None, said: str) -> None:
    assert outcome(NoteAct("one", "x", tag=tag)).said == said  # type: ignore[arg-type]  # a choice


def test_a_note_is_changed_and_removed_by_its_id() -> None:
    state = done(NoteAct("one", "x"), NoteAct("two", "y"))
    (entry,) = state.pillar["one"].notes
    changed = kept(NoteAct(None, "z", id=entry), state)
    assert changed.pillar["one"].notes[entry].text == "z"
    gone = kept(NoteAct(None, None, id=entry, remove=True), state)
    assert "one" not in gone.pillar
    assert gone.pillar["two"].notes


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (NoteAct("one", ""), "needs an item and a line"),
        (NoteAct(None, "x"), "needs an item and a line"),
        (NoteAct(None, None, remove=True), "Say which note"),
        (NoteAct(None, None, id="zz"), 'No note has the id "zz"'),
    ],
)
def test_what_cannot_be_is_refused(act: NoteAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act, SessionState())
