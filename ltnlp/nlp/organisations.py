"""Which kinds of organisation a text names, and which roles stand for them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from ltnlp.domain.mentions import OrganisationKind, OrganisationMention, Taxonomy
from ltnlp.domain.spans import Span
from ltnlp.nlp.resources import load_yaml
from ltnlp.nlp.roles import inflected

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|['’&+.](?=[^\W_]))*\+{0,2}")
_PSEUDONYM = re.compile(r"\[(?P<role>[^\[\]\n]{2,60}?)-(?P<number>\d+)\]")
_JOINT = re.compile(r"[\s\-]{1,3}\Z")
_FAMILY_SECTOR = "informeel"
# What others work in too: of who works there, the role says more.
_HOSTS = frozenset({"school", "gemeente", "ggd", "ziekenhuis", "jeugdhulpaanbieder"})
_WINDOW = 90

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to name a kind: its words, and how it is read."""

    kind: str
    role: str | None = None
    exact: str | None = None


class _Token(NamedTuple):
    """A tuple: one is made of every word, several times."""

    start: int
    end: int
    lower: str


class LexiconOrganisationReader:
    """Reads kinds of organisation by lexicon: longest match, homographs by context.

    Names are read without regard to capitals, abbreviations with them; a role title
    stands for its organisation; a pseudonym ("[Basisschool-1]") is read by its role
    word. Loads its lexicon when it is made.
    """

    def __init__(self) -> None:
        """Read `models/organisations.yaml`."""
        data = load_yaml("organisations.yaml")
        self._kinds = taxonomy()
        self._forms, self._longest = _forms(data["organisations"])
        self._homographs = _homographs(data["homographs"], self._forms)
        for words in self._homographs:
            longest = self._longest.get(words[0], 0)
            self._longest[words[0]] = max(longest, len(words))
        self._suffixes: Mapping[str, str] = data["suffixes"]
        self._endings = tuple(self._suffixes)
        self._no_suffix = frozenset(data["not_by_suffix"])
        self._patterns = [
            (re.compile(pattern), organisation["id"])
            for organisation in data["organisations"]
            for pattern in organisation.get("patterns", ())
        ]

    def read(self, passage: str, text: str) -> tuple[OrganisationMention, ...]:
        """Return mentions in order of place, none overlapping."""
        found = [*self._pseudonyms(passage, text)]
        found += _apart(self._named(passage, text), found)
        found += _apart(self._listed(passage, text), found)
        return tuple(sorted(found, key=lambda mention: mention.span))

    def knows(self, kind: str) -> bool:
        """Tell whether `kind` is an id of the taxonomy."""
        return kind in self._kinds

    def kind_of_role(self, role: str) -> str | None:
        """Return the kind that a role or an organisation's name stands for."""
        tokens = tuple(token.lower for token in _tokens(role))
        for form in self._forms.get(tokens, ()):
            return form.kind
        for mention in self._listed("", role):
            return mention.kind
        return None

    def _pseudonyms(self, passage: str, text: str) -> Iterator[OrganisationMention]:
        for match in _PSEUDONYM.finditer(text):
            role = match["role"]
            kind = self.kind_of_role(role)
            if kind is not None:
                tokens = tuple(token.lower for token in _tokens(role))
                forms = self._forms.get(tokens, ())
                by_role = forms[0].role if forms else None
                yield OrganisationMention(
                    passage=passage,
                    span=Span(start=match.start(), end=match.end()),
                    kind=kind,
                    by_role=by_role is not None,
                    role=by_role,
                )

    def _named(self, passage: str, text: str) -> Iterator[OrganisationMention]:
        """Read named instances by their pattern ("GGD West-Brabant")."""
        found = [
            OrganisationMention(
                passage=passage,
                span=Span(start=match.start(), end=match.end()),
                kind=kind,
            )
            for pattern, kind in self._patterns
            for match in pattern.finditer(text)
        ]
        yield from _apart(sorted(found, key=lambda m: (m.span.start, -m.span.end)), [])

    def _listed(self, passage: str, text: str) -> Iterator[OrganisationMention]:
        tokens = _tokens(text)
        at = 0
        while at < len(tokens):
            found = self._longest_at(text, tokens, at)
            if found is None:
                found = self._by_suffix(tokens, at)
            if found is None:
                at += 1
                continue
            width, form, also = found
            kind = form.kind
            span = Span(start=tokens[at].start, end=tokens[at + width - 1].end)
            if kind and self._stands_free(text, span, kind):
                yield OrganisationMention(
                    passage=passage,
                    span=span,
                    kind=kind,
                    by_role=form.role is not None,
                    role=form.role,
                    ambiguous=also,
                )
            at += width

    def _longest_at(
        self, text: str, tokens: Sequence[_Token], at: int
    ) -> tuple[int, Form, Tokens] | None:
        for width in range(self._longest.get(tokens[at].lower, 0), 0, -1):
            window = tokens[at : at + width]
            if len(window) < width or not _joined(text, window):
                continue
            words = tuple(token.lower for token in window)
            rule = self._homographs.get(words)
            if rule is not None:
                return width, rule.decide(text, window), rule.also
            written = text[window[0].start : window[-1].end]
            for form in self._forms.get(words, ()):
                if form.exact is None or form.exact == written:
                    return width, form, ()
        return None

    def _by_suffix(
        self, tokens: Sequence[_Token], at: int
    ) -> tuple[int, Form, Tokens] | None:
        word = tokens[at].lower
        if not word.endswith(self._endings) or word in self._no_suffix:
            return None
        for suffix, kind in self._suffixes.items():
            if word.endswith(suffix) and len(word) >= len(suffix) + 3:
                return 1, Form(kind=kind, role=word), ()
        return None

    def _stands_free(self, text: str, span: Span, kind: str) -> bool:
        """Refuse a family word that is part of a compound ("moeder-kindhuis")."""
        if self._kinds[kind].sector != _FAMILY_SECTOR:
            return True
        after = text[span.end : span.end + 2]
        return not (after[:1] == "-" and after[1:].isalpha())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A form that means several things, and what decides."""

    default: Form
    also: Tokens
    when: tuple[tuple[Form, Mapping[str, Any]], ...]

    def decide(self, text: str, window: Sequence[_Token]) -> Form:
        start, end = window[0].start, window[-1].end
        for form, conditions in self.when:
            if all(
                _CONDITIONS[name](text, start, end, wanted)
                for name, wanted in conditions.items()
            ):
                return form
        return self.default


def _near(text: str, start: int, end: int, wanted: Sequence[str]) -> bool:
    before = re.split(r"[.!?\n]\s", text[max(0, start - _WINDOW) : start])[-1]
    after = re.split(r"[.!?\n](?:\s|$)", text[end : end + _WINDOW])[0]
    around = f" {before} | {after} ".lower()
    return any(
        re.search(rf"(?<![^\W_]){re.escape(word.lower())}", around) for word in wanted
    )


def _before(text: str, start: int, end: int, wanted: Sequence[str]) -> bool:
    del end
    left = " " + text[max(0, start - 40) : start].lower().rstrip()
    return any(left.endswith(f" {word}") for word in wanted)


def _after(text: str, start: int, end: int, wanted: Sequence[str]) -> bool:
    del start
    right = text[end : end + 40].lower()
    bare = right.lstrip()
    return any(
        right.startswith(word)
        if not word[0].isalnum() and word[0] != "["
        else re.match(rf"{re.escape(word)}(?![^\W\d_])", bare)
        if word[0].isalpha()
        else bare.startswith(word)
        for word in wanted
    )


def _shape(text: str, start: int, end: int, wanted: str) -> bool:
    written = text[start:end]
    if wanted == "lower":
        return written.islower()
    if wanted == "title":
        return written[:1].isupper()
    line = text[max(0, start - 30) : start] + text[end : end + 30]
    return written.isupper() and any(letter.islower() for letter in line)


_CONDITIONS = {"near": _near, "before": _before, "after": _after, "shape": _shape}


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(m.start(), m.end(), m[0].lower().replace("’", "'"))
        for m in _TOKEN.finditer(text)
    ]


def _joined(text: str, window: Sequence[_Token]) -> bool:
    """Tell whether only a space or hyphen stands between the words."""
    pairs = pairwise(window)
    return all(_JOINT.match(text[a.end : b.start]) for a, b in pairs)


def _apart(
    mentions: Iterable[OrganisationMention], taken: Sequence[OrganisationMention]
) -> list[OrganisationMention]:
    """Keep the mentions that overlap neither the taken ones nor each other."""
    kept: list[OrganisationMention] = []
    reached = 0
    spans = [mention.span for mention in taken]
    for mention in mentions:
        free = not any(mention.span.overlaps(span) for span in spans)
        if free and mention.span.start >= reached:
            kept.append(mention)
            reached = mention.span.end
    return kept


def _forms(
    organisations: Sequence[Mapping[str, Any]],
) -> tuple[dict[Tokens, list[Form]], dict[str, int]]:
    forms: dict[Tokens, list[Form]] = {}
    longest: dict[str, int] = {}
    for organisation in organisations:
        for written, form in _written(organisation):
            words = tuple(token.lower for token in _tokens(written))
            forms.setdefault(words, []).append(form)
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return forms, longest


def _written(organisation: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    kind = organisation["id"]
    for name in organisation.get("names", ()):
        yield name, Form(kind=kind)
    for instance in organisation.get("instances", ()):
        yield instance, Form(kind=kind, exact=instance)
    for short in organisation.get("abbr", ()):
        yield short, Form(kind=kind, exact=short)
    for role in organisation.get("roles", ()):
        for written in inflected(role):
            yield written, Form(kind=kind, role=role)


def _homographs(
    entries: Sequence[Mapping[str, Any]], forms: dict[Tokens, list[Form]]
) -> dict[Tokens, _Rule]:
    rules: dict[Tokens, _Rule] = {}
    for entry in entries:
        words = tuple(token.lower for token in _tokens(entry["form"]))
        role = next((form.role for form in forms.get(words, ()) if form.role), None)
        when = tuple(
            (
                Form(kind=rule["kind"] or "", role=role),
                {name: value for name, value in rule.items() if name != "kind"},
            )
            for rule in entry.get("when", ())
        )
        rules[words] = _Rule(
            default=Form(kind=entry["default"] or "", role=role),
            also=tuple(entry.get("also", ())),
            when=when,
        )
    return rules


@lru_cache(maxsize=1)
def taxonomy() -> Taxonomy:
    """Return the kinds of organisation by their id."""
    return {
        entry["id"]: OrganisationKind(
            id=entry["id"],
            sector=entry["sector"],
            neutral=entry["neutral"],
            roles=tuple(entry.get("roles", ())),
        )
        for entry in load_yaml("organisations.yaml")["organisations"]
    }


@lru_cache(maxsize=1)
def organisation_reader() -> LexiconOrganisationReader:
    """Return the one reader of this process; it holds no state of a review."""
    return LexiconOrganisationReader()


def kind_of_role(role: str) -> str | None:
    """Return the kind of organisation that a role stands for, None if unknown."""
    return organisation_reader().kind_of_role(role)


def kind_of_participant(
    role: str | None, organisation: str | None, *, wrote: str | None = None
) -> str | None:
    """Return the kind that somebody of a roster stands for, None if unknown.

    The organisation decides ("gezinswerker", "wijkteam Oost"), unless it is one in
    which others work too ("leerplichtambtenaar", "gemeente Hazelmonde"). Then it is
    the kind that the makers of sources with this role have, `wrote`, before what the
    role mostly stands for.
    """
    works_at = kind_of_role(organisation) if organisation else None
    if works_at is not None and works_at not in _HOSTS:
        return works_at
    return wrote or (kind_of_role(role) if role else None) or works_at
