"""Store the board's paper of the sample session, to be compared with from now on.

Look at what changed in the stored files before you commit them: it is what a board would read.
Run: python scripts/store_papers.py [FOLDER]
"""

import sys
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from maturity.papers import Asked, make
from maturity.report.blocks import Block, Span, Table
from maturity.report.formats import FORMATS
from maturity.report.paper import Paper
from maturity.session.store import Typist
from maturity.shipped import sample_session
from maturity.workshop import Workshop

TARGET = Path(__file__).parents[1] / "tests" / "data" / "papers"
ON_THEIR_OWN = {"blocks", "rows"}
READER = Typist("store", "000000", "00000000", "0.1.0")


def sample_paper(folder: Path | None = None) -> Paper:
    """The board's paper of the sample session, as it leaves the room; or of the one in `folder`."""
    clock = datetime(2026, 3, 24, 12, tzinfo=UTC)
    workshop = Workshop.open(folder or sample_session(), READER, lambda: clock, to_read=True)
    try:
        return make(workshop, Asked()).paper
    finally:
        workshop.close()


def stored(paper: Paper) -> dict[str, str]:
    """What is stored of a paper, by the name of its file: its blocks, and its words as text."""
    lines = [_said(paper), *map(_block, paper.blocks)]
    text = FORMATS["txt"].make(paper).decode()
    return {"sample.blocks": "".join(f"{line}\n" for line in lines), "sample.txt": text}


def _block(block: Block) -> str:
    """A block on a line, the rows of a table on a line each below it."""
    if not isinstance(block, Table):
        return _said(block)
    return "\n    ".join((_said(block), *map(_said, block.rows)))


def _said(value: Any) -> str:
    """A value in few words: text in quotes, and of a block only what is not usual."""
    if isinstance(value, Span):
        link = f" -> {value.link}" if value.link else ""
        return f"{'strong ' * value.strong}{value.text!r}{link}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_said, value))}]"
    if not is_dataclass(value):
        return repr(value)
    kept = ((field, getattr(value, field.name)) for field in fields(value))
    told = (
        f"{field.name}={_said(one)}"
        for field, one in kept
        if one != field.default and field.name not in ON_THEIR_OWN
    )
    return f"{type(value).__name__}({', '.join(told)})"


def main(folder: Path = TARGET) -> None:
    """Write what is stored into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stored(sample_paper()).items():
        (folder / name).write_bytes(text.encode())


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            main(TARGET)
        case [folder] if not folder.startswith("-"):
            main(Path(folder))
        case _:
            sys.exit(__doc__)
