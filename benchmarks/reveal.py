"""Print how long a room waits for its sentence: from the key that reveals to the words drawn.

Run by hand, on Linux: python benchmarks/reveal.py
"""

import os
import statistics
import sys
import tempfile
import time
import timeit
from itertools import cycle
from pathlib import Path

from full_session import make
from terminal import Terminal

from maturity.judgement.agreement import describe
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience
from maturity.laptop import wall_clock
from maturity.session.store import Typist
from maturity.workshop import Workshop

FRAME = 16.0
ROUNDS = 7
VOTERS = 30
TALLIES = [
    (one, two, three, VOTERS - one - two - three)
    for one in range(VOTERS + 1)
    for two in range(VOTERS + 1 - one)
    for three in range(VOTERS + 1 - one - two)
]
"""Every tally of four levels: more than are remembered, so that each is worked out."""


def reveals(session: Path) -> tuple[list[float], float]:
    """Milliseconds from `enter` to the words of the sentence, the second vote of each item.

    First on the clock on the wall, with the journal's fsync in it and whatever else the machine
    is doing; then the processor time of one, until the whole screen is still again.
    """
    terminal = Terminal.start([sys.executable, "-m", "maturity", "run", str(session)])
    took, busy = [], 0.0
    try:
        terminal.read_until(b"PROVISIONAL")
        terminal.press(b"v")
        terminal.read_until_quiet()
        for number in range(ROUNDS):
            terminal.press(b"v")
            terminal.read_until_quiet()
            terminal.press(b"%d %d 4" % (number, 10 - number))
            terminal.read_until_quiet()
            began, before = time.perf_counter(), terminal.processor_seconds()
            terminal.press(b"\r")
            terminal.read_until(b"The room")
            took.append((time.perf_counter() - began) * 1000)
            terminal.read_until_quiet()
            busy += terminal.processor_seconds() - before
            terminal.press(b".")
            terminal.read_until_quiet()
    finally:
        terminal.stop()
    return took, busy * 1000 / ROUNDS


def views(session: Path) -> float:
    """Milliseconds to work out all that the room may see of the session, its sentences among it."""
    typist = Typist("bench", "4fa1c2", os.urandom(4).hex(), "0")
    workshop = Workshop.open(session, typist, wall_clock, to_read=True)
    state, framework = workshop.state, workshop.framework
    return min(timeit.repeat(lambda: disclose(state, framework, Audience.ROOM), number=1, repeat=9))


def main() -> None:
    """Measure and print."""
    tallies = cycle(TALLIES)
    each = min(timeit.repeat(lambda: describe(next(tallies)), number=1_000, repeat=9))
    print(f"describe, {VOTERS} voters      {each * 1000:6.1f} us  (50)")
    with tempfile.TemporaryDirectory() as place:
        session = Path(place) / "full"
        make(session, excerpts=500)
        os.environ["MATURITY_HOME"] = str(Path(place) / "home")
        print(f"everything the room sees {views(session) * 1000:6.1f} ms")
        took, busy = reveals(session)
    print(f"reveal to sentence       {min(took):6.1f} ms  ({FRAME:.0f}, one frame)")
    print(f"  median, machine shared {statistics.median(took):6.1f} ms")
    print(f"  processor, all redrawn {busy:6.1f} ms")


if __name__ == "__main__":
    main()
