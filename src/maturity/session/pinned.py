"""The framework a session is rated against: its own copy, pinned by fingerprint."""

from pathlib import Path

from maturity.framework import Framework, FrameworkFault, parse
from maturity.framework.fingerprint import fingerprint, shown
from maturity.session.fs import Fs
from maturity.session.opening import NoSession

__all__ = ["pinned_framework"]


def pinned_framework(fs: Fs, folder: Path, pinned: str) -> tuple[Framework, str]:
    """The framework the session is rated against, and what is wrong with the file, if anything.

    `pinned` is its fingerprint. Raises `NoSession` where neither the file nor the copy is it.
    """
    problem = ""
    try:
        model = parse(fs.read(folder / "framework.toml"), "framework.toml")
        if not pinned or fingerprint(model) == pinned:
            return model, ""
    except (OSError, FrameworkFault):
        model = None
    problem = (
        "framework.toml is not the one this session was rated against. The original is in use."
    )
    try:
        copy = folder / "backups" / f"framework-{pinned[:12]}.toml"
        model = parse(fs.read(copy), copy.name)
    except (OSError, FrameworkFault):
        model = None
    if model is None or fingerprint(model) != pinned:
        raise NoSession(
            f"The framework this session was rated against ({shown(pinned)}) is missing. Put "
            "framework.toml back to go on rating."
        )
    return model, problem
