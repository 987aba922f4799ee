"""What stands in the headers and footers of a council's template, as far as everyone can use it."""

import base64
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from maturity.evidence.answers.look import Edge, Style
from maturity.evidence.answers.look import EdgeLine as TheirLine
from maturity.evidence.answers.look import Picture as TheirPicture
from maturity.report.word.council.mending import Ground, Repairs, mended
from maturity.report.word.dress import EdgeLine, Picture
from maturity.report.word.styles import ParagraphStyle

__all__ = ["their_edges"]

_SHORTEST_ALT = 8
_LONGEST_ALT = 500
_HIGHEST_MM = 45
_NO_WORDS: Final = re.compile(
    r".*\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)|(picture|image|graphic)\s*\d*|"
    r".*automatically generated.*|.*AI-generated.*",
    re.IGNORECASE | re.DOTALL,
)
# An earlier paper of ours may serve as the template of the next.
_STATE: Final = re.compile(
    r"\b(PROVISIONAL|CONFIRMED|BEFORE THE SESSION)\b|^(Version \d+, a|A)s of \d", re.MULTILINE
)
_KINDS: Final = {"default": "", "first": " of the first page"}

Edges = Mapping[tuple[str, str], tuple[EdgeLine, ...]]


def their_edges(
    edges: Iterable[Edge],
    styles: Sequence[ParagraphStyle],
    ground: Ground,
    width: float,
    repairs: Repairs,
) -> tuple[Edges, tuple[str, ...]]:
    """Their lines by place and kind of page, and a sentence for each thing that is left out.

    `width` is the room for text in mm. Our own line stands beside theirs in each.
    """
    found: dict[tuple[str, str], tuple[EdgeLine, ...]] = {}
    said: dict[str, None] = {}
    for edge in edges:
        where = f"The template's {edge.place}{_KINDS[edge.kind]}"
        if edge.left_out:
            said[f"{where} has what a paper cannot carry: {'; '.join(edge.left_out)}."] = None
        own = next(style for style in styles if style.role == edge.place)
        lines: list[EdgeLine] = []
        for line in edge.lines:
            if _STATE.search("\n".join(line.texts)):
                said[f"{where} says the state of another paper; this one says its own."] = None
                continue
            pictures = tuple(_pictures(line, where, width, said))
            if pictures or line.texts:
                number = sum(map(len, found.values())) + len(lines) + 1
                name = f"{edge.place.capitalize()} Line {number}"
                style = _style(_named(own, name), line, ground, repairs)
                lines.append(EdgeLine(style, pictures, line.texts))
        found[edge.place, edge.kind] = tuple(lines)
    return found, tuple(said)


def _named(own: ParagraphStyle, name: str) -> ParagraphStyle:
    style_id = name.replace(" ", "")
    return replace(own, style_id=style_id, name=name, followed_by=style_id, alias="")


def _style(
    named: ParagraphStyle, line: TheirLine, ground: Ground, repairs: Repairs
) -> ParagraphStyle:
    theirs = Style(id=named.style_id, name=named.name, kind="paragraph", formatting=line.formatting)
    if not line.texts:
        # A line of pictures has no words that could be faint or small.
        return replace(named, align=_side(line), line=1.0, tab=False)
    made = mended(named, theirs, ground, repairs)
    return replace(made, tab=len(line.texts) > 1)


def _side(line: TheirLine) -> str:
    return line.formatting.align if line.formatting.align in {"center", "right"} else ""


def _pictures(
    line: TheirLine, where: str, width: float, said: dict[str, None]
) -> Iterator[Picture]:
    for one in line.pictures:
        if not one.is_decorative and not _is_told(one.alt):
            said[
                f"{where} has a picture without words for those who cannot see it, so it is left "
                'out. In Word choose it, "View Alt Text", and say what it shows in 8 letters or '
                "more."
            ] = None
            continue
        if one.is_floating:
            said[f"{where} has a floating picture; it stands in its line."] = None
        yield _sized(one, width)


def _is_told(alt: str) -> bool:
    return _SHORTEST_ALT <= len(alt) <= _LONGEST_ALT and not _NO_WORDS.fullmatch(alt.strip())


def _sized(one: TheirPicture, width: float) -> Picture:
    high, wide = max(one.height, 1), max(one.width, 1)
    scale = min(1, _HIGHEST_MM / high, width / wide)
    return Picture(
        data=base64.b64decode(one.data),
        ending=one.kind,
        width=wide * scale,
        height=high * scale,
        alt="" if one.is_decorative else one.alt,
    )
