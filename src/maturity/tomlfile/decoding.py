"""Bytes to text: what editors and spreadsheets save as, beside plain UTF-8."""

import codecs
from typing import Final

from maturity.frozen import dataclass
from maturity.tomlfile.message import Message, Source, Span, TomlFault

__all__ = ["Decoded", "decode"]

_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# In UTF-16 half the bytes of Latin text are zero; in UTF-8 one is a slip, told with its place.
_UTF16_SHARE: Final = 4
_START: Final = Span(1, 1)
_SAVE_AS: Final = "save it as UTF-8 (in the editor: Save as, encoding UTF-8)."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, with LF line ends, and what had to be guessed to get it."""

    text: str
    encoding: str
    notices: tuple[Message, ...] = ()


def decode(raw: bytes, file: str, prefix: str = "F") -> Decoded:
    """The text of `raw`: UTF-8, else by its byte-order mark or as UTF-16, else cp1252.

    Anything but plain UTF-8 comes with one notice: code 102, advice for a mark and UTF-16, a
    warning for cp1252. Raises `TomlFault` (code 101) when no encoding fits.
    """
    if raw.startswith(codecs.BOM_UTF8):
        return _decoded(raw, "utf-8-sig", file, prefix)
    if raw.startswith(_UTF16_MARKS):
        return _decoded(raw, "utf-16", file, prefix)
    if raw.count(0) * _UTF16_SHARE > len(raw):
        return _decoded(raw, _utf16_without_mark(raw), file, prefix)
    try:
        return Decoded(_lines(raw.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _decoded(raw, "cp1252", file, prefix)


def _utf16_without_mark(raw: bytes) -> str:
    # Latin letters have their zero byte second in little-endian text, first in big-endian.
    return "utf-16-le" if raw[1::2].count(0) >= raw[0::2].count(0) else "utf-16-be"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(raw: bytes, encoding: str, file: str, prefix: str) -> Decoded:
    try:
        text = _lines(raw.decode(encoding))
    except UnicodeDecodeError:
        raise _not_text(file, prefix) from None
    if "\0" in text:
        raise _not_text(file, prefix)
    return Decoded(text, encoding, (_notice(Source(file, text, prefix), encoding),))


def _not_text(file: str, prefix: str) -> TomlFault:
    return Source(file, "", prefix).fault(
        101,
        _START,
        what="this is not a text file in an encoding we know.",
        mend=f"open it in a text editor; if it reads well there, {_SAVE_AS}",
    )


def _notice(source: Source, encoding: str) -> Message:
    if encoding == "cp1252":
        return source.message(
            102,
            _first_odd(source),
            severity="warning",
            what="this is not UTF-8; read as cp1252 (Windows, Western Europe), which is a guess.",
            mend=f"check the accents and dashes, then {_SAVE_AS}",
        )
    said = "begins with a byte-order mark" if encoding == "utf-8-sig" else "is in UTF-16"
    return source.message(
        102,
        _START,
        severity="advice",
        what=f"the file {said}; read all the same.",
        mend=_SAVE_AS,
    )


def _first_odd(source: Source) -> Span:
    return source.span(next(at for at, char in enumerate(source.text) if not char.isascii()))
