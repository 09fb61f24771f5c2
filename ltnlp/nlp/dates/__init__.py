"""The date engine: expressions of time in Dutch, each with what it can mean."""

from ltnlp.nlp.dates.annotation import annotate
from ltnlp.nlp.dates.reader import DutchDateReader

__all__ = ["DutchDateReader", "annotate"]
