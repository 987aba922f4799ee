"""The papers a session can give, as both faces ask for them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_workshop
from councils import faint
from maturity.judgement.view import Audience
from maturity.papers import Asked, make, put
from maturity.report.brand import Brand
from maturity.report.brand_file import read_brand
from maturity.report.formats import FORMATS
from maturity.report.palette import COLOURS
from maturity.session.acts.page import SetAct
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


def _look(tmp_path: Path, **more: str) -> Brand:
    path = tmp_path / "council.docx"
    path.write_bytes(faint())
    return replace(read_brand(path), **more)  # type: ignore[arg-type]  # only the marking is told


def test_a_councils_marking_stands_where_nobody_set_one(workshop: Workshop, tmp_path: Path) -> None:
    brand = _look(tmp_path, marking="OFFICIAL: NORTHMERE")
    assert make(workshop, Asked(brand=brand)).paper.marking == "OFFICIAL: NORTHMERE"
    assert make(workshop, Asked(brand=brand, marking="DRAFT")).paper.marking == "DRAFT"
    workshop.do(SetAct("marking", "OFFICIAL: SENSITIVE"))
    assert make(workshop, Asked(brand=brand)).paper.marking == "OFFICIAL: SENSITIVE"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Asked(), "too faint"),
        (Asked(preread=True), "too faint"),
        (Asked(highlights=True), "too faint"),
        (Asked(ending="html"), "Word files only"),
        (Asked(ending="txt"), "Word files only"),
    ],
)
def test_what_a_paper_does_not_take_from_a_template_is_told(
    workshop: Workshop, tmp_path: Path, asked: Asked, told: str
) -> None:
    made = make(workshop, replace(asked, brand=_look(tmp_path)))
    said = [one.message for one in made.notices if one.code == "template"]
    assert any(told in one for one in said)
    assert not [one for one in make(workshop, asked).notices if one.code == "template"]


def test_a_web_page_has_the_colours_of_a_brand(workshop: Workshop) -> None:
    brand = Brand(colours={**COLOURS, "navy": "3B1C5A"})
    written = put(RealFs(), make(workshop, Asked(ending="html", brand=brand)), {})
    assert b"--navy:#3B1C5A" in written.path.read_bytes()
    assert make(workshop, Asked(brand=brand)).notices == make(workshop, Asked()).notices


def test_the_same_template_gives_the_same_bytes(workshop: Workshop, tmp_path: Path) -> None:
    asked = Asked(brand=_look(tmp_path))
    first = put(RealFs(), make(workshop, asked), {})
    again = put(RealFs(), make(workshop, asked), {str(first.path): first.sha256})
    assert (again.path, again.sha256) == (first.path, first.sha256)
