"""Names that are known already, from the roster or from elsewhere in the review."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.folding import bare, near, sound, word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.spans import Span
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.forms import SHORTEST_TYPO, Form
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    GIVEN,
    NAME,
    NOT_NAME,
    SURNAME,
    TITLE,
    VERB,
    WORD,
    Lexicon,
)
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.wordnames import (
    THINGS,
    known_inside,
    named_inside,
    opens_clause,
    stands_apart,
)

LONGEST_LETTERS = 6
_SHORTEST_CAPITALS = 4
_SHORT = 2
_BEGINS = word_set("op van en of")
"""What follows a word that is meant as a word: "Hoop op meer", "Bos en water"."""
_SURELY_LONG = 8
_SHORTEST_SOUND = 4


class KnownNames:
    """Finds known names again: in any case, inflected, cut down to letters, misspelt."""

    def __init__(self, forms: Iterable[Form], lexicon: Lexicon, found_by: str) -> None:
        """Keep the forms under their first token, longest first."""
        self._found_by = found_by
        self._lexicon = lexicon
        self._forms: dict[str, list[Form]] = {}
        self._letters: dict[str, Form] = {}
        for form in sorted(set(forms), key=_order):
            if form.letters:
                self._letters.setdefault(form.letters, form)
            elif form.phrase:
                self._forms.setdefault(form.phrase[0], []).append(form)
        self._lower_letters = {k.lower(): k for k in self._letters}
        self._initials = {
            f.phrase[0][0]
            for f in self._given()
            if f.shape is Shape.FULL or (f.shape is Shape.GIVEN and not f.cautious)
        }
        self._typos = self._typo_index()
        self._sounds = self._sound_index()

    @property
    def letters(self) -> frozenset[str]:
        """Return what the known names are cut down to, in lower case."""
        return frozenset(self._lower_letters)

    def _given(self) -> Iterator[Form]:
        for forms in self._forms.values():
            yield from (f for f in forms if f.label is Label.PERSON)

    def _typo_index(self) -> dict[str, list[Form]]:
        """Index long single words under themselves with each letter left out."""
        index: dict[str, list[Form]] = {}
        for key, forms in self._forms.items():
            single = next((f for f in forms if len(f.phrase) == 1), None)
            if single is None or len(key) < SHORTEST_TYPO:
                continue
            if single.cautious and len(key) < _SURELY_LONG:
                continue
            vocabulary, long = self._lexicon.vocabulary, len(key) >= _SURELY_LONG
            if vocabulary.inflected(key) if long else vocabulary.ordinary(key):
                continue
            for left_out in _deletions(key):
                index.setdefault(left_out, []).append(single)
        return index

    def _sound_index(self) -> dict[str, list[Form]]:
        """Index single names that are no words by how they sound: "cobi", "soeresh"."""
        index: dict[str, list[Form]] = {}
        for key, forms in self._forms.items():
            single = next((f for f in forms if len(f.phrase) == 1), None)
            named = single is not None and single.label is Label.PERSON
            if single and named and not single.cautious and len(key) >= _SHORTEST_SOUND:
                index.setdefault(sound(key), []).append(single)
        return index

    def find(self, page: Page) -> Iterator[Candidate]:
        """Yield the known names in a passage."""
        for at, key in enumerate(page.words.keys):
            forms = self._forms.get(key)
            if forms:
                yield from self._known(page, at, forms)
            elif (
                len(key) <= LONGEST_LETTERS
                and bare(page.words.shown[at]) in self._letters
            ):
                yield from self._by_letters(page, at, bare(page.words.shown[at]))
            elif page.plain and key in self._lower_letters:
                yield from self._by_letters(page, at, self._lower_letters[key])
            elif (
                page.plain
                and key.count(".") > 1
                and bare_letters(key) in self._lower_letters
            ):
                yield from self._by_letters(
                    page, at, self._lower_letters[bare_letters(key)]
                )
            elif len(key) == 2 and key[1] == "." and key[0] in self._initials:
                yield from self._by_initial(page, at)
            elif (
                self._typos
                and len(key) >= SHORTEST_TYPO - 1
                and not page.flags[at] & ~SURNAME
            ):
                yield from self._misspelt(page, at, key)
            elif key.endswith("s") and len(key) > 3:
                yield from self._genitive(page, at, key)

    def _known(self, page: Page, at: int, forms: Sequence[Form]) -> Iterator[Candidate]:
        keys = page.words.keys
        for form in forms:
            behind = at + len(form.phrase)
            if tuple(keys[at:behind]) != form.phrase:
                if _is_plural(page, at, behind, form):
                    yield self._plural(page, at, behind, form)
                    return
                continue
            if self._is_meant(page, at, behind, form):
                yield self._candidate(page, at, behind, form, "known", 0.97)
                return

    def _plural(self, page: Page, at: int, behind: int, form: Form) -> Candidate:
        """Return the family that is named by its surname: "de Van Dijken"."""
        found = self._candidate(page, at, behind, form, "family", 0.9)
        ending = len(page.words.keys[behind - 1]) - len(form.phrase[-1])
        cut_off = replace(found.span, end=found.span.end - ending)
        return replace(found, span=cut_off, family=True, entity=None)

    def _is_meant(self, page: Page, at: int, behind: int, form: Form) -> bool:
        if behind - at > 1:
            return self._phrase_is_meant(page, at, behind)
        if page.abbreviation(at) and len(form.phrase[0]) < _SHORTEST_CAPITALS:
            return False
        flag, words = page.flags[at], page.words
        if self._is_proper_thing(page, at, form):
            return True
        ordinary = bool(flag & (WORD | CLOSED | NOT_NAME))
        if form.entity is None:
            ordinary = ordinary or page.ordinary(at)
        if form.cautious and not page.capital(at):
            return self._bare_in_lower(page, at, form)
        if not ordinary:
            return self._long_enough(page, at)
        if page.capital(at) and not words.opens[at]:
            months = {"mei", "april", "juni", "juli", "augustus"}
            return words.keys[at] not in months or named_inside(page, at)
        if page.capital(at) and words.opens[at]:
            return self._opens(page, at, typed=form.entity is not None)
        if form.label is not Label.PERSON:
            return False
        signed = page.plain and len(words) == 1
        apart = signed or (
            page.plain and (stands_apart(page, at) or known_inside(page, at))
        )
        return apart or named_inside(page, at)

    def _is_proper_thing(self, page: Page, at: int, form: Form) -> bool:
        """Tell whether a capital is that of a known place or instance."""
        if form.label is Label.PERSON or not page.capital(at):
            return False
        listed = self._lexicon.vocabulary.inflected(page.words.keys[at])
        return not page.words.opens[at] or not (page.flags[at] or listed)

    @staticmethod
    def _long_enough(page: Page, at: int) -> bool:
        """Tell whether a name is no abbreviation: "ad 3", "jo"."""
        words = page.words
        if len(words.keys[at]) > _SHORT:
            return True
        numbered = words.key(at + 1).isdigit()
        return not numbered and (words.capital[at] or page.plain)

    @staticmethod
    def _bare_in_lower(page: Page, at: int, form: Form) -> bool:
        """Tell whether a form that is often a word is a name where all is lower."""
        if not page.plain:
            return False
        if form.label is not Label.PERSON:
            return _stands_at(page, at)
        if page.flags[at - 1] & TITLE and at:
            return True
        if not page.flags[at] and not page.ordinary(at):
            return True
        apart = stands_apart(page, at) or opens_clause(page, at)
        return form.shape is Shape.SURNAME and apart

    @staticmethod
    def _phrase_is_meant(page: Page, at: int, behind: int) -> bool:
        if any(page.words.capital[i] for i in range(at, behind)):
            return True
        last = page.flags[behind - 1]
        return not (page.ordinary(behind - 1) and last & WORD) or (
            page.plain and not last & CLOSED
        )

    @staticmethod
    def _opens(page: Page, at: int, *, typed: bool) -> bool:
        words = page.words
        given = bool(page.flags[at] & GIVEN)
        if at + 1 >= len(words) or (given and words.shown[at + 1] in "|,)"):
            return given
        if words.text[words.ends[at] : words.ends[at] + 1] in {"'", "’", ":", ","}:
            return True
        if page.flags[at + 1] & VERB or is_initial(words.shown[at + 1]):
            return True
        if typed and not page.flags[at] & VERB:
            return given or not _goes_on_as_word(page, at)
        if page.flags[at] & (CLOSED | VERB):
            return False
        if given:
            return True
        named = page.flags[at] & SURNAME and words.keys[at] not in THINGS
        return bool(named) and not _goes_on_as_word(page, at)

    def _by_initial(self, page: Page, at: int) -> Iterator[Candidate]:
        """Find "e." where all is in lower case and somebody's name begins so."""
        before = page.words.key(at - 1)
        if len(page.words) == 1:
            signed = page.candidate(
                0, 1, Label.PERSON, self._found_by, "initial of a known name", 0.7
            )
            yield replace(signed, shape=Shape.INITIALS)
        if before.isdigit() and not page.words.opens[at - 1]:
            return
        if page.lower and page.words.key(at + 1).isdigit():
            return
        if (
            at == 0
            or "\n" in page.words.text[page.words.ends[at - 1] : page.words.starts[at]]
        ):
            return
        if not is_initial(page.words.shown[at]) or before in {"plan", "groep", "punt"}:
            return
        signs = before in _STOPS and at + 1 == len(page.words)
        marked = before in _MARKS and _alone(page, at)
        if not (page.lower or marked or signs):
            return
        found = page.candidate(
            at, at + 1, Label.PERSON, self._found_by, "initial of a known name", 0.7
        )
        yield replace(found, shape=Shape.INITIALS)

    def _by_letters(self, page: Page, at: int, letters: str) -> Iterator[Candidate]:
        shown = page.words.shown[at]
        sure = shown.isupper() and not page.plain and len(shown) > 1
        if shown in self._lexicon.not_names or (page.ordinary(at) and not sure):
            return
        if page.plain and page.flags[at] & NOT_NAME:
            return
        form = self._letters[letters]
        found = self._candidate(page, at, at + 1, form, "letters of a known name", 0.75)
        yield replace(found, shape=Shape.INITIALS)

    def _misspelt(self, page: Page, at: int, key: str) -> Iterator[Candidate]:
        if page.ordinary(at):
            return
        form = next(self._near(key), None)
        if form is None and len(key) >= _SHORTEST_SOUND:
            form = next(iter(self._sounds.get(sound(key), ())), None)
        if form is not None:
            yield self._candidate(page, at, at + 1, form, "near a known name", 0.7)

    def _near(self, key: str) -> Iterator[Form]:
        seen: set[str] = set()
        for left_out in (key, *_deletions(key)):
            for form in self._typos.get(left_out, ()):
                if form.phrase[0] not in seen and near(key, form.phrase[0]):
                    yield form
                seen.add(form.phrase[0])

    def _genitive(self, page: Page, at: int, key: str) -> Iterator[Candidate]:
        """Find "Marks zus", "Emres moeder": an s without an apostrophe."""
        if page.ordinary(at) or page.flags[at] & NAME:
            return
        for form in self._forms.get(key[:-1], ()):
            if len(form.phrase) == 1 and form.label is Label.PERSON:
                found = self._candidate(page, at, at + 1, form, "genitive", 0.9)
                cut_off = replace(found.span, end=found.span.end - 1)
                yield replace(found, span=cut_off)
                return

    def _candidate(
        self, page: Page, at: int, behind: int, form: Form, reason: str, score: float
    ) -> Candidate:
        found = page.candidate(at, behind, form.label, self._found_by, reason, score)
        if form.label is Label.PERSON:
            found = replace(found, span=_with_login(page, found.span))
        if form.label is Label.ADDRESS and page.words.key(behind).isdigit():
            found = replace(found, span=page.words.span(at, behind + 1))
        word = behind == at + 1 and (page.ordinary(at))
        return replace(
            found,
            shape=form.shape,
            entity=form.entity,
            organisation_kind=form.kind,
            role=self._lexicon.organisations["labels"].get(form.kind or "none"),
            word=word,
        )


_PLURALS = ("s", "n", "en", "jes", "tjes")


def _is_plural(page: Page, at: int, behind: int, form: Form) -> bool:
    """Tell whether a surname with its interfix stands here as a family: "Van Dijken"."""
    keys, last = page.words.keys, behind - 1
    if form.shape is not Shape.SURNAME or behind - at < 2 or last >= len(keys):
        return False
    key, surname = keys[last], form.phrase[-1]
    if len(key) <= len(surname) or not key.startswith(surname):
        return False
    plural = key[len(surname) :] in _PLURALS and page.capital(last)
    return plural and tuple(keys[at:last]) == form.phrase[:-1]


def _stands_at(page: Page, at: int) -> bool:
    """Tell whether a known instance is meant in lower case: "op de wilgenroos"."""
    before = page.words.key(at - 1)
    if before in {"de", "het"}:
        before = page.words.key(at - 2)
    return before in page.lexicon.listed("instance_prepositions")


_LOGIN = re.compile(r"(?<![\w.@])[a-z]\.$")


def _with_login(page: Page, span: Span) -> Span:
    """Take along the letter that a login begins with: "cc: m.jansma"."""
    before = _LOGIN.search(page.words.text, max(0, span.start - 3), span.start)
    return replace(span, start=before.start()) if before else span


_STOPS = frozenset(".?!")
_MARKS = frozenset({":", "|", "(", "/", ";"})


def _alone(page: Page, at: int) -> bool:
    """Tell whether an initial is no first letter of a longer name or abbreviation."""
    words = page.words
    return words.capital[at] and not (at + 1 < len(words) and words.capital[at + 1])


def _goes_on_as_word(page: Page, at: int) -> bool:
    """Tell whether what follows shows that a word is meant and nobody: "Bos en water"."""
    words = page.words
    if words.key(at + 1) not in _BEGINS:
        return False
    paired = words.key(at + 1) in {"en", "of"} and at + 2 < len(words)
    return not (paired and words.capital[at + 2])


def bare_letters(key: str) -> str:
    """Return initials without their full stops: "v.z." → "vz"."""
    return key.replace(".", "")


def _order(form: Form) -> tuple[object, ...]:
    """Put long forms first, then typed ones, then things before persons."""
    return (
        -len(form.phrase),
        form.entity is None,
        form.label is Label.PERSON,
        form.phrase,
        form.letters,
        form.entity or "",
        form.kind is None,
        str(form.label),
        str(form.shape),
        form.cautious,
        form.kind or "",
    )


def _deletions(key: str) -> Iterator[str]:
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]
