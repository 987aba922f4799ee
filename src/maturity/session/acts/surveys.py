"""First votes that a survey gathered before the sitting: one round for each item, unrevealed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from maturity.frozen import dataclass
from maturity.session.acts.act import Change, Outcome, Refused, Scene, item_state, prose, rated_path
from maturity.session.acts.votes import FEWEST_TOGETHER, RULE
from maturity.session.events import Event
from maturity.session.kinds import BadValue, Path, validated
from maturity.session.state import GroupTally, Round
from maturity.session.voters import group_label
from maturity.survey.counts import Counts, ItemCounts
from maturity.words.counts import why_not_a_round

__all__ = ["SurveyAct", "survey_outcome", "voted_already"]


@dataclass(frozen=True, slots=True)
class SurveyAct:
    """Keep the counts of a survey as the first round of every item it asked about."""

    items: tuple[ItemCounts, ...]
    people: int


def survey_outcome(scene: Scene, act: SurveyAct, record: Iterable[Event] = ()) -> Outcome:
    """Add a round to each item, and comments as private notes; all of it is one action.

    An item with a vote is passed over, as its first round is there. So is one that only one person
    voted on, for its counts would be that vote. The `record` keeps what was undone: raises
    `Refused` where beside it they would be one too, and where every item has a vote.
    """
    voted = voted_already(scene, act)
    told = ", ".join(_title(scene, item) for item in voted)
    unvoted = tuple(one for one in act.items if one.item not in voted)
    kept = tuple(one for one in unvoted if not _is_one_persons(one.counts))
    if not kept:
        raise Refused(_nothing_left(told, unvoted))
    changes: list[Change] = []
    for one in kept:
        changes += _changes(scene, one, act.people)
    _need_more_than_one(scene, changes, record)
    items = "1 item" if len(kept) == 1 else f"{len(kept)} items"
    people = "1 person" if act.people == 1 else f"{act.people:,} people"
    said = (
        f"Kept: first votes of {people} on {items}. The room sees none of them until they are "
        "revealed, item by item, in Vote."
    )
    already = (f"A vote is recorded already for {told}: not kept.",) if voted else ()
    alone = _passed_over(scene, unvoted, kept)
    warnings = (*already, *alone, *_joined(scene, kept), *_to_review(kept))
    return Outcome(tuple(changes), said, warnings)


def _nothing_left(voted: str, unvoted: tuple[ItemCounts, ...]) -> str:
    if not voted:
        return "Only one person answered, so the counts would be that person's vote."
    rest = ", and only one person voted on the rest" if unvoted else ""
    return f"A vote is recorded already for {voted}{rest}, so nothing was kept. Undo it first."


def voted_already(scene: Scene, act: SurveyAct) -> tuple[str, ...]:
    """The items a survey asked about that have a vote, so that its counts are not taken."""
    return tuple(one.item for one in act.items if _has_rounds(scene, one.item))


def _need_more_than_one(scene: Scene, changes: Iterable[Change], record: Iterable[Event]) -> None:
    earlier: dict[Path, list[Round]] = {}
    for event in record:
        kept = _gathered(event.at, event.new) if event.op == "add" else None
        if kept is not None:
            earlier.setdefault(event.at, []).append(kept)
    titles = [
        _title(scene, change.at[1])
        for change in changes
        if (new := _gathered(change.at, change.new)) is not None
        and any(_differ_by_one(old, new) for old in earlier.get(change.at, ()))
    ]
    if titles:
        raise Refused(
            f"Nothing was kept: votes on {', '.join(titles)} were taken in before and undone, and "
            "the record still holds them. Beside those, these would show how one person voted. "
            "Redo the earlier import, or wait until two more people have answered."
        )


def _gathered(at: Path, new: object) -> Round | None:
    """The round of a survey that a line of the record holds, if it holds one."""
    if at[-1:] != ("rounds",):
        return None
    try:
        kept = validated(at, new)
    except BadValue:
        return None
    return kept if isinstance(kept, Round) and kept.method == "survey" else None


def _differ_by_one(old: Round, new: Round) -> bool:
    """Whether one person's answer, put in or changed, makes the one vote of the other."""
    pairs = zip(_blocks(old, new), _blocks(new, old), strict=True)
    return any(
        max((after - before).total(), (before - after).total()) == 1 for before, after in pairs
    )


def _blocks(vote: Round, other: Round) -> Iterator[Counter[str]]:
    """The answers of the room, of each group that both count apart, and of all the others."""
    yield _answers(vote)
    rest = _answers(vote)
    for voice in sorted(vote.groups.keys() & other.groups.keys()):
        counts = _answers(vote.groups[voice])
        rest.subtract(counts)
        yield counts
    yield rest


def _answers(counts: Round | GroupTally) -> Counter[str]:
    """How often each answer was given; what is no level goes by a name that no level can have."""
    return Counter({**counts.tally, "/cannot-say": counts.cannot_say, "/abstain": counts.abstain})


def _is_one_persons(counts: Counts) -> bool:
    return bool(why_not_a_round(counts.votes, counts.cannot_say + counts.abstain))


def _has_rounds(scene: Scene, item: str) -> bool:
    return bool(item_state(scene, rated_path(scene, item)).rounds)


def _title(scene: Scene, item: str) -> str:
    found = scene.framework.item(item)
    return found.short or found.title


def _changes(scene: Scene, one: ItemCounts, people: int) -> Iterable[Change]:
    path = rated_path(scene, one.item)
    new: dict[str, Any] = {
        "n": 1,
        "rule": RULE,
        "method": "survey",
        "present": people,
        **_plain(one.counts),
        "revealed": False,
    }
    if groups := _safe_groups(one):
        new["groups"] = {voice: _plain(counts) for voice, counts in groups.items()}
    yield Change("add", (*path, "rounds"), new)
    for comment in one.comments:
        yield Change("add", (*path, "notes"), {"text": prose(comment), "private": True})


def _plain(counts: Counts) -> dict[str, Any]:
    return {
        "tally": dict(counts.tally),
        "cannot_say": counts.cannot_say,
        "abstain": counts.abstain,
    }


def _safe_groups(one: ItemCounts) -> Mapping[str, Counts]:
    """The groups that may be kept: none of which one person's vote is read or subtracted.

    Where too few votes stay outside them, the smallest group is left to the rest of the room.
    """
    by_size = sorted(one.groups.items(), key=lambda pair: (-pair[1].votes, pair[0]))
    groups = {voice: counts for voice, counts in by_size if counts.votes >= FEWEST_TOGETHER}
    while groups and 0 < _outside(one, groups) < FEWEST_TOGETHER:
        groups.popitem()
    return groups


def _outside(one: ItemCounts, groups: Mapping[str, Counts]) -> int:
    return one.counts.votes - sum(counts.votes for counts in groups.values())


def _passed_over(
    scene: Scene, unvoted: tuple[ItemCounts, ...], kept: tuple[ItemCounts, ...]
) -> tuple[str, ...]:
    titles = ", ".join(_title(scene, one.item) for one in unvoted if one not in kept)
    if not titles:
        return ()
    return (f"Only one person voted on {titles}: not kept, as it would show how they voted.",)


def _joined(scene: Scene, kept: tuple[ItemCounts, ...]) -> tuple[str, ...]:
    """Which groups were left to the rest of the room, on one item or more."""
    left = {voice for one in kept for voice in one.groups.keys() - _safe_groups(one).keys()}
    if not left:
        return ()
    labels = ", ".join(group_label(scene.framework, voice) for voice in sorted(left))
    return (
        f"Counted with the rest of the room where they are too few to be counted apart: {labels}.",
    )


def _to_review(kept: tuple[ItemCounts, ...]) -> tuple[str, ...]:
    """What is to be done about the comments; a name nobody answered under may stand in them."""
    count = sum(len(one.comments) for one in kept)
    if not count:
        return ()
    kind = "comment is kept as a private note" if count == 1 else "comments are private notes"
    said = "Read what it says" if count == 1 else "Read them"
    return (f"{count:,} {kind}. {said} before the day, and take out what may name somebody.",)
