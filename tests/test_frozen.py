"""Our data classes beside those of the standard library: the same, but for how they are made."""

import copy
import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity import frozen


def a_pair(make: Callable[..., Any]) -> tuple[Any, Any]:
    """A class and one below it, made with `make`."""

    @make(frozen=True, slots=True)
    class Point:
        """A point."""

        kind: ClassVar[str] = "flat"
        x: int
        y: int = 0
        tags: tuple[str, ...] = dataclasses.field(default_factory=tuple)
        secret: str = dataclasses.field(default="s", repr=False)
        seen: int = dataclasses.field(default=0, compare=False)

        def __post_init__(self) -> None:
            if self.x < 0:
                raise ValueError("below nothing")

        @property
        def total(self) -> int:
            """Both together."""
            return self.x + self.y

    @make(frozen=True, slots=True)
    class Deep(Point):
        """A point with a depth."""

        z: int = 7
        y: int = 5

    return Point, Deep


POINT, DEEP = a_pair(frozen.dataclass)
THEIR_POINT, THEIR_DEEP = a_pair(dataclasses.dataclass)
ARGUMENTS = st.tuples(
    st.lists(st.integers(-1, 3), max_size=7),
    st.dictionaries(
        st.sampled_from(["x", "y", "tags", "secret", "seen", "z", "other"]), st.integers(-1, 3)
    ),
)


def said(kind: Any, given_: list[int], named: dict[str, int]) -> tuple[Any, ...]:
    """Everything to be seen of what was made, or the kind of fault."""
    try:
        made = kind(*given_, **named)
    except (TypeError, ValueError) as problem:
        return (type(problem),)
    values = dataclasses.asdict(made)
    is_same = made == kind(*given_, **named)
    return (values, repr(made), made.total, is_same, hash(made) == hash(kind(*given_, **named)))


@given(ARGUMENTS)
def test_both_take_the_same_arguments_and_say_the_same(
    arguments: tuple[list[int], dict[str, int]],
) -> None:
    given_, named = arguments
    assert said(POINT, given_, named) == said(THEIR_POINT, given_, named)
    assert said(DEEP, given_, named) == said(THEIR_DEEP, given_, named)


def test_what_is_frozen_cannot_be_changed() -> None:
    point = POINT(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match=r"Point\.x"):
        point.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.other = 2
    assert not hasattr(point, "__dict__")
    assert point.kind == POINT.kind == "flat"


def test_what_is_not_compared_is_not_told_apart() -> None:
    assert POINT(1, seen=1) == POINT(1, seen=2)
    assert POINT(1) != POINT(2)
    assert POINT(1) != DEEP(1)
    assert POINT(1) != 1


def test_the_standard_library_takes_it_for_its_own() -> None:
    assert dataclasses.is_dataclass(POINT)
    assert [one.name for one in dataclasses.fields(DEEP)] == [
        one.name for one in dataclasses.fields(THEIR_DEEP)
    ]
    assert dataclasses.replace(DEEP(1), z=2) == DEEP(1, z=2)
    assert DEEP.__match_args__ == THEIR_DEEP.__match_args__
    assert DEEP.__qualname__ == THEIR_DEEP.__qualname__


def test_a_data_class_of_the_standard_library_may_stand_below_one_of_ours() -> None:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Below(Named):
        """One more field."""

        age: int = 3

    assert Below("Ash").age == 3
    assert [one.name for one in dataclasses.fields(Below)] == ["name", "age"]
    with pytest.raises(TypeError, match="cannot inherit non-frozen dataclass from a frozen one"):
        dataclasses.dataclass(type("Other", (Named,), {}))


def test_a_copy_is_equal_and_another() -> None:
    point = DEEP(1, tags=("a",))
    for made in (copy.copy(point), copy.deepcopy(point)):
        assert made == point
        assert made is not point


@frozen.dataclass(slots=True)
class Tally:
    """One that may be changed."""

    n: int = 0
    names: list[str] = dataclasses.field(default_factory=list)


@frozen.dataclass(frozen=True, slots=True)
class Named:
    """One with methods of its own."""

    name: str

    def __eq__(self, other: object) -> bool:
        """By the first letter."""
        return isinstance(other, Named) and self.name[0] == other.name[0]

    def __hash__(self) -> int:
        """By the first letter."""
        return hash(self.name[0])

    def __repr__(self) -> str:
        """As a sentence."""
        return f"called {self.name}"


@frozen.dataclass(frozen=True, slots=True)
class Nothing:
    """One without fields."""


def test_one_that_is_not_frozen_may_be_changed_and_has_no_hash() -> None:
    tally = Tally()
    tally.n += 1
    tally.names.append("a")
    assert (tally, Tally().names) == (Tally(1, ["a"]), [])
    assert not hasattr(tally, "__dict__")
    with pytest.raises(TypeError, match="unhashable"):
        hash(tally)


def test_methods_that_a_class_has_written_stay() -> None:
    assert Named("Ash") == Named("Ann")
    assert hash(Named("Ash")) == hash(Named("Ann"))
    assert repr(Named("Ash")) == "called Ash"


def test_one_without_fields_is_equal_to_another() -> None:
    assert Nothing() == Nothing()
    assert repr(Nothing()) == "Nothing()"
