"""The papers a session can give, as both faces ask for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import a_workshop
from maturity.judgement.view import Audience
from maturity.papers import Asked, make, put
from maturity.report.formats import FORMATS
from maturity.session.fs import RealFs
from maturity.workshop import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    opened = a_workshop(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_a_paper_is_put_where_it_was_said_to_stand(
    workshop: Workshop, audience: Audience, ending: str
) -> None:
    made = make(workshop, Asked(audience, ending))
    written = put(RealFs(), made, {})
    assert written.path == made.path
    assert made.path.parent == workshop.folder / "exports"
    assert made.path.suffix == f".{ending}"
    assert (made.paper.reference is None) == (audience is Audience.PUBLIC)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_pack_before_the_session_is_put_beside_them(workshop: Workshop, ending: str) -> None:
    made = make(workshop, Asked(ending=ending, preread=True))
    written = put(RealFs(), made, {})
    assert written.path == made.path
    assert made.path.name.endswith(f"pre-reading-pack-before-the-session.{ending}")
    assert made.paper.reference is None
    again = put(RealFs(), made, {str(written.path): written.sha256})
    assert (again.path, again.sha256) == (written.path, written.sha256)


def test_the_same_session_gives_the_same_bytes_and_they_may_be_written_over(
    workshop: Workshop,
) -> None:
    ledger: dict[str, str] = {}
    for _ in range(2):
        for ending in FORMATS:
            written = put(RealFs(), make(workshop, Asked(ending=ending)), ledger)
            ledger[str(written.path)] = written.sha256
    assert len(ledger) == len(FORMATS)


def test_a_marking_stands_over_the_sessions_own(workshop: Workshop) -> None:
    made = make(workshop, Asked(marking="DRAFT"))
    assert made.paper.marking == "DRAFT"
