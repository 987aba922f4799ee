"""The reading process: started for one file, asked, held to its limits, and never believed."""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, field
from pathlib import Path
from typing import IO

from maturity.evidence.asking.memory import most_taken
from maturity.evidence.child.worker import said_memory
from maturity.evidence.limits import Limits
from maturity.evidence.messages import SENTENCES, Refused
from maturity.evidence.store import EvidenceFault
from maturity.frozen import dataclass
from maturity.text import clean_line

__all__ = ["CannotStart", "Lines", "answer_of"]

WORKER = (sys.executable, "-P", "-B", "-m", "maturity.evidence.child.worker")
"""How the reading process is started."""

_LOG = logging.getLogger(__name__)
_LOGGED = 4_000
_NEARLY_ALL = 0.85
_LONGEST_ANSWER = 512 * 1024 * 1024
_CHILDREN = threading.BoundedSemaphore(2)

Lines = list[tuple[str, bytes]]
"""The answer of the reading process: words, each with the JSON behind it."""


class CannotStart(Exception):
    """This laptop does not let the reading process start."""


def answer_of(
    path: Path, encoding: str | None, limits: Limits, wanted: str, password: str | None
) -> Lines:
    """What the process says of a file; two read at a time. Raises `Refused` or `CannotStart`."""
    with _CHILDREN:
        return _Answer(path, encoding, limits, wanted, password).read()


@dataclass(slots=True)
class _Answer:
    """One reading process and what came of it."""

    path: Path
    encoding: str | None
    limits: Limits
    wanted: str
    password: str | None = field(repr=False)
    words: set[str] = field(default_factory=set)
    killed_for: Refused | None = None

    def read(self) -> Lines:
        """The lines of the answer; raises `Refused`, or `CannotStart`."""
        taken_before = most_taken()
        with tempfile.TemporaryFile() as errors:
            try:
                process = self._start(errors)
            except OSError as fault:
                raise CannotStart from fault
            with process:
                try:
                    found = self._take(process)
                except (ValueError, LookupError, TypeError) as fault:
                    raise Refused("R35") from fault
                finally:
                    process.kill()
            _log(errors)
        if found is None:
            taken = most_taken()
            raise self._failure(process.returncode, taken if taken > taken_before else 0)
        return found

    def _start(self, errors: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own program, with nothing of the file's in it
            WORKER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _take(self, process: subprocess.Popen[bytes]) -> Lines | None:
        seconds = self.limits.first_byte_seconds
        late = Refused("R07", seconds=round(seconds))
        slow = Refused("R26", seconds=round(self.limits.wall_seconds))
        lines: Lines = []
        with (
            self._deadline(process, self.limits.wall_seconds, slow),
            self._deadline(process, seconds, late) as arrival,
        ):
            self._ask(process)
            for word, body in _lines(process):
                self.words.add(word)
                if word == "read":
                    arrival.cancel()
                elif word == "refused":
                    raise _refused(body)
                elif word == "end":
                    break
                else:
                    lines.append((word, body))
        if "end" not in self.words or self.killed_for:
            process.wait()
            return None
        return lines

    def _ask(self, process: subprocess.Popen[bytes]) -> None:
        request = {
            "path": str(self.path.absolute()),
            "encoding": self.encoding,
            "wanted": self.wanted,
            "password": self.password,
            "limits": asdict(self.limits),
        }
        if process.stdin is None:
            raise CannotStart
        try:
            with process.stdin as ask:
                ask.write(json.dumps(request).encode())
        except OSError as fault:
            # The process ended before it listened; what it wrote until then tells why.
            _LOG.debug("The reading process did not listen: %s", fault)

    @contextmanager
    def _deadline(
        self, process: subprocess.Popen[bytes], seconds: float, why: Refused
    ) -> Iterator[threading.Timer]:
        def stop() -> None:
            self.killed_for = why
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            yield timer
        finally:
            timer.cancel()

    def _failure(self, status: int, taken: int) -> Exception:
        """Why there was no answer; `taken` is the memory it took, where that is known."""
        if self.killed_for is not None:
            return self.killed_for
        if "start" not in self.words:
            return CannotStart()
        if status == -getattr(signal, "SIGXCPU", 0) and os.name == "posix":
            return Refused("R26", seconds=round(self.limits.wall_seconds))
        if status < 0 and taken > self.limits.memory_bytes * _NEARLY_ALL:
            # A library that is not Python gives up without a word where memory ends.
            return Refused("R27", memory=said_memory(self.limits))
        return Refused("R35")


def _lines(process: subprocess.Popen[bytes]) -> Iterator[tuple[str, bytes]]:
    left = _LONGEST_ANSWER
    while process.stdout is not None and left > 0:
        line = process.stdout.readline(left)
        if not line.endswith(b"\n"):
            return
        left -= len(line)
        word, _, body = line.rstrip(b"\n").partition(b" ")
        yield word.decode("ascii"), body


def _refused(body: bytes) -> Refused:
    said = json.loads(body)
    if said["code"] not in SENTENCES:
        raise EvidenceFault("The reading process refused for a reason that is not known.")
    return Refused.repeated(said["code"], clean_line(said["sentence"]))


def _log(errors: IO[bytes]) -> None:
    errors.seek(0)
    if said := errors.read(_LOGGED).decode("utf-8", "replace"):
        _LOG.warning("The reading process said: %s", clean_line(said))
