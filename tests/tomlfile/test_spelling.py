import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.tomlfile import nearest, one_of

NAMES = ["emerging", "developing", "maturing", "on", "off", "levels", "level"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("maturng", "maturing"),
        ("devleoping", "developing"),
        ("Emerging", "emerging"),
        ("levls", "levels"),
        ("merge", None),
        ("of", None),
        ("x", None),
        ("", None),
    ],
)
def test_a_name_is_offered_only_when_clearly_nearest(written: str, meant: str | None) -> None:
    assert nearest(written, NAMES) == meant


def test_two_names_equally_near_are_not_guessed_between() -> None:
    assert nearest("carts", ["carta", "cartb"]) is None


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_what_is_offered_is_always_one_of_the_names(written: str, names: list[str]) -> None:
    assert nearest(written, names) in {None, *names}


@given(st.text(alphabet="abcdefgh", min_size=5, max_size=12), st.data())
def test_one_letter_left_out_is_always_found(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    assert nearest(name[:at] + name[at + 1 :], [name]) == name


def test_a_long_list_of_choices_is_cut_and_counted() -> None:
    assert one_of(["a", "b"]) == "a, b"
    assert one_of(str(n) for n in range(15)) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more"
