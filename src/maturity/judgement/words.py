"""What the room is told about its votes, in whole sentences.

Level labels come from the framework, lowest first. Counts are said as counts, never as shares.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from maturity.judgement.agreement import Agreement, AgreementWord, ends
from maturity.judgement.triage import Flag

__all__ = [
    "agreement_label",
    "count_sentence",
    "gap_numbers_sentence",
    "gap_sentence",
    "level_words",
    "room_sentence",
    "second_round_sentence",
    "silent",
    "talk_sentence",
    "word_sentence",
]

_SMALL_ROOM: Final = "Small room: read the word with care."
_ASKS: Final = MappingProxyType(
    {
        AgreementWord.TOGETHER: "Anyone want to add something before we record it?",
        AgreementWord.MIXED: "Let's hear one voice from each side.",
        AgreementWord.SPLIT: (
            "That usually means we are seeing different families, data or places. "
            "What is each side looking at?"
        ),
    }
)
_RARE: Final = MappingProxyType({0: "hardly ever", 10: "nearly always"})
_LABELS: Final = MappingProxyType(
    {
        AgreementWord.TOGETHER: "Together",
        AgreementWord.MIXED: "Mixed",
        AgreementWord.SPLIT: "Split",
        AgreementWord.TOO_FEW: "Too few votes",
    }
)
_REASONS: Final = MappingProxyType(
    {
        Flag.SPLIT: "the room is split",
        Flag.MIXED: "the room is not settled",
        Flag.FAR_VOICE: "one view is far from the rest (hear it, 60 seconds)",
        Flag.GROUP_GAP: "a group tended to rate differently across these",
        Flag.ABSTAINED: "a third or more did not vote",
        Flag.UNEVIDENCED: "the room is together, and evidence does not carry it yet",
        Flag.MOVED: "its level is another than last time's, and there is no because yet",
        Flag.ALL_TOP: "everyone chose the top level (which family would disagree, and why?)",
    }
)


def count_sentence(
    labels: Sequence[str],
    counts: Sequence[int],
    *,
    present: int | None = None,
    cannot_say: int = 0,
    abstain: int = 0,
) -> str:
    """The count picture, the level with the most votes first, then the others from the lowest.

    "10 of 14 said Developing. 3 said Emerging, 1 said Maturing. 2 did not vote." The 14 are those
    who chose a level. With `present`, whoever is in none of the counts did not vote either.
    """
    n = sum(counts)
    quiet = silent(n, present, cannot_say, abstain)
    said = [*_chosen(labels, counts, n)] if n else ["No votes were cast."]
    if quiet:
        said.append(f"{quiet} did not vote.")
    if cannot_say:
        said.append(f"{cannot_say} could not say yet.")
    return " ".join(said)


def silent(votes: int, present: int | None, cannot_say: int, abstain: int) -> int:
    """How many did not vote: those counted so, or all who were there and are in no other count."""
    return max(abstain, (present or 0) - votes - cannot_say)


def _chosen(labels: Sequence[str], counts: Sequence[int], n: int) -> list[str]:
    most = max(counts)
    voted = [(label, c) for label, c in zip(labels, counts, strict=True) if c]
    first, *tied = [label for label, c in voted if c == most]
    lead = _joined([f"{most} of {n} said {first}", *(f"{most} said {label}" for label in tied)])
    others = ", ".join(f"{c} said {label}" for label, c in voted if c < most)
    return [f"{part}." for part in (lead, others) if part]


def _joined(parts: Sequence[str], last: str = "and") -> str:
    *before, final = parts
    return f"{', '.join(before)} {last} {final}" if before else final


def level_words(agreement: Agreement, labels: Sequence[str]) -> str | None:
    """The room's middle in words: "Developing" or "between Emerging and Developing".

    None without votes. A middle between two levels is never a number.
    """
    low, high = agreement.median_low, agreement.median_high
    if low is None or high is None:
        return None
    at_low, at_high = labels[low - 1], labels[high - 1]
    return at_low if low == high else f"between {at_low} and {at_high}"


def room_sentence(agreement: Agreement, labels: Sequence[str], *, counts_shown: bool = True) -> str:
    """The agreement word as one sentence, with nothing asked of the room.

    Without `counts_shown` no number of votes is in it, for a reader who may not see the counts.
    """
    word, middle = agreement.word, level_words(agreement, labels)
    if word is AgreementWord.TOO_FEW:
        return _too_few(agreement.n) if counts_shown else "Too few people voted to give a word."
    if word is AgreementWord.SPLIT:
        sides = f": {_sides(agreement.counts, labels)}" if counts_shown else ""
        return f"The room is split{sides}."
    if word is AgreementWord.TOGETHER:
        return f"The room is together on {middle}."
    if agreement.median_low == agreement.median_high:
        if counts_shown and not _is_most_said(agreement):
            return f"The room is not settled; the middle of its votes is {middle}."
        return f"The room is leaning to {middle} but not settled."
    return f"The room is {middle}, and not settled."


def _is_most_said(agreement: Agreement) -> bool:
    # beside "5 of 11 said Maturing" nobody believes a room that leans to Developing
    middle = agreement.median_low
    return middle is not None and agreement.counts[middle - 1] == max(agreement.counts)


def word_sentence(agreement: Agreement, labels: Sequence[str]) -> str:
    """The agreement word as a sentence, and what it asks of the room.

    A room of fewer than eight is told to read the word with care.
    """
    parts = [room_sentence(agreement, labels)]
    if agreement.word is not AgreementWord.TOO_FEW:
        parts.append(_ASKS[agreement.word])
        if agreement.small_room:
            parts.append(_SMALL_ROOM)
    return " ".join(parts)


def _too_few(n: int) -> str:
    if not n:
        return "No word is given."
    votes = "vote" if n == 1 else "votes"
    return f"Only {n} {votes}: the counts are kept, no word is given."


def _sides(counts: Sequence[int], labels: Sequence[str]) -> str:
    sides = []
    for end in ends(len(counts)):
        people = sum(counts[level] for level in end)
        held = _joined([labels[level] for level in end if counts[level]], "or")
        sides.append(f"{people} say {held}")
    return ", ".join(sides)


def second_round_sentence(before: AgreementWord, after: AgreementWord) -> str:
    """What a second vote did to the room, such as "The room went from split to mixed".

    How many people moved cannot be known from counts, so it is never said.
    """
    if AgreementWord.TOO_FEW in {before, after}:
        return "The two votes cannot be compared: too few people voted for a word."
    if before is after:
        return f"The room stayed {after}."
    return f"The room went from {before} to {after}."


def agreement_label(word: AgreementWord) -> str:
    """The agreement word as a table of the paper prints it: "Together", "Too few votes"."""
    return _LABELS[word]


def talk_sentence(flags: Iterable[Flag]) -> str:
    """Why an item needs talking about; empty where nothing asks for it."""
    reasons = "; ".join(_REASONS[flag] for flag in flags)
    return f"This needs talking about: {reasons}." if reasons else ""


def gap_sentence(who: str, *, is_lower: bool, is_one_pillar: bool) -> str:
    """The finding about a voice group; it begins with the group, in the framework's spelling."""
    where = "this pillar" if is_one_pillar else "these pillars"
    way = "lower" if is_lower else "higher"
    return (
        f"{who} tended to rate {way} than the rest of the room across {where}. "
        "That is evidence, not noise."
    )


def gap_numbers_sentence(who: str, lower: Fraction, higher: Fraction) -> str:
    """What the finding rests on; `lower` and `higher` are shares of all pairs of people."""
    return (
        f"Take at random one person of this group ({who}) and one of the others: "
        f"the first rated lower {_in_ten(lower)}, and higher {_in_ten(higher)}."
    )


def _in_ten(share: Fraction) -> str:
    times = round(10 * share)
    if times in _RARE:
        return _RARE[times]
    return f"about {times} {'time' if times == 1 else 'times'} in 10"
