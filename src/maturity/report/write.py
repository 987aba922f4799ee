"""Put a paper on the disk without ever losing one that somebody has worked in."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from maturity.frozen import dataclass
from maturity.report.paper import Paper
from maturity.session.fs import Fs
from maturity.text import slug

__all__ = ["NotWritten", "Written", "file_name", "write_paper"]

_LONGEST_NAME = 80
_MOST_NAMES = 99


class NotWritten(OSError):
    """A paper could not be written; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Written:
    """A paper that is on the disk.

    `sha256` is of its bytes, for the ledger; `said` tells that another name was taken, or "".
    """

    path: Path
    sha256: str
    said: str


def file_name(paper: Paper, extension: str = "docx") -> str:
    """The paper's own name: area, period, kind and state; ASCII, at most 80 characters.

    "northmere-spring-2026-board-paper-provisional.docx".
    """
    tail = f"-{paper.kind}-{slug(paper.status)}.{extension}"
    return f"{slug(paper.short_title, longest=_LONGEST_NAME - len(tail))}{tail}"


def write_paper(fs: Fs, raw: bytes, wanted: Path, ledger: Mapping[str, str]) -> Written:
    """Write `raw` at `wanted`, or beside it under -2, -3 where the file there is not ours.

    `ledger` has the SHA-256 of each paper this program wrote on this laptop, by full path: a file
    whose bytes still have it is replaced, any other is left alone. So is one that another program
    holds open. Raises `NotWritten` when the folder cannot be written, or no name is free.
    """
    try:
        fs.make_folder(wanted.parent)
        draft = wanted.with_name(f".{wanted.stem[:40]}.part")
        fs.remove(draft)
    except OSError as problem:
        raise NotWritten(_refusal(wanted, problem)) from problem
    try:
        fs.create_new(draft, raw)
        return _placed(fs, draft, raw, wanted, ledger)
    except NotWritten:
        raise
    except OSError as problem:
        raise NotWritten(_refusal(wanted, problem)) from problem
    finally:
        fs.remove(draft)


def _placed(fs: Fs, draft: Path, raw: bytes, wanted: Path, ledger: Mapping[str, str]) -> Written:
    for path in _names(wanted):
        if not _may_replace(fs, path, ledger):
            continue
        try:
            fs.replace(draft, path)
        except PermissionError:
            # Windows refuses while another program has the file open.
            continue
        except OSError as problem:
            raise NotWritten(_refusal(path, problem)) from problem
        fs.flush_folder(path.parent)
        said = "" if path == wanted else _renamed(path)
        return Written(path, hashlib.sha256(raw).hexdigest(), said)
    raise NotWritten(
        f"{wanted.parent}: no paper was written: {_MOST_NAMES} names from {wanted.name} on are in "
        "use, or the folder cannot be written. Choose another place with -o."
    )


def _names(wanted: Path) -> Iterator[Path]:
    yield wanted
    for number in range(2, _MOST_NAMES + 1):
        yield wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")


def _may_replace(fs: Fs, path: Path, ledger: Mapping[str, str]) -> bool:
    """Whether nothing is there, or the very bytes that were written there."""
    if not path.exists() and not path.is_symlink():
        return True
    try:
        found = hashlib.sha256(fs.read(path)).hexdigest()
    except OSError:
        return False
    return ledger.get(str(path.absolute())) == found


def _renamed(path: Path) -> str:
    return f"{path.name} was made: the earlier file has been changed, or is open elsewhere."


def _refusal(path: Path, problem: OSError) -> str:
    reason = problem.strerror or str(problem)
    return f"{path}: the paper could not be written ({reason}). Choose another place with -o."
