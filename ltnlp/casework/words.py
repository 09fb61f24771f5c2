"""Words that people type in → words that may stand behind the door."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ltnlp.casework.bsn import blanked
from ltnlp.casework.desk import MENTIONS, MentionList
from ltnlp.casework.engines import engines
from ltnlp.casework.home import Home
from ltnlp.casework.release import PSEUDONYM, REGISTRY
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Label, Mention
from ltnlp.domain.pseudonyms import Entity, Registry
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
_WORD = re.compile(r"\w+")


def without_names(home: Home, review_id: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts with pseudonyms for the names of the review, and others left out.

    What a person types in Word or on a form goes through the same finders as a source;
    a name that the review does not know is left out, for it has no pseudonym.
    """
    known = with_pseudonyms(home, review_id, [blanked(text) for text in texts])
    return without_strangers(known, words_shown(home, review_id))


def words_shown(home: Home, review_id: str) -> Callable[[], frozenset[str]]:
    """Return what tells what the review shows already: words without a capital, events.

    It is read when it is first asked for.
    """

    @cache
    def shown() -> frozenset[str]:
        store = home.store(review_id)
        timeline = store.timeline()
        passages = store.released().passages
        words = (word for one in passages for word in _WORD.findall(one.text))
        told = (event.what for event in timeline.events) if timeline else ()
        return frozenset((*(word for word in words if word.islower()), *told))

    return shown


def with_pseudonyms(
    home: Home, review_id: str, texts: Sequence[str]
) -> tuple[str, ...]:
    """Return texts with pseudonyms for the names that the review knows by now.

    What was kept before a name was found holds it still. Who was read as
    somebody else in an earlier run has no part in whose name it is now.
    """
    vault = home.vault(review_id, purpose=Purpose.SCAN)
    registry = vault.recall(REGISTRY, Registry) or Registry()
    found = vault.recall(MENTIONS, MentionList)
    here = {mention.entity for mention in found.mentions} if found else set()
    now = replace(
        registry, entities=tuple(e for e in registry.entities if e.id in here)
    )
    guards = [NameGuard(one, forms=checked_forms) for one in (now, registry)]
    entities = registry.by_id()
    for guard in guards:
        texts = [_with_pseudonyms(text, guard, entities) for text in texts]
    return tuple(texts)


def _with_pseudonyms(
    text: str, guard: NameGuard, entities: Mapping[str, Entity]
) -> str:
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


def without_strangers(
    texts: Sequence[str], shown: Callable[[], frozenset[str]] = frozenset
) -> tuple[str, ...]:
    """Return texts without what finders of names take for one, whoever it is.

    A word that stands in the sources and was no name there is none when it is typed,
    and what an event is called comes back as it is. `shown` tells these.
    """
    read = [alone(_name(at), text) for at, text in enumerate(texts) if text.strip()]
    documents = [document for document, _ in read]
    passages = [passage for _, passage in read]
    found = engines().names.detect(passages, ())
    _, mentions = link(passages, found, (), Registry(), (), documents)
    spans: dict[str, list[Span]] = {}
    words = {passage.id: passage.text for passage in passages}
    for mention in mentions:
        if mention.label not in SHOWN and not _stands(words, mention, shown):
            whole = _with_neighbours(words[mention.passage], mention)
            spans.setdefault(mention.passage, []).append(whole)
    return tuple(
        _covered(text, spans.get(_name(at), ())) for at, text in enumerate(texts)
    )


def _stands(
    texts: Mapping[str, str], mention: Mention, shown: Callable[[], frozenset[str]]
) -> bool:
    text = texts[mention.passage]
    words = _WORD.findall(mention.span.of(text))
    return text in shown() or shown().issuperset(words)


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
    masks = [Span(start=m.start(), end=m.end()) for m in PSEUDONYM.finditer(text)]
    for span in sorted(spans, reverse=True):
        if not any(mask.overlaps(span) for mask in masks):
            text = text[: span.start] + LEFT_OUT + text[span.end :]
    return text


def _name(number: int) -> str:
    return f"typed{number:06d}"
