"""The strip of steps: each says what it holds, and only the last takes what stands beside it."""

from builders import tiny
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience
from maturity.session.state import SessionState
from maturity.steps import STEPS
from maturity.tui.widgets.strip import held_by


def test_an_action_is_counted_under_next_steps_alone() -> None:
    item = disclose(SessionState(), tiny(), Audience.ROOM).item("one")
    held = {step.key: words for step, words in held_by(STEPS, item, "1")}
    assert held["s"] == "1"
    assert (held["a"], held["d"], held["v"]) == ("-", "-", "-")
