"""The bytes of an evidence file and back: the document first, then one excerpt a line."""

from collections.abc import Iterable

from maturity.evidence.model import Document, Excerpt, excerpt_id

__all__ = ["MARK", "EvidenceFault", "check", "from_bytes", "to_bytes", "was_rewritten"]

MARK = "[erased "
"""How the words begin that stand for words that were taken out."""

_TAKEN_OUT, _LINKED_ALONE = "W31", "W32"


class EvidenceFault(ValueError):
    """An evidence file that is not what was written: cut short, altered, or never one of ours."""


def to_bytes(document: Document, excerpts: Iterable[Excerpt]) -> bytes:
    """The file: keys in the order of the model, no time, no person, no file name."""
    lines = [document.model_dump_json(), *(excerpt.model_dump_json() for excerpt in excerpts)]
    return "".join(f"{line}\n" for line in lines).encode()


def from_bytes(raw: bytes) -> tuple[Document, tuple[Excerpt, ...]]:
    """The document and its excerpts.

    Raises `EvidenceFault` unless every line is whole, every excerpt bears the id of its words and
    place, and there are as many as the document says.
    """
    first, *rest = raw.split(b"\n")
    if not rest or rest.pop():
        raise EvidenceFault("The evidence file is cut short.")
    try:
        document = Document.model_validate_json(first)
        excerpts = tuple(Excerpt.model_validate_json(line) for line in rest)
    except ValueError as fault:
        raise EvidenceFault("A line of the evidence file cannot be read.") from fault
    check(document, excerpts)
    return document, excerpts


def check(document: Document, excerpts: tuple[Excerpt, ...]) -> None:
    """Hold excerpts to their document: their number, their ids, no id twice.

    An excerpt of which words were taken out keeps the id of its whole words. Raises
    `EvidenceFault`.
    """
    if document.counts.excerpts != len(excerpts):
        raise EvidenceFault("The evidence file does not hold all of its excerpts.")
    if len({excerpt.id for excerpt in excerpts}) != len(excerpts):
        raise EvidenceFault("Two excerpts of the evidence file have one id.")
    may_lack_words = any(notice.code == _TAKEN_OUT for notice in document.warnings)
    for excerpt in excerpts:
        if may_lack_words and MARK in f"{excerpt.ref} {excerpt.text}":
            continue
        digits = len(excerpt.id)
        if excerpt.id != excerpt_id(document.id, excerpt.ref, excerpt.text, digits=digits):
            raise EvidenceFault("An excerpt of the evidence file was changed.")


def was_rewritten(raw: bytes) -> bool:
    """Whether these are the bytes of an evidence file of which a person had something taken out."""
    try:
        document, _ = from_bytes(raw)
    except EvidenceFault:
        return False
    return any(notice.code in {_TAKEN_OUT, _LINKED_ALONE} for notice in document.warnings)
