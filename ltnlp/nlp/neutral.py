"""The words of a story: what it does not take over in its own voice, and its verbs."""

import re
from functools import lru_cache

from ltnlp.nlp.resources import load_yaml


@lru_cache(maxsize=1)
def loaded_words() -> re.Pattern[str]:
    """Return what matches words of blame and hindsight (`models/neutral.yaml`)."""
    lists = load_yaml("neutral.yaml")
    words = "|".join([*lists["blame"], *lists["hindsight"]])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def story_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Return finite verbs, and words of time that stand before one (`story_verbs.yaml`)."""
    lists = load_yaml("story_verbs.yaml")
    return frozenset(lists["verbs"].split()), frozenset(lists["leads"].split())
