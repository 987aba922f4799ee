"""Typed faster than it can be handled: each key meets the screen that the one before it left."""

import asyncio
from collections.abc import Sequence

from textual import events, on, work
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input

from maturity.tui.keys_in_order import KeysInOrder


class Asks(ModalScreen[str]):
    """Asks for one line."""

    def compose(self) -> ComposeResult:
        yield Input(id="asked")

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)


class Typed(KeysInOrder):
    """Two fields; enter in the first goes to the second, and f2 asks for a line."""

    BINDINGS = [("f2", "ask", "Ask")]  # noqa: RUF012 Textual's way to declare it

    def __init__(self) -> None:
        """Nothing has been answered."""
        super().__init__()
        self.answers: list[str] = []
        self.values: tuple[str, str] = ("", "")

    def compose(self) -> ComposeResult:
        yield Input(id="first")
        yield Input(id="second")

    @on(Input.Submitted, "#first")
    def go_on(self) -> None:
        self.query_one("#second").focus()

    @work
    async def action_ask(self) -> None:
        # what a command looks up before it asks takes a moment
        await asyncio.sleep(0)
        self.answers.append(await self.push_screen_wait(Asks()))

    def look(self) -> None:
        first, second = self.query(Input)
        self.values = (first.value, second.value)


def typed_at_once(typed: Sequence[events.Key | events.Paste]) -> Typed:
    """The application after all this was typed before it could handle any of it."""
    app = Typed()

    async def run() -> None:
        async with app.run_test() as pilot:
            for event in typed:
                event.set_sender(app)
                app.post_message(event)
            for _ in range(len(typed) * 3):
                await pilot.pause()
            app.look()

    asyncio.run(run())
    return app


def keys(*names: str) -> list[events.Key | events.Paste]:
    return [events.Key(name, name if len(name) == 1 else None) for name in names]


def test_a_key_meets_what_the_enter_before_it_brought_about() -> None:
    app = typed_at_once(keys("a", "enter", "b", "c"))
    assert app.values == ("a", "bc")


def test_a_key_goes_to_what_the_command_before_it_asks() -> None:
    app = typed_at_once(keys("a", "f2", "b", "enter", "c", "f2", "d", "enter"))
    assert app.answers == ["b", "d"]
    assert app.values == ("ac", "")


def test_what_is_pasted_waits_its_turn_among_the_keys() -> None:
    app = typed_at_once([*keys("f2", "a"), events.Paste("pasted"), *keys("b", "enter", "c")])
    assert app.answers == ["apastedb"]
    assert app.values == ("c", "")
