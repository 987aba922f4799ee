"""Evidence as the room reads it: the words, where they stand, and what they are taken to show."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from maturity.judgement.view import LinkView
from maturity.session.state import Facts
from maturity.tui import draw
from maturity.words.calendar import said_date

if TYPE_CHECKING:
    # the search loads a stemmer, which a card does not need
    from maturity.evidence.search.index import Hit

__all__ = ["card", "found", "in_reading_order", "quote_of"]

_FAMILY_VOICES = ("family-experience", "young-voice")
_HIDDEN = "May identify a child: hidden, h shows."
_LONGEST = 600


def in_reading_order(links: Iterable[LinkView]) -> tuple[LinkView, ...]:
    """Family voices first, everything else as it was linked."""
    return tuple(sorted(links, key=lambda link: link.facts.kind not in _FAMILY_VOICES))


def card(link: LinkView, *, is_private: bool, is_to_read: bool = False) -> Content:
    """A linked excerpt as a card; covered on a wall where somebody chose so.

    A session that `is_to_read` is not asked what the excerpt shows.
    """
    facts = ", ".join(_facts(link.facts))
    where = ", ".join(part for part in (link.document_title, link.ref) if part)
    stance = "" if link.stance == "supports" else f"{link.stance.upper()}: "
    is_hidden = _is_redacted(link) and not is_private
    quote = _HIDDEN if is_hidden else f'{stance}"{link.quote}"'
    lines: list[draw.Part] = [quote, (f"  {where}", "$secondary"), (f"  {facts}", "$secondary")]
    if link.shows:
        lines.append(f"  shows: {link.shows}")
    elif not is_to_read:
        lines.append(("  what does it show? (enter)", "$secondary"))
    return draw.para(*lines, " ")


def _facts(facts: Facts) -> tuple[str, ...]:
    cohort = facts.cohort_note or (f"{facts.cohort} cohort" if facts.cohort else "cohort unknown")
    kind = facts.kind.replace("-", " ") if facts.kind else "kind unknown"
    day = said_date(date.fromisoformat(facts.date)) if facts.date else "no date"
    return (kind, facts.period or day, cohort)


def _is_redacted(link: LinkView) -> bool:
    return link.facts.privacy is not None and link.facts.privacy.choice == "redact"


def _is_marked(hit: "Hit") -> bool:
    return "personal_data" in hit.excerpt.flags


def quote_of(link: LinkView | None, hit: "Hit | None", *, is_private: bool) -> str:
    """The words of a card or of what was found, unless the wall must not show them."""
    if link is not None:
        return _HIDDEN if _is_redacted(link) and not is_private else link.quote
    if hit is None:
        return ""
    return _HIDDEN if _is_marked(hit) and not is_private else hit.excerpt.text


def found(hit: "Hit", stance: str, *, is_private: bool) -> Content:
    """An excerpt that was found, with the words it was found by; covered while it is on a wall.

    `stance` is how the item in hand has it already; empty where it has not.
    """
    linked = f"   linked ({stance})" if stance else ""
    where = f"  {hit.title}, {hit.excerpt.ref}{linked}"
    if _is_marked(hit) and not is_private:
        return draw.para(_HIDDEN, (where, "$secondary"))
    text = draw.marked(draw.cut(hit.excerpt.text, _LONGEST), hit.matched)
    return draw.para(text, (f"{where}   matched: {', '.join(hit.matched)}", "$secondary"))
