"""Word files built part by part, so that each trap of the format can be set on its own."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/>
  <w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen kop"/>
  <w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/>
  <w:basedOn w:val="Rond"/></w:style>
<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="Lijst"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Geheim"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="%1%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="3">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/>
    <w:lvlText w:val="%1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="26"/><w:numFmt w:val="upperLetter"/>
    <w:lvlText w:val="%1.%2"/><w:lvlRestart w:val="0"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
  <w:styleLink w:val="Romeins"/>
</w:abstractNum>
<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="Romeins"/></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph in a list."""
    marks = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties=marks)


def cell(*content: str, properties: str = "") -> str:
    """A cell of a table; plain text becomes a paragraph."""
    inside = "".join(one if one.startswith("<") else p(one) for one in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str) -> str:
    """A row of a table; plain text becomes a cell."""
    return "<w:tr>" + "".join(c if c.startswith("<") else cell(c) for c in cells) + "</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return "<w:tbl>" + "".join(rows) + "</w:tbl>"


def xml(name: str, inside: str, space: str = W) -> str:
    """A part with its namespaces."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} xmlns:w="{space}" '
        f'xmlns:r="{RELATED}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{inside}</w:{name}>"
    )


def docx(
    *body: str,
    parts: Mapping[str, str] | None = None,
    space: str = W,
    main: str = MAIN,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file; `parts` are roots and contents by kind: {"footnotes": "<w:footnote .../>"}."""
    inside = {"styles": STYLES, "numbering": NUMBERING, **(parts or {})}
    relations, members = [], {}
    for at, (kind, content) in enumerate(inside.items()):
        name = f"{kind}{at}.xml"
        relations.append(f'<Relationship Id="r{at}" Type="{RELATED}/{kind}" Target="{name}"/>')
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        members[f"word/{name}"] = xml(root, content, space)
    members["word/document.xml"] = xml("document", f"<w:body>{''.join(body)}</w:body>", space)
    return zipped(members, relations, main, more)


def zipped(
    members: Mapping[str, str],
    relations: list[str],
    main: str = MAIN,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """The zip around the parts of a Word file."""
    space = "http://schemas.openxmlformats.org/package/2006"
    types = (
        f'<Types xmlns="{space}/content-types"><Default Extension="xml" ContentType="x/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    top = (
        f'<Relationships xmlns="{space}/relationships"><Relationship Id="r1" '
        f'Type="{RELATED}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    below = f'<Relationships xmlns="{space}/relationships">{"".join(relations)}</Relationships>'
    whole = {
        "[Content_Types].xml": types,
        "_rels/.rels": top,
        "word/_rels/document.xml.rels": below,
        **members,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in whole.items():
            package.writestr(name, text)
        for name, raw in (more or {}).items():
            package.writestr(name, raw)
    return out.getvalue()
