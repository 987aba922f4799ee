"""What is found in a session's folder, and what to make of it: read everything, then decide.

Nothing here writes. The table of what opens how is in the session store's design; whatever is
not mended yet opens read-only with its sentence, so that no state of the files loses a word.
"""

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from maturity.frozen import dataclass
from maturity.session import snapshot
from maturity.session.chain import Row, line_up
from maturity.session.events import Event, Parsed, Problem, line_of, parse
from maturity.session.fold import Folded, fold
from maturity.session.fs import Fs
from maturity.session.snapshot import Glance, NewerSchema, Snapshot
from maturity.session.unfinished import said_of, unfinished, without_rewritten
from maturity.tomlfile import TomlFault

__all__ = ["Found", "NoSession", "Opened", "decide", "is_session", "look", "nothing_in"]

_LARGEST_JOURNAL = 64 * 1024 * 1024


class NoSession(ValueError):
    """No readable session is in the folder."""


@dataclass(frozen=True, slots=True)
class Found:
    """The raw material of a session: its journals by file name, and its snapshot or its fault.

    `refused` says why the disk would not give the snapshot, which may be whole all the same.
    """

    journals: Mapping[str, Parsed]
    snapshot: Snapshot | Glance | None
    has_snapshot: bool
    fault: str
    newer: str
    recovered: frozenset[str]
    refused: str = ""


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
    """Read the journals and the snapshot of `folder`; a file that cannot be read is damage."""
    journals = {
        name: _journal(fs, folder / "journal" / name)
        for name in fs.names(folder / "journal")
        if name.endswith(".jsonl")
    }
    has_snapshot = snapshot.NAME in fs.names(folder)
    recovered = frozenset(fs.names(folder / "recovered"))
    read, fault, newer, refused = None, "", "", ""
    if has_snapshot:
        try:
            read = _snapshot(fs.read(folder / snapshot.NAME), journals)
        except TomlFault as problem:
            first = problem.messages[0]
            fault = f"{first.file}:{first.line}:{first.column}"
        except NewerSchema as problem:
            newer = str(problem)
        except OSError as problem:
            refused = (problem.strerror or "the disk did not answer").lower()
    return Found(journals, read, has_snapshot, fault, newer, recovered, refused)


def _snapshot(raw: bytes, journals: Mapping[str, Parsed]) -> Snapshot | Glance:
    """The snapshot, at a glance where the journals hold all that it does."""
    seen = snapshot.glance(raw)
    if seen is not None and not _missing(seen, line_up(journals)):
        return seen
    return snapshot.from_bytes(raw)


def _missing(seen: Snapshot | Glance, row: Row) -> tuple[str, ...]:
    """The openings of which the snapshot holds lines that are not here."""
    held = row.covered
    return tuple(name for name, last in seen.journals.items() if held.get(name, 0) < last)


def _journal(fs: Fs, path: Path) -> Parsed:
    try:
        raw = fs.read(path)
    except OSError:
        return Parsed((), (Problem(1, "it cannot be read", torn=False, raw=b""),))
    if len(raw) > _LARGEST_JOURNAL:
        return Parsed((), (Problem(1, "larger than any journal", torn=False, raw=b""),))
    return parse(raw)


def is_session(fs: Fs, folder: Path) -> bool:
    """Whether anything in `folder` could be a session: a journal, or a snapshot."""
    journals = any(name.endswith(".jsonl") for name in fs.names(folder / "journal"))
    return journals or snapshot.NAME in fs.names(folder)


def nothing_in(folder: Path) -> NoSession:
    """The refusal of a folder without a session, in words."""
    return NoSession(
        f"No readable session was found in {folder}. No file has been changed. "
        "Look in backups/ or ask for a copy."
    )


def decide(found: Found, folder: Path, *, to_read: bool = False) -> Opened:
    """What to open with, and what the user reads; a pure decision over what was found.

    With `to_read` nothing will be moved, and the sentences say so. Raises `NoSession` when
    neither journals nor snapshot can be used.
    """
    row = line_up(found.journals)
    newer = found.newer or _newer_journal(row.events)
    if newer:
        return _newer(row, newer)
    if not row.events and found.snapshot is None:
        raise nothing_in(folder)
    missing = _missing(found.snapshot, row) if found.snapshot else ()
    if missing and isinstance(found.snapshot, Snapshot):
        return _without_some(found, found.snapshot, row, missing)
    opened = _whole(found, row, to_read=to_read)
    damage = _damage(found, row) or _refused(opened.folded) or _headless(opened.folded)
    if damage:
        said = (*(one.replace(_ALL_HERE, "") for one in opened.sentences), damage)
        return Opened(opened.folded, row.events, row.covered, said, read_only=damage)
    return opened


def _newer_journal(events: tuple[Event, ...]) -> str:
    schemas = [event.details.get("schema") for event in events if event.op == "open"]
    highest = max((one for one in schemas if isinstance(one, int)), default=0)
    return str(NewerSchema(highest)) if highest > snapshot.SCHEMA else ""


def _newer(row: Row, newer: str) -> Opened:
    """A newer program wrote this: what this one understands of its journals may be read."""
    folded = fold(row.events)
    if not row.events or folded.refused:
        raise NoSession(newer)
    return Opened(folded, row.events, row.covered, (newer,), read_only=newer)


def _without_some(found: Found, read: Snapshot, row: Row, missing: tuple[str, ...]) -> Opened:
    """Lines that the snapshot holds are not here: it stands, and the rest folds onto it."""
    rest = [event for event in row.events if event.s > read.journals.get(event.opening, 0)]
    folded = fold(rest, read.folded)
    gone = [name for name in missing if name not in row.covered]
    damage = _damage(found, row)
    if not found.journals:
        said = "Only session.toml was found. The session is complete, but its history starts today."
    elif damage and not gone:
        said = damage
    else:
        journals = f"{len(missing)} {'journal' if len(missing) == 1 else 'journals'}"
        said = (
            f"{journals} named in session.toml {'is' if len(missing) == 1 else 'are'} not here "
            f"({', '.join(missing)}). Ratings are complete up to {read.folded.at[11:16]}; "
            "its history is not."
        )
    sentences = (said, _EDITED_ALONE) if read.is_edited else (said,)
    return Opened(folded, row.events, read.journals, sentences, read_only=said)


_EDITED_ALONE = (
    "session.toml was edited outside the program, and the journal it could be compared with is "
    "not all here."
)


def _whole(found: Found, row: Row, *, to_read: bool) -> Opened:
    folded = fold(row.events)
    stamp = folded.at.replace("-", "").replace(":", "")
    sentences, aside = _snapshot_said(found, row, folded, stamp, to_read=to_read)
    torn = _torn(found, row)
    if torn:
        names = ", ".join(f"recovered/{name}" for name, _ in torn)
        kept = "" if to_read else f" and is kept in {names}"
        sentences.append(
            f"The last moment before {folded.at[11:16]} was cut off while saving{kept}. "
            "Everything shown as saved is here."
        )
    cut_off = map(said_of, unfinished(row.events))
    return Opened(
        folded,
        row.events,
        row.covered,
        (*sentences, *cut_off),
        aside,
        torn,
        is_dirty=bool(sentences),
    )


_ALL_HERE = "; nothing is lost"
_FROM_JOURNAL = "Opened from the journal instead"


def _snapshot_said(
    found: Found, row: Row, folded: Folded, stamp: str, *, to_read: bool
) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """What the snapshot is told to be, beside journals that are whole; and where it goes."""
    if not found.has_snapshot:
        said = "session.toml was missing. It has been rebuilt from the journal" + _ALL_HERE + "."
        return [said], ()
    if found.fault:
        name = _free(f"session-unreadable-{stamp}", found)
        said = f"session.toml could not be read ({found.fault}). {_FROM_JOURNAL}"
        moved = f"{said}; the unreadable file is in recovered/{name}."
        return [f"{said}." if to_read else moved], ((snapshot.NAME, name),)
    if found.snapshot is None:
        return [f"session.toml could not be read ({found.refused}). {_FROM_JOURNAL}."], ()
    if isinstance(found.snapshot, Snapshot) and found.snapshot.is_edited:
        name = _free(f"session-edited-{stamp}", found)
        aside = "" if to_read else f" The edit is set aside in recovered/{name};"
        said = f"session.toml was edited outside the program.{aside} The session is as recorded."
        return [said.replace("; The", "; the")], ((snapshot.NAME, name),)
    newer = sum(
        event.op != "open" and event.s > found.snapshot.journals.get(event.opening, 0)
        for event in row.events
    )
    if not newer:
        return [], ()
    changes, were = ("1 change", "was") if newer == 1 else (f"{newer} changes", "were")
    said = f"Recovered {changes} made up to {folded.at[11:16]} that {were} not yet in session.toml."
    return [said], ()


def _free(name: str, found: Found) -> str:
    """A name that recovered/ does not have yet."""
    tries = (f"{name}{f'-{number}' if number > 1 else ''}.toml" for number in count(1))
    return next(one for one in tries if one not in found.recovered)


def _torn(found: Found, row: Row) -> tuple[tuple[str, bytes], ...]:
    """Cut-off bytes by the name they get in recovered/, without those that are there already."""
    cut = {
        f"{file.removesuffix('.jsonl')}-line-{problem.line}.torn": problem.raw
        for file, parsed in found.journals.items()
        for problem in parsed.problems
        if problem.torn
    }
    for file, events in row.abandoned:
        if lost := without_rewritten(events, row.events):
            name = f"{file.removesuffix('.jsonl')}-given-up-{lost[0].s}.torn"
            cut[name] = b"\n".join(line_of(event) for event in lost)
    return tuple((name, raw) for name, raw in cut.items() if name not in found.recovered)


def _damage(found: Found, row: Row) -> str:
    for file, parsed in found.journals.items():
        for problem in parsed.problems:
            if not problem.torn:
                return _damaged(parsed.events, file, problem.line)
    for file, parsed in found.journals.items():
        if parsed.events and parsed.events[0].opening in row.broken:
            return _damaged(parsed.events, file, 1)
    return ""


def _damaged(events: tuple[Event, ...], file: str, line: int) -> str:
    before, after = events[: line - 1], events[line - 1 :]
    times = [event.t[11:16] for event in (*before[-1:], *after[:1])]
    between = f" between {times[0]} and {times[-1]}" if times else ""
    return (
        f"Part of the record{between} is damaged ({file}, line {line}). "
        "Please check what was agreed then."
    )


def _refused(folded: Folded) -> str:
    if not folded.refused:
        return ""
    event, why = folded.refused[0]
    return f"Part of the record is damaged (change {event}: {why})."


def _headless(folded: Folded) -> str:
    """A journal can be emptied whole; every session begins with the line that names it."""
    if folded.state.session.id:
        return ""
    return (
        "The beginning of the record is missing, with the session's title and area. Look for the "
        "whole of journal/ in a copy of the folder."
    )
