"""Last time beside this time: how an item stood in the session before, and what changed since."""

from collections.abc import Mapping, Sequence
from typing import Final

from maturity.judgement.dissents import SOMEONE, withheld
from maturity.judgement.view import (
    AimView,
    Audience,
    BoardView,
    LastDissentView,
    LastView,
    LevelView,
    RatingView,
    VoiceView,
)
from maturity.session.item_state import Last, LastDissent
from maturity.session.state import SessionState
from maturity.session.voters import names_somebody

__all__ = ["NOT_COMPARABLE", "last_view", "since_last", "since_words"]

NOT_COMPARABLE: Final = "Not comparable: framework changed"

_PARKED: Final = "parked"
_UNRATED: Final = "unrated"
_LOWEST: Final = "not-reached"


def last_view(
    last: Last | None,
    levels: Sequence[LevelView],
    words: Mapping[str, str],
    *,
    voices: Sequence[VoiceView],
    state: SessionState,
    audience: Audience,
) -> LastView | None:
    """How an item stood last time, or None; `words` are those of the states without a level."""
    if last is None:
        return None
    by_id = {level.id: level for level in levels}
    level, aim = by_id.get(last.level or ""), last.aim
    stood = last.state or _UNRATED
    if stood == _PARKED and audience is Audience.PUBLIC:
        stood = _UNRATED
    named = level.label if level else last.said
    return LastView(
        session=last.session if audience is Audience.FACILITATOR else "",
        on=last.on or "",
        state=stood,
        level=level,
        said=named or {**words, _PARKED: "Not settled"}.get(stood, "Not rated"),
        outcome=last.outcome or "",
        aim=AimView(by_id.get(aim.level or ""), aim.text or "") if aim else None,
        views=tuple(_dissent(one, voices, state, audience) for one in last.dissent),
        carry=last.carry,
    )


def _dissent(
    kept: LastDissent, voices: Sequence[VoiceView], state: SessionState, audience: Audience
) -> LastDissentView:
    # nobody is shown the words of one that was only noted: they were not carried
    reader = Audience.ROOM if audience is Audience.FACILITATOR else audience
    why = withheld(kept.reach, reader)
    if why is not None:
        return LastDissentView("", "", "", "", kept.reach, why)
    return LastDissentView(
        who=_who(kept, voices, state, audience),
        level=kept.level or "",
        reason=kept.reason or "",
        change=kept.change or "",
        reach=kept.reach,
    )


def _who(
    kept: LastDissent, voices: Sequence[VoiceView], state: SessionState, audience: Audience
) -> str:
    """The label the board read last time; in public only that of a voice group."""
    known = {label for voice in voices for label in (voice.label, voice.wider)}
    is_hidden = audience is Audience.PUBLIC and kept.from_ not in known
    if not kept.from_ or is_hidden or names_somebody(state, kept.from_):
        return SOMEONE
    return kept.from_


def since_last(
    last: LastView | None, rating: RatingView, board: BoardView | None, *, is_parked: bool
) -> str:
    """What changed since last time, for an item of a session that had one before it.

    The board's answer goes before the rating, and what is not settled before both is no level.
    """
    if board is not None and board.outcome != "deferred":
        return since_words(last, board.level, board.state)
    if is_parked:
        return since_words(last, None, _PARKED)
    return since_words(last, rating.level, rating.state)


def since_words(last: LastView | None, level: LevelView | None, state: str) -> str:
    """From last time to a level, or to a `state` without one: "Up from Emerging".

    Not reached lies below every level; between the other states there is no up or down.
    """
    if last is None:
        return "New"
    if not last.is_comparable:
        return NOT_COMPARABLE
    said = last.said if last.level else last.said[:1].lower() + last.said[1:]
    before, now = _place(last.level, last.state), _place(level, state)
    if before is not None and now is not None:
        if before == now:
            return "Same"
        return f"{'Up' if now > before else 'Down'} from {said}"
    is_same = level is None and last.level is None and state == last.state != _UNRATED
    return "Same" if is_same else f"Was {said}"


def _place(level: LevelView | None, state: str) -> int | None:
    if level is not None:
        return level.position
    return 0 if state == _LOWEST else None
