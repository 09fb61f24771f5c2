"""What one word counts as: its stem, its verb, its class and the parts it is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ltnlp.nlp.factors.stems import NEGATION, is_empty, stem
from ltnlp.nlp.resources import load_yaml

_PARTICLES = (
    "achter", "tegen", "langs", "terug", "neer", "door", "voor", "over", "vast", "mee",
    "weg", "los", "toe", "bij", "uit", "aan", "af", "op", "in", "na",
)  # fmt: skip
_SHORTEST_VERB = 4
_SHORTEST_PART = 4
_SHORTEST_ALONE = 6
_JOINTS = ("", "s", "en", "e", "n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of `models/thesaurus/words.yaml`, by stem.

    Attributes:
        verbs: a form of a verb, and the verb itself.
        classes: the stem of a word, and the names of the classes it is in.
        lack: stems that deny.
        light: words that say half as much as others.
        names: the names of all classes.
    """

    verbs: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]
    lack: frozenset[str]
    light: frozenset[str]
    names: frozenset[str]

    def plain(self, word: str) -> str:
        """Return what an expression's word is looked up by; a class is its name."""
        if word in self.names:
            return word
        return _plain(word.lower(), self.verbs, self.lack)


def read_lexicon() -> Lexicon:
    """Return the words that the thesaurus counts as one."""
    listed = load_yaml("thesaurus/words.yaml")
    verbs = {
        form: verb for verb, forms in listed["verbs"].items() for form in (verb, *forms)
    }
    classes: dict[str, list[str]] = {}
    for name, words in listed["classes"].items():
        for word in dict.fromkeys(_plain(str(one), verbs) for one in words):
            classes.setdefault(word, []).append(name)
    return Lexicon(
        verbs=verbs,
        classes={word: tuple(names) for word, names in classes.items()},
        lack=frozenset(_plain(word, verbs) for word in listed["lack"]),
        light=frozenset(_plain(word, verbs) for word in listed["light"]),
        names=frozenset(listed["classes"]),
    )


class WordForms:
    """Tells what each word counts as; each different word is looked up once."""

    def __init__(self, lexicon: Lexicon, known: Iterable[str]) -> None:
        """Take the words that expressions are made of.

        Args:
            lexicon: verbs and classes.
            known: words of expressions; one that ends in a star is a beginning.
        """
        self._lexicon = lexicon
        words = {*known, *lexicon.classes, *lexicon.lack}
        self._known = frozenset(word for word in words if not word.endswith("*"))
        self._beginnings = frozenset(word for word in words if word.endswith("*"))
        self._keys: dict[str, tuple[str, ...]] = {}

    def keys(self, word: str) -> tuple[str, ...]:
        """Return all that a lower-case word counts as, itself first."""
        found = self._keys.get(word)
        if found is None:
            found = self._keys[word] = self._looked_up(word)
        return found

    def _looked_up(self, word: str) -> tuple[str, ...]:
        own = self._lexicon.plain(word)
        if is_empty(own) or own == NEGATION:
            return (own,)
        parts = [own, *self._verb(word), *self._parts(word)]
        classes = [name for one in parts for name in self._lexicon.classes.get(one, ())]
        lack = [NEGATION] if self._lexicon.lack.intersection(parts) else []
        starred = [*self._begun(word), *self._begun(own)]
        return tuple(dict.fromkeys([*parts, *classes, *lack, *starred]))

    def _begun(self, word: str) -> list[str]:
        begins = [f"{word[:n]}*" for n in range(3, len(word) + 1)]
        return [one for one in begins if one in self._beginnings]

    def _verb(self, word: str) -> tuple[str, ...]:
        """Return the particle and the verb of "opgepakt"; nothing for other words."""
        for particle in _PARTICLES:
            rest = word[len(particle) :]
            if word.startswith(particle) and len(rest) >= _SHORTEST_VERB:
                verb = self._lexicon.plain(rest)
                return (particle, verb) if verb in self._known else ()
        return ()

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return what a compound is made of, as far as it is known."""
        letters = word.replace("-", "")
        places = range(_SHORTEST_PART, len(letters) - _SHORTEST_PART + 1)
        for at in places:
            last = self._part(letters[at:])
            first = next(filter(None, map(self._part, _unjoined(letters[:at]))), "")
            if first and last:
                return first, last
        for at in places:
            last = self._part(letters[at:])
            if last and len(letters) - at >= _SHORTEST_ALONE:
                return (last,)
        return ()

    def _part(self, letters: str) -> str:
        found = self._lexicon.plain(letters) if len(letters) >= _SHORTEST_PART else ""
        return found if found in self._known and not is_empty(found) else ""


def _plain(
    word: str, verbs: Mapping[str, str], lack: frozenset[str] = frozenset()
) -> str:
    """Return the verb of a word, the denial it is, or else its stem."""
    found = verbs.get(word) or stem(word)
    return NEGATION if found in lack else found


def _unjoined(first: str) -> list[str]:
    """Return the first part of a compound without each letter that may join it."""
    return [first[: len(first) - len(j)] for j in _JOINTS if first.endswith(j)]
