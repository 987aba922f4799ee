"""All of the store's dealings with the disk, so that tests can stand in for it and break it."""

import errno
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

__all__ = ["Fs", "RealFs"]

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_WINDOWS_BUSY = frozenset({5, 32, 33})
_WINDOWS_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


class Fs(Protocol):
    """What the store asks of a disk. Every method may raise `OSError`."""

    def make_folder(self, path: Path) -> None:
        """Make a private folder, its parents too; an existing one is left as it is."""

    def create_new(self, path: Path, content: bytes) -> None:
        """Make a private file that must not exist yet, write it and flush it to the disk."""

    def append(self, path: Path, content: bytes) -> None:
        """Add to the end of a file and flush it to the disk."""

    def flush_folder(self, path: Path) -> None:
        """Flush the names in a folder to the disk, where the system knows how."""

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one step."""

    def read(self, path: Path) -> bytes:
        """The bytes of a file."""

    def names(self, path: Path) -> tuple[str, ...]:
        """The names in a folder, sorted; nothing for a missing folder."""

    def move_aside(self, source: Path, target: Path) -> None:
        """Move a file to a name that is not in use."""

    def remove(self, path: Path) -> None:
        """Remove a temporary file of our own."""

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder of our own."""


class RealFs:
    """The disk of this laptop."""

    def make_folder(self, path: Path) -> None:
        """Make a private folder, its parents too; an existing one is left as it is."""
        path.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)

    def create_new(self, path: Path, content: bytes) -> None:
        """Make a private file that must not exist yet, write it and flush it to the disk."""
        self._write(path, content, os.O_WRONLY | os.O_CREAT | os.O_EXCL)

    def append(self, path: Path, content: bytes) -> None:
        """Add to the end of a file and flush it to the disk."""
        self._write(path, content, os.O_WRONLY | os.O_APPEND)

    def _write(self, path: Path, content: bytes, flags: int) -> None:
        file = os.open(path, flags | getattr(os, "O_BINARY", 0), _PRIVATE_FILE)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(file, view) :]
            self._flush(file)
        finally:
            os.close(file)

    def _flush(self, file: int) -> None:
        if sys.platform == "darwin":
            import fcntl  # noqa: PLC0415 exists on POSIX alone

            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        else:
            os.fsync(file)

    def flush_folder(self, path: Path) -> None:
        """Flush the names in a folder to the disk, where the system knows how."""
        if os.name == "nt":
            return
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one step.

        On Windows another program may hold the target for a moment, so it is tried again.
        """
        waits: Iterable[float] = _WINDOWS_WAITS if os.name == "nt" else ()
        for wait in waits:
            try:
                source.replace(target)
            except OSError as error:
                if getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                    raise
                time.sleep(wait)
            else:
                return
        source.replace(target)

    def read(self, path: Path) -> bytes:
        """The bytes of an ordinary file; a link or device is refused."""
        if path.is_symlink() or not path.is_file():
            raise FileNotFoundError(errno.ENOENT, "not an ordinary file", str(path))
        return path.read_bytes()

    def names(self, path: Path) -> tuple[str, ...]:
        """The names in a folder, sorted; nothing for a missing folder."""
        return tuple(sorted(entry.name for entry in path.iterdir())) if path.is_dir() else ()

    def move_aside(self, source: Path, target: Path) -> None:
        """Move a file to a name that is not in use."""
        source.rename(target)

    def remove(self, path: Path) -> None:
        """Remove a temporary file of our own."""
        path.unlink(missing_ok=True)

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder of our own."""
        path.rmdir()
