"""Ages of children that tell a date of birth: "vier", "3 jaar en 2 maanden"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.years import OLDEST, ONES, age_class, years_of

_HALF = r"(?:\s?en\s(?:een\s)?half|\s?½|,5|eneenhalf)"
AGE = rf"(?:(?:bijna\s)?(?:\d{{1,2}}|{ONES}){_HALF}?)"
YOUNG = rf"(?:(?:bijna\s|pas\s|net\s|ruim\s)?(?:\d{{1,2}}|{ONES}|\w+eneenhalve?|anderhalve?){_HALF}?\s(?:maand(?:en)?|mnd|weken|week|wkn|wk|dagen))"
_LETTER = re.compile(r"(?<!\\)[a-zéë]")


def _in_any_case(form: str) -> str:
    """Return a form for both cases; a choice of first letters is faster than a flag."""
    return _LETTER.sub(lambda m: f"[{m.group()}{m.group().upper()}]", form)


ANY_AGE = _in_any_case(AGE)
_CHILDREN = (
    r"jongen|jongetje|meisje|meid|kind|kindje|zoon|zoontje|dochter|dochtertje|broertje|zusje"
    r"|broer|zus|jeugdige|leerling|baby|zuigeling|pasgeborene|dreumes|minderjarige|peuter|kleuter|puber|tiener|jongere|ventje|kereltje|tweeling|pleegkind|pleegzoon|pleegdochter|neefje|nichtje"
)
_CHILD = f"(?:{_in_any_case(_CHILDREN)})"
_SUBJECT = (
    r"(?:pte|pt|hij|zij|ze|ie|die|ik|[A-Z][\w\-]+|\w+tje|zoon|dochter|jongen|meisje|baby|kind"
    r"|peuter|kleuter|tweeling|kleine|jongste|oudste)"
)
_TEENS = (
    "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
)
_ANY_TEENS, _ANY_YOUNG = _in_any_case(_TEENS), _in_any_case(YOUNG)
_ANY_JARIG = _in_any_case(f"(?:{ONES})jarige?")
_BEFORE, _BEHIND = 70, 90
_GOES_ON = (
    r"\s+(?:(?:hij|zij|ze|ie|ik|we|wij|jij|u|er|toen|als|dus|maar|want|weten|wat|hoe)\b"
    r"|(?!Jan|Feb|Maart|Mrt|Apr|Mei|Jun|Jul|Aug|Sep|Okt|Nov|Dec)[A-Z])"
)
"""What begins behind an age where nobody wrote a full stop."""
_NO_STAY = r"(?!\s+(?:bezig|weg|later|geleden|samen|uit|thuis|in|op|bij|onderweg|clean|opgenomen|ziek|vrij|vast|gestopt|wachten|aan|zwanger|met|van|voor|getrouwd|gescheiden)\b)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """A way to tell an age, and words or marks of which a text must hold one for it."""

    needs: frozenset[str]
    form: re.Pattern[str]


_UNIT_WORDS = word_set("maand maanden mnd weken week wkn wk dagen")
_VERBS = word_set("is was wordt werd word ben bent")
_A_UNIT, _A_VERB = "#unit", "#verb"
"""Marks of a stretch in which a number stands before a unit, or beside a verb."""
_BESIDE_UNIT = re.compile(
    rf"(?:\d|½|halve?|\b(?:{ONES}))\s(?:maand|mnd|we[ek]|wk|dagen)"
)
_BESIDE_VERB = re.compile(
    rf"\b(?:is|was|wordt|werd|word|ben|bent)\s+(?:[^\s]+\s+){{0,5}}(?:\d|{ONES})"
    rf"|(?:\d|½|half|\b(?:{ONES}))(?:\s+jaar)?\s+(?:is|was|wordt|werd|word|ben|bent)\b"
)
_A_TEEN = _TEENS.replace("|", " ")
_A_JARIG = " ".join(f"{n}{end}" for n in ONES.split("|") for end in ("jarig", "jarige"))
_A_HALF = " ".join(("anderhalf", *(f"{n}eneenhalf" for n in ONES.split("|"))))
_A_CHILD = _CHILDREN.replace("|", " ")
CHILD_WORDS = word_set(_A_CHILD)
"""What children are called beside their age."""
_A_YOUNG_ONE = (
    "jongste oudste middelste iemand jongedame dame knul jochie scholier brugklasser "
    "patiënt patiënte cliënt cliënte"
)
AGES = tuple(
    _Form(needs=word_set(needs), form=re.compile(form))
    for needs, form in (
        (
            _A_UNIT,
            rf"(?P<age>{AGE}(?:\s?(?:en een half|½))?\s+jaar(?:\s+en|,)?\s+(?:{AGE})\s+(?:maand(?:en)?|mnd))\b",
        ),
        ("jaar", r"(?P<age>\b\d{1,2};\d{1,2})\s+jaar\b"),
        ("(", rf"\((?P<age>{AGE})\s?(?:jr\.?|jaar|j\.|jaar oud)\)"),
        (_A_UNIT, rf"\((?P<age>{YOUNG})(?=[),;])"),
        (
            "jaar jr mnd maanden",
            r"(?:^|\|\s)(?P<age>\d{1,2}\s(?:jaar|jr|mnd|maanden))(?=\s*(?:[,;|]|$))",
        ),
        (
            "(",
            r"(?:(?<=[a-zà-ÿ])|(?<=\b[A-Z]\.))\s\((?P<age>(?:[3-9]|1\d|2\d))\)(?!\s*:)",
        ),
        ("geworden", rf"(?<!\ber )\b(?P<age>{ANY_AGE})\s+(?:jaar\s+)?geworden\b"),
        (
            _A_VERB,
            rf"\b(?P<age>{ANY_AGE})(?:\s+jaar)?\s+(?:werd|wordt|was|is)\s+(?:ze|hij|zij|ie)\b",
        ),
        ("(", r"\((?P<age>\d{1,2})\s?(?:jr\.?|jaar|j\.)[,;]"),
        (
            "jarig jarige",
            rf"\b(?P<age>{AGE})[- ]jarige?\b(?!\s(?:moeder|vader|man|vrouw|oma|opa|stiefvader))",
        ),
        (
            _A_JARIG,
            rf"\b(?P<age>{_ANY_JARIG})(?!\s(?:moeder|vader|man|vrouw|oma|opa|stiefvader|bestaan|jubileum))\b",
        ),
        (
            "jarig",
            rf"\b[Jj]arig[,:]\s+(?:hij wordt |zij wordt |ze wordt )?(?P<age>{AGE})(?=\s*[,.;!?)]|$)",
        ),
        ("oud", rf"\b(?P<age>{ANY_AGE})\s+(?:jaar|jr\.?)\s+oud\b"),
        (
            _A_CHILD,
            rf"\b{_CHILD}\s+van\s+(?:een\s+jaar\s+of\s+|net\s+|pas\s+|nog geen\s+|amper\s+|zo'n\s+|ongeveer\s+)?(?P<age>(?!een\b){AGE})\b(?!\s+(?:maanden|weken|dagen|uur|euro|keer|kinderen|andere|van)\b)",
        ),
        (
            _A_CHILD,
            rf"\b{_CHILD},?\s+(?:toen\s+|nu\s+|inmiddels\s+)?(?P<age>{AGE})\s+(?:jaar|jr)\b(?!\s+(?:lang|geleden|later|eerder|daarvoor|daarna|ouder|jonger|cel|gevangenis))",
        ),
        ("jaar", rf"\b[A-Z][\w\-.]+,?\s+(?P<age>{AGE})\s+jaar(?=\s*[,.;)]|$)"),
        (
            _A_VERB,
            rf"\b{_SUBJECT}\s+(?:is|was|wordt|werd)\s+(?:toen\s+|nu\s+|net\s+|pas\s+|inmiddels\s+|bijna\s+|ook\s+|nog\s+|al\s+|dan\s+|gisteren\s+|vandaag\s+|[a-z]+dag\s+){{0,3}}(?P<age>{AGE})(?:\s+(?:jaar|jr))?(?=\s*(?:[,.;:!?)]|$)|\s+(?:geworden|en|toen|dus|maar|of|met|op dat|die|inmiddels|nu|op)\b|{_GOES_ON})",
        ),
        (
            _A_VERB,
            rf"\b(?:[Tt]oen|[Aa]ls|dat|omdat|want|tot|sinds|[Vv]anaf|[Vv]oor|[Vv]oordat|[Nn]adat|[Zz]odra|[Ww]anneer|[Tt]erwijl|of|tegen de tijd dat)\s+{_SUBJECT}(?:\s+\w+)?\s+(?P<age>{AGE})(?:\s+jaar)?\s+(?:was|is|werd|wordt)\b",
        ),
        (
            _A_VERB,
            rf"\b(?:wordt|werd|was|is|ben|bent|word)\s+(?:hij|zij|ze|ie|ik|je|jij)\s+(?:nu\s|toen\s|net\s|pas\s|al\s|bijna\s|inmiddels\s|nog\s)?(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s+(?:jaar|en|dus|maar|toen)\b|{_GOES_ON})",
        ),
        (
            "ben word",
            rf"\b[Ii]k\s+(?:ben|word)\s+(?:nu\s|net\s|pas\s|al\s|bijna\s|inmiddels\s|nog\s){{0,2}}(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s+(?:jaar|en|toen|nu)\b|{_GOES_ON})",
        ),
        (
            "wordt werd",
            rf"\b{_SUBJECT}\s+(?:wordt|werd)\s+(?:volgende|deze|komende|over|in|op|eind|begin|half|aan het)\s+(?:\w+\s+){{1,3}}?(?<!groep )(?<!klas )(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s+jaar\b)",
        ),
        (
            _A_HALF,
            r"\b(?:is|was)\s(?:\w+\s){0,2}(?P<age>anderhalf|\w+eneenhalf)\b(?!\s(?:uur|jaar\s(?:geleden|lang|later|terug|eerder)|maand|dag|week|keer))",
        ),
        (_A_UNIT, rf"\b{_CHILD}(?:\s+van\s+|,\s)(?P<age>{YOUNG})\b"),
        (
            _A_UNIT,
            rf"\b{_SUBJECT}\s+(?:is|was)\s+(?:nu\s|toen\s|nog\s(?:maar\s)?|pas\s|net\s|inmiddels\s|dan\s|ongeveer\s|zo'n\s){{0,2}}(?P<age>{YOUNG})(?:\s+(?:oud|toen|die|dat)\b|(?=\s*[,;!?)]|(?<!mnd)(?<!wkn)\.|\.(?=\s+[A-Z]|\s*$)|$|\s+(?:en|maar|als|nu|of)\b|{_GOES_ON}))",
        ),
        (
            _A_UNIT,
            rf"\b(?:[Ii]s|[Ww]as)\s+(?:nu\s|toen\s)?(?:pas|nog\smaar|amper|net)\s(?P<age>{YOUNG})\b{_NO_STAY}",
        ),
        (
            _A_UNIT,
            rf"(?<!t/m )(?<!tot )(?<!binnen )(?<!na )\b(?P<age>{YOUNG})\s+(?:pp|postpartum|post\spartum)\b",
        ),
        (
            _A_VERB,
            rf"\b(?!(?:het|dat|dit|er|wat|nu|half|om)\b)\w{{3,}}\s(?:is|was|wordt|werd)\s(?:nu\s|toen\s|net\s|inmiddels\s|bijna\s)?(?P<age>{AGE})(?=,\s(?:hij|zij|ze|ie)\b)",
        ),
        (
            "van",
            rf"\b(?:[A-Z][\w\-]+|[Oo]nze\s\w+|[Mm]ijn\s\w+)\s+van\s+(?:net\s+|pas\s+)?(?P<age>(?!een\b){AGE})\s+(?:had|heeft|was|is|kreeg|wilde|zat|ging|kwam|die)\b",
        ),
        (
            _A_VERB,
            rf"\b(?:toen|omdat|dat|sinds|nadat|voordat)\s(?!(?:het|er|dat|dit|wat|we|wij|jullie|alles)\b)[a-z]{{3,}}\s(?:net\s|pas\s|bijna\s|al\s)?(?P<age>(?!een\b){AGE})\s(?:was|werd|is|wordt)\b",
        ),
        (
            "je jij",
            rf"\b(?:[Jj]e|[Jj]ij)\s+(?:ben|bent|was|wordt|werd)\s+(?:nu\s|toen\s|net\s|pas\s|bijna\s|inmiddels\s){{0,2}}(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s+(?:jaar|en|toen|nu)\b)",
        ),
        (
            "jaar",
            rf"(?:^|[.!?]\s+)(?P<age>(?![Ee][Ee][Nn]\b){ANY_AGE}\s+jaar),\s+en\s+(?:hij|zij|ze|ie)\b",
        ),
        (_A_UNIT, rf"\b(?P<age>{_ANY_YOUNG})\s+oud\b"),
        (
            ",",
            rf"\b[A-Z][\w\-]+,\s(?P<age>(?!een\b|één\b|twee\b)(?:[3-9]|1\d|2[0-6]|{ONES})),(?=\s)",
        ),
        (
            "toen nu inmiddels destijds pas net bijna",
            rf"[,(]\s?(?:toen|nu|inmiddels|destijds|pas|net|bijna)\s(?:net\s|pas\s|bijna\s)?(?P<age>(?!een\b){AGE})(?=\s*[,.;)]|\sjaar\b)",
        ),
        (
            "jr jaar",
            r"\b(?:[Pp]te|[Pp]at|[Pp]t|[Cc]liënte?|[Pp]atiënte?|[Cc]lt|[VvMm])[,.]?\s(?P<age>\d{1,2})\s(?=jr\b|jaar\b(?!\s(?:geleden|lang|later|eerder)))",
        ),
        (
            "bijna",
            rf"\b[Bb]ijna\s(?P<age>1\d|{_TEENS})(?=\s*[,.;!?)]|$|\s(?:jaar\b|en\b|toen\b|nu\b|is\b|was\b))(?!\sjaar\s(?:geleden|lang|later|eerder|terug))",
        ),
        (
            "jaar",
            rf"(?:^|[.!?:]\s+)(?P<age>(?:1\d|(?:{_ANY_TEENS}))\sjaar)(?=[.]|,\s|\s+en\b)(?!,?\s(?:lang|geleden|later|daarna|toen))",
        ),
        (
            _A_YOUNG_ONE,
            rf"\b(?:[Jj]ongste|[Oo]udste|[Mm]iddelste|[Ii]emand|[Jj]ongedame|[Dd]ame|[Kk]nul|[Jj]ochie|[Ss]cholier|[Bb]rugklasser|[Pp]atiënte?|[Cc]liënte?)\svan\s(?:net\s|pas\s|bijna\s)?(?P<age>(?!een\b){AGE})\b(?!\s+(?:maanden|weken|dagen|uur|euro|keer|kinderen)\b)",
        ),
        (
            "lft kl kalenderleeftijd",
            r"\b(?:lft\.?|KL|kalenderleeftijd)[:\s]\s?(?P<age>\d{1,2}(?:[;,]\d{1,2})?)\b",
        ),
        (
            _A_VERB,
            rf"\b(?!(?:het|dat|dit|er|wat|nu|half|om|dan|hier|daar|alles|groep|score|totaal|klas)\b)[^\W\d_]{{3,}}\s(?:is|was|wordt|werd)\s(?:toen\s|nu\s|net\s|pas\s|al\s|bijna\s|inmiddels\s)?(?P<age>(?!een\b)(?:{ONES}))(?=\s(?:die|hij|zij|ze|ik|toen|maar|dus)\b|\sen\s(?:had|was|zat|ging|woonde|kwam|is|heeft|wilde|kon|moest)\b)",
        ),
        (_A_TEEN, rf"\b[A-ZÀ-Þ][a-zà-ÿ\-]+\s(?P<age>{_TEENS})(?=[.,;)]|$)"),
        (_A_TEEN, rf",\s(?P<age>{_TEENS}),\s(?!\d)"),
        (_A_UNIT, rf"\b[A-Z]\.\s(?P<age>{YOUNG})(?=[,.])"),
        (
            _A_VERB,
            rf"\b(?:je|jij|u|ik)\s(?P<age>(?!een\b){AGE})\s(?:bent|ben|was|wordt|word|werd)\b",
        ),
        (
            "of",
            rf"\b(?:was|is|ben|bent)\s(?:toen\s)?{AGE},?\s(?:\w+\s){{0,2}}of\s(?:net\s|bijna\s|al\s)?(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$)",
        ),
        (
            "worden",
            rf"\b(?:moest|zou|ging|gaat|zal|mocht|mag)\s(?:\w+\s){{0,2}}?(?P<age>(?!een\b){AGE})\sworden\b",
        ),
        ("!", rf"(?:^|[.!?]\s)(?P<age>(?i:{ONES.removeprefix('een|')})(?:\sjaar)?)!"),
        (
            "die",
            rf"\b(?:{_CHILD}|jongste|oudste|middelste)\sdie\s(?:was|is)\s(?:toen\s)?(?P<age>(?!een\b){AGE})\b(?!\s(?:keer|uur|weken|dagen|maanden))",
        ),
        (_A_CHILD, rf"\b{_CHILD},\s(?P<age>(?!een\b){AGE})(?=[,)])"),
        ("(", r"\((?<=[a-zà-ÿ]\s\()(?P<age>(?:[3-9]|1\d|2[0-6])),\s(?=[a-z])"),
        (
            _A_VERB,
            rf"\b(?:was|is|werd|wordt)\s(?:[A-ZÀ-Þ][a-zà-ÿ\-]+|ze|hij|zij|ie)\s(?:net\s|pas\s|nog\smaar\s)?(?P<age>(?!een\b)(?:{ONES}))(?=\s*[.,;!?)]|$)",
        ),
        (
            "jongste oudste middelste",
            rf"\b(?:jongste|oudste|middelste)\s(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\sen\b)",
        ),
        (
            "amper nauwelijks hooguit misschien pas net nog",
            rf"\b{_SUBJECT}\s(?:was|is|ben|werd)\s(?:toen\s|nu\s)?(?:amper|nauwelijks|hooguit|misschien|pas|net|nog\smaar|nog\sgeen)\s(?P<age>(?!een\b){AGE})(?=\s*[,.;!?)]|$|\s(?:hè|he|hoor|denk|dacht|geloof|ofzo|toen|en|jaar)\b)",
        ),
        (
            "leeftijd",
            rf"\b[Ll]eeftijd(?:\s(?:kind|jeugdige|cliënt|leerling))?:?\s+(?:van\s+)?(?P<age>{AGE})\b",
        ),
        (
            "zijn haar je mijn",
            rf"\b(?i:op|sinds|vanaf|voor|na|tot|rond|tegen)\s+(?:zijn|haar|je|mijn)\s+(?P<age>{AGE}(?:de|e|ste))\b(?!\s+(?:dag|keer|week|school|verjaardag))",
        ),
        (
            ",",
            rf"\b[A-Z][\w\-]+,\s(?P<age>(?!een\b|één\b|twee\b)(?:[3-9]|1\d|2[0-6]|{ONES}))(?=[.?!](?:\s|$)|\)|;|$)",
        ),
        (
            ",",
            rf"(?<=[a-z]),\s(?P<age>(?:[4-9]|1\d|{_TEENS})\sjaar)(?=,\s|\.(?:\s|$)|$)",
        ),
        (
            _A_TEEN,
            rf"(?:^|[.!?]\s)(?P<age>(?:{_ANY_TEENS}))(?=[.!](?:\s|$)|\sen\s[a-z]{{2}})",
        ),
        (
            "jr jaar",
            r"\b[A-Z]\.,?\s(?P<age>\d{1,2}\s(?:jr|jaar))\b(?!\s(?:geleden|lang|later|eerder))",
        ),
        (
            "jr",
            r"(?<=[a-z]),\s(?P<age>(?:[2-9]|1\d|2[0-6])\sjr)\b(?!\.?\s(?:geleden|lang|later|cel|ervaring))",
        ),
        (
            _A_UNIT,
            rf"\b(?i:vanaf|sinds|tot|rond|met)\s(?:zijn|haar)\s(?P<age>{YOUNG})\b(?!\s(?:lang|later|geleden))",
        ),
        ("verjaardag", r"\b(?:zijn|haar)\s+(?P<age>\w+(?:de|ste))\s+verjaardag\b"),
    )
)
_NO_MORE = r"(?!\d|[\-/.:]\d)"


def _by_first(words: str) -> str:
    """Return a choice of words in which the first letter decides soon."""
    tails: dict[str, list[str]] = {}
    for word in words.split("|"):
        tails.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{c}(?:{'|'.join(ends)})" for c, ends in tails.items())


_COUNTS = re.compile(
    rf"[1-9](?<![\d\-/.:,].)(?:{_NO_MORE}|(?<=1)\d{_NO_MORE}|(?<=2)[0-6]{_NO_MORE})"
    rf"|\b(?:{_by_first(ONES.removeprefix('een|één|'))})(?:(?!\w)|en|de|st|e\b|jarig|½)"
    r"|\b(?:een|één)(?:[,.;!?)]|$"
    r"|\s(?:jaar|en|half|maand|week|dag|geworden|was|is|werd|wordt))|eneenhal|anderhal|jarig|verjaar"
)
"""What every age holds; few passages do."""
_WORDS = re.compile(rf"[^\W\d_]+|!|[(,](?=\s?(?:\d|bijna\b|{ONES}))")


def find(passage: str, text: str, lowered: str) -> Iterator[Candidate]:
    """Yield precise ages of children in `text`."""
    stretches = [(b, e, _told(text, b, e)) for b, e in around_counts(lowered)]
    if stretches:
        yield from several(passage, text)
    for form in AGES if stretches else ():
        for begin, behind, told in stretches:
            if not form.needs.isdisjoint(told):
                yield from matched(passage, form.form, text, begin, behind)


def _told(text: str, begin: int, behind: int) -> frozenset[str]:
    """Return what stands in a stretch of text: words, marks, and what is beside numbers."""
    lowered = text[begin:behind].lower()
    told = set(_WORDS.findall(lowered))
    if not told.isdisjoint(_UNIT_WORDS) and _BESIDE_UNIT.search(lowered):
        told.add(_A_UNIT)
    if not told.isdisjoint(_VERBS) and _BESIDE_VERB.search(lowered):
        told.add(_A_VERB)
    return frozenset(told)


def around_counts(lowered: str) -> list[tuple[int, int]]:
    """Return the stretches of a text in lower case around what may be an age.

    Joined where they meet, and so wide that no form of an age ends at their edge.
    """
    joined: list[tuple[int, int]] = []
    for count in _COUNTS.finditer(lowered):
        begin, behind = max(0, count.start() - _BEFORE), count.end() + _BEHIND
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], behind)
        else:
            joined.append((begin, behind))
    return joined


_SEVERAL = re.compile(
    rf"\b(?:kinderen|kids|kindjes|broertjes|zusjes|zussen|broers|zoons|zonen|dochters|jongens"
    rf"|meisjes|meiden)(?:\svan\s|\s\(|:\s)(?P<ages>{AGE}(?:(?:,\s|\sen\s|,\sen\s){AGE})+)(?=\s*[,.;)]|$|\sjaar\b|\s[a-z])"
)


_ONES_OF_SEVERAL = (
    "kinderen", "kids", "kindjes", "broer", "zusjes", "zussen", "zoons", "zonen", "dochters",
    "jongens", "meisjes", "meiden",
)  # fmt: skip


def several(passage: str, text: str) -> Iterator[Candidate]:
    """Yield the ages of "drie kinderen van 4, 7 en 11"."""
    if not any(word in text for word in _ONES_OF_SEVERAL):
        return
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


def matched(
    passage: str, form: re.Pattern[str], text: str, begin: int, behind: int
) -> Iterator[Candidate]:
    """Yield the ages that one form tells in a stretch of `text`."""
    for match in form.finditer(text, begin, behind):
        years = years_of(match.group("age"))
        start, end = match.span("age")
        if years is None or years > OLDEST or _FRACTION.match(text, end):
            continue
        span = Span(start=start, end=_with_unit(text, end))
        yield replace(_age(passage, span), role=age_class(years))


_FRACTION = re.compile(r"[.,]\d")
_UNIT = re.compile(
    r"\s(?:jaar|jr)\b(?!\s+(?:geleden|lang|later|eerder|daarvoor|daarna))"
)


def _with_unit(text: str, end: int) -> int:
    """Return the end of an age with its "jaar"."""
    unit = _UNIT.match(text, end)
    return unit.end() if unit else end
