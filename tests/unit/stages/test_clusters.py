"""Combinations of factors: what comes back, and what only seems to."""

from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.patterns import FactorRecord, Pattern, Road
from ltnlp.stages.clusters import cluster

REVIEWS = [f"r{n}" for n in range(10)]


def told(review: str, basket: int, *codes: str) -> list[FactorRecord]:
    return [
        FactorRecord(
            review=review,
            code=code,
            level=Level.CHAIN,
            valence=Valence.HAMPERING,
            status=FactorStatus.ACCEPTED,
            basket=basket,
        )
        for code in codes
    ]


def found(shown_in: int, *, known: tuple[str, ...]) -> tuple[Pattern, ...]:
    """Cluster reviews of which so many tell A and B together, and all tell noise."""
    records = []
    for at, review in enumerate(REVIEWS):
        if at < shown_in:
            records += told(review, 9, "A", "B")
        for n in range(4):
            records += told(review, n, f"N{n}")
    return cluster(records, reviews=REVIEWS, names={}, known=known)


def test_what_comes_back_in_reviews_drawn_anew_is_a_pattern() -> None:
    (pattern,) = found(6, known=("A", "B"))
    assert (pattern.road, pattern.n_reviews) == (Road.CLUSTER, 6)
    # With six of ten reviews a draw may have fewer than three of them.
    assert 0.7 <= pattern.stability < 1
    (surer,) = found(9, known=("A", "B"))
    assert surer.stability > pattern.stability


def test_the_same_reviews_are_drawn_every_time() -> None:
    assert found(6, known=()) == found(6, known=())


def test_a_pair_is_told_with_its_interval() -> None:
    (pattern,) = found(6, known=("A", "B"))
    assert "staat in 100% de andere erbij" in pattern.explanation_nl
    assert (
        "Naast A wordt B genoemd in 100% (95%-interval 61 tot 100%) van de keren, "
        "anders in 0% (95%-interval 0 tot 9%)."
    ) in pattern.explanation_nl


def test_what_is_told_everywhere_has_nothing_beside_it() -> None:
    records = [one for r in REVIEWS for one in told(r, 0, "A", "B")]
    assert cluster(records, reviews=REVIEWS, names={}, known=()) == ()


def test_what_hangs_on_a_few_reviews_is_a_candidate_only_when_it_is_new() -> None:
    (candidate,) = found(3, known=("A",))
    assert candidate.road is Road.CANDIDATE
    assert candidate.stability < 1
    assert found(3, known=("A", "B")) == ()
