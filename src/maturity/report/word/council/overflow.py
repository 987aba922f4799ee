"""Whether page 1 still fits on one side where a council's template leaves less space."""

from collections.abc import Sequence
from typing import Final

from maturity.report.blocks import Block, Contents
from maturity.report.fit import PAGE_POINTS, points, title_points
from maturity.report.paper import Paper
from maturity.report.word.columns import breadth
from maturity.report.word.dress import Dress, EdgeLine, Margins

__all__ = ["overflows"]

_POINTS_PER_MM = 72 / 25.4
_OWN_LINE_MM = 4.5
_OURS: Final = Margins()
_OUR_LINE = 1.15
_OUR_SIZE = 12


def overflows(paper: Paper, dress: Dress) -> bool:
    """Whether page 1, which fits on our own page, is likely to run to a second side of theirs."""
    end = next((at for at, one in enumerate(paper.blocks) if isinstance(one, Contents)), 0)
    needed = _needed(paper.title, paper.blocks[:end])
    if not end or needed > PAGE_POINTS:
        return False
    body = dress["body"]
    taller = (body.size or _OUR_SIZE) / _OUR_SIZE * body.line / _OUR_LINE
    longer = breadth(dress.face) / dress.scale
    return needed * taller * longer > PAGE_POINTS - _lost(dress)


def _needed(title: str, front: Sequence[Block]) -> float:
    return title_points(title) + points(front)


def _lost(dress: Dress) -> float:
    """The points of height that their margins, header and footer take more than ours."""
    kind = "first" if dress.has_first else "default"
    margins = dress.margins
    above, below = (
        max(margin, edge + _OWN_LINE_MM + sum(map(_height, dress.edges.get((place, kind), ()))))
        for place, margin, edge in (
            ("header", margins.top, margins.header),
            ("footer", margins.bottom, margins.footer),
        )
    )
    return (above + below - _OURS.top - _OURS.bottom) * _POINTS_PER_MM


def _height(line: EdgeLine) -> float:
    """The millimetres that a line of a header or footer takes."""
    words = (line.style.size or 10) * 1.2 * line.style.line if line.texts else 0
    text = (words + line.style.before + line.style.after) / _POINTS_PER_MM
    return text + max((one.height for one in line.pictures), default=0)
