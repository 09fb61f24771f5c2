"""Ages beyond those of children: of parents and grandparents, who are family too.

"opa Jan Hoekema (71)", "die was eenentachtig", "op zijn vijfenzeventigste". Fewer forms
tell them than tell a child's, as most numbers of this size count something else.
"""

import re
from collections.abc import Iterator

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.years import OLDEST, age_class

_TENS = "(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
_IN_WORDS = (
    rf"(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën){_TENS}|{_TENS})"
)
_YEARS = rf"(?:[2-9]\d|10[0-5]|{_IN_WORDS})"
_ENDS = r"(?=\s*(?:[.,;:!?)|]|$)|\s(?:jaar|jr|en|maar|geworden|toen|die|dus|nu|hoor|vorig|dit|of|want)\b)"
_NO_COUNT = (
    r"(?!\s?(?:en\s(?:een\s)?half|jaar\s(?:geleden|lang|later|getrouwd|in|bij|werk|samen|ervaring|cel|eerder)"
    r"|of\s\w+tig\s\w+en\b))"
)
_FAMILY = (
    r"(?i:ik\sben|ben\sik|(?:hij|zij|ze|ie|die|oma|opa|pake|beppe|moeder|vader|pa|ma|mama|papa"
    r"|grootmoeder|grootvader|oudtante|oudoom|buurman|buurvrouw)\s(?:is|was|werd|wordt))"
)
_JUST = r"\s(?:al\s|nu\s|pas\s|net\s|toen\s|bijna\s)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?<=[^\W\d_]\s)\((?P<age>[2-9]\d|10[0-5])(?:\s?(?:jr\.?|jaar))?(?=[),;])",
        rf"\b{_FAMILY}{_JUST}(?P<age>{_YEARS}){_ENDS}{_NO_COUNT}",
        rf"\b[^\W\d_]{{3,}}\s(?:is|was|werd|wordt){_JUST}(?P<age>{_IN_WORDS}){_ENDS}{_NO_COUNT}",
        rf"\b(?i:op|voor|na|tot|rond)\s(?:zijn|haar|z'n|d'r|mijn|m'n)\s(?P<age>{_IN_WORDS}ste|[2-9]\de)\b",
        r"(?<=[^\W\d_]),\s(?P<age>[2-9]\d)(?=\s(?:jaar|jr)\b(?!\s(?:geleden|lang|later|getrouwd|samen|cel)))",
        rf"\b(?i:man|vrouw|visser|boer|weduwe|weduwnaar|opa|oma|grootvader|grootmoeder|buurman"
        rf"|buurvrouw|iemand|mevrouw|meneer)\svan\s(?P<age>{_YEARS}){_ENDS}",
        r"(?<=[^\W\d_]):\s(?P<age>[1-9]\d)(?=\sjaar,\s)",
        r"\b(?i:mlg|mdj|minderjarige|jgd|jeugdige|verdachte|verd\.?)\s(?P<age>1\d)(?=\s(?:aangetroffen|aangehouden|gehoord|jr|jaar)\b)",
        r"(?:^|[?.;]\s)(?P<age>\d{1,2})\sjr\stoen\b",
    )
)
_NEEDS = (
    ("(",), (" is", " was", " werd", " wordt", "ben "), ("tig",),
    ("zijn", "haar", "z'n", "d'r", "mijn", "m'n"), ("jaar", "jr"), (" van ",), ("jaar,",),
    ("mlg", "mdj", "minderjarige", "jgd", "jeugdige", "verd"), ("jr toen",),
)  # fmt: skip
"""For each form the words of which a text in lower case must hold one: speed counts."""
_COUNTS = re.compile(r"[1-9](?<![^\s(].)\d(?:(?!\d)|(?<=10)[0-5](?!\d))")
_COUNT_WORDS = re.compile(_TENS)
"""What every age here holds, behind a blank or a bracket; few passages do."""
_NOT_PEOPLE = re.compile(
    r"\b(?i:bladzijde|blz|pagina|p|artikel|art|nummer|nr|lijn|bus|vraag|punt|score|week|figuur|bijlage|zie"
    r"|prijs|temperatuur|bedrag|percentage|aantal|bloeddruk|saldo|huur|het|dat|dit|er)$"
)


def find(page: Page) -> Iterator[Candidate]:
    """Yield the ages of who is no child in a passage."""
    text = page.words.text
    spoken = "tig" in text and _COUNT_WORDS.search(text)
    if not (spoken or (page.figures and _COUNTS.search(text))):
        return
    for form, needs in zip(_FORMS, _NEEDS, strict=True):
        if not page.holds(needs):
            continue
        for match in form.finditer(text):
            start, end = match.span("age")
            shown = match["age"]
            if _counts_things(text, match.start(), start):
                continue
            yield Candidate(
                passage=page.id,
                span=Span(start=start, end=end),
                label=Label.AGE_PRECISE,
                found_by="births",
                reason="age",
                score=0.8,
                role=_class_of(shown),
            )


def _class_of(shown: str) -> str:
    figures = shown.rstrip("e")
    if figures.isdigit() and int(figures) <= OLDEST:
        return age_class(int(figures))
    return "volwassen leeftijd"


def _counts_things(text: str, begin: int, start: int) -> bool:
    """Tell whether what stands before is a thing that is counted: "blz. (41)"."""
    said = re.sub(
        r"(?:\s(?:is|was|werd|wordt|al|nu|pas|net|toen|bijna))*[\s(.:]*$",
        "",
        text[max(0, begin - 20) : start],
    )
    return _NOT_PEOPLE.search(said) is not None
