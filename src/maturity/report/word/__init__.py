"""A paper as a Word file."""

from maturity.report.word.build import word_bytes

__all__ = ["word_bytes"]
