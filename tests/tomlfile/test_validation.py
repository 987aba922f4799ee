from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from maturity.tomlfile import Message, read_toml
from maturity.tomlfile.positions import scan
from maturity.tomlfile.validation import block_of, from_pydantic, names_at


class Vote(BaseModel):
    model_config = ConfigDict(extra="forbid")
    level: Literal["low", "high"] | None = None
    counts: tuple[Annotated[int, Field(strict=True, ge=0, lt=100)], ...] = ()


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: Annotated[str, Field(max_length=10)]
    rounds: tuple[Vote, ...] = ()
    by_group: Mapping[str, Vote] = {}
    when: Annotated[date, Field(strict=True)] | None = None

    @field_validator("title")
    @classmethod
    def _no_shouting(cls, title: str) -> str:
        if title.isupper():
            raise ValueError("no shouting")
        return title


class File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    session: dict[str, str] = {}
    items: Mapping[str, Item] = Field(alias="item", default={})

    @model_validator(mode="after")
    def _no_secrets(self) -> Self:
        if "secret" in self.session:
            raise ValueError("a secret is in it")
        return self


def told(text: str, **options: Any) -> tuple[Message, ...]:
    read = read_toml(text.encode(), "s.toml", "S")
    with pytest.raises(ValidationError) as caught:
        File.model_validate(read.data)
    return from_pydantic(caught.value, scan(read.source.text), read.source, File, **options)


CASES = [
    ("[item.a]\ntitel = 'x'\ntitle = 'y'", "S110", 2, 1, 'write "title".'),
    ("[item.a]\nzebra = 1\ntitle = 'y'", "S110", 2, 1, "title, rounds, by_group, when"),
    ("[itm.a]\ntitle = 'y'", "S110", 1, 2, 'write "item".'),
    ("\n[item.a]\n", "S111", 2, 1, 'title = "..."'),
    ("[item.a]\ntitle = 5", "S116", 2, 9, '"5"'),
    ("[item.a]\ntitle = ['x']", "S116", 2, 9, "straight quotes"),
    ("[item.a]\ntitle = 'SHOUT'", "S116", 2, 9, "change it"),
    ("[session]\nsecret = 'x'", "S116", 1, 1, "change it"),
    ("[session]\ntitle = 1", "S116", 2, 9, '"1"'),
    ("[item.a]\ntitle = 'much too long a title'", "S140", 2, 9, "shorter"),
    ("[item]\na = 5", "S116", 2, 5, "heading of its own"),
    ("item = 5", "S116", 1, 8, "heading of its own"),
    ("[item.a]\ntitle='x'\nwhen = 'May'", "S116", 3, 8, "2026-09-01"),
    ("[item.a]\ntitle='x'\nrounds = 1", "S116", 3, 10, "square brackets"),
    ("[item.a]\ntitle='x'\n[[item.a.rounds]]\nlevel = 'hihg'", "S116", 4, 9, 'write "high"'),
    ("[item.a]\ntitle='x'\n[[item.a.rounds]]\nlevel = 'no'", "S116", 4, 9, "low, high"),
    ("[item.a]\ntitle='x'\n[[item.a.rounds]]\nlvel = 'low'", "S110", 4, 1, 'write "level"'),
    ("[item.a]\ntitle='x'\nrounds = [{counts = [1, -2]}]", "S116", 3, 25, "at least 0"),
    ("[item.a]\ntitle='x'\nrounds = [{counts = [100]}]", "S116", 3, 22, "below 100"),
    ("[item.a]\ntitle='x'\nrounds = [{counts = [true]}]", "S116", 3, 22, "whole number"),
    ("[item.a]\ntitle='x'\nby_group = {g = {levl = 'low'}}", "S110", 3, 18, 'write "level"'),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "mend"), CASES)
def test_what_a_model_refuses_is_told_with_its_place(
    text: str, code: str, line: int, column: int, mend: str
) -> None:
    (message,) = told(text)
    assert (message.code, message.line, message.column) == (code, line, column)
    assert mend in message.mend


def test_a_name_of_another_format_says_why_it_is_not_here() -> None:
    (message,) = told("[item.a]\ntitle='x'\nweight=1", refused={"weight": "nothing is weighed"})
    assert message.what == '"weight" is not in format 1: nothing is weighed.'


def test_what_was_told_otherwise_is_not_told_again() -> None:
    text = "[item.a]\nx = 1\n[item.b]\nx = 1\ntitle = 'b'"
    assert [each.line for each in told(text, silenced=[("item", "a")])] == [4]


def test_hostile_names_and_values_are_shown_not_sent() -> None:
    for message in told('[item."a\\u001b"]\n"\\u001b[2J" = 1\ntitle = "\\u001b"\nwhen = 1'):
        assert "\x1b" not in message.what + message.where + message.mend + message.excerpt


@pytest.mark.parametrize(
    ("path", "block"),
    [
        ((), ""),
        (("item",), ""),
        (("session", "title"), "in [session]"),
        (("item", "a", "title"), 'in item "a"'),
    ],
)
def test_a_block_is_named_by_its_id(path: tuple[str, ...], block: str) -> None:
    assert block_of(path) == block


def test_names_are_found_through_lists_tables_and_choices() -> None:
    assert names_at(File, ()) == ["session", "item"]
    assert names_at(File, ("item", "any", "rounds", 3)) == ["level", "counts"]
    assert names_at(File, ("item", "any", "nowhere", "x")) == []
    assert names_at(File, ("session", "x")) == []
