"""Print how long documents take to read in the process of their own, start of it included.

Run by hand: python benchmarks/reading.py
"""

import io
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from docx import Document

from maturity.evidence.asking.client import ReadDocument, read_document

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
# The tests write PDFs without a library of their own, which is all that is needed here.
from evidence.pdf_files import Words, lines, pdf

REPEATS = 5
PAGES = 120
WORDS = (
    *("families", "school", "board", "plan", "inclusion", "advice", "waiting", "weeks"),
    *("support", "review", "service", "partner", "young", "people", "health", "care"),
    *("education", "outcome", "impact", "evidence", "provision", "local", "area", "meeting"),
)


def said(seed: random.Random, count: int) -> str:
    """A sentence of `count` words."""
    return " ".join(seed.choice(WORDS) for _ in range(count)).capitalize() + "."


def word_file(seed: random.Random) -> bytes:
    """A Word file of 1,500 paragraphs and 40 tables, about 120 pages."""
    document = Document()
    for section in range(40):
        document.add_heading(f"Section {section + 1}", level=1)
        for _ in range(37):
            document.add_paragraph(said(seed, 34))
        table = document.add_table(rows=0, cols=4)
        for _ in range(8):
            cells = table.add_row().cells
            for cell in cells:
                cell.text = said(seed, 5)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_file(seed: random.Random) -> bytes:
    """A PDF of 120 full pages, with running heads."""
    return pdf(*(pdf_page(seed, number) for number in range(1, PAGES + 1)))


def pdf_page(seed: random.Random, number: int) -> Sequence[Words]:
    """One page of forty-four lines in four paragraphs under a heading."""
    rows: list[str] = []
    for _ in range(4):
        rows.extend([*(said(seed, 12)[:-1] for _ in range(10)), said(seed, 7), ""])
    return [
        Words("Northmere SEND board", y=820, size=9),
        Words(f"Section {number}: {said(seed, 3)[:-1]}", y=790, size=16),
        *lines(*rows, top=760),
        Words(f"Page {number} of {PAGES}", x=480, y=20, size=9),
    ]


def excel_file(seed: random.Random) -> bytes:
    """A plan of 1,000 actions in twelve columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([f"Column {letter}" for letter in "ABCDEFGHIJKL"])
    for row in range(1_000):
        sheet.append([f"{row}", *(said(seed, 6) for _ in range(10)), seed.choice("GAR")])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def seconds(path: Path) -> tuple[float, int]:
    """The middle time of reading a file several times, and how many excerpts it gave."""
    taken, excerpts = [], 0
    for _ in range(REPEATS):
        before = time.perf_counter()
        read = read_document(path)
        taken.append(time.perf_counter() - before)
        if not isinstance(read, ReadDocument):
            raise SystemExit(read.sentence)
        excerpts = len(read.excerpts)
    return statistics.median(taken), excerpts


def main() -> None:
    """Measure and print."""
    seed = random.Random(4)  # noqa: S311 - the same words every time
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        files = {
            "one line of text": ("line.txt", b"Families were heard.", None),
            "Word, 120 pages": ("long.docx", word_file(seed), 2.0),
            "PDF, 120 pages": ("long.pdf", pdf_file(seed), 5.0),
            "Excel, 1,000 rows": ("plan.xlsx", excel_file(seed), None),
        }
        floor = 0.0
        for name, (file, body, target) in files.items():
            (place / file).write_bytes(body)
            taken, excerpts = seconds(place / file)
            floor = floor or taken
            aim = f"  (target {target:.0f} s)" if target else ""
            print(
                f"{name:18} {len(body) / 1024:7.0f} KB {excerpts:5} excerpts {taken:6.2f} s"
                f" {taken / floor:5.1f} x{aim}"
            )


if __name__ == "__main__":
    main()
