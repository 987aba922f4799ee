"""Sentences said the same way everywhere: on the screen, in a command and on paper."""

from typing import Final

from maturity.frozen import dataclass

__all__ = [
    "BANNER",
    "CANNOT_SAY",
    "DISSENT_OFFERED",
    "HANDS_ARE_PUBLIC",
    "NO_RISKS",
    "RISKS_NOT_RECORDED",
    "SPLIT_ADVICE",
    "UNFINISHED",
    "VOTING",
    "GroundRule",
    "different_views",
    "ground_rules",
    "voting_rule",
    "waiting_votes",
]

BANNER: Final = (
    "PROVISIONAL: self-assessment for support and improvement, not an inspection judgement."
)
"""Stands on page 1 of every paper made before the board has answered."""

CANNOT_SAY: Final = "We cannot say yet. What would settle it, who will find out, and by when?"
"""Asked where the room records that it cannot say yet."""

DISSENT_OFFERED: Final = (
    "Does anyone want a different view recorded? By group, by role, or as someone in the room."
)
"""Offered after a rating; nobody has to ask."""

SPLIT_ADVICE: Final = (
    "The room is split. When the evidence is equal, many rooms record the lower level and name "
    "what would move it."
)
"""Shown at the level step of a split room; the tool never sets that level itself."""

NO_RISKS: Final = "None (the room was asked)."
"""Printed under risks only where someone recorded that there are none."""

RISKS_NOT_RECORDED: Final = "None recorded."
"""Printed under risks where nothing was typed."""

UNFINISHED: Final = (
    "A level on its own is not finished: add the because, any dissent, the gap, or the next step."
)
"""Shown for an item that has a level and nothing else."""

HANDS_ARE_PUBLIC: Final = "Hands are public."
"""Stands beside the choice to vote by hands, and with the ground rules where hands are used."""


@dataclass(frozen=True, slots=True)
class GroundRule:
    """One part of the ground rules, read aloud before the first vote."""

    heading: str
    sentences: tuple[str, ...]


def different_views(board: str = "board") -> tuple[str, ...]:
    """How a different view is kept, for the ground rules and for the pack sent before."""
    return (
        "A different view is kept in your words, by group and not by name.",
        (
            f"You choose where it stands: in any paper, in the {board}'s paper only (the usual), "
            "or only noted: that a different view exists."
        ),
        "Ask for it at any time, before or after a vote.",
        "We read your words back to you before they are kept.",
    )


def ground_rules(board: str = "board", *, hands: bool = False) -> tuple[GroundRule, ...]:
    """The ground rules in the order in which they are read; `board` is the area's word for it.

    `hands` adds that hands are public, where the room votes by hands.
    """
    words = (
        "We keep levels, counts of votes and one-line notes; never who voted what.",
        "Notes may be requested and released, so we write them as we would say them in public.",
        "Name no child.",
        *different_views(board),
    )
    judgement = (
        "It is not an inspection.",
        f"Today's ratings are provisional until the {board} has answered.",
    )
    return (
        GroundRule("What happens to your words.", (*words, HANDS_ARE_PUBLIC) if hands else words),
        GroundRule("This is not a judgement.", judgement),
    )


VOTING: Final = {
    "paper": "By card, or with heads down, so that nobody sees who chose what; then all at once.",
    "hands": "By hands. Ask for cards if you would rather not be seen.",
    "survey": "By a survey before today; what came in is shown without names.",
    "phone": "By phone, so that nobody sees who chose what; then all at once.",
}
"""How the room votes, read aloud with the ground rules, by the method of a round."""


def voting_rule(way: str) -> GroundRule:
    """How the room is going to vote, by the method of a round; and that hands are public."""
    return GroundRule("How we vote.", (VOTING[way], HANDS_ARE_PUBLIC))


def waiting_votes(count: int) -> str:
    """What is said of votes that were gathered before the sitting, until they are revealed."""
    votes = "1 vote" if count == 1 else f"{count:,} votes"
    return f"{votes} gathered before the sitting, unseen until they are revealed."
