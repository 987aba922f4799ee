"""The file that says how a council's papers look: a Word template, or TOML that names one."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from maturity.evidence.answers.look import Look, Style
from maturity.evidence.asking.look import read_look
from maturity.evidence.messages import Refused
from maturity.report.brand import Brand, NotATemplate
from maturity.report.palette import COLOURS, READABLE, VISIBLE, contrast
from maturity.text import clean_line
from maturity.tomlfile import (
    Message,
    TomlFault,
    TomlText,
    file_bytes,
    in_file_order,
    nearest,
    one_of,
    read_toml,
    visible,
)
from maturity.tomlfile import Path as KeyPath
from maturity.tomlfile.positions import scan
from maturity.tomlfile.validation import from_pydantic

__all__ = ["NAMED_COLOURS", "ROLES", "read_brand", "style_called"]

ROLES: Final = (
    *("title", "subtitle", "heading-1", "heading-2", "heading-3", "heading-4", "body"),
    *("list-bullet", "list-number", "list-letter", "caption", "table", "table-text", "table-head"),
    *("banner", "decision", "dissent", "notice", "evidence", "toc-heading", "toc-1", "toc-2"),
    *("header", "footer", "link"),
)
"""Our names for the parts of a paper, which a map may give a style of theirs."""

NAMED_COLOURS: Final = ("navy", "link", "decision-fill", "dissent-fill", "dissent-bar")
"""The colours of the palette that a map may name."""

_PREFIX = "B"
_HEX = frozenset("0123456789abcdefABCDEF")
_HEX_LENGTH = 6
_PAIRS: Final = (
    ("navy", "paper", READABLE),
    ("decision-fill", "ink", READABLE),
    ("dissent-fill", "ink", READABLE),
    ("link", "paper", READABLE),
    ("link", "decision-fill", READABLE),
    ("link", "dissent-fill", READABLE),
    ("navy", "decision-fill", VISIBLE),
    ("dissent-bar", "dissent-fill", VISIBLE),
)
"""Which colour stands on which, and how far the two must differ."""


_Words = Annotated[str, AfterValidator(lambda raw: str(clean_line(raw))), Field(min_length=1)]
_Marking = Annotated[str, AfterValidator(lambda raw: str(clean_line(raw))), Field(max_length=120)]


class _File(BaseModel):
    """The map as a file has it."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True
    )

    template: _Words | None = None
    marking: _Marking | None = None
    styles: dict[str, _Words] = Field(default_factory=dict)
    colours: dict[str, _Words] = Field(default_factory=dict)


def read_brand(path: Path) -> Brand:
    """The look that a .docx or .dotx has, or that a TOML file describes.

    Raises `NotATemplate`, or `TomlFault` with B codes for what is wrong in a TOML file.
    """
    if path.suffix.casefold() != ".toml":
        return Brand(look=_look(path))
    return _from_toml(_bytes(path), path)


def _bytes(path: Path) -> bytes:
    try:
        return file_bytes(path)
    except OSError as fault:
        reason = fault.strerror or "it cannot be read"
        what = f"{path}: this template cannot be opened ({reason})."
        raise NotATemplate(f"{what} Name a .docx, .dotx or .toml file.") from fault


def _look(path: Path) -> Look:
    try:
        return read_look(path)
    except Refused as refused:
        raise NotATemplate(f"{path}: {refused.sentence}") from refused


def _from_toml(raw: bytes, path: Path) -> Brand:
    read = read_toml(raw, str(path), prefix=_PREFIX)
    try:
        written = _File.model_validate(read.data)
    except ValidationError as error:
        told = from_pydantic(error, scan(read.source.text), read.source, _File)
        raise TomlFault(in_file_order((*read.notices, *told))) from None
    mistakes = [*_unknown(read, "styles", written.styles, ROLES)]
    mistakes += _unknown(read, "colours", written.colours, NAMED_COLOURS)
    mistakes += _not_colours(read, written.colours)
    look = None
    if written.template is not None:
        named = path.parent / written.template
        if named.is_file():
            look = _look(named)
            mistakes += _not_there(read, written.styles, look)
        else:
            said = f'there is no file "{visible(written.template, cap=60)}" beside this one.'
            mistakes.append(_told(read, ("template",), 114, said, "write its name as it stands."))
    elif written.styles:
        said = "styles are named, and no template that has them."
        mend = 'add a line at the top: template = "northmere.docx".'
        mistakes.append(_told(read, ("styles",), 111, said, mend, at_key=True))
    if mistakes:
        raise TomlFault(in_file_order((*read.notices, *mistakes)))
    colours, repairs = _readable({k: _hex(v) for k, v in written.colours.items()})
    styles = MappingProxyType(dict(written.styles))
    return Brand(look, written.marking, styles, colours, repairs)


def _told(
    read: TomlText, path: KeyPath, number: int, what: str, mend: str, *, at_key: bool = False
) -> Message:
    _, place = scan(read.source.text).nearest(path)
    span = place.key if at_key else place.value
    where = f"in [{path[0]}]" if len(path) > 1 else ""
    return read.source.message(number, span, what=what, mend=mend, where=where)


def _unknown(
    read: TomlText, table: str, written: Mapping[str, str], known: tuple[str, ...]
) -> Iterator[Message]:
    for name in written:
        if name not in known:
            what = f'the name "{visible(name, cap=60)}" is not known here.'
            mend = f"use one of: {one_of(known, most=len(known))}."
            if near := nearest(name, known):
                mend = f'write "{near}".'
            yield _told(read, (table, name), 110, what, mend, at_key=True)


def _not_colours(read: TomlText, written: Mapping[str, str]) -> Iterator[Message]:
    for name, value in written.items():
        if len(_hex(value)) != _HEX_LENGTH or not set(_hex(value)) <= _HEX:
            what = f'"{visible(value, cap=60)}" is not a colour.'
            mend = 'write six digits from 0 to 9 and A to F, as in "003A5D".'
            yield _told(read, ("colours", name), 116, what, mend)


def _hex(written: str) -> str:
    return written.removeprefix("#").upper()


def _not_there(read: TomlText, written: Mapping[str, str], look: Look) -> Iterator[Message]:
    for role, name in written.items():
        kinds = _KINDS.get(role, "paragraph")
        if role in ROLES and style_called(look, name, kinds) is None:
            names = [style.name for style in look.styles if style.kind == kinds]
            near = nearest(name, names)
            mend = f'write "{near}".' if near else f"its styles: {one_of(_close(name, names))}."
            what = f'the template has no {kinds} style "{visible(name, cap=60)}".'
            yield _told(read, ("styles", role), 114, what, mend)


_KINDS: Final = {"table": "table", "link": "character"}


def _close(name: str, names: list[str]) -> list[str]:
    """The names, those first that share a word with `name`."""
    words = set(name.casefold().split())
    return sorted(names, key=lambda one: not words & set(one.casefold().split()))


def style_called(look: Look, name: str, kind: str) -> Style | None:
    """The style of a template by the name people see, else by its inner id; case does not count."""
    wanted = name.casefold()
    of_kind = [style for style in look.styles if style.kind == kind]
    for said in ("name", "id"):
        for style in of_kind:
            if getattr(style, said).casefold() == wanted:
                return style
    return None


def _readable(theirs: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The palette with the colours of theirs that can be read, and what is said of the others."""
    colours = {**COLOURS, **theirs}
    repairs = {}
    while fault := next((pair for pair in _PAIRS if _is_faint(colours, *pair)), None):
        name = next(one for one in fault[:2] if colours[one] != COLOURS[one])
        repairs[name] = (
            f"The template's colour {name} ({colours[name]}) is too faint beside {fault[1]}, "
            f"so ours ({COLOURS[name]}) is used."
        )
        colours[name] = COLOURS[name]
    return MappingProxyType(colours), tuple(repairs.values())


def _is_faint(colours: Mapping[str, str], one: str, other: str, least: float) -> bool:
    return contrast(colours[one], colours[other]) < least
