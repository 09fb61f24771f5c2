"""Groups of words that tell of what passes between parties (`interactions/cues.yaml`)."""

from functools import lru_cache

from ltnlp.nlp.interactions.beginnings import Beginnings
from ltnlp.nlp.resources import load_yaml


@lru_cache(maxsize=1)
def _groups() -> Beginnings:
    return Beginnings(load_yaml("interactions/cues.yaml"))


@lru_cache(maxsize=1024)
def cues(text: str) -> frozenset[str]:
    """Return the groups of which a text has a word; the longest beginning counts."""
    return _groups().of(text)
