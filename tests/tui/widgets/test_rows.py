"""A table of more rows than are drawn at a time: its cursor reaches every one of them."""

from collections.abc import Awaitable, Callable

from rich.text import Text
from textual.pilot import Pilot

from maturity.tui import draw
from maturity.tui.widgets.rows import Rows
from tui.test_room_widgets import alone

EVERY = 450


def looked_at(look: Callable[[Pilot[None], Rows, list[range]], Awaitable[None]]) -> None:
    """Look at a table of 450 rows, and at the parts whose cells it asked for."""
    table, asked = Rows(draw.cell("Name")), list[range]()

    def cells(part: range) -> list[list[Text]]:
        asked.append(part)
        return [[draw.cell(f"Row {at}")] for at in part]

    async def filled(pilot: Pilot[None]) -> None:
        table.fill(map(str, range(EVERY)), cells)
        table.focus()
        await pilot.pause()
        await look(pilot, table, asked)

    alone(table, filled)


def test_the_cursor_goes_over_the_edge_of_what_is_drawn_and_back() -> None:
    async def look(pilot: Pilot[None], table: Rows, _: list[range]) -> None:
        for over, back in (("down", "up"), ("pagedown", "pageup")):
            table.go_to(199)
            await pilot.press(over)
            assert (table.at, table.key) == (200, "200")
            assert table.scroll_offset.y == 0
            await pilot.press(back)
            assert (table.at, table.key) == (199, "199")
            await pilot.pause()
            assert table.scroll_offset.y == table.max_scroll_y

    looked_at(look)


def test_the_ends_are_those_of_all_the_rows_and_nothing_lies_beyond_them() -> None:
    async def look(pilot: Pilot[None], table: Rows, _: list[range]) -> None:
        await pilot.press("end")
        assert (table.at, table.key) == (EVERY - 1, str(EVERY - 1))
        await pilot.press("down", "pagedown")
        assert table.at == EVERY - 1
        await pilot.press("home", "up", "pageup")
        assert (table.at, table.key) == (0, "0")

    looked_at(look)


def test_a_row_is_found_by_key_wherever_it_stands() -> None:
    async def look(pilot: Pilot[None], table: Rows, _: list[range]) -> None:
        assert table.point_at("431")
        await pilot.pause()
        assert (table.at, table.key) == (431, "431")
        assert [str(cell) for cell in table.get_row_at(table.cursor_row)] == [">", "Row 431"]
        assert not table.point_at("450")
        assert table.key == "431"

    looked_at(look)


def test_a_line_says_which_rows_are_drawn_while_there_are_others() -> None:
    async def look(_: Pilot[None], table: Rows, __: list[range]) -> None:
        rest = "the rest: up, down, home, end"
        assert table.border_subtitle == f"Rows 1 to 200 of 450; {rest}"
        table.go_to(EVERY)
        assert table.border_subtitle == f"Rows 401 to 450 of 450; {rest}"
        assert table.has_class("-part")
        table.fill(["a"], lambda _: [[draw.cell("Ash")]])
        assert table.border_subtitle == ""
        assert not table.has_class("-part")

    looked_at(look)


def test_only_the_part_with_the_row_in_hand_is_made_and_it_stays_in_hand() -> None:
    async def look(_: Pilot[None], table: Rows, asked: list[range]) -> None:
        table.go_to(250)
        assert asked == [range(200), range(200, 400)]
        table.fill((str(at) for at in range(EVERY) if at != 3), lambda part: [[Text()]] * len(part))
        assert (table.at, table.key) == (249, "250")
        table.fill(map(str, range(249)), lambda part: [[Text()]] * len(part))
        assert (table.at, table.key) == (248, "248")

    looked_at(look)
