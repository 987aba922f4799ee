"""Why an excerpt was found: its place, what stands around it, and where it may belong."""

from maturity.evidence.model import Document, Excerpt
from maturity.evidence.privacy import SAID, signs_of
from maturity.evidence.search.suggest import NONE
from maturity.evidence.shelf import NoExcerpt
from maturity.session.acts.act import Refused
from maturity.tui import draw
from maturity.workshop import Workshop

__all__ = ["why_lines"]

_MASKED = "[may identify a child: hidden, h shows]"


def why_lines(
    workshop: Workshop, excerpt_id: str, why: tuple[str, ...], *, is_private: bool
) -> tuple[draw.Part, ...]:
    """What is said of an excerpt on demand; `why` are the words of the search it was found by.

    Takes the stemmer: only shown where somebody asks. Raises `Refused` where its file is lost.
    """
    try:
        document, excerpt = workshop.shelf.find(excerpt_id)
    except NoExcerpt as lost:
        raise Refused(
            "The evidence file it stands in is missing, so only its link is left."
        ) from lost
    said = ", ".join((document.title, *excerpt.heading_path, excerpt.ref))
    lines: list[draw.Part] = [(said, "$text-muted"), ""]
    lines += _words(workshop, document, excerpt, is_private=is_private)
    if signs := signs_of(excerpt):
        lines.append(
            (f"May identify a child: {', '.join(SAID[sign] for sign in signs)}", "$warning")
        )
    lines += ["", ("FOUND BY", "bold"), *(why or ("no words were searched for",))]
    return (*lines, "", ("MAY BELONG TO", "bold"), *_suggested(workshop, document, excerpt))


def _words(
    workshop: Workshop, document: Document, excerpt: Excerpt, *, is_private: bool
) -> list[draw.Part]:
    around = workshop.shelf.neighbours(excerpt, document)
    shown = [
        "" if one is None else one.text if is_private or not _is_marked(one) else _MASKED
        for one in (around[0], excerpt, around[1])
    ]
    before, here, after = shown
    lines: list[draw.Part] = [(f"before: {before}", "$text-muted")] if before else []
    lines.append(here)
    return [*lines, *([(f"after: {after}", "$text-muted")] if after else [])]


def _is_marked(excerpt: Excerpt) -> bool:
    return "personal_data" in excerpt.flags


def _suggested(workshop: Workshop, document: Document, excerpt: Excerpt) -> list[draw.Part]:
    found = workshop.suggester.of(excerpt, workshop.shelf.beside(excerpt, document))
    titles = {item.id: item.title for item in workshop.framework.items}
    return [f"{titles[one.item]}: {', '.join(one.reasons)}" for one in found] or [NONE]
