"""Words as people look for them: whole, in capitals or not, with either kind of apostrophe."""

import re
import unicodedata
from collections.abc import Iterator

from maturity.text import CAP, clean_line, inspect, slug

__all__ = ["TooLittle", "Words"]

_APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`"
_HYPHENS = "\\-\u2010\u2011"
_MARKS = "\u0300-\u036f"
_LETTER = r"[^\W_]"
# a name within "O'Name" or "Name-Other" is part of a longer one; "Name's" is the name itself
_BEFORE = rf"(?<![^\W_])(?<![{_MARKS}])(?<!{_LETTER}[{_APOSTROPHES}{_HYPHENS}])"
_AFTER = (
    rf"(?!{_LETTER})(?![{_MARKS}])(?![{_APOSTROPHES}](?!s(?!{_LETTER})){_LETTER})"
    rf"(?![{_HYPHENS}]{_LETTER})"
)
_BETWEEN = r"[\s_]+"
_JOINED = re.compile(r"[-_.]+")
_WHITE = re.compile(r"[\s_]+")
_HALF_LETTER = re.compile("(?:[\udc80-\udcff]+|\\\\(?:u[0-9a-fA-F]{0,3})?)\\Z")
_ALIKE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys("\u2010\u2011", "-"))
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_JOINED_LETTERS = {
    "ffi": ("\ufb03", "\ufb00i", "f\ufb01"),
    "ffl": ("\ufb04", "\ufb00l", "f\ufb02"),
    "ff": ("\ufb00",),
    "fi": ("\ufb01",),
    "fl": ("\ufb02",),
    "st": ("\ufb06", "\ufb05"),
}
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_FEWEST_LETTERS = 2
_FEWEST_OF_BEGINNING = 3
_ROOM = 64
_NO_SLUG = slug("")


class TooLittle(ValueError):
    """Words of which nobody could say where they stand."""


class Words:
    """Words to be found in texts and in the bytes of files.

    Capitals do not matter, nor how an apostrophe, a hyphen, white space or an accent is written.
    Only whole words count: neither a part of a longer one nor a half of a joined one.
    """

    def __init__(self, words: str) -> None:
        """Look for `words`. Raises `TooLittle` for fewer than two letters or figures."""
        parts = clean_line(words).replace("_", " ").split()
        if sum(letter.isalnum() for part in parts for letter in part) < _FEWEST_LETTERS:
            raise TooLittle(
                "Give the words as they were written, two letters or more: one letter stands "
                "everywhere."
            )
        found = _BETWEEN.join(map(_word, parts))
        self._plain = _plain(" ".join(parts))
        self._in_names = slug(" ".join(parts), longest=CAP)
        self._whole = re.compile(f"{_BEFORE}(?:{found}){_AFTER}", re.IGNORECASE)
        self._anywhere = re.compile(found, re.IGNORECASE)

    def stand_in(self, text: str) -> bool:
        """Whether the words stand in `text`."""
        return self._whole.search(text) is not None

    def stand_in_name(self, name: str) -> bool:
        """Whether the words stand in the name of a file or folder, as this program writes those."""
        if self._in_names == _NO_SLUG:
            return self.stand_in(_JOINED.sub(" ", name))
        written = slug(name, longest=CAP)
        return f"-{self._in_names}-" in f"-{written}-" or self.stand_in(_JOINED.sub(" ", name))

    def parts_of_longer(self, text: str) -> int:
        """How many times they stand in `text` as a part of longer words."""
        return len(self._anywhere.findall(text)) - len(self._whole.findall(text))

    def without(self, text: str, mark: str) -> str:
        """`text` with `mark` for the words wherever they stand."""
        return self._whole.sub(lambda _: mark, text)

    def stand_in_bytes(self, raw: bytes) -> bool:
        """Whether the words stand in a file, escaped as JSON and TOML do it, or in UTF-16."""
        return any(self._lines(text) for text, _ in _readings(raw))

    def without_lines(self, raw: bytes, mark: str) -> bytes:
        """The bytes of a file that nobody can read as a table, with `mark` for lines with them."""
        for text, encoding in _readings(raw):
            lines = self._lines(text)
            if not lines:
                continue
            kept = [mark if n in lines else line for n, line in enumerate(text.split("\n"))]
            shown = "utf-8" if encoding.startswith("utf-16") else encoding
            errors = "surrogateescape" if shown == "utf-8" else "replace"
            return self.without_lines("\n".join(kept).encode(shown, errors), mark)
        return raw

    def _lines(self, text: str) -> frozenset[int]:
        """The lines of `text`, from 0, that the words touch."""
        found: set[int] = set()
        if self._ends_within(text):
            found.add(text.count("\n"))
        for match in self._whole.finditer(text):
            first = text.count("\n", 0, match.start())
            found.update(range(first, first + match[0].count("\n") + 1))
        if not text.isascii() and inspect(text).text != text:
            lines = enumerate(text.split("\n"))
            found.update(n for n, line in lines if self.stand_in(inspect(line).text))
        if "\\" in text:
            lines = enumerate(text.split("\n"))
            found.update(n for n, line in lines if self.stand_in(_unescaped(line)))
        return frozenset(found)

    def _ends_within(self, text: str) -> bool:
        """Whether a text that was cut off ends within the words."""
        tail = _HALF_LETTER.sub("", text[-3 * len(self._plain) - _ROOM :])
        end, words = _plain(_unescaped(tail)), self._plain
        least = next(_lengths(words), len(words))
        return any(
            end.endswith(words[:length]) and not end[:-length][-1:].isalnum()
            for length in range(least, len(words))
        )


def _lengths(words: str) -> Iterator[int]:
    """How long the beginnings of some words are that say something, shortest first."""
    for length in range(_FEWEST_OF_BEGINNING, len(words)):
        if sum(map(str.isalnum, words[:length])) >= _FEWEST_OF_BEGINNING:
            yield length


def _plain(text: str) -> str:
    """Text with one way to write each letter, for a look at its end."""
    alike = _WHITE.sub(" ", text).translate(_ALIKE)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", alike).casefold())


def _word(part: str) -> str:
    """What stands for one word: letter by letter, or with the joined letters of print."""
    written, place = "", 0
    while place < len(part):
        joined = next((one for one in _JOINED_LETTERS if part[place:].lower().startswith(one)), "")
        letters = part[place : place + max(len(joined), 1)]
        each = "".join(map(_letter, letters))
        written += f"(?:{'|'.join((*_JOINED_LETTERS[joined], each))})" if joined else each
        place += len(letters)
    return written


def _letter(letter: str) -> str:
    """What stands for one letter, however it is written."""
    for alike in (_APOSTROPHES, "-\u2010\u2011"):
        if letter in alike:
            return f"[{re.escape(alike)}]"
    cases = (letter, letter.lower(), letter.upper(), letter.casefold())
    wide = (case.translate(_WIDE) for case in cases)
    forms = (unicodedata.normalize(form, case) for case in cases for form in ("NFD", "NFC"))
    written = list(dict.fromkeys((*forms, *wide)))
    return re.escape(letter) if len({*map(str.lower, written)}) == 1 else _one_of(written)


def _one_of(written: list[str]) -> str:
    longest_first = sorted(written, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _unescaped(line: str) -> str:
    def meant(found: re.Match[str]) -> str:
        if code := found[1] or found[2]:
            number = int(code, 16)
            return chr(number) if number < 0x110000 else found[0]  # noqa: PLR2004 the end of Unicode
        return " " if found[3] in "nrt" else str(found[3])

    return _ESCAPED.sub(meant, line)


def _readings(raw: bytes) -> Iterator[tuple[str, str]]:
    """The bytes as text, in every encoding that they may be in."""
    yield raw.decode("utf-8", "surrogateescape"), "utf-8"
    if b"\0" in raw or not _is_utf8(raw):
        for encoding in ("utf-16-le", "utf-16-be"):
            yield raw.decode(encoding, "replace"), encoding
    if not _is_utf8(raw):
        yield raw.decode("latin-1"), "latin-1"


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
