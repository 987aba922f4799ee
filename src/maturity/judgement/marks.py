"""Evidence that may identify a child: who may read its words, by what was decided on the mark."""

from collections.abc import Iterable, Iterator

from maturity.judgement.context import Said, as_quoted, facts_of
from maturity.judgement.lists import shown_facts
from maturity.judgement.view import Audience, LinkView, Mark
from maturity.session.state import Facts, Link, SessionState

__all__ = ["COVERED", "covers", "link_views", "mark_of"]

COVERED = {
    Audience.ROOM: "May identify a child: hidden, h shows.",
    Audience.BOARD: "Words covered: they may identify a child.",
}
"""What stands where the words of covered evidence would."""


def mark_of(link: Link, facts: Facts) -> Mark:
    """Whether a link bears a mark, and what was decided on it; `facts` are those of its excerpt."""
    if facts.privacy is not None:
        return facts.privacy.choice
    return "open" if link.personal_data else "none"


def covers(mark: Mark) -> bool:
    """Whether the words of evidence with this mark are covered outside the facilitator's view."""
    return mark in {"open", "redact"}


def link_views(
    state: SessionState,
    links: Iterable[tuple[str, Link]],
    audience: Audience,
    said: Said = as_quoted,
) -> Iterator[LinkView]:
    """Linked evidence as an audience may see it; a public paper has none that bears a mark."""
    for entry, link in links:
        facts = facts_of(state, link.document, link.excerpt)
        mark = mark_of(link, facts)
        words = (
            COVERED.get(audience, link.quote) if covers(mark) else said(link.excerpt, link.quote)
        )
        if audience is Audience.PUBLIC and (link.personal_data or covers(mark)):
            continue
        yield LinkView(
            id=entry,
            excerpt=link.excerpt,
            document=link.document,
            document_title=link.document_title,
            ref=link.ref,
            stance=link.stance,
            shows=link.shows or "",
            quote=words,
            facts=shown_facts(state, facts, audience),
            mark=mark,
        )
