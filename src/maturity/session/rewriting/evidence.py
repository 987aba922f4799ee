"""Evidence files made anew: without some words, or with the linked excerpts alone.

Ids and order stay, so that links hold, and a line in the document says what was done.
"""

import json
from collections.abc import Callable, Collection
from typing import Any

from maturity.evidence.messages import notice
from maturity.evidence.model import Counts, Document, Excerpt, Notice, Skipped
from maturity.evidence.store import EvidenceFault, from_bytes, to_bytes
from maturity.session.rewriting.walking import rewritten

__all__ = ["linked_alone", "without_words"]


def without_words(raw: bytes, change: Callable[[str], str]) -> tuple[bytes, int] | None:
    """The file with every text changed, and in how many texts that made a difference.

    None where the bytes are no evidence file.
    """
    try:
        document, excerpts = from_bytes(raw)
    except EvidenceFault:
        return None
    places = 0

    def changed(_at: tuple[str, ...], text: str) -> str:
        nonlocal places
        new = change(text)
        places += new != text
        return new

    def anew(part: Document | Excerpt) -> Any:
        return rewritten(type(part), json.loads(part.model_dump_json()), changed)

    lines = tuple(Excerpt.model_validate(anew(excerpt)) for excerpt in excerpts)
    head = Document.model_validate(anew(document))
    return to_bytes(_noted(head, notice("W31")), lines), places


def _noted(document: Document, said: Notice) -> Document:
    others = tuple(one for one in document.warnings if one.code != said.code)
    return document.model_copy(update={"warnings": (*others, said)})


def linked_alone(raw: bytes, linked: Collection[str]) -> tuple[bytes, int, int] | None:
    """The file with the linked excerpts, how many those are, and how many it had.

    What the document lists of people, actions and decisions goes too, and the texts of its pages.
    None where the bytes are no evidence file.
    """
    try:
        document, excerpts = from_bytes(raw)
    except EvidenceFault:
        return None
    kept = tuple(excerpt for excerpt in excerpts if excerpt.id in linked)
    gone = len(excerpts) - len(kept)
    skipped = (Skipped(reason="not linked when the session was closed", count=gone),)
    counts = Counts(
        excerpts=len(kept), skipped=(*document.counts.skipped, *(skipped if gone else ()))
    )
    lists = ("people", "actions", "decisions", "section_statuses", "page_texts", "explicit_none")
    head = document.model_copy(update={"counts": counts} | dict.fromkeys(lists, ()))
    return to_bytes(_noted(head, notice("W32")), kept), len(kept), len(excerpts)
