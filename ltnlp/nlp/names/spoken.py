"""Names in talk without capitals, by what the whole review tells of a word.

A word that no list knows is a name where two such stand together ("karlijne meeuwisse"),
or where it comes back and never once has an article, as nouns have.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.nlp.names.interfixes import behind_interfixes, known_surname
from ltnlp.nlp.names.lexicon import CLOSED, GIVEN, KIN, NAME, VERB
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.unlisted import ends_as_word, stands_as_name, unlisted

_DETERMINERS = word_set(
    "de het een 't 'n geen deze die dit dat zijn haar mijn jouw je uw ons onze hun elke ieder "
    "iedere veel weinig meer welke wat enige hele zo'n zulke eigen te heel erg zo niet nog al"
)
_BEFORE = word_set(
    "met van aan voor door bij naar over naast zonder tegen volgens namens en of dat toen "
    "als want maar omdat ook zei vroeg belde zegt had heeft was is , . : | ( - < v"
)
_MARKS = frozenset({"", ",", ".", ";", ":", "?", "!", ")", "/", "|", "<", ">", "-"})
_WHERE = word_set("in op aan uit bij onder")
_FEWEST = 2
_SHARE = 0.4
_SHORTEST_PART = 5


@dataclass(slots=True)
class _Seen:
    places: list[tuple[Page, int]]
    as_name: int = 0
    as_noun: int = 0


def find(pages: Sequence[Page]) -> Iterator[Candidate]:
    """Yield names that pairs and repetition tell, in passages without capitals."""
    seen: dict[str, _Seen] = defaultdict(lambda: _Seen(places=[]))
    for page in pages:
        if not page.plain:
            continue
        for at in range(len(page.words)):
            if not _unknown(page, at):
                continue
            behind = _pair(page, at)
            if behind:
                yield _candidate(page, at, behind, Shape.FULL, 0.75)
            one = seen[page.words.keys[at]]
            one.places.append((page, at))
            one.as_noun += page.words.key(at - 1) in _DETERMINERS
            one.as_name += _as_name(page, at)
    for one in seen.values():
        count = len(one.places)
        if one.as_noun or count < _FEWEST or one.as_name < _SHARE * count:
            continue
        for page, at in one.places:
            yield _candidate(page, at, at + 1, Shape.GIVEN, 0.6)


def _unknown(page: Page, at: int) -> bool:
    return unlisted(page, at) and not ends_as_word(page.words.keys[at])


def _pair(page: Page, at: int) -> int:
    """Return the index behind a given name and surname that no list knows, else 0."""
    part = behind_interfixes(page, at + 1)
    if part >= len(page.words) or not page.words.joined(at + 1):
        return 0
    key = page.words.keys[part]
    if page.words.key(at + 1) in _WHERE and not known_surname(page, at + 1, part):
        return 0  # "mirelva in de houtweg" lives there, "djeison bij singel" is known there
    if key == page.words.keys[at]:
        return 0
    if page.words.key(at - 1) in _DETERMINERS or ends_as_word(key):
        return 0
    if len(key) < _SHORTEST_PART or not page.words.joined(part) or not key.isalpha():
        return 0
    if page.flags[part] and not page.flags[part] & NAME:
        return 0
    return part + 1 if not page.lexicon.vocabulary.ordinary(key) else 0


def _as_name(page: Page, at: int) -> bool:
    words, following = page.words, page.words.key(at + 1)
    if stands_as_name(page, at):
        return True
    if words.opens[at]:
        return following in _MARKS or _goes_on(page, at)
    before = words.key(at - 1)
    known = bool(page.flags[at - 1] & (GIVEN | KIN))
    return (before in _BEFORE or known) and (following in _MARKS or _goes_on(page, at))


def _goes_on(page: Page, at: int) -> bool:
    """Tell whether no noun follows: a verb, or a word of the closed classes."""
    return at + 1 >= len(page.words) or bool(page.flags[at + 1] & (VERB | CLOSED))


def _candidate(
    page: Page, first: int, behind: int, shape: Shape, score: float
) -> Candidate:
    found = page.candidate(first, behind, Label.PERSON, "spoken", "unlisted", score)
    return replace(found, shape=shape, needs_review=True)
