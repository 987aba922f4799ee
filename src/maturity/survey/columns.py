"""Which column of a survey holds what: the map a person may write, and the one remembered."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from maturity.framework import Framework, NotKnown
from maturity.frozen import dataclass
from maturity.survey.answers import ABSTAIN, CANNOT_SAY, folded
from maturity.text import clean_line
from maturity.tomlfile import (
    Message,
    TomlFault,
    TomlText,
    in_file_order,
    one_of,
    read_toml,
)
from maturity.tomlfile import Path as KeyPath
from maturity.tomlfile.positions import scan
from maturity.tomlfile.validation import from_pydantic

__all__ = ["Columns", "from_toml", "to_toml"]

_PREFIX = "C"
_MOST = 500


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Columns:
    """The headers of the columns that are read, cleaned to one line; every other is left alone.

    `items` and `comments` go by the item's id. `who` are columns that tell people apart: a second
    answer of the same person takes the place of the first, and neither is kept. `voice` is the
    column of the voice group. `answers` and `groups` say what the words of a cell, folded, mean.
    """

    items: Mapping[str, str]
    comments: Mapping[str, str] = field(default_factory=_nothing)
    voice: str = ""
    who: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=_nothing)
    groups: Mapping[str, str] = field(default_factory=_nothing)


def _one_line(raw: str) -> str:
    return clean_line(raw)


_Words = Annotated[str, AfterValidator(_one_line), Field(min_length=1)]
_Table = Annotated[dict[str, _Words], Field(max_length=_MOST)]


class _File(BaseModel):
    """The map as a file has it."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True
    )

    voice: _Words | None = None
    who: Annotated[tuple[_Words, ...], Field(max_length=20)] = ()
    item: _Table = Field(default_factory=dict)
    comment: _Table = Field(default_factory=dict)
    answer: _Table = Field(default_factory=dict)
    group: _Table = Field(default_factory=dict)


def from_toml(raw: bytes, file: str, framework: Framework) -> Columns:
    """The map in the bytes of `file`.

    Raises `TomlFault` with C codes, for names the framework does not have as well.
    """
    read = read_toml(raw, file, prefix=_PREFIX)
    try:
        written = _File.model_validate(read.data)
    except ValidationError as error:
        told = from_pydantic(error, scan(read.source.text), read.source, _File)
        raise TomlFault((*read.notices, *told)) from None
    names = _Names(framework, read)
    columns = Columns(
        items=names.items("item", written.item),
        comments=names.items("comment", written.comment),
        voice=written.voice or "",
        who=written.who,
        answers=names.meanings("answer", written.answer, names.level),
        groups=names.meanings("group", written.group, names.group),
    )
    if names.messages:
        raise TomlFault(in_file_order((*read.notices, *names.messages)))
    return columns


_Means = Callable[[KeyPath, str], str]


class _Names:
    """Finds what the names in a map stand for, and gathers what is wrong with them."""

    def __init__(self, framework: Framework, read: TomlText) -> None:
        self._framework = framework
        self._read = read
        self.messages: list[Message] = []

    def items(self, table: str, written: Mapping[str, str]) -> Mapping[str, str]:
        """Headers by the id of the item they ask about."""
        found = {}
        rated = {item.id for item in self._framework.items}
        for name, header in written.items():
            try:
                item = self._framework.find_item(name).id
            except NotKnown as unknown:
                self._tell((table, name), str(unknown), at_key=True)
                continue
            if item in found or (table == "item" and item not in rated):
                why = "is named twice" if item in found else "is not rated in this framework"
                self._tell((table, name), f'the item "{item}" {why}.', at_key=True)
            found[item] = header
        return MappingProxyType(found)

    def meanings(self, table: str, written: Mapping[str, str], means: _Means) -> Mapping[str, str]:
        """What the words of a cell, folded, stand for."""
        pairs = ((folded(words), means((table, words), name)) for words, name in written.items())
        return MappingProxyType({words: meaning for words, meaning in pairs if meaning})

    def level(self, path: KeyPath, name: str) -> str:
        """The level, or no level, that a name stands for; told and empty where there is none."""
        if folded(name) in {folded(CANNOT_SAY), folded(ABSTAIN)}:
            return CANNOT_SAY if folded(name) == folded(CANNOT_SAY) else ABSTAIN
        try:
            return self._framework.find_level(name).id
        except NotKnown as unknown:
            self._tell(path, f'{unknown} "{CANNOT_SAY}" and "{ABSTAIN}" are answers too.')
            return ""

    def group(self, path: KeyPath, name: str) -> str:
        """The voice group that a name stands for; told and empty where there is none."""
        for voice in self._framework.voices.values():
            if name.casefold() in {voice.id.casefold(), voice.label.casefold()}:
                return voice.id
        groups = one_of(list(self._framework.voices))
        self._tell(path, f'there is no voice group called "{name}". Groups here: {groups}.')
        return ""

    def _tell(self, path: KeyPath, what: str, *, at_key: bool = False) -> None:
        _, place = scan(self._read.source.text).nearest(path)
        span = place.key if at_key else place.value
        where = f"in [{path[0]}]"
        self.messages.append(
            self._read.source.message(
                114, span, what=what, mend="write one of the names there are.", where=where
            )
        )


def to_toml(columns: Columns) -> bytes:
    """The map as a file that a person may read and change; it holds headers and no answers."""
    # only an import of a survey writes one
    import tomli_w  # noqa: PLC0415 see above

    table = {name: value for name, value in _tables(columns) if value}
    return (_ABOUT + tomli_w.dumps(table)).encode()


_ABOUT = """\
# Which column of a survey holds what, by the words in its first row.
# [item] and [comment]: the item, and its column. [answer]: what the words of a cell mean: a level,
# "cannot-say" or "abstain". [group]: the voice group that the words of a cell mean.
# who: columns that tell people apart. They are read to drop second answers, and never kept.

"""


def _tables(columns: Columns) -> Iterator[tuple[str, object]]:
    yield "voice", columns.voice
    yield "who", list(columns.who)
    yield "item", dict(columns.items)
    yield "comment", dict(columns.comments)
    yield "answer", dict(columns.answers)
    yield "group", dict(columns.groups)
