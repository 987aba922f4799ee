"""The styles of our papers: every format a reader sees is a row of this table."""

from collections.abc import Iterator
from typing import Final

from maturity.frozen import dataclass
from maturity.report.palette import COLOURS
from maturity.report.word.xml import NAMESPACES, attribute, twips

__all__ = [
    "FACE",
    "NUMBERING_IDS",
    "STYLE_IDS",
    "TEXT_WIDTH",
    "TICK_FACE",
    "ParagraphStyle",
    "styles_xml",
]

TEXT_WIDTH: Final = twips(174)
"""Twips between the side margins, and the place of the one tab in header and footer."""

NUMBERING_IDS: Final = {"bullet": 1, "number": 2, "letter": 3}
"""The numbering each kind of list style points at; a list that starts again gets its own."""

FACE: Final = "Arial"
"""The one typeface of our papers; Word and LibreOffice both have its widths."""

TICK_FACE: Final = "MS Gothic"
"""The face of tick boxes, which the other has not; every Word brings it."""
_CELL_PADDING_MM = {"top": 0.35, "left": 1, "bottom": 0.35, "right": 1}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One paragraph style: sizes in points, `line` in multiples of a single line.

    `role` is our own name for it, which a council's template may map to a style of theirs.
    """

    role: str
    style_id: str
    name: str
    size: float | None = None
    bold: bool = False
    colour: str | None = None
    before: float = 0
    after: float = 5
    line: float = 1.15
    based_on: str = "Normal"
    followed_by: str = "BodyText"
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    list_kind: str | None = None
    bar: str | None = None
    fill: str | None = None
    tab: bool = False


def _heading(level: int, size: float, before: float, after: float) -> ParagraphStyle:
    return ParagraphStyle(
        role=f"heading-{level}",
        style_id=f"Heading{level}",
        name=f"heading {level}",
        size=size,
        bold=True,
        colour=COLOURS["navy"],
        before=before,
        after=after,
        line=1.05,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
    )


def _list(kind: str, style_id: str, name: str) -> ParagraphStyle:
    return ParagraphStyle(
        f"list-{kind}", style_id, name, after=2, followed_by=style_id, list_kind=kind
    )


def _callout(role: str, style_id: str, name: str, bar: str, fill: str | None) -> ParagraphStyle:
    return ParagraphStyle(
        role, style_id, name, before=4, after=4, keep_lines=True, bar=COLOURS[bar], fill=fill
    )


def _small(
    role: str, style_id: str, name: str, size: float, *, bold: bool = False, colour: str = "ink"
) -> ParagraphStyle:
    return ParagraphStyle(
        role,
        style_id,
        name,
        size=size,
        bold=bold,
        colour=COLOURS[colour],
        after=0,
        line=1.0,
        followed_by=style_id,
    )


def _edge(name: str) -> ParagraphStyle:
    style_id = name.capitalize()
    return ParagraphStyle(
        name,
        style_id,
        name,
        size=10,
        colour=COLOURS["muted"],
        after=0,
        line=1.0,
        followed_by=style_id,
        tab=True,
    )


_STYLES: Final = (
    ParagraphStyle("body", "BodyText", "Body Text"),
    ParagraphStyle("after-block", "BodyAfterBlock", "Body After Block", before=8),
    # says what a callout is about, so it never ends a page above it
    ParagraphStyle("before-callout", "BodyBeforeCallout", "Body Before Callout", keep_next=True),
    ParagraphStyle("lead", "Lead", "Lead", size=14),
    ParagraphStyle("meta", "Meta", "Meta", colour=COLOURS["muted"]),
    ParagraphStyle(
        "title",
        "Title",
        "Title",
        size=24,
        bold=True,
        colour=COLOURS["navy"],
        line=1.05,
        keep_next=True,
    ),
    ParagraphStyle("subtitle", "Subtitle", "Subtitle", size=16, colour=COLOURS["subtitle"]),
    _heading(1, 20, 12, 4),
    _heading(2, 16, 16, 6),
    _heading(3, 13, 12, 4),
    _heading(4, 12, 10, 4),
    _list("bullet", "ListBullet", "List Bullet"),
    _list("number", "ListNumber", "List Number"),
    _list("letter", "ListLetter", "List Letter"),
    ParagraphStyle(
        "caption",
        "Caption",
        "caption",
        size=11,
        bold=True,
        before=5,
        after=4,
        line=1.05,
        keep_next=True,
    ),
    # a line taller than single would lay the same share of the chart's height below it
    ParagraphStyle("figure", "Figure", "Figure", line=1.0, after=6),
    _small("table-text", "TableText", "Table Text", 11),
    ParagraphStyle(
        "table-head",
        "TableHead",
        "Table Head",
        size=11,
        bold=True,
        colour=COLOURS["paper"],
        after=0,
        line=1.05,
        keep_next=True,
        followed_by="TableText",
    ),
    _callout("banner", "BoardBanner", "Board Banner", "navy", COLOURS["decision-fill"]),
    _callout("decision", "BoardDecision", "Board Decision", "navy", COLOURS["decision-fill"]),
    _callout("dissent", "Dissent", "Dissent", "dissent-bar", COLOURS["dissent-fill"]),
    _callout("notice", "Notice", "Notice", "muted", None),
    _callout("evidence", "EvidenceCard", "Evidence Card", "muted", None),
    ParagraphStyle(
        "toc-heading",
        "TOCHeading",
        "TOC Heading",
        size=16,
        bold=True,
        colour=COLOURS["navy"],
        before=16,
        after=6,
        keep_next=True,
    ),
    ParagraphStyle("toc-1", "TOC1", "toc 1", before=4, after=3, followed_by="TOC1"),
    ParagraphStyle("toc-2", "TOC2", "toc 2", after=3, followed_by="TOC2"),
    _edge("header"),
    _edge("footer"),
    # Officers add comments to a draft; without these styles Word sets them in its own.
    ParagraphStyle("comment", "CommentText", "annotation text", size=10, followed_by="CommentText"),
)

STYLE_IDS: Final = {style.role: style.style_id for style in _STYLES}
"""The style id of each of our roles."""


def _half_points(points: float) -> int:
    return round(points * 2)


def _twentieths(points: float) -> int:
    return round(points * 20)


def _run_properties(style: ParagraphStyle) -> Iterator[str]:
    if style.bold:
        yield "<w:b/><w:bCs/>"
    if style.colour:
        yield f'<w:color w:val="{style.colour}"/>'
    if style.size:
        half = _half_points(style.size)
        yield f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _paragraph_properties(style: ParagraphStyle) -> Iterator[str]:
    """Children of `w:pPr`, in the order its schema asks."""
    if style.keep_next:
        yield "<w:keepNext/>"
    if style.keep_lines:
        yield "<w:keepLines/>"
    if style.list_kind:
        yield f'<w:numPr><w:numId w:val="{NUMBERING_IDS[style.list_kind]}"/></w:numPr>'
    if style.bar:
        yield f"<w:pBdr>{_borders(style.bar, style.fill)}</w:pBdr>"
    if style.fill:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>'
    if style.tab:
        yield f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    yield (
        f'<w:spacing w:before="{_twentieths(style.before)}" w:after="{_twentieths(style.after)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
    )
    yield _indent(style)
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _borders(bar: str, fill: str | None) -> str:
    """The bar, and where there is a fill a border of its colour, as room above and below."""
    top, bottom = (
        f'<w:{side} w:val="single" w:sz="4" w:space="3" w:color="{fill}"/>' if fill else ""
        for side in ("top", "bottom")
    )
    return f'{top}<w:left w:val="single" w:sz="36" w:space="6" w:color="{bar}"/>{bottom}'


def _indent(style: ParagraphStyle) -> str:
    if style.bar:
        # The bar stands outside the text, so the text moves in and the bar meets the margin.
        return f'<w:ind w:left="{twips(4)}"/>'
    return f'<w:ind w:left="{twips(6)}"/>' if style.role == "toc-2" else ""


def _style_xml(style: ParagraphStyle) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.style_id}">'
        f'<w:name w:val="{attribute(style.name)}"/><w:basedOn w:val="{style.based_on}"/>'
        f'<w:next w:val="{style.followed_by}"/><w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph_properties(style))}</w:pPr>"
        f"<w:rPr>{''.join(_run_properties(style))}</w:rPr></w:style>"
    ).replace("<w:rPr></w:rPr>", "")


def _defaults(language: str) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/>'
        f'<w:color w:val="{COLOURS["ink"]}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        f'<w:lang w:val="{attribute(language)}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="160" w:line="276" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
    )


def _character_styles() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{COLOURS["link"]}"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Tick"><w:name w:val="Tick"/><w:rPr>'
        f'<w:rFonts w:ascii="{TICK_FACE}" w:hAnsi="{TICK_FACE}" w:eastAsia="{TICK_FACE}" '
        f'w:cs="{TICK_FACE}"/></w:rPr></w:style>'
    )


def _table_styles() -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{COLOURS["rule"]}"'
    padding = "".join(
        f'<w:{side} w:w="{twips(mm)}" w:type="dxa"/>' for side, mm in _CELL_PADDING_MM.items()
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="BoardTable"><w:name w:val="Board Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:top {rule}/><w:bottom {rule}/><w:insideH {rule}/>"
        f"</w:tblBorders><w:tblCellMar>{padding}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" '
        f'w:fill="{COLOURS["navy"]}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
        "</w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
    )


def styles_xml(language: str) -> str:
    """The whole styles part, for text in `language`."""
    return (
        f"<w:styles {NAMESPACES}>{_defaults(language)}"
        f"{''.join(_style_xml(style) for style in _STYLES)}"
        f"{_character_styles()}{_table_styles()}</w:styles>"
    )
