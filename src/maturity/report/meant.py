"""Whom the work is for, in the paper's words: families, or whoever the framework says it is."""

import re

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed, VoiceView
from maturity.report.phrases import joined

__all__ = ["Meant", "meant"]


@dataclass(frozen=True, slots=True)
class Meant:
    """The words of the paper for those whom the work is for.

    `told` and `change` stand on page 1, `say` over what evidence holds of them, `none_linked`
    where it holds nothing; `section` heads the words that are theirs to lift, and `who` is how
    they are named within a sentence.
    """

    told: str
    change: str
    say: str
    none_linked: str
    section: str
    who: str


_FAMILIES = Meant(
    "What families and young people told us",
    "What would most change children's experience",
    "What families and young people say",
    "No family evidence was linked.",
    "What this means for families",
    "families and young people",
)
# a framework marks the voices whom the work is for, and has no word for all of them together
_AT_HOME = re.compile(r"\b(?:famil|parent|carer|child|young)", re.IGNORECASE)
_NOBODY_NAMED = "the people this work is for"


def meant(view: Disclosed) -> Meant:
    """Families where the framework's own voices are families, else its own names for them."""
    voices = [voice for voice in view.voices if voice.families]
    if any(_AT_HOME.search(f"{voice.id} {voice.label}") for voice in voices):
        return _FAMILIES
    who = joined([_within(voice) for voice in voices]) if voices else _NOBODY_NAMED
    return Meant(
        f"What {who} told us",
        f"What would make the most difference to {who}",
        f"What {who} say",
        f"No evidence from {who} was linked.",
        f"What this means for {who}",
        who,
    )


def _within(voice: VoiceView) -> str:
    """A label as it stands within a sentence; an abbreviation keeps its capitals."""
    label = voice.label
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
