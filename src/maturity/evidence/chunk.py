"""Blocks to pieces, pieces to excerpts; and what is joined for display and search alone."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from itertools import islice

from maturity.evidence.blocks import Block, Piece
from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused
from maturity.evidence.model import CITED_CAP, Excerpt, Flag, Shape, WrittenDate, excerpt_id
from maturity.evidence.shapes.mentions import dates_in, plan_refs_in
from maturity.frozen import dataclass
from maturity.text import clean, inspect

__all__ = ["Mentioned", "excerpts_of", "pieces_of", "shown_texts"]

SHORT = 40
"""Neighbours shorter than this are shown and searched together."""

Rows = Callable[[Block, tuple[str, ...]], Iterable[Piece]]
"""Turns a table block under its headings into one piece a row."""

# A register of a thousand days is cited by its words; each day kept would weigh more than they.
_MOST_DATES = 100
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”\u2019)]*\s+")


@dataclass(slots=True)
class _Trail:
    """The headings above the block in hand; `is_used` once something stands under the last."""

    levels: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    last: Block | None = None

    def path(self) -> tuple[str, ...]:
        return tuple(self.titles)

    def take(self, heading: Block) -> None:
        while self.levels and self.levels[-1] >= heading.level:
            self.levels.pop()
            self.titles.pop()
        self.last = heading
        self.levels.append(heading.level)
        self.titles.append(heading.text.strip().rstrip(":").rstrip())


def pieces_of(blocks: Iterable[Block], rows: Rows) -> tuple[Piece, ...]:
    """One piece a block, under its headings; a heading with nothing under it is one too."""
    trail = _Trail()
    found: list[Piece] = []
    for block in blocks:
        if block.shape == "heading":
            found.extend(_unused(trail, block.level))
            trail.take(block)
        elif block.shape == "table":
            made = tuple(rows(block, trail.path()))
            found.extend(made)
            trail.last = None if made else trail.last
        elif block.text.strip():
            trail.last = None
            found.append(_piece(block, trail.path(), block.shape))
    found.extend(_unused(trail, 0))
    return tuple(found)


def _unused(trail: _Trail, next_level: int) -> Iterator[Piece]:
    """The last heading as a piece of text, if the next block leaves it with nothing below."""
    heading = trail.last
    if heading is not None and next_level <= heading.level and heading.text.strip():
        yield _piece(heading, trail.path()[:-1], "paragraph")


def _piece(block: Block, path: tuple[str, ...], shape: Shape) -> Piece:
    return Piece(
        shape=shape,
        text=block.text,
        ref=block.ref,
        heading_path=path,
        number=block.number,
        page=block.page,
        is_page_exact=block.is_page_exact,
        context=block.context,
        lead=block.lead,
        flags=block.flags,
    )


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What the dates of a document are read beside, and the plans it may refer to."""

    near: dt.date | None = None
    plans: tuple[str, ...] = ()


def excerpts_of(
    document_id: str, pieces: Sequence[Piece], mentioned: Mentioned, limits: Limits
) -> tuple[Excerpt, ...]:
    """The excerpts of a document, in its order, each with an id of its own.

    Raises `Refused` (R30) when they are too many or too long together.
    """
    texts = sum(len(piece.text) for piece in pieces)
    if texts > limits.text_characters:
        raise Refused("R30", limit=f"{limits.text_characters // (1024 * 1024)} MB of text")
    seen_refs: dict[str, int] = {}
    found: dict[str, Excerpt] = {}
    for piece in pieces:
        for part in _parts(piece, limits.excerpt_characters):
            text = clean(part.text, cap=CITED_CAP)
            if not text:
                continue
            ref = _once(part.ref, seen_refs)
            named = excerpt_id(document_id, ref, text)
            if named in found:
                named = excerpt_id(document_id, ref, text, digits=16)
            found[named] = _excerpt(named, replace(part, ref=ref), text, mentioned)
            if len(found) > limits.excerpts:
                raise Refused("R30", limit=f"{limits.excerpts:,} excerpts")
    return tuple(found.values())


def _excerpt(named: str, piece: Piece, text: str, mentioned: Mentioned) -> Excerpt:
    raw = _unseen_made_seen(piece.text)
    flags: set[Flag] = set(piece.flags)
    if raw is not None:
        flags.add("normalised")
    return Excerpt(
        id=named,
        shape=piece.shape,
        heading_path=piece.heading_path,
        ref=piece.ref,
        page=piece.page,
        page_exact=piece.is_page_exact,
        number=piece.number,
        text=text,
        raw=raw,
        context=piece.context,
        cells=piece.cells,
        leads=piece.leads,
        status_history=piece.status_history,
        dated_notes=piece.dated_notes,
        plan_refs=plan_refs_in(text, mentioned.plans),
        dates=_dates(piece, text, mentioned),
        flags=tuple(sorted(flags)),
    )


def _dates(piece: Piece, text: str, mentioned: Mentioned) -> tuple[WrittenDate, ...]:
    """The dates a text speaks of; the dates its statuses were given at are kept with those."""
    columns = {point.as_written for point in piece.status_history}
    found = (d for d in dates_in(text, mentioned.near) if d.raw not in columns)
    return tuple(islice(found, _MOST_DATES))


def _unseen_made_seen(raw: str) -> str | None:
    """`raw` with each character that cleaning takes out written as its number, or None."""
    if not (found := inspect(raw)).controls and not found.invisible:
        return None
    return "".join(
        char if char.isspace() or inspect(char).text else f"<U+{ord(char):04X}>" for char in raw
    )


def _once(ref: str, seen: dict[str, int]) -> str:
    seen[ref] = seen.get(ref, 0) + 1
    return ref if seen[ref] == 1 else f"{ref} ({seen[ref]})"


def _parts(piece: Piece, most: int) -> Iterator[Piece]:
    """A piece over the cap in parts that end with a sentence; a table row is never cut."""
    if len(piece.text) <= most or piece.shape == "table_row":
        yield piece
        return
    for number, text in enumerate(_cut(piece.text, most), 1):
        yield replace(piece, text=text, ref=f"{piece.ref}, part {number}")


def _cut(text: str, most: int) -> Iterator[str]:
    begin = 0
    while len(text) - begin > most:
        # the rest is never copied: a text of one paragraph may be 16 million characters long
        ends = [end.end() for end in _SENTENCE_END.finditer(text, begin + 1, begin + most)]
        space = text.rfind(" ", begin + 1, begin + most) + 1
        at = ends[-1] if ends else space or begin + most
        yield text[begin:at]
        begin = at
    yield text[begin:]


def shown_texts(excerpts: Sequence[Excerpt], short: int = SHORT) -> tuple[str, ...]:
    """The text of each excerpt as it is shown and searched.

    A lead-in that ends in a colon stands before each bullet it introduces, and a short paragraph
    before the paragraph that follows it under the same heading. No id depends on it.
    """
    found: list[str] = []
    lead_in: Excerpt | None = None
    before: Excerpt | None = None
    for excerpt in excerpts:
        if lead_in is not None and lead_in.heading_path != excerpt.heading_path:
            lead_in = None
        joined = lead_in if excerpt.shape == "bullet" else _short_before(before, excerpt, short)
        found.append(f"{joined.text} {excerpt.text}" if joined else excerpt.text)
        before = excerpt
        if excerpt.shape != "bullet":
            lead_in = excerpt if excerpt.text.endswith(":") else None
    return tuple(found)


def _short_before(before: Excerpt | None, excerpt: Excerpt, short: int) -> Excerpt | None:
    if before is None or before.heading_path != excerpt.heading_path:
        return None
    if before.shape != "paragraph" or excerpt.shape != "paragraph":
        return None
    return before if len(before.text) < short or before.text.endswith(":") else None
