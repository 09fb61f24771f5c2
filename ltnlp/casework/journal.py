"""The journal of corrections as a run may replay it: each place still holds its words.

A correction that speaks of a place remembers the words there as an HMAC. When the
source was replaced, the words are looked for again; a correction whose words are
gone is kept in the journal, listed as an orphan and not replayed on other words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.casework.home import Home
from ltnlp.casework.intake import source_text
from ltnlp.casework.reviews import load_sources
from ltnlp.domain.corrections import Anchor, Correction, Do, Orphan, laid_to_rest
from ltnlp.domain.folding import fold
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.stages.anchors import Places

HIDDEN = ("text", "variants")
"""Values that hold names: the journal has a mark of them, the vault the words."""

MOVED_NL = "De woorden waar deze verbetering over ging, staan niet meer in de bron."
GONE_NL = "De bron waar deze verbetering over ging, is er niet meer."
NOBODY_NL = "De persoon waar deze verbetering over ging, is niet meer gevonden."
OF_WORDS = frozenset({Do.NAME, Do.NOT_NAME, Do.SPLIT_PERSON})
"""Corrections of just these words: edited words are other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What a run replays, and what of the journal finds its words no more."""

    corrections: tuple[Correction, ...]
    orphans: tuple[Orphan, ...]


def hide(home: Home, review_id: str, words: str) -> str:
    """Seal words in the vault; return the mark that stands for them."""
    mark = home.key(review_id).fingerprint(f"words:{words}".encode())
    home.vault(review_id, purpose=Purpose.CORRECT).put(f"words:{mark}", words.encode())
    return mark


def journal(home: Home, review_id: str) -> Journal:
    """Return the journal of a review, with hidden words and places as they are now."""
    corrections = home.store(review_id).corrections()
    texts = _places(home, review_id) if corrections else {}
    resting = laid_to_rest(corrections)
    replayed: list[Correction] = []
    lost: list[Orphan] = []
    for correction in corrections:
        shown = _with_words(home, review_id, correction)
        found = _placed(shown, texts)
        added = correction.do is Do.ADD
        if isinstance(found, Orphan) or (correction.id in resting and added):
            # What a person added does not hang on the place that they named.
            replayed += [replace(shown, slot=None, span=None)] if added else []
        elif correction.id not in resting:
            replayed.append(found)
        if isinstance(found, Orphan) and correction.id not in resting:
            lost.append(found)
    return Journal(corrections=tuple(replayed), orphans=tuple(lost))


def said_names(home: Home, review_id: str, registry: Registry) -> tuple[str, ...]:
    """Return the words that people called a name, and no run has replaced yet."""
    known = {fold(form) for entity in registry.entities for form in entity.variants}
    corrections = home.store(review_id).corrections()
    resting = laid_to_rest(corrections)
    said: dict[str, str] = {}
    for correction in corrections:
        if correction.do in {Do.NAME, Do.NOT_NAME} and correction.id not in resting:
            for words in _with_words(home, review_id, correction).all_of("text"):
                if correction.do is Do.NAME:
                    said[fold(words)] = words
                else:
                    said.pop(fold(words), None)
    return tuple(words for folded, words in said.items() if folded not in known)


def times_said(names: Iterable[str], texts: Iterable[str]) -> int:
    """Return how often texts hold one of the names as whole words."""
    said = "|".join(re.escape(name) for name in names)
    whole = re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)
    return sum(len(whole.findall(text)) for text in texts)


def orphaned_names(
    corrections: Iterable[Correction], registry: Registry
) -> Iterator[Orphan]:
    """Yield the corrections about persons whom the registry does not know."""
    known = {entity.id for entity in registry.entities}
    for correction in corrections:
        wanted: Sequence[str] = ()
        if correction.do is Do.JOIN_PERSONS:
            wanted = correction.all_of("persons")
        here = correction.do is Do.NAME and correction.target is not None
        if correction.do is Do.RENAME or here:
            wanted = (correction.target or "",)
        if not known.issuperset(wanted) and not _was_joined(correction, known):
            yield Orphan(correction=correction.id, why_nl=NOBODY_NL)


def _was_joined(correction: Correction, known: set[str]) -> bool:
    """Tell whether a join has been done: one of the persons is all of them now."""
    joined = correction.all_of("persons")
    return correction.do is Do.JOIN_PERSONS and len(known.intersection(joined)) == 1


def _places(home: Home, review_id: str) -> dict[str, Places]:
    """Return what finds places in the text of each source, by its slot."""
    seal = home.key(review_id).fingerprinter()
    return {
        document.slot: Places(source_text(home, review_id, document.id).text, seal)
        for document in load_sources(home, review_id).readable()
    }


def _with_words(home: Home, review_id: str, correction: Correction) -> Correction:
    shown = {
        name: tuple(_words(home, review_id, mark) for mark in correction.all_of(name))
        for name in HIDDEN
        if name in correction.values
    }
    return replace(correction, values={**correction.values, **shown})


def _words(home: Home, review_id: str, mark: str) -> str:
    content = home.vault(review_id, purpose=Purpose.CORRECT).get(f"words:{mark}")
    return "" if content is None else content.decode()


def _placed(correction: Correction, texts: Mapping[str, Places]) -> Correction | Orphan:
    """Return the correction with its places where their words stand now."""
    edited = correction.do not in OF_WORDS
    kept = [_moved(anchor, texts, edited=edited) for anchor in correction.anchors]
    anchors = tuple(a for a in kept if a is not None and a.name)
    moved = replace(correction, anchors=anchors)
    place, quote = correction.span, correction.quote
    if correction.slot is None or place is None or quote is None:
        return moved
    own = next((a for a in correction.anchors if not a.name), None)
    bare = Anchor(name="", slot=correction.slot, span=place, quote=quote)
    if correction.slot not in texts:
        return Orphan(correction=correction.id, why_nl=GONE_NL)
    found = _moved(own or bare, texts, edited=edited)
    if found is None:
        return Orphan(correction=correction.id, why_nl=MOVED_NL)
    return replace(moved, span=found.span)


def _moved(
    anchor: Anchor, texts: Mapping[str, Places], *, edited: bool
) -> Anchor | None:
    places = texts.get(anchor.slot)
    return None if places is None else places.find(anchor, edited=edited)
