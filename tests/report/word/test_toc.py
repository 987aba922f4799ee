from maturity.report.blocks import Contents, Heading
from maturity.report.word.toc import contents_xml, toc_bookmark

_HEADINGS = (
    Heading(1, "1 Ratings", "ratings"),
    Heading(2, "Leadership", "leadership"),
    Heading(3, "Evidence", "evidence"),
    Heading(2, "Families & friends", "families"),
)


def test_every_heading_down_to_the_depth_is_listed_with_a_link() -> None:
    xml = contents_xml(Contents(2), _HEADINGS)
    assert [toc_bookmark(number) in xml for number in (1, 2, 3, 4)] == [True, True, False, True]
    assert "Families &amp; friends" in xml
    assert 'TOC \\o "1-2"' in xml


def test_one_entry_opens_and_closes_the_field() -> None:
    xml = contents_xml(Contents(1), _HEADINGS)
    assert xml.count("<w:hyperlink") == xml.count('"begin"') == xml.count('"end"') == 1


def test_it_begins_a_page_only_where_that_is_asked() -> None:
    assert "pageBreakBefore" in contents_xml(Contents(), _HEADINGS)
    assert "pageBreakBefore" not in contents_xml(Contents(new_page=False), _HEADINGS)


def test_no_page_number_is_made_up() -> None:
    assert "PAGEREF" not in contents_xml(Contents(2), _HEADINGS)
