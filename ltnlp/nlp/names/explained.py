"""Places and organisations in lower case that somebody explains: "het krijt, dat is een school"."""

from collections.abc import Iterator

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.lexicon import CLOSED, KIN, NOT_NAME, ROLE, TITLE, VERB
from ltnlp.nlp.names.page import Page

_BEFORE = word_set("de het 't t op bij naar van uit vanuit via in")
_DETERMINERS = word_set("een de het die dat zo'n zo'n eigenlijk gewoon dus")
_MARKS = frozenset(",?.(-–")
_OUTSIDE = (
    "veld",
    "veldje",
    "plein",
    "pleintje",
    "park",
    "parkje",
    "buurt",
    "buurtje",
    "wijk",
    "wijkje",
)
_INSIDE = (
    "club",
    "clubje",
    "groep",
    "school",
    "schooltje",
    "opvang",
    "tehuis",
    "winkel",
    "camping",
    "tuin",
    "boerderij",
)
_LONGEST = 3
_NEVER = CLOSED | KIN | ROLE | TITLE | VERB | NOT_NAME


def find(page: Page) -> Iterator[Candidate]:
    """Yield what "dat is een leefgroep" or "dat speelveldje" tells of what stands before it."""
    words = page.words
    if not page.plain or "dat" not in page.said:
        return
    for at in (at for at, key in enumerate(words.keys) if key == "dat" and at > 1):
        marked = words.shown[at - 1] in _MARKS
        label = _kind(page, at + 1, marked=marked)
        behind = at - marked
        first = behind
        while first > 0 and behind - first < _LONGEST and _may_name(page, first - 1):
            first -= 1
        if label and first < behind and words.key(first - 1) in _BEFORE:
            first -= words.keys[first - 1] in {"de", "het"}
            yield page.candidate(first, behind, label, "instances", "explained", 0.7)


def _may_name(page: Page, at: int) -> bool:
    shown = page.words.shown[at]
    return shown.isalpha() and page.words.joined(at) and not page.flags[at] & _NEVER


def _kind(page: Page, at: int, *, marked: bool) -> Label | None:
    """Return the label of the kind that is told from `at` on, None where it tells none."""
    words = page.words
    said = words.key(at) in {"is", "was"}
    if not (said or marked):
        return None
    at += said
    while words.key(at) in _DETERMINERS:
        at += 1
    key = words.key(at)
    if key.endswith(_OUTSIDE):
        return Label.LOCATION
    inside = key in page.lexicon.instance_words or key.endswith(_INSIDE)
    return Label.ORG_INSTANCE if inside and not page.flags[at] & CLOSED else None
