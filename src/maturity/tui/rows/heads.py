"""The sessions of a folder, each read no further than its head."""

import re
import tomllib
from datetime import datetime
from pathlib import Path

from maturity.frozen import dataclass
from maturity.session.snapshot import NAME
from maturity.sessions import session_names
from maturity.text import TextTooLong, clean_line

__all__ = ["Head", "heads"]

_LONGEST = 256 * 1024
_BELOW_THE_HEAD = re.compile(rb"^\[\[|^\[(?:pillar|criterion|documents|store)\.?", re.MULTILINE)
_RATED = re.compile(rb"^\[(?:pillar|criterion)\.[^\]\n]+\.rating\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Head:
    """A session as the list shows it; `problem` says what is wrong where it could not be read."""

    folder: Path
    title: str
    area: str = ""
    period: str = ""
    date: str = ""
    framework: str = ""
    closed: str = ""
    rated: int = 0
    changed: datetime | None = None
    problem: str = ""


def heads(sessions: Path) -> tuple[Head, ...]:
    """The sessions of a folder, the one changed last first; nothing is left out."""
    found = [_head(sessions / name) for name in session_names(sessions)]
    return tuple(sorted(found, key=_age, reverse=True))


def _age(head: Head) -> float:
    return head.changed.timestamp() if head.changed else 0


def _head(folder: Path) -> Head:
    file = folder / NAME
    try:
        with file.open("rb") as opened:
            raw = opened.read(_LONGEST)
        changed = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except FileNotFoundError:
        return Head(
            folder, folder.name, problem="It has no session.toml yet; enter reads its record."
        )
    except OSError as problem:
        why = problem.strerror or "unknown reason"
        return Head(folder, folder.name, problem=f"It cannot be read: {why}.")
    below = _BELOW_THE_HEAD.search(raw)
    try:
        table = tomllib.loads(raw[: below.start() if below else len(raw)].decode("utf-8"))
        session = table["session"]
        pin = table.get("framework", {})
        return Head(
            folder,
            title=_line(session["title"]),
            area=_line(session.get("area", "")),
            period=_line(session.get("period", "")),
            date=_line(session.get("date", "")),
            framework=_line(f"{pin.get('id', '')} {pin.get('version', '')}"),
            closed=_line(session.get("closed", "")),
            rated=len(_RATED.findall(raw)),
            changed=changed,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, TextTooLong):
        return Head(
            folder,
            folder.name,
            changed=changed,
            problem="Its session.toml is damaged; enter reads its record and mends it.",
        )


def _line(raw: object) -> str:
    return clean_line(str(raw))
