"""Sections 9 and 10: how it was done and its limits, and what it means for families."""

from maturity.judgement.view import Disclosed, VoiceView
from maturity.report.blocks import Block, Heading
from maturity.report.meant import meant
from maturity.report.paper import Reference
from maturity.report.phrases import counted, dated, listed, prose, sentence

__all__ = ["families", "method"]

_AGREEMENT = (
    "How far the room agreed is one of four words, from the counts alone. Together: the "
    "middle of the room is one level and few people chose another. Split: about a third or more "
    "chose the low end of the scale and as many the high end. Mixed: everything between. Too few "
    "votes: fewer than three people chose a level."
)
_NO_SUM = (
    "People chose every level. The votes show how far they agreed; nothing was added up into a "
    "single figure, and no vote is kept against a person."
)
_LIMITS = (
    "This is a self-assessment by the people who were in the room, on the evidence they had.",
    "Levels of this framework are not inspection outcomes and do not predict one.",
    "Rooms differ: a level here cannot be compared with the same level in another area.",
    "What is not known of a piece of evidence is said, and lowers nothing.",
)
_NOT_WRITTEN = "This part has not been written yet."
_LEAN = (
    "Annexes A (level texts) and C (glossary) are in the full version of this paper. The full "
    "record is kept with the session."
)


def method(
    view: Disclosed, reference: Reference | None, *, full: bool = False
) -> tuple[Block, ...]:
    """Section 9; `reference` is printed for readers who may need the way back to the session.

    A paper that is not `full` says where the rest is.
    """
    return (
        Heading(1, "9 How this was done", "method"),
        sentence(_framework(view)),
        sentence(_sitting(view)),
        sentence(_AGREEMENT),
        sentence(_NO_SUM),
        Heading(2, "Who was in the room", "room"),
        listed("bullet", (_voice(voice) for voice in _expected(view)), "Nobody was recorded."),
        Heading(2, "What was not discussed", "not-discussed"),
        listed(
            "bullet",
            (item.title for item in view.items if not item.discussed),
            _all_discussed(view),
        ),
        Heading(2, "Limits", "limits"),
        listed("bullet", _LIMITS, ""),
        *_reference(reference),
        *(() if full else (sentence(_LEAN),)),
    )


def _framework(view: Disclosed) -> str:
    framework = view.framework
    said = (
        f"The framework is {framework.title}, edition {framework.version} ({framework.standing}). "
        f"Its fingerprint is {framework.fingerprint or 'not recorded'}."
    )
    return f"{said} {framework.notice}".strip()


def _sitting(view: Disclosed) -> str:
    session = view.session
    when = f"was held on {dated(session.date)}" if session.date else "has no date"
    return f"The workshop {when}. It was planned for {session.minutes} minutes."


def _all_discussed(view: Disclosed) -> str:
    if any(item.is_rated for item in view.items):
        return "Nothing that was rated was left without discussion."
    return "Nothing has been rated yet."


def _expected(view: Disclosed) -> list[VoiceView]:
    return [voice for voice in view.voices if voice.invited or voice.core]


def _voice(voice: VoiceView) -> str:
    votes = "" if voice.votes else " (observes)"
    if not voice.invited:
        return f"{voice.label}{votes}: nobody was on the register."
    asked = counted(voice.invited, "person", "people")
    return f"{voice.label}{votes}: {voice.present} of {asked} came."


def _reference(reference: Reference | None) -> tuple[Block, ...]:
    if reference is None:
        return ()
    said = f"{reference.session}, {reference.body}, {reference.n}"
    return (sentence(f"Paper reference: {said}."),)


def families(view: Disclosed) -> tuple[Block, ...]:
    """Section 10: plain words typed by people, fit to lift to a web page."""
    return (
        Heading(1, f"10 {meant(view).section}", "for-families"),
        *prose(view.page.for_families, _NOT_WRITTEN),
    )
