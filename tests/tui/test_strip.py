"""The strip of steps: each says what it holds, and only the last takes what stands beside it."""

from pathlib import Path

import pytest

from builders import tiny
from judgement.prompted import a_state
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience
from maturity.session.state import SessionState
from maturity.steps import STEPS
from maturity.tui.widgets.strip import StepStrip, held_by
from tui.rooms import NARROW, Seen, a_room, walk


def test_an_action_is_counted_under_next_steps_alone() -> None:
    item = disclose(SessionState(), tiny(), Audience.ROOM).item("one")
    held = {step.key: words for step, words in held_by(STEPS, item, "1")}
    assert held["s"] == "1"
    assert (held["a"], held["d"], held["v"]) == ("-", "-", "-")


def test_an_aim_is_one_more_next_step() -> None:
    state = a_state((("pillar", "one", "rating"), {"state": "provisional", "level": "low"}))
    aimed = a_state((("pillar", "one", "aim"), {"level": "high"}))
    items = [disclose(one, tiny(), Audience.ROOM).item("one") for one in (state, aimed)]
    assert [held_by(STEPS, item, "2")[-1][1] for item in items] == ["2", "3"]


def test_the_steps_stand_two_cells_apart_from_the_first_drawing_on(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert any("  e0  v-  t0  " in row for row in seen.rows)

    walk(a_room(tmp_path), look, size=NARROW)


@pytest.mark.parametrize(("width", "gap"), [(10, 2), (11, 1), (12, 1), (13, 2)])
def test_the_steps_stand_close_only_where_that_keeps_them_in_a_row(width: int, gap: int) -> None:
    strip = StepStrip()
    strip.words((("r", "abc"), ("e", "def"), ("v", "ghi")))
    assert strip.gap_in(width) == gap
