"""Whether a statement tells of something that hampered or that supported."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ltnlp.domain.factors import Valence
from ltnlp.nlp.factors.indicators import Match
from ltnlp.nlp.resources import load_yaml

_INDICATOR = 1.2


def valence_of(text: str, matches: Sequence[Match]) -> Valence:
    """Return the side that the indicators and the wording are on.

    Args:
        text: the statement.
        matches: indicators of the code that was chosen for it.
    """
    told = sum(m.indicator.polarity * m.indicator.weight for m in matches)
    hampering, supporting = _cues()
    lower = text.lower()
    cues = 0.5 * len(supporting.findall(lower)) - 0.35 * len(hampering.findall(lower))
    return Valence.SUPPORTING if _INDICATOR * told + cues > 0 else Valence.HAMPERING


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load_yaml("calibration.yaml")["valence"]
    return _one(data["hampering"]), _one(data["supporting"])


def _one(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")
