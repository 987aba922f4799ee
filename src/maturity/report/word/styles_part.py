"""The styles part of a Word file, written from what it is dressed in."""

from collections.abc import Iterator
from typing import Final

from maturity.report.word.dress import Dress
from maturity.report.word.styles import NUMBERING_IDS, TICK_FACE, Border, ParagraphStyle
from maturity.report.word.xml import NAMESPACES, attribute, twips

__all__ = ["HEADINGS_ID", "UNNUMBERED_ID", "styles_xml"]

HEADINGS_ID: Final = 90_000
"""The numbering of headings, where a template numbers them; far above that of any list."""

UNNUMBERED_ID: Final = HEADINGS_ID - 1
"""The list without marks that a heading is put in when Word is not to number it."""

_CELL_PADDING_MM = {"top": 0.35, "left": 1, "bottom": 0.35, "right": 1}
_SIDES: Final = ("top", "left", "bottom", "right")


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


def _paragraph_properties(style: ParagraphStyle, width: int) -> Iterator[str]:
    """Children of `w:pPr`, in the order its schema asks; `width` is that of the text, in twips."""
    yield "<w:keepNext/>" * style.keep_next + "<w:keepLines/>" * style.keep_lines
    yield _numbering(style)
    yield _borders(style)
    if style.fill:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>'
    if style.tab:
        yield f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    yield (
        f'<w:spacing w:before="{_twentieths(style.before)}" w:after="{_twentieths(style.after)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
    )
    yield _indent(style)
    if style.align:
        yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _numbering(style: ParagraphStyle) -> str:
    if style.list_kind:
        return f'<w:numPr><w:numId w:val="{NUMBERING_IDS[style.list_kind]}"/></w:numPr>'
    if style.number is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{style.outline}"/><w:numId w:val="{HEADINGS_ID}"/></w:numPr>'


def _borders(style: ParagraphStyle) -> str:
    """The lines of their own; else the bar, with room above and below it where there is a fill."""
    lines = style.borders
    if not lines and style.bar:
        room = tuple(Border(side, style.fill, 4, 3) for side in ("top", "bottom") if style.fill)
        lines = (Border("left", style.bar, 36, 6), *room)
    if not lines:
        return ""
    ordered = sorted(lines, key=lambda line: _SIDES.index(line.side))
    inside = "".join(
        f'<w:{one.side} w:val="single" w:sz="{one.width}" w:space="{one.space}" '
        f'w:color="{one.colour}"/>'
        for one in ordered
    )
    return f"<w:pBdr>{inside}</w:pBdr>"


def _indent(style: ParagraphStyle) -> str:
    # Those of a list stand in its numbering.
    if style.list_kind:
        return ""
    first = "hanging" if style.first < 0 else "firstLine"
    said = {"left": style.left, "right": style.right, first: abs(style.first)}
    inside = "".join(f' w:{name}="{twips(mm)}"' for name, mm in said.items() if mm)
    return f"<w:ind{inside}/>" if inside else ""


def _style_xml(style: ParagraphStyle, width: int) -> str:
    alias = f'<w:aliases w:val="{attribute(style.alias)}"/>' if style.alias else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.style_id}">'
        f'<w:name w:val="{attribute(style.name)}"/>{alias}<w:basedOn w:val="{style.based_on}"/>'
        f'<w:next w:val="{style.followed_by}"/><w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph_properties(style, width))}</w:pPr>"
        f"<w:rPr>{''.join(_run_properties(style))}</w:rPr></w:style>"
    ).replace("<w:rPr></w:rPr>", "")


def _defaults(dress: Dress, language: str) -> str:
    face, size = attribute(dress.face), _half_points(dress.size)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
        f'<w:color w:val="{dress.ink}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{attribute(language)}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="160" w:line="276" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
    )


def _character_styles(dress: Dress) -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{dress.colours["link"]}"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Tick"><w:name w:val="Tick"/><w:rPr>'
        f'<w:rFonts w:ascii="{TICK_FACE}" w:hAnsi="{TICK_FACE}" w:eastAsia="{TICK_FACE}" '
        f'w:cs="{TICK_FACE}"/></w:rPr></w:style>'
    )


def _table_styles(dress: Dress) -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{dress.colours["rule"]}"'
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
        f'w:fill="{dress.head_fill}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
        "</w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
    )


def styles_xml(dress: Dress, language: str) -> str:
    """The whole styles part, for text in `language`."""
    lines = (line.style for lines in dress.edges.values() for line in lines)
    width = twips(dress.margins.width)
    styles = "".join(_style_xml(style, width) for style in (*dress.styles, *lines))
    return (
        f"<w:styles {NAMESPACES}>{_defaults(dress, language)}{styles}"
        f"{_character_styles(dress)}{_table_styles(dress)}</w:styles>"
    )
