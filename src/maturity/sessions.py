"""Where sessions stand on this laptop, and which one a person means by a name."""

from collections.abc import Callable, Mapping
from pathlib import Path

from maturity.session.fs import Fs
from maturity.session.opening import NoSession
from maturity.text import slug

__all__ = [
    "copy_of_sample",
    "find_session",
    "free_folder",
    "session_names",
    "sessions_folder",
    "sync_service",
]

_OWN_NAME = "maturity sessions"
_SERVICES = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
)


def _documents() -> Path:
    # a name given as a folder never needs it
    from platformdirs import user_documents_path  # noqa: PLC0415 see above

    return user_documents_path()


def sessions_folder(
    environ: Mapping[str, str], here: Path, documents: Callable[[], Path] = _documents
) -> Path:
    """The sessions folder: MATURITY_SESSIONS, else ./sessions where it exists, else documents'."""
    if named := environ.get("MATURITY_SESSIONS"):
        return Path(named)
    beside = here / "sessions"
    return beside if beside.is_dir() else documents() / _OWN_NAME


def _is_session(folder: Path) -> bool:
    return (folder / "session.toml").is_file() or (folder / "journal").is_dir()


def session_names(sessions: Path) -> tuple[str, ...]:
    """The names of the sessions in a folder, sorted; nothing for a missing folder."""
    try:
        return tuple(
            sorted(
                one.name
                for one in sessions.iterdir()
                if not one.name.startswith(".") and _is_session(one)
            )
        )
    except OSError:
        return ()


def find_session(asked: str, sessions: Path) -> Path:
    """The folder of the session a person means: a folder, or a name in the sessions folder.

    Raises `NoSession`, with the names that are there.
    """
    if not asked.strip() or "\0" in asked:
        raise NoSession("Name a session: its folder, or its name in the sessions folder.")
    named = Path(asked)
    if named.is_file():
        raise NoSession(f'"{asked}" is a file. Name the folder of the session.')
    places = [named] if named.is_absolute() else [named, sessions / named]
    for place in places:
        if _is_session(place):
            return place
    for place in places:
        if place.is_dir():
            raise NoSession(f"No readable session was found in {place}. No file has been changed.")
    names = session_names(sessions)
    known = f"Sessions there: {', '.join(names)}." if names else "There is none there yet."
    raise NoSession(f'There is no session called "{asked}" in {sessions}. {known}')


def free_folder(sessions: Path, title: str) -> Path:
    """A folder for a new session of that title: its slug, with -2, -3 where that is taken."""
    name = slug(title)
    number = 1
    while (folder := sessions / (name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return folder


def copy_of_sample(fs: Fs, sample: Path, target: Path) -> bool:
    """Copy the sample session to `target`; False where a session stands there, which is kept.

    Raises `NoSession` where something else stands there, and `OSError`.
    """
    if _is_session(target):
        return False
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NoSession(f"{target} holds something else. Name another folder with --dir.")
    half = target.with_name(f".{target.name}.copying")
    if half.exists():
        raise NoSession(f"{half} is left of a copy that was cut off. Remove it and try again.")
    fs.make_folder(half)
    for source in sorted(sample.rglob("*")):
        copy = half / source.relative_to(sample)
        if source.is_dir():
            fs.make_folder(copy)
        elif not source.name.startswith(".lock"):
            fs.create_new(copy, source.read_bytes())
    if target.exists():
        target.rmdir()
    fs.replace(half, target)
    return True


def sync_service(folder: Path) -> str:
    """The name of the sync service whose folder this lies in; empty where there is none."""
    parts = [part.casefold() for part in folder.absolute().parts]
    return next(
        (name for mark, name in _SERVICES if any(part.startswith(mark) for part in parts)), ""
    )
