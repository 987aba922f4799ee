"""What is being linked, as what, and the question that is asked."""

from hypothesis import given
from hypothesis import strategies as st

from maturity.tui.panes.linking import Linking

STANCES = st.sampled_from(["supports", "challenges", "context"])


def test_the_question_says_as_what_and_which_words() -> None:
    asked = Linking("e1", "challenges", "Waiting times fell " * 9).question
    assert asked.startswith('Challenges: "Waiting times fell')
    assert "What does it show?" in asked
    assert len(asked) < 180


@given(STANCES, st.integers(min_value=-9, max_value=9))
def test_turning_there_and_back_changes_nothing(stance: str, step: int) -> None:
    linking = Linking("e1", stance, "Waits fell.")
    assert linking.turned(step).turned(-step) == linking


@given(STANCES)
def test_three_turns_meet_every_stance_once(stance: str) -> None:
    linking = Linking("e1", stance, "Waits fell.")
    assert {linking.turned(step).stance for step in range(3)} == {
        "supports",
        "challenges",
        "context",
    }
