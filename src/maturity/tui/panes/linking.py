"""What is being linked, as what, and the question that is asked before it is kept."""

from dataclasses import replace

from maturity.frozen import dataclass
from maturity.tui import draw

__all__ = ["Linking"]

_SHORT = 60
_STANCES = {"supports": "Supports", "challenges": "Challenges", "context": "Context"}
_SHOWS = "What does it show? (enter keeps it, empty is allowed; up or down: a challenge, context)"


@dataclass(frozen=True, slots=True)
class Linking:
    """An excerpt on its way to an item: its words, and whether they support or challenge."""

    excerpt: str
    stance: str
    quote: str

    def turned(self, step: int) -> "Linking":
        """The same excerpt as what stands `step` further on: on hearing it people change it."""
        stances = tuple(_STANCES)
        at = (stances.index(self.stance) + step) % len(stances)
        return replace(self, stance=stances[at])

    @property
    def question(self) -> str:
        """What is asked, with the words it is about."""
        return f'{_STANCES[self.stance]}: "{draw.cut(self.quote, _SHORT)}" {_SHOWS}'
