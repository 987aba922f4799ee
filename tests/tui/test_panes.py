"""The panes of the Room one by one, by key and by mouse, at both sizes."""

from pathlib import Path

import pytest

from maturity.evidence.typed import typed_card
from maturity.judgement.view import Audience, ItemView
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import RateAct
from maturity.tui.panes import pane_of
from maturity.tui.widgets.rail import Rail
from maturity.tui.widgets.strip import StepStrip
from maturity.words.action_line import read_action
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


def of(seen: Seen, item: str = "one") -> ItemView:
    return seen.workshop.view(Audience.FACILITATOR).item(item)


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
                now = seen.screen.pane.now(of(seen))
                assert 0 < len(now) <= 74
                assert not (of(seen).rating.because and "add the because" in now)
            seen.workshop.do(RateAct("one", "middle", because=because))

    walk(a_room(tmp_path, voters=3), look)


def test_a_lens_is_seen_as_a_level_by_a_number_and_enter(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        (lens,) = of(seen).lenses
        assert lens.seen is not None
        assert lens.seen.id == "high"
        assert "A lens: 3 High" in seen.text
        await press(seen.pilot, "0", "enter")
        assert of(seen).lenses[0].seen is None
        assert not of(seen).is_rated

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


def test_what_is_found_is_linked_with_what_it_shows(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.add_account("two", "Waiting times fell in the spring.")

    async def look(seen: Seen) -> None:
        assert "Waiting times fell" in seen.text
        await press(seen.pilot, "down", "x", '"Waits fell.', "enter")
        (link,) = of(seen).links
        assert (link.stance, link.shows) == ("challenges", "Waits fell.")
        await press(seen.pilot, "escape", "escape", "e")
        assert "CHALLENGES" in seen.text

    walk(workshop, look, "slash", '"waiti')


def test_one_letter_does_not_search_yet(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Two letters begin the search" in seen.text

    walk(a_room(tmp_path), look, "slash", '"w')


def test_a_family_voice_is_read_first(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    document, excerpt = typed_card("A plan was written.", "para 1")
    workshop.shelf.add(document, (excerpt,))
    workshop.link("one", excerpt.id)
    workshop.add_account("one", "We heard too late.")

    async def look(seen: Seen) -> None:
        assert seen.text.index("We heard too late.") < seen.text.index("A plan was written.")

    walk(workshop, look, "e")


def test_an_account_is_off_the_item_after_one_undo(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert [link.quote for link in of(seen).links] == ["We hear late."]
        await press(seen.pilot, "u")
        assert of(seen).links == ()

    walk(a_room(tmp_path), look, "f", '"We hear late.', "enter")


def test_a_view_is_read_back_with_its_place_and_a_warning_before_it_is_kept(
    tmp_path: Path,
) -> None:
    async def look(seen: Seen) -> None:
        assert "Health would say something else." in seen.text
        assert "It will stand in the board's paper only." in seen.text
        assert "Only one person is in this group" in seen.text
        assert "Not kept yet" in seen.text
        assert of(seen).dissents == ()
        await press(seen.pilot, "enter", "1", "enter", '"Not where we live.')
        assert of(seen).dissents[0].reason == ""
        assert '"Not where we live."' in seen.text
        await press(seen.pilot, "enter")
        assert "READ THIS ALOUD" in seen.text
        assert "Health would say Low." in seen.text
        assert of(seen).dissents[0].reason == ""
        await press(seen.pilot, "enter")
        assert of(seen).dissents[0].reason == "Not where we live."
        await press(seen.pilot, '"A visit.', "enter", "enter")
        (kept,) = of(seen).dissents
        assert (kept.reason, kept.change) == ("Not where we live.", "A visit.")

    workshop = a_room(tmp_path)
    workshop.do(PersonAct("Ira Holt", group="health"))
    walk(workshop, look, "d", "down")


def test_enter_on_a_group_is_a_stub_and_undo_takes_it_back(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert len(of(seen).dissents) == 1
        await press(seen.pilot, "escape", "u")
        assert of(seen).dissents == ()

    walk(a_room(tmp_path, voters=12), look, "d", "down", "enter")


def test_a_kept_view_is_answered_replied_to_heard_and_withdrawn(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=12)
    workshop.do(DissentAct("one", from_="health", reason="Not here."))

    async def look(seen: Seen) -> None:
        await press(seen.pilot, "shift+tab", "enter", "a", '"We shall visit.', "enter")
        assert of(seen).dissents[0].answer == "We shall visit."
        await press(seen.pilot, "enter", "r", '"Good.', "enter")
        assert of(seen).dissents[0].reply == "Good."
        await press(seen.pilot, "enter", "h")
        assert of(seen).dissents[0].heard
        await press(seen.pilot, "enter", "w", "y")
        await seen.pilot.pause()
        assert of(seen).dissents[0].status == "withdrawn"
        assert "Not here." not in seen.text

    walk(workshop, look, "d")


def test_the_words_of_a_noted_view_are_in_no_widget(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=12)
    workshop.do(DissentAct("one", from_="health", reason="noted-canary", reach="noted"))

    async def look(seen: Seen) -> None:
        assert "noted-canary" not in everything_drawn(seen.screen)
        assert "A different view was noted." in seen.text
        await press(seen.pilot, "h")
        assert "noted-canary" in seen.text

    walk(workshop, look, "d")


def test_an_action_line_is_understood_before_it_is_kept(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.do(PersonAct("Rae North", initials="RN", role="health adviser", group="health"))

    async def look(seen: Seen) -> None:
        assert "owner RN (health adviser)" in seen.text
        assert 'by Monday 6 April 2026 ("two weeks")' in seen.text
        assert "plan LAIP 3.11" in seen.text
        assert seen.workshop.view(Audience.ROOM).actions == ()

    walk(workshop, look, "s", "n", '"share waits table @RN two weeks >LAIP 3.11')


def test_two_people_with_the_same_initials_are_both_offered(tmp_path: Path) -> None:
    from maturity.tui.panes.next_steps import understood  # noqa: PLC0415 beside its one use

    workshop = a_room(tmp_path)
    workshop.do(PersonAct("Ann Bell", initials="AB", role="nurse", group="health"))
    workshop.do(PersonAct("Abe Boyd", initials="AB", role="officer", group="council"))
    said = understood(read_action("ring them @AB", lambda _: None), workshop.view(Audience.ROOM))
    workshop.close()
    assert "2 people have these initials (nurse or officer)" in said


def test_an_item_is_parked_with_a_reason_and_taken_up_again(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "p", '"No data.', "enter")
        await seen.app.workers.wait_for_complete()
        assert of(seen).parked == "No data."
        (said,) = (one.message for one in seen.app._notifications)
        assert said == "First things is parked; it comes back at the end."
        await press(seen.pilot, "p")
        await seen.app.workers.wait_for_complete()
        assert of(seen).parked is None
        (said,) = (one.message for one in seen.app._notifications)
        assert said == "First things is no longer parked."

    walk(a_room(tmp_path), look)


def test_words_that_cannot_be_kept_come_back_with_their_item(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "tab")
        assert of(seen).rating.because == ""
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
        assert not of(seen, "two").is_rated
        await seen.pilot.click("#level", offset=(3, 0))
        assert of(seen, "two").rating.said == "High"

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


def test_another_group_begins_another_view(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert [view.who for view in of(seen).dissents] == ["Families"]
        await press(seen.pilot, "escape", "d", "down", "down", "down", "enter")
        assert [view.who for view in of(seen).dissents] == ["Families", "Health"]
        await press(seen.pilot, "2", "enter", '"Late.', "enter", "enter", "escape")
        first, second = of(seen).dissents
        assert (first.reason, second.reason) == ("", "Late.")

    walk(a_room(tmp_path, voters=12), look, "d", "down", "enter")


def test_the_words_of_a_kept_view_can_be_mended(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=12)
    workshop.do(DissentAct("one", from_="health", level="low", reason="Not her"))

    async def look(seen: Seen) -> None:
        await press(seen.pilot, '"e.', "enter", "enter")
        (view,) = of(seen).dissents
        assert (view.who, view.reason) == ("Health", "Not here.")
        assert view.level is not None
        assert view.level.id == "low"

    walk(workshop, look, "d", "shift+tab", "enter", "e", "end")


def test_a_noted_view_leaves_the_fields_once_it_is_kept(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert of(seen).dissents[0].reason == "noted-canary"
        await press(seen.pilot, "escape", "t")
        assert "noted-canary" not in everything_drawn(seen.screen)
        await press(seen.pilot, "d", "full_stop", "comma")
        assert "noted-canary" not in everything_drawn(seen.screen)

    keys = ("d", "down", "enter", "tab", "n", "tab", '"noted-canary', "enter", "enter")
    walk(a_room(tmp_path, voters=12), look, *keys)


def test_a_view_that_was_undone_is_kept_anew_with_its_words(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "escape", "u", "u", "u")
        assert of(seen).dissents == ()
        seen.screen.set_focus(seen.screen.query_one("#reason"))
        await press(seen.pilot, "enter", "enter")
        assert of(seen).dissents[0].reason == "Words."

    walk(
        a_room(tmp_path, voters=12),
        look,
        "d",
        "down",
        "enter",
        "1",
        "enter",
        '"Words.',
        "enter",
        "enter",
    )


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
        assert [note.text for note in of(seen).notes] == ["early everything ahead"]
        await type_at_once(seen.pilot, "a2")
        await press(seen.pilot, "enter")
        assert of(seen).rating.said == "Middle"
        await type_at_once(seen.pilot, "v3 7 2")
        await press(seen.pilot, "enter")
        assert of(seen).rounds[0].counts == (3, 7, 2)

    walk(a_room(tmp_path, voters=12), look)


def test_a_window_made_wider_and_narrower_is_drawn_anew(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "1 of 2 First" in seen.rows[0]
        await seen.pilot.resize_terminal(*WIDE)
        await seen.pilot.pause()
        assert "Northmere" in seen.rows[0]
        assert "[r Read 0/1]" in seen.text
        await seen.pilot.resize_terminal(*NARROW)
        await seen.pilot.pause()
        assert "[r0/1]" in seen.text

    walk(a_room(tmp_path), look, size=NARROW)


def test_the_row_under_the_cursor_has_a_mark_and_only_that_one(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        marked = [row for row in seen.rows if "│ > " in row]
        assert [row.split("│ > ")[1].strip() for row in marked] == ["Families   4 here"]
        await press(seen.pilot, "down")
        marked = [row for row in seen.rows if "│ > " in row]
        assert [row.split("│ > ")[1].split("   ")[0] for row in marked] == ["Someone from a family"]

    walk(a_room(tmp_path, voters=12), look, "d", "down")


def test_the_view_read_back_is_of_the_group_that_enter_keeps(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "d", "down", "enter")
        assert "a number is the level they hold" in seen.text
        await press(seen.pilot, "enter", '"Not here.', "enter", "enter", "escape", "r", "d")
        assert "> Someone in the room" in seen.text
        assert "Someone in the room would say something else." in seen.text
        (kept,) = of(seen).dissents
        assert kept.reason == "Not here."
        await press(seen.pilot, "enter")
        assert of(seen).dissents == (kept,)

    walk(a_room(tmp_path, voters=6), look)


def test_more_of_why_goes_after_what_stands_there(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.do(RateAct("one", "middle", because="Named leads."))

    async def look(seen: Seen) -> None:
        assert of(seen).rating.because == "Named leads. No funds."

    walk(workshop, look, "w", '" No funds.', "escape")
