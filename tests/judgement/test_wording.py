"""Golden sentences: the exact words that are said everywhere."""

import pytest

from maturity.judgement import wording


def test_the_fixed_sentences() -> None:
    assert wording.BANNER == (
        "PROVISIONAL: self-assessment for support and improvement, not an inspection judgement."
    )
    assert wording.CANNOT_SAY == (
        "We cannot say yet. What would settle it, who will find out, and by when?"
    )
    assert wording.DISSENT_OFFERED == (
        "Does anyone want a different view recorded? By group, by role, or as someone in the room."
    )
    assert wording.SPLIT_ADVICE == (
        "The room is split. When the evidence is equal, many rooms record the lower level and "
        "name what would move it."
    )
    assert wording.NO_RISKS == "None (the room was asked)."
    assert wording.RISKS_NOT_RECORDED == "None recorded."
    assert wording.UNFINISHED == (
        "A level on its own is not finished: add the because, any dissent, the gap, or the next "
        "step."
    )


def test_the_ground_rules_in_full() -> None:
    text = " ".join(
        f"**{rule.heading}** {' '.join(rule.sentences)}" for rule in wording.ground_rules()
    )
    assert text == (
        "**What happens to your words.** We keep levels, counts of votes and one-line notes; "
        "never who voted what. Notes may be requested and released, so we write them as we would "
        "say them in public. Name no child. A different view is kept in your words, by group and "
        "not by name. You choose where it stands: in any paper, in the board's paper only (the "
        "usual), or only noted: that a different view exists. Ask for it at any time, before or "
        "after a vote. We read your words back to you before they are kept. **This is not a "
        "judgement.** It is not an inspection. Today's ratings are provisional until the board "
        "has answered."
    )


def test_hands_are_said_to_be_public_and_the_board_has_its_own_name() -> None:
    words, judgement = wording.ground_rules("partnership board", hands=True)
    assert words.sentences[-1] == "Hands are public."
    assert any("in the partnership board's paper only" in said for said in words.sentences)
    assert judgement.sentences[-1] == (
        "Today's ratings are provisional until the partnership board has answered."
    )


@pytest.mark.parametrize("way", ["paper", "hands", "survey", "phone"])
def test_the_way_of_voting_is_said_and_that_hands_are_public(way: str) -> None:
    rule = wording.voting_rule(way)
    assert rule.heading == "How we vote."
    assert rule.sentences[-1] == "Hands are public."
    assert ("nobody sees" in rule.sentences[0]) == (way in {"paper", "phone"})
