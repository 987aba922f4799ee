"""Web pages: where their text is, what is left out, and that nothing else is lost."""

from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import minutes_html, read, wordpress
from maturity.evidence.model import Excerpt


def page(body: str, head: str = "") -> tuple[Excerpt, ...]:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")[1]


def texts(body: str) -> list[str]:
    return [excerpt.text for excerpt in page(body)]


def test_the_main_part_is_read_where_there_is_one() -> None:
    assert texts("<p>Banner</p><main><p>Words.</p></main><p>Foot</p>") == ["Words."]
    assert texts("<p>Banner</p><div role='main'><p>Words.</p></div>") == ["Words."]


def test_labels_between_articles_are_read_with_them() -> None:
    body = "<p>Top</p><div><article>One</article><p>Between</p><article>Two</article></div>"
    assert texts(body) == ["One", "Between", "Two"]


def test_articles_beside_the_text_do_not_count() -> None:
    body = (
        "<p>Words.</p><aside><article>Other</article></aside><footer><article>x</article></footer>"
    )
    assert texts(body) == ["Words.", "x"]


def test_what_a_page_hides_or_repeats_is_left_out_and_said() -> None:
    body = (
        "<p>Words.</p><nav>Menu</nav><form>Search</form><script>x</script><style>y</style>"
        "<p hidden>H1</p><p aria-hidden='true'>H2</p><p style='visibility:hidden'>H3</p>"
        "<span aria-hidden='true'></span><img src='a.png'>"
    )
    document, excerpts = read(f"<html><body>{body}")
    assert [excerpt.text for excerpt in excerpts] == ["Words."]
    assert document.warnings[0].sentence == "3 hidden parts of the page were left out."
    assert {skip.reason: skip.count for skip in document.counts.skipped} == {
        "navigation and side columns": 1,
        "forms": 1,
        "pictures": 1,
    }


def test_loose_words_and_every_kind_of_block_are_kept() -> None:
    body = (
        "Loose<div>In a div<p>Paragraph</p>after</div><dl><dt>Term</dt><dd>Meaning</dd></dl>"
        "<blockquote>Quoted</blockquote><pre>Kept</pre><details><summary>More</summary>Less</details>"
    )
    assert texts(body) == [
        "Loose",
        "In a div",
        "Paragraph",
        "after",
        "Term",
        "Meaning",
        "Quoted",
        "Kept",
        "More",
        "Less",
    ]


def test_a_quotation_is_flagged() -> None:
    assert [e.flags for e in page("<blockquote><p>We waited.</p></blockquote><p>Yes.</p>")] == [
        ("quote",),
        (),
    ]


def test_headings_become_the_path_and_empty_ones_are_kept_as_words() -> None:
    found = page("<h1>Plan</h1><h2>Access:</h2><p>Words.</p><h2>Later</h2>")
    assert [(e.heading_path, e.text) for e in found] == [
        (("Plan", "Access"), "Words."),
        (("Plan",), "Later"),
    ]


def test_lists_keep_their_numbers_and_the_point_they_stand_under() -> None:
    found = page("<ol start='3'><li>Three<ul><li>Inner</li></ul></li><li>Four</li></ol>")
    assert [(e.number, e.text, e.context) for e in found] == [
        ("3.", "Three", None),
        (None, "Inner", "Three"),
        ("4.", "Four", None),
    ]


def test_a_line_break_stays_one_and_other_space_does_not() -> None:
    assert texts("<p>One\n  two<br>three</p>") == ["One two\nthree"]


def test_a_table_gives_a_row_an_excerpt() -> None:
    found = page(
        "<table><caption>Plan</caption><tr><th>Action</th><th>Lead</th><th>RAG</th></tr>"
        "<tr><td rowspan=2>Open</td><td>Jo Fenn</td><td bgcolor='#00b050'></td></tr>"
        "<tr><td>Ash Wold</td><td style='background: rgb(255, 0, 0)'></td></tr></table>"
    )
    assert [e.ref for e in found] == ["para 1", "table 1 row 2", "table 1 row 3"]
    assert [e.cells[0].value for e in found[1:]] == ["Open", "Open"]
    assert [e.status_history[0].status for e in found[1:]] == ["Green", "Red"]


def test_a_table_that_lays_out_a_page_is_read_as_text() -> None:
    assert texts("<table><tr><td><h2>Plan</h2><p>Words.</p></td><td>Side</td></tr></table>") == [
        "Words.",
        "Side",
    ]


def test_a_date_beside_its_label_is_a_date_of_the_document() -> None:
    body = (
        "<p>Words.</p><p>Published <time datetime='2026-02-10'>10 February</time></p>"
        "<p>We met on <time>3 March 2026</time>.</p>"
    )
    document, excerpts = read(f"<html><body>{body}")
    assert [(d.kind, d.date.raw) for d in document.dates] == [("published", "2026-02-10")]
    assert [e.text for e in excerpts] == ["Words.", "We met on 3 March 2026."]


def test_the_title_is_the_first_heading_or_that_of_the_page() -> None:
    head = "<title>Plan - Northmere</title>"
    assert read(f"<html><head>{head}</head><body><h1>The plan</h1><p>x</p>")[0].title == "The plan"
    assert read(f"<html><head>{head}</head><body><p>x</p>")[0].title == "Plan - Northmere"


def test_text_far_below_is_still_read() -> None:
    assert texts("<div>" * 1_500 + "Deep" + "</div>" * 1_500) == ["Deep"]


def test_a_page_says_its_own_letters() -> None:
    raw = "<html><head><meta charset='iso-8859-2'></head><body>\u0141\u00f3d\u017a</body></html>"
    document, excerpts = read(raw.encode("iso-8859-2"))
    assert excerpts[0].text == "\u0141\u00f3d\u017a"
    assert document.encoding == "iso-8859-2"


def test_a_wordpress_page_is_its_content_alone() -> None:
    document, excerpts = read(wordpress("<p>Words &amp; more.</p>"))
    assert document.title == "Board minutes \u2013 27 January 2026"
    assert [excerpt.text for excerpt in excerpts] == ["Words & more."]
    assert [(d.kind, d.date.raw) for d in document.dates] == [
        ("meeting", "27 January 2026"),
        ("published", "2026-02-11T09:30:00"),
        ("updated", "2026-03-26T16:59:25"),
    ]


def test_a_list_of_wordpress_pages_keeps_each_under_its_title() -> None:
    pages = f"[{wordpress('<h2>A</h2><p>One.</p>', 'First')}, {wordpress('<p>Two.</p>', 'Last')}]"
    document, excerpts = read(pages)
    assert document.title == "First; Last"
    assert [(e.heading_path, e.ref, e.text) for e in excerpts] == [
        (("First", "A"), "page 1, para 2", "One."),
        (("Last",), "page 2, para 1", "Two."),
    ]


def test_minutes_lose_no_line() -> None:
    whole = minutes_html()
    _, excerpts = read(wordpress(whole))
    in_contents, empty = 1, 1
    lines = whole.count("<li>") + whole.count("<p>") - in_contents - empty
    assert len(excerpts) == lines


@given(
    st.lists(
        st.sampled_from(["<div>", "</div>", "<li>", "<b>", "</p>", "<td>", "<ol>"]), max_size=30
    )
)
def test_no_word_is_lost_between_any_tags(tags: list[str]) -> None:
    body = "".join(f"{tag}w{at} " for at, tag in enumerate(tags))
    said = " ".join(texts(f"start {body}")).split()
    assert said == ["start", *(f"w{at}" for at in range(len(tags)))]
