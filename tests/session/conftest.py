"""What tests of a session's folder begin with."""

from pathlib import Path

import pytest

from builders import a_workshop
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session with a rating, a note and an aim, closed."""
    workshop = a_workshop(tmp_path)
    workshop.do(RateAct("one", "middle", because="Named leads."))
    workshop.do(NoteAct("two", "A note."))
    workshop.do(RateAct("two", aim="high", aim_text="More time."))
    workshop.close()
    return workshop.folder
