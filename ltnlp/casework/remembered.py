"""What a correction of an interaction remembers of it, to know it by when ids change."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from ltnlp.casework.home import Home
from ltnlp.domain.corrections import Correction
from ltnlp.domain.errors import InvalidCorrectionError
from ltnlp.domain.interactions import Interaction
from ltnlp.nlp.organisations import taxonomy
from ltnlp.stages.corrected_interactions import OURS, was

KINDS = ("from_kind", "to_kind")


class Remembered:
    """The interactions of the last run, read once for all corrections of a file."""

    def __init__(self, home: Home, review_id: str) -> None:
        """Look in what the last run of one review found."""
        self._store = home.store(review_id)

    def of(self, correction: Correction) -> Correction:
        """Return the correction with what it is about.

        Raises:
            InvalidCorrectionError: it names a kind of organisation that there is not.
        """
        if correction.do not in OURS:
            return correction
        if any(correction.one(name) not in {None, *taxonomy()} for name in KINDS):
            raise InvalidCorrectionError(
                "the correction names an unknown kind of organisation",
                message_nl="Deze soort organisatie is niet bekend.",
            )
        known = self._interactions.get(correction.target or "")
        if known is None:
            return correction
        return replace(correction, values={**correction.values, **was(known)})

    @cached_property
    def _interactions(self) -> Mapping[str, Interaction]:
        graph = self._store.graph()
        read = (*graph.interactions, *graph.rejected) if graph else ()
        return {one.id: one for one in read}
