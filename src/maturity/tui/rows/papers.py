"""The papers as the list of the Export screen offers them."""

from maturity.frozen import dataclass
from maturity.judgement.view import Audience
from maturity.papers import Asked
from maturity.tui.sitting import PREREAD

__all__ = ["PAPERS", "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper as the list offers it: its name, what it has or leaves out, and what is asked for."""

    key: str
    name: str
    about: str
    asked: Asked


PAPERS = (
    Kind(
        "board",
        "Board paper (Word)",
        "every word for the board, dissent in full",
        Asked(),
    ),
    Kind(
        "board-full",
        "Board paper, full record (Word)",
        "with level texts and a glossary",
        Asked(full=True),
    ),
    Kind(
        "public",
        "Public version (Word)",
        "dissent of public reach only, room totals",
        Asked(Audience.PUBLIC),
    ),
    Kind(
        PREREAD,
        "Pre-reading pack (Word)",
        "to send before the session, no votes",
        Asked(preread=True),
    ),
    Kind(
        "highlights",
        "Highlight report (Word)",
        "four headings on a side or two",
        Asked(highlights=True),
    ),
    Kind(
        "board-page",
        "Board paper (web page)",
        "the same words in one file",
        Asked(ending="html"),
    ),
    Kind(
        "public-page",
        "Public version (web page)",
        "the same words, to put on a website",
        Asked(Audience.PUBLIC, "html"),
    ),
    Kind(
        "board-text",
        "Board paper (plain text)",
        "the same words, for e-mail",
        Asked(ending="txt"),
    ),
)
