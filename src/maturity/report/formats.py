"""The kinds of file a paper can be, and the writer of each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from maturity.frozen import dataclass
from maturity.report.html import html_bytes
from maturity.report.paper import Paper
from maturity.report.text import text_bytes

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how its name ends, what people call it, and its writer."""

    ending: str
    said: str
    make: Callable[[Paper], bytes]


def _word(paper: Paper) -> bytes:
    # a sixth of a second that nothing but the making of a Word file need take
    from maturity.report.word import word_bytes  # noqa: PLC0415 see above

    return word_bytes(paper)


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        one.ending: one
        for one in (
            Format("docx", "a Word file", _word),
            Format("html", "a web page", html_bytes),
            Format("txt", "a plain text file", text_bytes),
        )
    }
)
"""Every format by the ending of its files, the usual one first."""
