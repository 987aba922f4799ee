"""A vote of the room, as counts by level, lowest level first. Never who voted what."""

from collections.abc import Mapping
from typing import Literal

from maturity.frozen import dataclass
from maturity.session.acts.act import (
    Change,
    Outcome,
    Refused,
    Scene,
    item_state,
    line,
    rated_path,
    told,
)
from maturity.session.kinds import Path
from maturity.session.state import Round
from maturity.session.voters import group_label, known_groups, voters
from maturity.words.counts import why_not_a_round

__all__ = ["FEWEST_TOGETHER", "RULE", "VoteAct", "latest_round", "vote_outcome"]

RULE = "ram-1"
"""The rule by which a round gets its agreement word, kept with every round."""

_MOST = 10_000
FEWEST_TOGETHER = 2
"""Votes a stored group must hold, and votes that must stay outside the stored groups, if any."""


@dataclass(frozen=True, slots=True)
class VoteAct:
    """Keep one vote of the room as counts."""

    item: str = told("the item voted on", positional=True)
    counts: tuple[int, ...] = told(
        "how many people chose each level, lowest first; the last may be left out "
        "when the number of voters is known",
        positional=True,
    )
    abstain: int = told("how many abstained", default=0)
    cannot_say: int = told("how many could not say yet", default=0)
    present: int | None = told("corrects the number of voters, for this round only")
    round: int | None = told("the number of the round; the next one when left out")
    group: str | None = told("the counts of one voice group within the latest round")
    method: Literal["paper", "hands", "survey", "phone"] = told(
        "how the votes were gathered", default="paper"
    )
    reveal: bool = told("show the votes that were gathered before the sitting", default=False)


def latest_round(rounds: Mapping[str, Round]) -> tuple[str, Round] | None:
    """The round with the highest number, the later one where two share it; with its id."""
    if not rounds:
        return None
    _, newest = max(enumerate(rounds.items()), key=lambda pair: (pair[1][1].n, pair[0]))
    return newest


def vote_outcome(scene: Scene, act: VoteAct) -> Outcome:
    """Check that the counts add up, and add the round (or one group's part of it)."""
    path = rated_path(scene, act.item)
    if act.reveal:
        return _reveal_outcome(scene, act, path)
    _refuse_beyond_counting(act)
    if act.group is not None:
        return _group_outcome(scene, act, path)
    here = len(voters(scene.state, scene.framework, scene.now)) or None
    present = act.present if act.present is not None else here
    counts = _complete(scene, act, path, present)
    aside = act.abstain + act.cannot_say
    if refused := why_not_a_round(sum(counts), aside):
        raise Refused(refused)
    cast = sum(counts) + aside
    if present is not None and cast != present:
        raise Refused(
            f"These add up to {cast}, and {_voters(present)} here. Check the counts, or give "
            f"--present {cast} to correct the number for this round."
        )
    number = _number(scene, act, path)
    item = scene.framework.item(path[1])
    levels = scene.framework.levels_of(item)
    tally = dict(zip(levels, counts, strict=True))
    new = {
        "n": number,
        "rule": RULE,
        "method": act.method,
        "tally": tally,
        "cannot_say": act.cannot_say,
        "abstain": act.abstain,
    }
    if present is not None:
        new["present"] = present
    spelled = ", ".join(
        f"{count} {scene.framework.level_label(level)}" for level, count in tally.items()
    )
    said = f"Round {number} of {item.title}: {spelled}{_outside(act)}."
    # what the room sees of its own vote, it sees beside the one gathered before
    return Outcome((*_revealing(scene, path), Change("add", (*path, "rounds"), new)), said)


def _reveal_outcome(scene: Scene, act: VoteAct, path: Path) -> Outcome:
    """Show what was gathered before; refused where counts are typed too, or all is shown."""
    if act.counts or act.group is not None:
        raise Refused("--reveal shows votes gathered before; leave the counts out.")
    title = scene.framework.item(path[1]).title
    changes = _revealing(scene, path)
    if not changes:
        raise Refused(f"No votes of {title} wait to be shown.")
    return Outcome(changes, f"The votes gathered before on {title} are shown.")


def _revealing(scene: Scene, path: Path) -> tuple[Change, ...]:
    """The changes that show every round of an item that waits to be shown."""
    rounds = item_state(scene, path).rounds
    return tuple(
        Change("set", (*path, "rounds", key, "revealed"), new=True)
        for key, kept in rounds.items()
        if not kept.revealed
    )


def _refuse_beyond_counting(act: VoteAct) -> None:
    counts = (*act.counts, act.abstain, act.cannot_say, act.present or 0)
    if min(counts) < 0:
        raise Refused("A count cannot be below zero.")
    if max(*counts, act.round or 0) > _MOST:
        raise Refused(f"A number here cannot be above {_MOST:,}. Check what was typed.")


def _outside(act: VoteAct) -> str:
    parts = []
    if act.cannot_say:
        parts.append(f"{act.cannot_say} could not say yet")
    if act.abstain:
        parts.append(f"{act.abstain} abstained")
    return "".join(f"; {part}" for part in parts)


def _complete(scene: Scene, act: VoteAct, path: Path, present: int | None) -> tuple[int, ...]:
    """One count a level, the last worked out where it may be."""
    item = scene.framework.item(path[1])
    levels = scene.framework.levels_of(item)
    missing = len(levels) - len(act.counts)
    if missing == 0:
        return act.counts
    labels = ", ".join(scene.framework.level_label(level) for level in levels)
    if missing != 1:
        raise Refused(
            f"{item.title} has {len(levels)} levels, lowest first: {labels}. "
            f"{_given(len(act.counts))} given."
        )
    if present is None:
        raise Refused(
            f"The number of voters is not known, so give all {len(levels)} counts ({labels}), "
            "or --present N."
        )
    rest = present - sum(act.counts) - act.abstain - act.cannot_say
    if rest < 0:
        raise Refused(
            f"These add up to {present - rest}, and {_voters(present)} here: {-rest} too many."
        )
    return (*act.counts, rest)


def _given(count: int) -> str:
    return "1 count was" if count == 1 else f"{count} counts were"


def _voters(count: int) -> str:
    return "1 voter is" if count == 1 else f"{count} voters are"


def _number(scene: Scene, act: VoteAct, path: Path) -> int:
    used = {kept.n for kept in item_state(scene, path).rounds.values()}
    if act.round is None:
        return max(used, default=0) + 1
    if act.round < 1:
        raise Refused("Rounds are numbered from 1.")
    if act.round in used:
        title = scene.framework.item(path[1]).title
        raise Refused(
            f"{title} already has a round {act.round}. Undo it first, or leave the number out."
        )
    return act.round


_ASIDE = {"cannot_say": "could not say yet", "abstain": "abstained"}


def _group_outcome(scene: Scene, act: VoteAct, path: Path) -> Outcome:
    item = scene.framework.item(path[1])
    rounds = dict(item_state(scene, path).rounds)
    if act.round is not None:
        rounds = {key: kept for key, kept in rounds.items() if kept.n == act.round}
    found = latest_round(rounds)
    if found is None:
        raise Refused(
            f"{item.title} has no such round yet. Type the counts of the whole room first."
        )
    key, kept = found
    group = _voice(scene, act.group or "")
    levels = scene.framework.levels_of(item)
    if len(act.counts) != len(levels):
        raise Refused(f"Give one count for each of the {len(levels)} levels of {item.title}.")
    tally = dict(zip(levels, act.counts, strict=True))
    for level in levels:
        others = sum(
            stored.tally.get(level, 0) for name, stored in kept.groups.items() if name != group
        )
        if tally[level] + others > kept.tally.get(level, 0):
            held = kept.tally.get(level, 0)
            label = scene.framework.level_label(level)
            raise Refused(f"The groups would hold more votes for {label} than the room ({held}).")
    for name, given in (("cannot_say", act.cannot_say), ("abstain", act.abstain)):
        others = sum(getattr(one, name) for key, one in kept.groups.items() if key != group)
        if given + others > getattr(kept, name):
            raise Refused(
                f"The groups would hold more people who {_ASIDE[name]} than the room "
                f"({getattr(kept, name)})."
            )
    _refuse_revealing(kept, group, sum(tally.values()))
    new = {"tally": tally, "cannot_say": act.cannot_say, "abstain": act.abstain}
    label = group_label(scene.framework, group)
    change = Change("set", (*path, "rounds", key, "groups", group), new)
    return Outcome((change,), f"Round {kept.n} of {item.title}: the counts of {label} are kept.")


def _refuse_revealing(kept: Round, group: str, votes: int) -> None:
    """Refuse counts from which the vote of one person could be read or subtracted."""
    stored = votes + sum(
        sum(tally.tally.values()) for name, tally in kept.groups.items() if name != group
    )
    outside = sum(kept.tally.values()) - stored
    if votes < FEWEST_TOGETHER or 0 < outside < FEWEST_TOGETHER:
        raise Refused("That would show how one person voted. Put this group with another.")


def _voice(scene: Scene, asked: str) -> str:
    wanted = (line(asked) or "").casefold()
    for group in known_groups(scene.state, scene.framework):
        if wanted in {group.casefold(), group_label(scene.framework, group).casefold()}:
            return group
    known = ", ".join(known_groups(scene.state, scene.framework))
    raise Refused(f'There is no voice group called "{asked}". Groups here: {known or "none yet"}.')
