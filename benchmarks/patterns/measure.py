"""How well patterns are found: planted ones, and none in shuffled reviews.

Run: python -m benchmarks.patterns.measure [--reviews 40] [--runs 20]
"""

import argparse
import time
from collections.abc import Sequence

from benchmarks.patterns.simulate import Plan, Simulated, shuffled, simulate
from ltnlp.domain.patterns import Pattern, Road
from ltnlp.nlp.motifs import motif_library
from ltnlp.stages.motifs import mine
from ltnlp.stages.patterns import recur

COMBINATIONS = (("K07", "V10"), ("O01", "K08", "C02"), ("T01", "T08"), ("P08", "V08"))
CLAIMS = frozenset({Road.STRUCTURAL, Road.CLUSTER})


def claimed(reviews: Sequence[Simulated]) -> tuple[Pattern, ...]:
    """Return the patterns that are claimed, candidates left out."""
    motifs = motif_library()
    records = [
        seen
        for review in reviews
        for seen in mine(review.interactions, motifs, review=review.id)
    ]
    factors = [factor for review in reviews for factor in review.factors]
    found = recur(factors, records, library=(), motifs=motifs, names={})
    return tuple(pattern for pattern in found if pattern.road in CLAIMS)


def measure(reviews: int, runs: int, share: float) -> dict[str, float]:
    """Return recall and false discovery of planted patterns, and false claims.

    A motif that only counts parties is not planted: chance shows it as often, so it
    is never claimed, only offered.
    """
    motifs = [motif for motif in motif_library() if not motif.parties]
    found = planted = wrong = total = noisy = 0
    for run in range(runs):
        motif_plan = tuple(motifs[(run + at) % len(motifs)] for at in range(3))
        plan = Plan(
            reviews=reviews,
            share=share,
            motifs=motif_plan,
            combinations=COMBINATIONS,
            seed=run,
        )
        made = simulate(plan)
        seen = claimed(made)
        wanted_motifs = {motif.id for motif in motif_plan}
        wanted = [set(codes) for codes in COMBINATIONS]
        hits = {p.id for p in seen if p.id in wanted_motifs}
        right = [p for p in seen if any(set(p.factors) <= w for w in wanted)]
        covered = [w for w in wanted if any(set(p.factors) == w for p in seen)]
        planted += len(wanted_motifs) + len(wanted)
        found += len(hits) + len(covered)
        total += len(seen)
        structural = [p for p in seen if p.road is Road.STRUCTURAL]
        wrong += sum(p.id not in wanted_motifs for p in structural)
        clusters = [p for p in seen if p.road is Road.CLUSTER]
        wrong += sum(p not in right for p in clusters)
        noisy += bool(claimed(shuffled(made, seed=run + 1000)))
    return {
        "recall": found / planted,
        "false_discovery": wrong / max(1, total),
        "runs_with_a_claim_from_shuffled": noisy,
        "runs": runs,
    }


def main() -> None:
    """Print the figures for several numbers of reviews."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, nargs="*", default=[40])
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--share", type=float, default=0.5)
    options = parser.parse_args()
    for reviews in options.reviews:
        began = time.process_time()
        figures = measure(reviews, options.runs, options.share)
        print(reviews, figures, f"{time.process_time() - began:.1f} s CPU")


if __name__ == "__main__":
    main()
