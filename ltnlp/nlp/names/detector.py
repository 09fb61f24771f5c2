"""All detectors of names joined: what one misses another finds."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.mentions import Candidate, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.domain.rowformat import MARKED
from ltnlp.domain.spans import Span
from ltnlp.nlp.names import (
    acting,
    aged,
    answers,
    attended,
    birthdays,
    births,
    borne,
    called,
    codes,
    cutdown,
    datednames,
    elders,
    explained,
    homes,
    instances,
    labels,
    legends,
    letters,
    namesakes,
    numbered,
    patterns,
    persons,
    places,
    plates,
    quasi,
    roles,
    sidebyside,
    speakers,
    spoken,
    streets,
    traits,
    weighed,
    wholes,
    wordlike,
    workplaces,
)
from ltnlp.nlp.names.forms import learned_forms, repeated_forms, roster_forms
from ltnlp.nlp.names.known import KnownNames
from ltnlp.nlp.names.lexicon import lexicon
from ltnlp.nlp.names.page import LABELS, Page, open_page

FirstPass = Callable[
    [Sequence[Passage], Sequence[RosterEntry], frozenset[str]],
    tuple[tuple[Candidate, ...], ...],
]
_FEW_CAPITALS = 0.012
_ENOUGH_LETTERS = 40


class NameDetector:
    """Finds what may identify somebody, over all passages of one review.

    Recall first: candidates overlap, and `stages.mentions.join` resolves them. Reads
    the gazetteers once per process; keeps nothing of what it read.
    """

    def __init__(
        self, *, rules_only: bool = False, first_pass: FirstPass | None = None
    ) -> None:
        """Find by rules and lists alone, or with what is learned for lower case too.

        `first_pass` does what `NameDetector.first_pass` does, for who can share it.
        """
        self._rules_only = rules_only
        self._shared = first_pass

    def detect(
        self, passages: Sequence[Passage], roster: Sequence[RosterEntry]
    ) -> tuple[Candidate, ...]:
        """Return candidates, overlapping ones included."""
        words = lexicon()
        lower = _lower_documents(passages)
        pages = _opened(passages, lower)
        typed = KnownNames(roster_forms(roster, words), words, "roster")
        counts = labels.speaker_counts(pages)
        found: list[Candidate] = [
            *answers.find(pages),
            *birthdays.find(pages),
            *datednames.find(pages),
            *letters.find(pages),
            *legends.find(pages),
            *speakers.find(pages),
            *spoken.find(pages),
        ]
        first = self._shared(passages, roster, lower) if self._shared else None
        for at, page in enumerate(pages):
            found.extend(first[at] if first is not None else _of_page(page, typed))
            found.extend(roles.with_role(page, c) for c in labels.find(page, counts))
        by_page = {page.id: page for page in pages}
        found = list(workplaces.told_apart(found, by_page))
        found = list(sidebyside.parted(found, by_page))
        learned = KnownNames(
            learned_forms(
                ((c, c.span.of(by_page[c.passage].words.text)) for c in found), words
            ),
            words,
            "second_pass",
        )
        for page in pages:
            found.extend(roles.with_role(page, c) for c in learned.find(page))
        found.extend(letters.find_known(pages, learned.letters | typed.letters))
        found.extend(letters.find_repeated(pages, found))
        found.extend(homes.find(pages, found))
        if not self._rules_only:
            found.extend(roles.with_role(*pair) for pair in _weighed(by_page, found))
            found.extend(_repeated(by_page, found))
            found.extend(age for page in pages for age in aged.find(page))
        found.extend(cutdown.find(pages, found))
        found.extend(list(wholes.find(by_page, found)))
        return tuple(_outside_marks(found, by_page))

    def first_pass(
        self,
        passages: Sequence[Passage],
        roster: Sequence[RosterEntry],
        lower: frozenset[str],
    ) -> tuple[tuple[Candidate, ...], ...]:
        """Return for each passage what it tells by itself, whatever the others tell.

        Args:
            passages: all of a review, or some.
            roster: who was typed in.
            lower: the documents that are written without capitals.
        """
        words = lexicon()
        typed = KnownNames(roster_forms(roster, words), words, "roster")
        pages = _opened(passages, lower)
        return tuple(tuple(_of_page(page, typed)) for page in pages)


def _weighed(
    pages: Mapping[str, Page], found: Sequence[Candidate]
) -> list[tuple[Page, Candidate]]:
    chosen = weighed.find(list(pages.values()), found)
    return [(pages[c.passage], c) for c in chosen]


def _repeated(
    pages: Mapping[str, Page], found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield what only capitals told in one passage where it stands in another."""
    words = lexicon()
    shown = (
        (c, c.span.of(page.words.text))
        for c in found
        if not (page := pages[c.passage]).plain
    )
    told = KnownNames(repeated_forms(shown, words), words, "third_pass")
    heads = told.heads
    for page in pages.values():
        if not page.plain and page.said.isdisjoint(heads):
            continue
        for candidate in told.find(page):
            if page.plain or _proper(page, candidate):
                yield replace(candidate, needs_review=True)


def _proper(page: Page, candidate: Candidate) -> bool:
    """Tell whether capitals show a name of two words, or of one that is no word."""
    first = page.token_at(candidate.span.start)
    behind = page.token_at(candidate.span.end - 1) + 1
    capital = page.capital(first) and page.capital(behind - 1)
    return capital and (behind - first > 1 or not page.ordinary(first))


def _outside_marks(
    found: Sequence[Candidate], pages: Mapping[str, Page]
) -> Iterator[Candidate]:
    """Leave out what lies in a mark of our own tables, where chance writes words."""
    marks = {
        page.id: spans
        for page in pages.values()
        if page.figures
        and "." in page.lowered
        and (
            spans := [
                Span(start=m.start(), end=m.end())
                for m in MARKED.finditer(page.words.text)
            ]
        )
    }
    for candidate in found:
        if not any(
            m.overlaps(candidate.span) for m in marks.get(candidate.passage, ())
        ):
            yield candidate


def open_pages(passages: Sequence[Passage]) -> list[Page]:
    """Return the passages of one review as the detectors see them."""
    return _opened(passages, _lower_documents(passages))


def _opened(passages: Sequence[Passage], lower: frozenset[str]) -> list[Page]:
    words = lexicon()
    return [open_page(p, words, lower=p.document in lower) for p in passages]


def _of_page(page: Page, typed: KnownNames) -> Iterator[Candidate]:
    text = page.words.text
    yield from patterns.candidates(page.id, text)
    yield from births.find(page.id, text)
    yield from plates.find(page)
    yield from codes.find(page)
    yield from elders.find(page)
    yield from places.find(page)
    yield from streets.find(page)
    yield from numbered.find(page)
    yield from instances.find(page)
    yield from acting.find(page)
    yield from attended.find(page)
    yield from called.find(page)
    yield from explained.find(page)
    yield from quasi.find(page)
    yield from traits.find(page)
    yield from legends.signatures(page)
    yield from borne.find(page)
    yield from borne.cut_down(page)
    found = (*persons.find(page), *wordlike.find(page), *namesakes.find(page))
    for candidate in found:
        yield roles.with_role(page, candidate)
    for candidate in typed.find(page):
        yield roles.with_role(page, candidate)


def _lower_documents(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the documents that are written without capitals, as transcripts are."""
    letters: dict[str, int] = defaultdict(int)
    capitals: dict[str, int] = defaultdict(int)
    for passage in passages:
        body = passage.text[passage.body_start :]
        body = LABELS.sub("", body) if ": " in body else body
        letters[passage.document] += len(body)
        if not body.islower():
            capitals[passage.document] += sum(map(str.isupper, body))
    return frozenset(
        document
        for document, count in letters.items()
        if capitals[document] < _FEW_CAPITALS * count * (count > _ENOUGH_LETTERS or 0)
        or not capitals[document]
    )
