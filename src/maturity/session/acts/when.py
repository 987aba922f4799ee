"""Dates as people say them, kept beside the day they were understood to be."""

import re
from datetime import date

from maturity.session.acts.act import Refused, Scene, line
from maturity.words.dates import due_date, parse_date_text

__all__ = ["clock_time", "due_fields", "iso_date", "landmarks"]

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


def landmarks(scene: Scene) -> dict[str, date]:
    """Days that people name instead of a date: the board they report to, by its own names."""
    day = scene.state.settings.get("board_date")
    if not isinstance(day, str):
        return {}
    wording = scene.framework.wording
    names = {"board", "next board", "next sib", "sib", (wording.board or "board").casefold()}
    house = scene.state.settings.get("house.board")
    if isinstance(house, str):
        names.add(house.casefold())
    return {name: date.fromisoformat(day) for name in names if name}


def due_fields(scene: Scene, due: str | None) -> dict[str, str | None]:
    """The words of a due date and the day they name from today on; the words alone where none."""
    if due is None:
        return {"due": None, "due_on": None}
    typed = line(due) or ""
    day = due_date(typed, scene.now.date(), landmarks(scene)) if typed else None
    return {"due": typed, "due_on": day.isoformat() if day else ""}


def clock_time(raw: str) -> tuple[int, int]:
    """Hours and minutes as people type them: 09:40 or 9.40. Raises `Refused` for anything else."""
    found = _CLOCK.fullmatch(raw.strip())
    if found is None:
        raise Refused(f'"{raw}" is not a time. Write it as 09:40.')
    return int(found[1]), int(found[2])


def iso_date(scene: Scene, raw: str | None) -> str | None:
    """A date that has to be one day, as ISO text; empty text stays empty, which clears.

    Raises `Refused` when the words name no single day.
    """
    if raw is None or not raw.strip():
        return raw if raw is None else ""
    day = parse_date_text(line(raw) or "", scene.now.date()).day
    if day is None:
        raise Refused(f'"{raw}" is not a day. Write it as 2026-03-23 or 23 March 2026.')
    return day.isoformat()
