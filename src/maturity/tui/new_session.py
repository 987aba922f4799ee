"""What a new session is made of: the words typed on one page, understood."""

import secrets
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from maturity.framework import Framework
from maturity.framework.catalogue import Entry
from maturity.frozen import dataclass
from maturity.judgement.pacing import plan
from maturity.session.acts.act import Refused
from maturity.session.acts.page import SetAct
from maturity.session.store import Clock, Typist
from maturity.sessions import free_folder
from maturity.text import clean_line
from maturity.words.dates import parse_date_text
from maturity.workshop import NewSession, Workshop

__all__ = ["Wanted", "make", "plan_sentence", "title_of", "weekday"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The page as typed, by field name, and the framework chosen."""

    typed: Mapping[str, str]
    framework: Entry | None

    def said(self, name: str) -> str:
        """What was typed in one field, as one cleaned line. Raises `TextTooLong`."""
        return clean_line(self.typed.get(name, ""))


def title_of(wanted: Wanted) -> str:
    """What the session is called: area and period."""
    return ", ".join(part for part in (wanted.said("area"), wanted.said("period")) if part)


def _day(raw: str, today: date) -> date | None:
    read = parse_date_text(raw, today) if raw else None
    return read.start if read and read.start is not None and read.start == read.end else None


def weekday(raw: str, today: date) -> str:
    """The day that typed words name, with its weekday; why not where they name none."""
    if not raw.strip():
        return ""
    day = _day(raw, today)
    return f"{day:%A} {day.day} {day:%B %Y}" if day else "not a day yet: write 23 March 2026"


def _minutes(framework: Framework, typed: str) -> int:
    return int(typed) if typed.isdigit() else framework.agenda.minutes


def plan_sentence(wanted: Wanted) -> str:
    """How a sitting of the length typed divides among the items, or what does not fit."""
    if wanted.framework is None or wanted.framework.framework is None:
        return ""
    framework = wanted.framework.framework
    agenda = framework.agenda
    pillars = list(framework.pillars)
    return plan(
        len(framework.items),
        minutes=_minutes(framework, wanted.said("minutes")),
        opening=agenda.opening_minutes,
        closing=agenda.closing_minutes,
        break_minutes=agenda.break_minutes,
        break_after=[pillars.index(one) + 1 for one in agenda.break_after if one in pillars],
        item_minutes=agenda.item_minutes,
    ).sentence


def make(wanted: Wanted, sessions: Path, typist: Typist, clock: Clock) -> Workshop:
    """Make the session and its first settings, in a folder of its own.

    Raises `Refused` where something needed is missing, `FrameworkFault`, and `OSError`.
    """
    if not wanted.said("area"):
        raise Refused("Type the area first, as it should appear on the paper.")
    if wanted.framework is None or wanted.framework.framework is None:
        raise Refused("Choose a framework that has no mistakes.")
    settings = _settings(wanted, clock().date())
    minutes = wanted.said("minutes")
    if minutes and not minutes.isdigit():
        raise Refused(f'"{minutes}" is not a number of minutes.')
    title = title_of(wanted)
    sessions.mkdir(parents=True, exist_ok=True)
    workshop = Workshop.create(
        free_folder(sessions, title),
        NewSession(
            title,
            wanted.said("area"),
            secrets.token_hex(3),
            period=wanted.said("period"),
            date=_iso("date", wanted.said("date"), clock().date()),
            minutes=int(minutes) if minutes else None,
        ),
        typist,
        clock,
        framework=wanted.framework.file.read_bytes(),
        file=wanted.framework.file.name,
    )
    for key, value in settings.items():
        workshop.do(SetAct(key, value))
    return workshop


def _settings(wanted: Wanted, today: date) -> Mapping[str, str]:
    found = {
        "house.board": wanted.said("board"),
        "board_date": _iso("board_date", wanted.said("board_date"), today),
        "keep_until": _iso("keep_until", wanted.said("keep_until"), today),
    }
    return {key: value for key, value in found.items() if value}


_DAYS = {
    "date": "Workshop on",
    "board_date": "Board on",
    "keep_until": "Keep until",
}


def _iso(name: str, raw: str, today: date) -> str:
    day = _day(raw, today)
    if raw and day is None:
        raise Refused(f'{_DAYS[name]}: "{raw}" is not a day. Write it as 23 March 2026.')
    return day.isoformat() if day else ""
