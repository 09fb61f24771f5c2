"""How well a reader's answers meet the labels."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.dates.gold import Expected, Item
from benchmarks.dates.systems import Answer


@dataclass(slots=True)
class Tally:
    """Counts of one reader over one gold."""

    labelled: int = 0
    answered: int = 0
    met: int = 0
    valued: int = 0
    right: int = 0
    meeting: int = 0
    inside: int = 0
    bounded: int = 0
    sure_and_wrong: int = 0
    flagged: int = 0
    flagged_and_wrong: int = 0
    per: dict[str, list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )

    @property
    def precision(self) -> float:
        """Return the share of answers that meet a label."""
        return self.met / self.answered if self.answered else 0.0

    @property
    def recall(self) -> float:
        """Return the share of labels that are met."""
        return self.met / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Return their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def share(self, count: int, of: int) -> float:
        """Return a share, 0 of nothing."""
        return count / of if of else 0.0


def tally(pairs: Iterable[tuple[Item, Sequence[Answer]]]) -> Tally:
    """Count over items and their answers; a place is met at half of its union."""
    counts = Tally()
    for item, answers in pairs:
        counts.labelled += len(item.expected)
        counts.answered += len(answers)
        counts.flagged += sum(answer.flagged for answer in answers)
        for label, answer in matched(item.expected, answers):
            _count(counts, label, answer)
    return counts


def matched(
    labels: Sequence[Expected], answers: Sequence[Answer]
) -> Iterator[tuple[Expected, Answer | None]]:
    """Yield every label with the answer at its place, None where there is none."""
    free = list(answers)
    for label in labels:
        answer = max(free, key=lambda a: _union(label, a), default=None)
        if answer is None or _union(label, answer) < 0.5:
            yield label, None
            continue
        free.remove(answer)
        yield label, answer


def _union(label: Expected, answer: Answer) -> float:
    shared = min(label.end, answer.end) - max(label.start, answer.start)
    whole = max(label.end, answer.end) - min(label.start, answer.start)
    return max(shared, 0) / whole


def _count(counts: Tally, label: Expected, answer: Answer | None) -> None:
    row = counts.per[label.phenomenon]
    row[0] += 1
    right = answer is not None and is_right(label, answer)
    row[1] += right
    counts.valued += 1
    counts.right += right
    if answer is None:
        return
    counts.met += 1
    counts.flagged_and_wrong += answer.flagged and not right
    if not right and not answer.flagged and answer.edtf is not None:
        counts.sure_and_wrong += 1
    if isinstance(label.value, tuple):
        counts.bounded += 1
        counts.meeting += _meets(label.value, answer.interval)
        counts.inside += _inside(label.value, answer.interval)


def is_right(label: Expected, answer: Answer) -> bool:
    """Tell whether an answer has the value of its label."""
    if isinstance(label.value, tuple):
        return answer.interval == label.value
    return label.value in {answer.edtf, answer.timex}


def _inside(
    label: tuple[str | None, str | None], found: tuple[str | None, str | None]
) -> bool:
    """Tell whether all days of the label lie within what was found."""
    first, last = found
    if first is None and last is None:
        return False
    begins = first is None or (label[0] is not None and first <= label[0])
    ends = last is None or (label[1] is not None and label[1] <= last)
    return begins and ends


def _meets(
    label: tuple[str | None, str | None], found: tuple[str | None, str | None]
) -> bool:
    """Tell whether some day of the label lies within what was found."""
    first, last = found
    if first is None and last is None:
        return False
    begins = last is None or label[0] is None or label[0] <= last
    ends = first is None or label[1] is None or label[1] >= first
    return begins and ends
