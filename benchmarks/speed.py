"""Print the figures the project promises, as processor time and ratios.

Run by hand, on Linux: python benchmarks/speed.py
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from full_session import make
from terminal import Terminal

REPEATS = 7
KEYS = 40


def child_seconds(command: Sequence[str]) -> float:
    """Processor time of one run of `command`, of all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def start_seconds(command: Sequence[str], text: bytes) -> float:
    """Processor time from nothing to `text` on the screen."""
    terminal = Terminal.start(command)
    try:
        terminal.read_until(text)
        return terminal.processor_seconds()
    finally:
        terminal.stop()


def key_seconds(command: Sequence[str], text: bytes, keys: Sequence[bytes]) -> float:
    """Processor time of one key, over many, once the screen is quiet."""
    terminal = Terminal.start(command)
    try:
        terminal.read_until(text)
        terminal.read_until_quiet()
        before = terminal.processor_seconds()
        for number in range(KEYS):
            terminal.press(keys[number % len(keys)])
            terminal.read_until_quiet()
        return (terminal.processor_seconds() - before) / KEYS
    finally:
        terminal.stop()


def _keep_bytecode(place: Path) -> None:
    # an installed copy is compiled once, and a shell that forbids it must not slow the figures
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(place / "bytecode")


def in_turn(a: Callable[[], float], b: Callable[[], float]) -> tuple[float, float, float]:
    """Medians of `a` and `b` taken in turn, and the median of their ratios pair by pair.

    One run of each goes before and does not count: it leaves bytecode and a warm disk.
    """
    a(), b()
    pairs = [(a(), b()) for _ in range(REPEATS)]
    ratio = statistics.median(first / second for first, second in pairs)
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), ratio


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        session = Path(place) / "full"
        make(session, excerpts=500)
        os.environ["MATURITY_HOME"] = str(Path(place) / "home")
        _keep_bytecode(Path(place))
        maturity = [sys.executable, "-m", "maturity"]
        room = [*maturity, "run", str(session)]
        hello = [sys.executable, str(Path(__file__).with_name("hello.py"))]
        nothing = [sys.executable, "-c", "pass"]
        status = [*maturity, "status", str(session), "--json"]
        report = [*maturity, "report", str(session), "-o", str(Path(place) / "paper.docx")]

        ours, floor, ratio = in_turn(
            lambda: start_seconds(room, b"PROVISIONAL"), lambda: start_seconds(hello, b"Hello")
        )
        print(f"start of the room   {ours:6.3f} s   hello {floor:.3f} s   {ratio:.2f} x (1.60)")
        for name, keys in (("move", (b".", b",")), ("step", (b"v", b"r")), ("light", (b"a", b"2"))):
            each = key_seconds(room, b"PROVISIONAL", keys) * 1000
            print(f"key: {name:<14} {each:6.1f} ms  (20 for a key, 40 for a step)")
        ours, floor, ratio = in_turn(lambda: child_seconds(status), lambda: child_seconds(nothing))
        print(f"status --json       {ours:6.3f} s   python {floor:.3f} s  {ratio:.1f} x (0.35 s)")
        ours = statistics.median(child_seconds(report) for _ in range(REPEATS))
        print(f"report              {ours:6.3f} s   (1.5 s)")


if __name__ == "__main__":
    main()
