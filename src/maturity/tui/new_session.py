"""What a new session is made of: the words typed on one page, understood."""

import re
import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from maturity.earlier import last_time
from maturity.framework.catalogue import Entry
from maturity.frozen import dataclass
from maturity.judgement.board import day_words
from maturity.judgement.carry import Carried
from maturity.judgement.timing.pacing import plan_of
from maturity.judgement.timing.timebox import form_of, forms_for, new_time_box
from maturity.session.acts.act import Refused
from maturity.session.acts.page import SetAct
from maturity.session.fs import RealFs
from maturity.session.store import Clock, Typist
from maturity.sessions import find_session, free_folder
from maturity.text import clean_line
from maturity.tui.rows.heads import Head
from maturity.words.dates import parse_date_text
from maturity.workshop import NewSession, Workshop

__all__ = [
    "Wanted",
    "as_last_time",
    "before_words",
    "carried_of",
    "lengths",
    "make",
    "plan_sentence",
    "title_of",
    "weekday",
]

_HALF_DAY = 150
"""Minutes from which a sitting is called half a day."""

_NUMBER = re.compile("[0-9]{1,4}")


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
    return parse_date_text(raw, today).day if raw else None


def weekday(raw: str, today: date) -> str:
    """The day that typed words name, with its weekday; why not where they name none."""
    if not raw.strip():
        return ""
    day = _day(raw, today)
    return f"{day:%A} {day.day} {day:%B %Y}" if day else "not a day: write 23 March 2026"


def _minutes(typed: str) -> int | None:
    return int(typed) if _NUMBER.fullmatch(typed) else None


def plan_sentence(wanted: Wanted) -> str:
    """How a sitting of the length typed divides among the items, or what does not fit."""
    if wanted.framework is None or wanted.framework.framework is None:
        return ""
    framework = wanted.framework.framework
    return plan_of(framework, new_time_box(framework, _minutes(wanted.said("minutes")))).sentence


def lengths(wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """The lengths offered, each with its words: the framework's own, then the usual forms."""
    if wanted.framework is None or wanted.framework.framework is None:
        return ()
    framework = wanted.framework.framework
    own = framework.agenda.minutes
    called = "half day" if own >= _HALF_DAY else "as the framework has it"
    offered = [(own, called), *((form.minutes, form.title) for form in forms_for(framework))]
    return tuple((str(minutes), f"{title}, {minutes} min") for minutes, title in offered)


def before_words(typed: str, area: str, heads: Sequence[Head]) -> str:
    """Which earlier session typed words name, or what would name one.

    While nothing is typed the one changed last of the same area is offered.
    """
    if not typed.strip():
        alike = [one.title for one in heads if one.area.casefold() == area.casefold() != ""]
        return f"such as {alike[0]}" if alike else "the session before, if any"
    found = _named(typed, heads)
    if not found:
        return "right takes a name offered here"
    day = f", {day_words(found[0].date)}" if found[0].date else ""
    return f"{found[0].rated} rated{day}" if len(found) == 1 else "several: name its folder"


def as_last_time(typed: str, heads: Sequence[Head], entries: Sequence[Entry]) -> int | None:
    """Which framework the earlier session named by typed words was rated against.

    None where they name no one session, or its framework is not here. Another version counts.
    """
    found = _named(typed, heads) if typed.strip() else []
    if len(found) != 1:
        return None
    named = found[0].framework.rpartition(" ")[0]
    return next((at for at, entry in enumerate(entries) if entry.id == named), None)


def _named(typed: str, heads: Sequence[Head]) -> list[Head]:
    word = typed.strip().casefold()
    folders = [one for one in heads if one.folder.name.casefold() == word]
    return folders or [one for one in heads if one.title.casefold() == word]


def carried_of(wanted: Wanted, sessions: Path, heads: Sequence[Head], today: date) -> Carried:
    """What comes from the earlier session that was typed: a title, a folder's name, or a path.

    Nothing where none was typed, or where something else is missing yet. Raises `NoSession` and
    `Refused`.
    """
    typed = wanted.said("last")
    framework = wanted.framework.framework if wanted.framework else None
    if not typed or not wanted.said("area") or framework is None:
        return Carried((), "")
    found = _named(typed, heads)
    if len(found) > 1:
        names = ", ".join(one.folder.name for one in found)
        raise Refused(f'Last time: several sessions are called "{typed}". Name a folder: {names}.')
    folder = found[0].folder if found else find_session(typed, sessions)
    day = _day(wanted.said("date"), today)
    return last_time(RealFs(), folder, framework, day=day.isoformat() if day else "")


def make(
    wanted: Wanted, sessions: Path, typist: Typist, clock: Clock, carried: Carried
) -> Workshop:
    """Make the session and its first settings, in a folder of its own.

    Raises `Refused` where something needed is missing, `FrameworkFault`, and `OSError`.
    """
    if not wanted.said("area"):
        raise Refused("Type the area first, as it should appear on the paper.")
    if wanted.framework is None:
        raise Refused("Choose a framework: tab goes to the list, up and down choose.")
    if wanted.framework.framework is None:
        raise Refused("This framework has a mistake. Choose another, or mend its file first.")
    settings = _settings(wanted, clock().date())
    typed = wanted.said("minutes")
    minutes = _minutes(typed)
    if typed and minutes is None:
        raise Refused(f'"{typed}" is not a number of minutes.')
    form = form_of(wanted.framework.framework, minutes) if minutes else None
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
            minutes=minutes,
        ),
        typist,
        clock,
        framework=wanted.framework.file.read_bytes(),
        file=wanted.framework.file.name,
        carried=carried.changes,
    )
    for key, value in (*settings.items(), *(form.settings.items() if form else ())):
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
