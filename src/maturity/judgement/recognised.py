"""Whether a different view could be told to be somebody's, and what it may go by instead."""

from maturity.judgement.view import Disclosed, VoiceView
from maturity.session.acts.dissents import SOMEONE, small_group_warning

__all__ = ["people_here", "recognisable", "voice_called", "wider_name"]


def voice_called(who: str, view: Disclosed) -> VoiceView | None:
    """The voice group of this id or label; None for a role or somebody in particular."""
    wanted = who.casefold()
    for voice in view.voices:
        if wanted in {voice.id.casefold(), voice.label.casefold()}:
            return voice
    return None


def people_here(voice: VoiceView, view: Disclosed) -> int:
    """How many of a group are in the room still; `present` counts whoever came."""
    return sum(
        person.group == voice.id and person.state == "present" and not person.left
        for person in view.people
    )


def recognisable(who: str, view: Disclosed) -> str | None:
    """What to say where so few go by this group or role that the view could be theirs; or None."""
    voice = voice_called(who, view)
    if voice is not None:
        return small_group_warning(people_here(voice, view))
    role = who.casefold()
    return small_group_warning(sum(person.role.casefold() == role for person in view.people))


def wider_name(who: str, view: Disclosed) -> str:
    """What a view that could be recognised may go by: its wider group, or someone in the room.

    Empty where it could not be recognised.
    """
    if recognisable(who, view) is None:
        return ""
    voice = voice_called(who, view)
    if voice is None or voice.wider.casefold() in {SOMEONE, who.casefold()}:
        return SOMEONE
    return voice.wider
