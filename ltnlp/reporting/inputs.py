"""What a report is made from: one review behind the door, and the words for codes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ltnlp.domain.documents import Document
from ltnlp.domain.events import Event, Status
from ltnlp.domain.factors import ContributingFactor, FactorStatus
from ltnlp.domain.interactions import GraphPicture, InteractionGraph
from ltnlp.domain.mentions import Taxonomy
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.reviews import Review
from ltnlp.domain.timeline import CrucialMoment, IntegratedTimeline
from ltnlp.domain.versions import Comparison
from ltnlp.reporting.turned import NO_TURNING, Turning

EMPTY_PICTURE = GraphPicture(nodes=(), edges=())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInput:
    """Everything that a report of one review may show; pseudonymised already.

    Attributes:
        review: title, period and questions; its roster is never shown.
        timeline: events in order, with gaps, contradictions, moments, knowledge.
        graph: interactions and parties; `picture` is what of them is drawn,
            `named` the same between who of a kind is named.
        factors: contributing factors, rejected ones included.
        passages: released passages of all documents.
        documents: the sources.
        taxonomy: kinds of organisation with their neutral Dutch labels.
        factor_names: code → Dutch name.
        explanations: plain Dutch sentences on the measures of the graph.
        orphans: reasons of corrections that found no target any more.
        loaded: matches words of blame and hindsight; None lets every word pass.
        turning: what a sentence of the story may be turned round by.
        changes: what came, went and changed since the version that was last read.
        labels: what a drawing calls parties that are no kind, by their pseudonym.
        meeting: for a learning meeting: what the machine proposes as a crucial moment
            is left out until a group has marked its own.
    """

    review: Review
    timeline: IntegratedTimeline
    graph: InteractionGraph
    picture: GraphPicture = EMPTY_PICTURE
    named: GraphPicture = EMPTY_PICTURE
    factors: tuple[ContributingFactor, ...] = ()
    passages: tuple[ReleasedPassage, ...] = ()
    documents: tuple[Document, ...] = ()
    taxonomy: Taxonomy = field(default_factory=dict)
    factor_names: Mapping[str, str] = field(default_factory=dict)
    explanations: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    loaded: re.Pattern[str] | None = None
    turning: Turning = NO_TURNING
    changes: Comparison | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    meeting: bool = False

    def shown_events(self) -> tuple[Event, ...]:
        """Return the events that nobody rejected, in the order of the timeline."""
        return tuple(e for e in self.timeline.events if e.status is not Status.REJECTED)

    def chosen_moments(self) -> tuple[CrucialMoment, ...]:
        """Return the crucial moments that people chose: numbered first, then in time."""
        order = {event.id: at for at, event in enumerate(self.timeline.events)}
        chosen = [m for m in self.timeline.moments if m.status is Status.CONFIRMED]
        return tuple(
            sorted(chosen, key=lambda m: (m.number or len(order) + 1, order[m.event]))
        )

    def proposed_moments(self) -> tuple[CrucialMoment, ...]:
        """Return what the machine proposes, best first; none that would steer a group."""
        if self.meeting and not self.chosen_moments():
            return ()
        own = [m for m in self.timeline.moments if m.status is Status.PROPOSED]
        return tuple(sorted(own, key=lambda m: (m.rank, m.event)))

    def shown_factors(self) -> tuple[ContributingFactor, ...]:
        """Return the factors that nobody rejected."""
        return tuple(f for f in self.factors if f.status is not FactorStatus.REJECTED)

    def kind_label(self, kind: str) -> str:
        """Return how a report names a kind of organisation, without its article."""
        known = self.taxonomy.get(kind)
        plain = without_article(known.neutral) if known else kind.replace("_", " ")
        return self.labels.get(kind, plain)

    def kind_in_words(self, kind: str) -> str:
        """Return how a sentence names a kind of organisation, with its article."""
        known = self.taxonomy.get(kind)
        return known.neutral if known else kind.replace("_", " ")


def without_article(label: str) -> str:
    """Return a neutral label as the head of a lane or column."""
    for article in ("een ", "de ", "het "):
        if label.startswith(article):
            label = label.removeprefix(article)
            break
    return label[:1].upper() + label[1:]
