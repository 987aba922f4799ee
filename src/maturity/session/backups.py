"""Copies of older snapshots: made before one is replaced, five minutes apart, thinned by age."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from maturity.session import snapshot
from maturity.session.fs import Fs

__all__ = ["keep"]

_APART = timedelta(minutes=5)
_MOST = 50
_STORE = re.compile(rb'^(at|n) = "?([^"\n]+)"?$', re.MULTILINE)


def keep(fs: Fs, folder: Path, now: str) -> None:
    """Copy session.toml into backups/, unless the newest copy there is under five minutes old."""
    raw = fs.read(folder / snapshot.NAME)
    place = folder / "backups"
    fs.make_folder(place)
    copies = [name for name in fs.names(place) if name.startswith("session-")]
    if copies and not _is_due(fs.read(place / copies[-1]), now):
        return
    number = _facts(raw).get("n", "")
    name = f"session-{int(number) if number.isdecimal() else 0:08}.toml"
    if name in copies:
        return
    fs.create_new(place / name, raw)
    for old in copies[: max(0, len(copies) + 1 - _MOST)]:
        fs.remove(place / old)


def _facts(raw: bytes) -> dict[str, str]:
    """Time and number of a snapshot, without the cost of reading all of it."""
    start = raw.rfind(b"\n[store]")
    return {
        key.decode(): value.decode(errors="replace")
        for key, value in _STORE.findall(raw[start:])[:2]
    }


def _is_due(newest: bytes, now: str) -> bool:
    try:
        at = datetime.fromisoformat(_facts(newest).get("at", ""))
        return datetime.fromisoformat(now) - at >= _APART
    except (ValueError, TypeError):  # a damaged copy says no time, or one without a zone
        return True
