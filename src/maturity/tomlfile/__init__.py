"""Read a TOML file with the place of everything in it, and explain a mistake.

Frameworks and sessions share it: the letter of a code says which (F114, S116). `positions` and
`validation`, which only a fault needs, are loaded where there is one.
"""

from maturity.tomlfile.decoding import Decoded, decode
from maturity.tomlfile.limits import LARGEST_BYTES, file_bytes
from maturity.tomlfile.message import (
    Message,
    Path,
    Severity,
    Source,
    Span,
    TomlFault,
    in_file_order,
    render,
    visible,
)
from maturity.tomlfile.reading import TomlText, read_toml
from maturity.tomlfile.spelling import nearest, one_of

__all__ = [
    "LARGEST_BYTES",
    "Decoded",
    "Message",
    "Path",
    "Severity",
    "Source",
    "Span",
    "TomlFault",
    "TomlText",
    "decode",
    "file_bytes",
    "in_file_order",
    "nearest",
    "one_of",
    "read_toml",
    "render",
    "visible",
]
