"""What is to be rewritten, in the order in which it has to be done."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from maturity.frozen import dataclass
from maturity.session.acts.act import Change
from maturity.session.events import Event
from maturity.session.rewriting.folder import Files, Step

__all__ = ["Rewriting", "left_behind", "named_lines"]

_LONGEST = 40_000


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A rewriting of a session's files.

    `begin` is recorded before anything is touched and says what is about to be done; `events` are
    the lines that differ, by id. `first` are the steps before session.toml is made anew,
    `journals` those after it: as long as a journal is as it was, the rewriting is not finished.
    `settles` are earlier ones, cut off, that are finished with this one.
    """

    act: str
    begin: tuple[Change, ...]
    events: Mapping[str, Event]
    first: tuple[Step, ...]
    journals: tuple[Step, ...]
    settles: tuple[str, ...] = ()

    @property
    def touches_nothing(self) -> bool:
        """Whether no file would differ."""
        return not self.first and not self.journals


def named_lines(lines: Sequence[str], what: Mapping[str, Any]) -> tuple[Change, ...]:
    """The changes that name the lines to be rewritten and what is done to them, never any words."""
    return tuple(Change("erase", (), dict(what), " ".join(part) or None) for part in _parts(lines))


def _parts(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines in runs, none of which is too long for one line of a journal."""
    start = length = 0
    for place, name in enumerate(lines):
        if length + len(name) > _LONGEST:
            yield lines[start:place]
            start, length = place, 0
        length += len(name) + 1
    yield lines[start:]


def left_behind(files: Files) -> tuple[Step, ...]:
    """What writing left behind when it was cut off, which nobody reads any more: taken away."""
    written = (*(files.folder / name for name in files.own), *files.laptop)
    return tuple(Step(file, None) for file in written if file.name.startswith("."))
