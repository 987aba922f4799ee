"""Evidence that somebody types: a card without a file."""

import hashlib
import json

from maturity.evidence.model import Counts, Document, Excerpt, excerpt_id
from maturity.evidence.privacy import marked, notices
from maturity.evidence.shapes.mentions import dates_in, plan_refs_in
from maturity.text import clean, clean_line

__all__ = ["TITLE", "typed_card"]

TITLE = "Typed by hand"
"""The title of every card that was typed."""

_LONGEST_REF = 500


def typed_card(text: str, ref: str) -> tuple[Document, Excerpt]:
    """A document of one excerpt; `ref` says where it is from ("SEF 2025 s3.2 p14").

    The same words and reference make the same card on any laptop. Raises `TextTooLong` for a text
    over the project's cap, and `ValueError` when it holds no words.
    """
    words, place = clean(text), clean_line(ref, cap=_LONGEST_REF)
    if not words:
        raise ValueError("Type what the evidence says.")
    body = json.dumps([TITLE, place, words], ensure_ascii=False).encode()
    document = Document(
        id=hashlib.sha256(body).hexdigest(),
        title=TITLE,
        media="text/plain",
        size=len(body),
        reader="typed",
        reader_version=1,
        counts=Counts(excerpts=1),
    )
    excerpt = Excerpt(
        id=excerpt_id(document.id, place or TITLE, words),
        shape="paragraph",
        ref=place or TITLE,
        text=words,
        plan_refs=plan_refs_in(words),
        dates=dates_in(words),
    )
    (kept,) = marked((excerpt,))
    return document.model_copy(update={"warnings": notices((kept,))}), kept
