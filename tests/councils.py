"""Invented council templates: a plain one, one with numbered headings, one that breaks rules."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = f"{WORDML}.document.main+xml"
TEMPLATE = f"{WORDML}.template.main+xml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PORTRAIT = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1304" w:bottom="1247" '
    'w:left="1304" w:header="567" w:footer="567" w:gutter="0"/>'
)
# Words that stand in a template where nobody looks, and must never reach a paper.
SECRET = "Q. Predecessor"  # noqa: S105 not a password: a name to look for


def png(width: int = 60, height: int = 24) -> bytes:
    """A small picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\x00" + b"\x00\x51\x2f" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        )
    )


def style(
    name: str,
    run: str = "",
    paragraph: str = "",
    *,
    based_on: str = "Normal",
    kind: str = "paragraph",
) -> str:
    """One style; its id is its name without spaces."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on and kind == "paragraph" else ""
    default = ' w:default="1"' if name == "Normal" else ""
    inside = f"<w:pPr>{paragraph}</w:pPr>" if kind == "paragraph" else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{name.title().replace(" ", "")}">'
        f'<w:name w:val="{name}"/>{based}{inside}<w:rPr>{run}</w:rPr></w:style>'
    )


def sized(points: float, colour: str = "", more: str = "") -> str:
    """Run properties in the order of the schema."""
    said = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{more}{said}<w:sz w:val="{round(points * 2)}"/>'


def defaults(face: str, points: float) -> str:
    """The defaults of a styles part."""
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}"/>'
        f'<w:sz w:val="{round(points * 2)}"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def spaced(before: float = 0, after: float = 6, line: str = 'w:line="276"') -> str:
    """The spacing of a paragraph, in points."""
    sides = f'w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"'
    return f'<w:spacing {sides} {line} w:lineRule="auto"/>'


def picture(alt: str, *, floating: bool = False) -> str:
    """A run with the picture of relationship `logo`."""
    tag = "anchor" if floating else "inline"
    place = (
        '<wp:positionH relativeFrom="page"><wp:align>right</wp:align></wp:positionH>'
        if floating
        else ""
    )
    words = f' descr="{alt}"' if alt else ""
    return (
        f'<w:r><w:drawing><wp:{tag} xmlns:wp="{DRAWING}/wordprocessingDrawing">{place}'
        f'<wp:extent cx="1440000" cy="540000"/><wp:docPr id="1" name="Picture 1"{words}/>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="logo"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="logo"/><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1440000" cy="540000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:{tag}></w:drawing>"
        "</w:r>"
    )


def line(*runs: str, paragraph: str = "", run: str = "") -> str:
    """A paragraph of a header or footer; plain text becomes a run, a tab a tab."""
    inside = "".join(
        one
        if one.startswith("<")
        else f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{one}</w:t></w:r>'
        for one in runs
    )
    return f"<w:p><w:pPr>{paragraph}</w:pPr>{inside}</w:p>"


TAB = "<w:r><w:tab/></w:r>"
_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PAGE_OF = (
    "Page ",
    _PAGE,
    " of ",
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>',
)


def word_file(
    styles: str,
    *,
    numbering: str = "",
    edges: Mapping[str, str] | None = None,
    section: str = PORTRAIT,
    main: str = DOCUMENT,
    more: Mapping[str, bytes] | None = None,
    relations: str = "",
) -> bytes:
    """A template; `edges` are headers and footers by place and kind ("header first")."""
    parts = {"styles": styles, **({"numbering": numbering} if numbering else {})}
    types, links, members, named = [], [relations], {}, []
    for kind, inside in parts.items():
        members[f"word/{kind}.xml"] = _xml(kind, inside)
        links.append(_link(kind, kind, f"{kind}.xml"))
        types.append(_type(f"word/{kind}.xml", f"{WORDML}.{kind}+xml"))
    for number, (name, inside) in enumerate((edges or {}).items(), 1):
        place, _, page = name.partition(" ")
        part = f"{place}{number}"
        members[f"word/{part}.xml"] = _xml({"header": "hdr", "footer": "ftr"}[place], inside)
        members[f"word/_rels/{part}.xml.rels"] = _links(_link("logo", "image", "media/logo.png"))
        links.append(_link(part, place, f"{part}.xml"))
        types.append(_type(f"word/{part}.xml", f"{WORDML}.{place}+xml"))
        named.append(f'<w:{place}Reference w:type="{page or "default"}" r:id="{part}"/>')
    body = f"<w:p><w:r><w:t>{SECRET}: type here.</w:t></w:r></w:p>"
    first = "<w:titlePg/>" if any("first" in name for name in edges or {}) else ""
    setup = f"<w:sectPr>{''.join(named)}{section}{first}</w:sectPr>"
    members["word/document.xml"] = _xml("document", f"<w:body>{body}{setup}</w:body>")
    members["word/_rels/document.xml.rels"] = _links("".join(links))
    members["_rels/.rels"] = _links(_link("r1", "officeDocument", "word/document.xml"))
    members["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/>{_type("word/document.xml", main)}{"".join(types)}</Types>'
    )
    whole = {name: text.encode() for name, text in members.items()}
    return zipped({**whole, "word/media/logo.png": png(), **(more or {})})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The zip around some parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return buffer.getvalue()


def _xml(root: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} xmlns:w="{W}" '
        f'xmlns:r="{RELATED}" xmlns:v="urn:schemas-microsoft-com:vml">{inside}</w:{root}>'
    )


def _link(said: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{said}" Type="{RELATED}/{kind}" Target="{target}"/>'


def _links(inside: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _type(part: str, kind: str) -> str:
    return f'<Override PartName="/{part}" ContentType="{kind}"/>'


GREEN = "00512F"
_CALLOUT = (
    f'<w:pBdr><w:left w:val="single" w:sz="48" w:space="8" w:color="{GREEN}"/></w:pBdr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="E5F2EB"/>{spaced(4, 4)}'
)
PLAIN_STYLES = "".join(
    (
        defaults("Verdana", 12),
        style("Normal", paragraph=spaced(), based_on=""),
        style("Council Title", sized(26, GREEN, "<w:b/>"), spaced(0, 10, 'w:line="240"')),
        style("heading 1", sized(20, GREEN, "<w:b/>"), f"<w:keepNext/>{spaced(18, 6)}"),
        style("heading 2", sized(16, GREEN), spaced(14, 4)),
        style("heading 3", sized(13, GREEN, "<w:b/>"), spaced(12, 4)),
        style("heading 4", sized(12, "", "<w:b/>"), spaced(10, 4)),
        style("caption", sized(11, GREEN, "<w:b/>"), spaced(6, 3)),
        style("Callout Green", sized(12), _CALLOUT),
        style("Table Text", sized(11), spaced(0, 2, 'w:line="240"')),
        style("header", sized(10, "44515E")),
        style("footer", sized(10, "44515E")),
        style("Hyperlink", sized(12, "00512F", '<w:u w:val="single"/>'), kind="character"),
        style("Secret Notes", sized(12)),
    )
)


def plain(main: str = DOCUMENT) -> bytes:
    """A good template: a logo with words, its own first page, a callout, Verdana and green."""
    address = line("Northmere Council", TAB, "northmere.example", run=sized(10, GREEN))
    return word_file(
        PLAIN_STYLES,
        edges={
            "header": line("Northmere Council"),
            "header first": line(picture("The crest of Northmere Council")),
            "footer": line(*PAGE_OF),
            "footer first": address,
        },
        main=main,
    )


_LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    f'<w:pStyle w:val="Heading{depth + 1}"/><w:lvlText w:val="{text}"/>'
    '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
    for depth, text in enumerate(("%1.", "%1.%2", "%1.%2.%3"))
)
_BULLETS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{_BULLETS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def _numbered(depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'


NUMBERED_STYLES = "".join(
    (
        defaults("Arial", 12),
        style("Normal", paragraph=spaced(), based_on=""),
        style("Body Text", sized(12), f'{spaced(0, 8)}<w:jc w:val="both"/>'),
        style("Title", sized(28, "3B1C5A", "<w:b/>")),
        style("heading 1", sized(18, "3B1C5A", "<w:b/>"), _numbered(0) + spaced(16, 6)),
        style("heading 2", sized(14, "3B1C5A", "<w:b/>"), _numbered(1) + spaced(14, 4)),
        style("heading 3", sized(12, "3B1C5A", "<w:b/>"), spaced(10, 4)),
        style("List Bullet", sized(12), '<w:numPr><w:numId w:val="2"/></w:numPr>'),
        style("Recommendation", sized(12), '<w:shd w:val="clear" w:fill="EFE6F6"/>'),
    )
)
WIDE_MARGINS = PORTRAIT.replace("1304", "1440")


def numbered() -> bytes:
    """Headings that Word numbers, justified text, margins of an inch."""
    return word_file(
        NUMBERED_STYLES,
        numbering=NUMBERING,
        edges={"header": line("Northmere Partnership", paragraph='<w:jc w:val="right"/>')},
        section=WIDE_MARGINS,
    )


_BLUE_TABLE = (
    '<w:style w:type="table" w:styleId="BoardTable"><w:name w:val="Board Table"/>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="2E74B5"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
EXACT = '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'
FAINT_STYLES = "".join(
    (
        defaults("Garamond", 9),
        style("Normal", paragraph=EXACT, based_on=""),
        style("Title", sized(60, "BDD7EE", "<w:i/><w:caps/>"), '<w:jc w:val="distribute"/>'),
        style("heading 1", sized(20, "9DC3E6", '<w:rFonts w:ascii="Impact"/><w:b/>')),
        style("heading 2", sized(13, "F4B183"), '<w:shd w:val="clear" w:fill="FFD966"/>'),
        style("heading 3", sized(8, "C00000", '<w:u w:val="single"/>')),
        style("Table Text", sized(7, "C00000")),
        style("Table Head", sized(11, "2E74B5")),
        style("Dissent", sized(12, "FF0000"), '<w:shd w:val="clear" w:fill="FF9999"/>'),
        style("header", sized(6, "D9D9D9")),
        style("Hyperlink", sized(12, "00B0F0"), kind="character"),
        _BLUE_TABLE,
    )
)
_WATERMARK = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
_FILE_NAME = (
    '<w:fldSimple w:instr=" FILENAME \\p "><w:r><w:t>C:\\Users\\q\\paper.docx</w:t></w:r>'
    "</w:fldSimple>"
)
_LAYOUT = (
    f"<w:tbl><w:tr><w:tc>{line('Northmere', run=sized(5, 'EEEEEE'))}</w:tc>"
    f"<w:tc>{line('Tel: 01632 960000')}</w:tc></w:tr></w:tbl>"
)


def faint() -> bytes:
    """Pale, small, exact, justified, in columns; a watermark, and things nobody sees."""
    beside = "".join(
        (
            _link("a1", "comments", "comments.xml"),
            _link("a2", "customXml", "../customXml/item1.xml"),
            _link("a3", "settings", "settings.xml"),
        )
    )
    return word_file(
        FAINT_STYLES,
        edges={
            "header": _LAYOUT + line(picture("logo.png", floating=True)) + line(_WATERMARK),
            "footer": line(picture("The crest of Northmere Council", floating=True), _FILE_NAME),
        },
        section=PORTRAIT + '<w:cols w:num="2"/>',
        relations=beside,
        more={
            "word/comments.xml": _xml("comments", f"<w:comment>{SECRET}</w:comment>").encode(),
            "customXml/item1.xml": f"<old>{SECRET}</old>".encode(),
            "word/settings.xml": _xml("settings", "<w:attachedTemplate/>").encode(),
            "docProps/core.xml": f"<core>{SECRET}</core>".encode(),
            "word/media/unused.png": png(90, 90),
        },
    )


COUNCILS = {"plain": plain, "numbered": numbered, "faint": faint}
