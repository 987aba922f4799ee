"""What an evidence file is called, and what is said where some cannot be read."""

from collections.abc import Sequence

__all__ = ["file_name", "lost"]


def file_name(document_id: str) -> str:
    """The name of a document's evidence file within its folder."""
    return f"{document_id[:16]}.jsonl"


def lost(titles: Sequence[str]) -> tuple[str, ...]:
    """What to say of documents whose evidence files are missing or changed; nothing of none."""
    if not titles:
        return ()
    files = "1 evidence file is" if len(titles) == 1 else f"{len(titles)} evidence files are"
    said = f"{files} missing or changed ({', '.join(titles)}). Links still show the words they"
    return (f"{said} quoted; add the document again to search it.",)
