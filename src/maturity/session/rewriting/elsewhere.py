"""Where else words stand: files beside the record, such as papers, and other sessions.

Neither is touched. A person has to know which of them hold the words, and of which that is not
known.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from maturity.evidence.limits import LIMITS
from maturity.evidence.messages import Refused
from maturity.evidence.readers.guard import opened, part_of
from maturity.frozen import dataclass
from maturity.session.fs import Fs
from maturity.session.rewriting.folder import names_within
from maturity.session.rewriting.matching import Words
from maturity.text import inspect

__all__ = ["Beside", "looked_into", "other_sessions"]

_ZIP = b"PK"
_TAG = re.compile(r"<[^<>]*>")
_READ = (".xml", ".rels")


@dataclass(frozen=True, slots=True)
class Beside:
    """Of some files by name: those that hold the words, and those that nobody could look into."""

    holding: tuple[str, ...]
    unread: tuple[str, ...]


def looked_into(fs: Fs, folder: Path, names: tuple[str, ...], words: Words) -> Beside:
    """Look for the words in files of `folder`: in texts, web pages, and Office papers."""
    holding: list[str] = []
    unread: list[str] = []
    for name in names:
        texts = _texts(fs, folder / name)
        if texts is None:
            unread.append(name)
        elif any(words.stand_in(text) for text in texts):
            holding.append(name)
    return Beside(tuple(holding), tuple(unread))


def other_sessions(fs: Fs, folders: tuple[Path, ...], words: Words) -> tuple[str, ...]:
    """The names of those sessions of which a file holds the words, as far as they can be read."""
    return tuple(folder.name for folder in folders if any(_held(fs, folder, words)))


def _held(fs: Fs, folder: Path, words: Words) -> Iterator[bool]:
    for name in names_within(fs, folder)[0]:
        if "framework" not in name:
            raw = _raw(fs, folder / name)
            yield raw is not None and words.stand_in_bytes(raw)


def _raw(fs: Fs, file: Path) -> bytes | None:
    try:
        # a link, or a file too large, is not read
        return fs.read(file) if file.lstat().st_size <= LIMITS.file_bytes else None
    except OSError:
        return None


def _texts(fs: Fs, file: Path) -> list[str] | None:
    """What a file says, with and without a space for each tag; None where nobody can tell."""
    raw = _raw(fs, file)
    if raw is None:
        return None
    try:
        parts = _parts(raw) if raw.startswith(_ZIP) else [raw]
        written = [part.decode("utf-8") for part in parts]
    except (Refused, UnicodeDecodeError):
        return None
    if any("\0" in text for text in written):
        return None
    said = (html.unescape(_TAG.sub(between, text)) for text in written for between in ("", " "))
    return [inspect(text).text for text in said]


def _parts(raw: bytes) -> list[bytes]:
    with opened(raw, LIMITS) as package:
        names = [name for name in package.namelist() if name.endswith(_READ)]
        return [part_of(package, name, LIMITS) for name in names]
