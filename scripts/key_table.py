"""Write docs/keys.md anew: every key of every screen, from the one declaration of the commands.

Run: python scripts/key_table.py
"""

from collections.abc import Iterator
from pathlib import Path

from maturity.session.acts.table import ACTS
from maturity.tui.commands import Command, commands_at, shown_key
from maturity.tui.places import OPENED, SESSION, Place

TARGET = Path(__file__).parent.parent / "docs" / "keys.md"

HEAD = """# Keys

One letter has one meaning on every screen where it works. Letters act while no field is being
typed in; `escape` or `tab` leaves a field. On a screen, `?` shows the keys of that screen. `ctrl+q`
quits at once: all is saved. A number lights a level and `enter` records it.

This page is made by `python scripts/key_table.py` from the program's own list of commands.
"""


def page() -> str:
    """The whole page, as it should stand in docs/keys.md."""
    everywhere = _shared(tuple(Place))
    in_a_session = _shared(tuple(place for _, place in OPENED if place is not Place.HOME))
    told = {command.verb for command in everywhere}
    session = [command for command in in_a_session if command.verb not in told]
    parts = [HEAD, *_section("Everywhere", everywhere), *_section("In a session", session)]
    for place in Place:
        shared = told | ({command.verb for command in session} if place in SESSION else set())
        own = [command for command in commands_at(place) if command.verb not in shared]
        parts += _section(place.named, own)
    parts += ["## The list that `o` opens\n", "| key | screen |", "| --- | --- |"]
    parts += [f"| `{letter}` | {place.named} |" for letter, place in OPENED]
    return "\n".join(parts) + "\n"


def _shared(places: tuple[Place, ...]) -> list[Command]:
    """The commands that every one of these places has, whatever else it has."""
    first, *others = places
    verbs = [{command.verb for command in commands_at(place)} for place in others]
    return [one for one in commands_at(first) if all(one.verb in had for had in verbs)]


def _section(title: str, commands: list[Command]) -> Iterator[str]:
    if not commands:
        return
    yield f"## {title}\n"
    yield "| key | what it does | in a terminal |"
    yield "| --- | --- | --- |"
    for command in commands:
        keys = " or ".join(f"`{shown_key(key)}`" for key in command.keys)
        plain = f"`maturity {ACTS[command.act].name}`" if command.act else ""
        yield f"| {keys} | {_cell(command.help)} | {plain} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
