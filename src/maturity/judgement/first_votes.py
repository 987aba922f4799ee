"""Which items people differ on most by their first votes, before any count of them is shown."""

from collections.abc import Sequence

from maturity.framework import Framework
from maturity.judgement.agreement import describe, word_of
from maturity.judgement.rounds import counts_of, in_order
from maturity.judgement.triage import heat_of
from maturity.session.kinds import take
from maturity.session.state import ItemState, SessionState

__all__ = ["widest"]


def widest(state: SessionState, framework: Framework) -> tuple[str, ...]:
    """Ids of the rated items that have votes, the widest spread first; ties in file order.

    Votes that wait to be revealed count: a short sitting has to know where to talk. Nothing of
    them but this order comes out.
    """
    found = []
    for item in framework.items:
        kept = take(state, (framework.kind_of(item.id), item.id))
        if isinstance(kept, ItemState) and kept.rounds:
            _, latest = in_order(kept.rounds)[-1]
            counts = counts_of(latest, framework.levels_of(item))
            found.append((_spread(str(word_of(counts, latest.rule) or ""), counts), item.id))
    return tuple(name for _, name in sorted(found, key=lambda pair: pair[0]))


def _spread(word: str, counts: Sequence[int]) -> tuple[int, float]:
    """The word first: the figure behind it cannot tell two camps from an even spread."""
    agreement = describe(counts)
    figure = agreement.van_der_eijk
    if figure is None:
        figure = agreement.pair_agreement
    return -heat_of(word), 1 if figure is None else figure
