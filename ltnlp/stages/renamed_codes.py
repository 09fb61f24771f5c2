"""FactorRecord → FactorRecord: codes of earlier versions of the codebook, as now."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from ltnlp.domain.patterns import CodeHistory, FactorRecord
from ltnlp.domain.trends import Cells, Count, Counts, Item, Subject

_OF_FACTORS = frozenset(
    {Subject.FACTOR, Subject.FACTOR_ORGANISATION, Subject.FACTOR_TIME}
)

Together = Callable[[str, str], bool]
"""Tells whether one review has facts of both of two codes."""


def up_to_date(
    records: Iterable[FactorRecord], history: CodeHistory
) -> tuple[FactorRecord, ...]:
    """Return the records with the codes of now; those of now stay as they are."""
    return tuple(
        replace(
            one,
            code=_now(one.code, history.factors),
            patterns=tuple(
                dict.fromkeys(_now(name, history.patterns) for name in one.patterns)
            ),
        )
        for one in records
    )


def first_called(history: CodeHistory) -> dict[str, str]:
    """Return what each renamed factor was called first: ids are made of that.

    Of factors that became one, the first in the alphabet counts.
    """
    first: dict[str, str] = {}
    for old in sorted(history.factors):
        if old not in history.factors.values():
            first.setdefault(_now(old, history.factors), old)
    return first


def without_merges(
    history: CodeHistory, earlier: Collection[Item], together: Together
) -> CodeHistory:
    """Return the renamings by which no two codes become one.

    Published numbers of two codes say nothing of how many reviews have either, and a new
    number beside them could: in trends such codes stay what they were.

    Args:
        history: all renamings.
        earlier: what the last version counted.
        together: whether one review has both of two codes.
    """
    told = {item.values[0] for item in earlier if item.values}

    def kept(renamed: Mapping[str, str]) -> dict[str, str]:
        now = {old: _now(old, renamed) for old in renamed}
        first = now.keys() - set(renamed.values())
        times = Counter(now[old] for old in first)
        return {
            old: new
            for old, new in now.items()
            if times[new] == 1 and not {old, new} <= told and not together(old, new)
        }

    return CodeHistory(factors=kept(history.factors), patterns=kept(history.patterns))


def counts_now(counts: Counts, history: CodeHistory) -> Counts:
    """Return the counts under the codes of now; of one-to-one renamings only."""
    found: Counts = {}
    for item, slices in counts.items():
        mine = found.setdefault(_item_now(item, history), {})
        for slice_, one in slices.items():
            other = mine.get(slice_, Count(now=0))
            mine[slice_] = Count(
                now=one.now + other.now, before=one.before + other.before
            )
    return found


def cells_now(cells: Cells, history: CodeHistory) -> Cells:
    """Return what a version shows under the codes of now."""
    return {_item_now(item, history): dict(shown) for item, shown in cells.items()}


def _item_now(item: Item, history: CodeHistory) -> Item:
    renamed: Mapping[str, str] = {}
    if item.subject in _OF_FACTORS:
        renamed = history.factors
    elif item.subject is Subject.PATTERN:
        renamed = history.patterns
    if not renamed or item.values[0] not in renamed:
        return item
    return replace(item, values=(_now(item.values[0], renamed), *item.values[1:]))


def _now(code: str, renamed: Mapping[str, str]) -> str:
    """Follow a code to what it is called now, through more than one renaming.

    Raises:
        ValueError: the renamings go round in a circle.
    """
    for _ in range(len(renamed) + 1):
        if code not in renamed:
            return code
        code = renamed[code]
    raise ValueError(f"{code} is renamed in a circle")
