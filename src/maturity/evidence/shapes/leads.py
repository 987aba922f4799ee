"""Who leads an action: several names in one cell, told apart, beside the words as typed."""

import re

from maturity.evidence.model import Leads

__all__ = ["is_lead_header", "leads_of"]

_HEADER = re.compile(
    r"\b(?:leads?|owners?|lead officer|responsible|responsibility)\b", re.IGNORECASE
)
_MARKS = re.compile(r"\s*(?:[/;&\n]|\band\b)\s*")
_SPACES = re.compile(r"[ \t\u00a0]+")
_NAME = re.compile(r"[A-Z][\w'\u2019.-]*(?:\s+[A-Z][\w'\u2019.()-]*){1,3}")
_NONE = frozenset({"n/a", "na", "not applicable", "none", "-", "\u2013"})
_TO_COME = frozenset({"tbc", "tbd", "to be confirmed", "to be agreed", "vacant"})


def is_lead_header(header: str) -> bool:
    """Whether a column's heading says that the leads of actions stand below it."""
    return bool(_HEADER.search(header)) and len(header.split()) <= 4  # noqa: PLR2004 - "Leadership, ..." is prose


def leads_of(text: str) -> Leads:
    """The leads in one cell; a comma parts them only where each part looks like a name."""
    said = _SPACES.sub(" ", text).strip()
    plain = said.casefold().rstrip(".")
    if not said:
        return Leads(as_written="", named="empty")
    if plain in _NONE:
        return Leads(as_written=said, named="none")
    if plain in _TO_COME:
        return Leads(as_written=said, named="to_be_confirmed")
    names: list[str] = []
    for part in _MARKS.split(said):
        names.extend(_by_commas(part.strip()))
    return Leads(as_written=said, names=tuple(dict.fromkeys(filter(None, names))))


def _by_commas(part: str) -> list[str]:
    parts = [one.strip() for one in part.split(",")]
    if len(parts) > 1 and all(_NAME.fullmatch(one) for one in parts):
        return parts
    return [part]
