import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.tomlfile.lexis import KEY_PART, STRING, read_key_part

WRITTEN = [
    '"a"',
    "'a'",
    '""',
    "''",
    '"\\""',
    '"""a"""',
    '"""a"b""c"""',
    '"""a""""',
    '"""a"""""',
    "'''it's'''",
    "'''a'''''",
    '"""\\""""""',
    '"""\\\n  a"""',
    '"\\\\"',
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_text_is_matched_to_its_end(written: str) -> None:
    assert tomllib.loads(f"a = {written}")
    found = re.match(STRING, written + " = x")
    assert found is not None
    assert found[0] == written


@pytest.mark.parametrize(
    ("written", "name"),
    [("plain-1_", "plain-1_"), ("'a.b'", "a.b"), ('"a\\tb"', "a\tb"), ('"é"', "é"), ('""', "")],
)
def test_a_part_of_a_key_is_read_as_the_parser_reads_it(written: str, name: str) -> None:
    assert read_key_part(written) == name
    assert list(tomllib.loads(f"{written} = 1")) == [name]


@given(st.text(alphabet="\"'\\ab.", max_size=8))
def test_whatever_matches_a_part_of_a_key_is_a_key(written: str) -> None:
    if re.fullmatch(KEY_PART, written) and "\\a" not in written and "\\." not in written:
        try:
            expected = list(tomllib.loads(f"{written} = 1"))
        except tomllib.TOMLDecodeError:
            assert "\\" in written  # an escape that is none; the parser names it
        else:
            assert expected == [read_key_part(written)]
