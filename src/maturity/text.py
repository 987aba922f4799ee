"""The one gate every string passes on its way in.

Text comes from keyboards, pasted e-mails, Word files and strangers' folders. What leaves this
module can be drawn on a terminal, written to XML and read aloud without surprises. Nothing else
in the project cleans text.
"""

import re
import unicodedata
from functools import cache
from typing import NewType

from maturity.frozen import dataclass

__all__ = [
    "CAP",
    "TITLE_CAP",
    "Cleaned",
    "Cleaning",
    "TextTooLong",
    "clean",
    "clean_line",
    "inspect",
    "slug",
]

CAP = 20_000
"""Characters one text may hold; the only cap on typed text in the project."""

TITLE_CAP = 200
"""Characters of a line that stands in a page's header, a caption or a file's name."""

Cleaned = NewType("Cleaned", str)
"""Text that has passed this gate."""

_LINE_ENDS = "\r\n?|\x85|\u2028|\u2029"
_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
# Zero-width, direction-changing and private-use characters: unseen, they hide or reorder what
# a person believes they are reading, and no board paper may hold them.
_INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
# of the invisible ones, those that Python calls printable all the same
_PRINTED_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5")
_SHORTEN = "Shorten it."
_SPLIT = "Split it into shorter notes."
_SPACES = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICES = frozenset(("con", "prn", "aux", "nul", *_PORTS))
"""Names that Windows keeps for devices: it makes no file or folder of them."""


class TextTooLong(ValueError):
    """A text is over the cap; nothing of it was kept.

    `over` is the number of characters too many.
    """

    def __init__(self, length: int, cap: int) -> None:
        """Say by how much a text of `length` characters passes `cap`."""
        self.over = length - cap
        super().__init__(
            f"This text is {length:,} characters long and the limit is {cap:,}. "
            f"{_SHORTEN if cap <= TITLE_CAP else _SPLIT}"
        )


@dataclass(frozen=True, slots=True)
class Cleaning:
    """A cleaned text and what was taken out of it, so that the person can be told."""

    text: Cleaned
    controls: int
    invisible: int

    @property
    def notice(self) -> str | None:
        """One sentence about what was taken out, or None."""
        parts = []
        if self.controls:
            parts.append(f"{self.controls} control {_characters(self.controls)}")
        if self.invisible:
            parts.append(f"{self.invisible} hidden {_characters(self.invisible)}")
        return f"Took out {' and '.join(parts)}." if parts else None


def _characters(count: int) -> str:
    return "character" if count == 1 else "characters"


def inspect(raw: str) -> Cleaning:
    """Clean `raw` and count what went: control characters, and invisible or reordering ones.

    Line ends become LF, tabs stay, the rest is composed to Unicode NFC. Cleaning a second time
    changes nothing.
    """
    if _is_plain(raw):
        return Cleaning(Cleaned(raw), 0, 0)
    line_ends, control, unseen = _not_plain()
    text, controls = control.subn("", line_ends.sub("\n", raw))
    text, invisible = unseen.subn("", text)
    return Cleaning(Cleaned(unicodedata.normalize("NFC", text)), controls, invisible)


def clean(raw: str, *, cap: int = CAP) -> Cleaned:
    """Text of any number of lines, without the white space around it.

    Raises `TextTooLong` when more than `cap` characters are left.
    """
    # most texts are plain, and a document has a million of them
    text = raw.strip() if _is_plain(raw) else inspect(raw).text.strip()
    if len(text) > cap:
        raise TextTooLong(len(text), cap)
    return Cleaned(text)


def clean_line(raw: str, *, cap: int = CAP) -> Cleaned:
    """Text as one line: every run of white space becomes one space.

    Raises `TextTooLong` when more than `cap` characters are left.
    """
    text = raw if _is_plain(raw) else inspect(raw).text
    return clean(_SPACES.sub(" ", text), cap=cap)


@cache
def _not_plain() -> tuple[re.Pattern[str], ...]:
    """Finds line ends, control characters and what is unseen: made for the first odd text."""
    return re.compile(_LINE_ENDS), re.compile(_CONTROL), re.compile(_INVISIBLE)


def _is_plain(raw: str) -> bool:
    """Whether a text holds nothing that cleaning would change, without looking closer."""
    shown = raw.replace("\n", "")
    if not shown.isprintable():
        return False
    return raw.isascii() or (
        _PRINTED_UNSEEN.isdisjoint(raw) and unicodedata.is_normalized("NFC", raw)
    )


def slug(title: str, *, longest: int = 60) -> str:
    """A name for a file or folder, made of a-z, 0-9 and hyphens; "session" when nothing is left.

    Accents go, so that "Cañada & Sons' area" is legal on every system: "canada-sons-area". What
    Windows keeps for a device has "session" in front: "CON" is "session-con".
    """
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("\u2019", ""))
    ascii_only = plain.encode("ascii", "ignore").decode("ascii").lower()
    name = _NOT_SLUG.sub("-", ascii_only).strip("-")[:longest].strip("-")
    return f"session-{name}" if name in _DEVICES else name or "session"
