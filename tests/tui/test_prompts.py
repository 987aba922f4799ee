"""The challenge prompts in the Talk step: seen, chosen, answered, and private ones kept private."""

from pathlib import Path

import pytest

from maturity.judgement.view import Audience
from maturity.session.acts.answers import AnswerAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.votes import VoteAct
from maturity.tui.widgets.strip import StepStrip
from maturity.workshop import Workshop
from tui.rooms import NARROW, WIDE, Seen, a_room, everything_drawn, press, walk

FAMILIES = "Would families say this? What would they point to?"
SPLIT = "Who sees this differently, and why?"
PRIVATE = "Families in the room see this lower."


def a_split_room(tmp_path: Path) -> Workshop:
    """A rated item with two prompts open for the room, and one for the facilitator alone."""
    workshop = a_room(tmp_path, voters=12)
    workshop.do(VoteAct("one", (4, 4, 4), present=12))
    workshop.do(VoteAct("one", (3, 0, 0), group="families"))
    workshop.do(RateAct("one", "middle"))
    return workshop


def outcomes(seen: Seen) -> dict[str, tuple[str, str]]:
    item = seen.workshop.view(Audience.FACILITATOR).item("one")
    return {one.code: (one.outcome, one.answer) for one in item.prompts if not one.is_open}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_open_prompts_stand_with_what_made_them_fire(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(seen: Seen) -> None:
        at = next(n for n, row in enumerate(seen.rows) if FAMILIES in row)
        assert "No view of families or young people is linked." in seen.rows[at + 1]
        assert SPLIT in seen.text
        assert "y answers a question" in seen.text
        assert "answer in a line" not in seen.text

    walk(a_split_room(tmp_path), look, "t", size=size)


@pytest.mark.parametrize(
    ("letter", "words", "outcome"),
    [
        ("a", "They say so.", "answered"),
        ("enter", "They say so.", "answered"),
        ("s", "Ask the forum.", "accepted"),
        ("p", "", "parked"),
        ("d", "It was asked in May.", "dismissed"),
    ],
)
def test_y_answers_the_first_open_prompt_from_any_step(
    tmp_path: Path, letter: str, words: str, outcome: str
) -> None:
    async def look(seen: Seen) -> None:
        assert outcomes(seen) == {"CH01": (outcome, words)}
        assert f"{FAMILIES} {outcome.capitalize()}" in seen.text
        actions = [one.text for one in seen.workshop.view(Audience.ROOM).actions]
        assert actions == ([words] if outcome == "accepted" else [])
        assert seen.screen.sitting.step == "t"
        assert seen.screen.focused is seen.screen.query_one(StepStrip)
        await press(seen.pilot, "u")
        assert outcomes(seen) == {}

    walk(a_split_room(tmp_path), look, "r", "y", letter, f'"{words}', "enter")


def test_the_arrows_choose_another_prompt(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert outcomes(seen) == {"CH08": ("answered", "Nobody.")}

    walk(a_split_room(tmp_path), look, "y", "down", "a", '"Nobody.', "enter")


def test_an_answer_that_needs_words_is_not_kept_without_them(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert outcomes(seen) == {}
        assert "Say why the question does not help here." in seen.text
        await press(seen.pilot, '"Asked before.', "enter")
        assert outcomes(seen) == {"CH01": ("dismissed", "Asked before.")}

    walk(a_split_room(tmp_path), look, "y", "d", "enter")


def test_words_half_typed_wait_for_their_own_prompt(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        field = seen.screen.query_one("#answer")
        assert not field.display
        await press(seen.pilot, "y", "down", "a")
        assert field.value == ""  # type: ignore[attr-defined]  # a field
        await press(seen.pilot, "escape", "full_stop", "comma", "y", "a")
        assert field.value == "Half"  # type: ignore[attr-defined]  # a field
        assert outcomes(seen) == {}

    walk(a_split_room(tmp_path), look, "y", "a", '"Half', "escape")


def test_a_private_prompt_is_in_no_widget_until_it_is_asked_for(tmp_path: Path) -> None:
    workshop = a_split_room(tmp_path)

    async def look(seen: Seen) -> None:
        assert PRIVATE not in everything_drawn(seen.screen)
        await press(seen.pilot, "h")
        assert f"{PRIVATE} What are they seeing? (for you alone)" in seen.text
        await press(seen.pilot, "y", "a", '"typed-canary')
        assert "typed-canary" in everything_drawn(seen.screen)
        seen.screen.hide_private()
        await seen.pilot.pause()
        drawn = everything_drawn(seen.screen)
        assert not {word for word in (PRIVATE, "typed-canary", "family-gap") if word in drawn}
        assert seen.screen.focused is seen.screen.query_one(StepStrip)
        seen.workshop.do(AnswerAct("one", "CH09", "answer-canary"))
        await press(seen.pilot, "r", "t")
        assert "answer-canary" not in everything_drawn(seen.screen)
        await press(seen.pilot, "h")
        assert "(for you alone) Answered: answer-canary" in everything_drawn(seen.screen)

    walk(workshop, look, "t")


def test_a_prompt_that_opens_again_shows_what_was_said_before(tmp_path: Path) -> None:
    workshop = a_split_room(tmp_path)
    workshop.do(AnswerAct("one", "CH08", "Nobody today."))
    workshop.do(RateAct("one", "high"))

    async def look(seen: Seen) -> None:
        assert "Before the level changed, answered: Nobody today." in seen.text

    walk(workshop, look, "t")


def test_where_nothing_is_open_y_says_so_and_space_goes_on(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        told = [notice.message for notice in seen.app._notifications]
        assert told == ["No question is open for this item."]
        await press(seen.pilot, "space")
        assert seen.screen.sitting.step == "a"

    walk(a_room(tmp_path), look, "y")


def test_space_goes_on_from_among_the_prompts(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.screen.sitting.step != "t"

    walk(a_split_room(tmp_path), look, "y", "space")


def test_enter_on_the_strip_goes_to_the_notes_the_questions_or_a_new_note(tmp_path: Path) -> None:
    workshop = a_split_room(tmp_path)

    async def look(seen: Seen) -> None:
        assert seen.screen.focused is not None
        assert seen.screen.focused.id == "open-prompts"
        await press(seen.pilot, "escape", "full_stop", "enter")
        assert seen.screen.focused.id == "note"
        await press(seen.pilot, '"A line.', "enter", "enter")
        assert seen.screen.focused.id == "notes"

    walk(workshop, look, "t", "enter")
