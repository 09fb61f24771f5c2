"""What tells of a word in lower case whether it names somebody: features as strings.

What is looked at: what the lists say of the word, which words stand beside it, what is
found already, and how the word is used elsewhere in the review.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.words import Words
from ltnlp.nlp.names.called import likely
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    FIELD,
    GIVEN,
    INTERFIX,
    KIN,
    NAME,
    NOT_NAME,
    PLACE,
    ROLE,
    SURNAME,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.page import Page, is_participle

_KINDS = {
    Label.PERSON: "=person",
    Label.LOCATION: "=place",
    Label.ADDRESS: "=place",
    Label.ORG_INSTANCE: "=instance",
}
_DETERMINERS = word_set(
    "de het een 't 'n geen deze die dit dat zijn haar mijn jouw je uw ons onze hun elke "
    "ieder iedere veel weinig meer welke wat enige hele te heel erg zo niet nog al"
)
_LETTERS = (
    (GIVEN, "g"), (SURNAME, "s"), (WORD, "w"), (FIELD, "f"), (PLACE, "p"),
    (VERB, "v"), (CLOSED, "c"), (NOT_NAME, "n"), (INTERFIX, "i"),
)  # fmt: skip
_FEWEST_SHOWN, _FEWEST_UNKNOWN = 2, 4
_NEVER = CLOSED | TITLE | KIN | ROLE | NOT_NAME
_MANY = 4
_MOST = 40


@dataclass(slots=True)
class Use:
    """How one word is used over the whole review."""

    count: int = 0
    determined: int = 0
    found: int = 0
    capital: int = 0
    small: int = 0
    beside: set[str] = field(default_factory=set)


class Surroundings:
    """The words of a review that may name somebody, with what tells of them.

    Either those of the passages where capitals say nothing, or, with `capitals`, those
    that have a capital in the others.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        found: Sequence[Candidate],
        *,
        capitals: bool = False,
    ) -> None:
        """Mark on the pages what is found, and count how each open word is used."""
        self._capitals = capitals
        alike = [page for page in pages if page.plain != capitals]
        self._places = {p.id: places for p in alike if (places := _places(p))}
        self.pages = [page for page in alike if page.id in self._places]
        by_page = _found_by_page(found) if self.pages else {}
        self._kind_of: dict[str, str] = {}
        self.kinds = {p.id: self._kinds(p, by_page.get(p.id, ())) for p in self.pages}
        self._uses: dict[str, Use] = defaultdict(Use)
        for page in self.pages:
            for at in self._places[page.id]:
                self._uses[page.words.keys[at]].count = 0
        for page in pages if self._uses else ():
            self._count(page, by_page.get(page.id, ()))

    def _kinds(self, page: Page, found: Sequence[Candidate]) -> list[str]:
        """Return of each word what it is to its neighbours: itself, or a class."""
        known, words = self._kind_of, page.words.shown
        for at in (at for at, shown in enumerate(words) if shown not in known):
            known[words[at]] = kind_of(page, at)
        kinds = [known[shown] for shown in words]
        for candidate in found:
            first, behind = _tokens_of(page, candidate)
            kind = _KINDS.get(candidate.label, "=other")
            kinds[first:behind] = [kind] * (behind - first)
        return kinds

    def _count(self, page: Page, found: Sequence[Candidate]) -> None:
        words, uses = page.words, self._uses
        places = [at for at, key in enumerate(words.keys) if key in uses]
        named = _named_on(page, found) if places else frozenset()
        for at in places:
            use = uses[words.keys[at]]
            use.count += 1
            use.found += at in named
            use.determined += at > 0 and words.keys[at - 1] in _DETERMINERS
            if page.id in self._places:
                before, behind = self._beside(page, at)
                use.beside.add(f"ever before {before}")
                use.beside.add(f"ever behind {behind}")
            if not page.plain:
                use.capital += words.capital[at] and not words.opens[at]
                use.small += not words.capital[at]

    def places(self, page: Page) -> Sequence[int]:
        """Return the places of words that may name, found already or not."""
        return self._places[page.id]

    def open(self, page: Page) -> Iterator[int]:
        """Yield the places of words that nothing is known of yet and that may name."""
        kinds = self.kinds[page.id]
        yield from (at for at in self._places[page.id] if kinds[at][0] != "=")

    def features(self, page: Page, at: int) -> list[str]:
        """Return what tells of the word at `at`."""
        return [*self.of_word(page, at), *self.of_place(page, at)]

    def of_word(self, page: Page, at: int) -> Iterator[str]:
        """Yield what tells of the word at `at` wherever it stands in the review."""
        key, own = page.words.keys[at], _own(page, at)
        if self._capitals:
            yield f"shape {_shape(page.words.shown[at])} own {own}"
        yield f"own {own}"
        yield f"ends {key[-3:]}"
        yield f"ends {key[-2:]}"
        yield f"long {min(len(key), 12)}"
        if like := likely(key):
            yield f"called {like}"
        yield from self._used(key, own)

    def of_place(self, page: Page, at: int) -> list[str]:
        """Return what tells of the word at `at` by what stands around it there."""
        words, kinds = page.words, self.kinds[page.id]
        own = _own(page, at)
        before, behind = self._beside(page, at)
        second = kinds[at - 2] if at > 1 else "^"
        third = kinds[at + 2] if at + 2 < len(words) else "$"
        return [
            f"before {before}",
            f"behind {behind}",
            f"before {second} {before}",
            f"behind {behind} {third}",
            f"{before} _ {behind}",
            f"before {before} own {own}",
            f"behind {behind} own {own}",
            f"opens {words.opens[at]} own {own}",
        ]

    def _beside(self, page: Page, at: int) -> tuple[str, str]:
        words, kinds = page.words, self.kinds[page.id]
        before = kinds[at - 1] if at and words.joined(at) else "^"
        more = at + 1 < len(words)
        return before, kinds[at + 1] if more and words.joined(at + 1) else "$"

    def _used(self, key: str, own: str) -> Iterator[str]:
        use = self._uses[key]
        determined = use.determined / use.count
        share = "never" if not determined else "some" if determined < 0.4 else "often"
        yield f"count {min(use.count, _MANY)} determined {share}"
        yield f"determined {share} own {own}"
        if 1 < use.count <= _MOST:
            yield from use.beside
        if use.found:
            yield f"found {'often' if use.found * 2 > use.count else 'some'}"
        if use.capital:
            yield f"capital {'ever' if use.small else 'always'}"
        elif use.small:
            yield "capital never"

    @contextmanager
    def hidden(self, page: Page, first: int, behind: int) -> Iterator[None]:
        """Forget for a moment that the tokens from `first` up to `behind` were found."""
        kinds = self.kinds[page.id]
        known = kinds[first:behind]
        kinds[first:behind] = [kind_of(page, at) for at in range(first, behind)]
        yield
        kinds[first:behind] = known


def _places(page: Page) -> list[int]:
    if page.plain:
        return [at for at in range(len(page.words)) if may_name(page, at)]
    capitals = (at for at, capital in enumerate(page.words.capital) if capital)
    return [at for at in capitals if may_name(page, at) and _nameable(page, at)]


def _nameable(page: Page, at: int) -> bool:
    shown = page.words.shown[at]
    mixed = shown.isalpha() and not (shown.isupper() or shown[1:].islower())
    return mixed or page.nameable(at)


def may_name(page: Page, at: int) -> bool:
    """Tell whether a word in lower case could name somebody or something at all."""
    shown, flag = page.words.shown[at], page.flags[at]
    if flag & _NEVER and not flag & NAME:
        return False
    fewest = _FEWEST_SHOWN if flag & NAME else _FEWEST_UNKNOWN
    if len(shown) < fewest or not shown.replace("-", "").isalpha():
        return False
    saint = page.words.key(at - 1) in {"sint", "st"}
    return not saint and not _in_a_code(page.words, at)


def _in_a_code(words: Words, at: int) -> bool:
    """Tell whether figures go on into the letters: "7be4" holds no word."""
    start, end = words.starts[at], words.ends[at]
    before, behind = words.text[max(0, start - 1) : start], words.text[end : end + 1]
    return before.isdigit() or behind.isdigit()


def _found_by_page(
    found: Sequence[Candidate],
) -> Mapping[str, list[Candidate]]:
    by_page: dict[str, list[Candidate]] = defaultdict(list)
    seen: set[tuple[str, int, int, Label]] = set()
    # Most is found by several detectors: the last of a place and label is enough.
    for candidate in reversed(found):
        span, label = candidate.span, candidate.label
        place = (candidate.passage, span.start, span.end, label)
        if label is not Label.ROLE and place not in seen:
            seen.add(place)
            by_page[candidate.passage].append(candidate)
    for told in by_page.values():
        told.reverse()
    return by_page


def _named_on(page: Page, found: Sequence[Candidate]) -> frozenset[int]:
    """Return the places of the words that are found."""
    return frozenset(at for c in found for at in range(*_tokens_of(page, c)))


def _tokens_of(page: Page, candidate: Candidate) -> tuple[int, int]:
    """Return the first word that is found, and the place behind the last."""
    span = candidate.span
    return page.token_at(span.start), page.token_at(span.end - 1) + 1


def kind_of(page: Page, at: int) -> str:
    """Return what a token is to its neighbours: itself where it is common, or a class."""
    shown, key, flag = page.words.shown[at], page.words.keys[at], page.flags[at]
    if not shown[0].isalpha():
        return "9" if shown[0].isdigit() else shown[0]
    for bit, name in ((KIN, "kin"), (TITLE, "title"), (ROLE, "role")):
        if flag & bit:
            return name
    if flag & CLOSED:
        return key
    if flag & VERB:
        return "verb"
    if flag & GIVEN:
        return "given"
    if is_participle(key):
        return "participle"
    if flag & (SURNAME | PLACE):
        return "listed"
    if key.endswith("en"):
        return "many" if page.ordinary(at) else "new"
    return "word" if page.ordinary(at) else "new"


def _shape(shown: str) -> str:
    if shown.isupper():
        return f"capitals {min(len(shown), 5)}"
    return "capital" if shown[1:].islower() else "mixed"


def _own(page: Page, at: int) -> str:
    flag = page.flags[at]
    letters = "".join(letter for bit, letter in _LETTERS if flag & bit)
    if letters:
        return letters
    key = page.words.keys[at]
    if page.lexicon.vocabulary.inflected(key):
        return "form"
    return "compound" if page.ordinary(at) else "new"
