"""What people wrote beside their answers, without saying who they are."""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from maturity.survey.fault import SurveyFault
from maturity.text import clean
from maturity.words.names import Names

__all__ = ["comments_of"]

_MOST: Final = 1_000
_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def comments_of(
    said: Mapping[str, Iterable[str]], people: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """The comments on each item, cleaned, without the names and addresses of `people`.

    They come in alphabetical order, so that nobody's can be told by its place. Raises
    `SurveyFault` where there are too many to review.
    """
    private = _without(people)
    found = {
        item: tuple(sorted(private(clean(text)) for text in texts if text.strip()))
        for item, texts in said.items()
    }
    count = sum(map(len, found.values()))
    if count > _MOST:
        raise SurveyFault(
            f"There are {count:,} comments, and at most {_MOST:,} can be reviewed. Take [comment] "
            "out of the map."
        )
    return MappingProxyType(found)


def _without(people: Iterable[str]) -> Callable[[str], str]:
    """Takes the names of people, and any e-mail address, out of a text."""
    names = Names(people)

    def taken_out(text: str) -> str:
        return _ADDRESS.sub("[an address]", names.sub("[a person]", text))

    return taken_out
