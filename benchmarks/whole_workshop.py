"""Hold one whole workshop twice, by keys in a terminal and by plain commands, and compare.

Run by hand: python benchmarks/whole_workshop.py
It prints the keystrokes of each pillar, leaving out the prose typed, and fails where the two
sessions differ. `tests/test_whole_workshop.py` holds the same workshop.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from terminal import Terminal

from maturity.cli import main as maturity

__all__ = [
    "MOST_KEYSTROKES",
    "PILLARS",
    "Dissent",
    "Pillar",
    "by_commands",
    "by_terminal",
    "keystrokes",
    "told",
]

MOST_KEYSTROKES = 30
"""How many keys a pillar may take that is voted on once."""

SESSION = "northmere"

_ENTER, _ESCAPE, _TAB, _DOWN = "\r", "\x1b", "\t", "\x1b[B"
_GOES_ON = (_ESCAPE, ".")
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"

PEOPLE = tuple(
    (f"{first} {last}", role, group)
    for role, group, names in (
        ("Parent", "parent-carers", ("Ash Reed", "Bo Fenn", "Cal Moor", "Dee Lark", "Eli Wren")),
        ("Head", "mainstream", ("Fay Dale", "Gus Hart", "Ida Cole", "Jo Marsh", "Kit Lowe")),
        ("Lead nurse", "icb", ("Lou Birch", "Mo Stone", "Nan Frost", "Oz Field")),
    )
    for first, last in (name.split() for name in names)
)
"""Fourteen voters: name, role, voice group."""

EVIDENCE = """Northmere self-evaluation

Board
The partnership board meets every month and follows one shared plan.
Health and education share the chair of the board.

Charter
The parent carer forum wrote the charter with officers.
Families say that letters about the charter arrive late.

Figures
One dashboard joins the figures of four agencies.
The figures on waits are checked with schools each term.
"""


@dataclass(frozen=True, slots=True)
class Dissent:
    """A different view: whose, the level held by its number, and why."""

    group: str
    level: int
    reason: str


@dataclass(frozen=True, slots=True)
class Pillar:
    """What the room does with one pillar. Counts are lowest level first, the last left out."""

    item: str
    words: str
    shows: tuple[str, str]
    rounds: tuple[str, ...]
    level: int
    because: str
    confidence: str
    action: tuple[str, str, str, str]
    dissent: Dissent | None = None


PILLARS = (
    Pillar(
        "leadership",
        "board",
        ("One plan.", "Two chairs."),
        ("3 9",),
        2,
        "Named leads, one plan.",
        "medium",
        ("publish the plan", "FD", "two weeks", "LAIP 1.2"),
        Dissent("mainstream", 1, "We do not see it at school."),
    ),
    Pillar(
        "families",
        "charter",
        ("They wrote it.", "Letters are late."),
        ("9 4",),
        1,
        "The charter is young.",
        "high",
        ("finish the charter", "AR", "6 April 2026", "LAIP 2.1"),
        Dissent("", 2, "The forum is heard more than before."),
    ),
    Pillar(
        "insight",
        "figures",
        ("Four agencies.", "Checked each term."),
        ("1 12",),
        2,
        "Four of six agencies share figures.",
        "low",
        ("add two agencies", "LB", "two weeks", "LAIP 3.11"),
    ),
    Pillar(
        "early-inclusion",
        "figures",
        ("Shared.", "Waits known."),
        ("6 2", "4 8"),
        2,
        "After talk, most see progress.",
        "medium",
        ("train all leads", "GH", "two weeks", "LAIP 4.1"),
        Dissent("mainstream", 1, "Waits are long where we live."),
    ),
    Pillar(
        "commissioning",
        "board",
        ("A joint plan.", "Joint chairs."),
        ("2 10",),
        2,
        "Joint posts are in place.",
        "medium",
        ("review the contract", "MS", "two weeks", "LAIP 5.3"),
    ),
    Pillar(
        "right-support",
        "charter",
        ("A promise.", "Not kept yet."),
        ("6 2", "7 5"),
        1,
        "Support differs by place.",
        "low",
        ("map the offer", "IC", "two weeks", "LAIP 6.2"),
        Dissent("mainstream", 2, "In the north it works."),
    ),
    Pillar(
        "outcomes",
        "figures",
        ("Counts only.", "Waits only."),
        ("8 5",),
        1,
        "Outcomes are not yet known.",
        "medium",
        ("agree five measures", "KL", "two weeks", "LAIP 7.1"),
        Dissent("", 2, "Leavers do well."),
    ),
)
"""Seven pillars, two of them split at first, and five dissents."""


def run(*words: str) -> str:
    """Run one plain command; gives what it printed. Raises `RuntimeError` where it was refused."""
    said, warned = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(warned):
        status = maturity(words)
    if status:
        raise RuntimeError(f"{' '.join(words)}: {warned.getvalue()}")
    return said.getvalue()


def prepare(sessions: Path) -> None:
    """Make the session and read its evidence in."""
    os.environ |= {"MATURITY_SESSIONS": str(sessions), "MATURITY_HOME": str(sessions / ".home")}
    sessions.mkdir()
    paper = sessions / "self-evaluation.txt"
    paper.write_text(EVIDENCE, encoding="utf-8")
    about = ("--framework", "send-local-area", "--area", "Northmere", "--date", "2026-03-23")
    run("new", "Northmere", *about)
    run("evidence", "add", SESSION, str(paper), "--date", "2026-01-12")


def by_commands(sessions: Path) -> None:
    """Hold the workshop by plain commands."""
    prepare(sessions)
    for name, role, group in PEOPLE:
        run("person", SESSION, name, "--role", role, "--group", group, "--present")
    for pillar in PILLARS:
        for command in _commands(pillar):
            run(*command)


def _commands(pillar: Pillar) -> Iterator[tuple[str, ...]]:
    found = json.loads(run("evidence", "search", SESSION, pillar.words, "--json"))
    for excerpt, shows in zip(found, pillar.shows, strict=False):
        yield "link", SESSION, pillar.item, excerpt["id"], "--shows", shows
    for counts in pillar.rounds:
        yield "vote", SESSION, pillar.item, *counts.split()
    yield "rate", SESSION, pillar.item, str(pillar.level)
    yield "rate", SESSION, pillar.item, "--because", pillar.because
    yield "rate", SESSION, pillar.item, "--confidence", pillar.confidence
    if pillar.dissent:
        held = ("--level", str(pillar.dissent.level), "--reason", pillar.dissent.reason)
        whose = ("--from", pillar.dissent.group) if pillar.dissent.group else ()
        yield "dissent", SESSION, pillar.item, *whose, *held
    text, owner, due, plan = pillar.action
    on = ("--due", due, "--plan", plan, "--item", pillar.item)
    yield "action", SESSION, text, "--owner", owner, *on


@dataclass(frozen=True, slots=True)
class Stroke:
    """What is typed at once; prose is not counted, and some are typed on what is `seen` first."""

    text: str
    is_prose: bool = False
    seen: bytes = b""
    then_look: bool = False


def strokes_of(pillar: Pillar) -> list[Stroke]:
    """What is typed for one pillar, from any step of it to the next pillar."""
    text, owner, due, plan = pillar.action
    strokes = [*_keys("/"), _prose(pillar.words), Stroke(_TAB, seen=b"tab leaves")]
    for shows in pillar.shows:
        strokes += [*_keys("l"), _prose(shows), *_keys(_ENTER)]
    for counts in pillar.rounds:
        strokes += _keys("v", *counts, _ENTER)
    strokes += [*_keys("a", str(pillar.level), _ENTER, "w"), _prose(pillar.because)]
    strokes += _keys(_ENTER, "c", pillar.confidence[0])
    if pillar.dissent:
        down = [_DOWN] if pillar.dissent.group else []
        strokes += _keys("d", *down, _ENTER, str(pillar.dissent.level), _ENTER)
        strokes += [_prose(pillar.dissent.reason), *_keys(_ENTER, _ENTER, _ESCAPE)]
    line = f"{text} @{owner} {due} >{plan}"
    return [*strokes, *_keys("s", "n"), _prose(line), *_keys(_ENTER, *_GOES_ON)]


def _keys(*keys: str) -> list[Stroke]:
    # a terminal takes escape for the beginning of a longer key where more follows at once
    return [Stroke(key, then_look=key == _ESCAPE) for key in keys]


def _prose(text: str) -> Stroke:
    return Stroke(text, is_prose=True)


def keystrokes(pillar: Pillar) -> int:
    """How many keys one pillar takes beside the prose typed, until its action is kept."""
    return sum(not stroke.is_prose for stroke in strokes_of(pillar)) - len(_GOES_ON)


def by_terminal(sessions: Path) -> None:
    """Hold the workshop by keys on the screen, in a pseudo-terminal."""
    prepare(sessions)
    terminal = Terminal.start([sys.executable, "-m", "maturity", "run", SESSION])
    try:
        terminal.read_until(b"PROVISIONAL")
        terminal.read_until_quiet()
        _call_the_roll(terminal)
        for pillar in PILLARS:
            _type(terminal, strokes_of(pillar))
        terminal.press(b"\x11")
        terminal.read_until_ended()
    finally:
        terminal.stop()


def _call_the_roll(terminal: Terminal) -> None:
    lines = "\n".join(f"{name}, {role}, {group}" for name, role, group in PEOPLE)
    paste = f"{_PASTE_BEGINS}{lines}{_PASTE_ENDS}"
    _type(terminal, _keys("o", "l", "i", paste, _TAB, _ENTER, *"j" * len(PEOPLE), "o", "r"))


def _type(terminal: Terminal, strokes: Sequence[Stroke]) -> None:
    # as fast as the terminal takes them: every key counts
    for stroke in strokes:
        terminal.read_until(stroke.seen)
        terminal.press(stroke.text.encode())
        if stroke.then_look:
            terminal.read_until_quiet()
    terminal.read_until_quiet()


_OF_ONE_RUN = frozenset({"id", "at", "by", "excerpt", "document", "file"})


def told() -> object:
    """What the session made last says of itself, without what differs from run to run."""
    return _without_runs(json.loads(run("status", SESSION, "--json")))


def _without_runs(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_runs(one) for key, one in value.items() if key not in _OF_ONE_RUN}
    return [_without_runs(one) for one in value] if isinstance(value, list) else value


def main() -> None:
    """Hold it twice and compare."""
    for pillar in PILLARS:
        twice = ", voted on twice" if len(pillar.rounds) > 1 else ""
        keys = f"{keystrokes(pillar):3} keys beside the prose ({MOST_KEYSTROKES}){twice}"
        print(f"{pillar.item:<16} {keys}")
    with tempfile.TemporaryDirectory() as place:
        sessions = Path(place)
        by_commands(sessions / "commands")
        plain = told()
        by_terminal(sessions / "terminal")
        if told() != plain:
            raise SystemExit("The two sessions differ.")
    print("The screen and the commands made the same session.")


if __name__ == "__main__":
    main()
