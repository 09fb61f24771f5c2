"""Dates of birth, and ages of children that tell one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names import ages
from ltnlp.nlp.names.ages import AGE

_MONTH = (
    r"(?:januari|jan\.?|februari|febr?\.?|maart|mrt\.?|april|apr\.?|mei|juni|jun\.?|juli|jul\.?"
    r"|augustus|aug\.?|september|sept?\.?|oktober|okt\.?|november|nov\.?|december|dec\.?)"
)
DAY = (
    r"(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:e|de|ste)?\s+{_MONTH}(?:\s+(?:van\s+)?'?\d{{2,4}})?|{_MONTH}\s+\d{{4}})"
)
_BORN = re.compile(
    r"(?:\bgeb(?:oren|oortedatum|\.?\s?datum|\.?\s?dat\.?|\.)?(?!\w)|\bgeboortedag\b|\bgbd\b|\bdob\b|(?<!\w)\*\s?(?=\d))"
    r"(?:\s+(?:is|was|op|te|in|:|d\.?d\.?|dd)|\s?[:=])*\s*(?:[A-Z][\w\-]+,?\s+(?:op\s+)?|\w+dag\s+)?"
    rf"(?P<date>{DAY}|\d{{6}}(?!\d))",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\b(?:geboorte|bevalling|bevallen|partus|geboortedag)\b"
    r"(?:\s+(?:was|is|vond|plaats|thuis|te|in|het|ziekenhuis|van|haar|zijn|hem|toen))"
    r"{0,4}(?:\s+(?:op|d\.?d\.?)|\s?:)?\s+(?:\w+dag\s+)?"
    rf"(?P<date>{DAY})",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"\b(?:hij|zij|ze|ie)\s+is\s+(?:er\s+een\s+)?van\s+(?P<date>{DAY})",
    re.IGNORECASE,
)
_YEAR_BESIDE = re.compile(
    r"\b(?:[Bb]r|[Zz]s|[Zz]us|[Bb]roer|[Bb]roertje|[Zz]usje|[Kk]ind|[Zz]oon|[Dd]ochter"
    r"|[Kk]inderen|[Jj]eugdige)\b:?\s+[\w\-]+\s\((?P<date>(?:19|20)\d\d)\)"
)
_HEADED = re.compile(
    r"\b(?:[Kk]ind(?:eren)?|[Mm]oeder|[Vv]ader|[Jj]eugdige|[Cc]liënte?|[Pp]atiënte?|[Pp]te|[Oo]uder|[Bb]roer"
    r"|[Zz]us|[Zz]oon|[Dd]ochter|[Bb]etrokkene|[Mm]inderjarige|[Nn]aam|[Bb]r|[Zz]s|[Mm]r|[Vv]r)(?::\s|\s)"
    r"[^,;|\n()]{2,50}(?:,\s[mvMVjJ])?[,;]\s(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?=\s?[,;.)|]|$|\s)"
)
"""The head of a file: "Kind: Noa Prins, v, 06-06-2019, BSN …"."""
_NUMERIC = r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d"
_OF_WHOM = re.compile(
    rf"\b(?:[Dd]ochter(?:tje)?|[Zz]oon(?:tje)?|[Kk]ind|[Bb]roer(?:tje)?|[Zz]us(?:je)?),\s(?P<date>{_NUMERIC})"
    rf"|(?:^|[(,|]\s?)[mvjMVJ][,.]?\s(?P<sexed>{_NUMERIC})"
    r"|\b(?:[Pp]te?|[Pp]at|[Cc]l|[Jj]gd)\b\.?:?\s"
    rf"(?:(?:[A-ZÀ-Þ][\w.'’\-]*|van|de|der|den|ten|ter|el|al|ben)\s){{1,5}}(?P<named>{_NUMERIC})"
)
"""Behind whom it is of: "onze dochter, 03-05-2011", "v, 03-05-2011", "Pt. N. Blok 03-05-2011"."""
_CAME = re.compile(
    rf"(?P<date>{DAY})\s(?:kwam|is|werd)\s[^.;\n]{{1,30}}\bter wereld\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\b(?:is|werd|wordt|was)\s(?:\w+\s)?op\s(?P<date>{DAY})\s(?:al\s|net\s|pas\s)?{AGE}"
    r"(?=\s?[.,;!?)]|\sjaar\b|\sgeworden\b|$)",
    re.IGNORECASE,
)
_BORN_LATER = re.compile(
    rf"(?P<date>{DAY})\s*[–—\-:|]\s*[^.\n|]{{2,40}}\bgeboren\b(?!\s(?:in|te|uit)\b)",
    re.IGNORECASE,
)
_BORN_BEHIND = re.compile(
    rf"(?P<date>{DAY})\s*(?:is|werd|was)\s+(?:\S+\s+){{0,4}}geboren", re.IGNORECASE
)
_BESIDE_NAME = re.compile(
    r"(?:\b[A-ZÀ-Þ][\w'’.\-]*\s\(\s*[°*]?|\(\s*[°*])"
    r"\s*(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)\s*(?:,[^)]*)?\)"
)
_BIRTHDAY = re.compile(
    rf"(?P<date>{DAY})\s*(?:wordt|werd)\s+\w+\s+{AGE}\b"
    rf"|(?:jarig|verjaardag|verjaart)\s+(?:is\s+)?(?:op\s+)?(?P<day>{DAY})",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"\d[-/.](?:19|20)\d\d")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A way to tell a date of birth.

    `needs` are words of which a text in lower case must hold one, where there are any;
    `whole` says that it must hold a date with its year too: speed counts here.
    """

    form: re.Pattern[str]
    score: float
    needs: tuple[str, ...] = ()
    whole: bool = False


FORMS = (
    Form(form=_BORN, score=0.97, needs=("geb", "gbd", "dob", "*")),
    Form(form=_BORN_BEHIND, score=0.9, needs=("geboren",)),
    Form(form=_YEAR_BESIDE, score=0.75, needs=("(19", "(20")),
    Form(form=_DELIVERED, score=0.9, needs=("geboorte", "beval", "partus")),
    Form(form=_OF, score=0.75, needs=("is van", "is er een")),
    Form(form=_BIRTHDAY, score=0.9, needs=("wordt", "werd", "jarig", "verja")),
    Form(form=_BESIDE_NAME, score=0.8, needs=("(",), whole=True),
    Form(form=_HEADED, score=0.85, whole=True),
    Form(form=_OF_WHOM, score=0.8, whole=True),
    Form(form=_CAME, score=0.85, needs=("ter wereld",)),
    Form(form=_TURNED, score=0.85, needs=(" op ",)),
    Form(form=_BORN_LATER, score=0.85, needs=("geboren",)),
)


def find(passage: str, text: str) -> Iterator[Candidate]:
    """Yield dates of birth and precise ages of children in `text`."""
    yield from dates(passage, text)
    yield from ages.find(passage, text, text.lower())


def dates(passage: str, text: str) -> Iterator[Candidate]:
    """Yield dates of birth in `text`."""
    if not _FIGURE.search(text):
        return
    lowered, whole = text.lower(), _FULL_DATE.search(text) is not None
    for one in FORMS:
        told = any(word in lowered for word in one.needs) if one.needs else whole
        if told and (whole or not one.whole):
            yield from matched(passage, one, text)
    for span in _in_lists(text) if whole and ":" in text else ():
        yield _candidate(passage, span, 0.85)


_FAMILY_LINE = re.compile(
    r"^\W*(?:kind(?:eren)?|jgd|jeugdigen?|gezin(?:sleden|ssamenstelling)?|ouders?|betrokkenen?"
    r"|inw(?:oner)?|cli[eë]nt(?:e|en)?|pati[eë]nt(?:e|en)?|pte|moeder|vader|broers?|zus(?:sen)?)\b"
    r"[^:\n]{0,30}:[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_DAY_IN_LIST = (
    r"[\w'’\-]+\)?,?\s\(?"
    r"(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?=\s?[,;.)|]|$)"
)
_BEHIND_NAME = re.compile(rf"[A-ZÀ-Þ]{_DAY_IN_LIST}", re.MULTILINE)
_BEHIND_LOWER = re.compile(rf"[a-zà-ÿ]{_DAY_IN_LIST}", re.MULTILINE)


def _in_lists(text: str) -> Iterator[Span]:
    """Yield dates behind names: "Kinderen: Zoë Blok 18-02-2020, Kai Blok 09-08-2022"."""
    for line in _FAMILY_LINE.finditer(text):
        form = _BEHIND_LOWER if line.group().islower() else _BEHIND_NAME
        for match in form.finditer(text, line.start(), line.end()):
            yield Span(start=match.start("date"), end=match.end("date"))


def matched(passage: str, one: Form, text: str) -> Iterator[Candidate]:
    """Yield the dates of birth that one form tells."""
    for match in one.form.finditer(text):
        start, end = match.span(match.lastgroup or "date")
        yield _candidate(passage, Span(start=start, end=end), one.score)


def _candidate(passage: str, span: Span, score: float) -> Candidate:
    return Candidate(
        passage=passage,
        span=span,
        label=Label.DATE_OF_BIRTH,
        found_by="births",
        reason="date of birth",
        score=score,
    )
