"""`python -m benchmarks.dates.trust > models/dates/trust.yaml`: right answers by rule.

Counted on the labelled train and development reviews; the engine shows the share as
its confidence in whole documents. What is flagged does not depend on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from benchmarks.dates.gold import Item, read
from benchmarks.dates.run import labelled_reviews
from benchmarks.dates.score import is_right, matched
from benchmarks.dates.systems import ours

HEAD = """\
# How often the rules for dates were right in the labelled train and development reviews.
# Made by `python -m benchmarks.dates.trust`; not to be edited by hand.
# rule: [answers that were not flagged, right ones, flagged answers, right ones]
rules:"""


def main() -> None:
    """Print the table."""
    items = [item for path in labelled_reviews() for item in read(path)]
    print(HEAD)
    for rule, row in sorted(counted(items).items()):
        print(f"  {rule}: {row}")


def counted(items: Iterable[Item]) -> Mapping[str, list[int]]:
    """Return the counts of every rule that answered where a label stands."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for item in items:
        for label, answer in matched(item.expected, ours(item)):
            if answer is None:
                continue
            at = 2 if answer.flagged else 0
            counts[answer.rule][at] += 1
            counts[answer.rule][at + 1] += is_right(label, answer)
    return counts


if __name__ == "__main__":
    main()
