"""Text that may leave → places where a registered name or number still stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ltnlp.domain.folding import fold, near, word_set
from ltnlp.domain.mentions import Label, Shape
from ltnlp.domain.personnames import parse
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.spans import Span
from ltnlp.domain.words import Words, cut, is_initial

SHORTEST_FUZZY = 7
_UNSCANNED = frozenset({Label.AGE_PRECISE})
_PSEUDONYM = re.compile(r"\[[^\[\]\n]{1,80}-\d{1,5}\]")
_FORMS = (
    ("e-mail", re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")),
    ("iban", re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b")),
    (
        "phone",
        re.compile(r"(?<![\w.,\-/])(?:\+31|0031|0)[ \-]?6(?:[ \-]?\d){8}(?![\w\-])"),
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

    `entity` is None for what has the form of an identifier and is not registered.
    """

    span: Span
    entity: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    phrase: tuple[str, ...]
    entity: str
    word: bool
    exact: str = ""


class NameGuard:
    """Tells whether a text still holds a registered name; compiled once a registry.

    A name that is also a word counts only where it is written as one: with a capital
    inside a sentence, or behind a title or kinship word.
    """

    def __init__(self, registry: Registry) -> None:
        """Compile the variants of all entities."""
        # The very text looked through last: the door asks again about that one.
        self._clean: str | None = None
        self._known: dict[str, list[_Known]] = {}
        self._fuzzy: dict[str, list[_Known]] = {}
        self._pseudonyms = frozenset(registry.taken) | {
            e.pseudonym for e in registry.entities
        }
        cleared = frozenset(registry.cleared)
        for entity in registry.entities:
            for known in _variants(entity, cleared):
                self._keep(known)
        for forms in self._known.values():
            forms.sort(key=lambda k: (-len(k.phrase), k.word, k.entity))

    def _keep(self, known: _Known) -> None:
        head = known.phrase[0]
        self._known.setdefault(head, []).append(known)
        if len(known.phrase) == 1 and len(head) >= SHORTEST_FUZZY and not known.word:
            for left_out in _deletions(head):
                self._fuzzy.setdefault(left_out, []).append(known)

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
        for leak in (*_by_form(text), *self._by_name(cut(text))):
            if not any(a <= leak.span.start and leak.span.end <= b for a, b in allowed):
                yield leak

    def _by_name(self, words: Words) -> Iterator[Leak]:
        reached = 0
        for at, key in enumerate(words.keys):
            if at < reached:
                continue
            forms = self._known.get(key)
            if forms:
                for known in forms:
                    behind = at + len(known.phrase)
                    if tuple(words.keys[at:behind]) == known.phrase and _is_meant(
                        words, at, behind, known
                    ):
                        yield Leak(
                            span=words.span(at, behind),
                            entity=known.entity,
                            reason="name",
                        )
                        reached = behind
                        break
            elif (
                len(key) >= SHORTEST_FUZZY - 1
                and words.capital[at]
                and not words.opens[at]
            ):
                yield from self._misspelt(words, at, key)

    def _misspelt(self, words: Words, at: int, key: str) -> Iterator[Leak]:
        for left_out in _deletions(key):
            for known in self._fuzzy.get(left_out, ()):
                if near(key, known.phrase[0]):
                    yield Leak(
                        span=words.span(at, at + 1),
                        entity=known.entity,
                        reason="near a name",
                    )
                    return


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


def _variants(entity: Entity, cleared: frozenset[str]) -> Iterator[_Known]:
    if entity.label in _UNSCANNED or not entity.covered:
        return
    words = frozenset(entity.words)
    seen: set[tuple[str, ...]] = set()
    for shown, word in _forms_of(entity, words):
        phrase = tuple(cut(shown).keys)
        if not phrase or phrase in seen or fold(shown) in cleared:
            continue
        if _tells_nobody(shown, phrase, entity.label):
            continue
        seen.add(phrase)
        exact = shown if len(phrase) == 1 and len(shown) <= 3 else ""
        yield _Known(phrase=phrase, entity=entity.id, word=word, exact=exact)


def _forms_of(entity: Entity, words: frozenset[str]) -> Iterator[tuple[str, bool]]:
    for shown in entity.variants:
        yield shown, fold(shown) in words
    if entity.label is not Label.PERSON:
        return
    for shown in entity.variants:
        parts = parse(shown, Shape.FULL if " " in shown else None)
        if parts.given and parts.surname:
            yield from ((g, True) for g in parts.given[:1])
            yield f"{parts.interfix} {parts.surname}".strip(), True


def _tells_nobody(shown: str, phrase: tuple[str, ...], label: Label) -> bool:
    """Tell whether a variant is too little to be looked for: initials, "5 mei"."""
    if label is Label.DATE_OF_BIRTH:
        return sum(c.isdigit() for c in shown) < 5
    if label is Label.PERSON and (is_initial(shown) or len(shown) < 2):
        return True
    if len(phrase) == 1 and len(shown) <= 2 and shown.isupper():
        return True
    return not any(c.isalnum() for c in shown)


def _is_meant(words: Words, at: int, behind: int, known: _Known) -> bool:
    if (
        known.exact
        and words.shown[at] != known.exact
        and known.exact.isupper() is False
    ):
        return (
            words.shown[at].capitalize() == known.exact.capitalize() and not known.word
        )
    if known.exact and known.exact.isupper():
        return words.shown[at] == known.exact
    if not known.word:
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


def _deletions(key: str) -> Iterable[str]:
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]
