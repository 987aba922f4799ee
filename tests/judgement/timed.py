"""Frameworks and votes for the time of a talk: five pillars, or two pillars of two criteria."""

from builders import TINY
from judgement.prompted import Entry
from maturity.framework import Framework, parse

LEVELS = ("low", "middle", "high")
TEXTS = '\nlevel.low = "Little."\nlevel.middle = "Some."\nlevel.high = "A lot."\n'
AGENDA = "[agenda]\nminutes = {minutes}\nbreak_after = ['one']\n"


def five_pillars(minutes: int = 170) -> Framework:
    """Five pillars; 170 minutes leave 100 of them, a break of 15 after the first aside."""
    more = "".join(
        f'\n[pillar.{name}]\ntitle = "{name.title()}"\nquestion = "How well?"{TEXTS}'
        for name in ("three", "four", "five")
    )
    head, lens = TINY.split(b"[criterion.lens]")
    text = head + more.encode() + b"\n[criterion.lens]" + lens
    return parse(text + AGENDA.format(minutes=minutes).encode(), "tiny.toml")


def _criteria() -> bytes:
    text = TINY.replace(b'rate = "pillars"', b'rate = "criteria"')
    for name, pillar in (("b", "one"), ("c", "two"), ("d", "two")):
        block = f'\n[criterion.{name}]\npillar = "{pillar}"\ntitle = "{name}"\nquestion = "How?"'
        text += f"{block}{TEXTS}".encode()
    return text + AGENDA.format(minutes=100).encode()


FOUR_CRITERIA = _criteria()
"""Two pillars of two criteria each, in a sitting of 100 minutes."""


def four_criteria() -> Framework:
    """Two pillars of two criteria each, in a sitting of 100 minutes."""
    return parse(FOUR_CRITERIA, "tiny.toml")


def votes(item: str, *counts: int, kind: str = "pillar") -> Entry:
    tally = dict(zip(LEVELS, counts, strict=True))
    new = {"n": 1, "rule": "ram-1", "tally": tally, "groups": {}}
    return (kind, item, "rounds", f"bb.{item}"), new
