"""Interactions in a text: who turned to whom, for what, and did it happen."""

from ltnlp.nlp.interactions.annotate import annotate
from ltnlp.nlp.interactions.reader import ClauseInteractionReader

__all__ = ["ClauseInteractionReader", "annotate"]
