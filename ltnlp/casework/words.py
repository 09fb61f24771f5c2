"""Words that people type in → words that may stand behind the door."""

import re
from collections.abc import Sequence

from ltnlp.casework.bsn import blanked
from ltnlp.casework.engines import engines
from ltnlp.casework.home import Home
from ltnlp.casework.release import REGISTRY
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Label, Mention
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.telling import checked_forms, may_be_called
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.passages import alone
from ltnlp.stages.registry import link

LEFT_OUT = "[weggelaten]"
"""Stands for a name or number of which the review does not know whose it is."""
SHOWN = frozenset({Label.ROLE, Label.AGE_PRECISE})
ROUNDS = 4
_BEFORE = re.compile(r"(?<!\w)([A-ZÀ-ÖØ-Þ][\w'’-]+) $")
_BEHIND = re.compile(r" ([A-ZÀ-ÖØ-Þ][\w'’-]+)")
_PSEUDONYM = re.compile(r"\[[^\[\]\n]{1,80}\]")


def without_names(home: Home, review_id: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts with pseudonyms for the names of the review, and others left out.

    What a person types in Word or on a form goes through the same finders as a source;
    a name that the review does not know is left out, for it has no pseudonym.
    """
    known = with_pseudonyms(home, review_id, [blanked(text) for text in texts])
    return without_strangers(known)


def with_pseudonyms(
    home: Home, review_id: str, texts: Sequence[str]
) -> tuple[str, ...]:
    """Return texts with pseudonyms for the names that the review knows by now.

    What was kept before a name was found holds it still.
    """
    registry = (
        home.vault(review_id, purpose=Purpose.SCAN).recall(REGISTRY, Registry)
        or Registry()
    )
    guard = NameGuard(registry, forms=checked_forms)
    return tuple(_with_pseudonyms(text, guard, registry) for text in texts)


def _with_pseudonyms(text: str, guard: NameGuard, registry: Registry) -> str:
    entities = registry.by_id()
    for _ in range(ROUNDS):
        leaks = guard.find(text)
        for leak in reversed(leaks):
            entity = entities.get(leak.entity or "")
            words = leak.span.of(text)
            shown = entity.shown_for(words) if entity else LEFT_OUT
            text = text[: leak.span.start] + shown + text[leak.span.end :]
        if not leaks:
            break
    return text


def without_strangers(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts without what finders of names take for one, whoever it is."""
    read = [alone(_name(at), text) for at, text in enumerate(texts) if text.strip()]
    documents = [document for document, _ in read]
    passages = [passage for _, passage in read]
    found = engines().names.detect(passages, ())
    _, mentions = link(passages, found, (), Registry(), (), documents)
    spans: dict[str, list[Span]] = {}
    words = {passage.id: passage.text for passage in passages}
    for mention in mentions:
        if mention.label not in SHOWN:
            whole = _with_neighbours(words[mention.passage], mention)
            spans.setdefault(mention.passage, []).append(whole)
    return tuple(
        _covered(text, spans.get(_name(at), ())) for at, text in enumerate(texts)
    )


def _with_neighbours(text: str, mention: Mention) -> Span:
    """Return a stranger's name with the words beside it that can be names only."""
    start, end = mention.span.start, mention.span.end
    if mention.label is not Label.PERSON:
        return mention.span
    while (found := _BEFORE.search(text[:start])) and may_be_called(fold(found[1])):
        start = found.start(1)
    while (found := _BEHIND.match(text, end)) and may_be_called(fold(found[1])):
        end = found.end(1)
    return Span(start=start, end=end)


def _covered(text: str, spans: Sequence[Span]) -> str:
    masks = [Span(start=m.start(), end=m.end()) for m in _PSEUDONYM.finditer(text)]
    for span in sorted(spans, reverse=True):
        if not any(mask.overlaps(span) for mask in masks):
            text = text[: span.start] + LEFT_OUT + text[span.end :]
    return text


def _name(number: int) -> str:
    return f"typed{number:06d}"
