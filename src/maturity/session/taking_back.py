"""A session that could not be made leaves nothing behind."""

from contextlib import suppress
from pathlib import Path

from maturity.session.fs import Fs

__all__ = ["FOLDERS", "take_back"]

FOLDERS = ("journal", "backups", "recovered", "evidence")
"""The folders inside the folder of a session."""


def take_back(fs: Fs, folder: Path) -> None:
    """Remove what was made of a new session in `folder`, and the folder, as far as the disk lets.

    Only for a folder in which nothing stood before: every file in it is then of this session.
    """
    for place in (*(folder / name for name in FOLDERS), folder):
        with suppress(OSError):
            for name in fs.names(place):
                fs.remove(place / name)
        with suppress(OSError):
            fs.remove_folder(place)
