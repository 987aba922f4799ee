"""The panes of the Room one by one, by key and by mouse, at both sizes."""

from pathlib import Path

import pytest

from maturity.judgement.view import Audience
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.tui.panes import pane_of
from maturity.tui.widgets.rail import Rail
from maturity.tui.widgets.strip import StepStrip
from tui.rooms import NARROW, WIDE, Seen, a_room, everything_drawn, press, type_at_once, walk

HOSTILE = (
    "[/]",
    "[/bold] x",
    "[A] ratings [/A]",
    "[@click=app.quit]go[/]",
    "\x1b]0;title\x07 esc",
    "\u202ereversed",
    "W" * 120,
)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_hostile_text_is_shown_as_it_is_and_nothing_of_it_runs(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_room(tmp_path, voters=3)
    for text in HOSTILE:
        workshop.do(NoteAct("one", text, tag="gap"))
    workshop.do(RateAct("one", "middle", because="".join(HOSTILE), aim_text=HOSTILE[3]))
    workshop.do(DissentAct("one", from_="[red]x[/]", reason=HOSTILE[4], change=HOSTILE[0]))
    workshop.add_account("one", " ".join(HOSTILE))

    async def look(seen: Seen) -> None:
        for step in "revtads":
            await press(seen.pilot, step)
            assert seen.app.is_running
            assert "\x1b" not in "".join(seen.rows)
            assert all(len(row) <= size[0] for row in seen.rows)
            if step in "ts":
                assert "[@click=app.quit]go[/]" in seen.text

    walk(workshop, look, size=size)


def test_the_now_line_is_never_cut(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        for because in ("", "", "Why."):
            for step in "revtads":
                await press(seen.pilot, step)
                now = seen.screen.pane.now(seen.item())
                assert 0 < len(now) <= 74
                assert not (seen.item().rating.because and "add the because" in now)
            seen.workshop.do(RateAct("one", "middle", because=because))

    walk(a_room(tmp_path, voters=3), look)


def test_a_lens_is_seen_as_a_level_by_a_number_and_enter(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        (lens,) = seen.item().lenses
        assert lens.seen is not None
        assert lens.seen.id == "high"
        assert "A lens: 3 High" in seen.text
        await press(seen.pilot, "0", "enter")
        assert seen.item().lenses[0].seen is None
        assert not seen.item().is_rated

    walk(a_room(tmp_path), look, "tab", "3", "enter")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_lenses_say_that_enter_records_what_was_seen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    said = "now: up and down choose; a number lights the level seen, enter records it"

    async def look(seen: Seen) -> None:
        assert "enter records" not in seen.rows[-2]
        await press(seen.pilot, "tab")
        assert seen.rows[-2].strip() == said
        await press(seen.pilot, "2", "enter")
        assert seen.workshop.view(Audience.ROOM).item("one").lenses[0].seen is not None
        await press(seen.pilot, "escape", "escape")
        assert seen.rows[-2].strip() == "now: read aloud; tab to the lenses; then space"
        await press(seen.pilot, "tab", "v")
        assert "lens" not in seen.rows[-2]

    walk(a_room(tmp_path, voters=3), look, size=size)


def test_words_that_cannot_be_kept_come_back_with_their_item(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "tab")
        assert seen.item().rating.because == ""
        assert "limit is 20,000" in seen.text
        await press(seen.pilot, "escape", "full_stop", "comma")
        area = seen.screen.query_one("#because")
        assert len(area.text) == 20_001  # type: ignore[attr-defined]  # a text area

    async def begin(seen: Seen) -> None:
        seen.screen.query_one("#because").load_text("x" * 20_001)  # type: ignore[attr-defined]  # a text area
        await seen.pilot.pause()
        await look(seen)

    walk(a_room(tmp_path), begin, "w")


def test_what_is_typed_is_kept_when_the_program_is_left_at_once(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, '"Half', "ctrl+q")

    workshop = a_room(tmp_path)
    walk(workshop, look, "w")
    assert workshop.state.pillar["one"].because == "Half"


def test_the_mouse_goes_to_items_steps_and_levels(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await seen.pilot.click(Rail, offset=(4, 1))
        assert seen.screen.sitting.item.id == "two"
        at = next(row for row in seen.rows if "a Agree" in row)
        strip = seen.screen.query_one(StepStrip)
        await seen.pilot.click(StepStrip, offset=(at.index("a Agree") - strip.region.x, 0))
        assert seen.screen.sitting.step == "a"
        await seen.pilot.click("#level", offset=(3, 0))
        assert not seen.item("two").is_rated
        await seen.pilot.click("#level", offset=(3, 0))
        assert seen.item("two").rating.said == "High"

    walk(a_room(tmp_path), look)


def test_every_step_can_be_entered_from_the_strip(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        strip = seen.screen.query_one(StepStrip)
        for step in "rvtads":
            await press(seen.pilot, step)
            strip.focus()
            await press(seen.pilot, "enter")
            assert seen.screen.focused is not None
            assert seen.screen.focused is not strip, step
            await press(seen.pilot, "escape", "escape")

    walk(a_room(tmp_path, voters=3), look)


def test_only_the_seven_letters_name_a_pane() -> None:
    with pytest.raises(KeyError):
        pane_of("q")


def test_a_line_half_typed_waits_with_its_own_item(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "escape", "full_stop")
        assert "share the" not in everything_drawn(seen.screen)
        await press(seen.pilot, "comma")
        assert "share the" in seen.text
        assert seen.workshop.view(Audience.ROOM).actions == ()

    walk(a_room(tmp_path), look, "s", "n", '"share the')


def test_keys_typed_faster_than_they_are_handled_meet_the_screen_they_were_meant_for(
    tmp_path: Path,
) -> None:
    async def look(seen: Seen) -> None:
        await type_at_once(seen.pilot, "nearly everything ahead")
        await press(seen.pilot, "enter")
        assert [note.text for note in seen.item().notes] == ["early everything ahead"]
        await type_at_once(seen.pilot, "a2")
        await press(seen.pilot, "enter")
        assert seen.item().rating.said == "Middle"
        await type_at_once(seen.pilot, "v3 7 2")
        await press(seen.pilot, "enter")
        assert seen.item().rounds[0].counts == (3, 7, 2)

    walk(a_room(tmp_path, voters=12), look)


def test_a_window_made_wider_and_narrower_is_drawn_anew(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "1 of 2 First" in seen.rows[0]
        await seen.pilot.resize_terminal(*WIDE)
        await seen.pilot.pause()
        assert "Northmere" in seen.rows[0]
        assert "[r Read 0/1]" in seen.text
        assert "e Evidence" in seen.text
        await seen.pilot.resize_terminal(*NARROW)
        await seen.pilot.pause()
        assert "[r Read 0/1]" in seen.text
        assert "e Evidence" not in seen.text

    walk(a_room(tmp_path), look, size=NARROW)


def test_the_row_under_the_cursor_has_a_mark_and_only_that_one(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        marked = [row for row in seen.rows if "│ > " in row]
        assert [row.split("│ > ")[1].strip() for row in marked] == ["Families   4 here"]
        await press(seen.pilot, "down")
        marked = [row for row in seen.rows if "│ > " in row]
        assert [row.split("│ > ")[1].split("   ")[0] for row in marked] == ["Someone from a family"]

    walk(a_room(tmp_path, voters=12), look, "d", "down")


def test_more_of_why_goes_after_what_stands_there(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.do(RateAct("one", "middle", because="Named leads."))

    async def look(seen: Seen) -> None:
        assert seen.item().rating.because == "Named leads. No funds."

    walk(workshop, look, "w", '" No funds.', "escape")


def test_enter_once_more_after_the_reveal_takes_no_key_from_the_room(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "v", "2", "space", "7", "enter", "enter", "d")
        assert seen.app.sitting is not None
        assert seen.app.sitting.step == "d"
        assert [one.counts for one in seen.item().rounds] == [(2, 7, 3)]

    walk(a_room(tmp_path, voters=12), look)
