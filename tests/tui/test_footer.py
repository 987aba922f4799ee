"""The last row names the keys that work where the focus is."""

from pathlib import Path

import pytest

from tui.rooms import NARROW, Seen, a_room, press, walk


@pytest.mark.parametrize("keys", [("v", "2"), ("w",), ("n",), ("s", "n"), ("slash",)])
def test_the_footer_of_a_field_names_no_letter_that_would_be_typed_into_it(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async def look(seen: Seen) -> None:
        foot = seen.rows[-1]
        assert foot.startswith("escape leave the field   tab next field")
        assert foot.endswith("F1 help")
        assert "note" not in foot
        await press(seen.pilot, "escape")
        assert "n note" in seen.rows[-1]
        assert seen.rows[-1].endswith("? help")

    walk(a_room(tmp_path, voters=12), look, *keys, size=NARROW)


@pytest.mark.parametrize(
    ("keys", "answer"), [(("v", "tab", "tab"), "p park"), (("c",), "h private")]
)
def test_the_footer_names_no_letter_that_is_an_answer_in_focus(
    tmp_path: Path, keys: tuple[str, ...], answer: str
) -> None:
    async def look(seen: Seen) -> None:
        assert answer not in seen.rows[-1]
        assert "o open" in seen.rows[-1]
        await press(seen.pilot, "escape")
        assert answer in seen.rows[-1]

    walk(a_room(tmp_path, voters=12), look, *keys, size=NARROW)
