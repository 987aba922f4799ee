"""Print what the papers cost: processor time once the Word library is loaded, and memory.

Where docxtpl is installed, the same table is made by it too, side by side.
Run by hand, on Linux: python benchmarks/papers.py
"""

import importlib.util
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime
from types import MappingProxyType

import same_table

from maturity.judgement.view import (
    Audience,
    Disclosed,
    FrameworkView,
    ItemView,
    LevelView,
    LinkView,
    NoteView,
    PageView,
    RatingView,
    RoundView,
    SessionView,
)
from maturity.report.content import board_paper
from maturity.report.formats import FORMATS
from maturity.report.paper import Reference
from maturity.session.state import Facts

TARGETS = {36: (0.5, 150), 4000: (3.0, 150)}
EACH = 40
LEVELS = tuple(
    LevelView(name.lower(), name, place, 5)
    for place, name in enumerate(("First", "Second", "Third", "Fourth", "Fifth"), 1)
)


def main() -> None:
    """Measure each size and format in a process of its own, and print."""
    for count, (seconds, mebibytes) in TARGETS.items():
        for ending in FORMATS:
            ran = subprocess.run(
                [sys.executable, __file__, str(count), ending],
                check=True,
                capture_output=True,
                text=True,
            )
            took, most = map(float, ran.stdout.split())
            print(
                f"{count:5} rated items, {ending:<4} {took:6.2f} s ({seconds})   "
                f"{most:4.0f} MiB ({mebibytes})"
            )
    if importlib.util.find_spec("docxtpl"):
        same_table.main()


def measure(count: int, ending: str) -> None:
    """Print the seconds and mebibytes of one paper of `count` rated items."""
    import docx  # noqa: F401, PLC0415 its loading is not what is measured

    view = _view(count)
    reference = Reference("benchmark", "0f3c" * 16, "c41d0e7f5a2b9913", 1)
    before = time.process_time()
    paper = board_paper(view, as_of=datetime(2026, 3, 23, tzinfo=UTC), reference=reference)
    FORMATS[ending].make(paper)
    took = time.process_time() - before
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _view(count: int) -> Disclosed:
    pillars = tuple((f"p{place}", f"Pillar {place}") for place in range(-(-count // EACH)))
    return Disclosed(
        audience=Audience.BOARD,
        session=SessionView(
            id="benchmark",
            title="Benchmark",
            area="Northmere",
            period="spring 2026",
            date="2026-03-23",
            minutes=210,
            place="",
            marking="OFFICIAL",
            board="Improvement Board",
            forum="Forum",
            board_date="2026-04-16",
            no_risks=False,
        ),
        framework=FrameworkView(
            id="benchmark",
            title="A framework",
            version="1",
            fingerprint="0f3c" * 16,
            standing="local",
            notice="",
            language="en-GB",
            rate="criteria",
            levels=LEVELS,
            meanings=MappingProxyType({}),
            pillars=pillars,
            stale_after_months=12,
            glossary=MappingProxyType({"ICB": "integrated care board", "SEN": "special needs"}),
        ),
        items=tuple(map(_item, range(count))),
        page=PageView("", (), (), (), (), "", ""),
        people=(),
        voices=(),
        actions=(),
        kloes=(),
        decisions=(),
        risks=(),
        documents=(),
    )


def _item(number: int) -> ItemView:
    level = LEVELS[number % len(LEVELS)]
    return ItemView(
        id=f"c{number}",
        kind="criterion",
        code=f"{number // EACH + 1}.{number % EACH + 1}",
        title="Plans are written with the people they are about",
        short=f"Criterion {number}",
        pillar=f"p{number // EACH}",
        question="Do partners lead this work together, and can families tell?",
        guidance="",
        families="",
        evidence_hints=(),
        levels=LEVELS,
        texts=MappingProxyType({}),
        may_not_apply=False,
        rating=RatingView(
            state="provisional",
            said=level.label,
            level=level,
            because="All partners have named leads. Two of nine challenges led to a change.",
            confidence="medium",
            next_step="",
            aim=None,
            chosen_by="room",
        ),
        parked=None,
        discussed=True,
        rounds=(_round(number),),
        median=(level,),
        dissents=(),
        links=tuple(_link(number, place) for place in range(3)),
        notes=(
            NoteView(f"s{number}", "strength", "Every partner has a named lead.", private=False),
            NoteView(f"g{number}", "gap", "Nobody holds the age of late cases.", private=False),
        ),
        lenses=(),
    )


def _round(number: int) -> RoundView:
    return RoundView(
        id=f"r{number}",
        n=1,
        method="cards",
        present=14,
        counts=(3, 10, 1, 0, 0),
        cannot_say=0,
        abstain=0,
        word="together",
        is_small_room=False,
        said="10 of 14 said Second. 3 said First, 1 said Third.",
        word_said="The room is together on Second.",
    )


def _link(number: int, place: int) -> LinkView:
    return LinkView(
        id=f"l{number}-{place}",
        excerpt=f"x{(number * 2 + place) % 500}",
        document="doc",
        document_title="Forum survey",
        ref=f"question {place}",
        stance=("challenges", "supports", "context")[place],
        shows="Answers to families are quicker than a year ago, but not yet kinder.",
        quote="",
        facts=Facts(kind="data", date="2026-01-20", cohort="whole", agency="council"),
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]), sys.argv[2])
    else:
        main()
