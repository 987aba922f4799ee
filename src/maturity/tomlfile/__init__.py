"""Read a TOML file with the place of everything in it, and explain a mistake.

Frameworks and sessions share it: the letter of a code says which (F114, S116).
"""

from maturity.tomlfile.decoding import Decoded, decode
from maturity.tomlfile.limits import LARGEST_BYTES
from maturity.tomlfile.message import (
    Message,
    Severity,
    Source,
    Span,
    TomlFault,
    in_file_order,
    render,
    visible,
)
from maturity.tomlfile.positions import Heading, Path, Place, Positions, Repeat, scan
from maturity.tomlfile.reading import TomlText, read_toml
from maturity.tomlfile.spelling import nearest, one_of
from maturity.tomlfile.validation import block_of, from_pydantic, names_at

__all__ = [
    "LARGEST_BYTES",
    "Decoded",
    "Heading",
    "Message",
    "Path",
    "Place",
    "Positions",
    "Repeat",
    "Severity",
    "Source",
    "Span",
    "TomlFault",
    "TomlText",
    "block_of",
    "decode",
    "from_pydantic",
    "in_file_order",
    "names_at",
    "nearest",
    "one_of",
    "read_toml",
    "render",
    "scan",
    "visible",
]
