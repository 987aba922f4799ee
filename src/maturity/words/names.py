"""People's names found however they are typed: Word curls an apostrophe, and we do not."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

__all__ = ["Names"]

_APOSTROPHES: Final = "'`\u00b4\u02bc\u2018\u2019"
_HYPHENS: Final = "-\u00ad\u2010\u2011\u2012\u2013"
_LATIN: Final = range(0x00C0, 0x0180)


class Names:
    """Whole names in a text: in any case, with accents or without, however wide the spaces are.

    Hyphens may be of any kind or left open, apostrophes of any kind or left out.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Look for these; one without a letter or a figure is none."""
        whole = {name for name in names if any(map(str.isalnum, name))}
        longest_first = sorted(whole, key=len, reverse=True)
        spelled = "|".join(map(_spelled, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)
        self._is_empty = not longest_first

    def search(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        return not self._is_empty and self._pattern.search(_alike(text)) is not None

    def sub(self, instead: str, text: str) -> str:
        """The text with other words in the place of each of them."""
        if self._is_empty:
            return text
        parts, at = [], 0
        for match in self._pattern.finditer(_alike(text)):
            parts += [text[at : match.start()], instead]
            at = match.end()
        return "".join((*parts, text[at:])) if parts else text


def _spelled(name: str) -> str:
    return r"\s+".join("".join(map(_character, _alike(word))) for word in name.split())


def _character(one: str) -> str:
    return {"'": "'?", "-": r"[-\s]"}.get(one) or re.escape(one)


def _alike(text: str) -> str:
    """The text with one sign for all that are taken for the same; as long as it was."""
    return text if text.isascii() and "`" not in text else text.translate(_signs())


@cache
def _signs() -> Mapping[int, str]:
    same = {ord(sign): "'" for sign in _APOSTROPHES} | {ord(sign): "-" for sign in _HYPHENS}
    for code in _LATIN:
        bare = unicodedata.normalize("NFD", chr(code))[0]
        if bare.isascii():
            same[code] = bare
    return same
