"""On which of the six levels a statement lies, by words for whose condition it is."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ltnlp.domain.factors import Level
from ltnlp.nlp.resources import load_yaml

_MOST = 2


def levels_told(text: str) -> dict[Level, float]:
    """Return what is to be added to factors of a level, for levels that are told of.

    Two words for a level count, more add nothing.
    """
    cues, weight = _cues()
    lower = text.lower()
    counted = {level: len(cue.findall(lower)) for level, cue in cues.items()}
    return {
        level: weight * min(_MOST, times) / _MOST
        for level, times in counted.items()
        if times
    }


@lru_cache(maxsize=1)
def _cues() -> tuple[Mapping[Level, re.Pattern[str]], float]:
    listed = load_yaml("calibration.yaml")["levels"]
    cues = {
        level: re.compile(r"(?<!\w)(?:" + "|".join(listed[level.value]) + r")(?!\w)")
        for level in Level
    }
    return cues, float(listed["weight"])
