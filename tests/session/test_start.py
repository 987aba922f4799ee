"""What a new session says of itself, looked at before anything is written."""

from pathlib import Path

import pytest

from builders import TINY, Ticking, a_typist
from maturity.framework import FrameworkFault
from maturity.session.acts.act import Refused
from maturity.session.start import NewSession, first_changes
from maturity.text import TextTooLong
from maturity.workshop import Workshop


def test_only_what_was_given_is_recorded_and_cleaned() -> None:
    changes = first_changes(NewSession(" North\nmere\x1b ", "Northmere", "b3a10f", minutes=90))
    assert {change.at[1]: change.new for change in changes} == {
        "id": "north-mere-b3a10f",
        "title": "North mere",
        "area": "Northmere",
        "minutes": 90,
    }


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        (NewSession("T", "A", "b3a10f", date="soon"), Refused),
        (NewSession("T", "A", "b3a10f", minutes=-1), Refused),
        (NewSession("T", "A" * 30_000, "b3a10f"), TextTooLong),
    ],
)
def test_what_no_session_can_be_called_leaves_no_folder(
    tmp_path: Path, new: NewSession, problem: type[Exception]
) -> None:
    folder = tmp_path / "northmere"
    with pytest.raises(problem):
        Workshop.create(folder, new, a_typist(), Ticking(), framework=TINY, file="tiny.toml")
    assert not folder.exists()


def test_a_framework_with_a_mistake_leaves_no_folder(tmp_path: Path) -> None:
    folder = tmp_path / "northmere"
    with pytest.raises(FrameworkFault):
        Workshop.create(
            folder,
            NewSession("T", "A", "b3a10f"),
            a_typist(),
            Ticking(),
            framework=TINY.replace(b'rate = "pillars"', b'rate = "people"'),
            file="tiny.toml",
        )
    assert not folder.exists()
