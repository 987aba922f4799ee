"""Print what one bare table costs here and by docxtpl, which fills a template, side by side.

Processor time of a fresh process once the libraries are loaded, the least of several runs.
Run by hand: python -m pip install -e ".[benchmark]", then python benchmarks/same_table.py, or
papers.py, which ends with it.
"""

import importlib
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import docx

from maturity.report.blocks import Block, Column, Heading, Paragraph, Span, Table
from maturity.report.paper import Paper
from maturity.report.word import word_bytes

SIZES = (35, 500, 4000)
RUNS = 5
NAMES = ("Ref", "Item", "Level", "Confidence", "Because")
WIDTHS = (14, 50, 24, 24, 62)
MOST = 1.0


def main() -> None:
    """Measure each size both ways in processes of their own, and print the ratios."""
    for count in SIZES:
        ours, theirs = (
            min(_ran(way, count) for _ in range(RUNS)) for way in ("maturity", "docxtpl")
        )
        print(
            f"{count:5} rows, the same table: maturity {ours:5.3f} s, docxtpl {theirs:5.3f} s, "
            f"ratio {ours / theirs:.2f} ({MOST:.0f} at most)"
        )


def _ran(way: str, count: int) -> float:
    ran = subprocess.run(
        [sys.executable, __file__, way, str(count)], check=True, capture_output=True, text=True
    )
    return float(ran.stdout)


def rows(count: int) -> list[tuple[str, ...]]:
    """The words of the table, with a character that XML must escape in each row."""
    because = "Partners have named leads & two of nine challenges led to a change."
    return [
        (f"{at}.1", f"Plans are written with people {at}", "Second", "Medium", because)
        for at in range(count)
    ]


def by_blocks(count: int) -> Callable[[], bytes]:
    """The table by the writer of our papers."""

    def make() -> bytes:
        return word_bytes(_paper(rows(count)))

    return make


def _paper(texts: list[tuple[str, ...]]) -> Paper:
    columns = tuple(map(Column, NAMES, WIDTHS))
    cells = tuple(tuple((Span(text),) for text in row) for row in texts)
    blocks: tuple[Block, ...] = (
        Heading(1, "Ratings", "ratings"),
        Table("table", "Ratings", "One row for each item.", columns, cells),
        Paragraph((Span("The end."),)),
    )
    return Paper(
        kind="table",
        audience="public",
        title="A table",
        short_title="A table",
        subject="A table",
        author="Board",
        keywords=(),
        language="en-GB",
        marking="",
        status="PROVISIONAL",
        version="1",
        as_of=datetime(2026, 3, 23, tzinfo=UTC),
        reference=None,
        blocks=blocks,
    )


def by_template(count: int) -> Callable[[], bytes]:
    """The table by docxtpl, from a template that repeats one row."""
    library = importlib.import_module("docxtpl")
    template = _template()

    def make() -> bytes:
        filled = library.DocxTemplate(BytesIO(template))
        filled.render({"rows": rows(count)}, autoescape=True)
        made = BytesIO()
        filled.save(made)
        return made.getvalue()

    return make


def _template() -> bytes:
    document = docx.Document()
    document.add_heading("Ratings", 1)
    table = document.add_table(rows=4, cols=len(NAMES))
    for cell, name in zip(table.rows[0].cells, NAMES, strict=True):
        cell.text = name
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for place, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{place}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    document.add_paragraph("The end.")
    made = BytesIO()
    document.save(made)
    return made.getvalue()


WAYS = {"maturity": by_blocks, "docxtpl": by_template}


def measure(way: str, count: int) -> None:
    """Print the seconds that the table takes one way; both ways must give all of its rows."""
    make = WAYS[way](count)
    before = time.process_time()
    made = make()
    took = time.process_time() - before
    (table,) = docx.Document(BytesIO(made)).tables
    found = len(table.rows)
    if found != count + 1:
        sys.exit(f"{way} wrote {found} rows of {count + 1}")
    print(took)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        main()
