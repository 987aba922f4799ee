"""What a search through the evidence may ask of the session: links, facts, names of items."""

from types import MappingProxyType

from maturity.evidence.search.filters import Known
from maturity.framework import Framework
from maturity.judgement.context import facts_of
from maturity.session.kinds import take
from maturity.session.state import ItemState, SessionState

__all__ = ["known_of"]


def known_of(state: SessionState, framework: Framework) -> Known:
    """The session as a search sees it; worked out only as far as a query asks."""

    def linked(item: str) -> frozenset[str]:
        kept = take(state, (framework.kind_of(item), item))
        links = kept.links.values() if isinstance(kept, ItemState) else ()
        return frozenset(link.excerpt for link in links)

    def facts(excerpt: str, document: str) -> tuple[str, str]:
        found = facts_of(state, document, excerpt)
        return found.kind or "", found.date or ""

    return Known(
        withdrawn=frozenset(name for name, one in state.documents.items() if one.replaced_by),
        items=MappingProxyType(
            {
                item.id: tuple(filter(None, (item.id, item.code, item.short, item.title)))
                for item in framework.items
            }
        ),
        linked=linked,
        facts=facts,
    )
