"""The least a Textual program can be: the floor that the room's start is measured beside."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Hello(App[None]):
    """One label."""

    def compose(self) -> ComposeResult:
        """Say hello."""
        yield Label("Hello")


if __name__ == "__main__":
    Hello().run()
