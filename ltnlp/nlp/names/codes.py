"""Numbers of files, reports and staff that no fixed form tells: "dnr MN30981", "LP-PR-22/0815".

What `patterns` finds has a form that courts and systems share; here a word before it says
that a number is one, or letters and figures are joined as nobody writes anything else; a
number of seven figures that is no day, amount or telephone is a code too.
"""

import re
from collections.abc import Iterator

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.checks import is_long_number
from ltnlp.nlp.names.page import Page

_FEWEST_FIGURES, _FEW, _FIGURES_ALONE = 5, 4, 7
"""Few are enough behind a word for a number; a number alone is long."""
_NUMBERED = re.compile(
    r"(?<![^\W_])(?P<what>(?:[^\W\d_]{1,20}-?)?(?:nummer|nrs?|num))\.?\s?(?:is|:|=)?\s*"
    r"(?P<code>(?:[a-z]{1,5}[-./ ]){0,3}[a-z]{0,5}\d[a-z\d]*(?:[-./][a-z\d]+)*)(?![\w/])",
    re.IGNORECASE,
)
_NO_CODE = re.compile(
    r"(?:huis|huisnr|kamer|rug|pagina|blad|volg|telefoon|tel|mobiel|gsm|toestel|lijn|bus|rang|artikel|lied|postcode"
    r"|alarm|nood|spreek|zaal|lokaal|track|lijst|magazine|maat)?(?:nummer|nrs?|num)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:mutaties?|mut\.|melding|aangifte|proces-verbaal|pv|dossier|dos\.|zaak|registratie|contactregistratie"
    r"|incident|casus|besluit|klacht)\s(?:is\s|was\s|onder\s|met\s)?"
    r"(?P<code>\d{6,12}(?!\d)|(?:[a-z]{1,5}[-./ ]){1,3}\d[\d./-]{3,20}\d)(?![\w/])",
    re.IGNORECASE,
)
_TELLING = (
    "mut", "melding", "aangifte", "proces", "pv", "dos", "zaak", "registratie", "incident",
    "casus", "besluit", "klacht",
)  # fmt: skip
"""Parts of the words above, of which a text in lower case must hold one: speed counts."""
_JOINED = re.compile(
    r"[A-Z](?<![\w@/.\-].)[A-Z]{0,4}"
    r"(?:[-./](?:[A-Z]{1,5}[-./]){0,3}\d{2,8}(?:[./-]\d{2,8}){1,3}"
    r"|-[A-Z]{1,5} \d{2,4}\.\d{3,6})(?![\w/])"
)
"""Its first capital decides soon."""
_BARE = re.compile(r"\d(?<![\w.,/+:€@#-].)(?<!€ .)\d{6,19}(?![\w/-]|[.,:]\d|\s?euro)")
_BEHIND = re.compile(
    r"(?<![\w.,/+:-])(?P<code>\d{5,6})\s?\(?(?:pat|pati[eë]nt|cli[eë]nt|cl|clt|dossier|zaak"
    r"|registratie|relatie|klant|leerling)[.\s-]?(?:nr|nummer)\b",
    re.IGNORECASE,
)
"""A number before what it is: "204518 cliëntnr"."""
_DATE = re.compile(r"(?<!\d)\d{1,2}[-./]\d{1,2}[-./](?:\d{2}|\d{4})$")
_PART_OF_PLATE = re.compile(
    r"\b(?:kenteken|nummerbord|nummerplaat|plaat)\b[^.;\n]{0,40}?\b(?:begint|begon|eindigt|met|iets|deels|van)\s"
    r"(?:met\s|op\s|als\s)?(?P<code>(?:[a-z]{1,3}-\d{1,3}|\d{1,3}-[a-z]{1,3})(?:-[a-z\d]{1,3})?)(?![\w-])",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")


def find(page: Page) -> Iterator[Candidate]:
    """Yield numbers of files, reports and staff, and plates that were half seen."""
    if not page.figures:
        return
    text = page.words.text
    figures = len(_FIGURE.findall(text))
    if figures >= _FEWEST_FIGURES:
        yield from _long(page)
    if figures >= _FEW and page.holds(("nr", "num")):
        yield from _numbered(page.id, text)
        for match in _BEHIND.finditer(text):
            yield _candidate(page.id, match.span("code"))
    for match in _BARE.finditer(text) if figures >= _FIGURES_ALONE else ():
        if is_long_number(match.group()):
            yield _candidate(page.id, match.span())
    if page.holds(("kenteken", "num", "plaat")):
        for match in _PART_OF_PLATE.finditer(text):
            yield _candidate(page.id, match.span("code"), Label.LICENCE_PLATE)


def _long(page: Page) -> Iterator[Candidate]:
    text = page.words.text
    for form in (_TOLD, _JOINED) if page.holds(_TELLING) else (_JOINED,):
        for match in form.finditer(text):
            place = match.span("code" if form is _TOLD else 0)
            if _is_code(text[slice(*place)], _FEWEST_FIGURES):
                yield _candidate(page.id, place)


def _numbered(passage: str, text: str) -> Iterator[Candidate]:
    for match in _NUMBERED.finditer(text):
        if not _NO_CODE.fullmatch(match["what"]) and _is_code(match["code"], _FEW):
            yield _candidate(passage, match.span("code"))


def _is_code(shown: str, figures: int) -> bool:
    """Tell whether there are figures enough, and no date at the end."""
    return len(_FIGURE.findall(shown)) >= figures and not _DATE.search(shown)


def _candidate(
    passage: str, place: tuple[int, int], label: Label = Label.CASE_NUMBER
) -> Candidate:
    return Candidate(
        passage=passage,
        span=Span(start=place[0], end=place[1]),
        label=label,
        found_by="pattern",
        reason="vorm case.told",
        score=0.85,
    )
