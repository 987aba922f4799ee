"""The Room by keys alone: one item, seven steps in any order."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maturity.judgement.view import Audience
from maturity.session.acts.notes import NoteAct
from maturity.tui.overlays.panel import Panel
from tui.rooms import NARROW, WIDE, Seen, a_room, everything_drawn, press, walk

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


@SIZES
def test_the_loop_of_one_item_by_its_letters(tmp_path: Path, size: tuple[int, int]) -> None:
    async def look(seen: Seen) -> None:
        item = seen.workshop.view(Audience.FACILITATOR).item("one")
        assert item.rounds[0].counts == (3, 7, 2)
        assert item.rating.said == "Middle"
        assert item.rating.because == "Named leads."
        assert item.rating.confidence == "medium"
        assert [(note.text, note.tag) for note in item.notes] == [("Two figures disagree", "gap")]
        (dissent,) = item.dissents
        assert (dissent.who, dissent.reason, dissent.reach) == ("Health", "Not here.", "board")
        assert dissent.level is not None
        assert dissent.level.id == "low"
        (action,) = seen.workshop.view(Audience.FACILITATOR).actions
        assert (action.text, action.owners, action.due) == ("share the table", ("P1",), "two weeks")
        assert action.plan == ("LAIP 3.11",)
        assert action.item == "one"
        assert [link.facts.kind for link in item.links] == ["family-experience"]

    walk(
        a_room(tmp_path, voters=12),
        look,
        *("f", '"We hear late.', "enter"),
        *("v", '"3 7', "enter"),
        *("n", '"Two figures disagree', "tab", "g"),
        *("a", "2", "enter", "w", '"Named leads.', "enter", "c", "m"),
        *(
            "d",
            "down",
            "down",
            "down",
            "enter",
            "1",
            "enter",
            '"Not here.',
            "enter",
            "enter",
            "escape",
        ),
        *("s", "n", '"share the table @P1 two weeks >LAIP 3.11', "enter"),
        size=size,
    )


def test_space_goes_on_and_passes_over_what_is_done(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=3)
    workshop.do(NoteAct("one", "Said already."))

    async def look(seen: Seen) -> None:
        steps = [seen.screen.sitting.step]
        for _ in range(5):
            await press(seen.pilot, "space")
            steps.append(seen.screen.sitting.step)
        assert steps[:4] == ["r", "v", "a", "s"]
        assert seen.screen.sitting.item.id == "two"

    walk(workshop, look)


def test_no_digit_of_a_vote_is_in_any_widget_before_the_reveal(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "votes in: 97 of 12" in seen.text
        assert "83" not in everything_drawn(seen.screen)
        assert "83" not in "\n".join(seen.rows)
        await press(seen.pilot, "backspace", "backspace", '"x')
        assert "83" not in everything_drawn(seen.screen)
        await press(seen.pilot, "enter")
        assert "83" not in everything_drawn(seen.screen)
        assert seen.workshop.view(Audience.ROOM).item("one").rounds == ()

    walk(a_room(tmp_path, voters=12), look, "v", '"83 14 0')


def test_a_count_that_nobody_can_see_is_emptied_by_one_key(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "a count is begun" in seen.text
        assert "delete empties it" in seen.text
        await press(seen.pilot, "v", "delete", '"4 6 2', "enter")
        (one,) = seen.workshop.view(Audience.ROOM).item("one").rounds
        assert one.counts == (4, 6, 2)

    walk(a_room(tmp_path, voters=12), look, "r", "1", "3", "escape", "r", "v")


def test_hands_are_public_and_said_to_be(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Hands are public." in seen.text
        assert "2 Low, 1 Middle, 9 High" in seen.text

    walk(a_room(tmp_path, voters=12), look, "v", '"2 1', "tab", "s")


def test_ten_or_more_voters_need_spaces(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.workshop.view(Audience.ROOM).item("one").rounds == ()

    walk(a_room(tmp_path, voters=10), look, "v", '"343', "enter", "enter", "enter")


def test_fewer_voters_may_run_their_counts_together(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.workshop.view(Audience.ROOM).item("one").rounds[0].counts == (3, 4, 2)

    walk(a_room(tmp_path, voters=9), look, "v", '"342', "enter")


def test_a_sum_that_does_not_fit_is_kept_by_a_second_enter(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "1 fewer than the 12 voters here" in seen.text
        await press(seen.pilot, "enter")
        (one,) = seen.workshop.view(Audience.ROOM).item("one").rounds
        assert (one.counts, one.present) == ((3, 7, 1), 11)

    walk(a_room(tmp_path, voters=12), look, "v", '"3 7 1', "enter")


def test_escape_closes_a_further_round_that_is_empty(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Round 2: how many chose each" in seen.text
        assert "enter reveals" in seen.rows[-2]
        await press(seen.pilot, "escape")
        assert "Round 2" not in seen.text
        assert "v opens another round" in seen.rows[-2]

    walk(a_room(tmp_path, voters=12), look, "v", '"3 7', "enter", "v")


def test_v_again_opens_the_next_round_beside_the_first(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        rounds = seen.workshop.view(Audience.ROOM).item("one").rounds
        assert [one.n for one in rounds] == [1, 2]
        assert "Round 1 (cards)" in seen.text
        assert "Round 2 (cards)" in seen.text

    walk(a_room(tmp_path, voters=12), look, "v", '"3 7', "enter", "v", '"1 10', "enter")


def test_a_digit_records_no_level_outside_a_level_field(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        for step in "rvtds":
            await press(seen.pilot, step, "2", "enter", "escape", "escape")
            assert not seen.workshop.view(Audience.ROOM).item("one").is_rated
            assert (seen.screen.sitting.step == "v") is (step in "rvt")
        await press(seen.pilot, "v")
        assert "Still to count" in seen.text

    walk(a_room(tmp_path, voters=12), look)


def test_nothing_is_chosen_before_a_number_and_enter(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert not seen.workshop.view(Audience.ROOM).item("one").is_rated
        assert "enter records it" in seen.text
        await press(seen.pilot, "escape")
        assert "enter records it" not in seen.text.replace("enter records it;", "")
        await press(seen.pilot, "enter")
        assert not seen.workshop.view(Audience.ROOM).item("one").is_rated

    walk(a_room(tmp_path), look, "a", "2")


def test_a_level_the_item_lacks_cannot_be_lit(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert not seen.workshop.view(Audience.ROOM).item("one").is_rated

    walk(a_room(tmp_path), look, "a", "7", "enter")


def test_zero_asks_what_would_settle_it(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        rating = seen.workshop.view(Audience.ROOM).item("one").rating
        assert (rating.state, rating.next_step) == ("cannot-say", "Ask the ICB by May.")

    walk(a_room(tmp_path), look, "a", "0", "s", '"Ask the ICB by May.', "enter")


def test_a_split_room_is_advised_and_no_level_is_set(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "many rooms record the lower level" in seen.text
        assert not seen.workshop.view(Audience.ROOM).item("one").is_rated

    walk(a_room(tmp_path, voters=12), look, "v", '"6 0 6', "enter", "a")


def test_what_is_typed_is_kept_by_moving_on(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.workshop.view(Audience.ROOM).item("one").rating.because == "Half a sent"
        assert seen.screen.sitting.item.id == "one"

    walk(a_room(tmp_path), look, "w", '"Half a sent', "tab")


def test_what_is_typed_is_kept_soon_after_the_last_key(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        later: list[tuple[float, object]] = []

        class Still:
            def stop(self) -> None:
                later.clear()

        def wait(seconds: float, job: object) -> Still:
            later.append((seconds, job))
            return Still()

        seen.screen.keeper._later = wait
        await press(seen.pilot, "w", '"Because')
        assert seen.workshop.view(Audience.ROOM).item("one").rating.because == ""
        assert {seconds for seconds, _ in later} <= {0.8, 5.0}
        seen.screen.keeper.now()
        assert seen.workshop.view(Audience.ROOM).item("one").rating.because == "Because"

    walk(a_room(tmp_path), look)


def test_undo_takes_back_and_redo_brings_every_word_again(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        before = seen.workshop.state
        await press(seen.pilot, "u")
        assert seen.workshop.view(Audience.ROOM).item("one").notes == ()
        await press(seen.pilot, "U")
        assert seen.workshop.state == before

    walk(a_room(tmp_path), look, "n", '"A line', "enter")


def test_private_notes_are_in_no_widget_until_h(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.do(NoteAct("one", "secret-canary", private=True))

    async def look(seen: Seen) -> None:
        assert "secret-canary" not in everything_drawn(seen.screen)
        await press(seen.pilot, "h")
        assert "secret-canary" in seen.text
        assert "PRIVATE SHOWN" in seen.text
        await press(seen.pilot, "a", "t")
        assert "secret-canary" not in everything_drawn(seen.screen)
        await press(seen.pilot, "h")
        seen.screen.hide_private()
        await seen.pilot.pause()
        assert "secret-canary" not in everything_drawn(seen.screen)

    walk(workshop, look, "t")


def test_a_dissent_draft_and_a_half_typed_vote_wait_for_the_room_to_come_back(
    tmp_path: Path,
) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "d", "tab", "tab", "tab", "tab", '"They would not', "escape")
        await press(seen.pilot, "full_stop", "v", "comma", "d")
        assert "They would not" in seen.text
        await press(seen.pilot, "v")
        assert "votes in: 3 of 12" not in seen.text
        assert "Still to count" in seen.text

    walk(a_room(tmp_path, voters=12), look, "v", '"3', "escape")


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    keys=st.lists(
        st.sampled_from(
            [
                *"revtadsnwcfhxl120uU",
                *("space", "comma", "full_stop", "left", "right", "slash"),
                *("escape", "tab", "enter", "down", "up"),
            ]
        ),
        min_size=1,
        max_size=14,
    )
)
def test_no_order_of_keys_raises_or_loses_the_room(
    tmp_path_factory: pytest.TempPathFactory, keys: list[str]
) -> None:
    async def look(seen: Seen) -> None:
        assert seen.app.is_running
        assert "Something went wrong" not in seen.text

    walk(a_room(tmp_path_factory.mktemp("walk"), voters=3), look, *keys, size=NARROW)


def test_the_loop_goes_on_by_space_and_enter(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        steps = []
        typed = {"v": ("3", '" 7', "enter"), "a": ("2", "enter")}
        for _ in range(6):
            await press(seen.pilot, "space")
            steps.append(seen.screen.sitting.step)
            await press(seen.pilot, *typed.get(steps[-1], ()))
        one = seen.workshop.view(Audience.ROOM).item("one")
        assert one.rounds[0].counts == (3, 7, 2)
        assert one.rating.said == "Middle"
        assert steps == list("vtadsr")
        assert seen.screen.sitting.item.id == "two"

    walk(a_room(tmp_path, voters=12), look)


def test_typing_in_a_window_made_too_small_runs_no_command_and_goes_on_after(
    tmp_path: Path,
) -> None:
    async def look(seen: Seen) -> None:
        await seen.pilot.resize_terminal(50, 12)
        await press(seen.pilot, "d", "z", "e")
        assert seen.screen.sitting.step == "a"
        await seen.pilot.resize_terminal(80, 24)
        await press(seen.pilot, '" and after', "escape")
        assert seen.workshop.view(Audience.ROOM).item("one").rating.because == "Before and after"

    walk(a_room(tmp_path), look, "w", '"Before')


def test_the_room_shows_through_behind_a_panel(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert isinstance(seen.app.screen, Panel)
        assert seen.app.screen.styles.background.a < 1

    walk(a_room(tmp_path), look, "o")
