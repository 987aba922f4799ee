"""What was begun and cut off is told until it is finished."""

from dataclasses import replace

import pytest

from maturity.session.events import Event
from maturity.session.unfinished import is_finish, said_of, unfinished, without_rewritten

BEGUN = Event(
    id="9d07be41.3",
    n=7,
    t="2026-03-23T09:41:07Z",
    by="Ash",
    dev="4fa1c2",
    act="erase",
    op="erase",
    of="9d07be41.2",
)
SECOND = replace(BEGUN, id="9d07be41.4", n=8, grp="9d07be41.3", of="9d07be41.1")
FINISHED = replace(BEGUN, id="9d07be41.5", n=9, of=None, via=("finish", "9d07be41.3"))
NOTE = replace(BEGUN, id="9d07be41.2", n=6, op="add", act="note", new={"text": "x"}, of=None)


def test_what_no_later_line_calls_finished_is_told_once() -> None:
    first = replace(BEGUN, grp="9d07be41.3")
    assert unfinished([NOTE, first, SECOND]) == (first,)
    assert unfinished([NOTE, first, SECOND, FINISHED]) == ()
    assert (is_finish(FINISHED), is_finish(BEGUN)) == (True, False)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (
            "erase",
            (
                "Taking words out was begun at 2026-03-23 09:41 UTC (Ash) and cut off. They may "
                "still stand in some files. Run it again with the same words: maturity erase "
                "SESSION"
            ),
        ),
        (
            "close",
            (
                "Closing this session was begun at 2026-03-23 09:41 UTC (Ash) and cut off. It is "
                "not all done. Run it again: maturity close SESSION"
            ),
        ),
    ],
)
def test_the_sentence_says_when_who_and_what_to_do(act: str, said: str) -> None:
    assert said_of(replace(BEGUN, act=act)) == said


def test_lines_that_stand_made_anew_are_not_lost_ones() -> None:
    other = replace(NOTE, id="9d07be41.6", n=10)
    anew = replace(other, p="0" * 16, h="1" * 16)
    never = replace(NOTE, id="9d07be41.7", n=11)
    record = (NOTE, BEGUN, anew)
    assert without_rewritten([NOTE, other, never], record) == (never,)
    assert without_rewritten([NOTE, other, never], (NOTE, other)) == (NOTE, other, never)


def test_a_closing_that_keeps_linked_excerpts_alone_is_asked_for_again_as_such() -> None:
    begun = replace(BEGUN, act="close", new={"text": "counts", "linked_only": True})
    assert said_of(begun).endswith("Run it again: maturity close SESSION --linked-only")
