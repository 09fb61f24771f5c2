"""Dates of birth, and ages of children that tell one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span

_MONTH = (
    r"(?:januari|jan\.?|februari|febr?\.?|maart|mrt\.?|april|apr\.?|mei|juni|jun\.?|juli|jul\.?"
    r"|augustus|aug\.?|september|sept?\.?|oktober|okt\.?|november|nov\.?|december|dec\.?)"
)
DAY = (
    r"(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:e|de|ste)?\s+{_MONTH}(?:\s+(?:van\s+)?'?\d{{2,4}})?|{_MONTH}\s+\d{{4}})"
)
_BORN = re.compile(
    r"(?:\bgeb(?:oren|\.|oortedatum|\.?\s?datum|dat\.?)?(?!\w)|\bgeboortedag\b|\bgbd\b|\bdob\b|(?<!\w)\*\s?(?=\d))"
    r"(?:\s+(?:is|was|op|te|in|:|d\.?d\.?|dd)|\s?[:=])*\s*(?:[A-Z][\w\-]+,?\s+(?:op\s+)?|\w+dag\s+)?"
    rf"(?P<date>{DAY})",
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
_BORN_LATER = re.compile(
    rf"(?P<date>{DAY})\s*[–—\-:|]\s*[^.\n|]{{2,40}}\bgeboren\b(?!\s(?:in|te|uit)\b)",
    re.IGNORECASE,
)
_BORN_BEHIND = re.compile(
    rf"(?P<date>{DAY})\s*(?:is|werd|was)\s+(?:\S+\s+){{0,4}}geboren", re.IGNORECASE
)
_BESIDE_NAME = re.compile(
    r"\(\s*(?:°|\*)?\s*(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)\s*(?:,[^)]*)?\)"
)
_ONES = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|eenentwintig|tweeëntwintig|drieëntwintig|vierentwintig|vijfentwintig|zesentwintig"
_HALF = r"(?:\s?en\s(?:een\s)?half|\s?½|,5|eneenhalf)"
AGE = rf"(?:(?:bijna\s)?(?:\d{{1,2}}|{_ONES}){_HALF}?)"
YOUNG = rf"(?:(?:bijna\s|pas\s|net\s|ruim\s)?(?:\d{{1,2}}|{_ONES}|\w+eneenhalve?|anderhalve?){_HALF}?\s(?:maand(?:en)?|mnd|weken|week|wkn|wk|dagen))"
_CHILD = (
    r"(?i:jongen|jongetje|meisje|meid|kind|kindje|zoon|zoontje|dochter|dochtertje|broertje|zusje"
    r"|broer|zus|jeugdige|leerling|baby|peuter|kleuter|puber|tiener|jongere|ventje|kereltje|tweeling|pleegkind|pleegzoon|pleegdochter|neefje|nichtje)"
)
_SUBJECT = (
    r"(?:pte|pt|hij|zij|ze|ie|die|ik|[A-Z][\w\-]+|\w+tje|zoon|dochter|jongen|meisje|baby|kind"
    r"|peuter|kleuter|tweeling|kleine|jongste|oudste)"
)
_TEENS = (
    "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
)
_BEFORE, _BEHIND = 70, 90
_GOES_ON = (
    r"\s+(?:(?:hij|zij|ze|ie|ik|we|wij|jij|u|er|toen|als|dus|maar|want|weten|wat|hoe)\b"
    r"|(?!Jan|Feb|Maart|Mrt|Apr|Mei|Jun|Jul|Aug|Sep|Okt|Nov|Dec)[A-Z])"
)
"""What begins behind an age where nobody wrote a full stop."""
_NO_STAY = r"(?!\s+(?:bezig|weg|later|geleden|samen|uit|thuis|in|op|bij|onderweg|clean|opgenomen|ziek|vrij|vast|gestopt|wachten|aan|zwanger|met|van|voor|getrouwd|gescheiden)\b)"
_AGES = tuple(
    re.compile(form)
    for form in (
        rf"(?P<age>{AGE}(?:\s?(?:en een half|½))?\s+jaar(?:\s+en|,)?\s+(?:{AGE})\s+(?:maand(?:en)?|mnd))\b",
        r"(?P<age>\b\d{1,2};\d{1,2})\s+jaar\b",
        rf"\((?P<age>{AGE})\s?(?:jr\.?|jaar|j\.|jaar oud)\)",
        rf"\((?P<age>{YOUNG})(?=[),;])",
        r"(?:^|\|\s)(?P<age>\d{1,2}\s(?:jaar|jr|mnd|maanden))(?=\s*(?:[,;|]|$))",
        r"(?:(?<=[a-zà-ÿ])|(?<=\b[A-Z]\.))\s\((?P<age>(?:[3-9]|1\d|2\d))\)(?!\s*:)",
        rf"(?<!\ber )\b(?P<age>{AGE})\s+(?:jaar\s+)?geworden\b",
        rf"\b(?P<age>(?i:{AGE}))(?:\s+jaar)?\s+(?:werd|wordt|was|is)\s+(?:ze|hij|zij|ie)\b",
        r"\((?P<age>\d{1,2})\s?(?:jr\.?|jaar|j\.)[,;]",
        rf"\b(?P<age>{AGE})[- ]jarige?\b(?!\s(?:moeder|vader|man|vrouw|oma|opa|stiefvader))",
        rf"\b(?P<age>(?i:(?:{_ONES})jarige?))(?!\s(?:moeder|vader|man|vrouw|oma|opa|stiefvader|bestaan|jubileum))\b",
        rf"\b[Jj]arig[,:]\s+(?:hij wordt |zij wordt |ze wordt )?(?P<age>{AGE})(?=\s*[,.;!?)]|$)",
        rf"\b(?P<age>{AGE})\s+(?:jaar|jr\.?)\s+oud\b",
        rf"\b{_CHILD}\s+van\s+(?:een\s+jaar\s+of\s+|net\s+|pas\s+|nog geen\s+|amper\s+|zo'n\s+|ongeveer\s+)?(?P<age>(?!een\b){AGE})\b(?!\s+(?:maanden|weken|dagen|uur|euro|keer|kinderen|andere|van)\b)",
        rf"\b{_CHILD},?\s+(?:toen\s+|nu\s+|inmiddels\s+)?(?P<age>{AGE})\s+(?:jaar|jr)\b(?!\s+(?:lang|geleden|later|eerder|daarvoor|daarna|ouder|jonger|cel|gevangenis))",
        rf"\b[A-Z][\w\-.]+,?\s+(?P<age>{AGE})\s+jaar(?=\s*[,.;)]|$)",
        rf"\b{_SUBJECT}\s+(?:is|was|wordt|werd)\s+(?:toen\s+|nu\s+|net\s+|pas\s+|inmiddels\s+|bijna\s+|ook\s+|nog\s+|al\s+|dan\s+|gisteren\s+|vandaag\s+|[a-z]+dag\s+){{0,3}}(?P<age>{AGE})(?:\s+(?:jaar|jr))?(?=\s*(?:[,.;:!?)]|$)|\s+(?:geworden|en|toen|dus|maar|of|met|op dat|die|inmiddels|nu|op)\b|{_GOES_ON})",
        rf"\b(?:[Tt]oen|[Aa]ls|dat|omdat|want|tot|sinds|[Vv]anaf|[Vv]oor|[Vv]oordat|[Nn]adat|[Zz]odra|[Ww]anneer|[Tt]erwijl|of|tegen de tijd dat)\s+{_SUBJECT}(?:\s+\w+)?\s+(?P<age>{AGE})(?:\s+jaar)?\s+(?:was|is|werd|wordt)\b",
        rf"\b(?:wordt|werd|was|is|ben|bent|word)\s+(?:hij|zij|ze|ie|ik|je|jij)\s+(?:nu\s|toen\s|net\s|pas\s|al\s|bijna\s|inmiddels\s|nog\s)?(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s+(?:jaar|en|dus|maar|toen)\b|{_GOES_ON})",
        rf"\b[Ii]k\s+(?:ben|word)\s+(?:nu\s|net\s|pas\s|al\s|bijna\s|inmiddels\s|nog\s){{0,2}}(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s+(?:jaar|en|toen|nu)\b|{_GOES_ON})",
        rf"\b{_SUBJECT}\s+(?:wordt|werd)\s+(?:volgende|deze|komende|over|in|op|eind|begin|half|aan het)\s+(?:\w+\s+){{1,3}}?(?<!groep )(?<!klas )(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s+jaar\b)",
        r"\b(?:is|was)\s(?:\w+\s){0,2}(?P<age>anderhalf|\w+eneenhalf)\b(?!\s(?:uur|jaar\s(?:geleden|lang|later|terug|eerder)|maand|dag|week|keer))",
        rf"\b{_CHILD}\s+van\s+(?P<age>{YOUNG})\b",
        rf"\b{_SUBJECT}\s+(?:is|was)\s+(?:nu\s|toen\s|nog\s(?:maar\s)?|pas\s|net\s|inmiddels\s|dan\s|ongeveer\s|zo'n\s){{0,2}}(?P<age>{YOUNG})(?:\s+(?:oud|toen|die|dat)\b|(?=\s*[,;!?)]|(?<!mnd)(?<!wkn)\.|\.(?=\s+[A-Z]|\s*$)|$|\s+(?:en|maar|als|nu|of)\b|{_GOES_ON}))",
        rf"\b(?:[Ii]s|[Ww]as)\s+(?:nu\s|toen\s)?(?:pas|nog\smaar|amper|net)\s(?P<age>{YOUNG})\b{_NO_STAY}",
        rf"(?<!t/m )(?<!tot )(?<!binnen )(?<!na )\b(?P<age>{YOUNG})\s+(?:pp|postpartum|post\spartum)\b",
        rf"\b(?!(?:het|dat|dit|er|wat|nu|half|om)\b)\w{{3,}}\s(?:is|was|wordt|werd)\s(?:nu\s|toen\s|net\s|inmiddels\s|bijna\s)?(?P<age>{AGE})(?=,\s(?:hij|zij|ze|ie)\b)",
        rf"\b(?:[A-Z][\w\-]+|[Oo]nze\s\w+|[Mm]ijn\s\w+)\s+van\s+(?:net\s+|pas\s+)?(?P<age>(?!een\b){AGE})\s+(?:had|heeft|was|is|kreeg|wilde|zat|ging|kwam|die)\b",
        rf"\b(?:[Jj]e|[Jj]ij)\s+(?:ben|bent|was|wordt|werd)\s+(?:nu\s|toen\s|net\s|pas\s|bijna\s|inmiddels\s){{0,2}}(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s+(?:jaar|en|toen|nu)\b)",
        rf"(?:^|[.!?]\s+)(?P<age>(?i:(?!een\b){AGE})\s+jaar),\s+en\s+(?:hij|zij|ze|ie)\b",
        rf"\b(?P<age>{YOUNG})\s+oud\b",
        rf"\b[A-Z][\w\-]+,\s(?P<age>(?!een\b|één\b|twee\b)(?:[3-9]|1\d|2[0-6]|{_ONES})),(?=\s)",
        rf"[,(]\s?(?:toen|nu|inmiddels|destijds|pas|net|bijna)\s(?:net\s|pas\s|bijna\s)?(?P<age>(?!een\b){AGE})(?=\s*[,.;)]|\sjaar\b)",
        r"\b(?:[Pp]te|[Pp]at|[Pp]t|[Cc]liënte?|[Pp]atiënte?|[Cc]lt|[VvMm])[,.]?\s(?P<age>\d{1,2})\s(?=jr\b|jaar\b(?!\s(?:geleden|lang|later|eerder)))",
        rf"\b[Bb]ijna\s(?P<age>1\d|{_TEENS})(?=\s*[,.;!?)]|$|\s(?:jaar\b|en\b|toen\b|nu\b|is\b|was\b))(?!\sjaar\s(?:geleden|lang|later|eerder|terug))",
        rf"(?:^|[.!?:]\s+)(?P<age>(?:1\d|(?i:{_TEENS}))\sjaar)(?=[.]|,\s|\s+en\b)(?!,?\s(?:lang|geleden|later|daarna|toen))",
        rf"\b(?:[Jj]ongste|[Oo]udste|[Mm]iddelste|[Ii]emand|[Jj]ongedame|[Dd]ame|[Kk]nul|[Jj]ochie|[Ss]cholier|[Bb]rugklasser|[Pp]atiënte?|[Cc]liënte?)\svan\s(?:net\s|pas\s|bijna\s)?(?P<age>(?!een\b){AGE})\b(?!\s+(?:maanden|weken|dagen|uur|euro|keer|kinderen)\b)",
        r"\b(?:lft\.?|KL|kalenderleeftijd)[:\s]\s?(?P<age>\d{1,2}(?:[;,]\d{1,2})?)\b",
        rf"\b(?!(?:het|dat|dit|er|wat|nu|half|om|dan|hier|daar|alles|groep|score|totaal|klas)\b)[^\W\d_]{{3,}}\s(?:is|was|wordt|werd)\s(?:toen\s|nu\s|net\s|pas\s|al\s|bijna\s|inmiddels\s)?(?P<age>(?!een\b)(?:{_ONES}))(?=\s(?:die|hij|zij|ze|ik|toen|maar|dus)\b|\sen\s(?:had|was|zat|ging|woonde|kwam|is|heeft|wilde|kon|moest)\b)",
        rf"\b[A-ZÀ-Þ][a-zà-ÿ\-]+\s(?P<age>{_TEENS})(?=[.,;)]|$)",
        rf",\s(?P<age>{_TEENS}),\s(?!\d)",
        rf"\b[A-Z]\.\s(?P<age>{YOUNG})(?=[,.])",
        rf"\b(?:je|jij|u|ik)\s(?P<age>(?!een\b){AGE})\s(?:bent|ben|was|wordt|word|werd)\b",
        rf"\b(?:was|is|ben|bent)\s(?:toen\s)?{AGE},?\s(?:\w+\s){{0,2}}of\s(?:net\s|bijna\s|al\s)?(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$)",
        rf"\b(?:moest|zou|ging|gaat|zal|mocht|mag)\s(?:\w+\s){{0,2}}?(?P<age>(?!een\b){AGE})\sworden\b",
        rf"(?:^|[.!?]\s)(?P<age>(?i:{_ONES.removeprefix('een|')})(?:\sjaar)?)!",
        rf"\b(?:{_CHILD}|jongste|oudste|middelste)\sdie\s(?:was|is)\s(?:toen\s)?(?P<age>(?!een\b){AGE})\b(?!\s(?:keer|uur|weken|dagen|maanden))",
        rf"\b{_CHILD},\s(?P<age>(?!een\b){AGE})(?=[,)])",
        r"\((?<=[a-zà-ÿ]\s\()(?P<age>(?:[3-9]|1\d|2[0-6])),\s(?=[a-z])",
        rf"\b(?:was|is|werd|wordt)\s(?:[A-ZÀ-Þ][a-zà-ÿ\-]+|ze|hij|zij|ie)\s(?:net\s|pas\s|nog\smaar\s)?(?P<age>(?!een\b)(?:{_ONES}))(?=\s*[.,;!?)]|$)",
        rf"\b(?:jongste|oudste|middelste)\s(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\sen\b)",
        rf"\b{_SUBJECT}\s(?:was|is|ben|werd)\s(?:toen\s|nu\s)?(?:amper|nauwelijks|hooguit|misschien|pas|net|nog\smaar|nog\sgeen)\s(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s(?:hè|he|hoor|denk|dacht|geloof|ofzo|toen|en|jaar)\b)",
        rf"\b[Ll]eeftijd(?:\s(?:kind|jeugdige|cliënt|leerling))?:?\s+(?:van\s+)?(?P<age>{AGE})\b",
        rf"\b(?i:op|sinds|vanaf|voor|na|tot|rond|tegen)\s+(?:zijn|haar|je|mijn)\s+(?P<age>{AGE}(?:de|e|ste))\b(?!\s+(?:dag|keer|week|school|verjaardag))",
        r"\b(?:zijn|haar)\s+(?P<age>\w+(?:de|ste))\s+verjaardag\b",
    )
)
_BIRTHDAY = re.compile(
    rf"(?P<date>{DAY})\s*(?:wordt|werd)\s+\w+\s+{AGE}\b"
    rf"|(?:jarig|verjaardag|verjaart)\s+(?:is\s+)?(?:op\s+)?(?P<day>{DAY})",
    re.IGNORECASE,
)
OLDEST = 26
_UNITS = re.compile(r"(?:maand|mnd|we?ken|week|wkn|wk|dagen)")
_VALUES = {
    word: n for n, word in enumerate(_ONES.replace("één|", "").split("|"), start=1)
}


def find(passage: str, text: str) -> Iterator[Candidate]:
    """Yield dates of birth and precise ages of children in `text`."""
    lowered = text.lower()
    if any(hint in lowered for hint in _BIRTH_HINTS) or _FULL_DATE.search(lowered):
        yield from _dates(passage, text)
    counts = [m.span() for m in _COUNTS.finditer(lowered)]
    if counts:
        yield from _ages(passage, text, _around(counts))


_COUNTS = re.compile(
    rf"(?<![\d\-/.:,])(?:[1-9]|1\d|2[0-6])(?!\d|[\-/.:]\d)|\b(?:{_ONES.removeprefix('een|één|')})|\b(?:een|één)(?:[,.;!?)]|$"
    r"|\s(?:jaar|en|half|maand|week|dag|geworden|was|is|werd|wordt))|eneenhal|anderhal|jarig|verjaar"
)
"""What every age holds; few passages do."""
_FULL_DATE = re.compile(r"\d[-/.](?:19|20)\d\d")
_BIRTH_HINTS = (
    "geb",
    "geboorte",
    "beval",
    "partus",
    "is van",
    "is er een",
    "gbd",
    "dob",
    "*",
    "(",
    "wordt",
    "werd",
    "jarig",
    "verja",
)


def _around(counts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of text around counts, joined where they meet: speed counts.

    They are so wide that no form of an age ends at their edge.
    """
    joined: list[tuple[int, int]] = []
    for start, end in counts:
        begin, behind = max(0, start - _BEFORE), end + _BEHIND
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], behind)
        else:
            joined.append((begin, behind))
    return joined


def _dates(passage: str, text: str) -> Iterator[Candidate]:
    forms = (
        (_BORN, 0.97),
        (_BORN_BEHIND, 0.9),
        (_YEAR_BESIDE, 0.75),
        (_DELIVERED, 0.9),
        (_OF, 0.75),
        (_BIRTHDAY, 0.9),
        (_BESIDE_NAME, 0.8),
        (_HEADED, 0.85),
        (_BORN_LATER, 0.85),
    )
    for form, score in forms:
        for match in form.finditer(text):
            birthday = form is _BIRTHDAY and not match["date"]
            start, end = match.span("day" if birthday else "date")
            yield Candidate(
                passage=passage,
                span=Span(start=start, end=end),
                label=Label.DATE_OF_BIRTH,
                found_by="births",
                reason="date of birth",
                score=score,
            )


_SEVERAL = re.compile(
    rf"\b(?:kinderen|kids|kindjes|broertjes|zusjes|zussen|broers|zoons|zonen|dochters|jongens"
    rf"|meisjes|meiden)(?:\svan\s|\s\(|:\s)(?P<ages>{AGE}(?:(?:,\s|\sen\s|,\sen\s){AGE})+)(?=\s*[,.;)]|$|\sjaar\b|\s[a-z])"
)


def _several(passage: str, text: str) -> Iterator[Candidate]:
    """Yield the ages of "drie kinderen van 4, 7 en 11"."""
    for match in _SEVERAL.finditer(text):
        for age in re.finditer(AGE, match["ages"]):
            years, start = years_of(age.group()), match.start("ages") + age.start()
            if years is not None and years <= OLDEST:
                end = start + len(age.group())
                yield replace(
                    _age(passage, Span(start=start, end=end)), role=age_class(years)
                )


def _age(passage: str, span: Span) -> Candidate:
    return Candidate(
        passage=passage,
        span=span,
        label=Label.AGE_PRECISE,
        found_by="births",
        reason="age",
        score=0.85,
    )


def _ages(
    passage: str, text: str, stretches: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    yield from _several(passage, text)
    for form, (begin, behind) in product(_AGES, stretches):
        for match in form.finditer(text, begin, behind):
            years = years_of(match.group("age"))
            if years is None or years > OLDEST:
                continue
            start, end = match.span("age")
            end = _with_unit(text, end)
            span = Span(start=start, end=end)
            yield replace(_age(passage, span), role=age_class(years))


_UNIT = re.compile(
    r"\s(?:jaar|jr)\b(?!\s+(?:geleden|lang|later|eerder|daarvoor|daarna))"
)


def _with_unit(text: str, end: int) -> int:
    """Return the end of an age with its "jaar"."""
    unit = _UNIT.match(text, end)
    return unit.end() if unit else end


def years_of(shown: str) -> int | None:
    """Return the years that an age says, None when it says none."""
    if _UNITS.search(shown) and "jaar" not in shown:
        return 0
    match = re.match(r"(?:bijna\s|pas\s|net\s|ruim\s)?(\d{1,2}|\w+)", shown)
    if not match:
        return None
    word = match.group(1).lower()
    if word.isdigit():
        return int(word)
    word = re.sub(r"jarige?$", "", word)
    stem = re.sub(r"(?:ste|de)$", "", word)
    for form, years in _VALUES.items():
        if word == form or stem == form or (form == "drie" and word == "derde"):
            return years
    half = word.removesuffix("eneenhalf")
    if half != word:
        return _VALUES.get(half)
    return 1 if word in {"één", "eerste", "anderhalf"} else None


def age_class(years: int) -> str:
    """Return the class of ages that stands in the place of an age."""
    for limit, name in (
        (1, "babyleeftijd"),
        (4, "peuterleeftijd"),
        (6, "kleuterleeftijd"),
        (12, "basisschoolleeftijd"),
        (18, "tienerleeftijd"),
    ):
        if years < limit:
            return name
    return "jongvolwassen leeftijd"
