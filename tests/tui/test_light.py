"""What the program loads before an export: no reader or writer of Word files."""

import subprocess
import sys


def test_starting_the_screen_loads_no_reader_or_writer_of_papers() -> None:
    script = (
        "import sys, maturity.tui\n"
        "import maturity.tui.screens.prepare, maturity.tui.screens.room\n"
        "import maturity.tui.screens.export\n"
        "print(*[name for name in ('docx', 'lxml', 'openpyxl', 'click') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
