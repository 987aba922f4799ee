"""What stands beside an excerpt: near it, and under the same headings."""

from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import excerpts_of
from maturity.evidence.model import Excerpt
from maturity.evidence.search.beside import REACH, beside


def a_document(headings: str) -> list[Excerpt]:
    """An excerpt for each letter, which is the heading it stands under."""
    texts = excerpts_of(*(f"Sentence {place}" for place in range(len(headings))))
    return [
        one.model_copy(update={"heading_path": ("Title", heading)})
        for one, heading in zip(texts, headings, strict=True)
    ]


def places(headings: str, at: int) -> list[tuple[int, int]]:
    """How many steps off each stands, and at which place."""
    excerpts = a_document(headings)
    return [(steps, excerpts.index(one)) for steps, one in beside(excerpts, at)]


def test_three_on_either_side_stand_beside_an_excerpt_the_nearest_first() -> None:
    assert places("aaaaaaaaa", 4) == [(1, 3), (1, 5), (2, 2), (2, 6), (3, 1), (3, 7)]


def test_what_stands_under_another_heading_ends_the_row() -> None:
    assert places("aabaa", 1) == [(1, 0)]
    assert places("aabaa", 2) == []


def test_at_an_end_there_are_those_of_one_side() -> None:
    assert places("aaa", 0) == [(1, 1), (2, 2)]
    assert places("a", 0) == []


@given(st.text("ab", min_size=1, max_size=12), st.data())
def test_two_that_stand_beside_each_other_are_as_far_off_from_either_side(
    headings: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(headings) - 1))
    for steps, other in places(headings, at):
        assert abs(other - at) == steps <= REACH
        assert set(headings[min(at, other) : max(at, other) + 1]) == {headings[at]}
        assert (steps, at) in places(headings, other)
