"""Bytes of a TOML file to its data, or to messages a person can act on."""

import re
import tomllib
from typing import Any, Final

from maturity.frozen import dataclass
from maturity.tomlfile.decoding import decode
from maturity.tomlfile.limits import LARGEST_BYTES, check_shape, check_size
from maturity.tomlfile.message import Message, Source, Span, TomlFault

__all__ = ["TomlText", "read_toml"]

_LONG_NUMBER: Final = re.compile(r"[0-9a-fA-FxXob_+-]{400,}")


@dataclass(frozen=True, slots=True)
class TomlText:
    """A TOML file as read: its data, its text for pointing at, and notices on its encoding."""

    data: dict[str, Any]
    source: Source
    notices: tuple[Message, ...] = ()


def read_toml(
    raw: bytes, file: str, prefix: str = "F", *, largest: int = LARGEST_BYTES
) -> TomlText:
    """The data of `raw`, a file called `file` in messages whose codes begin with `prefix`.

    Raises `TomlFault` with codes 101 (encoding), 103 to 108 (not TOML), 112 (given twice),
    113 and 116 (a value without quotes) or 140 (over a limit).
    """
    check_size(raw, file, prefix, largest)
    decoded = decode(raw, file, prefix)
    source = Source(file, decoded.text, prefix)
    check_shape(source)
    try:
        data = tomllib.loads(decoded.text)
    except tomllib.TOMLDecodeError as error:
        from maturity.tomlfile.explaining import explain  # noqa: PLC0415 - 4 ms, only on a fault

        raise TomlFault((*decoded.notices, *explain(error, source))) from None
    except (ValueError, RecursionError):
        raise _too_much(source) from None
    return TomlText(data, source, decoded.notices)


def _too_much(source: Source) -> TomlFault:
    # Python itself refuses to read a whole number of more than 4,300 digits.
    found = _LONG_NUMBER.search(source.text)
    return source.fault(
        140,
        source.span(found.start()) if found else Span(1, 1),
        what="there is a number here that is far too long." if found else "this goes too deep.",
        mend="write a smaller number, or put it in quotes if it is a reference.",
    )
