"""The counts of a vote as a facilitator types them: `3 9 2`, `3 9 a2`, `342`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from maturity.frozen import dataclass

__all__ = ["MANY", "CountsRead", "read_counts", "why_not_a_round"]

MANY = 10
"""Voters from which counts must be separated by spaces: `111` could be 1 11, 11 1 or 1 1 1."""

_ONE_PERSON = (
    "These counts are one person's answer, and no round may show how one person voted. Record a "
    "level and its because instead, or a note of what was said."
)
_NOBODY = (
    "Nobody is counted here, so there is no round to keep. Count those who abstained too, or go on "
    "without a vote."
)

_PART = re.compile(r"(?P<kind>[ac]?)(?P<number>\d{1,4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CountsRead:
    """What was read in a vote field.

    `counts` has one number a level, lowest first, the last one worked out where it was left out;
    it is empty while `problem` says why it cannot be recorded. `cast` is everyone counted.
    `spelled` says it in full before it is recorded. `corrects` is true when the counts are
    complete and only their sum differs from the voters here.
    """

    counts: tuple[int, ...] = ()
    abstain: int = 0
    cannot_say: int = 0
    spelled: str = ""
    problem: str = ""
    corrects: bool = False

    @property
    def cast(self) -> int:
        """Everyone counted: levels, abstentions and those who cannot say."""
        return sum(self.counts) + self.abstain + self.cannot_say


def why_not_a_round(votes: int, aside: int) -> str:
    """Why counts are no round of the room: one person's answer, or nobody's; "" where they are one.

    `votes` chose a level; `aside` abstained or could not say. Where one of many chose a level and
    the others none, that level is still one person's vote.
    """
    if votes + aside == 0:
        return _NOBODY
    return _ONE_PERSON if votes == 1 or votes + aside == 1 else ""


def read_counts(
    typed: str, labels: Sequence[str], voters: int | None, *, is_round: bool = True
) -> CountsRead:
    """Read a vote field for the levels in `labels`, lowest first, and the voters here, if known.

    `a2` is two abstained, `c1` one cannot say. Never raises; ("3 9", three labels, 14) gives
    counts (3, 9, 2). Without `is_round` they are a part of a round, which may be of nobody.
    """
    parts = _parts(typed, len(labels), voters)
    if isinstance(parts, str):
        return CountsRead(problem=parts)
    numbers, abstain, cannot_say = parts
    if not numbers and not abstain and not cannot_say:
        return CountsRead(problem=f"Type a count for each level: {', '.join(labels)}.")
    worked_out = len(numbers) == len(labels) - 1 and voters is not None
    if worked_out:
        numbers.append((voters or 0) - sum(numbers) - abstain - cannot_say)
    if len(numbers) != len(labels):
        return CountsRead(problem=_missing(numbers, labels))
    if numbers[-1] < 0:
        return CountsRead(problem=f"That is {-numbers[-1]} more than the {_voters(voters)} here.")
    read = CountsRead(tuple(numbers), abstain, cannot_say)
    if is_round and (refused := why_not_a_round(sum(read.counts), abstain + cannot_say)):
        return CountsRead(problem=refused)
    spelled = _spelled(read, labels)
    if worked_out:
        spelled += f" (the last worked out from {_voters(voters)} here)"
    off = _off(read.cast, voters) if voters is not None and voters != read.cast else ""
    return replace(read, spelled=spelled, problem=off, corrects=bool(off))


def _spelled(read: CountsRead, labels: Sequence[str]) -> str:
    spelled = ", ".join(f"{n} {label}" for n, label in zip(read.counts, labels, strict=True))
    for count, words in ((read.cannot_say, "could not say"), (read.abstain, "abstained")):
        spelled += f"; {count} {words}" if count else ""
    return spelled


def _parts(typed: str, levels: int, voters: int | None) -> tuple[list[int], int, int] | str:
    """Numbers, abstentions and cannot-says in `typed`, or what is wrong with it."""
    numbers: list[int] = []
    marks = {"a": 0, "c": 0}
    for word in typed.replace(",", " ").split():
        found = _PART.fullmatch(word)
        if found is None:
            return f'"{word}" is not a count. Type numbers, a2 for abstained, c1 for cannot say.'
        kind, number = found["kind"].lower(), found["number"]
        if kind:
            marks[kind] += int(number)
        else:
            numbers += _split(number, levels, voters)
    return numbers, marks["a"], marks["c"]


def _split(number: str, levels: int, voters: int | None) -> list[int]:
    """In a small room the counts may run together: 342 is 3, 4 and 2."""
    if voters is not None and voters < MANY and len(number) in {levels, levels - 1} and levels > 1:
        return [int(digit) for digit in number]
    return [int(number)]


def _missing(numbers: Sequence[int], labels: Sequence[str]) -> str:
    if len(numbers) > len(labels):
        return f"{len(numbers)} counts for {len(labels)} levels: {', '.join(labels)}."
    after = ", ".join(labels[len(numbers) :])
    return f"Still to count: {after}."


def _voters(count: int | None) -> str:
    return "1 voter" if count == 1 else f"{count} voters"


def _off(cast: int, voters: int) -> str:
    apart = abs(cast - voters)
    more = "more" if cast > voters else "fewer"
    return f"These add up to {cast}: {apart} {more} than the {_voters(voters)} here."
