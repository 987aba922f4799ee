"""Short ways to ask a test template how it looks."""

import io
import zipfile

import pytest

from maturity.evidence.answers.look import Edge, Formatting, Look
from maturity.evidence.asking.look import LOOK_LIMITS
from maturity.evidence.messages import Refused
from maturity.evidence.readers.word_look import read


def look(raw: bytes, name: str = "council.docx") -> Look:
    return read(raw, name, LOOK_LIMITS)


def of(raw: bytes, name: str) -> Formatting:
    return next(one.formatting for one in look(raw).styles if one.name == name)


def edge(raw: bytes, place: str = "header", kind: str = "default") -> Edge:
    return next(one for one in look(raw).edges if (one.place, one.kind) == (place, kind))


def code(raw: bytes, name: str = "council.docx") -> str:
    with pytest.raises(Refused) as refused:
        look(raw, name)
    return refused.value.code


def changed(raw: bytes, *without: str, **parts: bytes) -> bytes:
    """A Word file `without` some parts, and with others."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name not in without:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return buffer.getvalue()
