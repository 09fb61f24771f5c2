"""Ordinary Dutch words: what is no name in lower case or where a sentence begins."""

from collections.abc import Iterable, Iterator

_VOWELS = "aeiouy"
_TAILS = 4
_HEADS = 3


def verb_forms(infinitive: str) -> tuple[str, ...]:
    """Return the regular forms of a Dutch verb, by rule.

    A form that does not exist does no harm: nobody writes it.
    """
    stem = _stem(infinitive)
    voiceless = infinitive[:-2].endswith(("t", "k", "f", "s", "ch", "p", "x"))
    past = "t" if voiceless else "d"
    ending = "" if stem.endswith(past) else past
    third = stem if stem.endswith("t") else stem + "t"
    forms = [infinitive, stem, third, f"{stem}{past}e", f"{stem}{past}en"]
    forms += [
        f"ge{stem}{ending}",
        f"ge{stem}{past}e",
        f"{infinitive}d",
        infinitive + "de",
    ]
    forms += [
        f"{stem}{ending}",
        f"{stem}{past}e",
        stem + "ing",
        stem + "ingen",
        stem + "er",
    ]
    if infinitive.endswith("eren"):
        long = infinitive[:-4] + "eer"
        forms += [long, long + "t", long + "de", long + "den", f"ge{long}d"]
    return tuple(dict.fromkeys(forms))


def acting_forms(infinitives: Iterable[str]) -> Iterator[str]:
    """Yield "werkt" and "werkte": the forms that have one person for subject."""
    for infinitive in infinitives:
        _, _, third, past, *_ = verb_forms(infinitive)
        yield third
        yield past
        if infinitive.endswith("eren"):
            yield infinitive[:-4] + "eert"
            yield infinitive[:-4] + "eerde"


def _stem(infinitive: str) -> str:
    stem = (
        infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive[:-1]
    )
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stem = stem[:-1]
    elif _one_long_vowel(stem):
        stem = stem[:-1] + stem[-2] + stem[-1]
    if stem.endswith("v"):
        return stem[:-1] + "f"
    return stem[:-1] + "s" if stem.endswith("z") else stem


def _one_long_vowel(stem: str) -> bool:
    """Tell whether the last vowel was long in the infinitive ("maken" → "maak")."""
    return (
        len(stem) >= 2
        and stem[-1] not in _VOWELS
        and stem[-2] in "aeou"
        and (len(stem) == 2 or stem[-3] not in _VOWELS)
        and not stem.endswith(("el", "er", "en", "ig", "em"))
    )


class Vocabulary:
    """The words we know, and a judgement on those that are built from them."""

    def __init__(
        self,
        words: Iterable[str],
        parts: Iterable[str],
        common: frozenset[str] = frozenset(),
    ) -> None:
        """Take folded words, those of them that compounds end in, and longer words."""
        own = frozenset(words)
        self._words = own | common
        self._tails = frozenset(w for w in parts if len(w) >= _TAILS)
        self._heads = frozenset(w for w in own if len(w) >= _HEADS) | common
        self._judged: dict[str, bool] = {}

    def __contains__(self, key: str) -> bool:
        """Tell whether the folded word stands in the lists themselves."""
        return key in self._words

    def ordinary(self, key: str) -> bool:
        """Tell whether a folded word is an ordinary one, inflected or compound too."""
        known = self._judged.get(key)
        if known is None:
            known = self._judged[key] = self._judge(key)
        return known

    def inflected(self, key: str) -> bool:
        """Tell whether a folded word is a listed one or a form of it, no compound."""
        return key in self._words or any(f in self._words for f in _bases(key))

    def _judge(self, key: str) -> bool:
        if key in self._words:
            return True
        if "-" in key:
            return all(self.ordinary(part) for part in key.split("-") if part)
        return any(form in self._words for form in _bases(key)) or self._compound(key)

    def _compound(self, key: str) -> bool:
        return next(self.parted(key), None) is not None

    def parted(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield the pairs of listed words that a folded compound may be made of."""
        for cut in range(_HEADS, len(key) - _TAILS + 1):
            if key[:cut] not in self._heads:
                continue
            tail = key[cut:]
            if self._is_tail(tail):
                yield key[:cut], tail
            elif tail[0] == "s" and self._is_tail(tail[1:]):
                yield key[:cut], tail[1:]

    def _is_tail(self, tail: str) -> bool:
        return tail in self._tails or any(f in self._tails for f in _bases(tail))


_ENDINGS = (
    "en",
    "e",
    "s",
    "je",
    "jes",
    "tje",
    "tjes",
    "pje",
    "etje",
    "t",
    "n",
    "er",
    "ere",
    "st",
    "ste",
    "heid",
    "end",
    "ende",
)
_BEFORE = (
    "on",
    "her",
    "ver",
    "be",
    "ge",
    "ont",
    "aan",
    "af",
    "op",
    "uit",
    "in",
    "mee",
    "door",
    "over",
    "voor",
    "na",
    "om",
    "toe",
    "terug",
    "weg",
    "bij",
    "onder",
    "tegen",
    "vast",
    "los",
    "binnen",
    "buiten",
    "achter",
    "samen",
    "ex",
    "bijna",
    "niet",
    "mede",
    "zelf",
    "thuis",
    "klaar",
    "neer",
    "voorbij",
    "oud",
    "lang",
    "half",
)


def _bases(key: str) -> Iterator[str]:
    """Yield words that `key` may be a form of."""
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            base = key[: -len(ending)]
            yield base
            if base[-1] == base[-2]:
                yield base[:-1]
            yield base + "e"
            yield from _closed(base)
    for before in _BEFORE:
        if key.startswith(before) and len(key) - len(before) >= 3:
            yield key[len(before) :]
            if key.startswith("ge", len(before)):
                yield key[len(before) + 2 :]


def _closed(base: str) -> Iterator[str]:
    """Yield the singular of an open syllable: "maten" → "maat", "brieven" → "brief"."""
    if len(base) >= 2 and base[-2] in "aeou" and base[-1] not in _VOWELS:
        yield base[:-1] + base[-2] + base[-1]
    if base[-1] == "v":
        yield base[:-1] + "f"
    if base[-1] == "z":
        yield base[:-1] + "s"
