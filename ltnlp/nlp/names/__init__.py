"""Finding names and other identifiers in Dutch text."""

from ltnlp.nlp.names.detector import NameDetector

__all__ = ["NameDetector"]
