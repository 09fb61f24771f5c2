"""The codec: every domain value comes back from JSON as it went in."""

import dataclasses
import datetime as dt
import importlib
import json
import pkgutil
import types
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import ltnlp.domain
from ltnlp.domain.bounds import OPEN
from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.spans import OffsetMap, Piece, Span
from ltnlp.store.codec import GIVEN, decoder, from_json, to_json

EDTF = (
    "2023",
    "2023-05",
    "2023-05-03~",
    "2023-21",
    "[2023-05-01,2023-06-02]",
    "../2020",
)


def domain_types() -> list[type]:
    found = {}
    for module in pkgutil.iter_modules(ltnlp.domain.__path__, "ltnlp.domain."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and dataclasses.is_dataclass(value):
                if list in map(get_origin, get_type_hints(value).values()):
                    continue  # it works in memory and is no value
                found[value.__qualname__, value.__module__] = value
    return [found[key] for key in sorted(found)]


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type hint, those that a domain type refuses left out."""
    if hint in SPECIAL:
        return SPECIAL[hint]()
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([values(option) for option in get_args(hint)])
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        if parts[1:] == (Ellipsis,):
            return st.lists(values(parts[0]), max_size=2).map(tuple)
        return st.tuples(*map(values, parts))
    if get_origin(hint) is not None and issubclass(get_origin(hint), Mapping):
        return st.dictionaries(
            st.text(max_size=4), values(get_args(hint)[1]), max_size=2
        )
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return records(hint)


@st.composite
def records(draw: st.DrawFn, kind: type) -> Any:
    hints = get_type_hints(kind)
    fields = [f.name for f in dataclasses.fields(kind) if f.init]
    given_ = {n: v for n, v in GIVEN.items() if n in hints}
    chosen = {name: draw(values(hints[name])) for name in fields}
    try:
        return kind(**chosen, **given_)
    except (ValueError, PrivacyError):
        assume(False)
    except ltnlp.domain.errors.LtnlpError:
        assume(False)


@st.composite
def dates(draw: st.DrawFn) -> UncertainDate:
    edtf = draw(st.none() | st.sampled_from(EDTF))
    bounds = OPEN if edtf is None else bounds_of(edtf)
    hints = get_type_hints(UncertainDate)
    free = ("text", "type", "precision", "anchor", "timex", "alternatives", "citation")
    return UncertainDate(
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        confidence=draw(st.floats(0, 1)),
        qualifier=draw(st.sampled_from(["", "~", "?", "%"])),
        **{name: draw(values(hints[name])) for name in free},
    )


def spans() -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, 5), st.integers(1, 5)).map(
        lambda pair: Span(start=pair[0], end=sum(pair))
    )


def offsets() -> st.SearchStrategy[OffsetMap]:
    whole = st.integers(0, 9).map(
        lambda start: OffsetMap.identity(start=start, length=9)
    )
    replaced = spans().map(
        lambda origin: OffsetMap(
            pieces=(Piece(text=Span(start=0, end=4), origin=origin, verbatim=False),)
        )
    )
    return whole | replaced


SPECIAL: dict[Any, Any] = {
    str: lambda: st.text(max_size=6),
    int: lambda: st.integers(0, 9),
    bool: st.booleans,
    float: lambda: st.floats(0, 1),
    object: lambda: st.text(max_size=3),
    dt.date: st.dates,
    dt.datetime: lambda: st.datetimes(timezones=st.just(dt.UTC)),
    type(None): st.none,
    Span: spans,
    OffsetMap: offsets,
    UncertainDate: dates,
}


@pytest.mark.parametrize("kind", domain_types(), ids=lambda kind: kind.__name__)
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@given(data=st.data())
def test_every_domain_value_comes_back(kind, data):
    value = data.draw(values(kind))
    plain = to_json(value)
    assert from_json(kind, plain) == value
    assert to_json(from_json(kind, plain.encode())) == plain


def test_what_is_computed_is_not_written():
    """orjson leaves out what begins with "_", and nothing else."""
    computed = [
        field.name
        for kind in domain_types()
        for field in dataclasses.fields(kind)
        if not field.init
    ]
    assert computed
    assert all(name.startswith("_") for name in computed)


def test_a_mapping_that_is_no_dict_is_written_as_one():
    assert to_json(types.MappingProxyType({"a": (1, None)})) == '{"a":[1,null]}'


def test_a_value_that_no_type_hint_can_read_back_is_not_written():
    with pytest.raises(TypeError):
        to_json(object())


def test_names_are_not_looked_for_again():
    """What comes from the store was checked when it was written."""
    released = ltnlp.domain.pseudonyms.ReleasedPassage(
        id="p1",
        document="d1",
        ordinal=0,
        text="[Moeder-1] belde",
        offsets=OffsetMap.identity(start=0, length=16),
        name_check=lambda text: False,
    )
    assert "name_check" not in json.loads(to_json(released))
    assert from_json(type(released), to_json(released)) == released


def test_a_field_of_a_newer_version_is_passed_over():
    assert from_json(Span, '{"start": 1, "end": 2, "colour": "red"}') == Span(
        start=1, end=2
    )


def test_a_field_that_an_older_version_did_not_write_gets_its_default():
    (kind,) = (k for k in domain_types() if k.__name__ == "RosterEntry")
    assert from_json(kind, '{"name": "Noor"}') == kind(name="Noor")


def test_an_invalid_value_is_not_let_in():
    with pytest.raises(ValueError, match="not a span"):
        from_json(Span, '{"start": 3, "end": 2}')


def test_a_type_that_the_codec_does_not_know_is_refused():
    with pytest.raises(TypeError, match="does not know"):
        decoder(bytes)
