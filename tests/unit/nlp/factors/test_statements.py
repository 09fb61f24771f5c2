"""A ratchet on statements by another hand; figures only, no text is looked at."""

from pathlib import Path

import pytest

from benchmarks.factors.statements import (
    CASES,
    Ranking,
    at_coverage,
    figures,
    main,
    nearest,
    ranked,
    statements,
)
from ltnlp.nlp.factors import HybridClassifier, read_codebook

CODEBOOKS = sorted(CASES.glob("codebook_*.jsonl"))


def test_right_answers_and_answers_where_there_is_none_are_counted() -> None:
    cases = [{"pattern": "a"}, {"pattern": "b"}, {"pattern": "GEEN"}]
    found = [
        Ranking(best=("a", "b"), sure=0.9),
        Ranking(best=("a", "b"), sure=0.0),
        Ranking(best=("a", "b"), sure=0.4),
    ]
    f = figures(cases, found)
    assert (f.first, f.three) == (0.5, 1.0)
    assert (f.precision, f.coverage) == (0.5, 2 / 3)
    assert [one.sure for one in at_coverage(found, 1)] == [1.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("path", "first", "three"),
    [
        (CODEBOOKS[0], 0.54, 0.87),
        (CODEBOOKS[1], 0.67, 0.91),
        (CODEBOOKS[2], 0.92, 1.0),
        (CODEBOOKS[3], 0.82, 0.97),
        (CODEBOOKS[4], 0.80, 0.93),
        (CODEBOOKS[5], 0.86, 0.95),
        (CODEBOOKS[6], 0.82, 0.93),
    ],
    ids=[f"set {number}" for number in range(1, 8)],
)
def test_unread_statements_find_their_pattern_as_often_as_before(
    path: Path, first: float, three: float
) -> None:
    entries = read_codebook(path)
    part = f"{path.stem.replace('codebook', 'set')}_test.jsonl"
    cases = statements(CASES / part)
    texts = [case["text"] for case in cases]
    ours = figures(cases, ranked(HybridClassifier(entries), texts))
    peer = figures(cases, nearest(entries, texts))
    assert ours.first >= first
    assert ours.three >= three
    assert ours.first > peer.first


def test_the_benchmark_prints_figures_and_no_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main()
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) == 2 + 2 * len(list(CASES.glob("set_*.jsonl")))
    for path in CASES.glob("set_*.jsonl"):
        assert not any(case["text"] in printed for case in statements(path))


def test_what_is_answered_of_statements_that_have_a_pattern_is_right() -> None:
    entries = read_codebook(CODEBOOKS[5])
    cases = statements(CASES / "set_6_test.jsonl")
    texts = [case["text"] for case in cases]
    ours = figures(cases, ranked(HybridClassifier(entries), texts))
    assert ours.precision >= 0.95
    assert ours.coverage >= 0.5
