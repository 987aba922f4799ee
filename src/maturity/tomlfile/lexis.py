"""The shapes of TOML's smallest pieces, as patterns; shared by the scanner and the limits."""

import tomllib
from typing import Final

__all__ = [
    "BARE",
    "BASIC",
    "COMMENT",
    "KEY_PART",
    "LITERAL",
    "LONG_BASIC",
    "LONG_LITERAL",
    "STRING",
    "read_key_part",
]

# Possessive quantifiers throughout: a hostile file must not make a pattern try twice.
BARE: Final = r"[A-Za-z0-9_-]++"
BASIC: Final = r'"(?:[^"\\\n]++|\\[^\n])*+"'
LITERAL: Final = r"'[^'\n]*+'"
LONG_BASIC: Final = r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+""""{0,2}'
LONG_LITERAL: Final = r"'''(?:[^']++|'(?!''))*+''''{0,2}"
COMMENT: Final = r"#[^\n]*+"
STRING: Final = f"{LONG_BASIC}|{LONG_LITERAL}|{BASIC}|{LITERAL}"
KEY_PART: Final = f"(?:{BARE}|{BASIC}|{LITERAL})"


def read_key_part(written: str) -> str:
    """The name that one part of a key stands for, quotes and escapes resolved."""
    if written.startswith("'"):
        return written[1:-1]
    if written.startswith('"'):
        inner = written[1:-1]
        return str(tomllib.loads(f"k={written}")["k"]) if "\\" in inner else inner
    return written
