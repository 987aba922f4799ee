"""Plain text and Markdown: lines into headings, paragraphs and bullets."""

import re
from itertools import groupby

from maturity.evidence.blocks import Block, Reading
from maturity.evidence.limits import Limits
from maturity.evidence.readers.separated import rows_of, separator
from maturity.evidence.readers.sniff import Sniffed
from maturity.evidence.shapes.agenda import lists_people, says_after_label
from maturity.frozen import dataclass

__all__ = ["blocks_of", "plain", "read"]

VERSION = 1

_BULLET = re.compile(
    r"[ \t]*(?P<mark>[•◦▪‣●○·*+\u2013\uf0b7\uf0a7-]|\d{1,3}(?:\.\d{1,3})*[.)]"
    r"|\(?[a-zA-Z][.)]|\(?[ivxlIVXL]{1,6}[.)])"
    r"[ \t\u00a0]+(?=\S)"
)
_HASHES = re.compile(r" {0,3}(#{1,6})[ \t]+(?P<text>\S.*)$")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}$")
# What is in bold is short; without a bound, marks that never close cost the square of a line.
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
_LEAD = re.compile(r"\s*(?:\*\*|__)(?=\S)(.{1,300}?)(?<=\S)(?:\*\*|__)")
_DOTS = "•◦▪‣●○·*+\u2013\uf0b7\uf0a7-"
_WITH_ROLE = re.compile(r"[,(]|\s[-\u2013]\s")
_MOST_PEOPLE = 100
_LONGEST_HEADING = 80
_MOST_HEADING_WORDS = 12
_MOST_LABEL_WORDS = 6
_WRAPPED_WIDTH = range(45, 101)
_FILLING = frozenset({"that", "and", "or", "but", "to", "which", "as follows", "resolved that"})


@dataclass(frozen=True, slots=True)
class _Line:
    """One line or, in hard-wrapped text, one run of lines; `level` is set by Markdown marks."""

    text: str
    mark: str | None = None
    level: int = 0


def read(data: bytes, kind: Sniffed, limits: Limits) -> Reading:
    """The blocks of a plain text, or its rows where the text is a table."""
    del data, limits  # every reader is asked alike; the text is all that this one needs
    if (mark := separator(kind.text)) is not None:
        return Reading(
            reader="table",
            version=VERSION,
            media="text/csv",
            blocks=(rows_of(kind.text, mark),),
            encoding=kind.encoding,
        )
    return Reading(
        reader="text",
        version=VERSION,
        media="text/plain",
        blocks=blocks_of(kind.text),
        encoding=kind.encoding,
    )


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, cited as "para 1", "para 2" and so on."""
    lines = _lines(text)
    return tuple(_block(lines, at) for at in range(len(lines)))


def plain(text: str) -> tuple[str, str | None]:
    """`text` without Markdown's marks of emphasis, and the words it opens with in bold."""
    lead = _LEAD.match(text)
    return _EMPHASIS.sub(r"\2", text), lead.group(1).strip() if lead else None


def _lines(text: str) -> tuple[_Line, ...]:
    raw = re.split(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]", text)
    found: list[_Line] = []
    for is_blank, run in groupby(raw, key=lambda line: not line.strip()):
        if not is_blank:
            found.extend(_run(tuple(run)))
    return tuple(found)


def _run(lines: tuple[str, ...]) -> list[_Line]:
    """The lines between two blank ones, joined where they were wrapped to a width."""
    if _is_wrapped(lines):
        return [_line(joined) for joined in _unwrapped(lines)]
    return [_line(line) for line in lines if not _RULE.match(line)]


def _is_wrapped(lines: tuple[str, ...]) -> bool:
    fuller = [len(line.rstrip()) for line in lines[:-1] if not _starts(line)]
    longest = max(len(line.rstrip()) for line in lines)
    if not fuller or longest not in _WRAPPED_WIDTH:
        return False
    near = sum(width > longest - 20 for width in fuller)
    return near >= len(fuller) * 0.8 and not lines[0].rstrip().endswith(":")


def _starts(line: str) -> bool:
    return bool(_BULLET.match(line) or _HASHES.match(line))


def _unwrapped(lines: tuple[str, ...]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if joined and not _starts(line):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _line(raw: str) -> _Line:
    if (hashes := _HASHES.match(raw)) is not None:
        return _Line(_without_closing(hashes.group("text")), level=len(hashes.group(1)))
    if (bullet := _BULLET.match(raw)) is not None:
        return _Line(raw[bullet.end() :], mark=bullet.group("mark"))
    return _Line(raw)


def _without_closing(heading: str) -> str:
    """A Markdown heading without the marks that may close it; "C#" keeps its own."""
    head, _, tail = heading.rstrip().rpartition(" ")
    return head if head and not tail.strip("#") else heading


def _block(lines: tuple[_Line, ...], at: int) -> Block:
    line = lines[at]
    text, lead = plain(line.text.strip())
    ref = f"para {at + 1}"
    level = _heading_level(lines, at)
    if level:
        return Block("heading", text, ref, level=level, number=_printed(line.mark))
    return Block(
        "bullet" if line.mark else "paragraph", text, ref, number=_printed(line.mark), lead=lead
    )


def _printed(mark: str | None) -> str | None:
    return mark if mark and mark not in _DOTS else None


def _heading_level(lines: tuple[_Line, ...], at: int) -> int:
    """1 for the title a text opens with, 2 for a short line that something longer follows."""
    line = lines[at]
    if line.level:
        return line.level
    if not _looks_like_heading(line) or at + 1 == len(lines) or _is_person(lines, at):
        return 0
    following = lines[at + 1]
    if at == 0:
        return 0 if following.mark and not _is_label(line) else 1 if not _is_label(line) else 2
    if following.level or (_looks_like_heading(following) and not _leads_in(following)):
        return 0
    return 2


def _looks_like_heading(line: _Line) -> bool:
    text = plain(line.text.strip())[0]
    words = text.split()
    if says_after_label(text):
        return False
    if line.mark or not text or len(text) > _LONGEST_HEADING or len(words) > _MOST_HEADING_WORDS:
        return False
    if _is_label(line):
        return len(words) <= _MOST_LABEL_WORDS and text[:-1].casefold() not in _FILLING
    return text[-1] not in ".;,!?…" and (text[0].isupper() or text[0].isdigit())


def _is_person(lines: tuple[_Line, ...], at: int) -> bool:
    """Whether a short line is a name with a role, in a row of such lines below an attendance."""
    if not _WITH_ROLE.search(lines[at].text):
        return False
    for before in reversed(lines[max(0, at - _MOST_PEOPLE) : at]):
        if lists_people(before.text.strip()):
            return True
        if not _looks_like_heading(before):
            return False
    return False


def _is_label(line: _Line) -> bool:
    return plain(line.text.strip())[0].endswith(":")


def _leads_in(line: _Line) -> bool:
    return _is_label(line)
