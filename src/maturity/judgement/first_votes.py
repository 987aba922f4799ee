"""Which items people differ on most by their first votes, before any count of them is shown."""

from maturity.framework import Framework
from maturity.judgement.disclosure import disclose
from maturity.judgement.talk_time import rated_items
from maturity.judgement.triage import widest_first
from maturity.judgement.view import Audience
from maturity.judgement.waiting import all_revealed
from maturity.session.state import SessionState

__all__ = ["widest"]


def widest(state: SessionState, framework: Framework) -> tuple[str, ...]:
    """Ids of the rated items that have votes, the widest spread first.

    Votes that wait to be revealed count: a short sitting has to know where to talk. Nothing of
    them but this order comes out.
    """
    view = disclose(all_revealed(state), framework, Audience.BOARD)
    return tuple(item.id for item in widest_first(rated_items(view)))
