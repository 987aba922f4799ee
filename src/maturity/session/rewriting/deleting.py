"""Deleting a session when its title was typed: its own files alone, the snapshot last.

As long as the snapshot stands the session opens to be read, so that a deleting that was cut off
can be asked for again.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from maturity.session.fs import Fs
from maturity.session.taking_back import FOLDERS

__all__ = ["delete", "in_order"]

_LAST = ("journal/", "session.toml")


def in_order(own: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a session's own files, in the order in which they are deleted."""

    def place(name: str) -> tuple[int, str]:
        late = [number for number, last in enumerate(_LAST, 1) if name.startswith(last)]
        return (max(late, default=0), name)

    return tuple(sorted(own, key=place))


def delete(fs: Fs, folder: Path, files: tuple[Path, ...], release: Callable[[], None]) -> bool:
    """Delete files, then the folders that are empty; whether the session's own folder went too.

    `release` lets go of the lock in any case, and its files go last. Raises `OSError`; what was
    not deleted yet stands as it was.
    """
    try:
        for file in files:
            fs.remove(file)
            if fs.names(file.parent):
                fs.flush_folder(file.parent)
        _remove_empty(fs, folder)
    finally:
        release()
    for name in (".lock.json", ".lock"):
        fs.remove(folder / name)
    if fs.names(folder):
        return False
    fs.remove_folder(folder)
    return True


def _remove_empty(fs: Fs, folder: Path) -> None:
    for name in FOLDERS:
        # a folder of that name may be a link, or hold what somebody put there
        if not (folder / name).is_symlink() and not fs.names(folder / name):
            with suppress(OSError):
                fs.remove_folder(folder / name)
