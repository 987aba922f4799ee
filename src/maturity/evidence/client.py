"""The near side of reading: start a process for one file, believe nothing it says unchecked."""

import json
import logging
import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, field
from pathlib import Path
from typing import IO, Generic, TypeVar

from maturity.evidence.limits import LIMITS, Limits
from maturity.evidence.memory import most_taken
from maturity.evidence.messages import SENTENCES, Refused, sentence
from maturity.evidence.model import Document, Excerpt
from maturity.evidence.sniff import named_but_is, sniff
from maturity.evidence.store import EvidenceFault, check
from maturity.evidence.worker import bytes_of, said_memory, too_large
from maturity.frozen import dataclass
from maturity.text import clean_line

__all__ = ["Lines", "ReadDocument", "Refusal", "Wanted", "read_as", "read_document"]

WORKER = (sys.executable, "-P", "-B", "-m", "maturity.evidence.worker")
"""How the reading process is started."""

_LOG = logging.getLogger(__name__)
_LOGGED = 4_000
_NEARLY_ALL = 0.85
_LONGEST_ANSWER = 512 * 1024 * 1024
_IN_A_CHILD = frozenset(("word", "excel", "pdf"))
_CHILDREN = threading.BoundedSemaphore(2)

_Found = TypeVar("_Found")
Lines = list[tuple[str, bytes]]
"""The answer of the reading process: words, each with the JSON behind it."""


@dataclass(frozen=True, slots=True)
class Wanted(Generic[_Found]):
    """What is wanted of a file: the word that asks for it, and how its answer becomes a value.

    `gather` raises `ValueError` for an answer that cannot be one; `here` reads plain formats
    where no process may start.
    """

    word: str
    gather: Callable[[Lines], _Found]
    here: Callable[[bytes, str, str | None, Limits], _Found]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file that was read; `notices` are the sentences to tell about it, in order."""

    document: Document
    excerpts: tuple[Excerpt, ...]
    file: str
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not read, and the sentence that says why and what to do."""

    code: str
    sentence: str


class _CannotStart(Exception):
    """This laptop does not let the reading process start."""


def read_document(
    path: Path,
    *,
    encoding: str | None = None,
    password: str | None = None,
    allow_large: bool = False,
) -> ReadDocument | Refusal:
    """Read one file in a process of its own; never raises for what the file is or holds.

    `encoding` overrides what the bytes seem to be; `password` opens a PDF and is kept nowhere;
    `allow_large` raises the limits fourfold.
    Takes as long as the file needs, a minute at most, so call it away from the screen's thread.
    """
    limits = LIMITS.large() if allow_large else LIMITS
    try:
        document, excerpts = read_as(path, encoding, limits, _DOCUMENT, password=password)
    except Refused as refused:
        return Refusal(refused.code, refused.sentence)
    notices = (*_named(path, document), *(w.sentence for w in document.warnings))
    if document.people or any(excerpt.leads for excerpt in excerpts):
        notices = (*notices, sentence("W27"))
    return ReadDocument(document, excerpts, path.name, notices)


def _named(path: Path, document: Document) -> tuple[str, ...]:
    found = named_but_is(path.name, document.reader)
    return (sentence("W02", ext=found[0], kind=found[1]),) if found else ()


def _look(path: Path, limits: Limits) -> None:
    """Refuse what can be refused without opening the file."""
    found = _stat(path)
    if stat.S_ISDIR(found.st_mode):
        raise Refused("R02")
    if not stat.S_ISREG(found.st_mode):
        raise Refused("R03")
    if path.name.startswith("~$"):
        raise Refused("R06")
    if not found.st_size:
        raise Refused("R04")
    if found.st_size > limits.file_bytes:
        raise too_large(found.st_size, limits)


def _stat(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as fault:
        raise Refused("R01") from fault
    except PermissionError as fault:
        raise Refused("R05") from fault
    except OSError as fault:
        # What is left is a link that leads round in a circle, or a name no file can have.
        raise Refused("R03") from fault


def read_as(
    path: Path,
    encoding: str | None,
    limits: Limits,
    wanted: Wanted[_Found],
    *,
    password: str | None = None,
) -> _Found:
    """What is wanted of one file, read in a process of its own. Raises `Refused`."""
    _look(path, limits)
    try:
        with _CHILDREN:
            lines = _Answer(path, encoding, limits, wanted.word, password).read()
    except _CannotStart:
        return _in_this_process(path, encoding, limits, wanted)
    try:
        return wanted.gather(lines)
    except (ValueError, LookupError, TypeError) as fault:
        raise Refused("R35") from fault


def _document(lines: Lines) -> tuple[Document, tuple[Excerpt, ...]]:
    """The document of an answer, checked. Raises `ValueError` for one that cannot be."""
    (document,) = (Document.model_validate_json(body) for word, body in lines if word == "document")
    excerpts = tuple(Excerpt.model_validate_json(body) for word, body in lines if word == "excerpt")
    check(document, excerpts)
    return document, excerpts


def _in_this_process(
    path: Path, encoding: str | None, limits: Limits, wanted: Wanted[_Found]
) -> _Found:
    """Plain formats read in this process, where no other may start; the others are refused."""
    data = bytes_of(path, limits)
    if sniff(data, path.name, encoding).kind in _IN_A_CHILD:
        raise Refused("R37")
    try:
        return wanted.here(data, path.name, encoding, limits)
    except RecursionError as fault:
        raise Refused("R34") from fault
    except MemoryError as fault:
        raise Refused("R27", memory=said_memory(limits)) from fault


def _read_here(
    data: bytes, name: str, encoding: str | None, limits: Limits
) -> tuple[Document, tuple[Excerpt, ...]]:
    # Loaded only here: everywhere else the readers stay out of the program's own process.
    from maturity.evidence.reading import read_bytes  # noqa: PLC0415 - see above

    return read_bytes(data, name, encoding=encoding, limits=limits)


_DOCUMENT = Wanted("document", _document, _read_here)


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
        """The lines of the answer; raises `Refused`, or `_CannotStart`."""
        taken_before = most_taken()
        with tempfile.TemporaryFile() as errors:
            try:
                process = self._start(errors)
            except OSError as fault:
                raise _CannotStart from fault
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
            raise _CannotStart
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
            return _CannotStart()
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
