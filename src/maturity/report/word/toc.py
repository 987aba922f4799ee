"""The list of contents: a real field, with a complete result for readers who never update it.

Its entries carry no page numbers, because only a layout program can know them; its links work
from the first moment. Nothing marks it as out of date, so no program asks the reader a question.
"""

from maturity.report.blocks import Contents, Heading
from maturity.report.shown import CONTENTS
from maturity.report.word.styles import STYLE_IDS
from maturity.report.word.xml import PAGE_BREAK, line_runs, paragraph

__all__ = ["contents_xml", "toc_bookmark"]


def toc_bookmark(number: int) -> str:
    """The bookmark of the paper's `number`-th heading; Word hides names that start like this."""
    return f"_Toc{number:09d}"


def contents_xml(contents: Contents, headings: tuple[Heading, ...]) -> str:
    """The title and the entries of every heading down to the depth asked.

    `headings` are all headings of the paper, in order; at least one is to be listed.
    """
    listed = [
        (heading, number)
        for number, heading in enumerate(headings, 1)
        if heading.level <= contents.depth
    ]
    entries = [_entry(heading, number) for heading, number in listed]
    entries[0] = (entries[0][0], _opening(contents.depth) + entries[0][1])
    entries[-1] = (entries[-1][0], f'{entries[-1][1]}<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    title = paragraph(STYLE_IDS["toc-heading"], line_runs(CONTENTS), PAGE_BREAK * contents.new_page)
    return title + "".join(paragraph(style, inside) for style, inside in entries)


def _opening(depth: int) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(heading: Heading, number: int) -> tuple[str, str]:
    """The style of an entry and its link."""
    run = line_runs(heading.text, '<w:rStyle w:val="Hyperlink"/>')
    link = f'<w:hyperlink w:anchor="{toc_bookmark(number)}" w:history="1">{run}</w:hyperlink>'
    return STYLE_IDS[f"toc-{min(heading.level, 2)}"], link
