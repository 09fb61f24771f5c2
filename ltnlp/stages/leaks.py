"""Text that may leave → places where a registered name or number still stands."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ltnlp.domain.folding import fold, less_one, near, word_set
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.spans import Span
from ltnlp.domain.words import Words, cut
from ltnlp.stages.known_forms import KnownForm, known_forms, shared_forms
from ltnlp.stages.mended import joined

SHORTEST_FUZZY = 7
SHORTEST_LOWER = 8
"""A name of so many letters is looked for with a slip of the pen in lower case too."""
SHORTEST_HALF = 5
"""A half of a hyphened word has so many letters at least, to name somebody."""
_PSEUDONYM = re.compile(r"\[[^\[\]\n]{1,80}-\d{1,5}\]")
_FORMS = (
    ("e-mail", re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")),
    ("iban", re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b")),
    (
        "phone",
        re.compile(
            r"(?<![\w.,\-/])(?!06-(?:0[1-9]|1[0-2])-(?:19|20)\d\d\b)"  # a sixth at 15.13
            r"(?:\+31|0031|0)[ \-]?6(?:[ \-]?\d){8}(?![\w\-])"
        ),
    ),
    ("bsn", re.compile(r"(?<![\w.,\-/])\d{9}(?![\w\-]|[.,]\d)")),
)
_TITLES = word_set(
    "mevrouw mevr mw meneer mijnheer dhr heer juf meester oma opa tante oom ome dokter dr "
    "familie fam gezin"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """A place where a name or number stands; never the name itself.

    `entity` is None for what has the form of an identifier and is not registered, and
    for a name that several have.
    """

    span: Span
    entity: str | None
    reason: str


FormReader = Callable[[str], Iterable[Span]]
"""Finds what has the form of an identifier, and passes its test, in a text."""


class NameGuard:
    """Tells whether a text still holds a registered name; compiled once a registry.

    A name that is also a word counts only where it is written as one: with a capital
    inside a sentence, or behind a title or kinship word.
    """

    def __init__(self, registry: Registry, *, forms: FormReader | None = None) -> None:
        """Compile the variants of all entities; `forms` finds more numbers and codes."""
        # The very text looked through last: the door asks again about that one.
        self._clean: str | None = None
        self._known: dict[str, list[KnownForm]] = {}
        self._fuzzy: dict[str, list[KnownForm]] = {}
        # First letter and length of what a slip of the pen can make of a long name.
        self._heads: set[tuple[str, int]] = set()
        named = [(e, tuple(known_forms(e))) for e in registry.entities]
        self._shared = shared_forms(named)
        self._forms = forms
        self._cleared = frozenset(registry.cleared)
        self._pseudonyms = frozenset(registry.taken) | {
            e.pseudonym for e in registry.entities
        }
        for entity, forms_of in named:
            cleared = self._cleared
            for known in known_forms(entity, cleared) if cleared else forms_of:
                self._keep(known)
        for forms_of_head in self._known.values():
            forms_of_head.sort(key=lambda k: (-len(k.phrase), k.word, k.entity))

    def _keep(self, known: KnownForm) -> None:
        head = known.phrase[0]
        self._known.setdefault(head, []).append(known)
        if len(known.phrase) == 1 and len(head) >= SHORTEST_FUZZY and not known.word:
            for left_out in less_one(head):
                self._fuzzy.setdefault(left_out, []).append(known)
            near_lengths = (len(head) - 1, len(head), len(head) + 1)
            self._heads.update((head[0], length) for length in near_lengths)

    def __call__(self, text: str) -> bool:
        """Tell whether a registered name or a personal number stands in `text`."""
        if text is self._clean:
            return False
        return next(self._leaks(text), None) is not None

    def find(self, text: str) -> tuple[Leak, ...]:
        """Return the leaks in order of place."""
        leaks = tuple(sorted(self._leaks(text), key=lambda leak: leak.span))
        if not leaks:
            self._clean = text
        return leaks

    def _leaks(self, text: str) -> Iterator[Leak]:
        allowed = [
            m.span() for m in _PSEUDONYM.finditer(text) if m.group() in self._pseudonyms
        ]
        found = (*self._by_form(text), *self._by_name(cut(text)), *self._broken(text))
        for leak in found:
            if not any(a <= leak.span.start and leak.span.end <= b for a, b in allowed):
                yield leak

    def _by_form(self, text: str) -> Iterator[Leak]:
        seen: list[Span] = []
        for leak in _by_form(text):
            seen.append(leak.span)
            yield leak
        for span in self._forms(text) if self._forms else ():
            known = fold(span.of(text)) in self._cleared
            if not known and not any(span.overlaps(one) for one in seen):
                yield Leak(span=span, entity=None, reason="form")

    def _broken(self, text: str) -> Iterator[Leak]:
        """Find names that a mark, a tag, a line's end or spaces part in two."""
        whole, places = joined(text)
        if not places:
            return
        seen = list(self._by_name(cut(text)))
        for leak in self._by_name(cut(whole)):
            start, end = leak.span.start, leak.span.end
            span = Span(start=places[start], end=places[end - 1] + 1)
            if not any(span.overlaps(one.span) for one in seen):
                yield replace(leak, span=span)

    def _by_name(self, words: Words) -> Iterator[Leak]:
        reached = 0
        for at, key in enumerate(words.keys):
            if at < reached:
                continue
            forms = self._known.get(key)
            if forms:
                known = next((k for k in forms if _stands(words, at, k)), None)
                if known is not None:
                    reached = at + len(known.phrase)
                    yield self._leak(words.span(at, reached), known, "name")
            elif len(key) >= SHORTEST_FUZZY - 1:
                yield from self._misspelt(words, at, key)

    def _leak(self, span: Span, known: KnownForm, reason: str) -> Leak:
        whose = None if known.phrase in self._shared else known.entity
        return Leak(span=span, entity=whose, reason=reason)

    def _misspelt(self, words: Words, at: int, key: str) -> Iterator[Leak]:
        span = words.span(at, at + 1)
        if "-" in key and self._has_half(key):
            yield Leak(span=span, entity=None, reason="half of a word")
            return
        written = words.capital[at] and not words.opens[at]
        if not written and (key[0], len(key)) not in self._heads:
            return
        for left_out in less_one(key):
            for known in self._fuzzy.get(left_out, ()):
                name = known.phrase[0]
                enough = SHORTEST_FUZZY if words.capital[at] else SHORTEST_LOWER
                long = len(name) >= enough and name[0] == key[0]
                if (written or long) and near(key, name):
                    yield self._leak(span, known, "near a name")
                    return

    def _has_half(self, key: str) -> bool:
        """Tell whether a half of a hyphened word names somebody, and is no word."""
        halves = [half for half in key.split("-") if len(half) >= SHORTEST_HALF]
        return any(
            known.phrase == (half,) and not known.word
            for half in halves
            for known in self._known.get(half, ())
        )


def _stands(words: Words, at: int, known: KnownForm) -> bool:
    behind = at + len(known.phrase)
    same = tuple(words.keys[at:behind]) == known.phrase
    return same and _is_meant(words, at, behind, known)


def scan(text: str, registry: Registry) -> tuple[Leak, ...]:
    """Return where in `text` a registered name or a personal number stands."""
    return _guard(registry).find(text)


@lru_cache(maxsize=1)
def _guard(registry: Registry) -> NameGuard:
    return NameGuard(registry)


def _by_form(text: str) -> Iterator[Leak]:
    for name, form in _FORMS:
        for match in form.finditer(text):
            if name == "bsn" and not _eleven(match.group()):
                continue
            yield Leak(
                span=Span(start=match.start(), end=match.end()),
                entity=None,
                reason=name,
            )


def _eleven(digits: str) -> bool:
    figures = [int(c) for c in digits]
    weighed = sum(w * f for w, f in zip(range(9, 1, -1), figures, strict=False))
    return any(figures) and (weighed - figures[-1]) % 11 == 0


def _is_meant(words: Words, at: int, behind: int, known: KnownForm) -> bool:
    if known.exact and words.shown[at] != known.exact:
        if known.exact.isupper():
            return False
        if not known.word:
            return words.shown[at].capitalize() == known.exact.capitalize()
        return _is_addressed(words, at)
    if not known.word or (known.exact and known.exact.isupper()):
        return True
    if _is_addressed(words, at):
        return True
    if any(words.capital[i] and not words.opens[i] for i in range(at, behind)):
        return not words.key(behind).isdigit()
    return False


def _is_addressed(words: Words, at: int) -> bool:
    """Tell whether a title stands before it on the same line: "mw. Bos", "oma Wil"."""
    if words.key(at - 1) == "." and words.starts[at - 1] == words.ends[at - 2]:
        blank = words.text[words.ends[at - 1] : words.starts[at]]
        return words.key(at - 2) in _TITLES and blank == " "
    return words.key(at - 1) in _TITLES and words.joined(at)
