"""How long it takes to compare many reviews: motifs mined, then patterns sought.

Run: python -m benchmarks.patterns.scale [--reviews 1000]
"""

import argparse
import resource
import time

from benchmarks.patterns.measure import COMBINATIONS
from benchmarks.patterns.simulate import Plan, simulate
from ltnlp.nlp.motifs import motif_library
from ltnlp.stages.motifs import mine
from ltnlp.stages.patterns import recur


def main() -> None:
    """Print what each part took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=1000)
    options = parser.parse_args()
    motifs = motif_library()
    planted = tuple(motif for motif in motifs if not motif.parties)[:3]
    plan = Plan(reviews=options.reviews, motifs=planted, combinations=COMBINATIONS)
    made = simulate(plan)
    began = _clock()
    records = [r for one in made for r in mine(one.interactions, motifs, review=one.id)]
    _tell("motifs mined (part of each review's own run)", began)
    factors = [factor for one in made for factor in one.factors]
    began = _clock()
    found = recur(factors, records, library=(), motifs=motifs, names={})
    _tell(f"{options.reviews} reviews compared, {len(found)} patterns", began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory {memory:.0f} MB")


def _clock() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _tell(what: str, began: tuple[float, float]) -> None:
    now = _clock()
    print(f"{what}: {now[0] - began[0]:.1f} s ({now[1] - began[1]:.1f} s CPU)")


if __name__ == "__main__":
    main()
