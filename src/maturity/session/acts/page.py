"""The words that only people can write, and the settings of the session."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType

from maturity.frozen import dataclass
from maturity.session.acts.act import (
    Change,
    Outcome,
    Refused,
    Scene,
    line,
    prose,
    register,
    told,
)
from maturity.session.acts.when import clock_time, iso_date
from maturity.session.kinds import Path
from maturity.text import TITLE_CAP, clean_line

__all__ = ["SETTINGS", "PageAct", "SetAct", "page_outcome", "set_outcome"]

_MOST = {"families": 3, "difference": 3}


@dataclass(frozen=True, slots=True)
class PageAct:
    """Write the words of page 1 and the parts that only people can write."""

    story: str | None = told("the overall story, in one sentence")
    families: tuple[str, ...] | None = told("what families and young people told us (up to 3)")
    difference: tuple[str, ...] | None = told(
        "what would most change children's experience (up to 3)"
    )
    ask: tuple[str, ...] | None = told("a further decision asked of the board")
    bring: tuple[str, ...] | None = told("what people should bring")
    for_families: str | None = told("what this means for families, in plain words")
    implications: str | None = told("cost, legal and equality implications")


def page_outcome(scene: Scene, act: PageAct) -> Outcome:
    """Set the words that were given; a list given replaces the list that stood there."""
    changes: tuple[Change, ...] = ()
    for field in fields(act):
        value = getattr(act, field.name)
        if value is None:
            continue
        name = "asks" if field.name == "ask" else field.name
        if isinstance(value, tuple):
            value = tuple(text for text in (prose(one) for one in value) if text)
            if len(value) > _MOST.get(name, len(value)):
                raise Refused(f"Up to {_MOST[name]} lines fit here; {len(value)} were given.")
        else:
            value = prose(value)
        changes += register(scene, ("page", name), value)
    if not changes:
        raise Refused("Nothing to write was given, or it stands there already.")
    names = ", ".join(change.at[1].replace("_", " ") for change in changes)
    return Outcome(changes, f"Kept: {names}.")


@dataclass(frozen=True, slots=True)
class SetAct:
    """Change a setting of the session."""

    key: str = told("the setting", positional=True)
    value: str = told("its value; empty clears it", positional=True)


_MINUTES = re.compile("[0-9]{1,4}")
_ON_A_DAY = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[ T](.+)")


def _day(scene: Scene, raw: str) -> str:
    return iso_date(scene, raw) or ""


def _title(_scene: Scene, raw: str) -> str:
    # a word processor needs minutes for a page header of five thousand words
    return clean_line(raw, cap=TITLE_CAP)


def _way(_scene: Scene, raw: str) -> str:
    if raw.strip().casefold() not in {*_WAYS, ""}:
        raise Refused(f'"{raw}" is no way of voting. Ways: {", ".join(_WAYS)}.')
    return raw.strip().casefold()


def _words(_scene: Scene, raw: str) -> str:
    return line(raw) or ""


def _name(_scene: Scene, raw: str) -> str:
    name = _title(_scene, raw)
    if not name:
        raise Refused("A session needs a title and an area.")
    return name


def _number(_scene: Scene, raw: str) -> int | None:
    if not raw.strip():
        return None
    if not _MINUTES.fullmatch(raw.strip()):
        raise Refused(f'"{raw}" is not a number of minutes.')
    return int(raw)


def _truth(_scene: Scene, raw: str) -> bool | None:
    answers = {"yes": True, "true": True, "no": False, "false": False, "": None}
    if raw.strip().casefold() not in answers:
        raise Refused(f'"{raw}" is neither yes nor no.')
    return answers[raw.strip().casefold()]


def _time(scene: Scene, raw: str) -> str:
    if not raw.strip():
        return ""
    named = _ON_A_DAY.fullmatch(raw.strip())
    hours, minutes = clock_time(named[2] if named else raw)
    day = _day(scene, named[1]) if named else scene.state.session.date
    day = day or scene.now.date().isoformat()
    return f"{day}T{hours:02}:{minutes:02}:00"


def _pillars(scene: Scene, raw: str) -> tuple[str, ...]:
    named = tuple(part.strip() for part in raw.split(",") if part.strip())
    if unknown := [name for name in named if name not in scene.framework.pillars]:
        raise Refused(f'There is no pillar called "{unknown[0]}".')
    return named


_WAYS = ("paper", "hands", "survey", "phone")
_Read = Callable[[Scene, str], object]

SETTINGS: Mapping[str, tuple[str, Path, _Read]] = MappingProxyType(
    {
        "title": ("the title of the session", ("session", "title"), _name),
        "area": ("the area, as it should stand on the paper", ("session", "area"), _name),
        "period": ("the period, such as spring 2026", ("session", "period"), _title),
        "date": ("the day of the workshop", ("session", "date"), _day),
        "minutes": ("length of the whole sitting", ("agenda", "minutes"), _number),
        "board_date": ("the day the board meets", ("settings", "board_date"), _day),
        "keep_until": ("the day the record may go", ("settings", "keep_until"), _day),
        "keep_group_tallies": (
            "keep the counts by voice group after closing: yes or no",
            ("settings", "keep_group_tallies"),
            _truth,
        ),
        "marking": ("the protective marking on each page", ("settings", "marking"), _title),
        "voting": (
            "how the room votes: paper, hands, survey or phone",
            ("settings", "voting"),
            _way,
        ),
        "place": ("where the workshop is", ("settings", "place"), _words),
        "starts": ("when it starts, in words", ("settings", "starts"), _words),
        "joining": ("how to join, for the pre-reading", ("settings", "joining"), _words),
        "agenda.started": ("the time it really began", ("agenda", "started"), _time),
        "agenda.minutes": ("length of the whole sitting", ("agenda", "minutes"), _number),
        "agenda.opening_minutes": (
            "minutes before the first item",
            ("agenda", "opening_minutes"),
            _number,
        ),
        "agenda.closing_minutes": (
            "minutes after the last item",
            ("agenda", "closing_minutes"),
            _number,
        ),
        "agenda.break_minutes": ("minutes of the break", ("agenda", "break_minutes"), _number),
        "agenda.break_after": ("pillars with a break after", ("agenda", "break_after"), _pillars),
        "agenda.item_minutes": ("minutes for each item", ("agenda", "item_minutes"), _number),
    }
)
"""Every setting but the house words: what it is, where it stands, how its value is read."""


def set_outcome(scene: Scene, act: SetAct) -> Outcome:
    """Change one setting; `house.WORD` puts the area's own word over the framework's."""
    key = line(act.key) or ""
    house = key.removeprefix("house.")
    value: object
    at: Path
    if key != house and house in type(scene.framework.wording).model_fields:
        at = ("settings", key)
        value = line(act.value)
    elif key in SETTINGS:
        _, at, read = SETTINGS[key]
        value = read(scene, act.value)
    else:
        raise Refused(
            f'There is no setting called "{act.key}". maturity set SESSION lists them all.'
        )
    changes = register(scene, at, value)
    return Outcome(changes, f"{key}: {act.value}." if act.value else f"{key} is cleared.")
