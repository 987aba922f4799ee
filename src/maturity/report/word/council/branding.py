"""From a council's template to what their papers are dressed in.

Each of our styles takes its looks from theirs: by the map they wrote, by our own name for it, by
a short list of other names; one that is not found keeps ours. Nothing of their file is copied.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from maturity.evidence.answers.look import Look, Page, Style
from maturity.report.brand import Brand
from maturity.report.brand_file import style_called
from maturity.report.palette import COLOURS, READABLE, contrast, text_on
from maturity.report.word.columns import breadth
from maturity.report.word.council.edges import their_edges
from maturity.report.word.council.mending import Ground, Repairs, mended
from maturity.report.word.dress import A4, Dress, Margins
from maturity.report.word.styles import FACE, ParagraphStyle, styles_in

__all__ = ["dressed"]

_ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("document title", "report title"),
    "subtitle": ("document subtitle", "report subtitle"),
    "body": ("normal",),
    "list-bullet": ("bullet", "bullets", "bullet list", "bulleted list"),
    "list-number": ("numbers", "numbered list", "number list"),
    "list-letter": ("lettered list", "letter list"),
    "table-text": ("table body", "table contents", "table content"),
    "table-head": ("table heading", "table header"),
    "decision": ("recommendation", "recommendations"),
    "notice": ("note",),
    "toc-heading": ("contents heading", "contents title"),
    "link": ("internet link",),
}
_OF_BODY: Final = ("after-block", "before-callout", "lead", "meta")
_NEAR_MM = 1.5
_LEAST_MARGIN = 15
_MOST_MARGIN = 60
_LEAST_WIDTH = 145
_LARGER = 2
_SIZE = 12


def dressed(brand: Brand) -> Dress:
    """What papers of a brand are dressed in; `repairs` has a sentence for each thing not taken."""
    if brand.look is None:
        styles, navy = styles_in(brand.colours), brand.colours["navy"]
        return Dress(styles, brand.colours, head_fill=navy, repairs=brand.repairs)
    look = brand.look
    repairs = Repairs()
    found = {role: _found(role, name, look, brand) for role, name in _names().items()}
    body, link, table = found["body"], found["link"], found["table"]
    face = body.formatting.face if body and body.formatting.face else FACE
    colours, faint = _linked(_led(brand.colours, found["heading-1"]), link)
    navy = colours["navy"]
    ground = Ground(colours, face, (table.formatting.fill if table else "") or navy)
    styles = tuple(_styles(found, ground, repairs))
    margins, of_page = _margins(look.page)
    edges, of_edges = their_edges(look.edges, styles, ground, margins.width, repairs)
    size = next(style.size for style in styles if style.role == "body")
    return Dress(
        styles=styles,
        colours=colours,
        face=face,
        size=size or _SIZE,
        head_fill=ground.head_fill,
        margins=margins,
        edges=edges,
        has_first=any(kind == "first" for _, kind in edges),
        repairs=(*brand.repairs, *faint, *repairs.said(), *of_page, *of_edges),
    )


def _names() -> dict[str, str]:
    """The name of each of our styles, by its role."""
    named = {style.role: style.name for style in styles_in(COLOURS)}
    return {**named, "link": "Hyperlink", "table": "Board Table"}


def _found(role: str, name: str, look: Look, brand: Brand) -> Style | None:
    kind = {"link": "character", "table": "table"}.get(role, "paragraph")
    mapped = (brand.styles[role],) if role in brand.styles else ()
    wanted = (*mapped, name, *_ALIASES.get(role, ()))
    return next((style for one in wanted if (style := style_called(look, one, kind))), None)


def _led(colours: Mapping[str, str], heading: Style | None) -> Mapping[str, str]:
    """The palette led by the colour of their headings, unless they named one of their own."""
    colour = heading.formatting.colour if heading else ""
    if not colour or colour == "000000" or colours["navy"] != COLOURS["navy"]:
        return colours
    on_paper, on_fill = (contrast(colour, colours[name]) for name in ("paper", "decision-fill"))
    return {**colours, "navy": colour} if on_paper >= READABLE and on_fill >= READABLE else colours


def _linked(
    colours: Mapping[str, str], link: Style | None
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The palette with the colour of their links, and what is said where it cannot be read."""
    colour = link.formatting.colour if link else ""
    if link is None or not colour or colours["link"] != COLOURS["link"]:
        return colours, ()
    grounds = (colours[name] for name in ("paper", "decision-fill", "dissent-fill"))
    if min(contrast(colour, one) for one in grounds) < READABLE:
        return colours, (f"The template's links ({link.name}) are too faint, so ours are used.",)
    return {**colours, "link": colour}, ()


def _styles(
    found: Mapping[str, Style | None], ground: Ground, repairs: Repairs
) -> Iterator[ParagraphStyle]:
    taken: set[str] = set()
    body: ParagraphStyle | None = None
    is_numbered = False
    for own in styles_in(ground.colours):
        theirs = found[own.role]
        if theirs is not None:
            made = mended(own, theirs, ground, repairs)
        elif body is not None and own.role in _OF_BODY:
            made = _of_body(own, body)
        else:
            made = _on(own, ground, body)
        is_numbered = is_numbered or (own.outline == 0 and made.number is not None)
        if made.number is not None and not is_numbered:
            repairs.add("numbers", made.alias or made.name)
            made = replace(made, number=None)
        # Word drops a style whose other name is taken.
        if made.alias.casefold() in taken:
            made = replace(made, alias="")
        taken.add(made.alias.casefold() or made.name.casefold())
        body = made if own.role == "body" else body
        yield made


def _of_body(own: ParagraphStyle, body: ParagraphStyle) -> ParagraphStyle:
    """A kind of body text that their template has not: as their body text, but for its own."""
    size = body.size or _SIZE
    return replace(
        body,
        role=own.role,
        style_id=own.style_id,
        name=own.name,
        alias="",
        keep_next=own.keep_next,
        before=max(own.before, body.before),
        size=size + _LARGER if own.role == "lead" else size,
        colour=own.colour if own.role == "meta" and body.fill is None else body.colour,
    )


def _on(own: ParagraphStyle, ground: Ground, body: ParagraphStyle | None) -> ParagraphStyle:
    """A style of ours that their template has not, beside the rest of theirs."""
    if own.role == "table-head":
        return replace(own, colour=text_on(ground.head_fill))
    if own.list_kind and body is not None:
        # a mark of two digits must not run into the words after it
        room = breadth(ground.face) * max(1, (body.size or _SIZE) / _SIZE)
        return replace(own, left=round(own.left * room, 2), first=round(own.first * room, 2))
    return own


def _margins(page: Page) -> tuple[Margins, tuple[str, ...]]:
    """Their margins on a page of A4, and what is said where theirs is another page."""
    said = []
    if max(abs(page.width - A4[0]), abs(page.height - A4[1])) > _NEAR_MM:
        said.append("The template's page is not A4 upright, so the paper has our page.")
        return Margins(), tuple(said)
    if page.columns > 1:
        said.append("The template sets text in columns; the paper has one.")
    sides = (page.top, page.right, page.bottom, page.left)
    width = A4[0] - page.left - page.right
    if not all(_LEAST_MARGIN <= one <= _MOST_MARGIN for one in sides) or width < _LEAST_WIDTH:
        said.append("The template's margins leave too little room or paper, so ours are used.")
        return Margins(), tuple(said)
    return _kept_margins(page), tuple(said)


def _kept_margins(page: Page) -> Margins:
    """Their margins, with header and footer inside them."""
    return Margins(
        page.top,
        page.right,
        page.bottom,
        page.left,
        header=max(5, min(page.header, page.top - 3)),
        footer=max(5, min(page.footer, page.bottom - 3)),
    )
