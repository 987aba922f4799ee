"""The zip around a Word file: the same parts always make the same bytes."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Final

__all__ = ["Pressed", "packed", "repacked"]

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_QUICK = 1
_MAIN = "[Content_Types].xml"


class Pressed:
    """A long part, kept pressed until it is put into its zip.

    The body of a long paper is thirty times its file: whole, it would not fit a small laptop.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Press the texts, one after the other."""
        self._pieces = [zlib.compress(text.encode(), _QUICK) for text in texts]

    def between(self, before: bytes, after: bytes) -> "Pressed":
        """The same with something before and after it."""
        made = Pressed(())
        made._pieces = [zlib.compress(before), *self._pieces, zlib.compress(after)]
        return made

    def __iter__(self) -> Iterator[bytes]:
        """The bytes, piece by piece."""
        return map(zlib.decompress, self._pieces)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # The platform that wrote a file must not show in it.
    entry.create_system = 0
    return entry


def packed(parts: Mapping[str, bytes | Pressed]) -> bytes:
    """A zip of `parts`, by name, with fixed dates and in a fixed order.

    The list of content types comes first, as readers of the format expect.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in sorted(parts, key=lambda name: (name != _MAIN, name)):
            part = parts[name]
            with package.open(_entry(name), "w") as out:
                out.writelines((part,) if isinstance(part, bytes) else part)
    return buffer.getvalue()


def repacked(raw: bytes, instead: Mapping[str, bytes | Pressed]) -> bytes:
    """The zip `raw` without the dates and order its writer gave it; `instead` stands for parts."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        kept = {name: package.read(name) for name in package.namelist()}
    return packed({**kept, **instead})
