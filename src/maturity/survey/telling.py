"""What is told of a survey before its counts are kept: what was found where, and how much of it."""

from collections.abc import Collection, Sequence
from typing import Final

from maturity.framework import Framework
from maturity.survey.columns import Columns
from maturity.survey.counts import Survey

__all__ = ["columns_said", "not_read", "will_keep"]

_MOST_TOLD: Final = 8
_LONGEST_TOLD: Final = 40


def will_keep(survey: Survey, framework: Framework, voted: Collection[str]) -> tuple[str, ...]:
    """What will be recorded: how many answers an item, and no more before it is revealed.

    Nothing is for items that `voted` already, and that is said.
    """
    lines = [f"{_counted(survey.people, 'person', 'people')} answered:"]
    for one in survey.items:
        title = framework.item(one.item).title
        if one.item in voted:
            lines.append(f"  {title}: not kept, a vote is recorded already (undo it first)")
            continue
        comments = f", {_counted(len(one.comments), 'comment')}" if one.comments else ""
        lines.append(f"  {title}: {_counted(one.counts.votes, 'vote')}{comments}")
    return tuple(lines)


def _counted(number: int, one: str, many: str = "") -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {many or f'{one}s'}"


def not_read(headers: Sequence[str]) -> tuple[str, ...]:
    """Which columns of the file were left alone, in one line; none where all were read."""
    if not headers:
        return ()
    named = ", ".join(f'"{_cut(header)}"' for header in headers[:_MOST_TOLD])
    more = f" and {len(headers) - _MOST_TOLD} more" if len(headers) > _MOST_TOLD else ""
    return (f"Not read: {named}{more}",)


def _cut(said: str) -> str:
    return said if len(said) <= _LONGEST_TOLD else f"{said[: _LONGEST_TOLD - 3]}..."


def columns_said(columns: Columns, framework: Framework) -> tuple[str, ...]:
    """Which column was taken for what, by the words of its header."""
    items = [
        f'{framework.item(item).title}: column "{header}"' for item, header in columns.items.items()
    ]
    comments = [
        f'Comments on {framework.item(item).title}: column "{header}"'
        for item, header in columns.comments.items()
    ]
    voice = [f'Voice group: column "{columns.voice}"'] if columns.voice else []
    named = ", ".join(f'"{header}"' for header in columns.who)
    who = [f"Read to drop second answers, and not kept: {named}"] if named else []
    return (*items, *comments, *voice, *who)
