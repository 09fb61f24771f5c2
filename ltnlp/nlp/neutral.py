"""The words that a neutral story does not take over in its own voice."""

import re
from functools import lru_cache

from ltnlp.nlp.resources import load_yaml


@lru_cache(maxsize=1)
def loaded_words() -> re.Pattern[str]:
    """Return what matches words of blame and hindsight (`models/neutral.yaml`)."""
    lists = load_yaml("neutral.yaml")
    words = "|".join([*lists["blame"], *lists["hindsight"]])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
