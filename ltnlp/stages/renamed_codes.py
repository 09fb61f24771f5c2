"""FactorRecord → FactorRecord: codes of earlier versions of the codebook, as now."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ltnlp.domain.patterns import CodeHistory, FactorRecord


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
