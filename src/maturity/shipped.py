"""Where the frameworks and the sample session that come with the program stand.

An installed copy carries them inside the package; an editable checkout has them in the
repository's own folders, so that editing one there is seen at once.
"""

from pathlib import Path

__all__ = ["SAMPLE", "frameworks_folder", "sample_session"]

SAMPLE = "northmere-2026"
"""Folder name of the invented session that `maturity demo` copies."""

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str, package: Path) -> Path:
    inside = package / "shipped" / name
    return inside if inside.is_dir() else package.parents[1] / name


def frameworks_folder(package: Path = _PACKAGE) -> Path:
    """The folder of the shipped framework files, for the copy of maturity at `package`."""
    return _folder("frameworks", package)


def sample_session(package: Path = _PACKAGE) -> Path:
    """The folder of the sample session, for the copy of maturity at `package`. Only ever copied."""
    return _folder("sessions", package) / SAMPLE
