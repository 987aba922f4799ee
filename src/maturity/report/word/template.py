"""The template of every paper: an A4 file with styles, numbering and page set-up, and no text.

A library's default file carries its own name, page size and language into every paper (and a
heading blue too pale to read), so ours is written here from what the paper is dressed in. A
council's template is never written in itself: what is known of its look dresses this one.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from maturity.report.word.dress import A4, Dress, plain_dress
from maturity.report.word.edges import edge_parts
from maturity.report.word.package import packed
from maturity.report.word.styles import NUMBERING_IDS, Level, ParagraphStyle
from maturity.report.word.styles_part import HEADINGS_ID, UNNUMBERED_ID, styles_xml
from maturity.report.word.theme import fonts_xml, theme_xml
from maturity.report.word.xml import NAMESPACES, attribute, twips

__all__ = ["base_template", "template"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# What a reader older than tick boxes may pass over.
_LATER: Final = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_PARTS: Final = {
    name: f"{_WORD}.{name}+xml"
    for name in ("styles", "numbering", "settings", "header", "footer", "fontTable")
} | {"theme": "application/vnd.openxmlformats-officedocument.theme+xml"}
_EDGES: Final = ("header", "footer")
_OF_FIRST_PAGES: Final = {"header2": "header", "footer2": "footer"}
_PICTURES: Final = {"png": "image/png", "jpeg": "image/jpeg"}
_MARKS: Final = {
    "bullet": ("bullet", "•"),
    "number": ("decimal", "%1."),
    "letter": ("lowerLetter", "%1)"),
}


def _content_types(parts: Iterable[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{_PARTS[_OF_FIRST_PAGES.get(name, name)]}"/>'
        for name in parts
    )
    pictures = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in _PICTURES.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relationships(targets: Iterable[tuple[str, str]]) -> str:
    """A relationships part, from pairs of the kind of a relationship and its target."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _package_relationships() -> str:
    return _relationships(
        (
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        )
    )


def _document(dress: Dress, parts: list[str]) -> str:
    edges = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="rId{parts.index(name) + 1}"/>'
        for name, kind, page in (
            ("header", "header", "default"),
            ("header2", "header", "first"),
            ("footer", "footer", "default"),
            ("footer2", "footer", "first"),
        )
        if name in parts
    )
    margins = dress.margins
    sides = "".join(
        f'w:{name}="{twips(getattr(margins, name))}" '
        for name in ("top", "right", "bottom", "left", "header", "footer")
    )
    return (
        f"<w:document {NAMESPACES} {_LATER}><w:body><w:sectPr>{edges}"
        f'<w:pgSz w:w="{twips(A4[0])}" w:h="{twips(A4[1])}"/><w:pgMar {sides}w:gutter="0"/>'
        f"{'<w:titlePg/>' * dress.has_first}</w:sectPr></w:body></w:document>"
    )


def _numbering(dress: Dress) -> str:
    lists = [style for style in dress.styles if style.list_kind]
    shapes = "".join(map(_list, lists)) + _headings(dress)
    of_headings = (UNNUMBERED_ID, HEADINGS_ID) if dress.numbers else ()
    numbers = [*NUMBERING_IDS.values(), *of_headings]
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in numbers
    )
    return f"<w:numbering {NAMESPACES}>{shapes}{uses}</w:numbering>"


def _list(style: ParagraphStyle) -> str:
    kind = style.list_kind or ""
    format_name, mark = _MARKS[kind]
    level = _level(0, format_name, style.style_id, Level(mark, style.left, style.first))
    return (
        f'<w:abstractNum w:abstractNumId="{NUMBERING_IDS[kind]}">'
        f'<w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
    )


def _headings(dress: Dress) -> str:
    """The numbering of headings, and the list without marks for those that have none."""
    if not dress.numbers:
        return ""
    bare = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="none"/>'
        '<w:suff w:val="nothing"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/></w:lvl>'
        for depth in range(max(dress.numbers))
    )
    levels = "".join(
        _level(depth - 1, "decimal", dress[f"heading-{depth}"].style_id, dress.numbers[depth])
        for depth in dress.numbers
    )
    return (
        f'<w:abstractNum w:abstractNumId="{UNNUMBERED_ID}">'
        f'<w:multiLevelType w:val="multilevel"/>{bare}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="{HEADINGS_ID}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(depth: int, format_name: str, style: str, level: Level) -> str:
    first = "hanging" if level.first < 0 else "firstLine"
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format_name}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{attribute(level.text)}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(level.left)}" '
        f'w:{first}="{twips(abs(level.first))}"/></w:pPr></w:lvl>'
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


def template(dress: Dress, language: str) -> bytes:
    """A Word file without text, for papers in `language`; the same bytes each time.

    Each header and footer has one empty paragraph, the place of the line on every page.
    """
    edges = edge_parts(dress)
    names = [name for name in _PARTS if name not in _EDGES] + list(edges)
    parts = {
        "[Content_Types].xml": _content_types(names),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "word/_rels/document.xml.rels": _relationships(
            (f"{_OFFICE}/{_OF_FIRST_PAGES.get(name, name)}", f"{name}.xml") for name in names
        ),
        "word/document.xml": _document(dress, names),
        "word/fontTable.xml": fonts_xml(dress.face),
        "word/numbering.xml": _numbering(dress),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_xml(dress, language),
        "word/theme.xml": theme_xml(dress.colours, dress.face),
    }
    pictures: dict[str, bytes] = {}
    for name, edge in edges.items():
        parts[f"word/{name}.xml"] = edge.xml
        if edge.pictures:
            parts[f"word/_rels/{name}.xml.rels"] = _relationships(
                (f"{_OFFICE}/image", target) for target in edge.pictures
            )
            pictures |= {f"word/{target}": data for target, data in edge.pictures.items()}
    written = {name: f"{_DECLARATION}{xml}".encode() for name, xml in parts.items()}
    return packed({**written, **pictures})


@cache
def base_template(language: str) -> bytes:
    """Our own template, for papers in `language`."""
    return template(plain_dress(), language)
