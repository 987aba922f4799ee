"""What nobody has said yet of the linked evidence: one line each, and never a challenge prompt."""

from collections.abc import Iterable

from maturity.judgement.view import ItemView

__all__ = ["unknowns"]

_FACTS = ("date", "kind", "cohort", "agency")


def unknowns(items: Iterable[ItemView]) -> tuple[str, ...]:
    """How many linked cards lack each fact that a prompt rests on, such as "12 cards have no date".

    A card linked to several items counts once; a cohort that is called unknown is not known.
    """
    facts = {link.excerpt: link.facts for item in items for link in item.links}
    lines = []
    for name in _FACTS:
        count = sum(getattr(one, name) in {None, "", "unknown"} for one in facts.values())
        if count:
            lines.append(f"{count} card{' has' if count == 1 else 's have'} no {name}")
    return tuple(lines)
