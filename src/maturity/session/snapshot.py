"""session.toml: the whole session as one readable file, complete by itself."""

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

import tomli_w

from maturity.frozen import dataclass
from maturity.session.events import canonical
from maturity.session.fold import Folded, Head
from maturity.session.kinds import Path, plain, take
from maturity.session.state import SessionState
from maturity.tomlfile import Source, Span, TomlFault, read_toml

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = [
    "NAME",
    "SCHEMA",
    "Glance",
    "NewerSchema",
    "Snapshot",
    "body_hash",
    "from_bytes",
    "glance",
    "to_bytes",
]

NAME = "session.toml"
SCHEMA = 1

_STORE = b"\n[store]\n"
_LONGEST_HEAD = 256 * 1024
_LARGEST = 64 * 1024 * 1024
"""As much as a journal may hold: what was recorded must be able to stand here too."""

_COMMENT = (
    "# A maturity session: {title}\n"
    "# This file is complete by itself and made anew from the journal. If it was changed by hand,\n"
    "# the program says so and sets the change aside. Comments are not kept.\n\n"
)


class NewerSchema(ValueError):
    """The session was made by a newer version of the program."""

    def __init__(self, schema: int) -> None:
        """Say which schema was found."""
        super().__init__(
            f"Made with a newer maturity (schema {schema}; this one knows {SCHEMA}). "
            "Install a newer version to change it."
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot as read: a state to fold on from, and what of each journal is in it.

    `journals` maps an opening to the last line of it that is in here. `is_edited` tells that
    somebody changed the file by hand.
    """

    folded: Folded
    journals: Mapping[str, int]
    body: str
    is_edited: bool


@dataclass(frozen=True, slots=True)
class Glance:
    """What is known of a snapshot that stands as it was written, without reading it whole."""

    journals: Mapping[str, int]


def body_hash(state: SessionState) -> str:
    """First 16 hex digits of SHA-256 over the state as tables; re-wrapping changes nothing."""
    return _hash(plain(state))


def _hash(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(body)).hexdigest()[:16]


def to_bytes(folded: Folded, journals: Mapping[str, int]) -> bytes:
    """The bytes of session.toml for a folded state."""
    body = plain(folded.state)
    store: dict[str, Any] = {
        "schema": SCHEMA,
        "n": folded.n,
        "at": folded.at,
        "body": _hash(body),
        "journals": dict(sorted(journals.items())),
        "marks": {
            _joined(path): [_head(head) for head in heads]
            for path, heads in sorted(folded.marks.items())
        },
    }
    if folded.contested:
        store["contested"] = [
            {"path": _joined(path), "values": [_valued(head) for head in heads]}
            for path, heads in sorted(folded.contested.items())
        ]
    comment = _COMMENT.format(title=folded.state.session.title.replace("\n", " "))
    text = (comment + tomli_w.dumps(body, multiline_strings=True)).encode("utf-8")
    store["text"] = _text_hash(text)
    return text + b"\n" + tomli_w.dumps({"store": store}, multiline_strings=True).encode("utf-8")


def _text_hash(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()[:16]


def glance(raw: bytes) -> Glance | None:
    """What of each journal is in a snapshot that nobody has touched; None where that is not sure.

    Reading all of it takes longer than reading the journals, and says nothing that they do not.
    """
    text, header, rest = raw.rpartition(_STORE)
    head = (header + rest).partition(b"\n[store.marks")[0]
    if not header or len(head) > _LONGEST_HEAD:
        return None
    try:
        store = read_toml(head, NAME, "S").data["store"]
        journals = {str(name): int(last) for name, last in store["journals"].items()}
        is_ours = (store["schema"], store["text"]) == (SCHEMA, _text_hash(text))
    except (TomlFault, KeyError, TypeError, ValueError, AttributeError):
        return None
    return Glance(MappingProxyType(journals)) if is_ours else None


def from_bytes(raw: bytes, file: str = NAME) -> Snapshot:
    """The snapshot in the bytes of `file`.

    Raises `TomlFault` with a place and a mend for anything that is not one, and `NewerSchema`.
    """
    read = read_toml(raw, file, "S", largest=_LARGEST)
    store = read.data.pop("store", None)
    if not isinstance(store, dict) or not isinstance(store.get("schema"), int):
        raise _not_ours(read.source)
    if store["schema"] > SCHEMA:
        raise NewerSchema(store["schema"])
    try:
        state = SessionState.model_validate(read.data)
    except ValueError as error:
        # the places in a file, which nobody asks for in a sound one
        from maturity.tomlfile.positions import scan  # noqa: PLC0415 see above
        from maturity.tomlfile.validation import from_pydantic  # noqa: PLC0415 see above

        positions, refused = scan(read.source.text), cast("ValidationError", error)
        raise TomlFault(from_pydantic(refused, positions, read.source, SessionState)) from error
    try:
        marks = {_split(path): heads for path, heads in store.get("marks", {}).items()}
        folded = Folded(
            state,
            marks=MappingProxyType(
                {path: _heads(state, path, heads) for path, heads in marks.items()}
            ),
            contested=MappingProxyType(
                {
                    _split(row["path"]): tuple(_head_of(value) for value in row["values"])
                    for row in store.get("contested", [])
                }
            ),
            n=int(store["n"]),
            at=str(store["at"]),
        )
        journals = {str(name): int(last) for name, last in store["journals"].items()}
        body = str(store["body"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _not_ours(read.source) from error
    return Snapshot(folded, MappingProxyType(journals), body, body != body_hash(state))


def _not_ours(source: Source) -> TomlFault:
    return source.fault(
        111,
        Span(1, 1),
        what="the table [store] is missing or damaged.",
        mend="put back a copy from the folder backups, or let the journal rebuild it.",
    )


def _joined(path: Path) -> str:
    return "/".join(part.replace("~", "~0").replace("/", "~1") for part in path)


def _split(joined: str) -> Path:
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in joined.split("/"))


def _head(head: Head) -> dict[str, str]:
    stands = {"id": head.id, "at": head.t, "by": head.by}
    return stands | ({"room": head.room} if head.room else {})


def _valued(head: Head) -> dict[str, Any]:
    # TOML has no null: a cleared value is told by leaving the key out
    return _head(head) | ({} if head.value is None else {"value": head.value})


def _head_of(table: Mapping[str, Any]) -> Head:
    return Head(
        str(table["id"]), str(table["at"]), str(table["by"]), table.get("value"), table.get("room")
    )


def _heads(state: SessionState, path: Path, tables: list[Mapping[str, Any]]) -> tuple[Head, ...]:
    value = plain(take(state, path))
    return tuple(_head_of({**table, "value": value}) for table in tables)
