"""Papers about Northmere, an invented area, in the shapes that real ones come in."""

from maturity.evidence.limits import LIMITS
from maturity.evidence.model import Document, Excerpt
from maturity.evidence.reading import read_bytes


def read(raw: str | bytes, name: str = "paper") -> tuple[Document, tuple[Excerpt, ...]]:
    """A paper read in this process."""
    data = raw if isinstance(raw, bytes) else raw.encode()
    return read_bytes(data, name, limits=LIMITS)


def excerpts_of(*texts: str) -> tuple[Excerpt, ...]:
    """One excerpt a text."""
    _, excerpts = read("\n\n".join(f"- {text}" for text in texts))
    return excerpts
