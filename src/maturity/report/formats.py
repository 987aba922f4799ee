"""The kinds of file a paper can be, and the writer of each."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Protocol

from maturity.frozen import dataclass
from maturity.report.brand import PLAIN, Brand
from maturity.report.html import html_bytes
from maturity.report.paper import Paper
from maturity.report.text import text_bytes

__all__ = ["FORMATS", "Format"]


class Writer(Protocol):
    """Makes the bytes of a paper, in the look of a brand as far as its kind of file has one."""

    def __call__(self, paper: Paper, brand: Brand = PLAIN) -> bytes:
        """The same paper and brand give the same bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how its name ends, what people call it, and its writer."""

    ending: str
    said: str
    make: Writer


def _word(paper: Paper, brand: Brand = PLAIN) -> bytes:
    # a sixth of a second that nothing but the making of a Word file need take
    from maturity.report.word import word_bytes  # noqa: PLC0415 see above

    if brand is PLAIN:
        return word_bytes(paper)
    from maturity.report.word.council.branding import dressed  # noqa: PLC0415 see above

    return word_bytes(paper, dressed(brand))


def _html(paper: Paper, brand: Brand = PLAIN) -> bytes:
    return html_bytes(paper, brand.colours)


def _text(paper: Paper, brand: Brand = PLAIN) -> bytes:
    del brand  # plain text looks like nothing
    return text_bytes(paper)


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        one.ending: one
        for one in (
            Format("docx", "a Word file", _word),
            Format("html", "a web page", _html),
            Format("txt", "a plain text file", _text),
        )
    }
)
"""Every format by the ending of its files, the usual one first."""
