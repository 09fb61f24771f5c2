"""Organisations cut down to letters: "WS" where the review names "Wending Schouwerland"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.page import Page

_SMALL = word_set("de het een en van voor in op te 't der den")
_OF_KINDS = {
    "jeugdbescherming": "JB",
    "jeugdzorg": "JZ",
    "jeugdhulp": "JH",
    "basisschool": "BS",
    "samenwerkingsverband": "SWV",
    "wijkteam": "WT",
    "buurtteam": "BT",
    "kindcentrum": "KC",
}
"""What the words for a kind are cut down to, where they are part of a name."""
_FEWEST, _MOST = 2, 5
_FEWEST_LOWER = 3


def find(pages: Sequence[Page], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield letters that stand for an organisation which the review names in full.

    Only letters that are no abbreviation of the field; in lower case three at least, which
    are no word.
    """
    by_id = {page.id: page for page in pages}
    letters = {
        cut
        for candidate in found
        if candidate.label is Label.ORG_INSTANCE
        for cut in _letters(candidate.span.of(by_id[candidate.passage].words.text))
    }
    lowered = {cut.lower() for cut in letters}
    for page in pages if letters else ():
        if page.said.isdisjoint(lowered):
            continue
        for at, shown in enumerate(page.words.shown):
            if shown.upper() in letters and _stands_for(page, at):
                yield _candidate(page, at)


def _letters(name: str) -> Iterator[str]:
    """Yield what a name of two words or more is cut down to."""
    parts = [p for p in name.replace("-", " ").split() if p.lower() not in _SMALL]
    if len(parts) < _FEWEST or not all(p[0].isalpha() for p in parts):
        return
    plain = "".join(p[0] for p in parts).upper()
    kinds = "".join(_OF_KINDS.get(p.lower(), p[0].upper()) for p in parts)
    for cut in {plain, kinds}:
        if _FEWEST <= len(cut) <= _MOST:
            yield cut


def _stands_for(page: Page, at: int) -> bool:
    shown, lexicon = page.words.shown[at], page.lexicon
    if shown.upper() in lexicon.not_names or shown.upper() in lexicon.abbreviations:
        return False
    if shown.isupper() and not page.shouting:
        return True
    unknown = not page.flags[at] and not page.ordinary(at)
    return page.plain and unknown and len(shown) >= _FEWEST_LOWER


def _candidate(page: Page, at: int) -> Candidate:
    made = page.candidate(at, at + 1, Label.ORG_INSTANCE, "cutdown", "letters", 0.75)
    return replace(made, needs_review=True)
