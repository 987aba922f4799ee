"""What each step shows, in lines."""

from builders import tiny
from evidence.papers import read
from maturity.judgement import wording
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience, ItemView
from maturity.session.acts.answers import AnswerAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.evidence import LinkAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct, SeenAct
from maturity.session.acts.surveys import SurveyAct
from maturity.session.acts.votes import VoteAct
from maturity.steps import STEPS, shown
from maturity.survey.counts import Counts, ItemCounts
from session.acts.kept import done

DOCUMENT, EXCERPTS = read(b"A paper\n\n- Plans are late\n")


def one(*acts: object, audience: Audience = Audience.FACILITATOR) -> ItemView:
    return disclose(done(*acts), tiny(), audience).item("one")


def test_the_levels_stand_highest_first_and_the_lenses_after_them() -> None:
    lines = shown.read_lines(one(SeenAct("lens", "middle")))
    assert lines == (
        "How well do we do the first things?",
        "3 High:",
        "Always.",
        "2 Middle:",
        "Mostly.",
        "1 Low:",
        "Now and then.",
        "1.1 A lens: seen as Middle",
    )
    assert shown.read_lines(one())[-1] == "1.1 A lens: not seen yet"


def test_evidence_shows_words_place_and_what_they_show() -> None:
    link = LinkAct("one", EXCERPTS[-1], DOCUMENT.id, "challenges", "Families hear late.")
    (line,) = shown.evidence_lines(one(link))
    assert line.startswith("challenges: Plans are late (")
    assert line.endswith(" Shows: Families hear late.")
    assert shown.evidence_lines(one()) == ("No evidence is linked yet.",)


def test_every_round_is_shown_with_its_sentences() -> None:
    lines = shown.vote_lines(one(VoteAct("one", (3, 9, 2)), VoteAct("one", (0, 14, 0))))
    assert [line[:8] for line in lines if line.startswith("Round")] == ["Round 1:", "Round 2:"]
    assert "No vote yet." in shown.vote_lines(one())[0]


def test_talk_shows_the_order_and_the_notes() -> None:
    lines = shown.talk_lines(one(NoteAct("one", "A", tag="gap"), NoteAct("one", "B")))
    assert lines[0].startswith("Families first")
    assert lines[1:] == ("gap: A", "note: B")


def test_talk_shows_the_prompts_the_room_may_know_of() -> None:
    families = VoteAct("one", (3, 0, 0), group="families")
    acts = (VoteAct("one", (4, 4, 4), present=12), families, RateAct("one", "middle"))
    answered = AnswerAct("one", "CH08", "Nobody today.")
    lines = shown.talk_lines(one(*acts, answered, audience=Audience.ROOM))
    asked = "CH01, open: Would families say this? What would they point to?"
    assert lines[1] == f"{asked} No view of families or young people is linked."
    assert lines[2] == "CH08, answered: Who sees this differently, and why? Nobody today."
    assert not any("CH09" in line for line in lines)
    assert lines[1] in shown.talk_lines(one(*acts))


def test_what_was_agreed_is_shown_with_what_is_missing() -> None:
    assert shown.agree_lines(one()) == ("Rating: Not rated.",)
    assert "No because yet." in shown.agree_lines(one(RateAct("one", "low")))
    lines = shown.agree_lines(one(RateAct("one", "low", because="Why.", confidence="low")))
    assert lines == (
        "Rating: Low.",
        "Because: Why.",
        "Confidence: low.",
        "Suggested confidence: low, because no evidence is linked and there is no vote to go by.",
    )


def test_votes_gathered_before_are_counted_and_not_shown() -> None:
    counts = Counts({"low": 9, "middle": 0, "high": 5})
    waits = one(SurveyAct((ItemCounts("one", counts),), people=14))
    assert shown.votes(waits) == "14 in"
    assert shown.vote_lines(waits) == (
        "14 votes gathered before the sitting, unseen until they are revealed.",
    )
    assert not any(digit in str(shown.agree_lines(waits)) for digit in "95")


def test_a_split_room_reads_what_many_rooms_do() -> None:
    assert wording.SPLIT_ADVICE in shown.agree_lines(one(VoteAct("one", (9, 0, 9))))
    assert wording.SPLIT_ADVICE not in shown.agree_lines(one(VoteAct("one", (0, 18, 0))))


def test_views_are_offered_and_shown_as_far_as_they_reach() -> None:
    acts = (
        DissentAct("one", from_="health", level="high", reason="Why."),
        DissentAct("one", reason="Noted words.", reach="noted"),
    )
    lines = shown.dissent_lines(one(*acts))
    assert lines[0] == wording.DISSENT_OFFERED
    assert lines[1] == "Health holds High: Why."
    public = shown.dissent_lines(one(*acts, audience=Audience.ROOM))
    assert public[2] == "A different view was noted."


def test_what_comes_next_is_shown_or_asked() -> None:
    assert "one line each" in shown.next_lines(one())[0]
    lines = shown.next_lines(one(RateAct("one", cannot_say="Ask them."), RateAct("one", aim="3")))
    assert lines == ("What would settle it: Ask them.", "Aim: High")


def test_votes_held_back_are_said_to_be_held() -> None:
    item = one(VoteAct("one", (1, 1, 0)), RateAct("one", "low"), audience=Audience.PUBLIC)
    assert shown.votes(item) == "held"
    assert shown.offer(item) == "-"


def test_every_step_shows_something_of_an_item_nobody_has_touched() -> None:
    for step in STEPS:
        assert step.shows(one()), step.key
