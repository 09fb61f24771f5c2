"""The readers that stages are given, each made once per process, when first used."""

from functools import cached_property, lru_cache

from threadpoolctl import threadpool_limits

from ltnlp.domain.dates import DateReader
from ltnlp.domain.events import EventReader
from ltnlp.domain.factors import Classifier
from ltnlp.domain.interactions import InteractionReader
from ltnlp.domain.mentions import Detector, OrganisationReader
from ltnlp.domain.pseudonyms import Registry
from ltnlp.nlp.dates import DutchDateReader
from ltnlp.nlp.events import DutchEventReader
from ltnlp.nlp.factors import factor_classifier
from ltnlp.nlp.interactions import ClauseInteractionReader
from ltnlp.nlp.names import NameDetector
from ltnlp.nlp.names.telling import is_said_anyway, tells_somebody
from ltnlp.nlp.organisations import LexiconOrganisationReader
from ltnlp.stages.known_forms import with_telling


class Engines:
    """One reader for each thing that stages look for; they hold lexicons and no text."""

    @cached_property
    def names(self) -> Detector:
        """What finds names."""
        return NameDetector()

    @cached_property
    def dates(self) -> DateReader:
        """What reads expressions of time."""
        return DutchDateReader()

    @cached_property
    def organisations(self) -> OrganisationReader:
        """What finds kinds of organisation."""
        return LexiconOrganisationReader()

    @cached_property
    def events(self) -> EventReader:
        """What reads happenings."""
        return DutchEventReader()

    @cached_property
    def interactions(self) -> InteractionReader:
        """What reads who turned to whom."""
        return ClauseInteractionReader()

    @cached_property
    def classifier(self) -> Classifier:
        """What ranks factors; takes seconds to make.

        Its matrices are small: threads that multiply them mostly wait for each other,
        which cost as much again (1.6 and 2.7 CPU seconds for 4,242 statements).
        """
        threadpool_limits(limits=1, user_api="blas")
        return factor_classifier()


@lru_cache(maxsize=1)
def engines() -> Engines:
    """Return the readers of this process."""
    return Engines()


def told_by_words(registry: Registry) -> Registry:
    """Return the registry with what the words of its names tell by themselves."""
    return with_telling(
        registry, tells_somebody=tells_somebody, is_said_anyway=is_said_anyway
    )
