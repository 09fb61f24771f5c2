"""The same labelled review written otherwise: lower case, no marks, typos, other names.

A variant keeps who is meant where; only the letters change. All are deterministic: the
same review gives the same variant in every run, so that two versions compare.
"""

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from benchmarks.names.rewriting import Change, rewritten
from benchmarks.names.swaps import origins, swapped
from benchmarks.names.systems import Found, Texts

Variant = Callable[[Texts, Sequence[Found]], tuple[Texts, list[Found]]]

_SHORTEST = 5
_MARK = re.compile(r"(?<=\w)[.,;:!?…\"”’)\]]+(?=\s|$)|(?<=\s)[–—\-(\"“„‘\[]+(?=\s|\w)")
_LABEL = re.compile(r"^[^\n:]{1,40}:", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{5,}")


def variants(names: Iterable[str]) -> dict[str, Variant]:
    """Return the variants with these names, in order.

    "swaps" stands for those of ten origins; "swaps+lower" writes their result in lower
    case, and so for every other pair.
    """
    wanted: dict[str, Variant] = {}
    for name in names:
        first, _, then = name.partition("+")
        made = _named(first)
        for second, write in (_named(then) if then else {}).items():
            made = {f"{o}+{second}": _both(one, write) for o, one in made.items()}
        wanted |= made
    return wanted


def _both(one: Variant, other: Variant) -> Variant:
    return lambda texts, gold: other(*one(texts, gold))


def _named(name: str) -> dict[str, Variant]:
    known: dict[str, Variant] = {
        "as is": lambda texts, gold: (texts, list(gold)),
        "lower": lower,
        "bare": bare,
        "spoken": lambda texts, gold: lower(*bare(texts, gold)),
        "typos": typos,
        "others": others,
    }
    swaps: dict[str, Variant] = {o: partial(swapped, origin=o) for o in origins()}
    return swaps if name == "swaps" else {name: (known | swaps)[name]}


def lower(texts: Texts, gold: Sequence[Found]) -> tuple[Texts, list[Found]]:
    """Write everything in lower case, as transcripts are."""
    documents = {d: _lowered(t) for d, t in texts.documents.items()}
    return replace(texts, documents=documents), list(gold)


def _lowered(text: str) -> str:
    """Return `text` in lower case, as long as it was: "İ" would become two letters."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def bare(texts: Texts, gold: Sequence[Found]) -> tuple[Texts, list[Found]]:
    """Take out the marks between words; those of labels, numbers and initials stay."""
    return rewritten(texts, gold, lambda document, text: _marks(document, text, gold))


def _marks(document: str, text: str, gold: Sequence[Found]) -> Iterable[Change]:
    kept = {m.end() - 1 for m in _LABEL.finditer(text)}
    inside = [(g.start, g.end) for g in gold if g.document == document]
    for match in _MARK.finditer(text):
        start, end = match.span()
        if start in kept or any(s <= start < e for s, e in inside):
            continue
        yield start, end, ""


def typos(texts: Texts, gold: Sequence[Found]) -> tuple[Texts, list[Found]]:
    """Misspell every second mention of a person by one edit in a word of five letters."""
    seen: dict[str, int] = {}
    changes: dict[str, list[Change]] = {}
    for found in sorted(gold, key=lambda g: (g.document, g.start)):
        if found.label != "PERSON":
            continue
        seen[found.entity] = seen.get(found.entity, 0) + 1
        words = list(
            _WORD.finditer(texts.documents[found.document], found.start, found.end)
        )
        if words and not seen[found.entity] % 2:
            word = words[-1]
            edit = misspelt(word.group(), seed=f"{found.document}:{found.start}")
            changes.setdefault(found.document, []).append((*word.span(), edit))
    return rewritten(texts, gold, lambda document, _: changes.get(document, ()))


def misspelt(word: str, *, seed: str) -> str:
    """Return `word` with one edit behind its first letter."""
    chance = random.Random(seed)
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + chance.choice("aeioukrlnst") + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


_NEW_NAMES = {
    "LOCATION": ["Wapserveld", "Oosterwijtwerd", "Graauwbeek", "Nijlanderhorn", "Zuidermeent"],
    "ORG_INSTANCE": ["Kwikstaartje", "Zonnebries", "Meanderhoek", "Tjasker", "Wilgenroos"],
    "ADDRESS": ["Lijsterbesstraat", "Korhoenlaan", "Gravin Odilialaan", "Zeggeweg"],
}  # fmt: skip
"""Things that stand in no list; own hand."""
_GENERIC = re.compile(
    r"(?i:obs|de|het|'t|van|der|den|college|school|basisschool|jeugd\w*|praktijk|ggz"
    r"|stichting|huisarts\w*|wijkteam|veilig|thuis|team|regio|en|in|zorg\w*|groep\w*"
    r"|gemeente|opvang|kliniek|ziekenhuis|centrum|rechtbank|politie|kinder\w+|pi|swv)"
)
_PROPER = re.compile(r"[A-ZÀ-Þ][^\W\d_]{3,}")


def others(texts: Texts, gold: Sequence[Found]) -> tuple[Texts, list[Found]]:
    """Write other places, organisations and streets, none of which stands in a list."""
    names: dict[tuple[str, str], str] = {}

    def changes(document: str, text: str) -> Iterable[Change]:
        for found in gold:
            if found.document != document or found.label not in _NEW_NAMES:
                continue
            for word in _PROPER.finditer(text, found.start, found.end):
                if _GENERIC.fullmatch(word.group()):
                    continue
                new = _NEW_NAMES[found.label]
                key = (found.label, word.group().lower())
                shown = names.setdefault(key, new[len(names) % len(new)])
                yield *word.span(), shown
                break

    return rewritten(texts, gold, changes)
