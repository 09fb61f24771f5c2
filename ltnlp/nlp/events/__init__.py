"""Which sentences tell an event of the case, of what kind, and whether it happened."""

from ltnlp.nlp.events.reader import DutchEventReader

__all__ = ["DutchEventReader"]
