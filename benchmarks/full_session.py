"""Make a full invented session to measure on: every item voted and rated, many excerpts.

python benchmarks/full_session.py FOLDER
"""

import hashlib
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.model import Counts, Document, Excerpt, excerpt_id
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.votes import VoteAct
from maturity.session.store import Typist
from maturity.shipped import frameworks_folder
from maturity.workshop import NewSession, Workshop

__all__ = ["make"]

_WORDS = ("families", "waiting", "assessment", "school", "plan", "forum", "data", "health", "board")


class _Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=5)
        return self.now


def _document(excerpts: int) -> ReadDocument:
    identity = hashlib.sha256(f"benchmark {excerpts}".encode()).hexdigest()
    rows = []
    for number in range(excerpts):
        words = [_WORDS[(number * 7 + place * 5) % len(_WORDS)] for place in range(24)]
        text, ref = f"{' '.join(words)} {number}.", f"para {number + 1}"
        rows.append(
            Excerpt(id=excerpt_id(identity, ref, text), shape="paragraph", ref=ref, text=text)
        )
    document = Document(
        id=identity,
        title="Self-evaluation",
        media="text/plain",
        size=excerpts * 200,
        reader="text",
        reader_version=1,
        counts=Counts(excerpts=excerpts),
    )
    return ReadDocument(document, tuple(rows), "self-evaluation.txt", ())


def make(
    folder: Path,
    framework: str | Path = "send-local-area",
    excerpts: int = 500,
    *,
    links: int = 4,
    is_full: bool = True,
) -> None:
    """Write a full session to `folder`, which must not exist, on a framework or the file of one.

    With `is_full` off every item is voted on, rated and linked, and nothing more.
    """
    file = frameworks_folder() / f"{framework}.toml" if isinstance(framework, str) else framework
    workshop = Workshop.create(
        folder,
        NewSession("Benchmark", "Northmere", "b3a10f", period="spring 2026", date="2026-03-23"),
        Typist("facilitator", "4fa1c2", "9d07be41", "0.1.0"),
        _Clock(),
        framework=file.read_bytes(),
        file=file.name,
    )
    for number in range(14):
        workshop.do(PersonAct(f"Person {number}", role="Officer", group="icb"))
    read = _document(excerpts)
    workshop.add_document(read)
    levels = workshop.framework.level_ids
    for number, item in enumerate(workshop.framework.items):
        counts = [0] * len(workshop.framework.levels_of(item))
        counts[0], counts[1] = 5, 9
        workshop.do(VoteAct(item.id, tuple(counts)))
        workshop.do(
            RateAct(item.id, levels[1], because="Named leads in all partners.", confidence="medium")
        )
        for place in range(links):
            excerpt = read.excerpts[(number * links + place) % len(read.excerpts)]
            workshop.link(item.id, excerpt.id, "supports", "What it shows in one sentence.")
        if not is_full:
            continue
        workshop.do(NoteAct(item.id, "Two teams count differently.", tag="gap"))
        workshop.do(DissentAct(item.id, from_="A school leader", level=levels[0], reason="Late."))
        workshop.do(ActionAct("Share the table", owner=("RN",), due="two weeks", item=item.id))
    workshop.close()


if __name__ == "__main__":
    match sys.argv[1:]:
        case [folder] if not folder.startswith("-"):
            make(Path(folder))
        case _:
            sys.exit(__doc__)
