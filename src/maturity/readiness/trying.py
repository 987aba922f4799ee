"""What a laptop allows, found by doing it in small and taking it away again.

Nothing is left behind. A library that may not load is told like a disk that does not write, so
what needs one is loaded where it is tried.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import BadZipFile, ZipFile

from maturity.readiness.facts import Folder, Reading
from maturity.readiness.small_documents import SMALL_DOCUMENTS
from maturity.session.fs import Fs
from maturity.session.lock import AlreadyOpen, take_lock
from maturity.session.store import Clock, Typist

__all__ = ["folder_at", "missing_libraries", "paper_fault", "readings"]

_LIBRARIES: Final = {
    "textual": "the screen",
    "rapidfuzz": "search",
    "snowballstemmer": "search",
}


def missing_libraries() -> tuple[str, ...]:
    """The libraries that are not installed and that nothing else here tries, with what for."""
    return tuple(
        f"{name} ({purpose})" for name, purpose in _LIBRARIES.items() if find_spec(name) is None
    )


def folder_at(fs: Fs, path: Path, name: str) -> Folder:
    """Whether files can be made, flushed, replaced, read, locked and removed at `path`.

    They stand in a folder of that `name`, inside `path` or, where it is not there yet, inside the
    nearest folder that is.
    """
    place, is_there, free = path, False, None
    try:
        is_there = path.exists()
        upwards = (path, *path.parents)
        place = next((one for one in upwards if one.exists() or one.is_symlink()), path)
        if not place.exists():
            return Folder(path, is_there, f"{place} leads nowhere")
        free = shutil.disk_usage(place).free
        with _thrown_away(fs, place / name) as tried:
            _use(fs, tried)
    except AlreadyOpen:
        return Folder(path, is_there, "it takes no locks", free)
    except OSError as problem:
        return Folder(path, is_there, problem.strerror or str(problem), free)
    return Folder(path, is_there, "", free)


@contextmanager
def _thrown_away(fs: Fs, folder: Path) -> Iterator[Path]:
    fs.make_folder(folder)
    try:
        yield folder
    finally:
        for name in fs.names(folder):
            fs.remove(folder / name)
        fs.remove_folder(folder)


def _use(fs: Fs, folder: Path) -> None:
    """All that saving a session does with its folder. Raises `OSError`."""
    first, second = folder / "first", folder / "second"
    fs.create_new(first, b"written")
    fs.append(first, b" and added to")
    fs.flush_folder(folder)
    fs.replace(first, second)
    if fs.read(second) != b"written and added to":
        raise OSError("it gives back something else than was written")
    take_lock(folder, "", "", wait_seconds=0).release()


def readings(fs: Fs) -> tuple[Reading, ...]:
    """How a small document of each kind is read, in processes of their own."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 see top

    from maturity.evidence.asking.client import Refusal, read_document  # noqa: PLC0415 see top

    with TemporaryDirectory(prefix="maturity-", ignore_cleanup_errors=True) as folder:
        paths = {}
        for kind, (ending, content) in SMALL_DOCUMENTS.items():
            paths[kind] = Path(folder) / f"small.{ending}"
            fs.create_new(paths[kind], content)
        with ThreadPoolExecutor() as side_by_side:
            found = side_by_side.map(read_document, paths.values())
            return tuple(
                Reading(kind, one.code if isinstance(one, Refusal) else "")
                for kind, one in zip(paths, found, strict=True)
            )


def paper_fault(fs: Fs, typist: Typist, clock: Clock) -> str:
    """Why no Word paper of a made-up session can be written; empty where it was, and it opens."""
    try:
        from maturity.papers import Asked, make, put  # noqa: PLC0415 see top
        from maturity.practice import begin  # noqa: PLC0415 see top

        practice = begin(typist, clock)
        try:
            written = put(fs, make(practice.workshop, Asked()), {})
            with ZipFile(written.path) as package:
                torn = package.testzip()
        finally:
            practice.throw_away()
    except ImportError as problem:
        return f"the library {problem.name or 'it needs'} does not load"
    except BadZipFile:
        return "it does not open again"
    except OSError as problem:
        return problem.strerror or str(problem)
    return f"{torn} in it is torn" if torn else ""
