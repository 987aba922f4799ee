"""Make sessions/northmere-2026 anew from the story in scripts/northmere, through plain commands.

The clock and the names of the runs are the story's, so the same story makes the same bytes.
Run: python scripts/build_sample.py [FOLDER]
"""

import hashlib
import re
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from maturity.cli.desk import Desk
from maturity.cli.start import app
from maturity.laptop import Laptop
from maturity.session.store import Typist
from maturity.shipped import SAMPLE, frameworks_folder
from maturity.workshop import NewSession, Workshop

HERE = Path(__file__).parent
STORY = HERE / "northmere" / "story.toml"
PAPERS = HERE / "northmere" / "papers"
TARGET = HERE.parent / "sessions" / SAMPLE
DEVICE = "4fa1c2"
SUFFIX = "b3a10f"

_BRACES = re.compile(r"\{(paper|doc|find|dissent|kloe):([^}]*)\}")


@dataclass
class StoryClock:
    """Shows the moment of the entry that is told; local time in Northmere is UTC that month."""

    at: datetime

    def __call__(self) -> datetime:
        """The moment the story has come to."""
        return self.at


@dataclass(frozen=True, slots=True)
class StoryDesk(Desk):
    """A desk at which one session stays open, so that a sitting is one run of the program."""

    open_session: Workshop | None = None

    @contextmanager
    def opened(
        self, asked: str, *, to_read: bool = False, may_be_closed: bool = False
    ) -> Iterator[Workshop]:
        """The session the story is about."""
        assert self.open_session is not None, (asked, to_read, may_be_closed)  # noqa: S101 a script's own promise
        yield self.open_session


def run_name(day: str) -> str:
    """The 8 hex digits that name the run of a day."""
    return hashlib.sha256(f"{SAMPLE} {day}".encode()).hexdigest()[:8]


def filled(word: str, workshop: Workshop, papers: Mapping[str, Path]) -> str:
    """A word of a command with what stands in braces looked up in the session."""
    return _BRACES.sub(lambda match: _found(match[1], match[2], workshop, papers), word)


def _found(kind: str, what: str, workshop: Workshop, papers: Mapping[str, Path]) -> str:
    name, _, quoted = what.partition(":")
    if kind == "paper":
        return str(papers[what])
    if kind == "doc":
        return _document(workshop, papers[what])
    if kind == "find":
        document, words = _document(workshop, papers[name]), quoted.strip('"')
        fits = [
            excerpt.id
            for one, excerpts in workshop.shelf
            if one.id == document
            for excerpt in excerpts
            if words in " ".join(excerpt.text.split())
        ]
    elif kind == "dissent":
        kept = workshop.state.pillar[name].dissent
        fits = [entry for entry, one in kept.items() if quoted.strip('"') in (one.reason or "")]
    else:
        words = what.strip('"')
        fits = [entry for entry, one in workshop.state.kloes.items() if words in one.text]
    if len(fits) != 1:
        raise SystemExit(f"{kind}:{what} fits {len(fits)} entries.")
    return fits[0]


def _document(workshop: Workshop, paper: Path) -> str:
    return next(
        name for name, document in workshop.state.documents.items() if document.file == paper.name
    )


def tell(story: Mapping[str, Any], folder: Path, home: Path) -> None:
    """Run every entry of the story against a new session in `folder`."""
    about = story["session"]
    papers = {name: PAPERS / paper["file"] for name, paper in story["paper"].items()}
    clock = StoryClock(_moment(about["created"]))
    framework = frameworks_folder() / f"{about['framework']}.toml"
    workshop = Workshop.create(
        folder,
        NewSession(
            about["title"],
            about["area"],
            SUFFIX,
            period=about["period"],
            date=about["date"],
            minutes=about["minutes"],
        ),
        _typist(about["by"], clock),
        clock,
        framework=framework.read_bytes(),
        file=framework.name,
    )
    day = clock.at.date()
    for entry in story["entry"]:
        clock.at = _moment(entry["at"])
        if clock.at.date() != day:
            workshop.close()
            day = clock.at.date()
            workshop = Workshop.open(folder, _typist(about["by"], clock), clock)
        laptop = Laptop(home, DEVICE, about["by"])
        desk = StoryDesk(laptop, about["by"], folder.parent, clock, open_session=workshop)
        words = [filled(word, workshop, papers) for word in entry["run"]]
        place = 2 if words[0] == "evidence" else 1
        arguments = [*words[:place], str(folder), *words[place:]]
        app.main(args=arguments, prog_name="maturity", standalone_mode=False, obj=desk)
    workshop.close()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _typist(name: str, clock: StoryClock) -> Typist:
    return Typist(name, DEVICE, run_name(clock.at.date().isoformat()), "0.1.0")


def main(target: Path) -> None:
    """Make the sample in `target`, in the place of what stood there."""
    story = tomllib.loads(STORY.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / SAMPLE
        tell(story, folder, Path(place) / "home")
        for name in (".lock", ".lock.json"):
            (folder / name).unlink(missing_ok=True)
        for copy in (folder / "backups").glob("session-*.toml"):
            copy.unlink()
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(folder, target)
        for empty in ("recovered",):
            if (target / empty).is_dir():
                (target / empty).rmdir()


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            main(TARGET)
        case [folder] if not folder.startswith("-"):
            main(Path(folder))
        case _:
            sys.exit(__doc__)
