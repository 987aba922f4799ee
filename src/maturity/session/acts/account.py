"""What a family says, as a card of evidence."""

from maturity.evidence.model import Document, Excerpt
from maturity.evidence.typed import typed_card
from maturity.session.acts.act import Outcome, Refused, Scene, item_path, item_state
from maturity.session.acts.evidence import DocumentAct, document_outcome
from maturity.words.calendar import said_date

__all__ = ["account", "stance_of"]


def account(
    scene: Scene, item: str, text: str, ref: str | None = None
) -> tuple[Document, Excerpt, Outcome]:
    """A family's account dated today: its document, its one card, and the line that takes it in.

    `ref` says where it is from; None for what is said in the room. Raises `Refused` without words,
    or for an item the framework does not have.
    """
    item_path(scene, item)
    today = scene.now.date()
    try:
        place = f"said in the room on {said_date(today)}" if ref is None else ref
        document, excerpt = typed_card(text, place)
    except ValueError as empty:
        raise Refused(str(empty)) from empty
    act = DocumentAct(
        document, (excerpt,), "", "", kind="family-experience", date=today.isoformat()
    )
    return document, excerpt, document_outcome(scene, act)


def stance_of(scene: Scene, item: str, excerpt: Excerpt) -> str:
    """What an account is linked to the item as: context until somebody says otherwise."""
    known = item_state(scene, item_path(scene, item)).links.values()
    return next((link.stance for link in known if link.excerpt == excerpt.id), "context")
