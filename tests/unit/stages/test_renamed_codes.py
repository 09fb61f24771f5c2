"""Codes of earlier versions: records read as now, ids that outlive a renaming."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.patterns import CodeHistory, FactorRecord
from ltnlp.domain.trends import ALL, ROOT, Count, Item, Shown, Slice, Subject
from ltnlp.nlp.factors import code_history, factor_codes, pattern_library
from ltnlp.stages.patterns import recur
from ltnlp.stages.renamed_codes import (
    cells_now,
    counts_now,
    first_called,
    up_to_date,
    without_merges,
)

RENAMED = CodeHistory(factors={"K01": "K51", "K51": "K71"}, patterns={"PT1": "PT9"})


def record(code: str, review: str = "r1", *, basket: int = 0) -> FactorRecord:
    return FactorRecord(
        review=review,
        code=code,
        level=Level.CHAIN,
        valence=Valence.HAMPERING,
        status=FactorStatus.ACCEPTED,
        patterns=("PT1", "PT9", "PT2"),
        basket=basket,
    )


def told(first: str, second: str, reviews: range) -> list[FactorRecord]:
    """Two factors told together in each review, beside others told alone."""
    return [
        record(code, f"r{number:02d}", basket=basket)
        for number in reviews
        for basket, codes in enumerate(((first, second), ("T01",), ("T02",), ("O01",)))
        for code in codes
    ]


def clusters(
    records: list[FactorRecord], history: CodeHistory
) -> list[tuple[str, ...]]:
    found = recur(records, [], library=(), motifs=(), names={}, history=history)
    return [(p.id, *p.factors) for p in found if {"K71", "K01"} & set(p.factors)]


def test_an_old_code_is_followed_to_what_it_is_called_now() -> None:
    (now,) = up_to_date([record("K01")], RENAMED)
    assert now.code == "K71"
    assert now.patterns == ("PT9", "PT2")
    (same,) = up_to_date([record("K02")], RENAMED)
    assert same.code == "K02"


def test_what_recurs_keeps_its_id_when_its_factor_is_renamed() -> None:
    never = CodeHistory(factors={}, patterns={})
    before = clusters(told("K01", "P01", range(12)), never)
    old_and_new = told("K01", "P01", range(6)) + told("K71", "P01", range(6, 12))
    after = clusters(old_and_new, RENAMED)
    assert before
    assert [one[0] for one in after] == [one[0] for one in before]
    assert after[0][1:] == ("K71", "P01")


def test_of_factors_that_became_one_the_first_name_counts() -> None:
    joined = CodeHistory(factors={"K08": "K09", "K07": "K09"}, patterns={})
    assert first_called(joined) == {"K09": "K07"}
    assert first_called(RENAMED) == {"K71": "K01"}


def test_renaming_in_a_circle_is_refused() -> None:
    circle = CodeHistory(factors={"K01": "K02", "K02": "K01"}, patterns={})
    with pytest.raises(ValueError, match="circle"):
        up_to_date([record("K01")], circle)


@given(st.lists(st.sampled_from(["K01", "K51", "K71", "K02"]), max_size=6))
def test_twice_is_once(codes: list[str]) -> None:
    once = up_to_date([record(code) for code in codes], RENAMED)
    assert up_to_date(once, RENAMED) == once


def test_the_history_of_the_codebook_leads_to_codes_of_now() -> None:
    history = code_history()
    patterns = {definition.id for definition in pattern_library()}
    records = [record(code) for code in history.factors]
    assert {one.code for one in up_to_date(records, history)} <= set(factor_codes())
    assert not set(history.factors) & set(factor_codes())
    assert not set(history.patterns) & patterns


YEAR = Slice(dimension="year", value="2024")
OLD = Item(subject=Subject.FACTOR_TIME, values=("K01", "keten", "belemmerend", "x"))
NEW = Item(subject=Subject.FACTOR_TIME, values=("K71", "keten", "belemmerend", "x"))


def test_counts_are_those_of_the_codes_of_now() -> None:
    kind = Item(subject=Subject.ORGANISATION, values=("K01",))
    old_pattern = Item(subject=Subject.PATTERN, values=("PT1", "belemmerend"))
    counts = {
        OLD: {ALL: Count(now=7, before=5), YEAR: Count(now=3)},
        NEW: {ALL: Count(now=2)},
        old_pattern: {ALL: Count(now=4)},
        kind: {ALL: Count(now=6)},
        ROOT: {ALL: Count(now=9)},
    }
    assert counts_now(counts, RENAMED) == {
        NEW: {ALL: Count(now=9, before=5), YEAR: Count(now=3)},
        Item(subject=Subject.PATTERN, values=("PT9", "belemmerend")): {
            ALL: Count(now=4)
        },
        kind: {ALL: Count(now=6)},
        ROOT: {ALL: Count(now=9)},
    }


def test_what_was_published_is_that_of_the_codes_of_now() -> None:
    shown = {ALL: Shown(reviews=5, since=1)}
    assert cells_now({OLD: shown}, RENAMED) == {NEW: shown}


def never(one: str, other: str) -> bool:
    return False


def test_a_code_renamed_twice_is_no_merge() -> None:
    assert without_merges(RENAMED, (OLD,), never).factors == {
        "K01": "K71",
        "K51": "K71",
    }


@pytest.mark.parametrize(
    ("factors", "earlier", "together"),
    [
        ({"K01": "K71", "K02": "K71"}, (), never),
        ({"K01": "K71"}, (OLD, NEW), never),
        (
            {"K01": "K71"},
            (OLD, ROOT),
            lambda one, other: (one, other) == ("K01", "K71"),
        ),
    ],
    ids=["two old codes", "both published", "both told in one review"],
)
def test_codes_that_become_one_stay_apart_in_trends(factors, earlier, together) -> None:
    history = CodeHistory(factors=factors, patterns={"PT1": "PT9"})
    kept = without_merges(history, earlier, together)
    assert kept == CodeHistory(factors={}, patterns={"PT1": "PT9"})
