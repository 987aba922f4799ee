"""What somebody says on the day, as a card of evidence on the item in hand."""

from dataclasses import replace

from maturity.evidence.model import Document, Excerpt
from maturity.evidence.typed import typed_card
from maturity.session.acts.act import Outcome, Refused, Scene
from maturity.session.acts.evidence import DocumentAct, LinkAct, document_outcome, link_outcome
from maturity.words.calendar import said_date

__all__ = ["account"]


def account(scene: Scene, item: str, text: str) -> tuple[Document, Excerpt, Outcome]:
    """A family's account, dated today and linked to an item: its card, and one outcome for both.

    Raises `Refused` without words, or for an item the framework does not have.
    """
    today = scene.now.date()
    try:
        document, excerpt = typed_card(text, f"said in the room on {said_date(today)}")
    except ValueError as empty:
        raise Refused(str(empty)) from empty
    act = DocumentAct(
        document, (excerpt,), "", "", kind="family-experience", date=today.isoformat()
    )
    added = document_outcome(scene, act)
    linked = link_outcome(scene, LinkAct(item, excerpt, document.id))
    # the document is not in the session before this outcome is kept, so the link cannot name it
    links = tuple(
        replace(change, new=change.new | {"document_title": document.title})
        if change.op == "add"
        else change
        for change in linked.changes
    )
    return document, excerpt, Outcome((*added.changes, *links), linked.said)
