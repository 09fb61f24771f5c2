"""Domain values to JSON and back, by their type hints."""

import dataclasses
import datetime as dt
import types
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

T = TypeVar("T")

Decoder = Callable[[Any], Any]


def _no_names(_: str) -> bool:
    """Know no names: what comes from the store was checked before it was written."""
    return False


GIVEN: Mapping[str, Any] = {"name_check": _no_names}
"""Values for arguments of construction that are not kept."""


def to_json(value: object) -> str:
    """Return `value` as JSON text."""
    return orjson.dumps(value, default=_plain, option=orjson.OPT_NON_STR_KEYS).decode()


def from_json(kind: type[T], text: str | bytes) -> T:
    """Return the `kind` that `to_json` wrote.

    Raises:
        TypeError: a type hint that the codec does not know.
    """
    hint: Any = kind
    value: T = decoder(hint)(orjson.loads(text))
    return value


def _plain(value: object) -> object:
    """Return what orjson does not know as what it knows: a mapping that is no dict."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"the codec does not know {type(value)!r}")


@cache
def _kept(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind) if f.init)


@cache
def decoder(kind: Any) -> Decoder:
    """Return the function that turns plain JSON into `kind`, and takes it over."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin is tuple:
        return _tuple(kind)
    if origin is not None:
        return _mapping(kind)
    if kind is dt.datetime:
        return dt.datetime.fromisoformat
    if kind is dt.date:
        return dt.date.fromisoformat
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if kind in (str, int, float, bool, object, Any):
        return _same
    raise TypeError(f"the codec does not know {kind!r}")


def _same(plain: Any) -> Any:
    return plain


def _optional(kind: Any) -> Decoder:
    options = [option for option in get_args(kind) if option is not type(None)]
    if len(options) == 1:
        inner = decoder(options[0])
        return lambda plain: None if plain is None else inner(plain)
    whole = [option for option in options if get_origin(option) is tuple]
    listed = decoder(whole[0]) if whole else _same
    return lambda plain: listed(plain) if isinstance(plain, list) else plain


def _tuple(kind: Any) -> Decoder:
    parts = get_args(kind)
    if len(parts) == 2 and parts[1] is Ellipsis:
        inner = decoder(parts[0])
        return lambda plain: tuple(inner(item) for item in plain)
    inners = [decoder(part) for part in parts]
    return lambda plain: tuple(
        inner(item) for inner, item in zip(inners, plain, strict=True)
    )


def _mapping(kind: Any) -> Decoder:
    inner = decoder(get_args(kind)[1])
    return lambda plain: {key: inner(item) for key, item in plain.items()}


def _record(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    names = frozenset(_kept(kind))
    fields: list[tuple[str, Decoder]] | None = None
    given = {
        name: value
        for name, value in GIVEN.items()
        if isinstance(hints.get(name), dataclasses.InitVar)
    }

    def build(plain: dict[str, Any]) -> Any:
        nonlocal fields
        if fields is None:
            # Late, because a record may hold records of its own kind.
            fields = [(name, decoder(hints[name])) for name in names]
            fields = [one for one in fields if one[1] is not _same]
        if not plain.keys() <= names:
            plain = {name: item for name, item in plain.items() if name in names}
        for name, read in fields:
            if name in plain:
                plain[name] = read(plain[name])
        return kind(**plain, **given)

    return build
