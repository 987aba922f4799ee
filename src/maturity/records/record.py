"""Records that come from files and go to files: frozen, closed to names they do not know."""

from collections.abc import Callable, Mapping
from functools import cache
from inspect import get_annotations
from types import MappingProxyType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Final,
    Self,
    dataclass_transform,
    get_args,
    get_origin,
)

from maturity.records.reading import Reader, Unsure, read, reader_of

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["Field", "Record", "given"]

_MISSING: Final[Any] = object()


class Field:
    """One field of a record: its type, its name in files, its default."""

    __slots__ = ("alias", "factory", "hint")

    def __init__(self, hint: Any, factory: Callable[[], Any] | None, alias: str | None) -> None:
        """A field annotated with `hint`; one without a factory must be given."""
        self.hint = hint
        self.factory = factory
        self.alias = alias

    @property
    def annotation(self) -> Any:
        """Its type without marks."""
        return get_args(self.hint)[0] if get_origin(self.hint) is Annotated else self.hint

    def is_required(self) -> bool:
        """Whether it must be given."""
        return self.factory is None

    def default(self) -> Any:
        """What it is where it is not given; only of a field that need not be."""
        return None if self.factory is None else self.factory()


class _Given:
    """What a class says of a field beside its annotation, until the class is made."""

    __slots__ = ("alias", "factory")

    def __init__(self, factory: Callable[[], Any] | None, alias: str | None) -> None:
        self.factory = factory
        self.alias = alias


def given(
    *, default: Any = _MISSING, factory: Callable[[], Any] | None = None, alias: str | None = None
) -> Any:
    """How a field is given, where a plain default does not say it; `alias` is its name in files."""
    return _Given(factory if default is _MISSING else lambda: default, alias)


def _field(hint: Any, said: Any) -> Field:
    if isinstance(said, _Given):
        return Field(hint, said.factory, said.alias)
    return Field(hint, None if said is _MISSING else lambda: said, None)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(given,))
class Record:
    """A frozen value that goes to a file.

    `model_fields` are its fields in order, and `file_names` gives the name of each field by the
    name it has in files (`from` is no name in Python).
    """

    __slots__ = (
        "__dict__",
        # pydantic writes these on what it makes
        "__pydantic_extra__",
        "__pydantic_fields_set__",
        "__pydantic_private__",
        "__weakref__",
    )
    model_fields: ClassVar[Mapping[str, Field]] = MappingProxyType({})
    file_names: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init_subclass__(cls) -> None:
        """Take the fields from the annotations, after those of the class above."""
        fields = dict(cls.model_fields)
        for name, hint in get_annotations(cls).items():
            fields[name] = _field(hint, cls.__dict__.get(name, _MISSING))
            if name in cls.__dict__:
                delattr(cls, name)
        cls.model_fields = MappingProxyType(fields)
        cls.file_names = MappingProxyType(
            {field.alias or name: name for name, field in fields.items()}
        )

    def __init__(self, **table: Any) -> None:
        """A record of these fields, by their names in files. Raises `pydantic.ValidationError`."""
        try:
            values = _values(type(self), table)
        except ValueError:
            values = vars(read(type(self), table))
        self.__dict__.update(values)

    @classmethod
    def model_validate(cls, table: Any) -> Self:
        """The record in a table of a file. Raises `pydantic.ValidationError`."""
        found: Self = read(cls, table)
        return found

    @classmethod
    def read_plainly(cls, value: Any) -> Any:
        """The record in a table, or the record itself. Raises `Unsure`, or another `ValueError`."""
        if type(value) is cls:
            return value
        if type(value) is not dict:
            raise Unsure
        made = cls.__new__(cls)
        made.__dict__.update(_values(cls, value))
        return made

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """A record of values that have been checked, by their names in Python."""
        made = cls.__new__(cls)
        made.__dict__.update(
            (name, values[name] if name in values else field.default())
            for name, field in cls.model_fields.items()
        )
        return made

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same record with other values, which have been checked."""
        return self.model_construct(**self._by_name() | dict(update))

    def _by_name(self) -> dict[str, Any]:
        return {name: self.__dict__[name] for name in type(self).model_fields}

    def __eq__(self, other: object) -> bool:
        """Whether it is the same kind of record and says the same."""
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__ or self._by_name() == other._by_name()

    def __hash__(self) -> int:
        """By what it says."""
        return hash((type(self), *self._by_name().values()))

    def __repr__(self) -> str:
        """As it would be made."""
        said = ", ".join(f"{name}={value!r}" for name, value in self._by_name().items())
        return f"{type(self).__name__}({said})"

    def __setattr__(self, name: str, value: Any) -> None:
        """Refuse: a record is frozen."""
        raise AttributeError(f"{type(self).__name__}.{name} is frozen.")

    def __delattr__(self, name: str) -> None:
        """Refuse: a record is frozen."""
        raise AttributeError(f"{type(self).__name__}.{name} is frozen.")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """The same record, for pydantic."""
        from pydantic_core import core_schema  # noqa: PLC0415 only where a value is in doubt

        fields = {}
        for name, field in cls.model_fields.items():
            inner = handler.generate_schema(field.hint)
            if field.factory is not None:
                inner = core_schema.with_default_schema(inner, default_factory=field.factory)
            fields[name] = core_schema.model_field(inner, validation_alias=field.alias)
        return core_schema.model_schema(
            cls,
            core_schema.model_fields_schema(fields, model_name=cls.__name__),
            config=core_schema.CoreConfig(
                title=cls.__name__, extra_fields_behavior="forbid", hide_input_in_errors=True
            ),
        )


@cache
def _plan(kind: Any) -> tuple[tuple[str, str, Reader, Callable[[], Any] | None], ...]:
    """Of each field: its name, its name in files, how it is read, and its default if it has one."""
    return tuple(
        (name, field.alias or name, reader_of(field.hint), field.factory)
        for name, field in kind.model_fields.items()
    )


def _values(kind: Any, table: dict[str, Any]) -> dict[str, Any]:
    plan = _plan(kind)
    if len(table) == len(plan):
        try:
            return {name: reader(table[file_name]) for name, file_name, reader, _ in plan}
        except KeyError:
            # as many names as fields, and not all of them the names of fields
            raise Unsure from None
    values, left = {}, len(table)
    for name, file_name, reader, factory in plan:
        if file_name in table:
            values[name] = reader(table[file_name])
            left -= 1
        elif factory is None:
            raise Unsure
        else:
            values[name] = factory()
    if left:
        raise Unsure
    return values
