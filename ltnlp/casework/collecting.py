"""How often a process looks for values that hold on to each other and nothing else.

A run makes hundreds of thousands of small values that it keeps: looking through them
for such circles finds next to none, and took an eighth of a large run's time
(`python -m benchmarks.chain`).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (300_000, 50, 100)
USUAL = (700, 10, 10)
"""As Python begins. Runs in threads beside each other need no order: what ends last
leaves things as usual, and what still runs is slower at most."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for circles seldom while a run lasts."""
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*USUAL)
