"""A session in a folder, opened again in whatever state the folder is by then."""

from pathlib import Path

from builders import Ticking, a_typist
from maturity.session.state import SessionState
from maturity.workshop import Workshop


def opened(folder: Path, opening: str = "aaaaaaaa", **more: object) -> Workshop:
    return Workshop.open(
        folder,
        a_typist(opening),
        Ticking(),
        wait_seconds=0,
        **more,  # type: ignore[arg-type]  # to_read and fs
    )


def state_of(folder: Path) -> SessionState:
    workshop = opened(folder, "00000000", to_read=True)
    assert workshop.recovered == ()
    return workshop.state


def the_journal(folder: Path) -> Path:
    (journal,) = (folder / "journal").glob("*.jsonl")
    return journal


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".lock")
    }
