"""What makes two frameworks, or two items, the same: their words, and nothing else.

Line ends, comments, wrapping, the order of blocks, evidence hints, voices and the agenda may all
change; one word of a level text may not. Sessions pin their framework by it.
"""

import hashlib
import json
import unicodedata
from typing import Any, Final

from maturity.framework.model import Criterion, Item, Practice
from maturity.framework.whole import Framework

__all__ = ["canonical", "fingerprint", "item_stamp", "plain", "shown", "wording_of"]

_KIND: Final = "maturity-framework-1"
_UNSEEN: Final = {ord(char): None for char in "\u00ad\u200b\u2060\ufeff"}
_DIGITS_SHOWN: Final = 12


def plain(text: str | None) -> str:
    """A text as it is compared: composed, and without what nobody sees."""
    composed = unicodedata.normalize("NFC", (text or "").translate(_UNSEEN))
    return " ".join(composed.split())


def _texts(statements: tuple[str, ...]) -> list[str]:
    return [plain(each) for each in statements]


def _practice(practice: Practice) -> dict[str, Any]:
    return {
        "level": practice.level,
        "title": plain(practice.title),
        "text": plain(practice.text),
        "checks": _texts(practice.checks),
    }


def wording_of(framework: Framework, item: Item) -> dict[str, Any]:
    """What is compared of an item, its id among it; its pillar is no part of it."""
    practices = item.practice if isinstance(item, Criterion) else ()
    return {
        "id": item.id,
        "title": plain(item.title),
        "question": plain(item.question),
        "levels": list(framework.levels_of(item)),
        "text": {level: _texts(said) for level, said in item.level.items()},
        "may_not_apply": item.may_not_apply,
        "practices": [_practice(each) for each in practices],
    }


def _whole(framework: Framework) -> dict[str, Any]:
    criteria = [
        {**wording_of(framework, each), "pillar": each.pillar or ""}
        for each in framework.criteria.values()
    ]
    return {
        "kind": _KIND,
        "id": framework.id,
        "version": plain(framework.version),
        "rate": framework.meta.rate,
        "levels": [
            {
                "id": level.id,
                "label": plain(level.label),
                "meaning": plain(level.meaning),
                "statements": level.statements,
            }
            for level in framework.levels.values()
        ],
        "pillars": sorted(
            (wording_of(framework, each) for each in framework.pillars.values()),
            key=lambda each: str(each["id"]),
        ),
        "criteria": sorted(criteria, key=lambda each: str(each["id"])),
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def canonical(framework: Framework) -> str:
    """The JSON that the fingerprint is taken over, so that two people who differ can compare."""
    return _json(_whole(framework))


def fingerprint(framework: Framework) -> str:
    """64 lower-case hexadecimal digits: SHA-256 of the canonical JSON in UTF-8."""
    return _sha256(canonical(framework))


def item_stamp(framework: Framework, item_id: str) -> str:
    """12 digits that say whether an item's wording is the same; its pillar is no part of it.

    Raises `NotKnown`.
    """
    return _sha256(_json(wording_of(framework, framework.item(item_id))))[:_DIGITS_SHOWN]


def shown(fingerprint_: str) -> str:
    """A fingerprint as people read it: its first 12 digits, such as 6D8B-197F-B12D."""
    first = fingerprint_[:_DIGITS_SHOWN].upper()
    return "-".join(first[at : at + 4] for at in range(0, len(first), 4))
