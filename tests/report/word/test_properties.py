from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import docx
from accessibility.papers import board_paper

from maturity import __version__
from maturity.report.paper import Reference
from maturity.report.word import word_bytes
from maturity.report.word.properties import core_xml, custom_xml


def test_word_finds_every_property() -> None:
    core = docx.Document(BytesIO(word_bytes(board_paper(1)))).core_properties
    assert core.title == "Northmere framework self-assessment: Northmere, spring 2026"
    assert core.author == "Northmere Improvement Board"
    assert core.subject == "Provisional ratings for the board"
    assert core.keywords == "self-assessment, Northmere"
    assert core.language == "en-GB"
    assert core.created == core.modified == datetime(2026, 3, 14, 16, 20, tzinfo=UTC)


def test_a_time_elsewhere_is_written_in_universal_time() -> None:
    at = datetime(2026, 3, 14, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    assert "2026-03-13T23:00:00Z" in core_xml(replace(board_paper(1), as_of=at))


def test_a_title_longer_than_the_library_takes_is_kept() -> None:
    title = "Northmere " * 60
    assert title in core_xml(replace(board_paper(1), title=title))


def test_a_board_paper_names_its_session_and_moment() -> None:
    xml = custom_xml(Reference("a & b", "ff", "c4", 412))
    for said in ("a &amp; b", ">ff<", ">c4<", ">412<", f">{__version__}<"):
        assert said in xml
