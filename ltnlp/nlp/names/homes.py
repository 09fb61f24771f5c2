"""Homes told without a street: a named flat, a house number by itself, a number in words.

"in de kievitflat", "het gezin woont op 211, niet 111", "nelida van 111", "(nr 12)",
"op de prins hendrikkade tweeentwintig". A number counts where a review has it in an
address, or where living, neighbours or a street stand beside it.
"""

import re
from collections.abc import Iterator, Sequence

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.lexicon import CLOSED, GIVEN, NAME, VERB
from ltnlp.nlp.names.page import Page

_BUILDINGS = ("flat", "toren", "torens")
_KINDS = word_set(
    "flat toren galerijflat portiekflat torenflat studentenflat seniorenflat bejaardenflat "
    "hoekflat bovenflat maisonnetteflat huurflat woonflat kerktoren watertoren zendtoren uitkijktoren "
    "klimtoren duiktoren woontoren vuurtoren speeltoren telefoontoren schoolflat eenpersoonsflat "
    "tienhoogflat laagbouwflat hoogbouwflat"
)
_SHORTEST = 8
_WORDS = (
    "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    "|zestien|zeventien|achttien|negentien|"
    r"(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?(?:twintig|dertig|veertig"
    "|vijftig|zestig|zeventig|tachtig|negentig)|honderd(?:\\w{2,20})?"
)
_NO_HOUSE = (
    r"(?!\s?(?:hoog|jaar|jr|uur|keer|maal|maand|weken|dagen|km|euro|minuten|kinderen|mensen|%|man"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec|meter|graden|procent|personen|losse|\d|:|\.\d|-\d|/)\b)"
)
_LIVING = re.compile(
    rf"\b(?:woon(?:t|de|den|achtig)?|wonen|wonend|wonende)\b(?:\s\w+){{0,5}}?\sop\s(?:nummer\s|nr\.?\s)?"
    rf"(?P<number>\d{{1,4}}(?:[a-z]\b)?|(?:{_WORDS})\b)(?![\w\-/:]|\.\d){_NO_HOUSE}",
    re.IGNORECASE,
)
_NEXT_DOOR = re.compile(
    r"(?:(?:\((?:nr|nummer|no|huisnr|op)\.?\s|\b(?:van|op|bij|naar|uit)\s(?:nr|nummer|huisnr)\.?\s)"
    r"(?P<number>(?!1\b)\d{1,4}[a-z]?)(?![\w\-/:]|\.\d)"
    r"|\b(?:buren|buurvrouw|buurman|onderbuurvrouw|bovenbuurman|mensen|bewoners|gezin)\s(?:van|op)\s"
    r"(?:nummer\s|nr\.?\s)?(?P<other>\d{1,4}[a-z]?)(?![\w\-/:]|\.\d))",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"(?<=[^\W\d_])\s(?P<number>(?:nummer\s)?(?:{_WORDS}))(?!\w){_NO_HOUSE}",
    re.IGNORECASE,
)
_CORNERS = re.compile(
    r"\b(?P<street>(?i:korte|lange|hoge|lage|oude|nieuwe|achter|voor|tweede|eerste)\s(?:de\s|het\s)?"
    r"[^\W\d_]{4,})\s(?P<number>\d{1,3}[a-z]?)(?![\w\-/:]|\.\d|,\d)" + _NO_HOUSE
)
_BESIDE_DOORS = (
    "nr", "nummer", "(no", "(op ", "buren", "buur", "bewoners", "mensen ", "gezin ",
)  # fmt: skip
_CORNERED = (
    "korte ", "lange ", "hoge ", "lage ", "oude ", "nieuwe ", "achter ", "voor ", "tweede ",
    "eerste ",
)  # fmt: skip
_FIGURES = re.compile(r"(?<![\d\-/.:,€])\b(?P<number>\d{1,4})[a-z]?\s*$")
_LIVES = word_set("woont woonde woonden woonachtig wonen wonend wonende")
_LIVED = ("woon", "wone")
_FEWEST_FIGURES = 3
_STAYS = word_set(
    "week weken groep klas fase ronde dagen uur keer jaar periode kamer dag nacht"
)


def find(pages: Sequence[Page], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield homes that no street name tells, by what the whole review has of addresses."""
    flats = {key for page in pages for key in _flats(page)}
    known = _numbers(pages, found)
    by_page = {(c.passage, c.span.end) for c in found if c.label is Label.ADDRESS}
    numbered = {passage for passage, _ in by_page}
    people = {(c.passage, c.span.end) for c in found if c.label is Label.PERSON}
    for page in pages:
        yield from _named(page, flats)
        if page.figures or not page.said.isdisjoint(_LIVES):
            yield from _alone(page, known, people)
        if page.id in numbered:
            yield from _spelled(page, by_page)


def _flats(page: Page) -> Iterator[str]:
    """Yield buildings that have a name of their own: a capital, or a number behind."""
    if not page.holds(_BUILDINGS):
        return
    for at, key in enumerate(page.words.keys):
        if len(key) < _SHORTEST or not key.endswith(_BUILDINGS) or key in _KINDS:
            continue
        proper = page.capital(at) and not page.words.opens[at]
        numbered = page.words.key(at + 1).isdigit()
        if proper or numbered or (page.plain and page.words.key(at - 1) == "de"):
            yield key


def _named(page: Page, flats: set[str]) -> Iterator[Candidate]:
    if page.said.isdisjoint(flats):
        return
    words = page.words
    for at, key in enumerate(words.keys):
        if key in flats:
            numbered = words.key(at + 1).isdigit() and words.joined(at + 1)
            yield _candidate(page, words.starts[at], words.ends[at + numbered])


def _numbers(pages: Sequence[Page], found: Sequence[Candidate]) -> frozenset[str]:
    """Return the house numbers that addresses of the review end with, long ones only."""
    texts = {page.id: page.words.text for page in pages}
    shown = (c.span.of(texts[c.passage]) for c in found if c.label is Label.ADDRESS)
    ends = (m["number"] for text in shown if (m := _FIGURES.search(text)))
    return frozenset(number for number in ends if len(number) >= _FEWEST_FIGURES)


def _alone(
    page: Page, known: frozenset[str], people: set[tuple[str, int]]
) -> Iterator[Candidate]:
    """Yield house numbers by themselves: "woont op 211, niet 111", "nelida van 111"."""
    text, figures = page.words.text, page.figures
    for form in _looked_for(page):
        for match in form.finditer(text):
            first = "street" if form is _CORNERS else "number"
            group = first if match.group(first) else "other"
            if (
                form is _CORNERS
                and page.words.keys[page.token_at(match.start())] in _STAYS
            ):
                continue
            last = "number" if match.group("number") else "other"
            if form is _CORNERS and not _is_street(page, match):
                continue
            yield _candidate(page, match.start(group), match.end(last))
    for at, key in enumerate(page.words.keys if figures else ()):
        if not key.isdigit():
            continue
        if (key in known and not _counts(page, at)) or _is_neighbour(page, at, people):
            yield _candidate(page, page.words.starts[at], page.words.ends[at])


def _looked_for(page: Page) -> Iterator[re.Pattern[str]]:
    """Yield the forms that a passage can hold at all: speed counts."""
    if page.holds(_LIVED):
        yield _LIVING
    if page.figures and page.holds(_BESIDE_DOORS):
        yield _NEXT_DOOR
    if page.figures and page.holds(_CORNERED):
        yield _CORNERS


def _is_street(page: Page, match: re.Match[str]) -> bool:
    """Tell whether words and a number are a street: "korte dwars 9", not "lange week 9"."""
    at = page.token_at(match.end("street") - 1)
    first = page.token_at(match.start("street"))
    if page.words.keys[at] in _STAYS or page.flags[at] & (CLOSED | VERB):
        return False
    proper = page.capital(first) and page.capital(at)
    placed = page.words.key(first - 1) in {
        "de",
        "het",
        "op",
        "aan",
        "in",
        ",",
        "(",
        "adres",
    }
    town = page.words.key(page.token_at(match.end("number") - 1) + 1) in {
        "in",
        "te",
        ",",
    }
    return proper or (page.plain and (placed or town or not page.ordinary(at)))


_JOINS = frozenset("-/.,:€")


def _counts(page: Page, at: int) -> bool:
    """Tell whether a number counts something, or is part of a date or code."""
    words = page.words
    behind = words.text[words.ends[at] : words.ends[at] + 2]
    before = words.text[max(0, words.starts[at] - 1) : words.starts[at]]
    if before in _JOINS or behind[:1] in {"-", "/"} or behind[1:2].isdigit():
        return True
    following = words.key(at + 1)
    counted = following.isalpha() and at + 1 < len(words) and words.joined(at + 1)
    return counted and not page.flags[at + 1] & (CLOSED | VERB)


def _is_neighbour(page: Page, at: int, people: set[tuple[str, int]]) -> bool:
    """Tell whether a number says where somebody lives: "nelida van 111"."""
    words = page.words
    if at < 2 or words.keys[at - 1] != "van" or len(words.keys[at]) > 4:
        return False
    who = page.flags[at - 2]
    named = who & NAME and who & GIVEN and not who & (CLOSED | VERB)
    named = named or (page.id, words.ends[at - 2]) in people
    ends = at + 1 >= len(words) or words.key(at + 1) in {"?", ".", ",", "!", ")", ":"}
    return bool(named) and ends


def _spelled(page: Page, ended: set[tuple[str, int]]) -> Iterator[Candidate]:
    """Yield a house number in words behind a street that was found."""
    for match in _IN_WORDS.finditer(page.words.text):
        if (page.id, match.start()) in ended:
            yield _candidate(page, match.start("number"), match.end("number"))


def _candidate(page: Page, start: int, end: int) -> Candidate:
    return Candidate(
        passage=page.id,
        span=Span(start=start, end=end),
        label=Label.ADDRESS,
        found_by="homes",
        reason="home",
        score=0.75,
        needs_review=True,
    )
