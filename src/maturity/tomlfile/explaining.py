"""Why a text is not TOML, in the words of someone who has made the same mistake.

Runs only after the parser has refused the text: on good files these looks give false alarms.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from maturity.frozen import dataclass
from maturity.text import slug
from maturity.tomlfile.lexis import BASIC, COMMENT, LITERAL, LONG_BASIC, LONG_LITERAL
from maturity.tomlfile.message import Message, Source, visible
from maturity.tomlfile.positions import scan
from maturity.tomlfile.unclosed import unclosed_text

__all__ = ["explain"]

_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")
_CURLY: Final = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00ab\u00bb\u2033\u2032"
_WHOLE: Final = re.compile(f"{LONG_BASIC}|{LONG_LITERAL}|{BASIC}|{LITERAL}|{COMMENT}")
_QUOTE_INSIDE: Final = re.compile(
    r"[ \t]*[\w.-]+[ \t]*=[ \t]*(?P<text>\"[^\n]*\")[ \t]*(#[^\n]*)?$"
)
_UNQUOTED: Final = re.compile(
    r"^[ \t]*(?:[\w.\"-]+)[ \t]*=[ \t]*(?P<value>[^\s\"'\[\]{}#,=][^#\n]*)"
)
_WORD: Final = re.compile(r"[^\W\d][^\s,\]}#]*")
_HEADING: Final = re.compile(r"[ \t]*\[+(?P<kind>[\w-]+)\.(?P<id>[^\]\n]+)\]")
_NEXT_ENTRY: Final = re.compile(r"\[|[\w.-]+[ \t]*=")
_DATE: Final = re.compile(r"(\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|\d{1,2}\.\d{1,2}\.\d{4})\s*$")
_UNREAD: Final = "this line cannot be read."
# What is left when none of the usual mistakes fits, by the parser's own words.
_IN_GENERAL: Final = (
    ("Expected '='", 'a name stands here without "=" after it.'),
    ("after a statement", "there is something after the value that does not belong there."),
    ("Invalid value", "there is no value here that can be read."),
    ("Invalid statement", "a line begins with a name, or with [ for a heading."),
    ("initial character", "a name is missing here."),
)


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where the parser gave up, and its own words."""

    source: Source
    said: str
    at: int

    @property
    def char(self) -> str:
        return self.source.text[self.at : self.at + 1]

    @property
    def line_begin(self) -> int:
        return self.source.text.rfind("\n", 0, self.at) + 1

    @property
    def line(self) -> str:
        end = self.source.text.find("\n", self.at)
        return self.source.text[self.line_begin : None if end < 0 else end]


def explain(error: ValueError, source: Source) -> tuple[Message, ...]:
    """What to tell the person about a text that tomllib refused with `error`; at least one."""
    stop = _Stop(source, str(error), _offset(error, source.text))
    for look in _LOOKS:
        found = look(stop)
        if found:
            return found
    return (
        source.message(
            108,
            source.span(stop.at),
            what=next((what for said, what in _IN_GENERAL if said in stop.said), _UNREAD),
            mend='compare it with the lines around it: name = "value" on a line of its own.',
        ),
    )


def _offset(error: ValueError, text: str) -> int:
    found = _PLACE.search(str(error))
    if found is None:
        return len(text.rstrip("\n"))
    line, column = int(found[1]), int(found[2])
    begin = 0
    for _ in range(line - 1):
        begin = text.find("\n", begin) + 1
    return min(begin + column - 1, len(text))


def _given_twice(stop: _Stop) -> tuple[Message, ...]:
    """F112."""
    if not re.search(r"Cannot (declare|overwrite|mutate)|Duplicate inline|twice", stop.said):
        return ()
    repeats = scan(stop.source.text).repeats
    headings = [each.path for each in repeats if each.is_heading]
    if not repeats:
        begin = stop.line_begin
        return (
            stop.source.message(
                112,
                stop.source.span(begin, len(stop.line)),
                what="this adds to something that was given in full before.",
                mend="write it where that is given.",
            ),
        )
    return tuple(
        stop.source.message(
            112,
            repeat.second,
            what=f"{_named(repeat.path, is_heading=repeat.is_heading)} is given twice"
            f" (the first is on line {repeat.first.line}).",
            mend="put the two together, or give one of them its own name.",
        )
        for repeat in repeats
        if repeat.is_heading or not any(repeat.path[: len(top)] == top for top in headings)
    )


def _named(path: Iterable[str | int], *, is_heading: bool) -> str:
    names = [visible(str(part), cap=40) for part in path]
    return f"the heading [{'.'.join(names)}]" if is_heading else f'"{names[-1]}"'


def _odd_character(stop: _Stop) -> tuple[Message, ...]:
    """F103: at the fault, or first on its line outside text."""
    for at in (stop.at, *_outside_text(stop)):
        char = stop.source.text[at : at + 1]
        if not char:
            continue
        if char in _CURLY:
            what, mend = f"{char} is a curly quote.", 'write the straight quote " instead.'
        elif _is_invisible(char):
            what, mend = _invisible(char)
        else:
            continue
        return (stop.source.message(103, stop.source.span(at), what=what, mend=mend),)
    return ()


def _is_invisible(char: str) -> bool:
    return char not in "\n\t " and (char.isspace() or not char.isprintable())


def _invisible(char: str) -> tuple[str, str]:
    return (
        f"there is an invisible character here (U+{ord(char):04X}).",
        "delete it and type a plain space if one is needed.",
    )


def _outside_text(stop: _Stop) -> Iterable[int]:
    free = 0
    for text in _WHOLE.finditer(stop.line):
        yield from range(stop.line_begin + free, stop.line_begin + text.start())
        free = text.end()
    yield from range(stop.line_begin + free, stop.line_begin + len(stop.line))


def _colon(stop: _Stop) -> tuple[Message, ...]:
    """F105."""
    if "Expected '='" not in stop.said or stop.char != ":":
        return ()
    return (
        stop.source.message(
            105, stop.source.span(stop.at), what='":" stands where "=" should.', mend='write "=".'
        ),
    )


def _comma(stop: _Stop) -> tuple[Message, ...]:
    """F106."""
    in_list = "Unclosed array" in stop.said
    if not in_list and "Unclosed inline table" not in stop.said:
        return ()
    before = stop.source.text[: stop.at].rstrip()
    at_next = not stop.char or _NEXT_ENTRY.match(stop.source.text, stop.at)
    if in_list and at_next:
        return (_not_closed(stop, len(before) - 1),)
    kind = "list" if in_list else "table in braces"
    return (
        stop.source.message(
            106,
            stop.source.span(stop.at, _token_width(stop.source.text[stop.at :])),
            what=f"a comma is missing in this {kind}.",
            mend="put a comma before this.",
        ),
    )


def _not_closed(stop: _Stop, last: int) -> Message:
    return stop.source.message(
        106,
        stop.source.span(max(last, 0)),
        what="the list that ends here is not closed.",
        mend="put ] after its last part.",
    )


def _token_width(text: str) -> int:
    found = _WHOLE.match(text)
    return len((found[0] if found else text).split("\n", 1)[0].split(" ", 1)[0]) if text else 1


def _backslash(stop: _Stop) -> tuple[Message, ...]:
    """F107."""
    if not re.search(r"Unescaped|Invalid hex|Escaped character", stop.said):
        return ()
    at = stop.source.text.rfind("\\", 0, stop.at + 1)
    return (
        stop.source.message(
            107,
            stop.source.span(max(at, 0), 2),
            what="a backslash in double quotes begins a code, and this is not one we know.",
            mend="write two backslashes, or put the text in single quotes ('...').",
        ),
    )


def _unquoted(stop: _Stop) -> tuple[Message, ...]:
    """F116: a value that is no number, date, true or false, and has no quotes."""
    begin, value = _bare_value(stop)
    if not value:
        return ()
    shown = visible(value, cap=40)
    if value.lower() in {"true", "false"}:
        mend = f"write {value.lower()}, in small letters and without quotes."
    elif _DATE.match(value):
        mend = "write a date as year-month-day, like 2026-09-01, without quotes."
    else:
        mend = f'write "{shown}", in straight quotes.'
    span = stop.source.span(begin, len(value))
    return (stop.source.message(116, span, what=f"{shown} cannot stand as it is.", mend=mend),)


def _bare_value(stop: _Stop) -> tuple[int, str]:
    found = _UNQUOTED.match(stop.line)
    begin = stop.line_begin + found.start("value") if found else 0
    if found and stop.at >= begin:
        return begin, found["value"].rstrip()
    word = _WORD.match(stop.source.text, stop.at) if "Invalid value" in stop.said else None
    return (stop.at, word[0]) if word else (0, "")


def _quote_inside(stop: _Stop) -> tuple[Message, ...]:
    """F108: a straight quote within the text, which ends it too early."""
    if _QUOTE_INSIDE.match(stop.line) is None or "after a statement" not in stop.said:
        return ()
    return (
        stop.source.message(
            108,
            stop.source.span(stop.at),
            what="the text ended before this, at a quote inside it.",
            mend='write single quotes (\') inside the text, or put the whole between """.',
        ),
    )


def _heading(stop: _Stop) -> tuple[Message, ...]:
    """F113: a heading with a space, an accent or another sign in its id."""
    found = _HEADING.match(stop.line)
    if found is None or not re.search(r"Expected '\]|initial character", stop.said):
        return ()
    id_ = slug(found["id"])
    return (
        stop.source.message(
            113,
            stop.source.span(stop.at),
            what="an id is made of small letters, digits and hyphens only.",
            mend=f"write [{found['kind']}.{id_}] and keep the words for the title.",
        ),
    )


_LOOKS: Final[tuple[Callable[[_Stop], tuple[Message, ...]], ...]] = (
    lambda stop: unclosed_text(stop.source, stop.said, stop.at),
    _given_twice,
    _backslash,
    _colon,
    _odd_character,
    _comma,
    _unquoted,
    _quote_inside,
    _heading,
)
