"""The bytes of a file to a document: its title, what it says of itself, and always the same."""

import datetime as dt

from evidence.papers import HIGHLIGHTS, minutes_html, rag_plan, read, wordpress
from evidence.word_files import docx, p
from maturity.evidence.child.reading import READER_NAMES, read_bytes
from maturity.evidence.limits import LIMITS
from maturity.evidence.store import to_bytes

PAPERS = (HIGHLIGHTS, rag_plan(), rag_plan(";"), minutes_html(), wordpress(minutes_html()))


def test_the_same_bytes_make_the_same_file_under_any_name() -> None:
    for paper in PAPERS:
        raw = paper.encode()
        one, other = (
            to_bytes(*read_bytes(raw, name, limits=LIMITS)) for name in ("a.txt", "b.csv")
        )
        assert one == other


def test_the_title_is_cut_between_words() -> None:
    document, _ = read("- " + "Families wait for plans " * 20)
    assert len(document.title) <= 122
    assert document.title.endswith(" \u2026")
    assert read("x" * 500)[0].title == "x" * 120


def test_a_document_that_says_none_is_taken_at_its_word() -> None:
    document, _ = read("<h2>Risks</h2><p>None.</p><h2>Plans</h2><p>None of them is late.</p>")
    assert document.explicit_none == ("Risks",)


def test_a_date_without_a_year_is_read_beside_that_of_the_meeting() -> None:
    _, excerpts = read("<h1>Minutes of 27 January 2026</h1><p>The session is on 23/03 at noon.</p>")
    (date,) = excerpts[0].dates
    assert (date.start, date.inferred) == (dt.date(2026, 3, 23), True)
    _, excerpts = read("The session is on 23/03 at noon, and all are asked to come to it.")
    assert [date.start for date in excerpts[0].dates] == [None]


def test_a_document_says_how_it_was_read() -> None:
    document, _ = read(docx(p("Words.")), "a.docx")
    assert (document.reader, document.reader_version, document.encoding) == ("word", 1, None)
    assert document.counts.excerpts == 1
    assert document.size == len(docx(p("Words.")))
    assert read("Words.")[0].media == "text/plain"


def test_every_kind_has_a_reader() -> None:
    assert set(READER_NAMES) == {"word", "excel", "pdf", "html", "wpjson", "text"}
