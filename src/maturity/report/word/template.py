"""Our own base template: an A4 file with styles, numbering and page set-up, and no text.

A library's default file carries its own name, page size and language into every paper (and a
heading blue too pale to read), so ours is written here from the table of styles.
"""

from functools import cache
from typing import Final

from maturity.report.word.package import packed
from maturity.report.word.styles import NUMBERING_IDS, STYLE_IDS, TEXT_WIDTH, styles_xml
from maturity.report.word.theme import fonts_xml, theme_xml
from maturity.report.word.xml import NAMESPACES, twips

__all__ = ["base_template"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# What a reader older than tick boxes may pass over.
_LATER: Final = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_A4 = (twips(210), twips(297))
_PARTS: Final = {
    name: f"{_WORD}.{name}+xml"
    for name in ("styles", "numbering", "settings", "header", "footer", "fontTable")
} | {"theme": "application/vnd.openxmlformats-officedocument.theme+xml"}
_MARKS: Final = {
    "bullet": ("bullet", "•"),
    "number": ("decimal", "%1."),
    "letter": ("lowerLetter", "%1)"),
}


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/>'
        for name, content_type in _PARTS.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{parts}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relationships(targets: dict[str, str]) -> str:
    """A relationships part; `targets` maps each kind of relationship to a part."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _package_relationships() -> str:
    return _relationships(
        {
            f"{_OFFICE}/officeDocument": "word/document.xml",
            f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
        }
    )


def _document() -> str:
    header, footer = (list(_PARTS).index(name) + 1 for name in ("header", "footer"))
    return (
        f"<w:document {NAMESPACES} {_LATER}><w:body><w:sectPr>"
        f'<w:headerReference w:type="default" r:id="rId{header}"/>'
        f'<w:footerReference w:type="default" r:id="rId{footer}"/>'
        f'<w:pgSz w:w="{_A4[0]}" w:h="{_A4[1]}"/>'
        f'<w:pgMar w:top="{twips(20)}" w:right="{_side()}" w:bottom="{twips(18)}" '
        f'w:left="{_side()}" w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _side() -> int:
    return (_A4[0] - TEXT_WIDTH) // 2


def _numbering() -> str:
    kinds = NUMBERING_IDS.items()
    shapes = "".join(_abstract(kind, number) for kind, number in kinds)
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for _, number in kinds
    )
    return f"<w:numbering {NAMESPACES}>{shapes}{uses}</w:numbering>"


def _abstract(kind: str, number: int) -> str:
    format_name, mark = _MARKS[kind]
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format_name}"/>'
        f'<w:pStyle w:val="{STYLE_IDS[f"list-{kind}"]}"/><w:lvlText w:val="{mark}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(7)}" w:hanging="{twips(7)}"/></w:pPr>'
        "</w:lvl></w:abstractNum>"
    )


def _settings() -> str:
    # Mode 15 is the layout of every Word since 2013; without it Word opens the file in an old
    # mode, says so in its title bar and hangs tables out of the left margin.
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _edge(tag: str, role: str) -> str:
    style = STYLE_IDS[role]
    return f'<w:{tag} {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:{tag}>'


@cache
def base_template(language: str) -> bytes:
    """A Word file without text, for papers in `language`; the same bytes each time."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "word/_rels/document.xml.rels": _relationships(
            {f"{_OFFICE}/{name}": f"{name}.xml" for name in _PARTS}
        ),
        "word/document.xml": _document(),
        "word/fontTable.xml": fonts_xml(),
        "word/footer.xml": _edge("ftr", "footer"),
        "word/header.xml": _edge("hdr", "header"),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_xml(language),
        "word/theme.xml": theme_xml(),
    }
    return packed({name: f"{_DECLARATION}{xml}".encode() for name, xml in parts.items()})
