"""Print what commands cost on a framework of 4,000 criteria, beside one of 36.

Processor time of each command with all it starts, on a session in which every item is voted on,
rated and linked. Run by hand, on Linux: python benchmarks/large_session.py
"""

import os
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

import tomli_w
from full_session import make
from speed import child_seconds

from maturity.shipped import frameworks_folder

SIZES = (6, 6), (100, 40)
_WORDS = ("families", "waiting", "school", "plan", "forum", "data", "health", "board")
_COMMANDS = (
    "status {session}",
    "status {session} --json",
    "history {session}",
    "rate {session} c1-1 second --because Said.",
    "vote {session} c1-1 4 6 4",
    "undo {session}",
    "confirm {session} c1-1 first --on 2026-04-16 --note Agreed.",
    "new Later --area Northmere --after {session} --framework {framework} --dir {place}/later",
    "report {session} -o {place}/paper.docx",
    "report {session} --audience public -o {place}/public.docx",
    "preread {session} -o {place}/pack.docx",
    "confirm {session} --yes --on 2026-04-16 --from {place}/paper.docx",
    "framework check {framework}",
    "erase {session} --words Agreed --yes",
)


def framework(pillars: int, each: int) -> bytes:
    """An invented framework of so many pillars with so many criteria each, which are rated."""
    voices = tomllib.loads((frameworks_folder() / "send-local-area.toml").read_text("utf-8"))[
        "voice"
    ]
    levels = {"first": "A start.", "second": "Agreed.", "third": "The usual way of working."}
    return tomli_w.dumps(
        {
            "framework": {
                "format": 1,
                "id": "large",
                "title": "A large framework",
                "version": "1",
                "origin": "own",
                "notice": "Invented to measure on.",
                "rate": "criteria",
                "levels": list(levels),
            },
            "level": {
                name: {"label": name.capitalize(), "meaning": said} for name, said in levels.items()
            },
            "voice": voices,
            "pillar": {f"p{at}": {"title": f"Pillar {at}"} for at in range(pillars)},
            "criterion": {
                f"c{at}-{place}": _criterion(at, place)
                for at in range(pillars)
                for place in range(each)
            },
        }
    ).encode()


def _criterion(pillar: int, place: int) -> dict[str, object]:
    about = " ".join(_WORDS[(pillar * 7 + place * step) % len(_WORDS)] for step in range(1, 6))
    return {
        "pillar": f"p{pillar}",
        "code": f"{pillar + 1}.{place + 1}",
        "title": f"Criterion {place} of {pillar}: {about}",
        "question": f"Do partners lead {about} together, and can families tell?",
        "level": {
            "first": f"Plans: {about}.",
            "second": f"Agreed: {about}.",
            "third": f"Felt: {about}.",
        },
    }


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
        os.environ["MATURITY_HOME"] = str(Path(folder) / "home")
        measured = [_measured(Path(folder) / f"{size[0]}x{size[1]}", size) for size in SIZES]
    print(f"{'seconds of processor time':30}", *(f"{a * b:>6}" for a, b in SIZES), " ratio")
    for command, small, large in zip(_COMMANDS, *measured, strict=True):
        said = " ".join(word for word in command.split() if "{" not in word)[:30]
        print(f"{said:30} {small:6.2f} {large:6.2f} {large / small:6.1f}")


def _measured(place: Path, size: tuple[int, int]) -> list[float]:
    """The seconds of each command, the second time it is run, on a session of this size."""
    place.mkdir()
    file, made = place / "large.toml", place / "made"
    file.write_bytes(framework(*size))
    make(made, file, links=1, is_full=False)
    for run in ("warm", "counts"):
        here = place / run
        shutil.copytree(made, here / "session")
        seconds = [
            child_seconds([sys.executable, "-m", "maturity", *words])
            for words in (
                command.format(session=here / "session", framework=file, place=here).split()
                for command in _COMMANDS
            )
        ]
    return seconds


if __name__ == "__main__":
    main()
