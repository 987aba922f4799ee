"""The small pieces of WordprocessingML that every part of a Word file is written with."""

from typing import Final

from maturity.report.shown import escaped, escaped_lines

__all__ = [
    "KEEP_NEXT",
    "NAMESPACES",
    "PAGE_BREAK",
    "attribute",
    "field",
    "line_runs",
    "paragraph",
    "text_runs",
    "twips",
]

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
PAGE_BREAK: Final = "<w:pageBreakBefore/>"
"""As a property of a paragraph: it starts a page."""
KEEP_NEXT: Final = "<w:keepNext/>"
"""As a property of a paragraph: no page ends between it and the next."""

_TWIPS_PER_MM = 1440 / 25.4


def twips(mm: float) -> int:
    """A length in twentieths of a point, the unit of Word."""
    return round(mm * _TWIPS_PER_MM)


def attribute(text: str) -> str:
    """`text` as the value of an XML attribute: one line, escaped."""
    return " ".join(escaped(text).split())


def text_runs(text: str, properties: str = "") -> str:
    """Runs that show `text`, in as many lines as it has."""
    first, *more = escaped_lines(text)
    inside = f'<w:t xml:space="preserve">{first}</w:t>'
    if more:
        rest = [f'<w:br/><w:t xml:space="preserve">{line}</w:t>' for line in more]
        inside = "".join([inside, *rest]).replace('<w:t xml:space="preserve"></w:t>', "")
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{about}{inside}</w:r>"


def line_runs(text: str, properties: str = "") -> str:
    """Runs that show `text` as one line, for what must not break: headings, captions, edges."""
    return text_runs(" ".join(text.split()), properties)


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """A paragraph of style id `style`; `properties` follow the style in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def field(instruction: str, result: str) -> str:
    """A field that shows the runs `result` until Word works it out again."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
