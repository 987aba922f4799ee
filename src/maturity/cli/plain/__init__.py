"""The loop of the room as questions and answers in plain text, for screen readers.

Nothing moves the cursor: every question stands on a line of its own, and every answer may be left
empty. The steps, their questions and their acts are those of `maturity.steps`.
"""

from maturity.cli.plain.walking import walk

__all__ = ["walk"]
