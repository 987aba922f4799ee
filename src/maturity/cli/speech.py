"""What a command says: plain lines, the answer to standard output and the rest beside it."""

import json
import re
from typing import Any

import click

from maturity.text import inspect

__all__ = ["described", "say", "say_json", "warn"]

_FIRST_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z0-9\"-]|maturity )")


def described(said: str, *examples: str) -> str:
    """A help text: what a command is for, and one worked example on lines of its own."""
    lines = "\n".join(f"  {example}" for example in examples)
    return f"{said}\n\n\b\nExample:\n{lines}"


def say(text: str) -> None:
    """Print a line of the answer."""
    click.echo(inspect(text).text)


def warn(text: str) -> None:
    """Print to standard error, the first sentence on a line of its own."""
    words: str = inspect(text).text
    if "\n" not in words:
        words = _FIRST_SENTENCE.sub("\n", words, count=1)
    click.echo(words, err=True)


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
