"""The rules for web pages by their names in the design: from a page to its faults."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from accessibility.page import Page
from maturity.report.palette import contrast

_LEAST = 4.5
_FETCHING = ("src", "srcset", "action", "data", "poster", "background", "ping")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def htm1(page: Page) -> Iterator[str]:
    levels = [int(tag.name[1]) for tag in page.named("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1 or levels[0] != 1:
        yield "there is not one h1 before all"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "a level of heading is skipped"


def htm2(page: Page) -> Iterator[str]:
    for tag in page.named("th"):
        if tag.values.get("scope") not in {"col", "row"}:
            yield f"a header without scope: {tag.text}"


def htm3(page: Page) -> Iterator[str]:
    ids = Counter(tag.values["id"] for tag in page.tags if "id" in tag.values)
    yield from (f"id {name} is used twice" for name, number in ids.items() if number > 1)
    targets = [tag.values.get("href", "")[1:] for tag in page.named("a") if _is_inside(tag.values)]
    targets += [
        tag.values["aria-labelledby"] for tag in page.tags if "aria-labelledby" in tag.values
    ]
    yield from (f"nothing is called {name}" for name in targets if name not in ids)


def _is_inside(values: dict[str, str]) -> bool:
    return values.get("href", "").startswith("#")


def htm4(page: Page) -> Iterator[str]:
    for tag in page.tags:
        if tag.name in {"script", "link", "iframe", "object", "embed", "base", "img", "form"}:
            yield f"a {tag.name} stands in the page"
        for name, value in tag.values.items():
            if name in _FETCHING or name.startswith("on"):
                yield f"{tag.name} has {name}"
            if name == "href" and not re.match(r"#|https://|mailto:", value):
                yield f"a link to {value}"
    if re.search(r"url\(|@import|expression\(", _style(page)):
        yield "the style sheet fetches something"


def htm5(page: Page) -> Iterator[str]:
    if [tag.values.get("lang") for tag in page.named("html")] != ["en-GB"]:
        yield "the language is not said"
    if not any(tag.text for tag in page.named("title")):
        yield "the page has no title"


def htm6(page: Page) -> Iterator[str]:
    colours: dict[str, str] = dict(re.findall(r"--([\w-]+):#([0-9A-F]{6})", _style(page)))
    painted = {name: _painted(name, page, colours) for name in ("color", "background")}
    grounds = {"": colours["paper"]} | painted["background"]
    for selector, ground in grounds.items():
        text = painted["color"].get(selector, colours["ink"])
        if contrast(text, ground) < _LEAST:
            yield f"{selector}: {text} on {ground}"
    for selector, text in painted["color"].items():
        if selector not in grounds and contrast(text, colours["paper"]) < _LEAST:
            yield f"{selector}: {text} on the page"
    for ground in ("paper", "decision-fill", "dissent-fill"):
        if contrast(colours["link"], colours[ground]) < _LEAST:
            yield f"a link on {ground}"


def _painted(name: str, page: Page, colours: dict[str, str]) -> dict[str, str]:
    """The colour that each selector sets for `name`."""
    found: dict[str, str] = {}
    for selector, declared in _RULE.findall(_style(page)):
        set_to = re.search(rf"(?:^|;){name}:(?:var\(--([\w-]+)\)|#([0-9A-F]{{6}}))", declared)
        if set_to:
            colour = colours[set_to[1]] if set_to[1] else set_to[2]
            found.update(dict.fromkeys(selector.strip().split(","), colour))
    return found


def _style(page: Page) -> str:
    return "".join("".join(tag.words) for tag in page.named("style"))


def whole(page: Page) -> Iterator[str]:
    """Every tag is closed by its own, and no cell, item or heading is empty."""
    yield from (f"{name} closes nothing" for name in page.unpaired)
    yield from (f"{tag.name} is left open" for tag in page.left_open)
    for tag in page.named("td", "th", "li", "p", "h1", "h2", "h3", "h4", "h5", "caption"):
        if not tag.text:
            yield f"an empty {tag.name}"


HTML_RULES: dict[str, Callable[[Page], Iterator[str]]] = {
    "htm1": htm1,
    "htm2": htm2,
    "htm3": htm3,
    "htm4": htm4,
    "htm5": htm5,
    "htm6": htm6,
    "whole": whole,
}


def html_faults(raw: bytes) -> list[str]:
    """What every rule finds in a page."""
    page = Page(raw)
    return [f"{name}: {fault}" for name, rule in HTML_RULES.items() for fault in rule(page)]
