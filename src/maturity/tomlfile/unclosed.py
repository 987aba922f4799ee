"""Find where a text begins that is never closed.

The parser notices only where the file ends, or far below, where the next text begins.
"""

import re
from typing import Final

from maturity.tomlfile.lexis import BASIC, COMMENT, LITERAL, LONG_BASIC, LONG_LITERAL
from maturity.tomlfile.message import Message, Source

__all__ = ["unclosed_text"]

_QUOTE: Final = re.compile("\"\"\"|'''|\"|'|#")
_LONG_QUOTES: Final = ('"""', "'''")
_WHOLE_AFTER: Final = {
    '"""': re.compile(LONG_BASIC),
    "'''": re.compile(LONG_LITERAL),
    '"': re.compile(BASIC),
    "'": re.compile(LITERAL),
    "#": re.compile(COMMENT),
}
_IN_TEXT: Final = re.compile(r"Unterminated|Illegal character|Unexpected end|end of document")
_OPENS_TEXT: Final = re.compile(r"^[ \t]*[\w.\"' -]+=[ \t]*$")


def unclosed_text(source: Source, said: str, fault: int) -> tuple[Message, ...]:
    """Code 104 at the start of the text that is never closed; () where that is not the mistake.

    `said` are the parser's own words and `fault` where it gave up, in characters from the start.
    """
    opening = _opening_quote(source.text, fault, in_text=_IN_TEXT.search(said) is not None)
    if opening is None:
        return ()
    at, quote = opening
    end = "the same line" if len(quote) == 1 else "the file"
    return (
        source.message(
            104,
            source.span(at, len(quote)),
            what=f"the text that begins here has no closing {quote} before the end of {end}.",
            mend=_close_mend(quote),
        ),
    )


def _close_mend(quote: str) -> str:
    if len(quote) == 1:
        return f"put {quote} after its last word; text of several lines stands between {quote * 3}."
    return f"put {quote} after its last line."


def _opening_quote(text: str, fault: int, *, in_text: bool) -> tuple[int, str] | None:
    last: re.Match[str] | None = None
    at = 0
    while (begun := _QUOTE.search(text, at)) is not None:
        whole = _WHOLE_AFTER[begun[0]].match(text, begun.start())
        if whole is None and in_text:
            return begun.start(), begun[0]
        if whole is None or whole.end() > fault:
            break
        last = whole if begun[0] in _LONG_QUOTES else last
        at = whole.end()
    return None if last is None else _closed_by_the_next(text, last, fault)


def _closed_by_the_next(text: str, said: re.Match[str], fault: int) -> tuple[int, str] | None:
    # What looks like the end of this text is the beginning of the next one: name = """
    begin, end = said.span()
    line_begin = text.rfind("\n", 0, end - 3) + 1
    if line_begin <= begin or not _OPENS_TEXT.match(text[line_begin : end - 3]):
        return None
    return (begin, said[0][:3]) if text.count("\n", end, fault) <= 1 else None
