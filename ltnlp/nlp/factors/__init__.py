"""Contributing factors in a text: which code, which side, how sure."""

from ltnlp.nlp.factors.annotate import annotate
from ltnlp.nlp.factors.classifier import HybridClassifier, factor_classifier
from ltnlp.nlp.factors.codebook import (
    Entry,
    code_history,
    codebook,
    factor_codes,
    pattern_library,
    read_codebook,
)

__all__ = [
    "Entry",
    "HybridClassifier",
    "annotate",
    "code_history",
    "codebook",
    "factor_classifier",
    "factor_codes",
    "pattern_library",
    "read_codebook",
]
