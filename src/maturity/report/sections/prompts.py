"""What the record made the program ask about an item, and what the room said to it."""

from maturity.judgement.view import ItemView
from maturity.judgement.view.prompts import PromptView
from maturity.report.blocks import Block, ListBlock, Span
from maturity.report.phrases import ended, sentence

__all__ = ["challenge_prompts"]

_OUTCOMES = {
    "accepted": "Accepted, and made an action",
    "answered": "Answered",
    "parked": "Parked",
    "dismissed": "Dismissed",
}
_NOT_ANSWERED = "Not answered."


def challenge_prompts(item: ItemView, *, full: bool = False) -> Block:
    """Each prompt that may be printed, with what made it fire and its answer; never a private one.

    Those that the room dismissed stand, with its reason, in the `full` paper alone.
    """
    shown = [one for one in item.prompts if not one.is_private and (full or not one.only_in_full)]
    if not shown:
        return sentence("Nothing in the record raised a question.")
    return ListBlock("bullet", tuple(_line(one) for one in shown))


def _line(prompt: PromptView) -> tuple[Span, ...]:
    said = " ".join(part for part in (prompt.about, _answer(prompt)) if part)
    return (Span(prompt.text, strong=True), Span(f" {said}"))


def _answer(prompt: PromptView) -> str:
    if prompt.is_open and prompt.earlier:
        before = _outcome(prompt.earlier, prompt.answer)
        return f"{_NOT_ANSWERED} Before the level changed: {before[0].lower()}{before[1:]}"
    return _NOT_ANSWERED if prompt.is_open else _outcome(prompt.outcome, prompt.answer)


def _outcome(outcome: str, text: str) -> str:
    said = _OUTCOMES[outcome]
    return f"{said}: {ended(text)}" if text else f"{said}."
