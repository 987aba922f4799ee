"""What is wrong with a file, where, and what to do: the one shape every file mistake has."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from maturity.frozen import dataclass

__all__ = [
    "Message",
    "Path",
    "Severity",
    "Source",
    "Span",
    "TomlFault",
    "in_file_order",
    "render",
    "visible",
]

Severity = Literal["error", "warning", "advice"]
"""error: the file cannot be used. warning: worth a look. advice: style."""

Path = tuple[str | int, ...]
"""The names and list positions that lead to a value, as in tomllib's own result."""

_EXCERPT_CAP: Final = 100
_MOST: Final = 50
_FIRST_WIDE: Final = 0x100


def visible(text: str, *, cap: int | None = None) -> str:
    r"""The text with nothing hidden in it: tabs as one space, control characters as `\xNN`.

    Other characters that cannot be seen are shown as `\uNNNN`. Over `cap` characters the end is
    replaced by "...".
    """
    shown = "".join(_visible(char) for char in text)
    return shown if cap is None or len(shown) <= cap else shown[: cap - 3] + "..."


def _visible(char: str) -> str:
    # A zero-width joiner holds emoji together; alone it hides nothing worth naming.
    if char.isprintable() or char == "\u200d":
        return char
    if char == "\t":
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code < _FIRST_WIDE else f"\\u{code:04x}"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line: line and column count characters from 1, after decoding."""

    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Message:
    """One mistake in one file, said to the person who will mend it.

    `code` is a letter and three digits (F114, S116). `where` names the block by its id. `excerpt`
    is the line at fault, cut to 100 characters; `mark` is where in it the fault stands (first
    character from 0, number of characters).
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    where: str
    excerpt: str
    what: str
    mend: str
    mark: tuple[int, int] = (0, 1)

    def as_json(self) -> dict[str, str | int]:
        """The message as the object that `--json` prints."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "where": self.where,
            "excerpt": self.excerpt,
            "message": self.what,
            "mend": self.mend,
        }


class TomlFault(ValueError):
    """A file that cannot be used; `messages` says why, in file order, at least one."""

    def __init__(self, messages: tuple[Message, ...]) -> None:
        """Keep `messages`; the text of the exception is all of them, rendered."""
        self.messages = messages
        super().__init__("\n".join(render(message) for message in messages))


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file that mistakes can be pointed out in.

    `prefix` is the letter of its codes: F for a framework, S for a session.
    """

    file: str
    text: str
    prefix: str = "F"

    def message(
        self,
        number: int,
        span: Span,
        *,
        what: str,
        mend: str = "",
        where: str = "",
        severity: Severity = "error",
    ) -> Message:
        """The message with code `number` about what stands at `span`."""
        excerpt, mark = self._excerpt(span)
        return Message(
            f"{self.prefix}{number}",
            severity,
            self.file,
            span.line,
            span.column,
            where,
            excerpt,
            what,
            mend,
            mark,
        )

    def fault(self, number: int, span: Span, *, what: str, mend: str, where: str = "") -> TomlFault:
        """The exception that carries just this one error."""
        return TomlFault((self.message(number, span, what=what, mend=mend, where=where),))

    def span(self, offset: int, width: int = 1) -> Span:
        """The span that begins `offset` characters into the text."""
        before = self.text.rfind("\n", 0, offset) + 1
        return Span(self.text.count("\n", 0, offset) + 1, offset - before + 1, max(width, 1))

    def _excerpt(self, span: Span) -> tuple[str, tuple[int, int]]:
        lines = _lines(self.text)
        line = lines[span.line - 1] if span.line <= len(lines) else ""
        start = min(span.column - 1, len(line))
        stop = min(start + span.width, len(line))
        begin = len(line) - len(line.lstrip())
        if len(line) - begin > _EXCERPT_CAP:
            begin = max(begin, min(start - _EXCERPT_CAP // 4, len(line) - _EXCERPT_CAP))
        begin = min(begin, start)
        before = visible(line[begin:start])
        fault = visible(line[start:stop])
        excerpt = (before + fault + visible(line[stop:]))[:_EXCERPT_CAP].rstrip()
        width = max(1, min(len(fault), _EXCERPT_CAP - len(before)))
        return excerpt, (min(len(before), _EXCERPT_CAP - 1), width)


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[str, ...]:
    """Kept for the file in hand: thousands of its lines may be at fault."""
    return tuple(text.split("\n"))


def in_file_order(messages: Iterable[Message]) -> tuple[Message, ...]:
    """The messages as a person meets them going down the file, at most 50, none twice."""
    once = dict.fromkeys(messages)
    return tuple(sorted(once, key=lambda each: (each.line, each.column, each.code))[:_MOST])


def _cells(text: str) -> int:
    from wcwidth import wcwidth  # noqa: PLC0415 - its tables cost 9 ms; few runs show a mistake

    return sum(max(wcwidth(char), 0) for char in text)


def render(message: Message) -> str:
    """The message as lines for a person; the first is `file:line:column: CODE what`."""
    file = visible(message.file)
    lines = [f"{file}:{message.line}:{message.column}: {message.code} {message.what}"]
    if message.where:
        lines.append(f"   {message.where}")
    if message.excerpt:
        start, width = message.mark
        before = _cells(message.excerpt[:start])
        under = max(1, _cells(message.excerpt[start : start + width]))
        lines += [f"   {message.excerpt}", f"   {' ' * before}{'^' * under}"]
    if message.mend:
        lines.append(f"   Mend: {message.mend}")
    return "\n".join(lines)
