"""Reading that can be done anywhere: by this process or by one that helps it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ltnlp.casework.engines import engines

SLOW_TO_MAKE = ("classifier",)
"""Engines that are better made by who helps, and while nobody waits for them."""

Call = tuple[Any, ...]
"""The arguments of one call, by position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Calls of one method of one engine; no calls: let the engine be made ready.

    What an engine answers depends on the arguments alone, so it does not matter
    where or when a parcel is done.
    """

    engine: str
    method: str = ""
    calls: tuple[Call, ...] = ()


def made_here(parcel: Parcel) -> bool:
    """Tell whether this process can begin on a parcel without first making an engine.

    Only of engines that take seconds to make is that ever a reason to wait.
    """
    return parcel.engine not in SLOW_TO_MAKE or parcel.engine in vars(engines())


def done(parcel: Parcel) -> tuple[Any, ...]:
    """Return the answers to a parcel's calls, in their order."""
    engine = getattr(engines(), parcel.engine)
    if not parcel.calls:
        return ()
    method = getattr(engine, parcel.method)
    return tuple(method(*call) for call in parcel.calls)


def parcels(
    engine: str, method: str, calls: Iterable[Call], *, of: int
) -> Sequence[Parcel]:
    """Divide calls into parcels of at most `of`, the same however many will help."""
    rest = iter(calls)
    found = []
    while some := tuple(islice(rest, of)):
        found.append(Parcel(engine=engine, method=method, calls=some))
    return found
