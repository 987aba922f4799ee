"""A session that is written until somebody kills the process, and a look at what is left of it.

Part of a test that loses power on purpose: a harness starts `write`, kills it at any moment, and
runs `verify`. `write` prints `TRY token` before a change and `ACK token` once it counts as saved;
`verify` prints `HAVE token` for every change it finds and leaves with 0 when the session opens.

    python benchmarks/kill_writer.py write FOLDER RUN
    python benchmarks/kill_writer.py verify FOLDER
"""

import itertools
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path

from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.opening import NoSession
from maturity.session.store import Typist
from maturity.shipped import frameworks_folder
from maturity.workshop import NewSession, Workshop

FRAMEWORK = frameworks_folder() / "send-local-area.toml"
ITEM = "leadership"


def _typist() -> Typist:
    return Typist("Ash", "4fa1c2", secrets.token_hex(4), "0.1.0")


def _clock() -> datetime:
    return datetime.now(UTC)


def _opened(folder: Path) -> Workshop:
    try:
        return Workshop.open(folder, _typist(), _clock)
    except NoSession:
        return Workshop.create(
            folder,
            NewSession("Northmere", "Northmere", "b3a10f"),
            _typist(),
            _clock,
            framework=FRAMEWORK.read_bytes(),
            file=FRAMEWORK.name,
        )


def write(folder: Path, run: str) -> None:
    """Change the session for ever: a note, then a rating with a because; often a snapshot."""
    workshop = _opened(folder)
    for number in itertools.count():
        token = f"{run}-{number}"
        print("TRY", token, flush=True)
        if number % 3:
            workshop.do(NoteAct(ITEM, f"token {token}"))
        else:
            level = str(number % 2 + 1)
            workshop.do(RateAct(ITEM, level, because=f"{number}"))
            workshop.do(NoteAct(ITEM, f"token {token}"))
        print("ACK", token, flush=True)
        if number % 7 == 0:
            workshop.snapshot()


def verify(folder: Path) -> None:
    """Print every change that is there; read it from the journal, and again from the snapshot."""
    try:
        workshop = Workshop.open(folder, _typist(), _clock)
    except NoSession:
        return
    if workshop.read_only:
        sys.exit(f"opened to read only: {workshop.read_only}")
    for said in workshop.recovered:
        print("INFO", "-".join(said.split()[:2]).lower())
    state = workshop.state
    workshop.snapshot()
    workshop.close()
    again = Workshop.open(folder, _typist(), _clock, to_read=True)
    if again.state != state or again.recovered:
        sys.exit("the session did not come back as it was")
    kept = state.pillar.get(ITEM)
    for note in kept.notes.values() if kept else ():
        print("HAVE", note.text.removeprefix("token "))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", folder, run]:
            write(Path(folder), run)
        case ["verify", folder]:
            verify(Path(folder))
        case _:
            sys.exit(__doc__)
