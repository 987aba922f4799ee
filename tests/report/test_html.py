"""The web page: what a screen reader is told, and what a narrow screen needs."""

from accessibility.page import Page
from accessibility.papers import board_paper

from maturity.report.html import html_bytes
from maturity.report.paper import Paper


def _page(paper: Paper | None = None) -> Page:
    return Page(html_bytes(paper or board_paper()))


def test_dots_are_for_the_eye_alone() -> None:
    hidden = [tag.text for tag in _page().named("span") if tag.values.get("aria-hidden")]
    assert hidden
    assert all(set(text) <= {"●", "○"} for text in hidden)


def test_a_wide_table_scrolls_in_a_region_that_keys_reach_and_that_has_a_name() -> None:
    page = _page()
    regions = [tag for tag in page.named("div") if tag.values.get("role") == "region"]
    names = {tag.values["id"]: tag.text for tag in page.tags if "id" in tag.values}
    assert regions
    for region in regions:
        assert region.values["tabindex"] == "0"
        assert names[region.values["aria-labelledby"]].startswith("Table ")


def test_a_narrow_table_stands_by_itself() -> None:
    page = _page()
    regions = sum(tag.values.get("role") == "region" for tag in page.tags)
    assert 0 < regions < len(page.named("table"))


def test_a_skip_link_leads_to_the_paper_and_a_list_to_its_headings() -> None:
    page = _page()
    first, *rest = page.named("a")
    (main,) = page.named("main")
    assert first.values["href"] == f"#{main.values['id']}"
    headings = {tag.values.get("id") for tag in page.named("h2", "h3")}
    listed = {tag.values["href"][1:] for tag in rest}
    assert headings <= listed


def test_the_marking_the_status_and_the_version_stand_at_the_edges() -> None:
    page = _page()
    (header,) = page.named("header")
    (footer,) = page.named("footer")
    assert header.text == "OFFICIAL · PROVISIONAL Northmere, spring 2026"
    assert footer.text == "Version 412, as of 14 March 2026"


def test_a_summary_for_those_who_hear_the_table_is_in_its_caption() -> None:
    captions = [*_page().named("caption")]
    assert captions
    assert all(len(caption.text.split()) > 3 for caption in captions)


def test_columns_have_the_shares_that_they_have_on_paper() -> None:
    shares = [int(tag.values["style"].removeprefix("width:")[:-1]) for tag in _page().named("col")]
    columns = sum(tag.values.get("scope") == "col" for tag in _page().named("th"))
    assert len(shares) == columns
    assert all(1 < share < 100 for share in shares)
