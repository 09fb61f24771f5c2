"""All detectors of names joined: what one misses another finds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ltnlp.domain.mentions import Candidate, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.nlp.names import (
    answers,
    births,
    instances,
    labels,
    letters,
    patterns,
    persons,
    places,
    quasi,
    roles,
    spoken,
    streets,
    traits,
    weighed,
)
from ltnlp.nlp.names.forms import learned_forms, roster_forms
from ltnlp.nlp.names.known import KnownNames
from ltnlp.nlp.names.lexicon import lexicon
from ltnlp.nlp.names.page import Page, open_page

_FEW_CAPITALS = 0.012
_ENOUGH_LETTERS = 40


class NameDetector:
    """Finds what may identify somebody, over all passages of one review.

    Recall first: candidates overlap, and `stages.mentions.join` resolves them. Reads
    the gazetteers once per process; keeps nothing of what it read.
    """

    def __init__(self, *, rules_only: bool = False) -> None:
        """Find by rules and lists alone, or with what is learned for lower case too."""
        self._rules_only = rules_only

    def detect(
        self, passages: Sequence[Passage], roster: Sequence[RosterEntry]
    ) -> tuple[Candidate, ...]:
        """Return candidates, overlapping ones included."""
        words = lexicon()
        pages = open_pages(passages)
        typed = KnownNames(roster_forms(roster, words), words, "roster")
        counts = labels.speaker_counts(pages)
        found: list[Candidate] = [
            *answers.find(pages),
            *letters.find(pages),
            *spoken.find(pages),
        ]
        for page in pages:
            found.extend(_first_pass(page, typed))
            found.extend(roles.with_role(page, c) for c in labels.find(page, counts))
        by_page = {page.id: page for page in pages}
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
        if not self._rules_only:
            found.extend(roles.with_role(*pair) for pair in _weighed(by_page, found))
        return tuple(found)


def _weighed(
    pages: Mapping[str, Page], found: Sequence[Candidate]
) -> list[tuple[Page, Candidate]]:
    chosen = weighed.find(list(pages.values()), found)
    return [(pages[c.passage], c) for c in chosen]


def open_pages(passages: Sequence[Passage]) -> list[Page]:
    """Return the passages of one review as the detectors see them."""
    words, lower = lexicon(), _lower_documents(passages)
    return [open_page(p, words, lower=p.document in lower) for p in passages]


def _first_pass(page: Page, typed: KnownNames) -> Iterator[Candidate]:
    text = page.words.text
    yield from patterns.candidates(page.id, text)
    yield from births.find(page.id, text)
    yield from places.find(page)
    yield from streets.find(page)
    yield from instances.find(page)
    yield from quasi.find(page)
    yield from traits.find(page)
    for candidate in persons.find(page):
        yield roles.with_role(page, candidate)
    for candidate in typed.find(page):
        yield roles.with_role(page, candidate)


def _lower_documents(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the documents that are written without capitals, as transcripts are."""
    letters: dict[str, int] = defaultdict(int)
    capitals: dict[str, int] = defaultdict(int)
    for passage in passages:
        body = passage.text[passage.body_start :]
        letters[passage.document] += len(body)
        capitals[passage.document] += sum(map(str.isupper, body))
    return frozenset(
        document
        for document, count in letters.items()
        if capitals[document] < _FEW_CAPITALS * count * (count > _ENOUGH_LETTERS or 0)
        or not capitals[document]
    )
