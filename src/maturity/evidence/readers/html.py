"""Web pages: where the text of a page is, and its blocks in order."""

import re
from collections.abc import Sequence

from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from maturity.evidence.blocks import Reading
from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused, notice
from maturity.evidence.model import Notice
from maturity.evidence.readers.html_flow import Flow
from maturity.evidence.readers.sniff import Sniffed

__all__ = ["flow_of", "read", "told_of"]

VERSION = 1

_DECLARED = re.compile(r"\s*<\?xml[^>]*\?>")


def read(data: bytes, kind: Sniffed, limits: Limits) -> Reading:
    """The blocks of a web page, without its navigation and what it hides."""
    del data, limits  # every reader is asked alike; the text is all that this one needs
    page = _parsed(kind.text)
    flow = flow_of(_content(page))
    has_heading = any(block.shape == "heading" and block.level == 1 for block in flow.blocks)
    return Reading(
        reader="html",
        version=VERSION,
        media="text/html",
        blocks=tuple(flow.blocks),
        title=None if has_heading else " ".join((page.findtext(".//title") or "").split()) or None,
        encoding=kind.encoding,
        dates=tuple(flow.dates),
        warnings=told_of(flow.hidden),
        skipped=tuple(flow.skipped.items()),
    )


def flow_of(content: HtmlElement | str, *, place: str = "", deeper: int = 0) -> Flow:
    """The blocks within an element, or within a piece of HTML; all are cited behind `place`.

    `deeper` is added to the level of each heading. Raises `Refused` (R33, R34).
    """
    element = _content(_parsed(content)) if isinstance(content, str) else content
    flow = Flow(place=place, deeper=deeper)
    flow.walk(element)
    return flow


def told_of(hidden: int) -> tuple[Notice, ...]:
    """What is said of the parts a page hides."""
    if not hidden:
        return ()
    parts = "part of the page was" if hidden == 1 else "parts of the page were"
    return (notice("W06", parts=f"{hidden} hidden {parts}"),)


def _parsed(text: str) -> HtmlElement:
    parser = lxml_html.HTMLParser(huge_tree=True, no_network=True, encoding="utf-8")
    source = _DECLARED.sub("", text, count=1).encode("utf-8", "replace")
    try:
        page = lxml_html.document_fromstring(source, parser=parser)
    except ParserError as fault:
        raise Refused("R33") from fault
    # Below this depth the parser drops text without a word; only its log tells.
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        raise Refused("R34")
    return page


def _content(page: HtmlElement) -> HtmlElement:
    """The one main part; else what all articles stand in; else the body."""
    mains = page.xpath("//main | //*[@role='main']")
    if len(mains) == 1:
        return mains[0]
    articles = page.xpath(
        "//article[not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::article)]"
    )
    if articles:
        return _standing_around(articles)
    body = page.find("body")
    return page if body is None else body


def _standing_around(elements: Sequence[HtmlElement]) -> HtmlElement:
    """The lowest element that holds all of `elements`: labels stand between articles too."""
    lines = [[*reversed(list(element.iterancestors())), element] for element in elements]
    common = lines[0]
    for line in lines[1:]:
        same = [a for a, b in zip(common, line, strict=False) if a is b]
        common = same
    return common[-1]
