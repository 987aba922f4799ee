"""A workbook read in a test: its excerpts, what is told of it, and why it is refused."""

import pytest

from evidence.excel_files import xlsx
from evidence.papers import read
from maturity.evidence.child.reading import read_bytes
from maturity.evidence.limits import LIMITS, Limits
from maturity.evidence.messages import Refused
from maturity.evidence.model import Excerpt

HEADER = ("Ref", "Action", "Lead", "Status")
PLAN = xlsx(
    HEADER,
    ("4.30", "Open the helpline", "R. Quill", "G"),
    ("4.31", "Publish the offer", "J. Fenn", "A"),
)


def excerpts(raw: bytes) -> tuple[Excerpt, ...]:
    return read(raw, "plan.xlsx")[1]


def told(raw: bytes) -> list[str]:
    return [warning.sentence for warning in read(raw, "plan.xlsx")[0].warnings]


def refused(raw: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(Refused) as found:
        read_bytes(raw, "plan.xlsx", limits=limits)
    return found.value.sentence
