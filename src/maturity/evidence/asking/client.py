"""The near side of reading: what is wanted of a file, and its answer checked before it is used."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from maturity.evidence.asking.process import CannotStart, Lines, answer_of
from maturity.evidence.child.worker import bytes_of, said_memory, too_large
from maturity.evidence.limits import LIMITS, Limits
from maturity.evidence.messages import Refused, sentence
from maturity.evidence.model import Document, Excerpt
from maturity.evidence.readers.sniff import named_but_is, sniff
from maturity.evidence.store import check
from maturity.frozen import dataclass

__all__ = ["Lines", "ReadDocument", "Refusal", "Wanted", "read_as", "read_document"]

_IN_A_CHILD = frozenset(("word", "excel", "pdf"))
_Found = TypeVar("_Found")


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
        lines = answer_of(path, encoding, limits, wanted.word, password)
    except CannotStart:
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
    from maturity.evidence.child.reading import read_bytes  # noqa: PLC0415 - see above

    return read_bytes(data, name, encoding=encoding, limits=limits)


_DOCUMENT = Wanted("document", _document, _read_here)
