"""The reading process: one request on standard input, one document out, then it ends.

Started as `python -P -B -m maturity.evidence.child.worker`. It limits itself first, takes the
bytes, gives up sockets, other programs, libraries and writing, and only then looks at what they
say.
"""

import contextlib
import gc
import json
import math
import os
import sys
import traceback
from collections.abc import Iterator
from dataclasses import field
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from maturity.evidence.limits import MB, Limits
from maturity.evidence.messages import Refused
from maturity.evidence.readers.sniff import is_pdf
from maturity.frozen import dataclass

__all__ = [
    "Asked",
    "answer",
    "bytes_of",
    "forbid",
    "load",
    "look_answer",
    "main",
    "restrict",
    "returned_answer",
    "said_memory",
    "table_answer",
    "too_large",
]

_FORBIDDEN = (
    "ctypes.call_function",
    "ctypes.dlopen",
    "ctypes.dlsym",
    "ftplib.",
    "http.",
    "os.chmod",
    "os.exec",
    "os.fork",
    "os.kill",
    "os.link",
    "os.mkdir",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.spawn",
    "os.startfile",
    "os.symlink",
    "os.system",
    "os.truncate",
    "pty.spawn",
    "shutil.",
    "smtplib.",
    "socket.",
    "subprocess.",
    "urllib.",
    "webbrowser.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> int:
    """Read one request, write the answer line by line; 0 unless this process fails itself.

    A line is a word, a space and JSON. What goes to standard error says where this process
    failed and never what the document says.
    """
    out = sys.stdout.buffer
    _write(out, "start")
    request = json.loads(sys.stdin.buffer.read())
    limits = Limits(**request["limits"])
    restrict(limits)
    try:
        path, wanted = Path(request["path"]), request.get("wanted", "document")
        data = bytes_of(path, limits)
        _write(out, "read")
        load(data)
        forbid()
        asked = Asked(path.name, request["encoding"], limits, request.get("password"))
        for word, body in _ANSWERS[wanted](data, asked):
            _write(out, word, body)
    except Refused as refused:
        _write_refusal(out, refused)
    except RecursionError:
        _write_refusal(out, Refused("R34"))
    except MemoryError:
        _write_refusal(out, Refused("R27", memory=said_memory(limits)))
    except Exception as fault:  # noqa: BLE001 - the parent says R35, and the log says where
        sys.stderr.write("".join(traceback.format_tb(fault.__traceback__)) + type(fault).__name__)
        return 1
    return 0


def load(data: bytes) -> None:
    """Open the library of PDFs, if that is what the file is: by the system, and not afterwards."""
    if is_pdf(data):
        # Where it is missing or the system will not open it, the reader says so.
        with contextlib.suppress(ImportError, OSError):
            import_module("maturity.evidence.readers.pdf_pages")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a file beside its bytes, and what it is held to."""

    name: str
    encoding: str | None
    limits: Limits
    password: str | None = field(default=None, repr=False)


def answer(data: bytes, asked: Asked) -> Iterator[tuple[str, str]]:
    """The lines of an answer: the document, its excerpts, the end. Raises `Refused`."""
    # Loaded only now: what it costs to load is no part of waiting for the file.
    from maturity.evidence.child.reading import read_bytes  # noqa: PLC0415 - see above

    document, excerpts = read_bytes(
        data,
        asked.name,
        encoding=asked.encoding,
        password=asked.password,
        limits=asked.limits,
    )
    yield "document", document.model_dump_json()
    for excerpt in excerpts:
        yield "excerpt", excerpt.model_dump_json()
    yield "end", ""


def table_answer(data: bytes, asked: Asked) -> Iterator[tuple[str, str]]:
    """The lines of an answer where a table is wanted: its encoding and notices, rows, the end.

    Raises `Refused`.
    """
    from maturity.evidence.child.reading import table_in  # noqa: PLC0415 - as above

    grid, used, told = table_in(data, asked.name, encoding=asked.encoding, limits=asked.limits)
    yield "table", json.dumps([used, told])
    for number, row in zip(grid.numbers, grid.rows, strict=True):
        yield "row", json.dumps([number, [cell.text for cell in row]])
    yield "end", ""


def returned_answer(data: bytes, asked: Asked) -> Iterator[tuple[str, str]]:
    """The lines of an answer where a paper that came back is wanted. Raises `Refused`."""
    from maturity.evidence.readers.word_returned import read  # noqa: PLC0415 - as above

    yield "returned", read(data, asked.name, asked.limits).model_dump_json()
    yield "end", ""


def look_answer(data: bytes, asked: Asked) -> Iterator[tuple[str, str]]:
    """The lines of an answer where the look of a Word file is wanted. Raises `Refused`."""
    from maturity.evidence.readers.word_look import read  # noqa: PLC0415 - as above

    yield "look", read(data, asked.name, asked.limits).model_dump_json()
    yield "end", ""


_ANSWERS = {
    "document": answer,
    "look": look_answer,
    "returned": returned_answer,
    "table": table_answer,
}


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a file, read once; raises `Refused` where it cannot be read or grew too long."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as fault:
        raise Refused("R05") from fault
    if len(data) > limits.file_bytes:
        raise too_large(len(data), limits)
    return data


def too_large(size: int, limits: Limits) -> Refused:
    """The refusal of a file of `size` bytes."""
    return Refused(
        "R08",
        size=math.ceil(size / MB),
        limit=limits.file_bytes // MB,
        or_large="" if limits.is_large else ", or use --allow-large",
    )


def said_memory(limits: Limits) -> str:
    """The limit of memory as people say it."""
    return f"{limits.memory_bytes // (1024 * MB)} GB"


def restrict(limits: Limits) -> None:
    """Set this process's own limits of memory and processor time, where the system has them."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    seconds = int(limits.wall_seconds) + 1
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # Some systems know a limit by name and refuse every value of it; reading still goes on,
        # and the parent's clock still stops what takes too long.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (bound, bound))


def forbid() -> None:
    """Refuse, from now on and for good, what reading a document never needs."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        _, mode, flags = arguments
        writes = isinstance(mode, str) and any(letter in mode for letter in "wax+")
        if writes or (isinstance(flags, int) and flags & _WRITING):
            raise PermissionError("The reading process writes no files.")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"The reading process does not use {event}.")


def _write_refusal(out: BinaryIO, refused: Refused) -> None:
    body = json.dumps({"code": refused.code, "sentence": refused.sentence})
    _write(out, "refused", body)


def _write(out: BinaryIO, word: str, body: str = "") -> None:
    out.write(f"{word} {body}\n".encode("utf-8", "replace"))
    out.flush()


if __name__ == "__main__":
    # What one file makes is needed to its end, and looking for rubbish among it takes a quarter
    # of the time of a large workbook.
    gc.disable()
    sys.exit(main())
