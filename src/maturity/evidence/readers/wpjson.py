"""Pages saved from a WordPress site as JSON: one page or a list of them."""

import json
from collections.abc import Iterator
from html import unescape
from typing import Literal

from maturity.evidence.blocks import Block, Reading
from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused
from maturity.evidence.model import DocumentDate
from maturity.evidence.readers.html import flow_of, told_of
from maturity.evidence.readers.html_flow import Flow
from maturity.evidence.readers.sniff import Sniffed
from maturity.evidence.shapes.mentions import written_date

__all__ = ["read"]

VERSION = 1

Kind = Literal["published", "updated"]
Post = dict[str, object]


def read(data: bytes, kind: Sniffed, limits: Limits) -> Reading:
    """The blocks of a page's content; of several pages, each under its own title."""
    del data, limits  # every reader is asked alike; the text is all that this one needs
    posts = _posts(kind.text)
    titles = [_title(post) for post in posts]
    flows = [_flow(post, number, len(posts)) for number, post in enumerate(posts, 1)]
    blocks = [
        block
        for number, (title, flow) in enumerate(zip(titles, flows, strict=True), 1)
        for block in _blocks(title, flow, number, len(posts))
    ]
    skipped: dict[str, int] = {}
    for flow in flows:
        for reason, count in flow.skipped.items():
            skipped[reason] = skipped.get(reason, 0) + count
    return Reading(
        reader="wpjson",
        version=VERSION,
        media="application/json",
        blocks=tuple(blocks),
        title="; ".join(filter(None, titles)) or None,
        encoding=kind.encoding,
        dates=(
            *(date for post in posts for date in _dates(post)),
            *(date for flow in flows for date in flow.dates),
        ),
        warnings=told_of(sum(flow.hidden for flow in flows)),
        skipped=tuple(skipped.items()),
    )


def _posts(text: str) -> list[Post]:
    try:
        found = json.loads(text)
    except ValueError as fault:
        raise Refused("R11", part="the JSON") from fault
    posts = found if isinstance(found, list) else [found]
    if not posts or not all(_is_post(post) for post in posts):
        raise Refused("R31")
    return posts


def _is_post(post: object) -> bool:
    return isinstance(post, dict) and all(
        isinstance(part, dict) and isinstance(part.get("rendered"), str)
        for part in (post.get("title"), post.get("content"))
    )


def _rendered(post: Post, name: str) -> str:
    part = post[name]
    return str(part["rendered"]) if isinstance(part, dict) else ""


def _title(post: Post) -> str:
    # Entities are escaped for JSON and for HTML, so they are still there once the JSON is read.
    return " ".join(unescape(_rendered(post, "title")).split())


def _flow(post: Post, number: int, pages: int) -> Flow:
    content = _rendered(post, "content")
    place = f"page {number}, " if pages > 1 else ""
    if not content.strip():
        return Flow(place=place)
    return flow_of(content, place=place, deeper=1 if pages > 1 else 0)


def _blocks(title: str, flow: Flow, number: int, pages: int) -> Iterator[Block]:
    if pages > 1:
        yield Block("heading", title, f"page {number}", level=1)
    yield from flow.blocks


def _dates(post: Post) -> Iterator[DocumentDate]:
    """When the page was published and last changed; what it speaks of stands in its text."""
    kinds: tuple[tuple[str, Kind], ...] = (("date", "published"), ("modified", "updated"))
    for name, kind in kinds:
        said = post.get(name)
        if isinstance(said, str) and said:
            yield DocumentDate(kind=kind, date=written_date(said, source="property"))
