"""Run a program in a pseudo-terminal and read the processor time it took to get somewhere."""

import errno
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Terminal"]

_PATIENCE_SECONDS = 30.0
_QUIET_SECONDS = 0.25


@dataclass(slots=True)
class Terminal:
    """A program under our hands; Linux only, since processor time is read from /proc."""

    pid: int
    file: int

    @classmethod
    def start(cls, command: Sequence[str], columns: int = 120, rows: int = 40) -> "Terminal":
        """Start `command` in a terminal of that size."""
        pid, file = pty.fork()
        if pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvp(command[0], list(command))  # noqa: S606 the program under measurement
        fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return cls(pid, file)

    def read_until(self, text: bytes) -> None:
        """Read what it draws until `text` has been drawn. Raises `TimeoutError`."""
        seen, until = b"", time.monotonic() + _PATIENCE_SECONDS
        while text not in seen:
            if time.monotonic() > until:
                raise TimeoutError(f"{text!r} was not drawn")
            seen = (seen + self._read(0.05))[-200_000:]

    def read_until_quiet(self) -> None:
        """Read what it draws until it has drawn nothing for a moment."""
        last = time.monotonic()
        while time.monotonic() - last < _QUIET_SECONDS:
            if self._read(0.05):
                last = time.monotonic()

    def read_until_ended(self) -> None:
        """Read what it draws until the program has ended by itself. Raises `TimeoutError`."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            if time.monotonic() > until:
                raise TimeoutError("the program did not end")
            self._read(0.05)

    def _read(self, wait: float) -> bytes:
        ready, _, _ = select.select([self.file], [], [], wait)
        try:
            return os.read(self.file, 65_536) if ready else b""
        except OSError as error:
            # how Linux says that the other end was closed
            if error.errno == errno.EIO:
                return b""
            raise

    def press(self, keys: bytes) -> None:
        """Send keys."""
        os.write(self.file, keys)

    def processor_seconds(self) -> float:
        """Processor time so far, of the program itself: of its threads, to the nanosecond.

        The count of the whole process comes in ticks of ten milliseconds, a tenth of a start.
        """
        return sum(map(_nanoseconds, Path(f"/proc/{self.pid}/task").glob("*/schedstat"))) / 1e9

    def memory_mib(self) -> float:
        """Memory in use, in MiB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def stop(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


def _nanoseconds(thread: Path) -> int:
    try:
        return int(thread.read_text("ascii").split()[0])
    except FileNotFoundError:
        # it ended between being listed and being read
        return 0
