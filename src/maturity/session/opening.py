"""What is found in a session's folder, and what to make of it: read everything, then decide.

Nothing here writes. The table of what opens how is in the session store's design; whatever is
not mended yet opens read-only with its sentence, so that no state of the files loses a word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from maturity.session import snapshot
from maturity.session.events import Event, Parsed, parse
from maturity.session.fold import Folded, fold
from maturity.session.fs import Fs
from maturity.session.snapshot import NewerSchema, Snapshot
from maturity.tomlfile import TomlFault

__all__ = ["Found", "NoSession", "Opened", "decide", "look"]

_LARGEST_JOURNAL = 64 * 1024 * 1024


class NoSession(ValueError):
    """No readable session is in the folder."""


@dataclass(frozen=True, slots=True)
class Found:
    """The raw material of a session: its journals by file name, and its snapshot or its fault."""

    journals: Mapping[str, Parsed]
    snapshot: Snapshot | None
    has_snapshot: bool
    fault: str
    newer: str
    recovered: frozenset[str]


@dataclass(frozen=True, slots=True)
class Opened:
    """What to open with.

    `set_aside` pairs a file with the name it gets in recovered/; `torn` pairs such a name with
    cut-off bytes; `read_only` says why nothing may be changed, empty where everything may.
    """

    folded: Folded
    events: tuple[Event, ...]
    covered: Mapping[str, int]
    sentences: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...] = ()
    torn: tuple[tuple[str, bytes], ...] = ()
    read_only: str = ""
    is_dirty: bool = False


def look(fs: Fs, folder: Path) -> Found:
    """Read the journals and the snapshot of `folder`.

    Raises `NoSession` when there is neither.
    """
    journals = {}
    for name in fs.names(folder / "journal"):
        if name.endswith(".jsonl"):
            raw = fs.read(folder / "journal" / name)
            journals[name] = parse(raw[:_LARGEST_JOURNAL])
    recovered = frozenset(fs.names(folder / "recovered"))
    has_snapshot = snapshot.NAME in fs.names(folder)
    if not journals and not has_snapshot:
        raise NoSession(
            f"No readable session was found in {folder}. No file has been changed. "
            "Look in backups/ or ask for a copy."
        )
    read, fault, newer = None, "", ""
    if has_snapshot:
        try:
            read = snapshot.from_bytes(fs.read(folder / snapshot.NAME))
        except TomlFault as problem:
            first = problem.messages[0]
            fault = f"{first.file}:{first.line}:{first.column}"
        except NewerSchema as problem:
            newer = str(problem)
    return Found(journals, read, has_snapshot, fault, newer, recovered)


def decide(found: Found, folder: Path) -> Opened:
    """What to open with, and what the user reads; a pure decision over what was found.

    Raises `NoSession` when neither journals nor snapshot can be used.
    """
    if found.newer:
        raise NoSession(found.newer)
    events = tuple(event for parsed in found.journals.values() for event in parsed.events)
    if not events and found.snapshot is None:
        raise NoSession(
            f"No readable session was found in {folder}. No file has been changed. "
            "Look in backups/ or ask for a copy."
        )
    covered = _covered(events)
    missing = _missing(found.snapshot, covered)
    if missing and found.snapshot is not None:
        return _without_some(found.snapshot, events, missing)
    folded = fold(events)
    opened = _whole(found, events, folded, covered)
    damage = _damage(found, folded)
    if damage:
        return Opened(folded, events, covered, (*opened.sentences, damage), read_only=damage)
    return opened


def _covered(events: tuple[Event, ...]) -> dict[str, int]:
    last: dict[str, int] = {}
    for event in events:
        last[event.opening] = max(last.get(event.opening, 0), event.s)
    return last


def _missing(read: Snapshot | None, covered: Mapping[str, int]) -> tuple[str, ...]:
    if read is None:
        return ()
    return tuple(name for name, last in read.journals.items() if covered.get(name, 0) < last)


def _without_some(read: Snapshot, events: tuple[Event, ...], missing: tuple[str, ...]) -> Opened:
    """Some journals that the snapshot holds are not here: it stands, and the rest folds onto it."""
    rest = [event for event in events if event.s > read.journals.get(event.opening, 0)]
    folded = fold(rest, read.folded)
    if not events:
        said = "Only session.toml was found. The session is complete, but its history starts today."
    else:
        count = f"{len(missing)} {'journal' if len(missing) == 1 else 'journals'}"
        said = (
            f"{count} named in session.toml {'is' if len(missing) == 1 else 'are'} not here "
            f"({', '.join(missing)}). Ratings are complete up to {read.folded.at[11:16]}; "
            "its history is not."
        )
    return Opened(folded, events, read.journals, (said,), read_only=said)


def _whole(
    found: Found, events: tuple[Event, ...], folded: Folded, covered: Mapping[str, int]
) -> Opened:
    sentences: list[str] = []
    aside: list[tuple[str, str]] = []
    torn = []
    stamp = folded.at.replace("-", "").replace(":", "")
    if found.fault:
        name = f"session-unreadable-{stamp}.toml"
        sentences.append(
            f"session.toml could not be read ({found.fault}). Opened from the journal instead; "
            f"the unreadable file is in recovered/{name}."
        )
        aside.append((snapshot.NAME, name))
    elif not found.has_snapshot:
        sentences.append(
            "session.toml was missing. It has been rebuilt from the journal; nothing is lost."
        )
    elif found.snapshot is not None and found.snapshot.is_edited:
        name = f"session-edited-{stamp}.toml"
        sentences.append(
            "session.toml was edited outside the program. The edit is set aside in "
            f"recovered/{name}; the session is as it was recorded."
        )
        aside.append((snapshot.NAME, name))
    elif found.snapshot is not None and (newer := _newer(found.snapshot, events)):
        changes = "1 change" if newer == 1 else f"{newer} changes"
        sentences.append(
            f"Recovered {changes} made up to {folded.at[11:16]} that "
            f"{'was' if newer == 1 else 'were'} not yet in session.toml."
        )
    for file, parsed in found.journals.items():
        for problem in parsed.problems:
            name = f"{file.removesuffix('.jsonl')}-line-{problem.line}.torn"
            if problem.torn and name not in found.recovered:
                torn.append((name, problem.raw))
                sentences.append(
                    f"The last moment before {folded.at[11:16]} was cut off while saving and is "
                    f"kept in recovered/{name}. Everything shown as saved is here."
                )
    return Opened(
        folded,
        events,
        covered,
        tuple(sentences),
        tuple(aside),
        tuple(torn),
        is_dirty=bool(sentences),
    )


def _newer(read: Snapshot, events: tuple[Event, ...]) -> int:
    return sum(
        event.op != "open" and event.s > read.journals.get(event.opening, 0) for event in events
    )


def _damage(found: Found, folded: Folded) -> str:
    for file, parsed in found.journals.items():
        for problem in parsed.problems:
            if not problem.torn:
                before = [event.t for event in parsed.events]
                between = f"{before[0][11:16]} and {before[-1][11:16]}" if before else "its lines"
                return (
                    f"Part of the record between {between} is damaged ({file}, line "
                    f"{problem.line}). Please check what was agreed then."
                )
    if folded.refused:
        event, why = folded.refused[0]
        return f"Part of the record is damaged (change {event}: {why})."
    return ""
