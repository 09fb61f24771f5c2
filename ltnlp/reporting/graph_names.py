"""The graph by who is named: one school beside another, each by its pseudonym."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.interactions import Interaction
from ltnlp.reporting.inputs import ReportInput

_WHO_NL = "niet gezegd wie"


def per_name(report: ReportInput) -> ReportInput:
    """Return a report whose drawing runs between who is named instead of kinds.

    A box tells the pseudonym and its kind; a kind of which somebody is named elsewhere
    says that here it was left open who.
    """
    kinds: dict[str, Counter[str]] = {}
    for kind, name in (end for act in report.graph.interactions for end in ends(act)):
        if kind and name:
            kinds.setdefault(name, Counter())[kind] += 1
    of = {name: seen.most_common(1)[0][0] for name, seen in kinds.items()}
    labels = {name: f"{name} ({report.kind_label(of[name])})" for name in of}
    labels |= {
        kind: f"{report.kind_label(kind)} ({_WHO_NL})" for kind in set(of.values())
    }
    return replace(report, picture=report.named, labels=labels)


def ends(act: Interaction) -> Iterator[tuple[str, str]]:
    """Yield the kind of each party of an act and who of it is named; "" is not told."""
    yield act.giver or "", act.giver_named
    yield act.receiver or "", act.receiver_named
