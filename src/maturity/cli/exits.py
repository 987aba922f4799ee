"""The exit status of a program that was stopped, known before anything else is loaded."""

__all__ = ["STOPPED"]

STOPPED = 130
"""The exit status after Ctrl-C."""
