"""Headers and footers: what a council's template has in them, and the place of our own line."""

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from maturity.frozen import dataclass
from maturity.report.word.dress import Dress, EdgeLine, Picture
from maturity.report.word.styles import STYLE_IDS
from maturity.report.word.xml import NAMESPACES, attribute, line_runs, paragraph

__all__ = ["EdgePart", "edge_parts"]

_EMU_PER_MM = 36_000
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_TAB = "<w:r><w:tab/></w:r>"
_TAGS: Final = {"header": "hdr", "footer": "ftr"}
_NAMES: Final = {"default": "", "first": "2"}
# Picture ids are counted apart from those of the body, far above them: they must differ in a file.
_IDS: Final = {"header": 90_000, "header2": 91_000, "footer": 92_000, "footer2": 93_000}
_DECORATIVE: Final = (
    f'<a:extLst xmlns:a="{_DRAWING}/main"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True, slots=True)
class EdgePart:
    """One header or footer; `pictures` are parts by where they stand beside it."""

    xml: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def edge_parts(dress: Dress) -> Mapping[str, EdgePart]:
    """Every header and footer, by the name of its part: those of a first page end in 2."""
    found = {}
    kinds = ("default", "first") if dress.has_first else ("default",)
    for place in _TAGS:
        for kind in kinds:
            name = f"{place}{_NAMES[kind]}"
            found[name] = _part(name, place, dress.edges.get((place, kind), ()))
    return found


def _part(name: str, place: str, lines: tuple[EdgeLine, ...]) -> EdgePart:
    pictures: dict[str, bytes] = {}
    written = [_line(line, name, pictures) for line in lines]
    ours = paragraph(STYLE_IDS[place], "")
    # Theirs stands at the edge of the paper, ours beside the text.
    inside = [*written, ours] if place == "header" else [ours, *written]
    tag = _TAGS[place]
    return EdgePart(f"<w:{tag} {NAMESPACES}>{''.join(inside)}</w:{tag}>", pictures)


def _line(line: EdgeLine, name: str, pictures: dict[str, bytes]) -> str:
    runs = []
    for picture in line.pictures:
        number = len(pictures) + 1
        pictures[f"media/{name}-{number}.{picture.ending}"] = picture.data
        runs.append(_picture(picture, number, name))
    texts = _TAB.join(line_runs(text) for text in line.texts)
    return paragraph(line.style.style_id, "".join(runs) + texts)


def _picture(picture: Picture, number: int, name: str) -> str:
    """A picture in its line, never floating; `number` is also that of its relationship."""
    width, height = (round(mm * _EMU_PER_MM) for mm in (picture.width, picture.height))
    words = f' descr="{attribute(picture.alt)}"' if picture.alt else ""
    about = f'id="{_IDS[name] + number}" name="{name} {number}"{words}'
    inside = "" if picture.alt else _DECORATIVE
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
        f'distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f"<wp:docPr {about}>{inside}</wp:docPr>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="{name} {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="rId{number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
