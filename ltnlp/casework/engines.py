"""The readers that stages are given, made once per process and review."""

from dataclasses import dataclass
from functools import lru_cache

from ltnlp.domain.dates import DateReader
from ltnlp.domain.events import EventReader
from ltnlp.domain.factors import Classifier
from ltnlp.domain.interactions import InteractionReader
from ltnlp.domain.mentions import Detector, OrganisationReader
from ltnlp.nlp.dates import DutchDateReader
from ltnlp.nlp.events import DutchEventReader
from ltnlp.nlp.factors import factor_classifier
from ltnlp.nlp.interactions import ClauseInteractionReader
from ltnlp.nlp.names import NameDetector
from ltnlp.nlp.organisations import LexiconOrganisationReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """One reader for each thing that stages look for."""

    names: Detector
    dates: DateReader
    organisations: OrganisationReader
    events: EventReader
    interactions: InteractionReader
    classifier: Classifier


@lru_cache(maxsize=1)
def engines() -> Engines:
    """Return the readers; they hold lexicons and no text."""
    return Engines(
        names=NameDetector(),
        dates=DutchDateReader(),
        organisations=LexiconOrganisationReader(),
        events=DutchEventReader(),
        interactions=ClauseInteractionReader(),
        classifier=factor_classifier(),
    )
