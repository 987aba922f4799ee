"""The writer of web pages: one file that asks for nothing else."""

from maturity.report.html.build import html_bytes

__all__ = ["html_bytes"]
