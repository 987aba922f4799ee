"""A path as people type it, or drop it on a terminal, which puts it in quotes."""

from pathlib import Path

from maturity.text import clean_line

__all__ = ["path_of"]


def path_of(typed: str) -> Path:
    """The path, without quotes, from the home folder where it begins with "~"."""
    return Path(clean_line(typed).strip("\"'")).expanduser()
