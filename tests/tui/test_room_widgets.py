"""The widgets of the Room on their own: nothing is cut, nothing is lit by accident."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from maturity.judgement.view import LevelView
from maturity.tui import draw
from maturity.tui.widgets.choice_row import Choice, ChoiceRow
from maturity.tui.widgets.columns import Column, Columns, Row
from maturity.tui.widgets.flow import spread
from maturity.tui.widgets.level_field import LevelField
from maturity.tui.widgets.rail import Rail, RailRow
from maturity.tui.widgets.rows import Rows
from maturity.tui.widgets.vote_field import VoteEntry, VoteField, said_of

LABELS = ("Low", "Middle", "High")


def levels(count: int) -> tuple[LevelView, ...]:
    return tuple(LevelView(f"l{n}", f"Level {n}", n, count) for n in range(1, count + 1))


def alone(
    widget: Widget, look: Callable[[Pilot[None]], Awaitable[None]], size: tuple[int, int] = (60, 20)
) -> list[object]:
    """Look at one widget in an application of its own; the messages it sent upwards."""
    told: list[object] = []

    class Around(App[None]):
        def compose(self) -> ComposeResult:
            yield widget

        def on_level_field_chosen(self, event: LevelField.Chosen) -> None:
            told.append(event.level.id if event.level else None)

        def on_level_field_other(self) -> None:
            told.append("other")

        def on_choice_row_chosen(self, event: ChoiceRow.Chosen) -> None:
            told.append(event.value)

        def on_rail_picked(self, event: Rail.Picked) -> None:
            told.append(event.item)

    async def run() -> None:
        app = Around()
        async with app.run_test(size=size) as pilot:
            widget.focus()
            await pilot.pause()
            await look(pilot)
            await pilot.pause()

    asyncio.run(run())
    return told


@given(
    st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=12), st.integers(1, 60)
)
def test_words_in_a_flow_never_overlap_and_stay_in_their_order(
    words: list[str], width: int
) -> None:
    spots = spread([(str(at), word) for at, word in enumerate(words)], width, 2)
    assert [spot.text for spot in spots] == words
    for before, after in pairwise(spots):
        assert after.row > before.row or after.start >= before.end
        assert after.end <= width or after.start == 0


def test_a_number_lights_and_only_enter_records() -> None:
    field = LevelField()

    async def look(pilot: Pilot[None]) -> None:
        field.show(levels(3))
        await pilot.press("2")
        assert field.lit == 2
        await pilot.press("9", "0")
        assert field.lit == 2
        await pilot.press("escape", "enter")
        assert field.lit == 0
        await pilot.press("3", "enter")

    assert alone(field, look) == ["l3"]


def test_zero_offers_what_else_there_is() -> None:
    field = LevelField()

    async def look(pilot: Pilot[None]) -> None:
        field.show(levels(3), others="clear")
        await pilot.press("0")

    assert alone(field, look) == ["other"]


def test_above_nine_levels_the_light_moves_with_up_and_down() -> None:
    field = LevelField()

    async def look(pilot: Pilot[None]) -> None:
        field.show(levels(12))
        await pilot.press("9", "up", "up", "up", "up", "enter")
        assert field.lit == 12
        await pilot.press("down", "enter")

    assert alone(field, look) == ["l12", "l11"]


def test_up_and_down_light_nothing_where_numbers_reach() -> None:
    field = LevelField()

    async def look(pilot: Pilot[None]) -> None:
        field.show(levels(5))
        await pilot.press("up", "down", "enter")
        assert field.lit == 0

    assert alone(field, look) == []


LONG = "Partners plan, buy and look after support together and can show that it works"


@pytest.mark.parametrize("size", [(46, 20), (80, 20)])
@pytest.mark.parametrize("votes", [(), (1, 9, 2), (10, 90, 20)])
def test_a_label_of_eighty_letters_stands_whole_and_hides_no_level(
    size: tuple[int, int], votes: tuple[int, ...]
) -> None:
    field = LevelField()
    field.styles.height = "auto"
    named = [LevelView(f"l{n}", f"{LONG} {n}", n, 3) for n in range(1, 4)]

    async def look(pilot: Pilot[None]) -> None:
        field.show(named, named[1], votes=votes, others="clear")
        await pilot.pause()
        shown = [str(field.render_line(row).text).rstrip() for row in range(field.size.height)]
        whole = " ".join(" ".join(shown).split())
        for count in votes:
            assert f" {count} " in f"{whole} "
        assert shown[-1] == "  0 clear"
        assert [row[:4] for row in shown if row[2:4].strip()] == ["  3 ", "* 2 ", "  1 ", "  0 "]
        assert len(shown) == len(str(field.render()).split("\n"))
        assert votes or whole.count(LONG) == 3
        first = next(at for at, row in enumerate(shown) if row.startswith("  1 "))
        await pilot.click(field, offset=(6, first + 1))
        assert field.lit == 1
        await pilot.click(field, offset=(6, first))

    assert alone(field, look, size) == ["l1"]


def test_a_choice_takes_its_letter_and_no_other() -> None:
    row = ChoiceRow("Which:", [Choice("g", "gap", "gap"), Choice("s", "strength", "strength")])

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("x", "g")
        await pilot.click(row, offset=(22, 0))

    assert alone(row, look) == ["gap", "strength"]


def test_a_rail_of_many_rows_keeps_the_item_in_sight() -> None:
    rail = Rail()
    rows = [RailRow(f"i{n}", f"Item {n}", "not yet") for n in range(500)]

    async def look(pilot: Pilot[None]) -> None:
        rail.show(rows, "i400")
        await pilot.pause()
        assert "> Item 400" in str(rail.render())
        assert len(str(rail.render()).splitlines()) == 20
        rail.show(rows, "i0")
        await pilot.pause()
        await pilot.click(rail, offset=(3, 4))

    assert alone(rail, look) == ["i4"]


def test_a_rail_shows_the_pillar_above_its_first_criterion() -> None:
    rail = Rail()
    rows = [
        row
        for pillar in range(12)
        for row in (
            RailRow("", f"Pillar {pillar}"),
            *(RailRow(f"p{pillar}c{n}", f"Item {n} of {pillar}", "not yet") for n in range(3)),
        )
    ]
    rail.show(rows, "p0c0")

    async def look(pilot: Pilot[None]) -> None:
        assert str(rail.render()).startswith("Pillar 0\n> Item 0 of 0")
        rail.show(rows, "p9c2")
        rail.show(rows, "p7c0")
        await pilot.pause()
        assert "Pillar 7\n> Item 0 of 7" in str(rail.render())

    assert alone(rail, look) == []


def test_a_rail_filled_before_it_has_a_size_is_drawn_anew_once_it_has_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rail = Rail()
    rail.show([RailRow(f"i{n}", f"Item {n}", "not yet") for n in range(7)], "i3")
    drawn: list[str] = []

    async def look(_pilot: Pilot[None]) -> None:
        monkeypatch.setattr(rail, "refresh", lambda: drawn.append(str(rail.render())))
        rail._first = 3  # where a rail without a size keeps the fourth row in sight
        rail.on_resize()
        rail.on_resize()
        assert [words.splitlines()[0].split()[:2] for words in drawn] == [["Item", "0"]]

    assert alone(rail, look) == []


@pytest.mark.parametrize("width", [30, 60, 120])
@pytest.mark.parametrize("count", [1, 3, 5])
def test_no_word_of_a_level_text_is_lost_at_any_width(width: int, count: int) -> None:
    columns = Columns()
    words = [f"word{n}" for n in range(60)]
    texts = (" ".join(words), "Donaudampfschifffahrtsgesellsc " * 3)

    async def look(pilot: Pilot[None]) -> None:
        columns.show([Row(tuple(Column(f"{n} Level", texts, "last") for n in range(count)))])
        await pilot.pause()
        drawn = str(columns.render())
        assert all(draw.width(line) <= width for line in drawn.splitlines())
        for word in (*words, "last", "Donaudampfschifffahrtsgesellsc"):
            assert drawn.split().count(word) >= count
        assert columns.size.height >= len(drawn.rstrip().splitlines())

    alone(columns, look, size=(width, 400))


def test_what_is_pasted_into_a_vote_is_one_line_and_is_not_drawn() -> None:
    field, entry = VoteField(), VoteEntry()

    async def look(pilot: Pilot[None]) -> None:
        field.show(entry)
        field.type("37\n\x1b[31m41")
        await pilot.pause()
        assert "37" not in str(field.render())
        assert "\n" not in entry.typed
        assert "\x1b" not in entry.typed

    alone(field, look)


@given(st.text(st.sampled_from("0123456789 acx\"',"), max_size=12), st.sampled_from([None, 3, 14]))
def test_before_the_reveal_only_sums_are_said(typed: str, voters: int | None) -> None:
    entry = VoteEntry(typed)
    read = entry.read(LABELS, voters)
    said = said_of(entry, read, voters)
    assert '"' not in said
    allowed = {str(read.cast), str(voters), "2", "1", str(len(LABELS))}
    allowed |= {str(n) for n in range(20)} if not read.counts else set()
    numbers = {word.strip(".,:") for word in said.split() if word.strip(".,:").isdigit()}
    assert not read.counts or numbers <= allowed
    assert repr(entry) == f"VoteEntry(method='paper', asked={entry.asked})"


def test_counts_of_hands_are_spelled_out_as_they_are_typed() -> None:
    entry = VoteEntry("3 9", method="hands")
    assert said_of(entry, entry.read(LABELS, 14), 14).startswith("3 Low, 9 Middle, 2 High")


def test_a_table_has_room_for_its_longest_cell_before_it_is_drawn() -> None:
    table = Rows(draw.cell("Name"), draw.cell("Group"))

    async def look(_pilot: Pilot[None]) -> None:
        table.fill(["a"], lambda _: [(draw.cell("Ash Reed"), draw.cell("parent carers"))])
        assert [column.content_width for column in table.ordered_columns][1:] == [8, 13]
        table.fill([], lambda _: [])
        assert [column.content_width for column in table.ordered_columns][1:] == [4, 5]

    alone(table, look)
