"""The challenge prompts: what each asks, in which order, and what an audience sees of them.

A prompt asks, and never changes a rating. Its words are plain text to the end: a framework's own
`say` is shown as it stands and nothing is ever filled into it.
"""

from collections.abc import Callable, Iterator
from typing import Final

from maturity.framework import PROMPT_CODES
from maturity.frozen import dataclass
from maturity.judgement.context import PromptContext
from maturity.judgement.prompts import evidence, follow, room
from maturity.judgement.prompts.facts import Fact
from maturity.judgement.prompts.words import about
from maturity.judgement.rounds import FEWEST_SHOWN
from maturity.judgement.view import Audience, PromptView
from maturity.session.state import Answer

__all__ = ["MOST_SHOWN", "PROMPTS", "PromptRule", "firing", "prompt_views"]

MOST_SHOWN: Final = 3
"""Open prompts shown on one item at a time; answering one brings the next."""


@dataclass(frozen=True, slots=True)
class PromptRule:
    """A prompt: its id, its words where the framework has none, and what makes it fire.

    `is_private` keeps it, fired or answered, with the facilitator alone.
    """

    id: str
    say: str
    fires: Callable[[PromptContext], Fact | None]
    is_private: bool = False

    @property
    def code(self) -> str:
        """The short code, empty for a prompt that is off where the framework is silent."""
        return PROMPT_CODES.get(self.id, "")


PROMPTS: Final = (
    PromptRule(
        "family-gap",
        "Families in the room see this lower. What are they seeing?",
        room.family_gap,
        is_private=True,
    ),
    PromptRule(
        "felt-by-families",
        "Would families say this? What would they point to?",
        evidence.felt_by_families,
    ),
    PromptRule(
        "missing-voice",
        "How will we test this with them before the board?",
        room.missing_voice,
    ),
    PromptRule(
        "split-not-recorded",
        "Who sees this differently, and why?",
        room.split_not_recorded,
    ),
    PromptRule(
        "whole-cohort",
        "Who is missing from this data?",
        evidence.whole_cohort,
    ),
    PromptRule(
        "activity-only",
        "We can show what we did. What changed for children?",
        evidence.activity_only,
    ),
    PromptRule("out-of-date", "Is this still true?", evidence.out_of_date),
    PromptRule(
        "figure-without-frame",
        "Above what, when, for whom?",
        evidence.figure_without_frame,
    ),
    PromptRule("done-before-proof", "Which date is right?", follow.done_before_proof),
    PromptRule(
        "one-agency",
        "Would the other partners write this sentence?",
        evidence.one_agency,
    ),
    PromptRule(
        "loop-open",
        "What did we learn, and where is it recorded?",
        follow.loop_open,
    ),
    PromptRule("orphan-action", "Who, by when?", follow.orphan_action),
    PromptRule(
        "not-discussed",
        "What would someone who disagrees say?",
        room.not_discussed,
    ),
    PromptRule(
        "raised-without-evidence",
        "What is new since last time?",
        evidence.raised_without_evidence,
    ),
    PromptRule("strengths-only", "What is not working yet?", room.strengths_only),
    PromptRule(
        "complaints-only",
        "What would families who never complained say?",
        evidence.complaints_only,
    ),
    PromptRule(
        "same-evidence-everywhere",
        "Does this card really show all of these?",
        evidence.same_evidence_everywhere,
    ),
    PromptRule(
        "same-level-everywhere",
        "Which of these is the weakest, and how do we know?",
        room.same_level_everywhere,
    ),
)
"""Every prompt, in the order in which they are asked."""


def firing(context: PromptContext) -> Iterator[tuple[PromptRule, Fact]]:
    """The prompts that the framework has on and that fire, in order, answered or not."""
    for rule in PROMPTS:
        fact = rule.fires(context) if context.framework.prompts[rule.id].on else None
        if fact is not None:
            yield rule, fact


def prompt_views(context: PromptContext, audience: Audience) -> tuple[PromptView, ...]:
    """The prompts of an item for one audience: those answered, and the first three still open.

    An answered prompt is open again only where it fires and the level is no longer the one it was
    answered at; the earlier answer stays beneath it. A private prompt takes no place among the
    three of anyone who may not know of it.
    """
    fired = {
        rule.id: "" if audience is Audience.PUBLIC else about(fact, context)
        for rule, fact in firing(context)
        if _may_know(context, rule, audience)
    }
    rows: list[PromptView] = []
    shown = 0
    for rule in PROMPTS:
        if not _may_know(context, rule, audience):
            continue
        answer = context.kept.answers.get(rule.id)
        is_open = rule.id in fired and (answer is None or answer.level_then != context.level)
        is_open = is_open and shown < MOST_SHOWN
        shown += is_open
        if is_open or answer is not None:
            rows.append(_view(context, rule, answer, fired[rule.id] if is_open else None))
    return tuple(rows)


def _may_know(context: PromptContext, rule: PromptRule, audience: Audience) -> bool:
    """Whether a prompt may be told of, fired or answered.

    In public there is no hint of how so few people voted that their numbers are left out; that
    the room answered the question is one too.
    """
    if rule.is_private:
        return audience is Audience.FACILITATOR
    if audience is not Audience.PUBLIC or rule.fires is not room.split_not_recorded:
        return True
    return all(sum(one.tally.values()) >= FEWEST_SHOWN for one in context.kept.rounds.values())


def _view(
    context: PromptContext, rule: PromptRule, answer: Answer | None, fired: str | None
) -> PromptView:
    """One prompt; `fired` is what stands beside it while it is open, and None where it is not."""
    outcome = answer.outcome if answer else ""
    is_open = fired is not None
    return PromptView(
        id=rule.id,
        code=rule.code,
        text=context.framework.prompts[rule.id].say or rule.say,
        outcome="" if is_open else outcome,
        answer=(answer.text or "") if answer else "",
        earlier=outcome if is_open else "",
        about=fired or "",
        is_private=rule.is_private,
        only_in_full=outcome == "dismissed" and not is_open,
    )
