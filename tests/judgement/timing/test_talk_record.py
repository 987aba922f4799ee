"""The time of a talk, as far as the record shows it: never more than there was."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement.timing.talk_record import Touch, talked

NINE = datetime(2026, 3, 23, 9)  # noqa: DTZ001 the time on the wall


def touch(minute: int, item: str = "one", *, shows_votes: bool = False) -> Touch:
    return Touch(NINE + timedelta(minutes=minute), item, shows_votes)


def test_a_talk_begins_with_its_votes_and_lasts_as_long_as_the_item_was_in_hand() -> None:
    record = [
        touch(0),
        touch(2, shows_votes=True),
        touch(6),
        touch(9, "two", shows_votes=True),
        touch(10, "two"),
        touch(12),
        touch(13),
    ]
    assert talked(record, "one", ["one"]) == timedelta(minutes=5)
    assert talked(record, "two", ["two"]) == timedelta(minutes=1)
    assert talked(record[:2], "one", ["one"]) == timedelta(0)


def test_criteria_are_talked_about_once_the_votes_of_the_whole_pillar_are_in() -> None:
    record = [
        touch(0, shows_votes=True),
        touch(3),
        touch(4, "two", shows_votes=True),
        touch(5),
        touch(9),
    ]
    assert talked(record, "one", ["one", "two"]) == timedelta(minutes=4)


@given(
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(("one", "two")), st.booleans())),
    st.sampled_from(("one", "two")),
)
def test_it_is_never_more_than_the_record_is_long_and_never_below_nothing(
    rows: list[tuple[int, str, bool]], item: str
) -> None:
    record = [Touch(NINE + timedelta(minutes=at), name, votes) for at, name, votes in sorted(rows)]
    found = talked(record, item, [item])
    assert timedelta(0) <= found
    assert not record or found <= record[-1].at - record[0].at
