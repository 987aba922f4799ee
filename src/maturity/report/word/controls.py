"""Where the board may answer in a Word file: its content controls, and the answers behind them.

Word shows what the custom XML part holds, whatever the control says. So both are written from the
one value.
"""

from functools import lru_cache
from typing import Final, Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from maturity.report.answers import (
    LONGEST_NAME,
    NAMESPACE,
    PARTS,
    PREFIXES,
    STORE,
    TICKS,
    tag,
    value_path,
)
from maturity.report.blocks import Control
from maturity.report.paper import Reference
from maturity.report.shown import escaped, one_line
from maturity.report.word.sheet import Sheet
from maturity.report.word.styles import TICK_FACE
from maturity.report.word.xml import attribute, text_runs

__all__ = ["answers_xml", "control_xml", "keep_answers"]

_CUT = "…"
_UNIT = 2
_PROPERTIES: Final = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{STORE}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    "</ds:datastoreItem>"
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'


def control_xml(control: Control, sheet: Sheet) -> str:
    """The control as it stands inside a paragraph; its key is a prefix, a dot and an id.

    It is bound where the paper asks for an answer to that id.
    """
    prefix, _, id_ = control.key.partition(".")
    kind, shown, value = _made(control.kind, control.options, control.value, control.shown)
    part, place = PARTS.get(prefix), sheet.places.get(id_)
    binding = ""
    if part and place:
        sheet.kept[place, part] = value
        binding = (
            f'<w:dataBinding w:prefixMappings="{PREFIXES}" w:xpath="{value_path(place, part)}" '
            f'w:storeItemID="{STORE}"/>'
        )
    # The order inside w:sdtPr is fixed by its schema.
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(_named(control.label))}"/>'
        f'<w:tag w:val="{escaped(tag(prefix, id_))}"/><w:id w:val="{sheet.next("control")}"/>'
        f'<w:lock w:val="sdtLocked"/>{binding}{kind}</w:sdtPr>'
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def _named(label: str) -> str:
    """The title of a control, cut where Word would refuse it: it counts in UTF-16."""
    line = one_line(label)
    units = line.encode("utf-16-le")
    if len(units) <= LONGEST_NAME * _UNIT:
        return line
    return units[: (LONGEST_NAME - 1) * _UNIT].decode("utf-16-le", "ignore").rstrip() + _CUT


@lru_cache(maxsize=16)
def _made(
    kind: Literal["choice", "text", "tick"],
    options: tuple[tuple[str, str], ...],
    value: str,
    shown: str,
) -> tuple[str, str, str]:
    """What a control is, what it shows, and the value kept of it; thousands are the same."""
    words = one_line(shown)
    if kind == "tick":
        return _tick(value), text_runs(words, '<w:rStyle w:val="Tick"/>'), value
    if kind == "text":
        return "<w:text/>", text_runs(words), words
    entries = "".join(
        f'<w:listItem w:displayText="{attribute(said)}" w:value="{attribute(name)}"/>'
        for name, said in options
    )
    return f"<w:dropDownList>{entries}</w:dropDownList>", text_runs(words), value


def _tick(value: str) -> str:
    (_, open_sign), (ticked, sign) = TICKS
    return (
        f'<w14:checkbox><w14:checked w14:val="{int(value == ticked)}"/>'
        f'<w14:checkedState w14:val="{ord(sign):04X}" w14:font="{TICK_FACE}"/>'
        f'<w14:uncheckedState w14:val="{ord(open_sign):04X}" w14:font="{TICK_FACE}"/>'
        "</w14:checkbox>"
    )


def answers_xml(asked: tuple[tuple[str, str], ...], origin: Reference, sheet: Sheet) -> str:
    """The custom XML part: what the controls of a paper hold, item by item in its order."""
    told = "".join(
        f'<m:item key="{attribute(item)}" provisional="{attribute(rating)}" '
        f'given="{attribute(sheet.kept[place, "decision"])}">{_values(place, sheet)}</m:item>'
        for place, (item, rating) in enumerate(asked, 1)
    )
    return f'{_DECLARATION}<m:paper xmlns:m="{NAMESPACE}"{_attributes(origin)}>{told}</m:paper>'


def _attributes(of: Reference) -> str:
    """The attributes by which a paper that comes back is known again."""
    names = {"session": of.session, "fingerprint": of.fingerprint, "body": of.body, "n": str(of.n)}
    return "".join(f' {name}="{attribute(text)}"' for name, text in names.items())


def _values(place: int, sheet: Sheet) -> str:
    return "".join(
        f"<m:{part}>{escaped(sheet.kept[place, part])}</m:{part}>" for part in PARTS.values()
    )


def keep_answers(document: Part, xml: str) -> None:
    """Give the file of `document` the custom XML part `xml` and the part that names it.

    Two parts of one name would have Word offer a repair, so they take the first number free.
    """
    package = document.package
    name = package.next_partname("/customXml/item%d.xml")
    item = Part(name, CONTENT_TYPE.XML, xml.encode(), package)
    document.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    about = PackURI(f"/customXml/itemProps{name.idx}.xml")
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    properties = Part(about, kind, f"{_DECLARATION}{_PROPERTIES}".encode(), package)
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
