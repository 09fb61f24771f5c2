"""Who speaks, where a few letters say it: "tv  wie woonden er", "(m) en zijn moeder", "a: niet slecht".

Letters that open a line again and again are labels. They name a person where a legend
says so, or where they are no sign of who asks, answers, or has a function.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.labels import OPPOSITE
from ltnlp.nlp.names.lexicon import KIN, NAME, ROLE, TITLE
from ltnlp.nlp.names.page import Page

_LABEL = re.compile(
    r"^\s*(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?\s+)?"
    r"(?P<mark>\()?(?P<who>[^\W\d_]{1,3})(?(mark)\)|(?::|\s?>|\s{2,}|\t))(?=\s*\S)"
)
_SPACED = re.compile(r"(?P<who>[^\W\d_]{1,3})\s(?=\S)")
"""With a single space behind it: a label where the document says that it is one."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LEGEND = re.compile(
    r"(?:^|[\s,;.(])\(?(?P<who>[^\W\d_]{1,3})\)?\s*(?:=|is|:)\s+(?P<whole>[^\W\d_]{3,}(?:\s[^\W\d_]+)?)"
)
_CUT_DOWN = re.compile(
    r"\bafk(?:ortingen)?\.?\s?:?\s(?P<all>[^\W\d_]{1,4}(?:\s?[/,]\s?[^\W\d_]{1,4})+)"
)
_ASKING = word_set(
    "v i q vr vrg int rev ond iv intv s sp st noot nb ps re fw dd mr vdr mdr gv jb gi mw dhr wt ib re "
    "van aan cc bcc to u tel fax o p"
)
_OFTEN = 3


def find(pages: Sequence[Page]) -> Iterator[Candidate]:
    """Yield the letters that say who speaks, in each document by itself."""
    spoken: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], list[tuple[Page, Span]]] = defaultdict(list)
    cut_down = {(p.document, who): (p, s) for p in pages for who, s in _cut_down(p)}
    for page in pages:
        match = _LABEL.match(page.words.text)
        if not match and cut_down:
            match = _SPACED.match(page.words.text)
            if match and (page.document, fold(match["who"])) not in cut_down:
                continue
        if match:
            key = (page.document, fold(match["who"]))
            spoken[key] += 1
            places[key].append(
                (page, Span(start=match.start("who"), end=match.end("who")))
            )
    often = [key for key, count in spoken.items() if count >= _OFTEN]
    documents = {document for document, _ in often}
    told = {
        (page.document, who)
        for page in pages
        if page.document in documents
        for who in _legend(page)
    }
    for key in often:
        if key in cut_down:
            places[key].append(cut_down[key])
        elif key not in told and not _is_somebody(key, spoken, *places[key][0]):
            continue
        for page, span in places[key]:
            yield _candidate(page, span)


def _cut_down(page: Page) -> Iterator[tuple[str, Span]]:
    """Yield the letters that a line says names are cut down to: "afk: naj / far / hes"."""
    cut = _CUT_DOWN.search(page.words.text) if "afk" in page.lowered else None
    for match in _LETTERS.finditer(page.words.text, *cut.span("all")) if cut else ():
        yield fold(match.group()), Span(start=match.start(), end=match.end())


def _legend(page: Page) -> Iterator[str]:
    """Yield the letters that a line explains: "tv is tamar vink", "(m) = mariska"."""
    for match in _LEGEND.finditer(page.words.text):
        whole, who = page.token_at(match.start("whole")), fold(match["who"])
        initials = "".join(w[0] for w in fold(match["whole"]).split())
        cut_down = initials == who or fold(match["whole"]).startswith(who)
        if cut_down and page.flags[whole] & NAME:
            yield who


def _is_somebody(
    key: tuple[str, str],
    spoken: Counter[tuple[str, str]],
    page: Page,
    span: Span,
) -> bool:
    """Tell whether a label without a legend is a person rather than a question mark."""
    document, who = key
    if who in _ASKING or any(spoken[document, o] for o in OPPOSITE.get(who, ())):
        return False
    at = page.token_at(span.start)
    if page.flags[at] & (KIN | ROLE | TITLE):
        return False
    return len(who) == 1 or not page.ordinary(at) or bool(page.flags[at] & NAME)


def _candidate(page: Page, span: Span) -> Candidate:
    at = page.token_at(span.start)
    found = page.candidate(at, at + 1, Label.PERSON, "labels", "speaker", 0.8)
    return replace(found, span=span, shape=Shape.INITIALS)
