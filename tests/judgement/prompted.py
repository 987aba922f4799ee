"""States that make challenge prompts fire, as lists of paths and values."""

from typing import Any

from builders import TINY
from maturity.framework import Framework, parse
from maturity.judgement.context import Around, PromptContext, context_of
from maturity.judgement.prompts.asked import PROMPTS, PromptRule, firing
from maturity.judgement.prompts.facts import Fact
from maturity.session.kinds import is_collection, put, validated
from maturity.session.state import SessionState

Entry = tuple[tuple[str, ...], object]
ONE = ("pillar", "one")
DAY: Entry = (("session", "date"), "2026-03-23")

FRAMEWORK = TINY.replace(
    b'council = { label = "Council" }',
    b'council = { label = "Council", sector = "education" }\n'
    b'school = { label = "Schools", sector = "education" }',
)
RULES: dict[str, PromptRule] = {rule.id: rule for rule in PROMPTS}


def a_framework(*blocks: str) -> Framework:
    """The tiny framework with sectors, and more blocks of TOML."""
    return parse(FRAMEWORK + "\n".join(("", *blocks)).encode(), "tiny.toml")


def a_state(*entries: Entry) -> SessionState:
    """A session with these values."""
    state = SessionState()
    for at, raw in entries:
        kind = at[:-1] if is_collection(at[:-1]) else at
        state = put(state, at, validated(kind, raw))
    return state


def context(*entries: Entry, framework: Framework | None = None) -> PromptContext:
    """What the prompts of item "one" look at."""
    framework = framework or a_framework()
    return context_of(Around(framework, a_state(*entries)), framework.item("one"))


def fact(prompt: str, *entries: Entry, framework: Framework | None = None) -> Fact | None:
    """What makes one prompt fire, if it does, whether the framework has it on or not."""
    return RULES[prompt].fires(context(*entries, framework=framework))


def fired(*entries: Entry, framework: Framework | None = None) -> list[str]:
    """The prompts that fire, in order."""
    return [rule.id for rule, _ in firing(context(*entries, framework=framework))]


def rated(level: str = "middle", item: str = "one", **more: object) -> Entry:
    return ("pillar", item, "rating"), {"state": "provisional", "level": level, **more}


def link(name: str = "a", quote: str = "Words.", item: str = "one", **more: object) -> Entry:
    new = {"excerpt": f"e{name}", "document": "d", "quote": quote, **more}
    return ("pillar", item, "links", f"aa.{name}"), new


def card(name: str = "a", quote: str = "Words.", **facts: Any) -> tuple[Entry, ...]:
    """A linked excerpt with the facts that are known of it."""
    known: tuple[Entry, ...] = tuple((("excerpts", f"e{name}", key), v) for key, v in facts.items())
    return (link(name, quote), *known)


def a_round(*counts: int, n: int = 1, rule: str = "ram-1", **groups: tuple[int, ...]) -> Entry:
    levels = ("low", "middle", "high")
    tallies = {name: {"tally": dict(zip(levels, one, strict=True))} for name, one in groups.items()}
    tally = dict(zip(levels, counts, strict=True))
    return (*ONE, "rounds", f"bb.{n}"), {"n": n, "rule": rule, "tally": tally, "groups": tallies}


def a_dissent(**more: object) -> Entry:
    return (*ONE, "dissent", "cc.1"), {"level": "low", **more}


def person(number: int, group: str | None, state: str = "present", **more: object) -> Entry:
    new = {"name": f"Bo Fenn {number}", "state": state, **more}
    return ("people", f"pp.{number}"), new if group is None else {**new, "group": group}


def action(name: str = "a", **more: object) -> Entry:
    new = {"text": "Do it", "owners": ["Council"], "due": "May", "item": "one", **more}
    return ("actions", f"ac.{name}"), new


def status(colour: str, on: str, note: str | None = None, action: str = "a") -> Entry:
    new = {"status": colour, "on": on, **({"note": note} if note else {})}
    return ("actions", f"ac.{action}", "statuses", f"st.{on}"), new


def kloe(name: str = "a", **more: object) -> Entry:
    return ("kloes", f"kk.{name}"), {"text": "Why?", "item": "one", **more}


def note(name: str, tag: str | None, **more: object) -> Entry:
    new = {"text": "Said.", **more} | ({"tag": tag} if tag else {})
    return (*ONE, "notes", f"nn.{name}"), new


NO_RISKS: Entry = (("session", "no_risks"), True)
