"""Documents, facts and links."""

from dataclasses import replace

import pytest

from builders import a_scene
from evidence.papers import rag_plan, read
from maturity.session.acts.act import Refused
from maturity.session.acts.evidence import (
    DocumentAct,
    FactsAct,
    LinkAct,
    UnlinkAct,
    facts_outcome,
)
from maturity.session.state import SessionState
from maturity.text import CAP
from session.acts.kept import done, kept, outcome

DOCUMENT, EXCERPTS = read(b"A paper\n\n- Plans are late\n\n- Helpline open\n")
ADD = DocumentAct(DOCUMENT, EXCERPTS, "a.txt", "ff", kind="process", date="27 January 2026")


def test_a_document_is_taken_once_with_its_facts() -> None:
    state = kept(ADD)
    document = state.documents[DOCUMENT.id]
    assert (document.kind, document.date, document.file) == ("process", "2026-01-27", "a.txt")
    assert document.counts["excerpts"] == len(EXCERPTS)
    assert outcome(ADD, state).changes == ()
    again = outcome(ADD, state)
    assert "Already added" in again.said
    assert again.warnings[0].startswith("Its kind and date stayed as before.")
    assert outcome(replace(ADD, kind=None, date=None), state).warnings == ()


def test_a_link_copies_the_words_and_the_same_again_changes_it() -> None:
    excerpt = EXCERPTS[-1]
    link = LinkAct("one", excerpt, DOCUMENT.id, "supports", "It is so.")
    state = done(ADD, link)
    (kept_link,) = state.pillar["one"].links.values()
    assert (kept_link.quote, kept_link.ref) == (excerpt.text, excerpt.ref)
    assert kept_link.document_title == DOCUMENT.title
    assert outcome(link, state).said == "Linked already."
    again = kept(LinkAct("one", excerpt, DOCUMENT.id, "challenges"), state)
    (kept_link,) = again.pillar["one"].links.values()
    assert (kept_link.stance, kept_link.shows) == ("challenges", "It is so.")


def test_words_longer_than_any_field_are_quoted_up_to_the_limit() -> None:
    long = EXCERPTS[-1].model_copy(update={"text": "word " * 5_000})
    (kept_link,) = kept(LinkAct("one", long, DOCUMENT.id)).pillar["one"].links.values()
    assert len(kept_link.quote) == CAP
    assert kept_link.quote.endswith("\N{HORIZONTAL ELLIPSIS}")


def test_unlinking_takes_the_link_with_that_excerpt() -> None:
    state = done(ADD, *(LinkAct("one", excerpt, DOCUMENT.id) for excerpt in EXCERPTS))
    gone = kept(UnlinkAct("one", EXCERPTS[0].id), state)
    assert [link.excerpt for link in gone.pillar["one"].links.values()] == [
        excerpt.id for excerpt in EXCERPTS[1:]
    ]


@pytest.mark.parametrize("asked", ["", "zz"])
def test_unlinking_needs_one_excerpt(asked: str) -> None:
    state = done(ADD, LinkAct("one", EXCERPTS[0], DOCUMENT.id))
    with pytest.raises(Refused, match="no one link"):
        outcome(UnlinkAct("one", asked), state)


def test_facts_stand_on_a_document_or_on_an_excerpt() -> None:
    state = kept(FactsAct(DOCUMENT.id[:8], voice="families", date=""), kept(ADD))
    document = state.documents[DOCUMENT.id]
    assert (document.voice, document.date, document.kind) == ("families", None, "process")
    found = facts_outcome(
        a_scene(state), FactsAct("abc", cohort="pilot"), excerpts=("abcdef", "bcd")
    )
    assert [change.at for change in found.changes] == [("excerpts", "abcdef", "cohort")]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [("", "by its id"), ("zz", "No document or excerpt"), ("a", "More than one")],
)
def test_facts_need_one_document_or_excerpt(asked: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        facts_outcome(a_scene(SessionState()), FactsAct(asked), excerpts=("ab", "ac"))


def test_a_mark_of_personal_data_goes_with_the_link() -> None:
    marked = EXCERPTS[-1].model_copy(update={"flags": ("personal_data",)})
    state = done(ADD, LinkAct("one", marked, DOCUMENT.id), LinkAct("two", EXCERPTS[0], DOCUMENT.id))
    assert [link.personal_data for link in state.pillar["one"].links.values()] == [True]
    assert [link.personal_data for link in state.pillar["two"].links.values()] == [False]


def test_a_link_that_was_suggested_keeps_the_words_why() -> None:
    state = done(ADD, LinkAct("one", EXCERPTS[0], DOCUMENT.id, matched=("plans", "late")))
    (link,) = state.pillar["one"].links.values()
    assert (link.suggested, link.matched) == (True, ("plans", "late"))


def test_a_mark_is_settled_on_an_excerpt_and_kept_words_have_a_reason() -> None:
    scene = a_scene(kept(ADD))
    keep = FactsAct("abc", privacy="keep", because="The family agreed in writing.")
    (change,) = facts_outcome(scene, keep, excerpts=("abcdef",)).changes
    assert change.at == ("excerpts", "abcdef", "privacy")
    assert change.new == {"choice": "keep", "because": "The family agreed in writing."}
    state = kept(FactsAct(DOCUMENT.id, privacy="redact"), kept(ADD))
    privacy = state.documents[DOCUMENT.id].privacy
    assert privacy is not None
    assert (privacy.choice, privacy.because) == ("redact", None)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (FactsAct("abc", privacy="keep"), "Say why"),
        (FactsAct("abc", privacy="keep", because="  "), "Say why"),
        (FactsAct("abc", because="Said in public."), "goes with --privacy"),
    ],
)
def test_words_are_not_kept_without_a_reason(act: FactsAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        facts_outcome(a_scene(kept(ADD)), act, excerpts=("abcdef",))


LATER = '"{}" is after the workshop.'


def test_a_day_after_the_workshop_is_kept_and_said() -> None:
    said = outcome(replace(ADD, date="24 March 2026"))
    assert said.warnings == (LATER.format("24 March 2026"),)
    assert outcome(replace(ADD, date="23 March 2026")).warnings == ()
    facts = FactsAct(DOCUMENT.id, date="2 May 2026")
    assert outcome(facts, kept(ADD)).warnings == (LATER.format("2 May 2026"),)
    assert kept(facts, kept(ADD)).documents[DOCUMENT.id].date == "2026-05-02"


def test_statuses_and_meetings_after_the_workshop_are_said_and_the_next_meeting_is_not() -> None:
    plan = DocumentAct(*read(rag_plan().replace("Dec-25", "Dec-26")), "plan.tsv", "ff")
    assert outcome(plan).warnings == (LATER.format("Dec-26"),)
    late = "<h1>Minutes of 27 April 2026</h1><h2>Date of next meeting</h2><p>8 May 2026</p>"
    minutes = DocumentAct(*read(late), "minutes.html", "ff")
    assert outcome(minutes).warnings == (LATER.format("27 April 2026"),)


def test_the_same_facts_are_set_on_several_at_once() -> None:
    act = FactsAct(DOCUMENT.id, cohort="whole", also=tuple(one.id for one in EXCERPTS))
    found = facts_outcome(a_scene(kept(ADD)), act, tuple(one.id for one in EXCERPTS))
    assert len(found.changes) == 1 + len(EXCERPTS)
    assert found.said == f"Kept: cohort in {1 + len(EXCERPTS)} places."


LONG = "Two of every three plans were late, and nobody told the families of it."


def test_the_same_words_in_two_documents_are_one_card() -> None:
    (first, (one,)), (second, (two,)) = (read(f"{head}\n\n- {LONG}\n") for head in ("# A", "# B"))
    state = kept(LinkAct("one", one, first.id))
    spaced = two.model_copy(update={"text": LONG.replace(" ", "  ")})
    again = outcome(LinkAct("one", spaced, second.id), state)
    assert again.changes == ()
    assert again.said.startswith("Linked already. It is one card with the same words in")
    changed = kept(LinkAct("one", two, second.id, "challenges"), state)
    assert [link.stance for link in changed.pillar["one"].links.values()] == ["challenges"]
    assert len(kept(LinkAct("two", two, second.id), state).pillar["two"].links) == 1


def test_a_few_words_in_two_documents_are_two_cards() -> None:
    (first, (one,)), (second, (two,)) = (read(f"{head}\n\n- Agreed.\n") for head in ("# A", "# B"))
    state = done(LinkAct("one", one, first.id), LinkAct("one", two, second.id))
    assert len(state.pillar["one"].links) == 2


@pytest.mark.parametrize(
    "other",
    [
        "3. Two of every three plans were late, and nobody told the fami\u00adlies of it.",
        "Two of every three plans were late, and no-\nbody told the \ufb01amilies of it.3".replace(
            "\ufb01", "f"
        ),
    ],
)
def test_words_set_in_another_way_are_one_card(other: str) -> None:
    (first, (one,)), (second, (two,)) = (read(f"{head}\n\n- {LONG}\n") for head in ("# A", "# B"))
    state = kept(LinkAct("one", one, first.id))
    again = outcome(LinkAct("one", two.model_copy(update={"text": other}), second.id), state)
    assert again.said.startswith("Linked already. It is one card with the same words in")


def test_nearly_the_same_words_are_two_cards_and_that_is_said() -> None:
    (first, (one,)), (second, (two,)) = (
        read(f"# A\n\n- {LONG}\n"),
        read(f"# B\n\n- {LONG.replace('were late', 'were not late')}\n"),
    )
    state = kept(LinkAct("one", one, first.id))
    near = outcome(LinkAct("one", two, second.id, "challenges"), state)
    assert len(near.changes) == 1
    (said,) = near.warnings
    assert said.startswith("Nearly the same words are linked here from")
    assert outcome(LinkAct("two", two, second.id), state).warnings == ()
