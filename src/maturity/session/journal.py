"""The writer of one opening's journal: one write an action, flushed before it counts as kept."""

import errno
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path

from maturity.frozen import dataclass
from maturity.session.events import FIRST, Event, chained, encode
from maturity.session.fs import Fs

__all__ = ["Journal", "NotSaved", "journal_name"]

_MOST_PARTS = 3


class NotSaved(OSError):
    """A change could not be written to the disk; the state has not changed."""


def journal_name(utc: str, device: str, opening: str, part: int) -> str:
    """The file name of a journal; `utc` is ISO text. The time is for people, never for order."""
    stamp = utc.replace("-", "").replace(":", "").removesuffix("Z")
    return f"{stamp}-{device}-{opening}-{part}.jsonl"


@dataclass(slots=True)
class Journal:
    """The journal of one run of the program; its file is made by the first change.

    A file whose write or flush failed is never written to again, since a second flush can
    succeed with the bytes gone. The next part starts with every line since the last good flush.
    """

    fs: Fs
    folder: Path
    device: str
    opening: str
    utc: str
    part: int = 1
    lines: int = 0
    last: str = FIRST
    _started: bool = field(default=False)

    def path(self) -> Path:
        """The file that takes the next line."""
        return self.folder / journal_name(self.utc, self.device, self.opening, self.part)

    def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Write the lines of one action and return them chained, once they are on the disk.

        Raises `NotSaved` when no part takes them, and `ValueError` for a line over its limit;
        in both cases nothing counts as written.
        """
        linked: list[Event] = []
        before = self.last
        for event in events:
            linked.append(chained(event, before))
            before = linked[-1].h
        self._write(b"".join(encode(event) for event in linked))
        self.last = before
        self.lines += len(linked)
        return tuple(linked)

    def _write(self, content: bytes) -> None:
        problem: OSError | None = None
        for _ in range(_MOST_PARTS):
            try:
                self._write_once(content)
            except OSError as error:
                problem = error
                self.part += 1
                self._started = False
            else:
                return
        raise NotSaved(
            f"This change could not be saved in {self.folder.parent}: {_reason(problem)}. "
            "All that was saved before is safe. Make room or mend the folder, then try again."
        ) from problem

    def _write_once(self, content: bytes) -> None:
        path = self.path()
        if self._started:
            self.fs.append(path, content)
            return
        if not self.folder.parent.is_dir():
            # a folder made anew would hold these lines alone, and the session would be elsewhere
            raise FileNotFoundError(errno.ENOENT, "The folder is not there any more")
        self.fs.make_folder(self.folder)
        self.fs.create_new(path, content)
        self.fs.flush_folder(self.folder)
        self.fs.flush_folder(self.folder.parent)
        self._started = True


def _reason(problem: OSError | None) -> str:
    return (problem.strerror or str(problem)).lower() if problem else "the disk did not answer"
