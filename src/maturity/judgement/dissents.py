"""A different view as an audience may read it: its words, its label, or only that it exists."""

from collections.abc import Sequence

from maturity.judgement.view import Audience, DissentView, LevelView, VoiceView, Withheld
from maturity.session.state import Dissent, SessionState
from maturity.session.voters import names_somebody

__all__ = ["SOMEONE", "dissent_view", "withheld"]

SOMEONE = "Someone in the room"
"""The label of a view that nobody's label may stand beside."""

_NOTED = Withheld("A different view was noted.")
_HELD = Withheld("A further view was recorded and is held by the board.")


def dissent_view(
    pair: tuple[str, Dissent],
    levels: Sequence[LevelView],
    voices: Sequence[VoiceView],
    state: SessionState,
    audience: Audience,
) -> DissentView:
    """A dissent and its id as this audience may read it, or only that there is one."""
    entry, kept = pair
    why = withheld(kept.reach, audience)
    if why is not None:
        return DissentView(
            entry, "", "none", kept.kind, None, "", "", kept.reach, "", "",
            heard=False, status=kept.status, withheld=why,
        )  # fmt: skip
    by_id = {level.id: level for level in levels}
    return DissentView(
        id=entry,
        who=_who(state, kept, voices, audience),
        who_kind=kept.from_kind,
        kind=kept.kind,
        level=by_id.get(kept.level or ""),
        reason=kept.reason or "",
        change=kept.change or "",
        reach=kept.reach,
        answer=kept.answer or "",
        reply=kept.reply or "",
        heard=kept.heard,
        status=kept.status,
    )


def withheld(reach: str, audience: Audience) -> Withheld | None:
    """Why words of that reach stay away from this audience; None where they may be read."""
    if audience is Audience.FACILITATOR:
        return None
    if reach == "noted":
        return _NOTED
    return _HELD if audience is Audience.PUBLIC and reach == "board" else None


def _who(
    state: SessionState, kept: Dissent, voices: Sequence[VoiceView], audience: Audience
) -> str:
    """The label a view goes by: a group of one becomes a wider group, a name becomes nobody."""
    if audience is Audience.FACILITATOR:
        return kept.from_
    if kept.from_kind == "none" or (audience is Audience.PUBLIC and kept.from_kind == "role"):
        return SOMEONE
    for voice in voices:
        if kept.from_.casefold() in {voice.label.casefold(), voice.id.casefold()}:
            return voice.wider if voice.present <= 1 else voice.label
    if audience is Audience.PUBLIC or names_somebody(state, kept.from_):
        return SOMEONE
    return kept.from_
