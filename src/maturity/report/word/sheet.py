"""What the writer of one Word file must remember between its blocks.

Names and ids come from counters, never from a hash or the clock, so that the same paper is
always the same file.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import field
from types import MappingProxyType

from maturity.frozen import dataclass
from maturity.report.answers import Part
from maturity.report.blocks import ListKind, Span, Spans
from maturity.report.palette import COLOURS
from maturity.report.word.dress import Dress, plain_dress
from maturity.report.word.headings import Written
from maturity.report.word.styles import NUMBERING_IDS
from maturity.report.word.xml import text_runs

__all__ = ["Sheet", "bookmark_name"]

_LONGEST_NAME = 40
_STRONG = "<w:b/><w:bCs/>"
_LINK = '<w:rStyle w:val="Hyperlink"/>'


def bookmark_name(anchor: str) -> str:
    """The bookmark of `anchor`: letters, digits and underscores, at most 40, as Word allows.

    An anchor too long for Word ends in the first half of its SHA-256 instead.
    """
    name = anchor.replace("-", "_")
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[:23]}_{hashlib.sha256(anchor.encode()).hexdigest()[:16]}"


@dataclass(slots=True)
class Sheet:
    """Counters of one file; `outside` makes a relationship to an address and gives its id.

    `places` has the place of each item that the board is asked about, from 1; `kept` receives
    the value of each control that is bound to an answer. `headings` has each heading as it is
    written, by its anchor.
    """

    outside: Callable[[str], str]
    places: Mapping[str, int] = MappingProxyType({})
    dress: Dress = field(default_factory=plain_dress)
    headings: Mapping[str, Written] = MappingProxyType({})
    kept: dict[tuple[int, Part], str] = field(default_factory=dict)
    lists: list[tuple[int, ListKind]] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)

    def next(self, what: str) -> int:
        """The next number of a sequence, from 1."""
        self._counts[what] += 1
        return self._counts[what]

    def marked(self, name: str, inside: str) -> str:
        """`inside` between the two ends of the bookmark `name`."""
        number = self.next("bookmark")
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def numbering(self, kind: ListKind) -> int:
        """The numbering of a new list: bullets share one, the others start again."""
        if kind == "bullet":
            return NUMBERING_IDS[kind]
        number = len(NUMBERING_IDS) + len(self.lists) + 1
        self.lists.append((number, kind))
        return number

    def runs(self, spans: Spans, *, colour: str | None = None) -> str:
        """The runs of `spans`; `colour` is for words on a fill of their own."""
        return "".join([self._run(span, colour) for span in spans])

    def _run(self, span: Span, colour: str | None) -> str:
        # The order inside w:rPr is fixed by its schema: style, bold, colour.
        properties = _STRONG if span.strong else ""
        if colour and colour != COLOURS["ink"]:
            properties += f'<w:color w:val="{colour}"/>'
        if span.link is None:
            return text_runs(span.text, properties)
        run = text_runs(span.text, _LINK + properties)
        if span.is_outside:
            target = f'r:id="{self.outside(span.link)}"'
        else:
            target = f'w:anchor="{bookmark_name(span.link)}"'
        return f'<w:hyperlink {target} w:history="1">{run}</w:hyperlink>'
