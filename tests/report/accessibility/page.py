"""A web page read back: its tags in order, and the words a reader sees."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "col", "br", "link", "img", "hr", "input"}
_INLINE = {"strong", "span", "a"}
_EDGES = {"head", "header", "footer"}


@dataclass
class Tag:
    """One tag, what it says of itself, and the words inside it."""

    name: str
    values: dict[str, str]
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class Page(HTMLParser):
    """Every tag of a page in order, and the words of its main part."""

    def __init__(self, raw: bytes) -> None:
        """Read the whole page."""
        super().__init__(convert_charrefs=True)
        self.raw = raw.decode()
        self.tags: list[Tag] = []
        self.shown: list[str] = []
        self.left_open: list[Tag] = []
        self.unpaired: list[str] = []
        self.feed(self.raw)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Tag(tag, {name: value or "" for name, value in attrs})
        self.tags.append(found)
        if tag not in _INLINE:
            self._add(" ")
        if tag not in _VOID:
            self.left_open.append(found)

    def handle_endtag(self, tag: str) -> None:
        if not self.left_open or self.left_open.pop().name != tag:
            self.unpaired.append(tag)
        if tag not in _INLINE:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, data: str) -> None:
        for tag in self.left_open:
            tag.words.append(data)
        names = {tag.name for tag in self.left_open}
        classes = {tag.values.get("class") for tag in self.left_open}
        if not names & _EDGES and "skip" not in classes and "unseen" not in classes:
            self.shown.append(data)

    @property
    def text(self) -> str:
        """The words of the paper, without its edges and what only a screen reader is told."""
        return " ".join("".join(self.shown).split())

    def named(self, *names: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name in names]
