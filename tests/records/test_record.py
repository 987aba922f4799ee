"""Records: frozen, closed, equal by what they say."""

from functools import cached_property
from typing import Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from maturity.records.record import Record, given


class Colour(Record):
    name: str
    kind: Literal["warm", "cold"] = "warm"


class Paint(Colour):
    from_: str = given(default="a tin", alias="from")
    mixed: tuple[Colour, ...] = given(factory=tuple)

    @cached_property
    def shout(self) -> str:
        """Its name, loud."""
        return self.name.upper()


def test_the_fields_of_the_class_above_come_first() -> None:
    assert list(Paint.model_fields) == ["name", "kind", "from_", "mixed"]
    required = [name for name, field in Paint.model_fields.items() if field.is_required()]
    assert required == ["name"]
    assert Paint.model_fields["from_"].default() == "a tin"
    assert not hasattr(Paint, "mixed")


def test_a_table_is_read_by_the_names_of_its_file() -> None:
    paint = Paint.model_validate({"name": "Red", "from": "a tub", "mixed": [{"name": "Pink"}]})
    assert (paint.from_, paint.kind, paint.mixed) == ("a tub", "warm", (Colour(name="Pink"),))


def test_a_record_stands_for_itself() -> None:
    red = Colour(name="Red")
    assert Colour.model_validate(red) is red
    assert TypeAdapter(Colour).validate_python(red) is red


@pytest.mark.parametrize(
    ("table", "kind", "at"),
    [
        ({}, "missing", ("name",)),
        ({"name": 3}, "string_type", ("name",)),
        ({"name": "Red", "hue": "deep"}, "extra_forbidden", ("hue",)),
        ({"name": "Red", "from_": "a tub"}, "extra_forbidden", ("from_",)),
        (
            {"name": "Red", "kind": "cold", "from_": "a tub", "mixed": []},
            "extra_forbidden",
            ("from_",),
        ),
        ({"name": "Red", "mixed": [{"name": "Pink", "kind": "odd"}]}, "literal_error", None),
        ("Red", "model_type", ()),
    ],
)
def test_a_fault_has_its_kind_and_its_place(
    table: object, kind: str, at: tuple[str, ...] | None
) -> None:
    with pytest.raises(ValidationError) as caught:
        Paint.model_validate(table)
    (first,) = caught.value.errors()
    assert first["type"] == kind
    assert first["loc"] == (("mixed", 0, "kind") if at is None else at)


def test_what_pydantic_reads_is_the_same_record() -> None:
    table = {"name": "Red", "mixed": ({"name": "Pink"},)}
    slowly = TypeAdapter(Paint).validate_python(table)
    assert slowly == Paint.model_validate(table)
    assert repr(slowly) == repr(Paint.model_validate(table))
    assert hash(slowly) == hash(Paint.model_validate(table))
    assert set(vars(slowly)) == set(Paint.model_fields)


def test_a_constructor_checks_what_it_is_given() -> None:
    with pytest.raises(ValidationError):
        Colour(name="Red", kind="odd")  # type: ignore[arg-type]  # the point of the test
    assert Paint(name="Red", mixed=[{"name": "Pink"}]).mixed == (  # type: ignore[arg-type]  # as a file has it
        Colour(name="Pink"),
    )


def test_a_record_cannot_be_changed() -> None:
    red = Colour(name="Red")
    with pytest.raises(AttributeError, match=r"Colour\.name is frozen"):
        red.name = "Blue"  # type: ignore[misc]  # the point of the test
    with pytest.raises(AttributeError, match=r"Colour\.name is frozen"):
        del red.name
    assert red.name == "Red"


def test_a_copy_forgets_what_was_worked_out_of_the_first() -> None:
    red = Paint(name="Red")
    assert red.shout == "RED"
    assert red == Paint(name="Red")
    blue = red.model_copy(update={"name": "Blue"})
    assert (blue.shout, red.name) == ("BLUE", "Red")
    assert red != blue


def test_two_kinds_that_say_the_same_are_not_the_same() -> None:
    class Tint(Record):
        name: str
        kind: Literal["warm", "cold"] = "warm"

    assert Tint(name="Red") != Colour(name="Red")


def test_a_made_record_is_filled_with_its_defaults() -> None:
    assert Paint.model_construct(name="Red") == Paint(name="Red")
    assert repr(Colour(name="Red")) == "Colour(name='Red', kind='warm')"
