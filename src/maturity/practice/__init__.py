"""A practice: one made-up pillar in a folder of its own, thrown away when it is over.

The subject is invented, so that a room learns how the levels are told apart, and a facilitator
which keys to press, before anything counts.
"""

import tomllib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.frozen import dataclass
from maturity.session.acts.evidence import FactsAct
from maturity.session.acts.page import SetAct
from maturity.session.acts.people import PersonAct
from maturity.session.store import Clock, Typist
from maturity.workshop import NewSession, Workshop

__all__ = ["HEADING", "Practice", "begin"]

HEADING: Final = "PRACTICE - NOT KEPT"
"""Stands in row 1 of the screen, and on every page of a paper made from a practice."""

_HERE = Path(__file__).resolve().parent
_SUFFIX = "000000"


@dataclass(frozen=True, slots=True)
class Practice:
    """An open practice; `is_alone` where the people in it are made up too."""

    workshop: Workshop
    is_alone: bool
    _steps: Mapping[str, Mapping[str, str]]
    _folder: TemporaryDirectory[str]

    @property
    def heading(self) -> str:
        """What stands over everything that is shown of it."""
        return HEADING

    def says(self, step: str, *, is_done: bool = False) -> str:
        """What to do at a step of the loop, by its key, and why; empty for any other key.

        Of a step that `is_done` it says what is left, where there is something else to say.
        """
        said = self._steps.get(step, {})
        if is_done and "done" in said:
            return said["done"]
        hint = said.get("alone", "") if self.is_alone else ""
        return " ".join(words for words in (said.get("say", ""), hint) if words)

    def throw_away(self) -> None:
        """Close it and take its folder away, papers and all. Raises `OSError`."""
        try:
            self.workshop.close()
        finally:
            self._folder.cleanup()


def begin(
    typist: Typist, clock: Clock, room: Sequence[str] = (), *, inside: Path | None = None
) -> Practice:
    """Make a practice in a temporary folder, in `inside` or where this system keeps such folders.

    `room` has the voice group of each voter who is here; they are called by number, since no name
    is needed. Without it the people are made up. Raises `OSError`.
    """
    story = tomllib.loads((_HERE / "story.toml").read_text(encoding="utf-8"))
    folder = TemporaryDirectory(prefix="maturity-practice-", dir=inside, ignore_cleanup_errors=True)
    with ExitStack() as otherwise:
        otherwise.callback(folder.cleanup)
        workshop = Workshop.create(
            Path(folder.name) / "practice",
            NewSession(story["title"], story["area"], _SUFFIX, story["period"]),
            typist,
            clock,
            framework=(_HERE / "framework.toml").read_bytes(),
            file="framework.toml",
        )
        otherwise.callback(workshop.close)
        _furnish(workshop, story, room)
        otherwise.pop_all()
    return Practice(workshop, not room, story["step"], folder)


def _furnish(workshop: Workshop, story: Mapping[str, Any], room: Sequence[str]) -> None:
    """Put the people and the cards there, and the heading on every page."""
    workshop.do(SetAct("marking", HEADING))
    people = [{"name": f"Person {n}", "group": group} for n, group in enumerate(room, 1)]
    for person in people or story["person"]:
        workshop.do(PersonAct(person["name"], group=person["group"] or None))
    item = workshop.framework.items[0].id
    today = workshop.now.date().isoformat()
    for told in story["card"]:
        card = dict(told)
        stance, shows = card.pop("stance"), card.pop("shows")
        document, excerpt = typed_card(card.pop("text"), card.pop("ref"))
        workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
        workshop.do(FactsAct(excerpt.id, date=today, **card))
        workshop.link(item, excerpt.id, stance, shows)
