"""Word papers answered as people and editors answer them: shown words, data, and what gets lost."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape

from maturity.report.answers import EMPTY, PARTS, tag

__all__ = [
    "answered",
    "changed",
    "parts_of",
    "ticked",
    "with_comment",
    "with_tracked",
    "without_controls",
    "without_data",
    "without_tags",
]

DOCUMENT = "word/document.xml"
DATA = "customXml/item1.xml"
RELATIONS = "word/_rels/document.xml.rels"

Said = Mapping[str, str]
"""The words of each part that is answered."""


def parts_of(raw: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(raw: bytes, parts: Mapping[str, str]) -> bytes:
    """The package with parts changed or put in."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in {**parts_of(raw), **{n: t.encode() for n, t in parts.items()}}.items():
            package.writestr(name, body)
    return out.getvalue()


def answered(
    raw: bytes, answers: Mapping[str, Said], values: Mapping[str, str], *, keeps_data: bool = False
) -> bytes:
    """The paper with these words by item, as Word leaves it; `values` are the stored ones by words.

    `keeps_data` leaves the data as they were, as an editor does that only knows the words.
    """
    parts = parts_of(raw)
    document, data = parts[DOCUMENT].decode(), parts[DATA].decode()
    for item, said in answers.items():
        for prefix, part in PARTS.items():
            if part not in said:
                continue
            document = _shown(document, tag(prefix, item), said[part])
            value = values.get(said[part], said[part]) if part == "decision" else said[part]
            data = data if keeps_data else _kept(data, item, part, value)
    return changed(raw, {DOCUMENT: document, DATA: data})


def _shown(document: str, name: str, words: str) -> str:
    start = document.index(f'<w:tag w:val="{escape(name)}"/>')
    end = document.index("</w:sdt>", start)
    text = re.sub(r"(<w:t[^>]*>)[^<]*", lambda found: found[1] + escape(words), document[start:end])
    return document[:start] + text + document[end:]


def _kept(data: str, item: str, part: str, value: str) -> str:
    start = data.index(f'key="{escape(item)}"')
    end = data.index("</m:item>", start)
    text = re.sub(
        rf"(<m:{part}>)[^<]*", lambda found: found[1] + escape(value), data[start:end], count=1
    )
    return data[:start] + text + data[end:]


def ticked(raw: bytes, action: str) -> bytes:
    """The paper with the box of an action ticked."""
    document = parts_of(raw)[DOCUMENT].decode()
    start = document.index(f'<w:tag w:val="agreed.{action}"/>')
    end = document.index("</w:sdt>", start)
    box = document[start:end].replace('w14:checked w14:val="0"', 'w14:checked w14:val="1"')
    return changed(raw, {DOCUMENT: document[:start] + box.replace("☐", "☒") + document[end:]})


def without_tags(raw: bytes) -> bytes:
    """The paper as an editor leaves it that knows no tags, titles and ids of controls."""
    document = parts_of(raw)[DOCUMENT].decode()
    return changed(raw, {DOCUMENT: re.sub(r"<w:(?:tag|alias|id) w:val=\"[^\"]*\"/>", "", document)})


def without_data(raw: bytes) -> bytes:
    """The paper without what its controls are bound to."""
    return changed(raw, {DATA: "<empty/>"})


def without_controls(raw: bytes) -> bytes:
    """The paper with nothing but words in its tables."""
    document = parts_of(raw)[DOCUMENT].decode()
    document = re.sub(r"<w:sdtPr>.*?</w:sdtPr>", "", document)
    return changed(raw, {DOCUMENT: re.sub(r"</?w:sdt(?:Content)?>", "", document)})


def with_tracked(raw: bytes, item: str, new: str) -> bytes:
    """The paper with a decision changed by somebody whose changes are tracked."""
    document = parts_of(raw)[DOCUMENT].decode()
    start = document.index(f'<w:tag w:val="confirm.{item}"/>')
    start = document.index("<w:sdtContent>", start) + len("<w:sdtContent>")
    end = document.index("</w:sdtContent>", start)
    gone = f"<w:r><w:delText>{EMPTY['decision']}</w:delText></w:r>"
    both = (
        f'<w:del w:id="901" w:author="Clerk">{gone}</w:del>'
        f'<w:ins w:id="902" w:author="Clerk"><w:r><w:t>{new}</w:t></w:r></w:ins>'
    )
    return changed(raw, {DOCUMENT: document[:start] + both + document[end:]})


def with_comment(raw: bytes, words: str, said: str) -> bytes:
    """The paper with a comment on the last place that shows these words."""
    parts = parts_of(raw)
    document, relations = parts[DOCUMENT].decode(), parts[RELATIONS].decode()
    at = document.rindex(f">{words}<")
    start, end = document.rindex("<w:r>", 0, at), document.index("</w:r>", at) + len("</w:r>")
    marked = (
        f'<w:commentRangeStart w:id="0"/>{document[start:end]}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    space = "http://schemas.openxmlformats.org"
    comment = (
        f'<w:comments xmlns:w="{space}/wordprocessingml/2006/main"><w:comment w:id="0" '
        f'w:author="Chair"><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment></w:comments>'
    )
    relation = (
        f'<Relationship Id="rComments" Type="{space}/officeDocument/2006/relationships/comments" '
        'Target="comments.xml"/></Relationships>'
    )
    return changed(
        raw,
        {
            DOCUMENT: document[:start] + marked + document[end:],
            RELATIONS: relations.replace("</Relationships>", relation),
            "word/comments.xml": comment,
        },
    )
