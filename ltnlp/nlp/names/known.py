"""Names that are known already, from the roster or from elsewhere in the review."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ltnlp.domain.folding import bare, near, sound
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.spans import Span
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.forms import SHORTEST_TYPO, Form
from ltnlp.nlp.names.lexicon import (
    NAME,
    NOT_NAME,
    SURNAME,
    Lexicon,
)
from ltnlp.nlp.names.meant import is_meant
from ltnlp.nlp.names.page import Page

LONGEST_LETTERS = 6
_SURELY_LONG = 8
_SHORTEST_SOUND = 4
_SHORTEST_TAIL = 4
_SHORTEST_JOINED = _SHORTEST_SOUND + _SHORTEST_TAIL


_Way = Callable[[Page, int], Iterator[Candidate]]


def _nowhere(_page: Page, _at: int) -> Iterator[Candidate]:
    """Find nothing: what most words are."""
    return iter(())


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
        self._stems = {key[:_SHORTEST_SOUND] for key in self._forms}
        self._ways: dict[bool, dict[str, _Way]] = {True: {}, False: {}}
        self._typos = self._typo_index()
        self._sounds = self._sound_index()

    @property
    def heads(self) -> frozenset[str]:
        """Return the folded words that the known forms begin with."""
        return frozenset(self._forms)

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
        ways, nowhere = self._ways[page.plain], _nowhere
        for at, shown in enumerate(page.words.shown):
            way = ways.get(shown)
            if way is None:
                way = ways[shown] = self._way(page, at)
            if way is not nowhere:
                yield from way(page, at)

    def _way(self, page: Page, at: int) -> _Way:
        """Return how a word is looked at, the same wherever it stands: speed counts."""
        key, shown = page.words.keys[at], page.words.shown[at]
        forms = self._forms.get(key)
        if forms:
            return partial(self._known, forms=forms)
        letters = self._letters_of(key, shown, plain=page.plain)
        if letters is not None:
            return partial(self._by_letters, letters=letters)
        if len(key) == 2 and key[1] == "." and key[0] in self._initials:
            return self._by_initial
        if (
            self._typos
            and len(key) >= SHORTEST_TYPO - 1
            and not page.flags[at] & ~SURNAME
        ):
            meant = None if page.ordinary(at) else self._meant(key)
            if meant:
                return partial(self._misspelt, form=meant)
        if len(key) >= _SHORTEST_JOINED and key[:_SHORTEST_SOUND] in self._stems:
            joined = self._joined(page, at)
            if joined:
                return partial(self._in_joined, form=joined)
        if key.endswith("s") and len(key) > 3:
            return self._genitive_way(page, at, key)
        return _nowhere

    def _letters_of(self, key: str, shown: str, *, plain: bool) -> str | None:
        """Return the letters of a known name that a word is, None where it is none."""
        if not self._letters:
            return None
        if len(key) <= LONGEST_LETTERS and bare(shown) in self._letters:
            return bare(shown)
        if plain and key in self._lower_letters:
            return self._lower_letters[key]
        if plain and key.count(".") > 1:
            return self._lower_letters.get(bare_letters(key))
        return None

    def _known(self, page: Page, at: int, forms: Sequence[Form]) -> Iterator[Candidate]:
        keys = page.words.keys
        for form in forms:
            behind = at + len(form.phrase)
            if tuple(keys[at:behind]) != form.phrase:
                if _is_plural(page, at, behind, form):
                    yield self._plural(page, at, behind, form)
                    return
                continue
            if is_meant(page, at, behind, form):
                yield self._candidate(page, at, behind, form, "known", 0.97)
                return

    def _plural(self, page: Page, at: int, behind: int, form: Form) -> Candidate:
        """Return the family that is named by its surname: "de Van Dijken"."""
        found = self._candidate(page, at, behind, form, "family", 0.9)
        ending = len(page.words.keys[behind - 1]) - len(form.phrase[-1])
        cut_off = replace(found.span, end=found.span.end - ending)
        return replace(found, span=cut_off, family=True, entity=None)

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
        sure = shown.isupper() and not page.shouting and len(shown) > 1
        if shown in self._lexicon.not_names or (page.ordinary(at) and not sure):
            return
        if page.plain and page.flags[at] & NOT_NAME and not sure:
            return
        form = self._letters[letters]
        found = self._candidate(page, at, at + 1, form, "letters of a known name", 0.75)
        yield replace(found, shape=Shape.INITIALS)

    def _joined(self, page: Page, at: int) -> Form | None:
        """Return the known name that a common word is joined to: "doranmannen"."""
        key = page.words.keys[at]
        if page.flags[at] or page.ordinary(at):
            return None
        for end in range(len(key) - _SHORTEST_TAIL, _SHORTEST_SOUND - 1, -1):
            for form in self._forms.get(key[:end], ()):
                named = form.label is Label.PERSON and len(form.phrase) == 1
                if (
                    named
                    and not form.cautious
                    and page.lexicon.vocabulary.inflected(key[end:])
                ):
                    return form
        return None

    def _in_joined(self, page: Page, at: int, form: Form) -> Iterator[Candidate]:
        found = self._candidate(page, at, at + 1, form, "joined", 0.85)
        end = found.span.start + len(form.phrase[0])
        yield replace(found, span=replace(found.span, end=end))

    def _misspelt(self, page: Page, at: int, form: Form) -> Iterator[Candidate]:
        yield self._candidate(page, at, at + 1, form, "near a known name", 0.7)

    def _meant(self, key: str) -> Form | None:
        """Return the known name that a word of no list is near, or sounds like."""
        form = next(self._near(key), None)
        if form is None and len(key) >= _SHORTEST_SOUND:
            form = next(iter(self._sounds.get(sound(key), ())), None)
        return form

    def _near(self, key: str) -> Iterator[Form]:
        seen: set[str] = set()
        for left_out in (key, *_deletions(key)):
            for form in self._typos.get(left_out, ()):
                if form.phrase[0] not in seen and near(key, form.phrase[0]):
                    yield form
                seen.add(form.phrase[0])

    def _genitive_way(self, page: Page, at: int, key: str) -> _Way:
        """Find "Marks zus", "Emres moeder": an s without an apostrophe."""
        if page.ordinary(at) or page.flags[at] & NAME:
            return _nowhere
        for form in self._forms.get(key[:-1], ()):
            if len(form.phrase) == 1 and form.label is Label.PERSON:
                return partial(self._genitive, form=form)
        return _nowhere

    def _genitive(self, page: Page, at: int, form: Form) -> Iterator[Candidate]:
        found = self._candidate(page, at, at + 1, form, "genitive", 0.9)
        yield replace(found, span=replace(found.span, end=found.span.end - 1))

    def _candidate(
        self, page: Page, at: int, behind: int, form: Form, reason: str, score: float
    ) -> Candidate:
        numbered = form.label is Label.ADDRESS and page.words.key(behind).isdigit()
        at += behind - at > 1 and _announces(page, at, form)
        at -= form.shape is Shape.SURNAME and _has_letter(page, at - 1)
        span = page.words.span(at, behind + numbered)
        if form.label is Label.PERSON:
            span = _with_login(page, span)
        return Candidate(
            passage=page.id,
            span=span,
            label=form.label,
            found_by=self._found_by,
            reason=reason,
            score=score,
            listed=bool(page.flags[behind - 1] & NAME),
            shape=form.shape,
            entity=form.entity,
            organisation_kind=form.kind,
            role=self._lexicon.organisations["labels"].get(form.kind or "none"),
            word=behind == at + 1 and page.ordinary(at),
        )


def _has_letter(page: Page, at: int) -> bool:
    """Tell whether an initial without its full stop stands there: "o karademir"."""
    words = page.words
    if at < 0 or len(words.shown[at]) > 1 or not words.joined(at + 1):
        return False
    return words.keys[at] in _INITIALS and (page.plain or words.capital[at])


_INITIALS = frozenset("bcdefghijklmnopqrstvwxyz")


def _announces(page: Page, at: int, form: Form) -> bool:
    """Tell whether a word in lower case only says the kind: "gezinshuis De Hoop"."""
    kinds = page.lexicon.organisations["before"]
    small = not (page.words.capital[at] or page.plain)
    return form.label is Label.ORG_INSTANCE and small and form.phrase[0] in kinds


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


_LOGIN = re.compile(r"(?<![\w.@])[a-z]\.$")


def _with_login(page: Page, span: Span) -> Span:
    """Take along the letter that a login begins with: "cc: m.jansma"."""
    if page.words.text[span.start - 1 : span.start] != ".":
        return span
    before = _LOGIN.search(page.words.text, max(0, span.start - 3), span.start)
    return replace(span, start=before.start()) if before else span


_STOPS = frozenset(".?!")
_MARKS = frozenset({":", "|", "(", "/", ";"})


def _alone(page: Page, at: int) -> bool:
    """Tell whether an initial is no first letter of a longer name or abbreviation."""
    words = page.words
    return words.capital[at] and not (at + 1 < len(words) and words.capital[at + 1])


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
