"""How likely a sentence tells a happening, and another one than the sentence before.

Two logistic regressions over what the rules see of a sentence and its neighbours,
learnt from labels. The weights lie in `models/events/telling.yaml`; `benchmarks.events`
fits them and measures each review with weights that never saw it.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ltnlp.domain.dates import Precision
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.events import NoEvent
from ltnlp.domain.mentions import FAMILY
from ltnlp.nlp import linear
from ltnlp.nlp.events.features import Sentence
from ltnlp.nlp.resources import load_yaml

NEVER = frozenset(
    {NoEvent.LAW, NoEvent.CITATION, NoEvent.COUNTERFACTUAL, NoEvent.HEADING}
)
LONG = 20
SHORT = 6
FIRST_PLACES = 5

_FURTHER = re.compile(r"^(?:en )?(?:toen|daarna|vervolgens|later|daarop)\b")
_GOES_ON = re.compile(
    r"^(?:en |nee,? |ja,? |maar |dus |want )*(?:dat|dus|net|die|daar|dan|zo|ook|alleen"
    r"|want|nee|zij|ze|hij)\b"
)
_DATES_BACK = re.compile(
    r"^(?:en |nee,? |ja,? |maar |of )*(?:dat (?:was|is|moet|zal)|het was|ik denk|wacht)\b"
)
_YOU = re.compile(r"\b(?:je|jij|jullie|u)\b")
_QUOTED = re.compile(r"['‘\"“]")

Seen = dict[str, float]


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[str, float]]:
    weights: Mapping[str, Mapping[str, float]] = load_yaml("events/telling.yaml")
    return weights


def weights_of(model: str) -> Mapping[str, float]:
    """Return the weights that a model learnt, its bias included."""
    return _weights()[model]


def with_chances(
    sentences: Sequence[Sentence], kind: DocumentKind, *, entry: bool = False
) -> tuple[Sentence, ...]:
    """Return the sentences of one stretch, each with its chances.

    Args:
        sentences: in order.
        kind: of the document.
        entry: the stretch is a row or a note with a date.
    """
    tells, another = weights_of("tells"), weights_of("another")
    seen = features(sentences, kind, entry=entry)
    return tuple(
        replace(
            sentence,
            chance=0.0 if barred(sentence, kind) else chance(what, tells),
            another=chance(what, another),
        )
        for sentence, what in zip(sentences, seen, strict=True)
    )


def barred(sentence: Sentence, kind: DocumentKind) -> bool:
    """Tell whether it is of a kind that never tells, whatever else is seen of it.

    In a mail a question is a thing that was asked.
    """
    asked = sentence.why_not is NoEvent.QUESTION and kind is not DocumentKind.EMAIL
    return asked or sentence.why_not in NEVER


def chance(seen: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability, 0 to 1, of what is seen under `weights`."""
    score = weights["bias"] + math.fsum(
        value * weights.get(name, 0.0) for name, value in seen.items()
    )
    return linear.chance(score)


def features(
    sentences: Sequence[Sentence], kind: DocumentKind, *, entry: bool = False
) -> list[Seen]:
    """Return what is seen of each sentence and of those before and after it."""
    alone = [_alone(sentence) for sentence in sentences]
    found: list[Seen] = []
    for at, sentence in enumerate(sentences):
        seen = dict(alone[at])
        seen[f"source:{kind}"] = 1.0
        seen["entry"] = float(entry)
        seen["place"] = min(at, FIRST_PLACES) / FIRST_PLACES
        if at:
            seen |= {f"before:{name}": v for name, v in alone[at - 1].items()}
            seen |= _beside(sentence, sentences[at - 1])
        else:
            seen["first"] = 1.0
        if at + 1 < len(sentences):
            seen |= {f"after:{name}": v for name, v in alone[at + 1].items()}
        found.append(seen)
    return found


def _alone(sentence: Sentence) -> Seen:
    """Return what is seen of a sentence by itself; only what is not nought."""
    text, words = sentence.text, sentence.words
    claims = {
        "two words": words <= 3,
        "few words": words <= SHORT,
        "no kind": not sentence.types,
        "dated": bool(sentence.dates),
        "day": any(d.value.precision is Precision.DAY for d in sentence.dates),
        "dates what is told": bool(sentence.told_dates),
        "begins with a day": sentence.begins_with_day,
        "only a date": sentence.date_only,
        "organisation": bool(sentence.organisations - FAMILY),
        "family": bool(sentence.organisations & FAMILY),
        "named": sentence.named,
        "teller": sentence.selves,
        "past": sentence.past,
        "surely past": sentence.finite_past,
        "verb": sentence.verb,
        "deed": sentence.deed,
        "undone": sentence.undone,
        "corrects": sentence.corrects,
        "goes further": bool(_FURTHER.match(text)),
        "goes on": bool(_GOES_ON.match(text)),
        "dates back": bool(_DATES_BACK.match(text)),
        "asks": text.rstrip("\"' ”’)").endswith("?"),
        "colon": ":" in text,
        "you": bool(_YOU.search(text)),
        "quotes": bool(_QUOTED.search(text)),
        "number": any(letter.isdigit() for letter in text),
        f"outcome:{sentence.realised}": True,
        f"knows:{sentence.knows}": sentence.knows is not None,
        f"no event:{sentence.why_not}": sentence.why_not is not None,
        **{f"kind:{name}": True for name, _ in sentence.types},
    }
    seen = {name: 1.0 for name, holds in claims.items() if holds}
    return seen | {"words": min(words, LONG) / 10, "weight": sentence.weight}


def _beside(sentence: Sentence, before: Sentence) -> Seen:
    ours, theirs = sentence.organisations - FAMILY, before.organisations - FAMILY
    kinds = {name for name, _ in sentence.types}
    others = {name for name, _ in before.types}
    claims = {
        "same organisation": bool(ours & theirs),
        "other organisation": bool(ours - theirs),
        "same outcome": sentence.realised is before.realised,
        "same kind": bool(kinds & others),
        "other kind": bool(kinds - others),
    }
    return {name: 1.0 for name, holds in claims.items() if holds}
