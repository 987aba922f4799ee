"""The zip around a Word file: the same parts always make the same bytes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

__all__ = ["packed", "repacked"]

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_MAIN = "[Content_Types].xml"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # The platform that wrote a file must not show in it.
    entry.create_system = 0
    return entry


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of `parts`, by name, with fixed dates and in a fixed order.

    The list of content types comes first, as readers of the format expect.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in sorted(parts, key=lambda name: (name != _MAIN, name)):
            package.writestr(_entry(name), parts[name], compresslevel=_LEVEL)
    return buffer.getvalue()


def repacked(raw: bytes, instead: Mapping[str, bytes]) -> bytes:
    """The zip `raw` without the dates and order its writer gave it; `instead` stands for parts."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        kept = {name: package.read(name) for name in package.namelist()}
    return packed({**kept, **instead})
