"""Challenge prompts in the paper: each with its answer, and what is private in none."""

from dataclasses import replace

import pytest
from accessibility.item_views import rated

from maturity.judgement.view.prompts import PromptView
from maturity.report.blocks import spans_of
from maturity.report.sections.prompts import challenge_prompts


def _said(*prompts: PromptView, full: bool = False) -> str:
    block = challenge_prompts(replace(rated(0, 3), prompts=prompts), full=full)
    return " ".join("".join(span.text for span in spans_of((block,))).split())


def a_prompt(outcome: str = "", answer: str = "", **more: object) -> PromptView:
    made = PromptView("whole-cohort", "CH03", "Who is missing?", outcome, answer)
    return replace(made, **more)  # type: ignore[arg-type]  # a builder for tests


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        (a_prompt(), "Who is missing? Not answered."),
        (
            a_prompt(about="The evidence covers no more than: a pilot."),
            "Who is missing? The evidence covers no more than: a pilot. Not answered.",
        ),
        (a_prompt("answered", "Home educated"), "Who is missing? Answered: Home educated."),
        (
            a_prompt("accepted", "Count them by June."),
            "Who is missing? Accepted, and made an action: Count them by June.",
        ),
        (a_prompt("parked"), "Who is missing? Parked."),
        (
            a_prompt(answer="All were counted", earlier="answered"),
            "Who is missing? Not answered. Before the level changed: answered: All were counted.",
        ),
    ],
)
def test_a_prompt_stands_with_what_the_room_said(prompt: PromptView, said: str) -> None:
    assert _said(prompt) == said


def test_what_is_private_or_for_the_full_record_is_not_printed() -> None:
    said = _said(
        a_prompt("dismissed", "dismissed-canary", only_in_full=True),
        a_prompt(text="private-canary", is_private=True),
    )
    assert said == "Nothing in the record raised a question."


def test_the_full_paper_has_what_was_dismissed_and_still_nothing_private() -> None:
    dismissed = a_prompt("dismissed", "Asked last year", only_in_full=True)
    private = a_prompt("answered", "Between us", is_private=True)
    assert _said(dismissed, private, full=True) == "Who is missing? Dismissed: Asked last year."
    assert "Asked last year" not in _said(dismissed, private)
