"""What is to be taken out of a session: some words wherever they stand, or the texts of one entry.

A text that somebody typed goes whole; of a text that was copied from a document only the words go,
so that a link still quotes what stands in the evidence.
"""

from dataclasses import field

from maturity.evidence.store import MARK
from maturity.frozen import dataclass
from maturity.session.rewriting.matching import TooLittle, Words
from maturity.session.rewriting.walking import Path
from maturity.text import CAP

__all__ = ["Target", "mark_of"]

_COPIED = frozenset({"document_title", "quote"})


def mark_of(day: str, name: str, because: str) -> str:
    """What stands for a text that was taken out."""
    said = f"{day} by {name}{f': {because}' if because else ''}"
    return f"{MARK}{said.replace(']', ')')}]"


@dataclass(frozen=True, slots=True)
class Target:
    """Some `words`, or the entry at a path, and the mark for what is taken out.

    `texts` are those of the entry, by which it is found where no table can be read; `marks` those
    that stand already for what was taken out. Anybody may type what looks like one.
    """

    mark: str
    words: Words | None = None
    entry: Path = ()
    texts: tuple[Words, ...] = field(default=())
    marks: frozenset[str] = frozenset()

    def of_entry(self, texts: tuple[str, ...], marks: frozenset[str]) -> "Target":
        """The same target, whose entry has or had these texts."""
        found = tuple(_to_be_found(tuple(text for text in texts if text not in marks)))
        return Target(self.mark, None, self.entry, found, marks)

    def change(self, at: Path, text: str) -> str:
        """The text that is to stand at a path of the session."""
        if self.words is None:
            is_of_entry = at[: len(self.entry)] == self.entry
            is_left = not text or text == self.mark or text in self.marks
            return self.mark if is_of_entry and not is_left else text
        if not self.words.stand_in(text):
            return text
        if at[-1] not in _COPIED and at[0] != "documents":
            return self.mark
        new = self.of_document(text)
        return new if len(new) <= CAP else f"{new[: CAP - 1]}\N{HORIZONTAL ELLIPSIS}"

    def of_document(self, text: str) -> str:
        """A text of a document without the words."""
        return text if self.words is None else self.words.without(text, self.mark)

    def stands_in(self, raw: bytes) -> bool:
        """Whether anything of it stands in a file, wherever."""
        return any(words.stand_in_bytes(raw) for words in self._found_by)

    def without_lines(self, raw: bytes) -> bytes:
        """A file that nobody can read as a table, without the lines that hold any of it."""
        for words in self._found_by:
            raw = words.without_lines(raw, self.mark)
        return raw

    @property
    def _found_by(self) -> tuple[Words, ...]:
        return self.texts if self.words is None else (self.words,)


def _to_be_found(texts: tuple[str, ...]) -> list[Words]:
    found: list[Words] = []
    for text in dict.fromkeys(texts):
        try:
            found.append(Words(text))
        except TooLittle:
            # "A" says nothing by itself, and would be found everywhere
            continue
    return found
