"""The seven steps of the loop for one item, in their usual order."""

from types import MappingProxyType

from maturity.judgement.view import ItemView
from maturity.steps import shown
from maturity.steps.step import Step

__all__ = ["STEPS", "next_step", "step_of"]

STEPS: tuple[Step, ...] = (
    Step(
        "r",
        "Read",
        "Question and levels",
        shown.read_lines,
        shown.seen,
        lambda _item: True,
    ),
    Step(
        "e",
        "Evidence",
        "What there is to go on",
        shown.evidence_lines,
        lambda item: str(len(item.links)),
        lambda item: not item.links,
    ),
    Step(
        "v",
        "Vote",
        "Private vote, revealed together",
        shown.vote_lines,
        shown.votes,
        lambda item: bool(item.rounds),
    ),
    Step(
        "t",
        "Talk",
        "What was said",
        shown.talk_lines,
        lambda item: str(len(item.notes)),
        lambda item: bool(item.notes),
    ),
    Step(
        "a",
        "Agree",
        "The level the room chooses",
        shown.agree_lines,
        lambda item: str(item.rating.level.position) if item.rating.level else "-",
        lambda item: item.is_rated and bool(item.rating.because),
    ),
    Step(
        "d",
        "Dissent",
        "Who sees it differently",
        shown.dissent_lines,
        lambda item: str(len(item.dissents)) if item.dissents else shown.offer(item),
        lambda item: bool(item.dissents) or not shown.offer(item).startswith("?"),
    ),
    Step(
        "s",
        "Next steps",
        "Gap, action, key line of enquiry, aim",
        shown.next_lines,
        lambda item: "1" if item.rating.aim or item.rating.next_step else "-",
        lambda item: bool(item.rating.aim or item.rating.next_step),
    ),
)
"""The loop of one item, in its usual order."""

_BY_KEY = MappingProxyType({step.key: step for step in STEPS})


def step_of(key: str) -> Step:
    """The step with this key; raises `KeyError` for any other letter."""
    return _BY_KEY[key]


def next_step(item: ItemView, key: str) -> Step | None:
    """The next step after `key` that still has something to do; None when the item is through."""
    at = STEPS.index(step_of(key))
    return next((step for step in STEPS[at + 1 :] if not step.is_done(item)), None)
