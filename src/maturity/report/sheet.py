"""What a writer in one pass must remember between the blocks of a paper."""

from collections import Counter
from dataclasses import field

from maturity.frozen import dataclass
from maturity.report.blocks import Contents, Heading
from maturity.report.paper import Paper
from maturity.report.shown import one_line

__all__ = ["Sheet"]


@dataclass(slots=True)
class Sheet:
    """The paper being written, and how many captions of each kind stand on it so far."""

    paper: Paper
    _counts: Counter[str] = field(default_factory=Counter)

    def caption(self, label: str, text: str) -> str:
        """A caption with the next number of its kind, on one line."""
        self._counts[label] += 1
        return one_line(f"{label} {self._counts[label]}: {text}")

    def listed(self, contents: Contents) -> list[Heading]:
        """The headings of the paper that its contents list."""
        headings = [block for block in self.paper.blocks if isinstance(block, Heading)]
        return [heading for heading in headings if heading.level <= contents.depth]
