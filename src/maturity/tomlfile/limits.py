"""What a TOML file may hold before we let a parser near it."""

import errno
import re
from pathlib import Path
from typing import Final

from maturity.tomlfile.lexis import COMMENT, KEY_PART, STRING
from maturity.tomlfile.message import Source, Span

__all__ = ["DEEPEST", "KEY_PARTS", "LARGEST_BYTES", "check_shape", "check_size", "file_bytes"]

LARGEST_BYTES: Final = 8_000_000
DEEPEST: Final = 20
KEY_PARTS: Final = 32

# A run of key parts is looked for before a string, since its first part may be one.
_TOKENS: Final = re.compile(
    rf"(?P<key>(?<![A-Za-z0-9_-]){KEY_PART}(?:[ \t]*+\.[ \t]*+{KEY_PART}){{{KEY_PARTS}}})"
    rf"|(?P<text>{STRING}|{COMMENT})|(?P<open>[\[{{])|(?P<close>[\]}}])"
)


def file_bytes(path: Path) -> bytes:
    """What stands in a file that somebody named, and one byte too many of one over the limit.

    Raises `OSError` for what cannot be read, and for a pipe or a device, which may have no end.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    with path.open("rb") as file:
        return file.read(LARGEST_BYTES + 1)


def check_size(raw: bytes, file: str, prefix: str, largest: int = LARGEST_BYTES) -> None:
    """Raise `TomlFault` (code 140) when the file is too large to be parsed at all."""
    if len(raw) > largest:
        raise Source(file, "", prefix).fault(
            140,
            Span(1, 1),
            what=f"the file is over the limit of {largest:,} bytes.",
            mend="split it, or take out what does not belong in it.",
        )


def check_shape(source: Source) -> None:
    """Raise `TomlFault` (code 140) where lists and tables nest, or a name goes on, too far.

    Both make the parser slow or stop it; neither is ever needed.
    """
    depth = 0
    for token in _TOKENS.finditer(source.text):
        kind = token.lastgroup
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(depth - 1, 0)
        if depth > DEEPEST:
            raise source.fault(
                140,
                source.span(token.start()),
                what=f"lists and tables may stand inside one another {DEEPEST} deep, no more.",
                mend="close the brackets before this one, or take some out.",
            )
        if kind == "key":
            raise source.fault(
                140,
                source.span(token.start(), 1),
                what=f"a name may have {KEY_PARTS} parts with dots between them, no more.",
                mend="write a shorter name.",
            )
