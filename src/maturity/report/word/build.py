"""From the blocks of a paper to the bytes of a Word file.

The body is text, XML that takes its place in the template's own. A document model that is filled
table by table, or given the whole tree at once, costs many times as much, and ever more the
longer the paper is.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.document import Document as OpenDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.parts.document import DocumentPart

from maturity.report.blocks import (
    Block,
    Callout,
    Contents,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Span,
    Table,
)
from maturity.report.paper import Paper
from maturity.report.word.chart import WORKBOOK_ID, chart_id, chart_xml, drawing_xml
from maturity.report.word.controls import answers_xml, keep_answers
from maturity.report.word.dress import Dress, plain_dress
from maturity.report.word.headings import NumberedHeadings, listed
from maturity.report.word.package import Pressed, repacked
from maturity.report.word.properties import core_xml, custom_xml
from maturity.report.word.sheet import Sheet, bookmark_name
from maturity.report.word.styles import NUMBERING_IDS, STYLE_IDS
from maturity.report.word.tables import caption_xml, table_xml
from maturity.report.word.template import base_template, template
from maturity.report.word.toc import contents_xml, toc_bookmark
from maturity.report.word.workbook import workbook_bytes
from maturity.report.word.xml import (
    KEEP_NEXT,
    NAMESPACES,
    PAGE_BREAK,
    field,
    line_runs,
    paragraph,
    text_runs,
)

__all__ = ["word_bytes"]

_AT_A_TIME: Final = 200_000
_TAB = "<w:r><w:tab/></w:r>"


def word_bytes(paper: Paper, dress: Dress | None = None) -> bytes:
    """The Word file of `paper`; the same paper gives the same bytes, in any process.

    `dress` is what a council's template makes of it; ours where None.
    """
    raw = template(dress, paper.language) if dress else base_template(paper.language)
    document = Document(BytesIO(raw))
    part = document.part

    def outside(address: str) -> str:
        return part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    places = {item: place for place, (item, _) in enumerate(paper.asked, 1)}
    dress = dress or plain_dress()
    numbered = NumberedHeadings(dress.numbers)
    headings = [block for block in paper.blocks if isinstance(block, Heading)]
    sheet = Sheet(outside, places, dress, numbered.written(headings))
    body = Pressed(_body(paper, sheet))
    numbers = (*_restarts(sheet), *numbered.numbers())
    part.numbering_part.element.extend(_parsed("".join(numbers)))
    _fill(part, RELATIONSHIP_TYPE.HEADER, _header(paper))
    _fill(part, RELATIONSHIP_TYPE.FOOTER, _footer(paper))
    _chart(document, paper, dress.face)
    _describe(document, paper)
    if paper.asked and paper.reference:
        keep_answers(part, answers_xml(paper.asked, paper.reference, sheet))
    buffer = BytesIO()
    document.save(buffer)
    before, setup, after = part.blob.rpartition(b"<w:sectPr")  # the page set-up stands last
    whole = body.between(before, setup + after)
    return repacked(buffer.getvalue(), {part.partname.membername: whole})


def _parsed(xml: str) -> list[Any]:
    """The elements of `xml`, which needs no root of its own."""
    return list(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>"))


def _fill(part: DocumentPart, kind: str, xml: str) -> None:
    """Put a line into its place in every header, or every footer: the one empty paragraph."""
    for relationship in part.rels.values():
        if relationship.reltype == kind:
            root: Any = relationship.target_part.element
            place = next(one for one in root if not one.xpath("./w:r"))
            root.replace(place, _parsed(xml)[0])


def _body(paper: Paper, sheet: Sheet) -> Iterator[str]:
    """The XML of the body, in pieces that are long enough to press well."""
    written, length = [_title(paper.title)], 0
    for piece in _pieces(paper, sheet):
        written.append(piece)
        length += len(piece)
        if length > _AT_A_TIME:
            yield "".join(written)
            written, length = [], 0
    yield "".join(written)


def _pieces(paper: Paper, sheet: Sheet) -> Iterator[str]:
    headings = tuple(block for block in paper.blocks if isinstance(block, Heading))
    around = zip((None, *paper.blocks), paper.blocks, (*paper.blocks[1:], None), strict=False)
    for before, block, after in around:
        if isinstance(block, Contents):
            yield contents_xml(block, listed(headings, sheet.headings))
        elif isinstance(block, Table):
            yield from table_xml(block, sheet)
        else:
            yield _WRITERS[type(block)](block, sheet, _role(before, after))


def _role(before: Block | None, after: Block | None) -> str:
    """The kind of body text between two blocks."""
    if isinstance(after, Callout) or (isinstance(after, Table) and after.is_whole):
        return "before-callout"
    return "after-block" if isinstance(before, Table | ListBlock) else "body"


def _title(title: str) -> str:
    # A title breaks at its hyphens in odd places; this one stays whole in "self-assessment".
    inside = line_runs(title).replace(
        "self-assessment",
        'self</w:t><w:noBreakHyphen/><w:t xml:space="preserve">assessment',
    )
    return paragraph(STYLE_IDS["title"], inside)


def _heading(block: Heading, sheet: Sheet, _role: str) -> str:
    name = toc_bookmark(sheet.next("heading"))
    written = sheet.headings.get(block.anchor)
    text, numbers = (written.text, written.properties) if written else (block.text, "")
    marked = sheet.marked(bookmark_name(block.anchor), line_runs(text))
    style = STYLE_IDS[f"heading-{block.level}"]
    properties = PAGE_BREAK * block.new_page + numbers
    return paragraph(style, sheet.marked(name, marked), properties)


def _paragraph(block: Paragraph, sheet: Sheet, role: str) -> str:
    style = STYLE_IDS[role if block.role == "body" else block.role]
    return paragraph(style, sheet.runs(block.spans))


def _list(block: ListBlock, sheet: Sheet, _role: str) -> str:
    number = sheet.numbering(block.kind)
    style = STYLE_IDS[f"list-{block.kind}"]
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(paragraph(style, sheet.runs(item), numbered) for item in block.items)


def _callout(block: Callout, sheet: Sheet, _role: str) -> str:
    first, *rest = block.paragraphs
    opened = (Span(f"{block.lead} ", strong=True), *first)
    # what one person holds stays on one page, whatever a council's style says
    kept = (*(KEEP_NEXT for _ in rest), "")
    said = zip((opened, *rest), kept, strict=True)
    style = STYLE_IDS[block.kind]
    return "".join(paragraph(style, sheet.runs(spans), keep) for spans, keep in said)


def _figure(block: Figure, sheet: Sheet, _role: str) -> str:
    caption = caption_xml("Figure", block.anchor, block.caption, sheet)
    drawing = drawing_xml(block, sheet.next("chart"), sheet.dress.margins.width)
    return caption + paragraph(STYLE_IDS["figure"], drawing)


_WRITERS: Final[dict[type[Block], Callable[[Any, Sheet, str], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ListBlock: _list,
    Callout: _callout,
    Figure: _figure,
}


def _restarts(sheet: Sheet) -> list[str]:
    """Numberings that begin again, one for each numbered or lettered list."""
    return [
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{NUMBERING_IDS[kind]}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, kind in sheet.lists
    ]


def _header(paper: Paper) -> str:
    inside = f"{line_runs(paper.edge)}{_TAB}{line_runs(paper.short_title)}"
    return paragraph(STYLE_IDS["header"], inside)


def _footer(paper: Paper) -> str:
    # Word works both numbers out at layout; the ones written here are only the last known.
    page, pages = (field(name, text_runs("1")) for name in ("PAGE", "NUMPAGES"))
    inside = f"{line_runs(paper.version)}{_TAB}{text_runs('Page ')}{page}{text_runs(' of ')}{pages}"
    return paragraph(STYLE_IDS["footer"], inside)


def _chart(document: OpenDocument, paper: Paper, face: str) -> None:
    """Add a chart and its workbook for each figure, in the order their runs count them."""
    part, package = document.part, document.part.package
    figures = [block for block in paper.blocks if isinstance(block, Figure)]
    for number, figure in enumerate(figures, 1):
        chart = Part(
            PackURI(f"/word/charts/chart{number}.xml"),
            CONTENT_TYPE.DML_CHART,
            chart_xml(figure, face).encode(),
            package,
        )
        workbook = Part(
            PackURI(f"/word/embeddings/chart{number}.xlsx"),
            CONTENT_TYPE.SML_SHEET,
            workbook_bytes(figure),
            package,
        )
        chart.load_rel(RELATIONSHIP_TYPE.PACKAGE, workbook, WORKBOOK_ID)
        part.load_rel(RELATIONSHIP_TYPE.CHART, chart, chart_id(number))


def _describe(document: OpenDocument, paper: Paper) -> None:
    """Set what the file says of itself.

    Written as XML, since the library refuses a title of more than 255 characters.
    """
    package = document.part.package
    core = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    core.element.extend(list(parse_xml(core_xml(paper))))
    if paper.reference is not None:
        custom = Part(
            PackURI("/docProps/custom.xml"),
            CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
            custom_xml(paper.reference).encode(),
            package,
        )
        package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
