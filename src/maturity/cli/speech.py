"""What a command says: plain lines, the answer to standard output and the rest beside it."""

import json
import re
import sys
from collections.abc import Iterable
from typing import Any

import click

from maturity.text import Cleaned, Cleaning, inspect

__all__ = ["counted", "described", "is_attended", "say", "say_json", "tell_cleaning", "warn"]

_FIRST_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z0-9\"-]|maturity )")


def described(said: str, *examples: str) -> str:
    """A help text: what a command is for, and one worked example on lines of its own."""
    lines = "\n".join(f"  {example}" for example in examples)
    return f"{said}\n\n\b\nExample:\n{lines}"


def counted(number: int, thing: str, many: str = "") -> str:
    """A number with its thing: "1 excerpt", "3 people"."""
    return f"{number} {thing if number == 1 else many or f'{thing}s'}"


def is_attended() -> bool:
    """Whether somebody sits at a terminal, who can be asked and can see a screen."""
    # a program without a console has neither
    return all(one is not None and one.isatty() for one in (sys.stdin, sys.stdout))


def say(text: str) -> None:
    """Print a line of the answer."""
    click.echo(inspect(text).text)


def warn(text: str) -> None:
    """Print to standard error, the first sentence on a line of its own."""
    words: str = inspect(text).text
    if "\n" not in words:
        words = _FIRST_SENTENCE.sub("\n", words, count=1)
    click.echo(words, err=True)


def tell_cleaning(values: Iterable[object]) -> None:
    """Say what is taken out of typed texts on their way in, for all of them together."""
    texts = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
    cleaned = [inspect(text) for text in texts if isinstance(text, str)]
    whole = Cleaning(
        Cleaned(""), sum(one.controls for one in cleaned), sum(one.invisible for one in cleaned)
    )
    if whole.notice:
        warn(whole.notice)


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
