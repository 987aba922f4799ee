"""All the files of a session's folder, with their bytes: what is its own, and what is not."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from maturity.frozen import dataclass
from maturity.session.acts.act import Refused
from maturity.session.fs import Fs
from maturity.session.taking_back import FOLDERS

__all__ = ["Files", "Step", "carry_out", "gather", "names_within", "written_at"]

_OWN: Final = re.compile(
    r"session\.toml|framework\.toml|room\.toml"
    r"|\.session-[^/]+\.toml|(?:[a-z]+/)?\.[^/]+\.new"
    r"|journal/[^/]+\.jsonl"
    r"|evidence/[^/]+\.jsonl"
    r"|backups/session-[0-9]+\.toml|backups/framework-[^/]+\.toml"
    r"|recovered/(?:[^/]+\.torn|session-[^/]+\.toml|[^/]+\.jsonl)"
)
_LOCKS: Final = frozenset({".lock", ".lock.json"})
_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class Files:
    """The session's own files by name within its folder, and the names of all the others.

    `laptop` are files beside the laptop's settings that hold words of this session, and what
    writing those left behind.
    """

    folder: Path
    own: Mapping[str, bytes]
    others: tuple[str, ...]
    laptop: Mapping[Path, bytes]

    def within(self, folder: str) -> Mapping[str, bytes]:
        """The session's own files in one of its folders."""
        return {name: raw for name, raw in self.own.items() if name.startswith(f"{folder}/")}


@dataclass(frozen=True, slots=True)
class Step:
    """One file to be replaced whole, or taken away where `content` is None."""

    file: Path
    content: bytes | None


def names_within(fs: Fs, folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the session's own files within its folder, and of the others, unread."""
    own: list[str] = []
    others: list[str] = []
    for name in _names(fs, folder, ""):
        if name not in _LOCKS:
            (own if _OWN.fullmatch(name) else others).append(name)
    return tuple(own), tuple(others)


def gather(fs: Fs, folder: Path, laptop: tuple[Path, ...] = ()) -> Files:
    """Read every file of the session, and those of `laptop` that are there.

    Raises `OSError`, and `Refused` where a folder of the session leads out of it: what is there is
    read as the session's, and belongs to somebody else.
    """
    own, others = names_within(fs, folder)
    if astray := [name for name in FOLDERS if name in others]:
        raise Refused(
            f"Nothing was changed: {folder / astray[0]} is no folder, but leads elsewhere. Put the "
            "folder itself in its place, then try again."
        )
    beside = [one for file in laptop for one in written_at(fs, file)]
    return Files(
        folder,
        {name: fs.read(folder / name) for name in own},
        others,
        {file: fs.read(file) for file in beside},
    )


def written_at(fs: Fs, file: Path) -> tuple[Path, ...]:
    """A file beside the laptop's settings, where it is there, and what writing it left behind."""
    started = f".{file.name}-"
    names = (one for one in fs.names(file.parent) if one == file.name or one.startswith(started))
    return tuple(file.with_name(name) for name in names)


def _names(fs: Fs, folder: Path, within: str) -> list[str]:
    """The files of a folder and of the folders in it; a link is a file of its own."""
    found: list[str] = []
    for name in fs.names(folder):
        path = folder / name
        is_folder = path.is_dir() and not path.is_symlink()
        if is_folder and len(PurePosixPath(within).parts) < _DEEPEST:
            found += _names(fs, path, f"{within}{name}/")
        else:
            found.append(f"{within}{name}")
    return found


def carry_out(fs: Fs, steps: tuple[Step, ...]) -> None:
    """Take the steps one after the other, each of them on the disk before the next.

    Raises `OSError`; the steps before it are done, and each file is as it was or as it should be.
    """
    for step in steps:
        if step.content is None:
            fs.remove(step.file)
        else:
            temporary = step.file.with_name(f".{step.file.name}.new")
            fs.remove(temporary)
            fs.create_new(temporary, step.content)
            fs.replace(temporary, step.file)
        fs.flush_folder(step.file.parent)
