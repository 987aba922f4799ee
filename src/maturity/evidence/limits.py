"""Every number a document is held to, in one place."""

from dataclasses import replace

from maturity.frozen import dataclass

__all__ = ["LIMITS", "MB", "Limits"]

MB = 1024 * 1024
"""Bytes in a megabyte, as people count files."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost; sizes in bytes, times in seconds."""

    file_bytes: int = 50 * MB
    zip_members: int = 4_000
    member_bytes: int = 64 * MB
    unpacked_bytes: int = 256 * MB
    unpacked_ratio: int = 200
    ratio_above_bytes: int = 10 * MB
    xml_depth: int = 200
    html_depth: int = 2_048
    cells: int = 500_000
    covered_cells: int = 200_000
    pages: int = 2_000
    excerpts: int = 20_000
    excerpt_characters: int = 8_000
    text_characters: int = 16 * MB
    first_byte_seconds: float = 20.0
    wall_seconds: float = 60.0
    memory_bytes: int = 1024 * MB
    files: int = 200
    is_large: bool = False

    def large(self) -> "Limits":
        """The same with file and member sizes, cells, pages and time fourfold, for one command."""
        return replace(
            self,
            file_bytes=self.file_bytes * 4,
            member_bytes=self.member_bytes * 4,
            unpacked_bytes=self.unpacked_bytes * 4,
            cells=self.cells * 4,
            pages=self.pages * 4,
            wall_seconds=self.wall_seconds * 4,
            is_large=True,
        )


LIMITS = Limits()
"""The limits in force unless a person asks for `Limits.large`."""
